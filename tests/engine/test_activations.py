from __future__ import annotations

import math
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.engine import activations
from mlp_studio.engine.spec import SpecError

ELEMENTWISE = tuple(name for name in activations.NAMES if name != "softmax")
FAR = np.array([-1e4, -800.0, -90.0, 0.0, 90.0, 800.0, 1e4])


@pytest.mark.parametrize(
    ("name", "z", "a", "slope"),
    [
        ("linear", -2.5, -2.5, 1.0),
        ("sigmoid", math.log(3), 0.75, 0.1875),
        ("tanh", math.log(2), 0.6, 0.64),
        ("relu", 2.0, 2.0, 1.0),
        ("relu", -2.0, 0.0, 0.0),
        ("leaky_relu", -2.0, -0.02, 0.01),
        ("elu", -math.log(2), -0.5, 0.5),
        ("softplus", 0.0, math.log(2), 0.5),
        ("silu", 0.0, 0.0, 0.5),
        ("gelu", 0.0, 0.0, 0.5),
        ("sine", math.pi / 6, 0.5, math.sqrt(3) / 2),
        ("gaussian", 1.0, math.exp(-1), -2 * math.exp(-1)),
        ("sign", -3.0, -1.0, 0.0),
        ("step", 3.0, 1.0, 0.0),
    ],
)
def test_values_and_slopes_are_those_of_the_formula(
    name: str, z: float, a: float, slope: float
) -> None:
    assert activations.value(name, z) == pytest.approx(a, abs=1e-15)
    assert activations.derivative(name, z) == pytest.approx(slope, abs=1e-15)


@pytest.mark.parametrize(
    ("name", "a", "slope"),
    [
        ("relu", 0.0, 0.0),
        ("leaky_relu", 0.0, 0.01),
        ("elu", 0.0, 1.0),
        ("sign", 0.0, 0.0),
        ("step", 1.0, 0.0),
    ],
)
def test_conventions_at_kinks_hold_and_are_told(name: str, a: float, slope: float) -> None:
    assert activations.value(name, 0.0) == a
    assert activations.derivative(name, 0.0) == slope
    assert activations.get(name).kink


def test_only_functions_with_a_kink_tell_of_one() -> None:
    kinked = {name for name in activations.NAMES if activations.get(name).kink}
    assert kinked == {"relu", "leaky_relu", "elu", "sign", "step"}


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
@pytest.mark.parametrize("name", activations.NAMES)
def test_nothing_overflows_far_out(name: str, dtype: type) -> None:
    activation = activations.get(name, dtype)
    z = FAR.astype(dtype)
    a, slope, delta = np.empty_like(z), np.empty_like(z), np.empty_like(z)
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        activation.value(z, a)
        activation.derivative(z, a, slope)
        activation.message_to_delta(z, a, np.ones_like(z), delta)
    lowest, highest = activation.bounds
    assert np.isfinite([a, slope, delta]).all()
    assert ((a >= lowest) & (a <= highest)).all()
    assert a.dtype == dtype


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_the_sigmoid_saturates_without_overflow(dtype: type) -> None:
    z, a = np.array([-1e4, 1e4], dtype), np.empty(2, dtype)
    activations.get("sigmoid", dtype).value(z, a)
    assert a.tolist() == [0.0, 1.0]


@pytest.mark.parametrize("name", ELEMENTWISE)
@given(z=st.floats(-8, 8).filter(lambda z: abs(z) > 1e-4))
def test_slopes_are_limits_of_differences(name: str, z: float) -> None:
    h = 1e-5
    rise = activations.value(name, z + h) - activations.value(name, z - h)
    assert activations.derivative(name, z) == pytest.approx(rise / (2 * h), abs=1e-8)


@given(
    z=st.lists(st.floats(-50, 50), min_size=1, max_size=6),
    shift=st.floats(-50, 50),
)
def test_softmax_sums_to_one_and_ignores_a_common_shift(z: list[float], shift: float) -> None:
    a = activations.value("softmax", z)
    assert a.sum() == pytest.approx(1.0)
    np.testing.assert_allclose(activations.value("softmax", np.add(z, shift)), a, atol=1e-13)


def test_softmax_sends_nothing_back_for_a_message_alike_everywhere() -> None:
    z = np.array([[0.3, -1.0], [2.0, 0.0], [-0.7, 4.0]])
    a, delta = np.empty_like(z), np.empty_like(z)
    softmax = activations.get("softmax")
    softmax.value(z, a)
    softmax.message_to_delta(z, a, np.full_like(z, 5.0), delta)
    np.testing.assert_allclose(delta, 0.0, atol=1e-15)


@pytest.mark.parametrize("name", activations.NAMES)
def test_a_message_may_be_turned_into_delta_in_place(name: str) -> None:
    activation = activations.get(name)
    z = np.random.default_rng(0).normal(size=(3, 4))
    message = np.random.default_rng(1).normal(size=(3, 4))
    a, apart = np.empty_like(z), np.empty_like(z)
    activation.value(z, a)
    activation.message_to_delta(z, a, message, apart)
    activation.message_to_delta(z, a, message, message)
    np.testing.assert_array_equal(message, apart)


@pytest.mark.parametrize("name", activations.NAMES)
def test_a_constant_slope_is_declared_where_there_is_one(name: str) -> None:
    slopes = set(activations.derivative(name, np.linspace(-3, 3, 13)).tolist())
    declared = activations.get(name).slope
    assert (slopes == {declared}) if declared is not None else len(slopes) > 1


def test_the_same_activation_is_made_once_for_each_dtype() -> None:
    assert activations.get("tanh") is activations.get("tanh", np.float64)
    assert activations.get("tanh") is not activations.get("tanh", np.float32)


def test_an_unknown_name_is_refused_with_the_known_ones() -> None:
    with pytest.raises(SpecError, match=r"'tnah'.*linear, sigmoid, tanh"):
        activations.get("tnah")


@pytest.mark.parametrize(
    ("name", "hard"), [("step", "step"), ("sigmoid", "step"), ("sign", "sign"), ("tanh", "sign")]
)
def test_the_hard_decision_has_the_range_of_the_soft_one(name: str, hard: str) -> None:
    assert activations.get(name).hard == hard


@pytest.mark.parametrize("name", activations.NAMES)
def test_formulas_have_symbols_only(name: str) -> None:
    activation = activations.get(name)
    texts = f"{activation.formula}; {activation.derivative_formula}; {activation.kink}"
    assert set(re.findall("[A-Za-z]{2,}", texts)) <= {"ln", "max", "tanh", "sin", "cos"}
