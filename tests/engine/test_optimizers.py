"""The update rules against numbers worked out by hand, and their settings' limits."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.engine import optimizers
from mlp_studio.engine.optimizers import make
from mlp_studio.engine.spec import OptimizerSpec, SpecError


def run(spec, gradients, start=1.0, rate=0.1):
    parameters = np.array([start])
    optimizer = make(spec, 1)
    for gradient in gradients:
        optimizer.step(parameters, np.array([gradient]), rate)
    return float(parameters[0])


def test_sgd_steps_against_the_gradient():
    assert run(OptimizerSpec("sgd"), [0.5, -0.2]) == pytest.approx(1 - 0.1 * 0.5 + 0.1 * 0.2)


def test_momentum_starts_with_the_gradient_and_then_accumulates_it():
    spec = OptimizerSpec("momentum", momentum=0.9)
    assert run(spec, [2.0]) == pytest.approx(1 - 0.1 * 2)
    assert run(spec, [2.0, 1.0]) == pytest.approx(1 - 0.1 * 2 - 0.1 * (0.9 * 2 + 1))


def test_nesterov_looks_ahead_by_one_momentum():
    first = 2.0 + 0.9 * 2.0
    second = 1.0 + 0.9 * (0.9 * 2.0 + 1.0)
    result = run(OptimizerSpec("nesterov"), [2.0, 1.0])
    assert result == pytest.approx(1 - 0.1 * first - 0.1 * second)


def test_rmsprop_divides_by_the_running_root_mean_square():
    # v = 0.25·4 = 1 with α = 0.75, so the step is 0.1·2/(1 + ε).
    spec = OptimizerSpec("rmsprop", alpha=0.75, epsilon=0.5)
    assert run(spec, [2.0]) == pytest.approx(1 - 0.1 * 2 / 1.5)


def test_adagrad_divides_by_the_root_of_the_sum_of_squares():
    result = run(OptimizerSpec("adagrad", lr_decay=1.0), [3.0, 4.0])
    assert result == pytest.approx(1 - 0.1 * 3 / 3 - 0.1 / 2 * 4 / 5)


@given(st.floats(1e-3, 1e3), st.sampled_from([-1.0, 1.0]))
def test_adams_first_step_is_the_learning_rate_whatever_the_gradients_size(size, sign):
    assert run(OptimizerSpec("adam"), [sign * size]) == pytest.approx(1 - sign * 0.1, abs=1e-5)


def test_adam_keeps_epsilon_outside_the_root():
    # After one step m̂ = g and v̂ = g²: the step is η·g/(|g| + ε).
    spec = OptimizerSpec("adam", epsilon=1.0)
    assert run(spec, [3.0]) == pytest.approx(1 - 0.1 * 3 / 4, abs=1e-15)


def test_weight_decay_joins_the_gradient_except_in_adamw():
    assert run(OptimizerSpec("sgd", weight_decay=0.5), [0.0], 2.0) == pytest.approx(2 - 0.1 * 1)
    assert run(OptimizerSpec("adamw", weight_decay=0.5), [0.0], 2.0) == pytest.approx(2 * 0.95)
    assert run(OptimizerSpec("adam", weight_decay=0.5), [0.0], 2.0) == pytest.approx(1.9, abs=1e-6)


def test_state_is_given_in_the_formulas_terms():
    optimizer = make(OptimizerSpec("adam", beta1=0.9, beta2=0.99), 1)
    optimizer.step(np.array([1.0]), np.array([2.0]), 0.1)
    state = optimizer.state()
    assert state["step"] == 1
    assert state["exp_avg"] == pytest.approx(0.1 * 2)
    assert state["exp_avg_sq"] == pytest.approx(0.01 * 4)


def test_changing_the_returned_state_changes_nothing():
    optimizer = make(OptimizerSpec("momentum"), 1)
    optimizer.state()["momentum_buffer"][:] = 9.0
    assert optimizer.state()["momentum_buffer"] == 0.0


@pytest.mark.parametrize("name", optimizers.NAMES)
def test_a_copy_goes_on_alike_and_apart(name):
    rng = np.random.default_rng(1)
    original, gradient = make(OptimizerSpec(name), 5), rng.normal(size=5)
    parameters = rng.normal(size=5)
    original.step(parameters, gradient, 0.1)
    twin, twins = original.copy(), parameters.copy()
    original.step(parameters, gradient, 0.1)
    original.step(parameters, gradient, 0.1)
    twin.step(twins, gradient, 0.1)
    twin.step(twins, gradient, 0.1)
    np.testing.assert_array_equal(parameters, twins)


@pytest.mark.parametrize("name", optimizers.NAMES)
def test_the_gradient_is_left_alone_and_single_precision_stays_single(name):
    parameters, gradient = np.ones(3, np.float32), np.full(3, 0.5, np.float32)
    make(OptimizerSpec(name, weight_decay=0.1), 3, np.float32).step(parameters, gradient, 0.1)
    assert parameters.dtype == np.float32
    np.testing.assert_array_equal(gradient, np.full(3, 0.5, np.float32))
    assert (parameters < 1).all()


@pytest.mark.parametrize("name", optimizers.NAMES)
def test_an_absent_edge_whose_value_and_gradient_are_0_stays_0(name):
    parameters = np.zeros(1)
    optimizer = make(OptimizerSpec(name, weight_decay=0.1), 1)
    for _ in range(3):
        optimizer.step(parameters, np.zeros(1), 0.1)
    assert parameters[0] == 0.0


def test_an_unknown_rule_is_named_beside_the_known_ones():
    with pytest.raises(SpecError, match=r"'adamax'.*sgd.*adamw"):
        make(OptimizerSpec("adamax"), 1)


def test_a_setting_the_rule_does_not_know_is_named_with_the_rule():
    with pytest.raises(SpecError, match=r"'sgd' has no setting 'beta1'.*weight_decay"):
        make(OptimizerSpec("sgd", beta1=0.9), 1)


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("learning_rate", -0.1),
        ("learning_rate", float("nan")),
        ("beta1", 1.0),
        ("beta2", 1.5),
        ("beta1", -0.1),
        ("epsilon", 0.0),
        ("weight_decay", -1.0),
        ("weight_decay", float("inf")),
    ],
)
def test_a_setting_out_of_range_is_named(setting, value):
    with pytest.raises(SpecError, match=f"'adam': {setting} must"):
        make(OptimizerSpec("adam", **{setting: value}), 1)
