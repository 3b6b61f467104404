"""A panel behind another tab is not in sight, though Qt calls it visible."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from mlp_studio.ui.sight import Sight


def test_choosing_a_tab_brings_its_panel_in_sight_and_takes_the_other_out(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    docks, sights = [], []
    told: list[tuple[bool, bool]] = []
    for _ in range(2):
        dock, inner = QDockWidget(window), QWidget()
        sight = Sight(inner)  # before the widget is put into its dock
        sight.changed.connect(lambda: told.append((bool(sights[0]), bool(sights[1]))))
        dock.setWidget(inner)
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
        docks.append(dock)
        sights.append(sight)
    assert not any(sights)
    window.tabifyDockWidget(*docks)
    docks[0].raise_()
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: [bool(sight) for sight in sights] == [True, False])
    docks[1].raise_()
    qtbot.waitUntil(lambda: [bool(sight) for sight in sights] == [False, True])
    assert told[-1] == (False, True)
    window.hide()
    assert not any(sights)
    assert told[-1] == (False, False)


def test_outside_a_dock_what_is_shown_is_in_sight(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    sight = Sight(widget)
    with qtbot.waitSignal(sight.changed):
        widget.show()
    assert sight
    with qtbot.waitSignal(sight.changed):
        widget.hide()
    assert not sight
