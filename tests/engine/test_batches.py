"""Which samples each step works on, and that loss and gradient are those of its batch."""

import numpy as np
import pytest

from mlp_studio.engine import batches
from mlp_studio.engine.batches import LargeBatch, MiniBatches, Samples, loss_parts
from mlp_studio.engine.network import CHUNK, Network
from mlp_studio.engine.spec import LayerSpec, LinkSpec, NetworkSpec

NETWORK = Network(
    NetworkSpec((LayerSpec("x", 2, is_input=True), LayerSpec("o", 1)), (LinkSpec("x", "o"),))
)
PARAMETERS = np.array([0.5, -1.0, 2.0])


def problem(count):
    rng = np.random.default_rng(0)
    return rng.normal(size=(count, 2)), rng.normal(size=(count, 1))


def recording(kind, inputs, targets, *size):
    """The batches, the gradient they write, and a list that each step adds a copy of it to."""
    gradient, seen = np.zeros(3), []

    def bind(count, batch_size):
        bound = NETWORK.bind(PARAMETERS, count, gradient=gradient)
        bound.set_scale(1 / batch_size)
        return bound

    samples = Samples.of(NETWORK, inputs, targets)
    made = kind(samples, *size, bind, [lambda: seen.append(gradient.copy())])
    return made, gradient, seen


@pytest.mark.parametrize("size", [1, 3, 7, 50])
@pytest.mark.parametrize("window", [1, 4, 32])
def test_each_step_has_the_gradient_of_its_batch(monkeypatch, size, window):
    monkeypatch.setattr(batches, "WINDOW_BATCHES", window)
    inputs, targets = problem(51)
    made, _, seen = recording(MiniBatches, inputs, targets, size)
    made.shuffle(np.random.default_rng(1))
    order = np.random.default_rng(1).permutation(51)
    for first in range(0, made.steps, 5):
        made.run(first, min(first + 5, made.steps))
    starts = range(0, 51, size)
    expected = [
        NETWORK.gradient(PARAMETERS, inputs[order[at : at + size]], targets[order[at : at + size]])
        for at in starts
    ]
    np.testing.assert_allclose(seen, [gradient for _, gradient in expected], atol=1e-14)


def test_large_samples_are_drawn_one_batch_at_a_time(monkeypatch):
    monkeypatch.setattr(batches, "WINDOW_BYTES", 100)
    inputs, targets = problem(51)
    made, _, seen = recording(MiniBatches, inputs, targets, 10)
    made.run(0, 6)
    _, last = NETWORK.gradient(PARAMETERS, inputs[50:], targets[50:])
    np.testing.assert_allclose(seen[-1], last, atol=1e-14)


def test_examining_a_step_leaves_its_gradient_and_makes_no_update():
    inputs, targets = problem(51)
    made, gradient, seen = recording(MiniBatches, inputs, targets, 10)
    assert made.examine(5) is None
    _, last = NETWORK.gradient(PARAMETERS, inputs[50:], targets[50:])
    np.testing.assert_allclose(gradient, last, atol=1e-14)
    assert seen == []


def test_a_large_batch_adds_up_to_the_gradient_of_all():
    inputs, targets = problem(2 * CHUNK + 5)
    made, gradient, seen = recording(LargeBatch, inputs, targets)
    made.run(0, 1)
    ones = np.column_stack([inputs, np.ones(len(inputs))])
    expected = ones.T @ (ones @ PARAMETERS - targets[:, 0]) / len(inputs)
    np.testing.assert_allclose(seen, [expected], rtol=1e-12)
    assert made.examine(0) is None
    np.testing.assert_allclose(gradient, expected, rtol=1e-12)


def test_a_sample_that_is_not_finite_is_found_in_any_chunk():
    inputs, targets = problem(2 * CHUNK + 5)
    inputs[-1, 0] = np.inf
    made, _, _ = recording(LargeBatch, inputs, targets)
    assert made.examine(0) == "o"


@pytest.mark.parametrize("count", [1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK])
def test_the_parts_of_the_loss_add_up_to_the_mean(count):
    inputs, targets = problem(count)
    parts = loss_parts(NETWORK, PARAMETERS, Samples.of(NETWORK, inputs, targets))
    outputs = inputs @ PARAMETERS[:2] + PARAMETERS[2]
    expected = 0.5 * np.mean((outputs - targets[:, 0]) ** 2)
    assert sum(part() for part in parts) == pytest.approx(expected, rel=1e-12)
    assert len(parts) == -(-count // CHUNK)
