"""Places on the widget, round values of axes, and the shades of a scale."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from mlp_studio.ui.plots.plane.drawing import teeth
from mlp_studio.ui.plots.plane.frame import Frame, round_above, round_values
from mlp_studio.ui.plots.plane.shading import MIDDLE, Scale


def test_a_place_comes_back_from_where_it_is_drawn():
    frame = Frame(QRectF(10.0, 20.0, 200.0, 100.0), (-1.0, 3.0, 5.0, 6.0))
    assert frame.at(-1.0, 5.0).toTuple() == (10.0, 120.0)
    assert frame.place(frame.at(0.7, 5.2)) == pytest.approx((0.7, 5.2))
    screen = frame.on_screen(np.array([[0.7, 5.2, 3.0, 6.0]]))[0]
    assert screen[:2] == pytest.approx(frame.at(0.7, 5.2).toTuple())
    assert screen[2:].tolist() == [210.0, 20.0]


def test_axes_name_round_values():
    assert round_values(-1.2, 1.3, 5) == [-1.0, -0.5, 0.0, 0.5, 1.0]
    assert round_values(0.0, 0.31, 4) == [0.0, 0.1, 0.2, 0.3]
    assert round_values(97.0, 412.0, 4) == [100.0, 200.0, 300.0, 400.0]
    assert round_values(1.0, 1.0, 4) == []
    assert round_values(0.0, float("inf"), 4) == []


@given(st.floats(-1e6, 1e6), st.floats(1e-6, 1e6), st.integers(2, 9))
def test_there_are_never_more_than_asked_for_nor_beyond_the_ends(low, span, most):
    values = round_values(low, low + span, most)
    assert len(values) <= most
    slack = 1e-6 * (abs(low) + span)
    assert all(low - slack <= value <= low + span + slack for value in values)


@given(st.floats(1e-9, 1e9))
def test_a_round_number_above_is_not_far_above(value):
    assert value * (1 - 1e-8) <= round_above(value) <= 2.5 * value * (1 + 1e-8)


def test_a_scale_has_its_middle_at_zero_or_at_what_is_nearest_to_it():
    assert Scale.around_zero(-1.0, 3.0) == Scale(-3.0, 0.0, 3.0)
    assert Scale.around_zero(2.0, 5.0) == Scale(2.0, 2.0, 5.0)
    assert Scale.around_zero(-5.0, -2.0) == Scale(-5.0, -2.0, -2.0)
    assert Scale.around_zero(4.0, 4.0) == Scale(3.0, 4.0, 5.0)


def test_levels_end_where_the_scale_does_and_no_value_has_its_own():
    scale = Scale(0.0, 0.5, 1.0)
    values = np.array([-1.0, 0.0, 0.5, 1.0, np.inf, np.nan])
    assert scale.levels(values).tolist() == [0, 0, MIDDLE, 2 * MIDDLE, 2 * MIDDLE, 2 * MIDDLE + 1]
    assert Scale(2.0, 2.0, 5.0).levels(np.array([1.0, 5.0])).tolist() == [MIDDLE, 2 * MIDDLE]
    assert Scale(-5.0, -2.0, -2.0).levels(np.array([-5.0, 0.0])).tolist() == [0, MIDDLE]


def test_teeth_point_to_the_left_as_seen_with_y_upward():
    # On the screen: to the right along y = 50. What is above the level lies upward, at less y.
    pieces = np.column_stack(
        [
            np.arange(0.0, 90.0, 10.0),
            np.full(9, 50.0),
            np.arange(10.0, 100.0, 10.0),
            np.full(9, 50.0),
        ]
    )
    found = teeth(pieces)
    assert len(found) == 5
    assert (found[:, 3] < found[:, 1]).all()
    np.testing.assert_array_equal(found[:, 0], found[:, 2])
