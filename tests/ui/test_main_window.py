"""The window: its menus, its panels, and what each perspective shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QLineEdit, QToolBar

from mlp_studio.document.selection import Selected
from mlp_studio.project import edits
from mlp_studio.ui.app import Studio
from mlp_studio.ui.examples import examples
from mlp_studio.ui.perspectives import NARROW, PANELS
from mlp_studio.ui.settings import Settings
from tests.ui.answers import Answers


@pytest.fixture
def xor(window: Studio) -> Studio:
    """The window with the XOR example in it."""
    path, title = next(item for item in examples() if item[0].stem == "xor")
    window.files.open_example(path, title)
    return window


BUILDING = {"palette", "data", "outline", "inspector", "matrix", "history"}
"""The panels that Build begins with in a window of usual width."""


def shown(studio: Studio) -> set[str]:
    """The panels that are there, in sight or behind a tab."""
    return {name for name, dock in studio.window.docks.items() if not dock.isHidden()}


def side(studio: Studio, name: str) -> Qt.DockWidgetArea:
    return studio.window.dockWidgetArea(studio.window.docks[name])


@pytest.mark.parametrize("perspective", ["build", "step", "train"])
def test_a_perspective_shows_its_panels_and_no_others(window: Studio, perspective: str) -> None:
    window.actions[perspective].trigger()

    assert shown(window) == {spec.name for spec in PANELS if perspective in spec.shown_in}
    assert window.window.centralWidget() is window.canvas


def test_a_perspective_remembers_its_own_layout(window: Studio) -> None:
    window.window.docks["data"].close()
    window.actions["step"].trigger()
    window.actions["build"].trigger()

    assert "data" not in shown(window)
    window.actions["train"].trigger()
    assert "data" in shown(window)


def test_in_a_low_window_rate_and_epochs_are_in_sight(window: Studio, qtbot) -> None:
    window.window.resize(1280, 760)
    qtbot.wait(1)
    window.actions["train"].trigger()
    qtbot.wait(1)
    training, data = window.window.docks["training"], window.window.docks["data"]
    panel = training.widget()

    assert data in window.window.tabifiedDockWidgets(training)
    for field in (panel.controls.train, panel.rate, panel.epochs):
        assert (
            panel.viewport()
            .rect()
            .contains(field.mapTo(panel.viewport(), field.rect().bottomLeft()))
        )


def test_in_a_high_window_training_has_the_larger_share_above_the_data(
    window: Studio, qtbot
) -> None:
    window.window.resize(1280, 1000)
    window.actions["train"].trigger()
    qtbot.wait(1)
    training, data = window.window.docks["training"], window.window.docks["data"]

    assert not window.window.tabifiedDockWidgets(training)
    assert training.height() > data.height()


def test_the_layout_survives_a_restart(
    qtbot, qapp: QApplication, settings: Settings, answers: Answers, tmp_path: Path
) -> None:
    for visit in ("first", "second"):
        studio = Studio(qapp, settings, tmp_path, answers)
        studio.window.resize(1300, 800)
        with qtbot.waitExposed(studio.window):
            studio.show()
        if visit == "first":
            studio.actions["step"].trigger()
            studio.window.docks["outline"].close()
        else:
            assert studio.window.perspectives.current == "step"
            assert studio.actions["step"].isChecked()
            assert "outline" not in shown(studio)
            assert studio.window.size().width() == 1300
        studio.window.close()
        studio.window.deleteLater()


def test_panels_come_back_to_their_places(window: Studio) -> None:
    for dock in window.window.docks.values():
        dock.close()
    window.window.docks["inspector"].setFloating(True)

    window.actions["reset_panels"].trigger()

    assert shown(window) == BUILDING
    assert not window.window.docks["inspector"].isFloating()


def test_a_closed_panel_comes_back_from_the_menu(window: Studio) -> None:
    window.window.docks["outline"].close()

    window.window.docks["outline"].toggleViewAction().trigger()

    assert "outline" in shown(window)


def test_in_a_narrow_window_the_right_panel_becomes_a_tab_of_the_left(window: Studio) -> None:
    assert side(window, "inspector") == Qt.DockWidgetArea.RightDockWidgetArea

    window.window.resize(NARROW - 1, 700)

    assert side(window, "inspector") == Qt.DockWidgetArea.LeftDockWidgetArea
    tabs = window.window.tabifiedDockWidgets(window.window.docks["palette"])
    assert window.window.docks["inspector"] in tabs

    window.window.resize(NARROW + 200, 700)
    assert side(window, "inspector") == Qt.DockWidgetArea.RightDockWidgetArea


@pytest.mark.parametrize("perspective", ["build", "step", "train"])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_everything_fits_into_1024_by_700(
    window: Studio, qtbot, perspective: str, language: str
) -> None:
    window.actions[f"language_{language}"].trigger()
    window.actions[perspective].trigger()
    window.window.resize(1024, 700)
    qtbot.wait(10)

    assert window.window.size().width() == 1024
    assert window.window.size().height() == 700
    assert window.canvas.width() >= 560
    assert window.canvas.height() >= 320


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_button_of_the_toolbar_falls_off_at_1024(window: Studio, qtbot, language: str) -> None:
    window.actions[f"language_{language}"].trigger()
    window.window.resize(1024, 700)
    qtbot.wait(10)
    toolbar = window.window.toolbar

    hidden = [
        action.objectName()
        for action in toolbar.actions()
        if action.isVisible() and not toolbar.widgetForAction(action).isVisible()
    ]

    assert hidden == []


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_perspectives_keep_their_names_at_1024(window: Studio, qtbot, language: str) -> None:
    window.actions[f"language_{language}"].trigger()
    window.window.resize(1024, 700)
    qtbot.wait(20)

    for name in ("build", "step", "train"):
        button = window.window.toolbar.widgetForAction(window.actions[name])
        assert button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def test_the_toolbar_drops_its_names_before_it_cuts_them_off(window: Studio, qtbot) -> None:
    build = window.window.toolbar.widgetForAction(window.actions["build"])
    qtbot.waitUntil(lambda: build.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    for _ in range(6):
        window.actions["text_larger"].trigger()
    qtbot.waitUntil(lambda: build.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly)

    window.actions["text_reset"].trigger()
    qtbot.waitUntil(lambda: build.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon)


def test_the_title_names_the_project_and_marks_changes(
    window: Studio, tmp_path: Path, answers: Answers
) -> None:
    assert window.window.windowTitle() == "Untitled[*] — MLP Studio"
    assert not window.window.isWindowModified()

    window.actions["add_input"].trigger()
    assert window.window.isWindowModified()

    answers.saves = tmp_path / "mine.mlps"
    window.actions["save"].trigger()
    assert window.window.windowTitle() == "mine.mlps[*] — MLP Studio"
    assert not window.window.isWindowModified()


def drop(studio: Studio, path: Path) -> bool:
    """Drag a file onto the window's title and menus, and let it go; whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    arguments = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, *arguments)
    enter.ignore()
    QApplication.sendEvent(studio.window, enter)
    if enter.isAccepted():
        drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, *arguments)
        QApplication.sendEvent(studio.window, drop)
    return enter.isAccepted()


