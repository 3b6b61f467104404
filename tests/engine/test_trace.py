from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from mlp_studio.engine import losses, optimizers, penalties
from mlp_studio.engine.network import Network
from mlp_studio.engine.spec import (
    OptimizerSpec,
    PenaltySpec,
    ScheduleSpec,
    SpecError,
    TrainingSpec,
)
from mlp_studio.engine.trace import Trace, trace, update
from tests.engine.networks import (
    KINKED,
    SMOOTH,
    chain,
    mazur,
    random_graph,
    random_parameters,
    random_samples,
)

SGD = TrainingSpec(optimizer=OptimizerSpec("sgd", 0.5))
ALL = (*SMOOTH, *KINKED)


def traced(seed: int, samples: int = 1, loss: str = "mse") -> Trace:
    spec = random_graph(seed, loss, ALL)
    inputs, targets = random_samples(spec, samples, seed)
    return trace(Network(spec), random_parameters(spec, seed), inputs, targets)


def summed(values: np.ndarray, nodes: np.ndarray, count: int) -> np.ndarray:
    """Per node, the sum of the values of the parameters that belong to it."""
    return np.bincount(nodes, values, count)


def unit_rows(recorded: Trace) -> np.ndarray:
    layout = recorded.network.layout
    return np.concatenate([np.r_[layout.rows[name]] for name in layout.computed])


@pytest.mark.parametrize("seed", range(10))
def test_the_terms_into_a_unit_sum_to_its_z(seed: int) -> None:
    recorded = traced(seed)
    layout = recorded.network.layout
    units = unit_rows(recorded)
    sums = summed(recorded.terms, layout.targets, layout.nodes)
    np.testing.assert_allclose(sums[units], recorded.z[units, 0], rtol=1e-12, atol=1e-13)


@pytest.mark.parametrize("seed", range(10))
def test_the_messages_out_of_a_unit_sum_to_its_delta_once_its_slope_is_taken(seed: int) -> None:
    recorded = traced(seed)
    network, layout = recorded.network, recorded.network.layout
    sums = summed(recorded.messages, layout.sources, layout.nodes)
    for name in layout.computed[:-1]:
        rows = layout.rows[name]
        delta = sums[rows, None].copy()
        for unit, node in enumerate(range(rows.start, rows.stop)):
            chosen = network.spec.layer(name).activation_of(unit)
            activation = next(
                group.activation
                for group in network._plan.groups[name]
                if group.activation.name == chosen
            )
            if chosen == "softmax":
                activation.message_to_delta(
                    recorded.z[rows], recorded.a[rows], sums[rows, None].copy(), delta
                )
                break
            one = slice(node, node + 1)
            activation.message_to_delta(
                recorded.z[one], recorded.a[one], sums[one, None], delta[unit : unit + 1]
            )
        np.testing.assert_allclose(delta, recorded.delta[rows], rtol=1e-11, atol=1e-13)


@pytest.mark.parametrize("samples", [1, 4])
@pytest.mark.parametrize("loss", losses.NAMES)
def test_a_trace_has_the_engines_numbers(loss: str, samples: int) -> None:
    recorded = traced(4, samples, loss)
    network = recorded.network
    value, gradient = network.gradient(recorded.parameters, recorded.inputs, recorded.targets)
    z, a = network.forward(recorded.parameters, recorded.inputs)
    assert recorded.loss == value
    np.testing.assert_array_equal(recorded.gradient, gradient)
    np.testing.assert_array_equal(recorded.z, z)
    np.testing.assert_array_equal(recorded.a, a)


def test_gradient_is_source_output_times_target_delta() -> None:
    recorded = traced(6, samples=5)
    layout = recorded.network.layout
    products = recorded.a[layout.sources] * recorded.delta[layout.targets]
    expected = np.where(layout.exists, products.mean(axis=1), 0)
    np.testing.assert_allclose(recorded.gradient, expected, rtol=1e-12, atol=1e-15)


def test_each_sample_of_a_batch_has_its_own_delta_terms_and_messages() -> None:
    together = traced(7, samples=3)
    for number in range(3):
        one = slice(number, number + 1)
        alone = trace(
            together.network, together.parameters, together.inputs[one], together.targets[one]
        )
        np.testing.assert_allclose(together.delta[:, one], alone.delta, rtol=1e-12, atol=1e-15)
        np.testing.assert_allclose(together.terms[:, number], alone.terms, rtol=1e-12)
        np.testing.assert_allclose(together.messages[:, number], alone.messages, rtol=1e-9)


def test_inputs_and_constants_have_no_z_and_no_delta() -> None:
    recorded = traced(2, samples=2)
    others = np.setdiff1d(np.arange(recorded.network.layout.nodes), unit_rows(recorded))
    assert not recorded.z[others].any()
    assert not recorded.delta[others].any()


def test_a_trace_is_not_touched_by_what_happens_later() -> None:
    spec = chain(2, 3, 1)
    network, parameters = Network(spec), random_parameters(spec, 0)
    inputs, targets = random_samples(spec, 1, 0)
    recorded = trace(network, parameters, inputs, targets)
    before = recorded.record.copy(), recorded.inputs.copy(), recorded.targets.copy()
    parameters += 1
    inputs += 1
    targets += 1
    trace(network, parameters, inputs, targets)
    for kept, now in zip(before, (recorded.record, recorded.inputs, recorded.targets), strict=True):
        np.testing.assert_array_equal(kept, now)


