"""Backpropagation as one would write it on a board: the plain twin of `network.py`.

One sample at a time, one layer after the other, W and b in dictionaries. Nothing is shared with
the fast engine but the names of activations and losses, and the tests hold the two together.

    forward     z⁽ᵗ⁾ = Σ W⁽ˢᵗ⁾ a⁽ˢ⁾ + b⁽ᵗ⁾        a⁽ᵗ⁾ = f(z⁽ᵗ⁾)
    backward    δ⁽ᵗ⁾ = ∂L/∂z⁽ᵗ⁾                   ∂L/∂a⁽ˢ⁾ = Σ W⁽ˢᵗ⁾ᵀ δ⁽ᵗ⁾
    gradient    ∂L/∂W⁽ˢᵗ⁾ = δ⁽ᵗ⁾ a⁽ˢ⁾ᵀ            ∂L/∂b⁽ᵗ⁾ = δ⁽ᵗ⁾
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine import activations, losses
from mlp_studio.engine.spec import NetworkSpec

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
Link = tuple[str, str]


@dataclass(frozen=True)
class Parameters:
    """Weights of each link (target units × source units) and biases of each layer that has any.

    A gradient has the same form.
    """

    weights: Mapping[Link, Matrix]
    biases: Mapping[str, Vector]


def forward(
    spec: NetworkSpec, parameters: Parameters, inputs: Mapping[str, Vector]
) -> tuple[dict[str, Vector], dict[str, Vector]]:
    """Pre-activations and activations of every layer for one sample; `inputs` by input layer."""
    z: dict[str, Vector] = {}
    a: dict[str, Vector] = dict(inputs)
    for name in spec.order[len(inputs) :]:
        layer = spec.layer(name)
        z[name] = np.zeros(layer.units)
        for link in spec.links_into(name):
            z[name] = z[name] + parameters.weights[link.source, name] @ a[link.source]
        if layer.bias:
            z[name] = z[name] + parameters.biases[name]
        a[name] = activate(spec, name, z[name])
    return z, a


def activate(spec: NetworkSpec, name: str, z: Vector) -> Vector:
    """f(z) for a layer, each unit with its own activation."""
    layer = spec.layer(name)
    if layer.activation_of(0) == "softmax":
        return activations.value("softmax", z)
    return np.array([activations.value(layer.activation_of(j), z[j]) for j in range(layer.units)])


def jacobian(spec: NetworkSpec, name: str, z: Vector, a: Vector) -> Matrix:
    """∂a/∂z of a layer: diagonal, except for softmax."""
    layer = spec.layer(name)
    if layer.activation_of(0) == "softmax":
        return np.diag(a) - np.outer(a, a)
    slopes = [activations.derivative(layer.activation_of(j), z[j]) for j in range(layer.units)]
    return np.diag(slopes)


def output_delta(spec: NetworkSpec, z: Vector, a: Vector, target: Vector) -> Vector:
    """∂L/∂z of the output layer for one sample."""
    loss = losses.get(spec.loss)
    message = np.empty((len(a), 1))
    loss.gradient(z[:, None], a[:, None], target[:, None], message)
    if spec.loss == "perceptron":  # defined on z, so the activation plays no part
        return message[:, 0]
    return jacobian(spec, spec.output.name, z, a).T @ message[:, 0]


def backward(
    spec: NetworkSpec,
    parameters: Parameters,
    z: Mapping[str, Vector],
    a: Mapping[str, Vector],
    target: Vector,
) -> tuple[Parameters, dict[str, Vector]]:
    """The gradient of one sample's loss, and δ of every layer but the inputs."""
    computed = [name for name in spec.order if name in z]
    message = {name: np.zeros_like(z[name]) for name in computed}
    delta: dict[str, Vector] = {}
    weights: dict[Link, Matrix] = {}
    biases: dict[str, Vector] = {}
    for name in reversed(computed):
        if name == spec.output.name:
            delta[name] = output_delta(spec, z[name], a[name], target)
        else:
            delta[name] = jacobian(spec, name, z[name], a[name]).T @ message[name]
        for link in spec.links_into(name):
            source = link.source
            weights[source, name] = np.outer(delta[name], a[source])
            if link.mask is not None:
                weights[source, name] = weights[source, name] * link.mask.values
            if source in message:
                message[source] = message[source] + parameters.weights[source, name].T @ delta[name]
        if spec.layer(name).bias:
            biases[name] = delta[name]
    return Parameters(weights, biases), delta


def sgd_step(parameters: Parameters, gradient: Parameters, learning_rate: float) -> Parameters:
    """w ← w − η ∂L/∂w for all at once, from the old weights."""
    return Parameters(
        {
            link: w - learning_rate * gradient.weights[link]
            for link, w in parameters.weights.items()
        },
        {name: b - learning_rate * gradient.biases[name] for name, b in parameters.biases.items()},
    )


def mean(gradients: list[Parameters]) -> Parameters:
    """The gradient of a batch: the mean of its samples'."""

    def average(parts: list[Any]) -> Any:
        return sum(parts) / len(parts)

    first = gradients[0]
    return Parameters(
        {link: average([each.weights[link] for each in gradients]) for link in first.weights},
        {name: average([each.biases[name] for each in gradients]) for name in first.biases},
    )
