"""The fast engine and its plain twin give the same numbers."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.engine import losses, reference
from mlp_studio.engine.network import Network
from mlp_studio.engine.spec import NetworkSpec
from tests.engine.networks import (
    HARD,
    KINKED,
    SMOOTH,
    mazur,
    random_graph,
    random_parameters,
    random_samples,
)


def unpacked(network: Network, vector: np.ndarray) -> reference.Parameters:
    layout, spec = network.layout, network.spec
    return reference.Parameters(
        {
            (link.source, link.target): layout.weights(vector, link.source, link.target).copy()
            for link in spec.links
        },
        {
            name: layout.biases(vector, name).copy()
            for name in layout.computed
            if spec.layer(name).bias
        },
    )


def by_layer(spec: NetworkSpec, sample: np.ndarray) -> dict[str, np.ndarray]:
    ends = np.cumsum([layer.units for layer in spec.inputs])
    pieces = np.split(sample, ends[:-1])
    return {layer.name: piece for layer, piece in zip(spec.inputs, pieces, strict=True)}


def assert_same(mine: reference.Parameters, theirs: reference.Parameters) -> None:
    assert mine.weights.keys() == theirs.weights.keys()
    assert mine.biases.keys() == theirs.biases.keys()
    for link, weights in mine.weights.items():
        np.testing.assert_allclose(weights, theirs.weights[link], rtol=1e-9, atol=1e-12)
    for name, biases in mine.biases.items():
        np.testing.assert_allclose(biases, theirs.biases[name], rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("loss", losses.NAMES)
def test_random_graphs_agree_layer_by_layer(loss: str, seed: int) -> None:
    spec = random_graph(seed + 50, loss, (*SMOOTH, *KINKED, *HARD))
    network, vector = Network(spec), random_parameters(spec, seed)
    inputs, targets = random_samples(spec, 3, seed)
    parameters = unpacked(network, vector)
    all_z, all_a = network.forward(vector, inputs)
    gradients = []
    for number, (sample, target) in enumerate(zip(inputs, targets, strict=True)):
        z, a = reference.forward(spec, parameters, by_layer(spec, sample))
        for name in network.layout.computed:
            rows = network.layout.rows[name]
            np.testing.assert_allclose(all_z[rows, number], z[name], rtol=1e-12, atol=1e-13)
            np.testing.assert_allclose(all_a[rows, number], a[name], rtol=1e-12, atol=1e-13)
        gradients.append(reference.backward(spec, parameters, z, a, target)[0])
    _, gradient = network.gradient(vector, inputs, targets)
    assert_same(unpacked(network, gradient), reference.mean(gradients))


def test_one_step_of_mazurs_example_by_hand() -> None:
    spec, vector, inputs, targets = mazur()
    parameters = unpacked(Network(spec), vector)
    z, a = reference.forward(spec, parameters, {"x": inputs[0]})
    gradient, delta = reference.backward(spec, parameters, z, a, targets[0])
    after = reference.sgd_step(parameters, gradient, 0.5)
    np.testing.assert_allclose(a["o"], [0.75136507, 0.772928465], atol=5e-9)
    np.testing.assert_allclose(delta["o"], [0.138498562, -0.0380982366], atol=5e-9)
    np.testing.assert_allclose(
        after.weights["h", "o"],
        [[0.35891648, 0.408666186], [0.511301270, 0.561370121]],
        atol=5e-9,
    )
    np.testing.assert_allclose(
        after.weights["x", "h"],
        [[0.149780716, 0.19956143], [0.24975114, 0.29950229]],
        atol=5e-9,
    )