def test_the_update_of_mazurs_example_keeps_the_biases() -> None:
    spec, parameters, inputs, targets = mazur()
    network = Network(spec)
    after = update(trace(network, parameters, inputs, targets), SGD)
    np.testing.assert_allclose(
        network.layout.weights(after.parameters, "h", "o"),
        [[0.35891648, 0.408666186], [0.511301270, 0.561370121]],
        atol=5e-9,
    )
    assert network.layout.biases(after.parameters, "h").tolist() == [0.35, 0.35]
    assert after.loss_after == pytest.approx(0.29102777, abs=5e-9)
    np.testing.assert_array_equal(after.change, after.parameters - parameters)
    assert (after.penalty, after.learning_rate) == (0.0, 0.5)


@pytest.mark.parametrize("name", optimizers.NAMES)
def test_frozen_and_absent_edges_stay_whatever_the_rule(name: str) -> None:
    settings = {"weight_decay": 0.1}
    training = TrainingSpec(
        optimizer=OptimizerSpec(name, 0.1, **settings), penalty=PenaltySpec(l2=0.1)
    )
    for seed in range(12):
        recorded = traced(seed)
        after = update(recorded, training)
        fixed = ~recorded.network.layout.trainable
        assert not after.change[fixed].any()
        assert not after.gradient[fixed].any()
        np.testing.assert_array_equal(after.parameters[fixed], recorded.parameters[fixed])
        if not fixed.all():
            assert after.change.any()


def test_the_penalty_pulls_and_is_reported_apart_from_the_loss() -> None:
    recorded = traced(1)
    layout = recorded.network.layout
    penalty = PenaltySpec(l1=0.01, l2=0.1)
    plain, pulled = update(recorded, SGD), update(recorded, replace(SGD, penalty=penalty))
    pull = penalties.gradient(penalty, recorded.parameters, layout.is_weight) * layout.trainable
    np.testing.assert_allclose(pulled.change, plain.change - 0.5 * pull, atol=1e-14)
    weights = recorded.parameters[layout.is_weight]
    assert pulled.penalty == pytest.approx(0.01 * abs(weights).sum() + 0.05 * (weights**2).sum())
    after = recorded.network.loss_value(pulled.parameters, recorded.inputs, recorded.targets)
    assert pulled.loss_after == after


def test_clipping_shortens_the_gradient_but_keeps_its_direction() -> None:
    recorded = traced(1)
    free = update(recorded, SGD)
    norm = float(np.linalg.norm(free.gradient))
    clipped = update(recorded, replace(SGD, clip_norm=norm / 4))
    np.testing.assert_allclose(clipped.gradient, free.gradient / 4, rtol=1e-12)
    untouched = update(recorded, replace(SGD, clip_norm=norm * 4))
    np.testing.assert_array_equal(untouched.gradient, free.gradient)


def test_clipping_knows_the_length_of_a_gradient_whose_squares_overflow() -> None:
    spec, parameters, inputs, targets = mazur()
    recorded = trace(Network(spec), parameters, inputs, targets)
    recorded.gradient[:] *= 1e200
    clipped = update(recorded, replace(SGD, clip_norm=1.0))
    assert np.linalg.norm(clipped.gradient) == pytest.approx(1.0)


def test_the_schedule_decides_the_rate_of_the_step() -> None:
    recorded = traced(1)
    training = replace(SGD, schedule=ScheduleSpec("step", step_size=10, gamma=0.1))
    first, later = update(recorded, training, step=9), update(recorded, training, step=10)
    assert (first.learning_rate, later.learning_rate) == (0.5, pytest.approx(0.05))
    np.testing.assert_allclose(later.change, first.change / 10, rtol=1e-6, atol=1e-12)


def test_the_optimizers_state_is_handed_on_not_changed() -> None:
    recorded = traced(1)
    training = TrainingSpec(optimizer=OptimizerSpec("momentum", 0.1))
    first = update(recorded, training)
    again = update(recorded, training, first.optimizer)
    np.testing.assert_allclose(again.change, 1.9 * first.change, rtol=1e-9, atol=1e-12)
    np.testing.assert_array_equal(again.change, update(recorded, training, first.optimizer).change)


def test_the_perceptron_rule_is_target_minus_output_times_input() -> None:
    spec = chain(2, 1, activation="step", loss="perceptron")
    network = Network(spec)
    training = TrainingSpec(rule="perceptron", optimizer=OptimizerSpec("adam", 0.1))
    wrong = trace(network, [1.0, 1.0, -0.5], [[1.0, 0.0]], [[0.0]])
    np.testing.assert_allclose(update(wrong, training).parameters, [0.9, 1.0, -0.6])
    right = trace(network, [1.0, 1.0, -0.5], [[1.0, 0.0]], [[1.0]])
    assert not update(right, training).change.any()


def test_the_perceptron_rule_averages_a_batch_and_needs_a_single_layer() -> None:
    spec = chain(2, 1, activation="step")
    training = TrainingSpec(rule="perceptron", optimizer=OptimizerSpec("sgd", 1.0))
    both = trace(Network(spec), [1.0, 1.0, -0.5], [[1.0, 0.0], [0.0, 1.0]], [[0.0], [1.0]])
    np.testing.assert_allclose(update(both, training).change, [-0.5, 0.0, -0.5])
    deep = traced(1)
    with pytest.raises(SpecError, match="single layer"):
        update(deep, training)


def test_samples_that_do_not_fit_are_refused() -> None:
    spec = chain(2, 1)
    with pytest.raises(ValueError, match=r"\(samples, 2\)"):
        trace(Network(spec), np.zeros(3), [[1.0]], [[1.0]])
