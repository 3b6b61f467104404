"""Networks to test with: small ones by hand, and random graphs of every kind from a seed."""

from __future__ import annotations

import numpy as np

from mlp_studio.engine import losses
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.initializers import initial_parameters
from mlp_studio.engine.layout import Layout
from mlp_studio.engine.spec import LayerSpec, LinkSpec, NetworkSpec

SMOOTH = ("linear", "sigmoid", "tanh", "softplus", "silu", "gelu", "sine", "gaussian")
KINKED = ("relu", "leaky_relu", "elu")
HARD = ("sign", "step")


def chain(*sizes: int, activation: str = "tanh", loss: str = "half_sse") -> NetworkSpec:
    """Dense layers of these sizes, named l0 (the input), l1, l2 …"""
    layers = [LayerSpec("l0", sizes[0], is_input=True)]
    layers += [
        LayerSpec(f"l{number}", size, activation=activation)
        for number, size in enumerate(sizes[1:], 1)
    ]
    links = (LinkSpec(f"l{number}", f"l{number + 1}") for number in range(len(sizes) - 1))
    return NetworkSpec(tuple(layers), tuple(links), loss)


def mazur() -> tuple[NetworkSpec, np.ndarray, np.ndarray, np.ndarray]:
    """The worked example of Mazur, "A Step by Step Backpropagation Example" (2015).

    Returns the spec (biases frozen), its parameters, and the one sample's inputs and targets.
    """
    hidden = LayerSpec("h", 2, activation="sigmoid", freeze_biases=True)
    output = LayerSpec("o", 2, activation="sigmoid", freeze_biases=True)
    layers = (LayerSpec("x", 2, is_input=True), hidden, output)
    spec = NetworkSpec(layers, (LinkSpec("x", "h"), LinkSpec("h", "o")))
    first, second = (
        [[0.15, 0.20, 0.35], [0.25, 0.30, 0.35]],
        [[0.40, 0.45, 0.60], [0.50, 0.55, 0.60]],
    )
    parameters = np.concatenate([np.ravel(first), np.ravel(second)])
    return spec, parameters, np.array([[0.05, 0.10]]), np.array([[0.01, 0.99]])


def random_graph(seed: int, loss: str, activations: tuple[str, ...] = SMOOTH) -> NetworkSpec:
    """A random graph with skips, several inputs, masks, mixed layers, frozen and bias-less ones."""
    rng = np.random.default_rng(seed)
    inputs = [LayerSpec(f"x{i}", int(rng.integers(1, 4)), True) for i in range(rng.integers(1, 3))]
    layers, links = list(inputs), []
    for number in range(rng.integers(1, 5)):
        units = int(rng.integers(1, 5))
        layer = LayerSpec(
            f"h{number}",
            units,
            activation=str(rng.choice([*activations, "softmax"])),
            bias=bool(rng.random() < 0.7),
            freeze_biases=bool(rng.random() < 0.2),
        )
        if layer.activation != "softmax" and rng.random() < 0.4:
            layer = _mixed(layer, activations, rng)
        links += _links_into(layer, layers, rng)
        layers.append(layer)
    output = _output(loss, activations, rng)
    sources = {link.source for link in links}
    dangling = [layer for layer in layers if layer.name not in sources]
    others = [layer for layer in layers if layer not in dangling and rng.random() < 0.3]
    links += [_link(layer, output, rng) for layer in [*dangling, *others]]
    shuffled = [*layers, output]
    rng.shuffle(shuffled)
    return NetworkSpec(tuple(shuffled), tuple(links), loss)


def _mixed(layer: LayerSpec, activations: tuple[str, ...], rng: np.random.Generator) -> LayerSpec:
    choices = [*activations, None]
    names = tuple(choices[rng.integers(len(choices))] for _ in range(layer.units))
    return LayerSpec(layer.name, layer.units, False, layer.activation, names, layer.bias)


def _output(loss: str, activations: tuple[str, ...], rng: np.random.Generator) -> LayerSpec:
    bounded = [name for name in activations if name in ("sigmoid", "gaussian")]
    allowed = {"cross_entropy": ["softmax"], "bce": [*bounded, "softmax"]}
    name = str(rng.choice(allowed.get(loss, [*activations, "softmax"])))
    output = LayerSpec("out", int(rng.integers(1, 5)), activation=name)
    if loss not in allowed and name != "softmax" and rng.random() < 0.3:
        return _mixed(output, activations, rng)
    return output


def _links_into(
    layer: LayerSpec, earlier: list[LayerSpec], rng: np.random.Generator
) -> list[LinkSpec]:
    count = int(rng.integers(1, min(3, len(earlier)) + 1))
    chosen = rng.choice(len(earlier), count, replace=False)
    return [_link(earlier[i], layer, rng) for i in chosen]


def _link(source: LayerSpec, target: LayerSpec, rng: np.random.Generator) -> LinkSpec:
    shape = (target.units, source.units)
    mask = FrozenArray(rng.random(shape) < 0.7, bool) if rng.random() < 0.3 else None
    frozen = FrozenArray(rng.random(shape) < 0.3, bool) if rng.random() < 0.2 else None
    return LinkSpec(source.name, target.name, mask, bool(rng.random() < 0.1), frozen)


def random_parameters(spec: NetworkSpec, seed: int) -> np.ndarray:
    """Parameters of order one for every edge that exists, biases as well."""
    layout = Layout(spec)
    parameters = initial_parameters(spec, seed) + np.random.default_rng(seed).normal(
        0, 0.5, layout.size
    )
    return np.where(layout.exists, parameters, 0.0)


def random_samples(spec: NetworkSpec, count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Inputs (count, d) and targets that the loss is meant for."""
    rng = np.random.default_rng([seed, 7])
    inputs = rng.normal(size=(count, sum(layer.units for layer in spec.inputs)))
    shape = (count, spec.output.units)
    if spec.loss in ("bce", "cross_entropy"):
        return inputs, rng.random(shape)
    if spec.loss in ("hinge", "perceptron"):
        return inputs, rng.choice([-1.0, 1.0], shape)
    return inputs, rng.normal(size=shape)


def allowed_pairs(names: tuple[str, ...]) -> list[tuple[str, str]]:
    """Every (activation, loss) that may be used together, the activation on the output."""
    return [
        (name, loss)
        for name in names
        for loss in losses.NAMES
        if losses.compatible(loss, [name]) is None
    ]