def test_a_dropped_file_is_opened(window: Studio, qtbot, answers: Answers, tmp_path: Path) -> None:
    answers.saves = tmp_path / "mine.mlps"
    window.actions["add_input"].trigger()
    window.actions["save"].trigger()
    window.actions["new"].trigger()

    assert drop(window, tmp_path / "mine.mlps")

    qtbot.waitUntil(lambda: window.document.path == tmp_path / "mine.mlps")
    assert len(window.document.project.layers) == 1


def test_a_folder_is_not_taken(window: Studio, tmp_path: Path) -> None:
    assert not drop(window, tmp_path)


def test_a_file_can_be_dropped_on_the_canvas_too(window: Studio, tmp_path: Path) -> None:
    """The canvas takes drops of its own kind and lets a file through to the window."""
    path = tmp_path / "mine.mlps"
    path.write_bytes(b"")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    enter = QDragEnterEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()

    QApplication.sendEvent(window.canvas.viewport(), enter)

    assert enter.isAccepted()


def test_a_refusal_is_said_in_the_status_line(window: Studio) -> None:
    window.canvas.refused.emit("That link would close a circle.")

    assert window.window.statusBar().currentMessage() == "That link would close a circle."


def test_presentation_leaves_the_canvas_and_a_way_out(window: Studio, qtbot) -> None:
    window.actions["presentation"].trigger()
    main = window.window
    assert not main.menuBar().isVisible()
    assert not any(toolbar.isVisible() for toolbar in main.findChildren(QToolBar))
    assert not any(dock.isVisible() for dock in main.findChildren(QDockWidget))
    assert main.presentation.way_out.isVisible()

    main.activateWindow()
    qtbot.keyClick(main, Qt.Key.Key_Escape)

    assert main.menuBar().isVisible()
    assert not main.presentation.way_out.isVisible()
    assert shown(window) == BUILDING
    assert not window.actions["presentation"].isChecked()


