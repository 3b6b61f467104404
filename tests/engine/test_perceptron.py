"""The perceptron rule's walk, by hand, against the trainer, and against whether a line exists."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.engine import perceptron, trainer
from mlp_studio.engine.layout import Layout
from mlp_studio.engine.network import Network
from mlp_studio.engine.separable import separability
from mlp_studio.engine.spec import (
    LayerSpec,
    LinkSpec,
    NetworkSpec,
    OptimizerSpec,
    SpecError,
    TrainingSpec,
)

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
AND, OR, XOR = (np.array(row, float) for row in ([0, 0, 0, 1], [0, 1, 1, 1], [0, 1, 1, 0]))

AND_BY_HAND = [
    # w1, w2, b after each sample; from 0, η = 1, step(0) = 1
    (0, 0, -1), (0, 0, -1), (0, 0, -1), (1, 1, 0),
    (1, 1, -1), (1, 0, -2), (1, 0, -2), (2, 1, -1),
    (2, 1, -1), (2, 0, -2), (1, 0, -3), (2, 1, -2),
    (2, 1, -2), (2, 1, -2), (1, 1, -3), (2, 2, -2),
    (2, 2, -2), (2, 1, -3), (2, 1, -3), (2, 1, -3),
    (2, 1, -3), (2, 1, -3), (2, 1, -3), (2, 1, -3),
]  # fmt: skip

AND_WITH_SIGN_BY_HAND = [
    # sign(0) = 0: the first sample moves the weights by 1, the others by 2
    (0, 0, -1), (0, 0, -1), (0, 0, -1), (2, 2, 1),
    (2, 2, -1), (2, 0, -3), (2, 0, -3), (4, 2, -1),
]  # fmt: skip


def _walk(targets, **settings):
    return perceptron.walk(CORNERS, targets, np.zeros(3), **settings)


def test_and_from_zero_takes_the_weights_of_the_table_worked_by_hand() -> None:
    walk = _walk(AND)
    assert walk.weights[1:].tolist() == [list(map(float, row)) for row in AND_BY_HAND]
    assert walk.mistakes.tolist() == [2, 3, 3, 2, 1, 0]
    assert walk.ending == "converged"
    assert walk.epochs == 6


def test_with_sign_zero_on_the_line_is_a_mistake_of_half_the_size() -> None:
    walk = _walk(2 * AND - 1, activation="sign")
    expected = [list(map(float, row)) for row in AND_WITH_SIGN_BY_HAND]
    assert walk.weights[1:9].tolist() == expected
    assert walk.outputs[0] == 0.0
    assert walk.is_mistake[0]


def test_z_and_output_of_a_visit_are_by_the_weights_it_finds() -> None:
    walk = _walk(OR)
    for visit in range(walk.visits):
        w1, w2, b = walk.weights[visit]
        x1, x2 = CORNERS[walk.sample(visit)]
        assert walk.z[visit] == w1 * x1 + w2 * x2 + b
        assert walk.outputs[visit] == float(walk.z[visit] >= 0.0)


@pytest.mark.parametrize("rate", [1.0, 0.5, 0.1])
@pytest.mark.parametrize("activation", perceptron.HARD)
def test_on_xor_the_repeating_cycle_is_found(activation: perceptron.Hard, rate: float) -> None:
    targets = XOR if activation == "step" else 2 * XOR - 1
    walk = _walk(targets, activation=activation, rate=rate)
    assert walk.ending == "cycle"
    assert walk.cycle is not None
    early, late = walk.cycle.start * 4, (walk.cycle.start + walk.cycle.length) * 4
    assert (walk.weights[early] == walk.weights[late]).all()
    again = perceptron.walk(CORNERS, targets, walk.weights[early], activation=activation, rate=rate)
    assert again.cycle == perceptron.Cycle(0, walk.cycle.length)


@pytest.mark.parametrize("rate", [1.0, 0.25, 0.1, 0.3])
@pytest.mark.parametrize("activation", perceptron.HARD)
@pytest.mark.parametrize("targets", [AND, OR, XOR])
def test_the_walk_has_the_weights_of_the_programs_own_rule(targets, activation, rate) -> None:
    layers = LayerSpec("x", 2, is_input=True), LayerSpec("o", 1, activation=activation)
    network = Network(NetworkSpec(layers, (LinkSpec("x", "o"),)))
    training = TrainingSpec(
        optimizer=OptimizerSpec("sgd", rate), epochs=5, batch_size=1, shuffle=False
    )
    training = replace(training, rule="perceptron")
    low = perceptron.low(activation)
    wanted = np.where(targets == 1.0, 1.0, low)
    data = trainer.Data(CORNERS, wanted[:, None])
    run = trainer.train(network, np.zeros(3), data, training)
    run.most_steps = 1
    by_step = {shot.step: _in_order(network.layout, shot.parameters) for shot in run}
    walk = _walk(wanted, activation=activation, rate=rate, epochs=5)
    assert walk.visits >= 12
    for visit in range(walk.visits + 1):
        assert by_step[visit] == walk.weights[visit].tolist()


def _in_order(layout: Layout, vector: np.ndarray) -> list[float]:
    """w1, w2, b: the program's own order of a layer with one unit."""
    assert len(vector) == layout.size == 3
    return [float(value) + 0.0 for value in vector]


def test_a_limit_ends_a_walk_that_has_not_converged() -> None:
    walk = _walk(AND, epochs=3)
    assert walk.ending == "limit"
    assert (walk.epochs, walk.visits) == (3, 12)


@pytest.mark.parametrize(
    ("inputs", "targets", "start", "rate"),
    [
        (np.zeros((0, 2)), np.zeros(0), np.zeros(3), 1.0),
        (CORNERS, AND[:3], np.zeros(3), 1.0),
        (CORNERS, AND, np.zeros(2), 1.0),
        (CORNERS, AND, np.zeros(3), 0.0),
        (CORNERS, AND, np.array([np.inf, 0.0, 0.0]), 1.0),
    ],
)
def test_what_cannot_be_walked_is_refused(inputs, targets, start, rate) -> None:
    with pytest.raises(SpecError):
        perceptron.walk(inputs, targets, start, rate=rate)


whole = st.tuples(st.integers(-2, 2), st.integers(-2, 2))


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.tuples(whole, st.booleans()), min_size=2, max_size=6),
    st.sampled_from(perceptron.HARD),
)
def test_it_converges_where_the_hulls_are_apart_and_repeats_where_they_meet(
    samples, activation
) -> None:
    inputs = np.array([place for place, _ in samples], float)
    classes = np.array([is_one for _, is_one in samples])
    targets = np.where(classes, 1.0, perceptron.low(activation))
    walk = perceptron.walk(inputs, targets, np.zeros(3), activation=activation, epochs=5000)
    can_be_separated = separability(inputs[~classes], inputs[classes]).is_separable
    assert walk.ending == ("converged" if can_be_separated else "cycle")
    last = perceptron.outputs(inputs, walk.weights[-1], activation)
    assert (last == targets).all() == can_be_separated
