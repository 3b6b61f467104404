"""The loss of one unit over one weight, against the network's own passes."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.engine.flatness import jumps, loss_over_weight

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
AND = np.array([0.0, 0.0, 0.0, 1.0])
HELD = np.array([0.0, 2.0, -3.0])


def test_the_slope_of_a_sigmoid_is_its_finite_difference() -> None:
    values = np.linspace(-4.0, 4.0, 9)
    h = 1e-5
    found = loss_over_weight("sigmoid", CORNERS, AND, HELD, 0, values)
    ahead = loss_over_weight("sigmoid", CORNERS, AND, HELD, 0, values + h).loss
    behind = loss_over_weight("sigmoid", CORNERS, AND, HELD, 0, values - h).loss
    assert found.slope == pytest.approx((ahead - behind) / (2 * h), abs=1e-9)


def test_the_loss_of_a_step_is_flat_between_its_jumps_and_has_slope_0() -> None:
    assert jumps(CORNERS, HELD, 0).tolist() == [1.0, 3.0]
    found = loss_over_weight("step", CORNERS, AND, HELD, 0, np.array([-6, 0.9, 1.1, 2.9, 3.1, 6]))
    assert found.loss.tolist() == [0.125, 0.125, 0.0, 0.0, 0.125, 0.125]
    assert (found.slope == 0.0).all()
