"""Gradient descent on the loss of one unit: derivatives, closed form, verdicts."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.engine import slopes
from mlp_studio.engine.slopes import UnitLoss
from mlp_studio.engine.spec import SpecError


def _loss(activation: str, weights: int, seed: int = 0) -> UnitLoss:
    random = np.random.default_rng(seed)
    return UnitLoss(activation, random.normal(size=(9, weights)), random.uniform(0.1, 0.9, size=9))


@pytest.mark.parametrize("activation", ["linear", "tanh", "sigmoid"])
@pytest.mark.parametrize("weights", [1, 2, 3])
def test_the_gradient_is_that_of_finite_differences(activation: str, weights: int) -> None:
    loss = _loss(activation, weights)
    places = np.random.default_rng(1).normal(size=(5, weights))
    gradient = loss.gradient(places)
    for column in range(weights):
        nudge = np.zeros(weights)
        nudge[column] = 1e-6
        expected = (loss.of(places + nudge) - loss.of(places - nudge)) / 2e-6
        np.testing.assert_allclose(gradient[:, column], expected, rtol=1e-6, atol=1e-9)


def test_a_loss_by_hand() -> None:
    loss = UnitLoss("linear", np.array([[1.0], [2.0]]), np.array([1.0, 3.0]))
    # w = 2: errors 1 and 1; w = 0: errors −1 and −3.
    np.testing.assert_array_equal(loss.of(np.array([[2.0], [0.0]])), [0.5, 2.5])
    np.testing.assert_array_equal(loss.gradient(np.array([[2.0], [0.0]])), [[1.5], [-3.5]])


@pytest.mark.parametrize("seed", range(8))
def test_the_closed_form_is_what_least_squares_finds(seed: int) -> None:
    loss = _loss("linear", 1 + seed % 3, seed)
    expected = np.linalg.lstsq(loss.inputs, loss.targets, rcond=None)[0]
    found = slopes.closed_form(loss)
    np.testing.assert_allclose(found, expected, rtol=1e-9)
    np.testing.assert_allclose(loss.gradient(found[None]), 0.0, atol=1e-12)


def test_a_bias_is_the_weight_of_a_column_of_ones() -> None:
    x = np.array([0.0, 1.0, 2.0])
    loss = UnitLoss("linear", np.column_stack([x, np.ones(3)]), 3.0 * x - 1.0)
    np.testing.assert_allclose(slopes.closed_form(loss), [3.0, -1.0])


def test_columns_that_depend_on_one_another_have_no_one_solution() -> None:
    loss = UnitLoss("linear", np.array([[1.0, 2.0], [2.0, 4.0]]), np.ones(2))
    with pytest.raises(SpecError, match="depend"):
        slopes.closed_form(loss)


@pytest.mark.parametrize("solve", [slopes.closed_form, slopes.curvatures])
def test_a_tanh_unit_has_no_closed_form(solve) -> None:
    with pytest.raises(SpecError, match="not a quadratic"):
        solve(_loss("tanh", 2))


def test_every_step_goes_against_the_gradient_by_the_rate() -> None:
    loss = _loss("sigmoid", 2)
    walk = slopes.descend(loss, np.array([1.0, -2.0]), 0.7, 30)
    assert walk.steps == 30
    np.testing.assert_array_equal(walk.weights[1:], walk.weights[:-1] - 0.7 * walk.gradients[:-1])
    np.testing.assert_allclose(walk.gradients, loss.gradient(walk.weights), rtol=1e-12)
    assert (np.diff(walk.losses) < 0.0).all()


def test_the_distance_shrinks_by_the_factor_of_the_curvature() -> None:
    loss = _loss("linear", 1)
    curvature = float(slopes.curvatures(loss)[0])
    walk = slopes.descend(loss, np.array([2.0]), 0.3 / curvature, 10)
    distances = walk.distances(slopes.closed_form(loss))
    np.testing.assert_allclose(distances[1:] / distances[:-1], 0.7, rtol=1e-9)


@pytest.mark.parametrize(
    ("product", "verdict"),
    [
        (0.05, "crawls"),
        (0.11, "converges"),
        (1.0, "converges"),
        (1.01, "oscillates"),
        (2.0, "oscillates"),
        (2.01, "diverges"),
    ],
)
def test_the_verdict_on_a_rate_goes_by_rate_times_curvature(product: float, verdict: str) -> None:
    assert slopes.verdict_of_rate(product / 4.0, np.array([4.0])) == verdict


def test_a_narrow_valley_makes_a_rate_crawl_that_its_steep_side_can_bear() -> None:
    assert slopes.verdict_of_rate(0.2, np.array([0.25, 4.0])) == "crawls"
    assert slopes.verdict_of_rate(0.2, np.array([4.0, 4.0])) == "converges"


@pytest.mark.parametrize("product", [0.02, 0.3, 0.9, 1.3, 1.8, 2.2, 5.0])
def test_the_verdict_on_a_walk_agrees_with_that_on_its_rate(product: float) -> None:
    loss = _loss("linear", 1)
    curvature = slopes.curvatures(loss)
    walk = slopes.descend(loss, np.array([2.0]), product / float(curvature[0]), 60)
    least = float(loss.of(slopes.closed_form(loss)[None])[0])
    assert slopes.verdict_of_walk(walk, least) == slopes.verdict_of_rate(walk.rate, curvature)


def test_a_walk_ends_at_rest_and_where_it_has_run_away() -> None:
    loss = _loss("linear", 1)
    curvature = float(slopes.curvatures(loss)[0])
    at_once = slopes.descend(loss, np.array([2.0]), 1.0 / curvature, 60)
    assert at_once.steps == 1
    away = slopes.descend(loss, np.array([2.0]), 1e4 / curvature, 60)
    assert away.steps == 2
    assert np.isfinite(away.losses).all()


def test_the_lowest_loss_of_a_grid_is_the_closed_forms_where_there_is_one() -> None:
    loss = _loss("linear", 1)
    expected = float(slopes.closed_form(loss)[0])
    assert slopes.lowest(loss, -3.0, 3.0) == pytest.approx(expected, abs=1e-7)
    assert slopes.curvature_at(loss, expected) == pytest.approx(slopes.curvatures(loss)[0])


def test_what_cannot_be_is_refused() -> None:
    loss = _loss("linear", 2)
    with pytest.raises(SpecError, match="targets"):
        UnitLoss("linear", np.ones((3, 1)), np.ones(2))
    with pytest.raises(SpecError, match="unknown activation"):
        UnitLoss("wobble", np.ones((3, 1)), np.ones(3))
    with pytest.raises(SpecError, match="positive"):
        slopes.descend(loss, np.zeros(2), 0.0, 5)
    with pytest.raises(SpecError, match="2 finite weights"):
        slopes.descend(loss, np.zeros(1), 0.1, 5)
