"""A label that changes many times a second moves nothing around it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mlp_studio.ui.live_label import LiveLabel


class LayoutRequests(QObject):
    """Counts how often a widget is asked to lay itself out."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


Shown = tuple[QWidget, LiveLabel, LayoutRequests]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """A label in a layout, on screen and at rest."""
    widget, label, requests = QWidget(), LiveLabel(), LayoutRequests()
    qtbot.addWidget(widget)
    QHBoxLayout(widget).addWidget(label)
    label.setText("loss 0.1234")
    widget.show()
    qtbot.waitExposed(widget)
    qtbot.wait(20)
    widget.installEventFilter(requests)
    return widget, label, requests


def test_a_text_that_fits_asks_for_no_layout(shown: Shown, qtbot: QtBot) -> None:
    _widget, label, requests = shown
    width = label.width()
    for text in ("loss 0.1111", "loss 1", "loss 0.0987"):
        label.setText(text)
        qtbot.wait(5)
    assert label.text() == "loss 0.0987"
    assert label.width() == width
    assert requests.count == 0


def test_a_longer_text_gets_its_room(shown: Shown, qtbot: QtBot) -> None:
    _widget, label, _requests = shown
    label.setText("loss 123456.789012345")
    qtbot.wait(20)
    assert label.width() >= label.fontMetrics().horizontalAdvance(label.text())


def test_larger_letters_get_their_room(shown: Shown, qtbot: QtBot) -> None:
    _widget, label, _requests = shown
    font = label.font()
    font.setPointSizeF(2 * font.pointSizeF())
    label.setFont(font)
    qtbot.wait(20)
    assert label.width() >= label.fontMetrics().horizontalAdvance(label.text())
    assert label.height() >= label.fontMetrics().height()
