"""The training panel: every setting is an undoable edit, and Train says why it cannot."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.training import TrainingRun
from mlp_studio.engine import losses, optimizers
from mlp_studio.project import edits
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.training import SETTINGS, TrainingPanel
from mlp_studio.ui.style import indent_spin_boxes
from tests.ui.panels.conftest import Enter, Shown


@pytest.fixture
def run(moons: Document) -> TrainingRun:
    return TrainingRun(moons)


@pytest.fixture
def panel(moons: Document, run: TrainingRun, numbers: NumberFormat, shown: Shown) -> TrainingPanel:
    panel = TrainingPanel(document=moons, run=run, numbers=numbers)
    shown(panel)
    return panel


def choose(panel: TrainingPanel, name: str) -> None:
    panel.optimizer.activated.emit(panel.optimizer.findData(name))


def test_all_losses_and_optimizers_of_the_engine_are_offered(panel: TrainingPanel) -> None:
    offered = [panel.loss.itemData(at) for at in range(panel.loss.count())]
    assert offered == list(losses.NAMES)
    offered = [panel.optimizer.itemData(at) for at in range(panel.optimizer.count())]
    assert offered == list(optimizers.NAMES)
    known = {setting for settings in optimizers.SETTINGS.values() for setting in settings}
    assert known == set(SETTINGS)


def test_each_setting_is_one_undoable_edit(
    panel: TrainingPanel, moons: Document, enter: Enter
) -> None:
    before = moons.project
    panel.loss.activated.emit(panel.loss.findData("bce"))
    choose(panel, "adam")
    enter(panel.rate.number.line, "1/50")
    panel.batch.setValue(8)
    panel.epochs.setValue(50)
    panel.seed.setValue(3)
    enter(panel.l2.line, "0,01")
    panel.shuffle.click()
    training = moons.project.training
    assert moons.project.loss == "bce"
    assert (training.optimizer.name, training.optimizer.learning_rate) == ("adam", 0.02)
    assert (training.batch_size, training.epochs, training.seed) == (8, 50, 3)
    assert (training.penalty.l2, training.shuffle) == (0.01, False)
    assert moons.undo_stack.count() == 8
    while moons.undo_stack.can_undo():
        moons.undo()
    assert moons.project == before
    assert panel.batch.text() == "all samples"
    assert panel.rate.number.line.text() == "0.1"
    assert panel.optimizer.currentText() == "gradient descent (sgd)"


def test_rate_and_epochs_stand_directly_under_the_buttons(panel: TrainingPanel) -> None:
    def top(widget: QWidget) -> int:
        return widget.mapTo(panel, QPoint(0, 0)).y()

    assert top(panel.controls.reset) < top(panel.rate) < top(panel.epochs) < top(panel.loss)


def test_a_count_has_room_for_the_word_that_stands_for_none(panel: TrainingPanel) -> None:
    indent_spin_boxes(panel)
    panel.batch.setValue(0)
    line = panel.batch.lineEdit()
    text = line.fontMetrics().horizontalAdvance(line.text())

    assert line.text() == panel.batch.specialValueText()
    panel.batch.resize(panel.batch.minimumSizeHint())
    panel.batch.ensurePolished()
    room = line.width() - line.textMargins().left()
    assert text + 4 <= room


def test_only_the_optimizers_own_settings_are_shown(panel: TrainingPanel) -> None:
    for name, known in optimizers.SETTINGS.items():
        choose(panel, name)
        visible = {setting for setting, field in panel.settings.items() if field.isVisible()}
        assert visible == set(known)


def test_an_optimizers_setting_shows_its_default_and_can_return_to_it(
    panel: TrainingPanel, moons: Document, enter: Enter
) -> None:
    choose(panel, "momentum")
    field = panel.settings["momentum"]
    assert (field.line.text(), field.line.placeholderText()) == ("", "0.9")
    enter(field.line, "0.5")
    assert moons.project.training.optimizer.momentum == 0.5
    enter(field.line, "")
    assert moons.project.training.optimizer.momentum is None


def test_a_rate_out_of_range_is_refused_under_its_field(
    panel: TrainingPanel, moons: Document, enter: Enter
) -> None:
    before = moons.project
    enter(panel.rate.number.line, "-1")
    assert moons.project is before
    assert panel.rate.number.line.text() == "-1"
    assert panel.rate.number.message.isVisible()
    assert panel.rate.number.message.text().endswith(".")


def test_a_pull_at_the_slider_is_one_undo_entry(panel: TrainingPanel, moons: Document) -> None:
    slider = panel.rate.slider
    for place in (40, 41, 45, 60):
        slider.setValue(place)
    slider.sliderReleased.emit()
    assert moons.project.training.optimizer.learning_rate == 0.01
    assert moons.undo_stack.count() == 1
    slider.setValue(80)
    assert moons.undo_stack.count() == 2
    moons.undo()
    moons.undo()
    assert slider.value() == 80, "0.1 again"


def test_an_arrow_held_down_is_one_undo_entry(panel: TrainingPanel, moons: Document) -> None:
    for _ in range(5):
        panel.epochs.stepUp()
    assert moons.project.training.epochs == 1005
    assert moons.undo_stack.count() == 1
    panel.epochs.editingFinished.emit()
    panel.epochs.stepUp()
    assert moons.undo_stack.count() == 2


def test_train_is_off_with_the_reason_while_something_is_missing(
    panel: TrainingPanel, moons: Document
) -> None:
    assert panel.controls.train.isEnabled()
    assert not panel.message.isVisible()
    moons.apply("", edits.set_data, None)
    assert not panel.controls.train.isEnabled()
    assert panel.message.text() == moons.problems[0].text
    moons.undo()
    assert panel.controls.train.isEnabled()


def test_train_becomes_pause_and_back(
    panel: TrainingPanel, run: TrainingRun, moons: Document, qtbot: QtBot
) -> None:
    moons.apply("", edits.set_training, epochs=10_000_000)
    panel.controls.train.click()
    assert run.running
    assert panel.controls.train.text() == "Pause"
    qtbot.waitUntil(lambda: len(run.history) > 3)
    panel.controls.train.click()
    assert not run.running
    assert panel.controls.train.text() == "Start training"


def test_weights_are_reset_and_drawn_anew(
    panel: TrainingPanel, run: TrainingRun, moons: Document, qtbot: QtBot
) -> None:
    assert moons.compiled is not None
    initial = moons.compiled.parameters.tobytes()
    moons.apply("", edits.set_training, epochs=3)
    with qtbot.waitSignal(run.finished):
        panel.controls.train.click()
    assert moons.compiled.parameters.tobytes() != initial
    panel.controls.reset.click()
    assert moons.compiled.parameters.tobytes() == initial
    assert moons.undo_stack.undo_text() == "Reset to the initial weights"
    panel.controls.redraw.click()
    assert moons.compiled.parameters.tobytes() != initial
    assert panel.seed.value() == moons.project.training.seed == 1


def test_a_run_that_diverges_says_where(
    panel: TrainingPanel, run: TrainingRun, moons: Document, qtbot: QtBot
) -> None:
    moons.apply("", edits.set_activation, "h1", "linear")
    moons.apply("", edits.set_activation, "o", "linear")
    moons.apply("", edits.set_optimizer, learning_rate=1e6)
    with qtbot.waitSignal(run.finished) as finished:
        panel.controls.train.click()
    assert finished.args == ["diverged"]
    assert "diverged: in epoch" in panel.message.text()
    assert "smaller learning rate" in panel.message.text()
    assert panel.remedy.isVisible()


def test_the_wheel_over_a_field_scrolls_the_panel_and_changes_nothing(
    panel: TrainingPanel, moons: Document, qtbot: QtBot
) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    before = moons.project
    panel.controls.train.setFocus()
    for field in (panel.loss, panel.epochs, panel.rate.slider):
        wheel = QWheelEvent(
            QPointF(5, 5),
            QPointF(field.mapToGlobal(QPoint(5, 5))),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, wheel)
    assert moons.project is before


def test_long_names_are_cut_rather_than_the_panel(panel: TrainingPanel, qtbot: QtBot) -> None:
    panel.resize(260, 500)
    qtbot.wait(1)

    assert panel.widget().width() == panel.viewport().width()


def test_a_lower_rate_goes_on_from_the_best_weights(
    panel: TrainingPanel, run: TrainingRun, moons: Document, qtbot: QtBot
) -> None:
    moons.apply("", edits.set_activation, "h1", "linear")
    moons.apply("", edits.set_activation, "o", "linear")
    moons.apply("", edits.set_optimizer, learning_rate=1e6)
    with qtbot.waitSignal(run.finished):
        panel.controls.train.click()
    best = run.best_epoch()
    assert best is not None
    panel.remedy.click()
    assert run.running
    assert moons.project.training.optimizer.learning_rate == pytest.approx(330_000)
    assert not panel.remedy.isVisible()
    assert run.history.epochs[0] == 0
    run.pause()


def test_an_epoch_at_a_time_and_until_convergence(
    panel: TrainingPanel, run: TrainingRun, moons: Document, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(run.finished):
        panel.controls.one_epoch.click()
    assert run.history.epochs.tolist() == [0, 1]
    moons.apply("", edits.set_training, converge_below=float(run.history.train[-1]) * 0.99)
    with qtbot.waitSignal(run.finished) as finished:
        panel.controls.converge.click()
    assert finished.args == ["converged"]
    assert "Converged" in panel.message.text()


def test_the_speed_reaches_from_one_update_a_second_to_flat_out(
    panel: TrainingPanel, run: TrainingRun
) -> None:
    slider = panel.controls.speed
    assert panel.controls.speed_words.text() == "flat out"
    assert run.speed is None
    slider.setValue(slider.minimum())
    assert run.speed == 1.0
    assert panel.controls.speed_words.text() == "1/s"
    slider.setValue(slider.maximum())
    assert run.speed is None


def test_while_it_runs_the_progress_says_how_long_it_takes(
    panel: TrainingPanel, run: TrainingRun, moons: Document, qtbot: QtBot
) -> None:
    moons.apply("", edits.set_training, epochs=10_000_000)
    panel.controls.train.click()
    qtbot.waitUntil(lambda: "left" in panel.controls.time_left.text(), timeout=5_000)
    assert "of 10,000,000" in panel.controls.time_left.text()
    assert panel.controls.progress.isVisible()
    run.pause()
    assert not panel.controls.progress.isVisible()


def test_a_schedule_shows_only_what_it_knows(panel: TrainingPanel, moons: Document) -> None:
    fields = panel.schedule.counts | panel.schedule.numbers
    for name, known in (
        ("constant", {"warmup_steps"}),
        ("step", {"warmup_steps", "step_size", "gamma"}),
        ("cosine", {"warmup_steps", "total_steps", "minimum"}),
    ):
        panel.schedule.name.activated.emit(panel.schedule.name.findData(name))
        assert moons.project.training.schedule.name == name
        assert {each for each, field in fields.items() if field.isVisible()} == known


def test_limits_are_set_and_emptied_again(
    panel: TrainingPanel, moons: Document, enter: Enter
) -> None:
    limits = panel.stopping.limits
    enter(limits["clip_norm"].line, "2.5")
    enter(limits["converge_below"].line, "0.01")
    panel.stopping.patience.setValue(20)
    training = moons.project.training
    assert (training.clip_norm, training.converge_below, training.patience) == (2.5, 0.01, 20)
    assert limits["min_delta"].isVisible()
    enter(limits["clip_norm"].line, "")
    panel.stopping.patience.setValue(0)
    assert moons.project.training.clip_norm is None
    assert moons.project.training.patience is None
