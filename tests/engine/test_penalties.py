"""The penalties' value and gradient, by hand and by differences."""

import numpy as np
import pytest

from mlp_studio.engine import penalties
from mlp_studio.engine.spec import PenaltySpec, SpecError

PARAMETERS = np.array([2.0, -3.0, 0.0, 5.0])
IS_WEIGHT = np.array([True, True, True, False])


def test_value_is_l1_times_the_sum_of_magnitudes_plus_half_l2_times_the_sum_of_squares():
    penalty = PenaltySpec(l1=0.1, l2=0.01)
    assert penalties.value(penalty, PARAMETERS, IS_WEIGHT) == pytest.approx(0.5 + 0.005 * 13)


def test_gradient_leaves_biases_alone_and_is_0_at_a_weight_of_0():
    penalty = PenaltySpec(l1=0.1, l2=0.01)
    gradient = penalties.gradient(penalty, PARAMETERS, IS_WEIGHT)
    assert gradient == pytest.approx([0.1 + 0.02, -0.1 - 0.03, 0.0, 0.0])


def test_gradient_is_the_slope_of_the_value():
    penalty, nudge = PenaltySpec(l1=0.2, l2=0.3), np.array([1e-6, 0, 0, 0])
    above = penalties.value(penalty, PARAMETERS + nudge, IS_WEIGHT)
    below = penalties.value(penalty, PARAMETERS - nudge, IS_WEIGHT)
    slope = penalties.gradient(penalty, PARAMETERS, IS_WEIGHT)[0]
    assert (above - below) / 2e-6 == pytest.approx(slope, rel=1e-8)


def test_the_bound_call_adds_to_what_the_gradient_holds():
    gradient = np.ones(4)
    penalties.bind(PenaltySpec(l2=0.5), PARAMETERS, gradient, IS_WEIGHT)()
    assert gradient == pytest.approx([2.0, -0.5, 1.0, 1.0])


@pytest.mark.parametrize("penalty", [PenaltySpec(l1=-1.0), PenaltySpec(l2=float("nan"))])
def test_a_negative_penalty_is_refused(penalty):
    with pytest.raises(SpecError, match="must not be negative"):
        penalties.check(penalty)
