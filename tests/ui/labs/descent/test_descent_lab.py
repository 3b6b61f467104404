"""The descent lab, as a hand uses it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from mlp_studio.engine.slopes import VERDICTS
from mlp_studio.ui.labs.descent import DescentLab
from mlp_studio.ui.labs.descent.contour_plot import contours_of
from mlp_studio.ui.labs.descent.experiment import UNITS, VALLEYS, of_unit, of_valley
from mlp_studio.ui.labs.window import LabWindow


@pytest.fixture
def lab(theme, numbers, qtbot):
    lab = DescentLab(theme, numbers)
    window = LabWindow(lab)
    window.resize(1240, 800)
    with qtbot.waitExposed(window):
        window.show()
    yield lab
    if isValid(window):
        window.close()


def _drag(plot, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(plot, (start + end) / 2)
    QTest.mouseMove(plot, end)
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=end)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("verdict", VERDICTS)
def test_each_of_the_four_rates_does_what_its_button_says(unit: str, verdict) -> None:
    rate = of_unit(unit).rate_of(verdict)
    assert of_unit(unit, rate).verdict == verdict


def test_a_tanh_unit_that_ends_up_going_to_and_fro_oscillates_wherever_it_began() -> None:
    begun = of_unit("tanh", of_unit("tanh").rate_of("oscillates"))
    for start in (0.3, 0.38, 0.39, 0.5, 1.0):
        assert replace(begun, start=(start,)).verdict == "oscillates"


def test_from_the_minimum_itself_there_is_no_step_and_nothing_runs_away(lab) -> None:
    page = lab.curve
    page.show_experiment(replace(of_unit("linear", 0.84), start=(0.34,)))
    assert page.walk.last == 0
    assert page.ending.text().startswith("At rest")


def test_a_button_sets_its_rate_and_begins_anew(lab) -> None:
    page = lab.curve
    page.walk.advance(3)
    page.rate.buttons["oscillates"].click()
    assert page.walk.is_at_start
    assert page.experiment.rate == 0.72
    assert page.verdict.text().startswith("Oscillates: η·λ = 1.8000 is above 1")
    assert [name for name, button in page.rate.buttons.items() if button.isChecked()] == [
        "oscillates"
    ]


def test_the_step_is_written_out_in_numbers(lab) -> None:
    page = lab.curve
    # −2 − 0.2·L′(−2), with L′(w) = 2.5·(w − 0.34)
    assert "w ← −2.0000 − 0.2 · (−5.8500) = −0.8300" in page.words.text()
    sight = page.plot.sight
    assert sight.slope == pytest.approx(2.5 * (-2.0 - 0.34))
    assert sight.after[0] == pytest.approx(-0.83)
    assert sight.step_text == "−η·∂L/∂w = 1.1700"
    assert "w* = Σ x·t / Σ x² = 0.3400" in page.solution.text()


def test_forward_and_back_show_the_same_bit_for_bit(lab) -> None:
    for page in (lab.curve, lab.contours):
        there, back = [], []
        while page.walk.can_go_forward:
            there.append(_seen(page))
            page.steps.button("forward").click()
        while page.walk.can_go_back:
            page.steps.button("back").click()
            back.append(_seen(page))
        assert back[::-1] == there
        assert len(there) > 10


def _seen(page) -> tuple[bytes, str, str]:
    weights = page.experiment.walk.weights[page.walk.place]
    return weights.tobytes(), page.words.text(), page.plot.accessibleDescription()


def test_dragging_the_point_begins_anew_from_its_weight(lab) -> None:
    page, plot = lab.curve, lab.curve.plot
    page.walk.advance(4)
    _drag(plot, plot.to_pixel(*plot.sight.here).toPoint(), plot.to_pixel(1.0, 0.0).toPoint())
    assert page.walk.is_at_start
    assert page.experiment.start[0] == pytest.approx(1.0, abs=0.02)
    assert plot.sight.trail == ()
    assert plot.sight.here[0] == page.experiment.start[0]


def test_dragging_the_start_on_the_contours_begins_anew(lab) -> None:
    lab.pages.setCurrentIndex(1)
    page, plot = lab.contours, lab.contours.plot
    page.walk.advance(4)
    start, end = (
        QPoint(*map(round, plot.ground.to_pixel(place))) for place in ((-2.0, 1.5), (2.0, 2.0))
    )
    _drag(plot, start, end)
    assert page.walk.is_at_start
    assert page.experiment.start == pytest.approx((2.0, 2.0), abs=0.02)
    np.testing.assert_array_equal(page.experiment.walk.weights[0], page.experiment.start)


def test_a_descent_that_runs_away_stays_in_sight(lab) -> None:
    page = lab.curve
    page.rate.entered.emit(2.0)
    for _ in range(6):
        page.walk.forward()
        sight = page.plot.sight
        assert abs(sight.here[0]) < sight.reach
        assert abs(sight.after[0]) < sight.reach
        assert sight.here[1] <= sight.top
    assert sight.reach > 1000.0
    page.walk.to_start()
    assert page.plot.sight.reach < 50.0


def test_what_is_in_sight_holds_still_while_the_point_is_dragged(lab) -> None:
    page, plot = lab.curve, lab.curve.plot
    page.rate.entered.emit(2.0)
    page.walk.advance(3)
    reach = plot.sight.reach
    middle = plot.to_pixel(0.5, 0.0).toPoint()
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=middle)
    assert plot.sight.reach == reach
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=middle)
    assert plot.sight.reach < reach


@pytest.mark.parametrize("valley", VALLEYS)
def test_the_closed_form_stands_beside_every_step_with_its_distance(lab, valley: str) -> None:
    page = lab.contours
    page.valley.chosen.emit(valley)
    page.rate.entered.emit(0.2)
    loss = page.experiment.loss
    expected = np.linalg.lstsq(loss.inputs, loss.targets, rcond=None)[0]
    assert [cell.text().replace("−", "-") for cell in page.table.least[1:3]] == [
        f"{weight:.4f}" for weight in expected
    ]
    page.walk.advance(2)
    for step in range(3):
        away = np.linalg.norm(page.experiment.walk.weights[step] - expected)
        assert page.table.rows[step][-1].text() == f"{away:.4f}"
    assert page.table.rows[3][0].text() == ""


def test_the_same_rate_is_quick_in_a_round_valley_and_slow_in_a_narrow_one() -> None:
    left = {name: float(of_valley(name, rate=0.42).distances[20]) for name in ("narrow", "tilted")}
    assert of_valley("round", rate=0.42).distances[20] < 1e-4
    assert min(left.values()) > 0.2


def test_every_point_of_a_contour_has_its_level() -> None:
    experiment = of_valley("tilted")
    contours = contours_of(experiment.loss, experiment.least, 3.0)
    assert len(contours) > 8
    most = float(experiment.loss.of(np.array([[3.0, 3.0], [-3.0, -3.0]])).max())
    for line in contours:
        losses = experiment.loss.of(line.pieces[:, :2])
        assert np.ptp(losses) < 0.003 * most


def test_the_tanh_unit_has_no_closed_form_and_says_so(lab) -> None:
    page = lab.curve
    page.unit.chosen.emit("tanh")
    assert page.solution.text().startswith("No closed form")
    assert page.table.least[0].text() == "least loss"
    assert page.experiment.loss.gradient(page.experiment.minimum[None])[0, 0] == pytest.approx(
        0.0, abs=1e-6
    )


def test_a_rate_that_cannot_be_tried_is_refused_where_it_was_typed(lab) -> None:
    field = lab.curve.rate.field
    field.line.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, "-1")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert "0.005" in field.message.text()
    assert lab.curve.experiment.rate == 0.2


def test_the_lab_plays_to_its_end_and_says_why_it_ends(lab, qtbot) -> None:
    page = lab.curve
    page.walk.player.set_speed(60.0)
    page.steps.button("play").click()
    qtbot.waitUntil(lambda: page.walk.is_at_end, timeout=5000)
    assert page.ending.text().startswith("At rest")
    page.rate.entered.emit(2.0)
    page.walk.to_end()
    assert page.ending.text().startswith("The weights have run away")


def test_closing_or_turning_the_page_stops_the_playing(lab) -> None:
    lab.curve.steps.button("play").click()
    lab.pages.setCurrentIndex(1)
    assert not lab.curve.walk.player.is_playing
    lab.contours.steps.button("play").click()
    lab.window().close()
    assert not isValid(lab) or not lab.contours.walk.player.is_playing
