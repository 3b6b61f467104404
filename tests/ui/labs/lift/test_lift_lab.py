"""The kernel lift lab, as a hand uses it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from mlp_studio.engine.expressions import Formula
from mlp_studio.engine.lifting import COLUMNS, lift
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.ui.labs.lift import LiftLab
from mlp_studio.ui.labs.lift.experiment import READY, SETS, of_set
from mlp_studio.ui.labs.lift.formula_half import pretty
from mlp_studio.ui.labs.window import LabWindow


@pytest.fixture
def lab(theme, numbers, qtbot):
    lab = LiftLab(theme, numbers)
    window = LabWindow(lab)
    window.resize(1240, 800)
    with qtbot.waitExposed(window):
        window.show()
    yield lab
    if isValid(window):
        window.close()


def _right(half) -> int:
    return int(half.space.right.sum())


def _type(line, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def _learn(lab) -> None:
    learner = lab.trained.learner
    while learner.ending is None:
        learner.advance()


@pytest.mark.parametrize("name", SETS)
def test_each_ready_feature_separates_its_set_once_the_plane_is_fitted(lab, name: str) -> None:
    lab.show_set(name)
    lifted = lab.lifted
    lifted.ready[READY[name]].click()
    lifted.controls.fit.click()
    assert _right(lifted) == 40
    assert lifted.told.text() == "Separated: 40 of 40, by one plane"
    assert not lifted.plot.wrong.any()


def test_the_other_feature_does_not_separate_xor(lab) -> None:
    lab.lifted.ready[READY["circles"]].click()
    lab.lifted.controls.fit.click()
    right = _right(lab.lifted)
    assert right < 40
    assert lab.lifted.told.text() == f"Separated: {right} of 40"
    assert int(lab.lifted.plot.wrong.sum()) == 40 - right


def test_a_typed_feature_lifts_and_separates(lab) -> None:
    _type(lab.lifted.field.line, "(x1 - x2)**2")
    lab.lifted.controls.fit.click()
    assert lab.lifted.axis_names()[2] == "(x₁ − x₂)²"
    assert _right(lab.lifted) == 40
    assert not any(button.isChecked() for button in lab.lifted.ready.values())


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("x1*$x2", "At character 4: “$” means nothing here"),
        ("x1 +", "At character 5: the formula ends where a number or a name should follow"),
        ("x1*y", "No column is called y; there are x1, x2."),
    ],
)
def test_a_bad_formula_says_where_and_nothing_changes(lab, typed: str, told: str) -> None:
    before = lab.lifted.space
    _type(lab.lifted.field.line, typed)
    assert lab.lifted.field.message.text() == told
    assert lab.lifted.field.line.text() == typed
    assert lab.lifted.formula.text == "x1*x2"
    assert lab.lifted.space is before


def test_a_formula_without_a_value_at_some_samples_is_told_and_drawn_without_them(lab) -> None:
    _type(lab.lifted.field.line, "log(x1)")
    nowhere = int((of_set("xor").inputs[:, 0] <= 0.0).sum())
    assert nowhere > 0
    assert lab.lifted.note.text() == (f"The formula has no value at {nowhere} of the samples.")
    assert _right(lab.lifted) <= 40 - nowhere
    lab.lifted.stage.grab()
    _type(lab.lifted.field.line, "log(0-1)")
    lab.lifted.controls.fit.click()
    assert _right(lab.lifted) == 0
    lab.lifted.stage.grab()


def test_the_slider_moves_the_plane_and_what_is_separated_is_counted_anew(lab) -> None:
    lab.show_set("circles")
    lab.lifted.ready[READY["circles"]].click()
    slider, counts = lab.lifted.controls.slider, []
    for place in range(slider.minimum(), slider.maximum() + 1, 10):
        slider.setValue(place)
        samples, plane = lab.lifted.space.samples, lab.lifted.plane
        z = samples @ plane.normal + plane.offset
        assert _right(lab.lifted) == int(((z > 0) == (of_set("circles").classes == 1)).sum())
        counts.append(_right(lab.lifted))
    assert counts[0] == counts[-1] == 20
    assert max(counts) == 40


def test_typed_weights_are_the_plane(lab) -> None:
    for field, text in zip(lab.lifted.controls.fields, ("1", "1", "-2", "-1/2"), strict=True):
        _type(field.line, text)
    assert lab.lifted.plane.normal.tolist() == [1.0, 1.0, -2.0]
    assert lab.lifted.plane.offset == -0.5
    assert _right(lab.lifted) == 40
    assert lab.lifted.side_at((0.0, 1.0)) == pytest.approx(0.5)


def test_the_curve_drawn_lies_where_the_plane_cuts(lab) -> None:
    lab.lifted.controls.fit.click()
    (line,) = lab.lifted.plot.picture.lines
    ends = line.pieces.reshape(-1, 2)
    z = lab.lifted.plane.values(lift(Formula("x1*x2", COLUMNS), ends))
    assert len(ends) > 100
    assert np.abs(z).max() < 0.02


@pytest.mark.parametrize("half", ["lifted", "trained"])
def test_the_space_turns_by_mouse_and_by_keys(lab, half: str) -> None:
    stage = getattr(lab, half).stage
    begun = stage.camera
    middle = stage.rect().center()
    QTest.mousePress(stage, Qt.MouseButton.LeftButton, pos=middle)
    for step in (20, 40):
        QTest.mouseMove(stage, middle + QPoint(step, step // 2))
    QTest.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=middle + QPoint(40, 20))
    dragged = stage.camera
    assert dragged.yaw != begun.yaw
    assert dragged.pitch != begun.pitch
    stage.setFocus()
    QTest.keyClick(stage, Qt.Key.Key_Left)
    assert stage.camera.yaw != dragged.yaw
    QTest.keyClick(stage, Qt.Key.Key_Home)
    assert stage.camera == begun


def test_the_journey_brings_the_samples_down_to_the_input_plane(lab) -> None:
    stage, journey = lab.lifted.stage, lab.lifted.journey
    up = stage.position_of(3)
    journey.slider.setValue(0)
    assert stage.share == 0.0
    assert stage.position_of(3).y() > up.y()


@pytest.mark.parametrize("name", SETS)
def test_a_trained_layer_gets_all_samples_right(lab, name: str) -> None:
    lab.show_set(name)
    _learn(lab)
    trained = lab.trained
    assert _right(trained) == 40
    assert trained.learner.ending == "converged"
    network = trained.learner.compiled.network
    answers = network.predict(trained.learner.parameters, of_set(name).inputs)[:, 0]
    assert ((answers > 0.5) == (of_set(name).classes == 1)).all()
    samples, plane = trained.space.samples, trained.space.plane
    z = samples @ plane.normal + plane.offset
    assert 1.0 / (1.0 + np.exp(-z)) == pytest.approx(answers, abs=1e-9)


def test_start_trains_in_slices_and_pause_holds_it(lab, qtbot) -> None:
    trained = lab.trained
    assert trained.play.text() == "Start"
    trained.play.click()
    qtbot.waitUntil(lambda: trained.learner.epoch >= 6)
    assert trained.play.text() == "Pause"
    trained.play.click()
    held = trained.learner.epoch
    qtbot.wait(100)
    assert trained.learner.epoch == held
    assert trained.play.text() == "Go on"
    trained.again.click()
    assert trained.learner.epoch == 0


def test_the_same_seed_learns_the_same_and_another_begins_elsewhere(lab) -> None:
    trained = lab.trained
    start = trained.learner.parameters.copy()
    _learn(lab)
    learned = trained.learner.parameters.copy()
    trained.again.click()
    assert np.array_equal(trained.learner.parameters, start)
    _learn(lab)
    assert np.array_equal(trained.learner.parameters, learned)
    trained.reseed.click()
    assert trained.seed_told.text() == "seed 1"
    assert not np.array_equal(trained.learner.parameters, start)


def test_two_units_cannot_enclose_circles_and_the_lab_says_that_it_is_stuck(lab) -> None:
    lab.show_set("circles")
    lab.trained.units.setCurrentIndex(0)
    lab.trained.units.activated.emit(0)
    assert not lab.trained.stage.is_deep
    _learn(lab)
    assert _right(lab.trained) < 40
    assert lab.trained.note.text().startswith("Stuck at epoch")
    assert lab.trained.note.property("role") == "warning"
    assert not lab.trained.play.isEnabled()


def test_a_sample_pointed_at_is_pointed_out_in_the_other_half_too(lab) -> None:
    lab.lifted.stage.hovered.emit(7)
    assert lab.trained.stage.pointed == 7
    lab.trained.plot.pointed.emit(None)
    assert lab.lifted.stage.pointed is None


def test_pointing_at_the_plane_tells_z_and_the_class(lab) -> None:
    lab.lifted.controls.fit.click()
    plot = lab.lifted.plot
    QTest.mouseMove(plot, plot.frame.at(0.0, 1.0).toPoint())
    x, y = plot.looked_at
    z = float(plot.status.split("z = ")[1].split(" ")[0].replace("−", "-"))
    assert z == pytest.approx(lab.lifted.side_at((x, y)), abs=1e-4)
    assert plot.status.endswith("→ t = 1")


def test_both_networks_open_on_the_canvas_and_answer_as_here(lab, qtbot) -> None:
    lab.lifted.controls.fit.click()
    _learn(lab)
    for half, right in ((lab.lifted, _right(lab.lifted)), (lab.trained, _right(lab.trained))):
        with qtbot.waitSignal(lab.open_wanted) as opened:
            half.open.click()
        compiled = compile_project(opened.args[0])
        assert isinstance(compiled, Compiled)
        answers = compiled.network.predict(compiled.parameters, compiled.inputs)
        assert int(((answers > 0.5) == (compiled.targets > 0.5)).sum()) == right == 40


def test_closing_the_lab_stops_every_timer(lab) -> None:
    lab.trained.play.click()
    lab.lifted.journey.turn.click()
    lab.window().close()
    assert not lab.trained.learner.is_running
    assert not lab.lifted.journey.is_moving


def test_other_digits_and_another_theme_are_shown_at_once(lab, numbers, theme) -> None:
    lab.lifted.controls.fit.click()
    numbers.set_digits(2)
    assert len(lab.lifted.note.text().rsplit(".", 1)[1]) == 2
    before = lab.lifted.plot.picture.colours
    theme.set("dark")
    assert not np.array_equal(lab.lifted.plot.picture.colours, before)


def test_a_formula_is_written_as_by_hand() -> None:
    assert pretty("x1**2 + x2**2") == "x₁² + x₂²"
    assert pretty("x1*x2 - x2**x1") == "x₁·x₂ − x₂**x₁"
    assert pretty("x1**23") == "x₁**23"
