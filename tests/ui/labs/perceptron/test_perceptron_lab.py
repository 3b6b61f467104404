"""The perceptron lab, as a hand uses it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.ui.labs.perceptron import PerceptronLab
from mlp_studio.ui.labs.perceptron.grip import tip
from mlp_studio.ui.labs.perceptron.pair import Pair
from mlp_studio.ui.labs.perceptron.plane import Plane
from mlp_studio.ui.labs.window import LabWindow


@pytest.fixture
def lab(theme, numbers, qtbot):
    lab = PerceptronLab(theme, numbers)
    window = LabWindow(lab)
    window.resize(1240, 800)
    with qtbot.waitExposed(window):
        window.show()
    yield lab
    if isValid(window):
        window.close()


def _pixel(plane: Plane, place) -> QPoint:
    x, y = plane.ground.to_pixel(place)
    return QPoint(round(x), round(y))


def _drag(plane: Plane, start, end) -> None:
    QTest.mousePress(plane, Qt.MouseButton.LeftButton, pos=_pixel(plane, start))
    for share in (0.5, 1.0):
        there = tuple(a + share * (b - a) for a, b in zip(start, end, strict=True))
        QTest.mouseMove(plane, _pixel(plane, there))
    QTest.mouseRelease(plane, Qt.MouseButton.LeftButton, pos=_pixel(plane, end))


def test_dragging_the_line_changes_the_bias_alone(lab) -> None:
    rule = lab.rule
    rule.controls.weights.entered.emit((1.0, 0.0, -0.5))
    _drag(rule.plane, (0.5, -0.4), (1.2, -0.4))
    w1, w2, b = rule.weights
    assert (w1, w2) == (1.0, 0.0)
    assert b == pytest.approx(-1.2, abs=0.01)
    assert float(rule.controls.weights.fields[2].line.text().replace("−", "-")) == pytest.approx(
        b, abs=1e-4
    )


def test_dragging_the_arrows_tip_turns_the_line_about_its_foot(lab) -> None:
    rule = lab.rule
    rule.controls.weights.entered.emit((1.0, 0.0, -0.5))
    line, arrow = rule.plane.sight.lines[0], rule.plane.sight.arrow
    start = tip(line, rule.plane.sight, rule.plane.ground)
    _drag(rule.plane, start, (0.5, 0.5 + 2 * arrow))
    w1, w2, b = rule.weights
    assert (w1, w2) == pytest.approx((0.0, 2.0), abs=0.03)
    assert 0.5 * w1 + 0.5 * w2 + b == pytest.approx(0.0, abs=1e-9)


def test_a_typed_weight_moves_the_line(lab) -> None:
    field = lab.rule.controls.weights.fields[0].line
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "1/2")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert lab.rule.plane.sight.lines[0].weights == (0.5, 0.0, 0.0)


def test_forward_and_back_show_the_same_weights_bit_for_bit(lab) -> None:
    rule = lab.rule
    there = []
    while rule.walk.can_go_forward:
        there.append((rule.weights, rule.words.text()))
        rule.steps.button("forward").click()
    back = []
    while rule.walk.can_go_back:
        rule.steps.button("back").click()
        back.append((rule.weights, rule.words.text()))
    assert back[::-1] == there
    assert len(there) > 24


def test_the_steppers_keys_take_steps(lab) -> None:
    QTest.keyClick(lab.window(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert lab.rule.walk.place == 1
    QTest.keyClick(lab.window(), Qt.Key.Key_BracketLeft)
    assert lab.rule.walk.place == 0


def test_a_mistake_is_told_with_its_numbers(lab) -> None:
    lab.rule.controls.activation_chosen.emit("step")
    lab.rule.walk.forward()
    assert "target t = 0" in lab.rule.words.text()
    assert "y = step(z) = 1, but t = 0: a mistake" in lab.rule.words.text()
    lab.rule.walk.forward()
    assert "(0, 0, 0) + 1·(0 − 1)·(0, 0, 1) = (0, 0, −1)" in lab.rule.words.text()


def test_and_converges_and_says_so(lab) -> None:
    lab.rule.walk.to_end()
    assert lab.rule.ending.text() == "Converged: epoch 6 went by without a mistake."
    assert all(dot.is_right for dot in lab.rule.plane.sight.dots)


def test_xor_repeats_for_ever_and_the_crossing_hulls_are_the_reason(lab) -> None:
    lab.rule.controls.data_chosen.emit("xor")
    assert lab.rule.plane.sight.hulls is None
    lab.rule.walk.to_end()
    told = lab.rule.ending.text()
    assert "After epoch 3 the weights are those after epoch 2" in told
    assert "for ever" in told
    assert "(0.5, 0.5)" in told
    assert lab.rule.plane.sight.hulls is not None
    assert lab.rule.plane.sight.hulls.common == (0.5, 0.5)


def test_samples_are_painted_moved_and_taken_away(lab) -> None:
    rule = lab.rule
    QTest.mouseClick(rule.plane, Qt.MouseButton.LeftButton, pos=_pixel(rule.plane, (0.5, 1.4)))
    assert rule.experiment.data == "own"
    assert rule.experiment.classes == (0, 0, 0, 1, 1)
    _drag(rule.plane, rule.experiment.places[4], (0.2, 1.5))
    assert rule.experiment.places[4] == pytest.approx((0.2, 1.5), abs=0.02)
    QTest.mouseClick(
        rule.plane, Qt.MouseButton.RightButton, pos=_pixel(rule.plane, rule.experiment.places[4])
    )
    assert len(rule.experiment.places) == 4


def test_the_last_sample_can_be_taken_away(lab) -> None:
    for _ in range(4):
        lab.rule.plane.dot_unwanted.emit(0)
    assert lab.rule.experiment.places == ()
    assert not lab.rule.steps.button("forward").isEnabled()
    assert "click on the plane" in lab.rule.words.text()


def test_a_rate_of_nothing_is_refused_in_place(lab) -> None:
    rate = lab.rule.controls.rate
    rate.value_entered.emit(0.0)
    assert rate.message.text() == "The learning rate must be above 0."
    assert lab.rule.experiment.rate == 1.0


def test_two_dragged_lines_solve_xor(lab) -> None:
    page = lab.pair
    lab.pages.setCurrentWidget(page)
    assert not page.pair.is_solved
    page.first.entered.emit((1.0, 1.0, 0.3))
    page.second.entered.emit((-1.0, -1.0, 1.5))
    assert not page.pair.is_solved
    QTest.qWait(20)
    _drag(page.inputs, (-0.6, 0.3), (-0.1, 0.6))
    assert page.pair.is_solved
    assert page.solved.text().startswith("Solved")
    assert [row[4].text() for row in page.table.rows] == ["0", "1", "1", "0"]
    assert {row[-1].text() for row in page.table.rows} == {"✓"}


def test_after_the_first_layer_two_samples_are_in_one_place(lab) -> None:
    lab.pages.setCurrentWidget(lab.pair)
    lab.pair.show_one.click()
    dots = {(dot.place, dot.shape, dot.count) for dot in lab.pair.hidden.sight.dots}
    assert dots == {((0.0, 1.0), 0, 1), ((1.0, 1.0), 1, 2), ((1.0, 0.0), 0, 1)}


def test_the_opened_network_computes_xor(lab, qtbot) -> None:
    lab.pair.show_one.click()
    with qtbot.waitSignal(lab.open_wanted) as opened:
        lab.pair.open.click()
    compiled = compile_project(opened.args[0])
    assert isinstance(compiled, Compiled)
    data = opened.args[0].data
    answers = compiled.network.predict(compiled.parameters, data.inputs.values)
    assert np.asarray(answers).ravel().tolist() == [0.0, 1.0, 1.0, 0.0]
    assert data.targets.values.ravel().tolist() == [0.0, 1.0, 1.0, 0.0]


def test_every_part_of_the_plane_has_the_answer_of_the_three_units() -> None:
    from mlp_studio.ui.labs.perceptron.ground import Ground, height
    from mlp_studio.ui.labs.perceptron.pair import SOLVED

    for pair in (Pair(), SOLVED):
        for corners, y in pair.sides(Ground((-0.75, -0.75), 2.5)):
            middle = tuple(np.mean(corners, axis=0))
            h1, h2 = (float(height(line, middle) >= 0) for line in (pair.first, pair.second))
            assert y == (height(pair.third, (h1, h2)) >= 0)


def test_the_step_gives_descent_nothing_to_follow_and_the_sigmoid_does(lab) -> None:
    page = lab.slope
    page.show_weight(-1.5)
    step, sigmoid = (plot.sight for plot in page.plots)
    assert step.slope == 0.0
    assert "nothing to follow" in page.told[0].text()
    assert sigmoid.slope < 0.0
    assert "a larger w1" in page.told[1].text()
    assert [curve[0][1] for curve in step.curves] == [0.125, 0.0, 0.125]


def test_at_a_jump_no_derivative_is_made_up(lab) -> None:
    lab.slope.show_weight(1.0)
    assert lab.slope.plots[0].sight.slope is None
    assert "no derivative" in lab.slope.told[0].text()


def test_leaving_a_page_or_the_window_stops_the_playing(lab) -> None:
    player = lab.rule.walk.player
    player.play()
    lab.pages.setCurrentWidget(lab.pair)
    assert not player.is_playing
    lab.pages.setCurrentWidget(lab.rule)
    player.play()
    QTest.keyClick(lab.window(), Qt.Key.Key_Escape)
    assert not player.is_playing