def test_shortcuts_work_while_presenting(window: Studio, qtbot) -> None:
    window.actions["add_input"].trigger()
    window.actions["presentation"].trigger()
    window.window.activateWindow()

    qtbot.keyClick(window.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert window.document.project.layers == ()


def test_a_clicker_steps_through_the_presentation(xor: Studio, qtbot) -> None:
    xor.canvas.setFocus()
    xor.actions["presentation"].trigger()
    main, cursor = xor.window, xor.cursor
    main.activateWindow()
    assert "→" in main.presentation.way_out.text()

    places = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space):
        qtbot.keyClick(xor.canvas, key)
        places.append(cursor.index)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_PageUp):
        qtbot.keyClick(xor.canvas, key)
        places.append(cursor.index)
    assert places == [0, 1, 2, 1, 0]

    qtbot.keyClick(xor.canvas, Qt.Key.Key_Escape)
    qtbot.keyClick(xor.canvas, Qt.Key.Key_Right)
    assert not xor.actions["presentation"].isChecked()
    assert cursor.index == 0


@pytest.mark.parametrize("perspective", ["step", "train"])
def test_the_canvas_has_the_focus_after_a_change_of_perspective(
    window: Studio, qtbot, perspective: str
) -> None:
    window.window.activateWindow()
    window.window.docks["outline"].widget().setFocus()

    window.actions[perspective].trigger()
    qtbot.wait(1)

    assert window.window.focusWidget() is window.canvas


def test_the_canvas_takes_the_focus_of_a_field_whose_layer_is_gone(xor: Studio, qtbot) -> None:
    xor.selection.set(Selected(layers=frozenset(("h1",))))
    page = xor.window.docks["inspector"].widget().page
    field = next(box for box in page.findChildren(QLineEdit) if box.isVisible())
    xor.window.activateWindow()
    field.setFocus()
    assert xor.window.focusWidget() is field

    xor.document.apply("Remove", edits.remove_layer, "h1")
    qtbot.wait(1)

    assert xor.window.focusWidget() is xor.canvas


def test_training_shows_its_curve(xor: Studio, qtbot) -> None:
    assert xor.actions["run"].text() == "Start &training"
    assert xor.actions["run"].iconText() == "Start"
    assert not xor.window.docks["loss"].isVisible()

    xor.actions["run"].trigger()
    xor.actions["pause"].trigger()

    assert xor.window.perspectives.current == "train"
    assert xor.window.docks["loss"].isVisible()


def test_training_leaves_a_perspective_that_shows_the_curve(xor: Studio, qtbot) -> None:
    xor.window.docks["loss"].show()

    xor.actions["run"].trigger()
    xor.actions["pause"].trigger()

    assert xor.window.perspectives.current == "build"


@pytest.mark.parametrize("visit", ["first", "after a larger screen"])
def test_the_window_lies_within_the_screen(studio: Studio, qtbot, visit: str) -> None:
    free = studio.window.screen().availableGeometry()
    if visit != "first":
        studio.window.move(free.right() - 40, free.bottom() - 40)
        studio.window.resize(free.size() + QSize(200, 200))
        studio.settings.geometry = studio.window.saveGeometry()
        studio.window._take_up_geometry()
    with qtbot.waitExposed(studio.window):
        studio.show()
    qtbot.wait(1)

    assert free.contains(studio.window.frameGeometry())


def test_recent_files_and_examples_are_in_their_menus(
    window: Studio, qtbot, answers: Answers, tmp_path: Path
) -> None:
    examples = window.window.submenu("examples")
    titles = [action.text() for action in examples.actions()]
    assert "XOR with two hidden units" in titles

    examples.actions()[titles.index("XOR with two hidden units")].trigger()
    assert len(window.document.project.layers) == 3
    assert window.window.windowTitle() == "XOR with two hidden units[*] — MLP Studio"

    answers.saves = tmp_path / "my xor.mlps"
    window.actions["save"].trigger()
    recent = window.window.submenu("recent")
    recent.aboutToShow.emit()
    assert recent.actions()[0].text() == "my xor.mlps"
