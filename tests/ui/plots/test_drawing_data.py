"""Drawing data: each gesture is one undo entry, and what is painted is what the data become."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import builtin, edits
from mlp_studio.project.model import Dataset, Generator, Project
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.drawing_data import DrawPanel
from mlp_studio.ui.plots.drawing_data.board import Brush, board_of, moved, painted
from mlp_studio.ui.plots.drawing_data.gestures import TOOLS
from mlp_studio.ui.plots.drawing_data.viewing import USUAL, fitted, kept, zoomed
from mlp_studio.ui.theme import ThemeModel

LEFT = Qt.MouseButton.LeftButton
NEAR = 0.02
"""About two pixels of the plane."""


@pytest.fixture
def panel(document: Document, theme: ThemeModel, numbers: NumberFormat, qtbot: QtBot) -> DrawPanel:
    panel = DrawPanel(document=document, theme=theme, numbers=numbers)
    qtbot.addWidget(panel)
    panel.resize(360, 700)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def point(panel: DrawPanel, x: float, y: float) -> QPoint:
    return panel.plane.frame.at(x, y).toPoint()


def drag(qtbot: QtBot, panel: DrawPanel, *places: tuple[float, float]) -> None:
    """Press at the first place, pass through the others, and let go at the last."""
    points = [point(panel, *place) for place in places]
    qtbot.mousePress(panel.plane, LEFT, pos=points[0])
    for at in points[1:]:
        qtbot.mouseMove(panel.plane, at)
        QApplication.processEvents()
    qtbot.mouseRelease(panel.plane, LEFT, pos=points[-1])


def data_of(document: Document) -> Dataset:
    assert document.project.data is not None
    return document.project.data


def given(document: Document, inputs, targets, **changes) -> None:
    columns = tuple(f"x{number + 1}" for number in range(len(inputs[0])))
    data = Dataset(columns, FrozenArray(inputs), FrozenArray(targets), **changes)
    document.apply("", edits.set_data, data)


def entries(document: Document) -> int:
    return document.undo_stack.count()


def test_the_first_click_makes_data_of_two_columns_and_two_classes(
    panel: DrawPanel, document: Document, qtbot: QtBot
) -> None:
    drag(qtbot, panel, (0.5, -0.25))
    data = data_of(document)
    assert data.columns == ("x1", "x2")
    assert data.classes == ("A", "B")
    assert data.inputs.values == pytest.approx(np.array([[0.5, -0.25]]), abs=NEAR)
    assert data.targets.values.tolist() == [[0.0]]
    document.undo()
    assert document.project.data is None


def test_the_class_chosen_is_the_class_painted(
    panel: DrawPanel, document: Document, qtbot: QtBot
) -> None:
    drag(qtbot, panel, (0.0, 0.0))
    panel.classes.buttons[1].click()
    drag(qtbot, panel, (1.0, 1.0))
    assert data_of(document).targets.values.tolist() == [[0.0], [1.0]]
    assert [button.text() for button in panel.classes.buttons] == ["A · 1", "B · 1"]


def test_a_drag_leaves_a_row_of_samples_and_one_undo_entry(
    panel: DrawPanel, document: Document, qtbot: QtBot
) -> None:
    drag(qtbot, panel, (-1.0, 0.0), (0.0, 0.0), (1.0, 0.0))
    inputs = data_of(document).inputs.values
    assert len(inputs) > 8
    assert (np.diff(inputs[:, 0]) > 0.0).all()
    assert np.abs(inputs[:, 1]).max() < NEAR
    assert entries(document) == 1
    assert document.undo_stack.text(0) == "Paint samples"


def test_nothing_reaches_the_data_before_the_button_is_released(
    panel: DrawPanel, document: Document, qtbot: QtBot
) -> None:
    qtbot.mousePress(panel.plane, LEFT, pos=point(panel, 0.0, 0.0))
    assert document.project.data is None
    assert len(panel.plane.gesture.places) == 1
    qtbot.keyClick(panel.plane, Qt.Key.Key_Escape)
    qtbot.mouseRelease(panel.plane, LEFT, pos=point(panel, 0.0, 0.0))
    assert document.project.data is None
    assert entries(document) == 0


def test_the_spray_scatters_within_the_brush_as_long_as_it_is_held(
    panel: DrawPanel, document: Document, qtbot: QtBot
) -> None:
    panel.tools.tools["spray"].click()
    panel.brush_row.size_slider.setValue(30)
    at = point(panel, 0.0, 0.0)
    qtbot.mousePress(panel.plane, LEFT, pos=at)
    begun = len(panel.plane.gesture.places)
    qtbot.waitUntil(lambda: len(panel.plane.gesture.places) >= begun + 8)
    qtbot.mouseRelease(panel.plane, LEFT, pos=at)
    screen = panel.plane.frame.on_screen(data_of(document).inputs.values)
    far = np.hypot(screen[:, 0] - at.x(), screen[:, 1] - at.y())
    assert far.max() <= 30.0 + 1e-9
    assert far.std() > 0.0
    assert entries(document) == 1


def test_the_eraser_takes_what_it_passes_over_and_nothing_else(
    panel: DrawPanel, document: Document, qtbot: QtBot
) -> None:
    given(document, [[-1.0, 0.0], [0.0, 0.0], [1.0, 0.0], [0.0, 1.0]], [[0.0], [1.0], [0.0], [1.0]])
    panel.choose_tool("erase")
    panel.brush_row.size_slider.setValue(10)
    drag(qtbot, panel, (-1.0, 0.0), (1.0, 0.0))
    assert data_of(document).inputs.values.tolist() == [[0.0, 1.0]]
    assert entries(document) == 2
    document.undo()
    assert data_of(document).samples == 4


def test_erasing_begins_before_a_new_class_was_ever_painted_on_screen(
    panel: DrawPanel, document: Document, qtbot: QtBot
) -> None:
    panel.choose_tool("erase")
    panel.plane.grab()
    given(document, [[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]], np.eye(3))
    at = point(panel, 0.0, 0.0)
    qtbot.mousePress(panel.plane, LEFT, pos=at)
    assert not panel.plane.grab().isNull()
    qtbot.mouseRelease(panel.plane, LEFT, pos=at)
    assert data_of(document).samples == 2


def test_erasing_the_last_sample_leaves_no_data_and_the_classes_to_draw_on_with(
    panel: DrawPanel, document: Document, qtbot: QtBot
) -> None:
    drag(qtbot, panel, (0.0, 0.0))
    panel.add_class.click()
    panel.choose_tool("erase")
    drag(qtbot, panel, (0.0, 0.0))
    assert document.project.data is None
    assert len(panel.classes.buttons) == 3


def test_a_sample_is_moved_and_keeps_its_class(
    panel: DrawPanel, document: Document, qtbot: QtBot
) -> None:
    given(document, [[-1.0, 0.0], [0.5, 0.5]], [[0.0], [1.0]])
    panel.choose_tool("move")
    drag(qtbot, panel, (0.5, 0.5), (0.75, 0.0), (1.0, -1.0))
    data = data_of(document)
    assert data.inputs.values == pytest.approx(np.array([[-1.0, 0.0], [1.0, -1.0]]), abs=NEAR)
    assert data.targets.values.tolist() == [[0.0], [1.0]]
    assert document.undo_stack.text(1) == "Move a sample"


def test_dragging_where_no_sample_is_moves_none(
    panel: DrawPanel, document: Document, qtbot: QtBot
) -> None:
    given(document, [[-1.0, 0.0], [0.5, 0.5]], [[0.0], [1.0]])
    panel.choose_tool("move")
    drag(qtbot, panel, (0.0, -1.0), (1.0, 1.0))
    assert entries(document) == 1


def test_a_third_class_turns_the_targets_into_one_for_each(
    panel: DrawPanel, document: Document, qtbot: QtBot
) -> None:
    drag(qtbot, panel, (-1.0, 0.0))
    panel.choose_class(1)
    drag(qtbot, panel, (0.0, 0.0))
    panel.add_class.click()
    drag(qtbot, panel, (1.0, 0.0))
    data = data_of(document)
    assert data.targets.values.tolist() == np.eye(3).tolist()
    assert data.classes == ("A", "B", "C")


def test_there_are_six_classes_at_most(panel: DrawPanel, document: Document) -> None:
    for _ in range(6):
        panel.take_another_class()
    assert len(panel.classes.buttons) == 6
    assert panel.add_class.isHidden()
    assert panel.plane.brush.label == 5


def test_more_classes_than_buttons_have_room_for_are_chosen_from_a_list(
    panel: DrawPanel, document: Document
) -> None:
    labels = np.arange(10)
    given(document, np.column_stack([labels, labels]) / 10.0, np.eye(10))
    assert panel.classes.buttons == []
    assert panel.classes.list.count() == 10
    assert panel.classes.list.itemText(9) == "10 · 1"


def test_long_names_of_classes_are_written_whole_two_abreast(
    panel: DrawPanel, document: Document, qtbot: QtBot
) -> None:
    names = ("setosa", "versicolor", "virginica")
    inputs = [[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]]
    given(document, inputs, np.eye(3), classes=names)
    panel.resize(300, 700)
    buttons = panel.classes.buttons
    qtbot.waitUntil(lambda: buttons[2].y() > buttons[1].y() == buttons[0].y())
    assert [button.text() for button in buttons] == [f"{name} · 1" for name in names]


def test_clearing_is_one_entry_that_undo_takes_back(
    panel: DrawPanel, document: Document, qtbot: QtBot
) -> None:
    assert not panel.tools.clear.isEnabled()
    drag(qtbot, panel, (0.0, 0.0))
    panel.tools.clear.click()
    assert document.project.data is None
    document.undo()
    assert data_of(document).samples == 1


def test_painting_into_made_data_makes_them_nobodys_recipe(
    panel: DrawPanel, document: Document, qtbot: QtBot
) -> None:
    made = builtin.generated(Generator("moons", samples=40))
    document.apply("", edits.set_data, made)
    panel.choose_class(1)
    x0, x1, y0, y1 = panel.plane.view
    drag(qtbot, panel, ((x0 + x1) / 2, (y0 + y1) / 2))
    data = data_of(document)
    assert data.samples == 41
    assert data.generator is None
    assert data.targets.values[-1] == made.targets.values.max()


def test_of_one_column_the_height_is_the_target(
    panel: DrawPanel, document: Document, qtbot: QtBot
) -> None:
    panel.start.setCurrentIndex(1)
    panel.start.activated.emit(1)
    for place in ((-1.0, 0.5), (0.0, -0.5), (1.0, 1.2)):
        drag(qtbot, panel, place)
    data = data_of(document)
    assert data.columns == ("x1",)
    assert data.classes == ()
    assert data.inputs.values[:, 0] == pytest.approx([-1.0, 0.0, 1.0], abs=NEAR)
    assert data.targets.values[:, 0] == pytest.approx([0.5, -0.5, 1.2], abs=NEAR)
    assert panel.classes.isHidden()


def test_a_point_of_a_curve_moves_in_both_directions(
    panel: DrawPanel, document: Document, qtbot: QtBot
) -> None:
    given(document, [[-1.0], [0.0], [1.0]], [[0.3], [0.6], [0.9]])
    panel.choose_tool("move")
    drag(qtbot, panel, (0.0, 0.6), (0.2, 0.0), (0.5, -1.0))
    data = data_of(document)
    assert data.inputs.values[1, 0] == pytest.approx(0.5, abs=NEAR)
    assert data.targets.values[1, 0] == pytest.approx(-1.0, abs=NEAR)


def test_over_one_column_a_class_lies_at_its_own_height(
    panel: DrawPanel, document: Document, qtbot: QtBot
) -> None:
    given(document, [[-1.0], [1.0]], [[0.0], [1.0]])
    panel.choose_class(1)
    drag(qtbot, panel, (0.5, -1.2))
    assert data_of(document).targets.values.tolist() == [[0.0], [1.0], [1.0]]
    assert panel.board.places[:, 1].tolist() == [0.0, 1.0, 1.0]


def test_over_two_columns_a_number_is_painted_as_typed(
    panel: DrawPanel, document: Document, qtbot: QtBot
) -> None:
    given(document, [[0.0, 0.0], [1.0, 1.0], [-1.0, 1.0]], [[0.1], [0.2], [0.4]])
    assert not panel.brush_row.target.isHidden()
    panel.brush_row.target.setText("1/4")
    qtbot.keyClick(panel.brush_row.target, Qt.Key.Key_Return)
    drag(qtbot, panel, (1.0, -1.0))
    assert data_of(document).targets.values[-1].tolist() == [0.25]


def test_what_is_no_number_is_refused_in_one_sentence_and_stays(
    panel: DrawPanel, document: Document, qtbot: QtBot
) -> None:
    given(document, [[0.0, 0.0], [1.0, 1.0], [-1.0, 1.0]], [[0.1], [0.2], [0.4]])
    panel.brush_row.target.setText("high")
    qtbot.keyClick(panel.brush_row.target, Qt.Key.Key_Return)
    assert "“high” is not a number" in panel.message.text()
    assert not panel.message.isHidden()
    assert panel.brush_row.target.text() == "high"


def test_an_impossible_edit_says_why_and_changes_nothing(
    panel: DrawPanel, document: Document, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("mlp_studio.project.rules.MAX_DATA_VALUES", 3)
    drag(qtbot, panel, (0.0, 0.0))
    drag(qtbot, panel, (1.0, 0.0))
    assert data_of(document).samples == 1
    assert panel.message.text() == "The data may hold 3 values, not 6."


def test_in_columns_not_shown_new_samples_take_the_mean() -> None:
    inputs = np.array([[0.0, 0.0, 2.0], [1.0, 1.0, 4.0]])
    data = Dataset(("a", "b", "c"), FrozenArray(inputs), FrozenArray([[0.0], [1.0]]))
    board = board_of(data, (1, 0))
    after = painted(Project(data=data), board, [(0.25, 0.75)], brush=Brush(1))
    assert after.data is not None
    assert after.data.inputs.values[-1].tolist() == [0.75, 0.25, 3.0]
    elsewhere = moved(Project(data=data), board, 0, (0.5, -0.5))
    assert elsewhere.data is not None
    assert elsewhere.data.inputs.values[0].tolist() == [-0.5, 0.5, 2.0]


def test_keys_place_erase_and_choose_the_class(
    panel: DrawPanel, document: Document, qtbot: QtBot
) -> None:
    plane = panel.plane
    plane.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_2, Qt.Key.Key_Return):
        qtbot.keyClick(plane, key)
    data = data_of(document)
    assert data.inputs.values.tolist() == [[0.0, 0.0]]
    assert data.targets.values.tolist() == [[1.0]]
    qtbot.keyClick(plane, Qt.Key.Key_Right)
    qtbot.keyClick(plane, Qt.Key.Key_Up)
    assert plane.cross == pytest.approx((0.12, 0.12))
    qtbot.keyClick(plane, Qt.Key.Key_Return)
    assert data_of(document).samples == 2
    qtbot.keyClick(plane, Qt.Key.Key_Delete)
    assert data_of(document).inputs.values.tolist() == [[0.0, 0.0]]
    assert entries(document) == 3


@pytest.mark.parametrize(
    ("key", "is_taken"),
    [(Qt.Key.Key_Delete, True), (Qt.Key.Key_2, True), (Qt.Key.Key_9, False), (Qt.Key.Key_Z, False)],
)
def test_keys_that_draw_are_taken_before_the_windows_shortcuts(
    panel: DrawPanel, key: Qt.Key, is_taken: bool
) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(panel.plane, event)
    assert event.isAccepted() == is_taken


def test_a_change_from_elsewhere_ends_the_gesture(
    panel: DrawPanel, document: Document, qtbot: QtBot
) -> None:
    drag(qtbot, panel, (0.0, 0.0))
    qtbot.mousePress(panel.plane, LEFT, pos=point(panel, 1.0, 0.0))
    document.undo()
    qtbot.mouseRelease(panel.plane, LEFT, pos=point(panel, 1.0, 0.0))
    assert panel.plane.gesture is None
    assert document.project.data is None


def test_the_usual_range_is_shown_until_samples_lie_beyond_it() -> None:
    assert fitted(np.array([[1.2, -0.5]])) == USUAL
    x0, x1, y0, y1 = fitted(np.array([[0.0, 0.0], [10.0, 5.0]]))
    assert (x0, x1) == (-1.0, 11.0)
    assert y1 - y0 == x1 - x0
    assert kept((-20.0, 20.0, -20.0, 20.0), np.array([[10.0, 5.0], [0.0, 0.0]])) != USUAL
    assert kept((-2.0, 12.0, -4.0, 10.0), np.array([[11.5, 5.0], [0.0, 0.0]])) == (-2, 12, -4, 10)


def test_zooming_keeps_the_place_under_the_pointer_and_painting_keeps_the_zoom(
    panel: DrawPanel, document: Document, qtbot: QtBot
) -> None:
    x0, x1, y0, y1 = zoomed(USUAL, 2.0, (0.5, 0.5))
    assert (0.5 - x0) / (x1 - x0) == pytest.approx((0.5 + 1.5) / 3.0)
    assert (x1 - x0, y1 - y0) == (1.5, 1.5)
    panel.tools.nearer.click()
    view = panel.plane.view
    drag(qtbot, panel, (0.25, 0.25))
    assert panel.plane.view == view
    panel.tools.fit.click()
    assert panel.plane.view == USUAL


def test_the_line_below_says_where_the_pointer_is(
    panel: DrawPanel, numbers: NumberFormat, qtbot: QtBot
) -> None:
    assert panel.plane.status == ("Click to place a sample, drag for a row of them.", True)
    at = point(panel, 0.5, -0.5)
    qtbot.mousePress(panel.plane, LEFT, pos=at)
    x, y = (numbers.text(value) for value in panel.plane.frame.place(at.toPointF()))
    assert panel.plane.status == (f"x1 = {x}, x2 = {y}", False)


def test_what_is_painted_is_seen_at_once_in_the_colour_of_its_class(
    panel: DrawPanel, theme: ThemeModel, qtbot: QtBot
) -> None:
    at = point(panel, 1.0, 1.0)
    before = panel.plane.grab().toImage().pixelColor(at)
    qtbot.mousePress(panel.plane, LEFT, pos=at)
    during = panel.plane.grab().toImage().pixelColor(at)
    qtbot.mouseRelease(panel.plane, LEFT, pos=at)
    after = panel.plane.grab().toImage().pixelColor(at)
    assert before != theme.theme.negative
    assert during == after == theme.theme.negative


def test_an_erased_sample_is_out_of_sight_before_the_button_is_released(
    panel: DrawPanel, document: Document, theme: ThemeModel, qtbot: QtBot
) -> None:
    given(document, [[1.0, 1.0], [-1.0, -1.0]], [[0.0], [1.0]])
    at = point(panel, 1.0, 1.0)
    assert panel.plane.grab().toImage().pixelColor(at) == theme.theme.negative
    panel.choose_tool("erase")
    qtbot.mousePress(panel.plane, LEFT, pos=at)
    assert panel.plane.grab().toImage().pixelColor(at) != theme.theme.negative
    qtbot.mouseRelease(panel.plane, LEFT, pos=at)


def test_out_of_sight_the_panel_reads_no_data_and_catches_up_when_shown(
    panel: DrawPanel, document: Document
) -> None:
    panel.hide()
    given(document, [[1.0, 1.0], [-1.0, -1.0]], [[0.0], [1.0]])
    assert panel.board.samples == 0
    panel.show()
    assert panel.board.samples == 2


def test_every_tool_has_a_name_for_those_who_do_not_see_it(panel: DrawPanel) -> None:
    names = {panel.tools.tools[tool].accessibleName() for tool in TOOLS}
    assert names == {"Point", "Spray", "Eraser", "Move"}


def test_the_brush_is_painted_where_the_pointer_is(panel: DrawPanel, qtbot: QtBot) -> None:
    panel.choose_tool("spray")
    drag(qtbot, panel, (0.5, 0.5))
    assert panel.plane.shows_brush
    panel.choose_tool("point")
    assert not panel.plane.shows_brush
