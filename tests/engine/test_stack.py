"""Seeds trained together against the same seeds trained one by one."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.engine import datasets
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.initializers import initial_parameters
from mlp_studio.engine.network import Network
from mlp_studio.engine.spec import LayerSpec, LinkSpec, NetworkSpec, OptimizerSpec, TrainingSpec
from mlp_studio.engine.splitting import Data
from mlp_studio.engine.stack import losses, train_stack
from mlp_studio.engine.trainer import train


def chain(sizes, hidden, output, loss):
    layers = [LayerSpec("x", sizes[0], is_input=True)]
    layers += [LayerSpec(f"h{k}", size, activation=hidden) for k, size in enumerate(sizes[1:-1])]
    layers.append(LayerSpec("o", sizes[-1], activation=output))
    links = [LinkSpec(*ends) for ends in pairwise(layer.name for layer in layers)]
    return NetworkSpec(tuple(layers), tuple(links), loss)


def starts(spec, seeds):
    return np.stack([initial_parameters(spec, seed) for seed in range(seeds)], axis=1)


def one_by_one(network, parameters, inputs, targets, rate, steps):
    training = TrainingSpec(optimizer=OptimizerSpec(learning_rate=rate), epochs=steps)
    columns = []
    for start in parameters.T:
        *_, last = train(network, start, Data(inputs, targets), training)
        columns.append(last.parameters)
    return np.stack(columns, axis=1)


@settings(deadline=None, max_examples=25)
@given(
    st.lists(st.integers(1, 4), min_size=2, max_size=4),
    st.sampled_from(["tanh", "sigmoid", "softplus", "linear", "gaussian"]),
    st.sampled_from(
        [("linear", "half_sse"), ("sigmoid", "bce"), ("softmax", "cross_entropy"), ("tanh", "mse")]
    ),
    st.integers(1, 5),
)
def test_a_stack_is_its_seeds_one_by_one(sizes, hidden, ending, seeds):
    spec = chain(sizes, hidden, *ending)
    network, rng = Network(spec), np.random.default_rng(0)
    inputs, targets = rng.normal(size=(7, sizes[0])), rng.uniform(size=(7, sizes[-1]))
    parameters = starts(spec, seeds)
    together = train_stack(network, parameters, inputs, targets, 0.1, 20)
    apart = one_by_one(network, parameters, inputs, targets, 0.1, 20)
    np.testing.assert_allclose(together, apart, rtol=0, atol=1e-12)
    expected = [network.loss_value(column, inputs, targets) for column in together.T]
    np.testing.assert_allclose(losses(network, together, inputs, targets), expected, atol=1e-12)


def test_a_graph_with_a_skip_mixed_units_and_frozen_and_absent_edges_does_as_well():
    mask = FrozenArray([[True, False], [True, True], [True, True]], bool)
    frozen = FrozenArray([[False, False], [True, False], [False, True]], bool)
    spec = NetworkSpec(
        (
            LayerSpec("x", 2, is_input=True),
            LayerSpec("h", 3, activation="tanh", unit_activations=("sigmoid", None, "sigmoid")),
            LayerSpec("g", 2, activation="sine", freeze_biases=True),
            LayerSpec("o", 1),
        ),
        (
            LinkSpec("x", "h", mask=mask, frozen_edges=frozen),
            LinkSpec("h", "g"),
            LinkSpec("x", "o"),
            LinkSpec("h", "o"),
            LinkSpec("g", "o"),
        ),
    )
    network, rng = Network(spec), np.random.default_rng(0)
    inputs, targets = rng.normal(size=(6, 2)), rng.normal(size=(6, 1))
    parameters = starts(spec, 3)
    together = train_stack(network, parameters, inputs, targets, 0.05, 30)
    apart = one_by_one(network, parameters, inputs, targets, 0.05, 30)
    np.testing.assert_allclose(together, apart, rtol=0, atol=1e-12)
    fixed = ~network.layout.trainable
    assert together[fixed].tobytes() == parameters[fixed].tobytes()


def test_many_seeds_of_xor_mostly_learn_it():
    _, inputs, targets = datasets.make("xor", noise=0.0)
    spec = chain([2, 4, 1], "tanh", "sigmoid", "bce")
    trained = train_stack(Network(spec), starts(spec, 40), inputs, targets, 0.5, 1500)
    assert np.mean(losses(Network(spec), trained, inputs, targets) < 0.05) > 0.8


def test_a_seed_that_diverges_leaves_the_others_alone():
    spec = chain([1, 1], "linear", "linear", "half_sse")
    network, inputs, targets = Network(spec), np.ones((1, 1)), np.zeros((1, 1))
    parameters = np.array([[1.0, 0.0], [0.0, 0.0]])
    trained = train_stack(network, parameters, inputs, targets, 99.0, 300)
    assert not np.isfinite(trained[:, 0]).any()
    np.testing.assert_array_equal(trained[:, 1], 0.0)


def test_the_starts_are_left_alone():
    spec = chain([2, 3, 1], "tanh", "linear", "half_sse")
    parameters = starts(spec, 2)
    before = parameters.copy()
    train_stack(Network(spec), parameters, np.ones((1, 2)), np.ones((1, 1)), 0.1, 3)
    np.testing.assert_array_equal(parameters, before)


def test_shapes_that_do_not_fit_are_named():
    spec = chain([2, 3, 1], "tanh", "linear", "half_sse")
    network = Network(spec)
    with pytest.raises(ValueError, match=r"parameters should be \(13, seeds\), not \(13,\)"):
        train_stack(network, np.zeros(13), np.ones((1, 2)), np.ones((1, 1)), 0.1, 1)
    with pytest.raises(ValueError, match=r"targets should be \(1, 1\), not \(1, 2\)"):
        losses(network, np.zeros((13, 1)), np.ones((1, 2)), np.ones((1, 2)))
