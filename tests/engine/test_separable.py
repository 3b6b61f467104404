"""Whether a line separates two sets, against every direction that could."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.engine.separable import separability

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
points = st.lists(st.tuples(st.integers(-3, 3), st.integers(-3, 3)), min_size=1, max_size=5)


def test_the_diagonals_of_xor_cross_in_the_middle() -> None:
    found = separability(CORNERS[[0, 3]], CORNERS[[1, 2]])
    assert not found.is_separable
    assert found.common is not None
    assert found.common.tolist() == [0.5, 0.5]
    assert found.line is None


def test_the_line_of_and_is_halfway_between_the_hulls() -> None:
    found = separability(CORNERS[:3], CORNERS[3:])
    assert found.line is not None
    assert found.line.tolist() == [0.5, 0.5, -0.75]
    assert found.margin == pytest.approx(np.sqrt(2) / 4)


def test_hulls_that_only_touch_are_not_separable() -> None:
    found = separability(CORNERS[[0, 1]], np.array([[0.0, 0.5], [2.0, 2.0]]))
    assert found.common is not None
    assert found.common.tolist() == [0.0, 0.5]


def test_a_hairs_breadth_is_told_from_none() -> None:
    hair = np.nextafter(0.0, 1.0)
    assert separability(CORNERS[[0, 1]], np.array([[hair, 0.5]])).is_separable


def test_a_hull_leaves_out_what_lies_on_its_sides() -> None:
    square = np.vstack([CORNERS, [[0.5, 0.0], [0.5, 0.5], [1.0, 0.5]]])
    hull = separability(square, np.array([[5.0, 5.0]])).hulls[0]
    assert hull.tolist() == [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]]


def test_an_empty_set_is_separable_from_any() -> None:
    found = separability(np.zeros((0, 2)), CORNERS)
    assert found.is_separable
    assert found.line is None


@settings(deadline=None, max_examples=300)
@given(points, points)
def test_the_hulls_meet_just_where_no_direction_parts_the_sets(one, other) -> None:
    found = separability(np.array(one, float), np.array(other, float))
    assert found.is_separable == _some_direction_parts(np.array(one), np.array(other))


@settings(deadline=None, max_examples=300)
@given(points, points)
def test_the_reason_holds(one, other) -> None:
    first, second = np.array(one, float), np.array(other, float)
    found = separability(first, second)
    if found.line is not None:
        w, b = found.line[:2], found.line[2]
        assert (first @ w + b < 0).all()
        assert (second @ w + b > 0).all()
    else:
        assert found.common is not None
        assert _is_within(found.hulls[0], found.common)
        assert _is_within(found.hulls[1], found.common)


def _some_direction_parts(one: np.ndarray, other: np.ndarray) -> bool:
    """By trying them all: the directions that part the sets, if any, are an open cone.

    Its borders are at right angles to the way from some point to another, so that it holds the
    sum of two such, or, where it is half the plane, the way itself. In whole numbers.
    """
    ways = (other[None, :, :] - one[:, None, :]).reshape(-1, 2)
    across = np.concatenate([ways @ [[0, 1], [-1, 0]], ways @ [[0, -1], [1, 0]]])
    sums = np.array([a + b for a, b in combinations(across, 2)])
    tried = np.concatenate([ways, across, sums])
    return bool((tried @ ways.T > 0).all(axis=1).any())


def _is_within(hull: np.ndarray, point: np.ndarray) -> bool:
    """Whether no side has the point outside it by more than rounding."""
    if len(hull) == 1:
        return bool(np.allclose(hull[0], point))
    sides = np.roll(hull, -1, axis=0) - hull
    to_point = point - hull
    return bool((sides[:, 0] * to_point[:, 1] - sides[:, 1] * to_point[:, 0] > -1e-9).all())
