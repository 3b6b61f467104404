"""Finding the layer where a number stopped being finite, in the order of computation."""

import numpy as np
import pytest

from mlp_studio.engine import divergence
from mlp_studio.engine.network import Network
from mlp_studio.engine.spec import LayerSpec, LinkSpec, NetworkSpec

CHAIN = NetworkSpec(
    (LayerSpec("x", 1, is_input=True), LayerSpec("h", 2), LayerSpec("g", 2), LayerSpec("o", 1)),
    (LinkSpec("x", "h"), LinkSpec("h", "g"), LinkSpec("g", "o")),
)


def bound():
    network = Network(CHAIN)
    bound = network.bind(np.ones(network.layout.size), 3)
    bound.forward()
    bound.backward()
    return bound


def test_a_finite_pass_has_nothing_to_show():
    assert divergence.in_pass(bound()) is None


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_pre_activations_are_looked_at_forward(value):
    seen = bound()
    for layer in ("o", "g"):
        seen.pre_activations[seen.layout.rows[layer]] = value
    seen.deltas[seen.layout.rows["h"]] = value
    assert divergence.in_pass(seen) == "g"


def test_deltas_are_looked_at_backward():
    seen = bound()
    for layer in ("h", "g"):
        seen.deltas[seen.layout.rows[layer]] = np.nan
    assert divergence.in_pass(seen) == "g"


def test_the_gradient_comes_last():
    seen = bound()
    seen.layout.weights(seen.gradient, "h", "g")[1, 1] = np.inf
    assert divergence.in_pass(seen) == "g"


def test_a_vector_names_the_layer_its_first_such_parameter_leads_into():
    layout = Network(CHAIN).layout
    vector = np.zeros(layout.size)
    assert divergence.in_vector(layout, vector) is None
    layout.biases(vector, "o")[0] = np.nan
    assert divergence.in_vector(layout, vector) == "o"
    layout.biases(vector, "h")[1] = np.inf
    assert divergence.in_vector(layout, vector) == "h"
