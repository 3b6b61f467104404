"""The numbers of the training room: counted by hand, and always those of the weights there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.live import LiveWeights
from mlp_studio.document.stepper import StepCursor
from mlp_studio.document.training import TrainingRun
from mlp_studio.project import edits
from mlp_studio.project.model import Project
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.metrics import MetricsPanel, evaluation
from mlp_studio.ui.panels.metrics import panel as panel_module
from mlp_studio.ui.panels.metrics.confusion_painting import ground
from mlp_studio.ui.panels.metrics.figure_table import FigureTable
from mlp_studio.ui.panels.metrics.percent import percent_text
from mlp_studio.ui.theme import ThemeModel, load
from tests.project.projects import chain, dataset
from tests.ui.panels.conftest import moons_project


@dataclass
class Room:
    document: Document
    run: TrainingRun
    cursor: StepCursor
    panel: MetricsPanel


def linear(project: Project, *rows: list[float]) -> Project:
    """The same with outputs W·x: these rows of weights, no bias."""
    project = edits.set_activation(project, "o", "linear")
    for unit in range(len(rows)):
        project = edits.set_bias(project, "o", unit, 0.0)
    return edits.set_weights(project, "x->o", np.array(rows))


def binary() -> Project:
    """a = x, above ½ of class 1: right for samples 1, 3 and 5, wrong for 2 and 4."""
    data = dataset([[0.1], [0.9], [0.8], [0.4], [0.2]], [[0], [0], [1], [1], [0]])
    return linear(chain(1, 1, data=data), [1.0])


def three_classes() -> Project:
    """a = x: the largest input says the class."""
    inputs = [[1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0]]
    data = dataset(inputs, np.eye(3)[[0, 0, 1, 2, 2]])
    return linear(chain(3, 3, data=data), [1, 0, 0], [0, 1, 0], [0, 0, 1])


def regression() -> Project:
    """a = x, residuals 0, 2 and −1."""
    return linear(chain(1, 1, data=dataset([[1], [2], [4]], [[1], [4], [3]])), [1.0])


@pytest.fixture
def room(
    qapp: QApplication, theme: ThemeModel, numbers: NumberFormat, qtbot: QtBot
) -> Iterator[Room]:
    document = Document(binary())
    run = TrainingRun(document)
    cursor = StepCursor(document)
    live = LiveWeights(document, run)
    panel = MetricsPanel(document=document, live=live, cursor=cursor, theme=theme, numbers=numbers)
    qtbot.addWidget(panel)
    panel.resize(320, 900)
    panel.show()
    yield Room(document, run, cursor, panel)
    run.shutdown()


def settle() -> None:
    """Let layouts that wait for their turn be made."""
    for _ in range(4):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QApplication.processEvents()


def column(table: FigureTable, at: int = 0) -> dict[str, str]:
    return {row.name: row.texts[at] for row in table.rows}


def click(qtbot: QtBot, room: Room, target: int, predicted: int) -> None:
    matrix = room.panel.classes.matrix
    place = matrix.box((target, predicted)).center().toPoint()
    qtbot.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_small_network_counted_by_hand(room: Room) -> None:
    panel = room.panel
    assert "one of two classes" in panel.task.text()
    assert column(panel.head) == {
        "Samples": "5",
        # ½ · (0.1² + 0.9² + 0.2² + 0.6² + 0.2²) / 5
        "Loss": "0.1260",
        "Accuracy": "60.00 %",
    }
    assert panel.classes.matrix.counts.tolist() == [[2, 1], [1, 1]]
    assert [row.name for row in panel.classes.table.rows] == ["0", "1", "mean"]
    assert panel.classes.table.rows[0].texts == ("0.6667", "0.6667", "0.6667", "3")
    assert panel.classes.table.rows[1].texts == ("0.5000", "0.5000", "0.5000", "2")
    assert panel.classes.table.rows[2].texts == ("0.5833", "0.5833", "0.5833", "5")
    assert not panel.fits.isVisible()
    assert not panel.classes.test.isVisible()


def test_an_edit_of_a_weight_changes_the_figures_at_once_and_undo_brings_them_back(
    room: Room,
) -> None:
    document, panel = room.document, room.panel
    document.apply("", edits.set_weight, "x->o", 0, 0, -1.0)
    assert panel.head.text("Accuracy") == "60.00 %"
    assert panel.classes.matrix.counts.tolist() == [[3, 0], [2, 0]]
    document.apply("", edits.set_bias, "o", 0, 0.95)
    assert panel.head.text("Accuracy") == "40.00 %"
    document.undo()
    document.undo()
    assert panel.classes.matrix.counts.tolist() == [[2, 1], [1, 1]]


def test_other_data_are_counted_at_once(room: Room) -> None:
    room.document.apply("", edits.set_data, dataset([[1.0], [0.0]], [[1], [0]]))
    assert room.panel.head.text("Samples") == "2"
    assert room.panel.head.text("Accuracy") == "100.00 %"


def test_the_loss_is_the_projects_without_the_penalty(room: Room) -> None:
    room.document.apply("", edits.set_penalty, l2=10.0)
    assert room.panel.head.text("Loss") == "0.1260"
    room.document.apply("", edits.set_loss, "mae")
    assert room.panel.head.text("Loss") == "0.4000"
    assert "(1/m) Σ |a − t|" in room.panel.head.toolTip()


def test_several_classes_are_called_as_the_output_units_are(room: Room) -> None:
    room.document.new(three_classes())
    panel = room.panel
    assert "one of 3 classes" in panel.task.text()
    assert panel.classes.matrix.counts.tolist() == [[2, 0, 0], [0, 1, 0], [1, 0, 1]]
    assert [row.name for row in panel.classes.table.rows] == ["o₁", "o₂", "o₃", "mean"]
    room.document.apply("", edits.set_unit_name, "o", 2, "iris")
    assert [row.name for row in panel.classes.table.rows] == ["o₁", "o₂", "iris", "mean"]


def test_what_is_0_over_0_is_a_dash(room: Room) -> None:
    room.document.apply("", edits.set_weight, "x->o", 0, 0, 0.0)
    table = room.panel.classes.table
    assert table.rows[1].texts == ("–", "0.0000", "0.0000", "2")
    assert table.rows[2].texts[0] == "0.6000"


def test_train_stands_beside_test(room: Room, qtbot: QtBot) -> None:
    room.document.apply("", edits.set_training, test_fraction=0.4)
    panel, compiled = room.panel, room.document.compiled
    assert compiled is not None
    assert panel.head.heads == ("Train", "Test")
    assert column(panel.head, 0)["Samples"] == "3"
    assert column(panel.head, 1)["Samples"] == "2"
    data = compiled.data
    for at, (inputs, targets) in enumerate(
        ((data.train_inputs, data.train_targets), (data.test_inputs, data.test_targets))
    ):
        loss = compiled.network.loss_value(compiled.parameters, inputs, targets)
        assert column(panel.head, at)["Loss"] == f"{loss:.4f}"
    assert panel.classes.matrix.counts.sum() == 3
    qtbot.mouseClick(panel.classes.test, Qt.MouseButton.LeftButton)
    assert panel.classes.matrix.counts.sum() == 2
    room.document.undo()
    assert not panel.classes.test.isVisible()
    assert panel.classes.matrix.counts.sum() == 5


def test_clicks_on_a_cell_take_its_samples_in_turn(room: Room, qtbot: QtBot) -> None:
    matrix = room.panel.classes.matrix
    assert (room.cursor.sample, matrix.marked) == (0, (0, 0))
    click(qtbot, room, 0, 0)
    assert room.cursor.sample == 4
    assert "Sample 5 is the current sample" in room.panel.classes.telling.text
    assert "2 of 2" in room.panel.classes.telling.text
    click(qtbot, room, 0, 0)
    assert room.cursor.sample == 0
    click(qtbot, room, 1, 0)
    assert (room.cursor.sample, matrix.marked) == (3, (1, 0))
    room.cursor.set_sample(1)
    assert matrix.marked == (0, 1)


def test_arrows_and_enter_do_what_the_mouse_does(room: Room, qtbot: QtBot) -> None:
    matrix = room.panel.classes.matrix
    matrix.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(matrix, key)
    assert matrix.looked == (1, 0)
    assert "Target 1, predicted 0: 1 of 2 samples (50.00 %)" in room.panel.classes.telling.text
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert room.cursor.sample == 3


def test_a_cell_under_the_mouse_says_its_percentage(room: Room, qtbot: QtBot) -> None:
    matrix, telling = room.panel.classes.matrix, room.panel.classes.telling
    qtbot.mouseMove(matrix.viewport(), matrix.box((0, 0)).center().toPoint())
    qtbot.waitUntil(lambda: "2 of 3 samples (66.67 %)" in telling.text)
    QApplication.sendEvent(matrix.viewport(), QEvent(QEvent.Type.Leave))
    assert "diagonal" in telling.text


def test_an_empty_cell_leaves_the_stepper_alone(room: Room, qtbot: QtBot) -> None:
    room.document.apply("", edits.set_weight, "x->o", 0, 0, 0.0)
    click(qtbot, room, 0, 1)
    assert room.cursor.sample == 0
    assert "No sample" in room.panel.classes.telling.text


def test_a_validation_part_stands_beside_train_and_test(room: Room, qtbot: QtBot) -> None:
    room.document.apply("", edits.set_training, test_fraction=0.2, validation_fraction=0.4)
    compiled, panel = room.document.compiled, room.panel
    assert compiled is not None
    assert panel.head.heads == ("Train", "Validation", "Test")
    assert [column(panel.head, at)["Samples"] for at in range(3)] == ["2", "2", "1"]
    data = compiled.data
    assert data.validation_inputs is not None
    outputs = compiled.network.predict(compiled.parameters, data.validation_inputs)
    share = float(((outputs > 0.5) == (data.validation_targets > 0.5)).mean())
    assert column(panel.head, 1)["Accuracy"] == percent_text(room.panel._numbers, share)
    qtbot.mouseClick(panel.classes.validation, Qt.MouseButton.LeftButton)
    assert panel.classes.shown is not None
    assert panel.classes.shown.rows.tolist() == compiled.split.validation.tolist()
    room.document.apply("", edits.set_training, validation_fraction=0.0)
    assert panel.classes.shown.rows.tolist() == room.document.compiled.split.train.tolist()
    assert not panel.classes.validation.isVisible()


def test_a_sample_set_aside_is_in_no_batch_and_the_panel_says_so(room: Room, qtbot: QtBot) -> None:
    room.document.apply("", edits.set_training, test_fraction=0.4)
    room.cursor.set_scope("batch")
    before = room.cursor.sample
    qtbot.mouseClick(room.panel.classes.test, Qt.MouseButton.LeftButton)
    target, predicted = np.argwhere(room.panel.classes.matrix.counts)[0].tolist()
    click(qtbot, room, target, predicted)
    assert room.cursor.sample == before
    assert "set aside" in room.panel.classes.telling.text


def test_residuals_by_hand(room: Room) -> None:
    room.document.new(regression())
    panel = room.panel
    assert panel.task.text() == "Asked for: numbers."
    assert column(panel.head)["R²"] == "−0.0714"
    assert column(panel.fits.table) == {
        "RMSE": "1.2910",
        "MAE": "1.0000",
        "max |t − a|": "2.0000",
        "mean t − a": "0.3333",
    }
    points = panel.fits.plot.points
    assert points is not None
    assert points.residuals.tolist() == [0, 2, -1]
    assert points.outputs.tolist() == [1, 2, 4]
    assert not panel.classes.isVisible()
    assert not panel.fits.output.isVisible()


def test_a_click_on_a_point_takes_its_sample_and_hovering_says_its_numbers(
    room: Room, qtbot: QtBot
) -> None:
    room.document.new(regression())
    plot = room.panel.fits.plot
    settle()
    place = plot.place(1).toPoint()
    qtbot.mouseMove(plot, place)
    text = "Sample 2: target 4.0000, output 2.0000, residual +2.0000"
    qtbot.waitUntil(lambda: room.panel.fits.telling.text == text)
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=place)
    assert room.cursor.sample == 1
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert room.cursor.sample == 1
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert room.cursor.sample == 2


def test_points_stand_where_their_numbers_say(room: Room) -> None:
    room.document.new(regression())
    plot = room.panel.fits.plot
    first, second, third = map(plot.place, range(3))
    assert first.x() < second.x() < third.x()
    assert second.y() < first.y() < third.y()
    assert (second.y() - first.y()) == pytest.approx(-2 * (third.y() - first.y()))


def test_several_outputs_are_shown_one_at_a_time(room: Room) -> None:
    data = dataset([[1.0], [2.0]], [[1.5, 0.0], [2.5, 3.0]])
    room.document.new(linear(chain(1, 2, data=data), [1.0], [1.0]))
    fits = room.panel.fits
    assert [fits.output.itemText(at) for at in range(2)] == ["o₁", "o₂"]
    assert column(fits.table)["MAE"] == "0.5000"
    fits.output.setCurrentIndex(1)
    fits.output.activated.emit(1)
    assert column(fits.table)["MAE"] == "1.0000"
    assert fits.plot.points is not None
    assert fits.plot.points.residuals.tolist() == [-1.0, 1.0]
    room.document.apply("", edits.set_weight, "x->o", 1, 0, 0.0)
    assert fits.output.currentIndex() == 1
    assert column(fits.table)["MAE"] == "1.5000"


def test_without_data_or_with_problems_it_says_what_is_missing(room: Room) -> None:
    document, panel = room.document, room.panel
    document.apply("", edits.remove_link, "x->o")
    assert "As soon as" in panel.message.text()
    assert not panel.head.isVisible()
    assert not panel.classes.isVisible()
    document.undo()
    assert not panel.message.isVisible()
    assert panel.head.text("Accuracy") == "60.00 %"
    document.new()
    assert "Choose data" in panel.message.text()


def test_out_of_sight_nothing_is_computed_and_in_sight_again_nothing_is_stale(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[Any] = []
    real = evaluation.Evaluation.begin

    def counted(self: Any, *args: Any) -> None:
        calls.append(args)
        real(self, *args)

    monkeypatch.setattr(evaluation.Evaluation, "begin", counted)
    room.panel.hide()
    room.document.apply("", edits.set_weight, "x->o", 0, 0, 0.0)
    room.document.apply("", edits.set_data, dataset([[1.0], [0.0]], [[1], [0]]))
    assert not calls
    room.panel.show()
    assert len(calls) == 1
    assert room.panel.head.text("Samples") == "2"
    assert room.panel.head.text("Accuracy") == "50.00 %"
    room.panel.hide()
    room.panel.show()
    room.document.apply("", edits.rename_layer, "o", "answer")
    assert len(calls) == 2


def test_an_edit_is_computed_once(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[Any] = []
    real = evaluation.Evaluation.begin

    def counted(self: Any, *args: Any) -> None:
        calls.append(args)
        real(self, *args)

    monkeypatch.setattr(evaluation.Evaluation, "begin", counted)
    room.document.apply("", edits.set_weight, "x->o", 0, 0, 0.5)
    assert len(calls) == 1


def test_figures_follow_a_run_and_are_those_of_the_document_at_its_end(
    room: Room, qtbot: QtBot
) -> None:
    project = edits.set_training(moons_project(), epochs=200_000, test_fraction=0.25)
    room.document.new(edits.set_optimizer(project, learning_rate=1.0))
    before = room.panel.head.text("Loss")
    room.run.start()
    qtbot.waitUntil(lambda: room.panel.head.text("Loss") != before, timeout=5000)
    assert room.run.running
    room.run.pause()
    compiled = room.document.compiled
    assert compiled is not None
    data = compiled.data
    for at, (inputs, targets) in enumerate(
        ((data.train_inputs, data.train_targets), (data.test_inputs, data.test_targets))
    ):
        loss = compiled.network.loss_value(compiled.parameters, inputs, targets)
        assert room.panel.head.text("Loss", at) == room.panel._numbers.text(loss)


def large() -> Project:
    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(9000, 2))
    data = dataset(inputs, (inputs.sum(axis=1, keepdims=True) > 0).astype(float))
    return linear(chain(2, 1, data=data), [1.0, 0.0])


def test_of_large_data_a_part_comes_first_and_says_so_until_all_is_there(
    room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(panel_module, "BUDGET_AT_REST", 0.0)
    monkeypatch.setattr(panel_module, "SLICE", 0.0)
    room.document.new(large())
    panel = room.panel
    assert "of the 9,000 samples so far" in panel.part.text()
    assert int(panel.head.text("Samples").replace(",", "")) < 9000
    qtbot.waitUntil(lambda: not panel.part.isVisible(), timeout=5000)
    assert panel.head.text("Samples") == "9,000"
    compiled = room.document.compiled
    assert compiled is not None
    outputs = compiled.network.predict(compiled.parameters, compiled.inputs)[:, 0]
    right = (outputs > 0.5) == (compiled.targets[:, 0] > 0.5)
    shown = panel.classes.shown
    assert shown is not None
    assert shown.outputs[:, 0] == pytest.approx(outputs)
    assert panel.classes.matrix.counts.trace() == right.sum()


def test_while_a_run_goes_on_large_data_are_computed_in_part(
    room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(panel_module, "BUDGET", 0.0)
    room.document.new(edits.set_training(large(), epochs=200_000))
    panel = room.panel
    qtbot.waitUntil(lambda: not panel.part.isVisible(), timeout=5000)
    room.run.start()
    qtbot.waitUntil(panel.part.isVisible, timeout=5000)
    assert "While it runs" in panel.part.text()
    counted = int(panel.classes.matrix.counts.sum())
    assert 0 < counted < 9000
    assert panel.head.text("Samples").replace(",", "") == str(counted)
    room.run.pause()
    qtbot.waitUntil(lambda: not panel.part.isVisible(), timeout=5000)
    assert panel.head.text("Samples") == "9,000"


def test_more_classes_than_fit_scroll_and_the_keyboard_brings_cells_into_view(
    room: Room, qtbot: QtBot
) -> None:
    names = np.eye(30)
    room.document.new(linear(chain(30, 30, data=dataset(names, names)), *names.tolist()))
    matrix = room.panel.classes.matrix
    settle()
    assert matrix.height() < 600
    matrix.setFocus()
    for _ in range(40):
        qtbot.keyClick(matrix, Qt.Key.Key_Down)
        qtbot.keyClick(matrix, Qt.Key.Key_Right)
    assert matrix.looked == (29, 29)
    assert matrix.viewport().rect().adjusted(0, 0, 2, 2).contains(matrix.box((29, 29)).toRect())
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert room.cursor.sample == 29


@pytest.mark.parametrize("width", [280, 320, 380])
def test_up_to_ten_classes_need_no_scrolling(room: Room, width: int) -> None:
    names = np.eye(10)
    room.panel.resize(width, 900)
    room.document.new(linear(chain(10, 10, data=dataset(names, names)), *names.tolist()))
    matrix = room.panel.classes.matrix
    assert matrix.horizontalScrollBar().maximum() == 0
    assert matrix.box((9, 9)).right() <= matrix.viewport().width() + 1


@pytest.mark.parametrize("name", ["light", "dark"])
def test_counts_can_be_read_on_every_ground(name: str) -> None:
    theme = load(name)
    for is_right in (False, True):
        for share in (1, 50, 100):
            assert contrast(theme.ink, ground(theme, share, is_right=is_right)) >= 4.5
    assert contrast(theme.muted, ground(theme, 0, is_right=False)) >= 4.5


def contrast(one: QColor, other: QColor) -> float:
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: QColor) -> float:
    parts = np.array([colour.redF(), colour.greenF(), colour.blueF()])
    parts = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(parts @ (0.2126, 0.7152, 0.0722))


def test_a_table_is_copied_as_tsv_and_read_out(room: Room, qtbot: QtBot) -> None:
    table = room.panel.head
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    expected = "\tTrain\nSamples\t5\nLoss\t0.1260\nAccuracy\t60.00 %\n"
    assert QGuiApplication.clipboard().text() == expected
    assert "Accuracy 60.00 %" in table.accessibleDescription()


def test_digits_and_decimal_sign_are_those_of_the_window(room: Room, numbers: NumberFormat) -> None:
    numbers.set_digits(2)
    numbers.set_decimal_sign(",")
    assert column(room.panel.head) == {"Samples": "5", "Loss": "0,13", "Accuracy": "60 %"}


def test_a_percentage_never_rounds_to_all_or_nothing(numbers: NumberFormat) -> None:
    shares = (0.0, 1e-9, 0.5, 1 - 1e-9, 1.0, float("nan"))
    texts = [percent_text(numbers, share) for share in shares]
    assert texts == ["0.00 %", "< 0.01 %", "50.00 %", "> 99.99 %", "100.00 %", "–"]


def test_every_control_has_a_name(room: Room) -> None:
    panel = room.panel
    for part in (panel.head, panel.classes.matrix, panel.classes.table, panel.fits.plot):
        assert part.accessibleName()
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert panel.fits.output.accessibleName()


def test_a_network_that_diverged_is_shown_as_it_is(room: Room) -> None:
    project = linear(chain(1, 1, data=dataset([[1e200], [2.0]], [[1], [3.0]])), [1e200])
    room.document.new(edits.set_data(project, dataset([[1e200], [2.0], [3]], [[1], [3.0], [4]])))
    panel = room.panel
    assert panel.fits.table.text("RMSE") == "∞"
    points = panel.fits.plot.points
    assert points is not None
    assert points.total == 2
    panel.grab()
    assert panel.fits.plot.place(0) != QPointF()
