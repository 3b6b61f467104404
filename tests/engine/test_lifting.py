"""Lifting by a formula: the plane that parts what no line parts, and its curve below."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.engine import datasets
from mlp_studio.engine.expressions import Formula
from mlp_studio.engine.lifting import (
    COLUMNS,
    FitError,
    facing,
    fit_plane,
    level_plane,
    lift,
    moved_to,
    on_own_side,
    place_of,
    zero_curve,
)
from mlp_studio.engine.probe import plane as places_over
from mlp_studio.engine.projection import Box, Plane
from mlp_studio.engine.separable import separability

PRODUCT = Formula("x1*x2", COLUMNS)
SQUARES = Formula("x1**2 + x2**2", COLUMNS)
EXTENT = (-0.5, 1.5, -0.25, 1.25)


def _set(name: str, samples: int = 40, noise: float = 0.05):
    _, inputs, targets = datasets.make(name, samples, noise, 3)
    return inputs, targets[:, 0].astype(np.intp)


def test_the_product_lifts_one_corner_of_xor_and_the_plane_by_hand_parts_the_classes() -> None:
    inputs, classes = _set("xor", 4, 0.0)
    points = lift(PRODUCT, inputs)
    assert points.tolist() == [[0, 0, 0], [0, 1, 0], [1, 0, 0], [1, 1, 1]]
    plane = Plane(np.array([1.0, 1.0, -2.0]), -0.5)
    assert plane.values(points).tolist() == [-0.5, 0.5, 0.5, -0.5]
    assert on_own_side(plane, points, classes).all()


def test_the_squared_radius_parts_circles_by_a_level_plane() -> None:
    inputs, classes = _set("circles", 40, 0.0)
    points = lift(SQUARES, inputs)
    assert points[:, 2] == pytest.approx(np.where(classes == 0, 1.0, 0.25))
    level = level_plane(points)
    assert (level.normal.tolist(), level.offset) == ([0.0, 0.0, 1.0], pytest.approx(-0.625))
    assert not on_own_side(level, points, classes).any()
    assert on_own_side(facing(level, points, classes), points, classes).all()


@pytest.mark.parametrize(("name", "formula"), [("xor", PRODUCT), ("circles", SQUARES)])
def test_a_fitted_plane_separates_what_no_line_in_the_plane_does(name, formula) -> None:
    inputs, classes = _set(name)
    assert not separability(inputs[classes == 0], inputs[classes == 1]).is_separable
    points = lift(formula, inputs)
    fit = fit_plane(points, classes)
    assert on_own_side(fit.plane, points, classes).all()
    z = fit.plane.values(points)
    loss = np.log1p(np.exp(-np.where(classes == 1, z, -z))).mean()
    assert fit.loss == pytest.approx(loss, rel=1e-9)


def test_a_feature_that_does_not_help_leaves_samples_on_the_wrong_side() -> None:
    inputs, classes = _set("xor", 4, 0.0)
    # Of 0 and 1 the square is the number itself: the lift is flat, and no plane parts XOR.
    points = lift(SQUARES, inputs)
    assert on_own_side(fit_plane(points, classes).plane, points, classes).sum() < 4


def test_a_fit_leaves_out_samples_without_a_height_and_needs_two_of_them() -> None:
    inputs, classes = _set("xor", 4, 0.0)
    points = lift(Formula("1/x1", COLUMNS), inputs)
    assert np.isfinite(points[:, 2]).tolist() == [False, False, True, True]
    plane = fit_plane(points, classes).plane
    assert on_own_side(plane, points, classes).tolist() == [False, False, True, True]
    with pytest.raises(FitError):
        fit_plane(lift(Formula("log(0-1)", COLUMNS), inputs), classes)


def test_a_sample_on_the_plane_is_on_no_side() -> None:
    plane = Plane(np.array([1.0, 0.0, 0.0]), 0.0)
    points = np.array([[0.0, 1.0, 1.0]])
    for label in (0, 1):
        assert not on_own_side(plane, points, np.array([label])).any()


def test_the_curve_lies_where_the_plane_is_zero() -> None:
    plane = Plane(np.array([1.0, 1.0, -2.0]), -0.5)
    places = places_over(EXTENT, 201)
    pieces = zero_curve(plane.values(lift(PRODUCT, places)).reshape(201, 201), EXTENT)
    ends = pieces.reshape(-1, 2)
    assert len(pieces) > 100
    assert np.abs(plane.values(lift(PRODUCT, ends))).max() < 1e-4
    # Solved for x2 by hand: x2 = (½ − x1) / (1 − 2·x1) = ½, or x1 = ½.
    away = np.minimum(np.abs(ends[:, 0] - 0.5), np.abs(ends[:, 1] - 0.5))
    assert away.max() < 0.02


def test_the_curve_of_a_level_cut_through_the_bowl_is_a_circle() -> None:
    plane = Plane(np.array([0.0, 0.0, 1.0]), -0.36)
    extent = (-1.0, 1.0, -1.0, 1.0)
    values = plane.values(lift(SQUARES, places_over(extent, 161))).reshape(161, 161)
    ends = zero_curve(values, extent).reshape(-1, 2)
    assert np.hypot(ends[:, 0], ends[:, 1]) == pytest.approx(0.6, abs=1e-3)


def test_a_plane_moved_keeps_its_tilt_and_stands_where_it_was_put() -> None:
    box = Box(np.array([-1.0, 0.0, 2.0]), np.array([3.0, 1.0, 6.0]))
    for normal in ([0.3, -1.0, 2.0], [0.0, 0.0, -1.0], [1.0, 0.0, 0.0]):
        plane = Plane(np.array(normal), 0.7)
        moved = moved_to(plane, box, 0.4)
        assert moved.normal.tolist() == normal
        assert place_of(moved, box) == pytest.approx(0.4)
        assert moved_to(moved, box, place_of(plane, box)).offset == pytest.approx(0.7)


def test_a_level_plane_moved_up_is_higher_whichever_way_it_faces() -> None:
    box = Box(np.array([0.0, 0.0, 0.0]), np.array([1.0, 1.0, 10.0]))
    for sign in (1.0, -1.0):
        moved = moved_to(Plane(np.array([0.0, 0.0, sign]), 0.0), box, 0.5)
        # Half of the upper half of the box.
        assert -moved.offset / sign == pytest.approx(7.5)


def test_a_plane_without_a_direction_cannot_be_moved() -> None:
    box = Box(np.zeros(3), np.ones(3))
    nothing = Plane(np.zeros(3), 1.0)
    assert place_of(nothing, box) == 0.0
    assert moved_to(nothing, box, 0.5) is nothing
