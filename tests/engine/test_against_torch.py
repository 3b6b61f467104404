"""PyTorch's autograd is the oracle: values and derivatives agree to rounding."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from mlp_studio.engine import activations, losses
from mlp_studio.engine.layout import Layout
from mlp_studio.engine.network import Network
from mlp_studio.engine.spec import NetworkSpec
from tests.engine.networks import (
    HARD,
    KINKED,
    SMOOTH,
    allowed_pairs,
    random_graph,
    random_parameters,
    random_samples,
)

F = torch.nn.functional

TORCH_ACTIVATIONS = {
    "linear": lambda z: z,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": F.relu,
    "leaky_relu": lambda z: F.leaky_relu(z, 0.01),
    "elu": F.elu,
    # softplus(z) is z above its threshold; raised so that it never is.
    "softplus": lambda z: F.softplus(z, threshold=1e9),
    "silu": F.silu,
    "gelu": lambda z: F.gelu(z, approximate="tanh"),
    "sine": torch.sin,
    "gaussian": lambda z: torch.exp(-(z**2)),
    "softmax": lambda z: torch.softmax(z, 0),
    "sign": torch.sign,
    "step": lambda z: (z >= 0).to(z.dtype) + 0 * z,
}


def torch_loss(name: str, z: torch.Tensor, a: torch.Tensor, t: torch.Tensor) -> torch.Tensor:
    """The loss of each sample, (samples,), from (outputs × samples)."""
    each = {
        "half_sse": lambda: 0.5 * ((a - t) ** 2).sum(0),
        "sse": lambda: ((a - t) ** 2).sum(0),
        "mse": lambda: F.mse_loss(a, t, reduction="none").mean(0),
        "mae": lambda: F.l1_loss(a, t, reduction="none").mean(0),
        "huber": lambda: F.huber_loss(a, t, reduction="none").mean(0),
        "bce": lambda: F.binary_cross_entropy(a, t, reduction="none").mean(0),
        "hinge": lambda: F.relu(1 - t * a).mean(0),
        "cross_entropy": lambda: F.cross_entropy(z.T, t.T, reduction="none"),
        "perceptron": lambda: torch.clamp(-t * z, min=0).sum(0),
    }
    return each[name]()


def torch_gradient(
    spec: NetworkSpec, parameters: np.ndarray, inputs: np.ndarray, targets: np.ndarray
) -> tuple[float, np.ndarray]:
    """The mean loss and its gradient in the flat vector, by autograd, from the spec alone."""
    layout = Layout(spec)
    flat = torch.tensor(parameters, requires_grad=True)
    values, z, start = {}, torch.empty(0), 0
    for layer in spec.inputs:
        values[layer.name] = torch.tensor(inputs[:, start : start + layer.units].T)
        start += layer.units
    numbers = np.arange(layout.size)
    for name in layout.computed:
        layer = spec.layer(name)
        z = torch.zeros(layer.units, len(inputs), dtype=torch.float64)
        for link in spec.links_into(name):
            weights = flat[torch.tensor(layout.weights(numbers, link.source, name))]
            if link.mask is not None:
                weights = weights * torch.tensor(np.array(link.mask.values))
            z = z + weights @ values[link.source]
        if layer.bias:
            z = z + flat[torch.tensor(layout.biases(numbers, name))][:, None]
        values[name] = torch_layer([layer.activation_of(j) for j in range(layer.units)], z)
    loss = torch_loss(spec.loss, z, values[spec.output.name], torch.tensor(targets.T)).mean()
    loss.backward()
    return float(loss.detach()), flat.grad.numpy()


def torch_layer(names: list[str], z: torch.Tensor) -> torch.Tensor:
    if len(set(names)) == 1:
        return TORCH_ACTIVATIONS[names[0]](z)
    return torch.stack([TORCH_ACTIVATIONS[name](row) for name, row in zip(names, z, strict=True)])


def test_every_activation_and_loss_has_an_oracle_here() -> None:
    assert set(TORCH_ACTIVATIONS) == set(activations.NAMES) == {*SMOOTH, *KINKED, *HARD, "softmax"}


@pytest.mark.parametrize("name", activations.NAMES)
def test_an_activation_and_its_derivative_agree_with_autograd(name: str) -> None:
    points = np.concatenate([np.linspace(-30, 30, 601), [-300.0, -1e-9, 0.0, 1e-9, 300.0]])
    z = torch.tensor(points, requires_grad=True)
    a = TORCH_ACTIVATIONS[name](z)
    np.testing.assert_allclose(
        activations.value(name, points), a.detach().numpy(), rtol=1e-13, atol=5e-15
    )
    if name == "softmax":
        return
    a.sum().backward()
    np.testing.assert_allclose(
        activations.derivative(name, points), z.grad.numpy(), rtol=1e-12, atol=4e-14
    )


def test_softmax_turns_messages_into_deltas_like_autograd() -> None:
    rng = np.random.default_rng(3)
    logits, message = rng.normal(size=(4, 6)), rng.normal(size=(4, 6))
    z = torch.tensor(logits, requires_grad=True)
    (torch.softmax(z, 0) * torch.tensor(message)).sum().backward()
    softmax = activations.get("softmax")
    a, delta = np.empty_like(logits), np.empty_like(logits)
    softmax.value(logits, a)
    softmax.message_to_delta(logits, a, message, delta)
    np.testing.assert_allclose(delta, z.grad.numpy(), rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize(("activation", "loss"), allowed_pairs(activations.NAMES))
def test_loss_and_delta_agree_with_autograd_for_every_pair(activation: str, loss: str) -> None:
    rng = np.random.default_rng(11)
    logits = rng.normal(size=(3, 8))
    t = rng.random((3, 8)) if loss in ("bce", "cross_entropy") else rng.choice([-1.0, 1.0], (3, 8))
    z = torch.tensor(logits, requires_grad=True)
    a = TORCH_ACTIVATIONS[activation](z)
    each = torch_loss(loss, z, a, torch.tensor(t))
    each.sum().backward()
    outputs, delta = a.detach().numpy(), np.empty_like(logits)
    mine = losses.get(loss)
    np.testing.assert_allclose(
        mine.value(logits, outputs, t, activation), each.detach().numpy(), rtol=1e-12
    )
    mine.delta(activation, logits, outputs, t, delta)
    np.testing.assert_allclose(delta, z.grad.numpy(), rtol=1e-11, atol=1e-13)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("loss", losses.NAMES)
def test_gradients_of_random_graphs_agree_with_autograd(loss: str, seed: int) -> None:
    names = (*SMOOTH, *KINKED, *HARD) if seed % 3 == 0 else (*SMOOTH, *KINKED)
    spec = random_graph(seed, loss, names)
    parameters = random_parameters(spec, seed)
    inputs, targets = random_samples(spec, 5, seed)
    loss_value, gradient = Network(spec).gradient(parameters, inputs, targets)
    expected_loss, expected = torch_gradient(spec, parameters, inputs, targets)
    assert math.isclose(loss_value, expected_loss, rel_tol=1e-12, abs_tol=1e-14)
    np.testing.assert_allclose(gradient, expected, rtol=1e-12, atol=1e-12)
    assert Layout(spec).is_complete or not gradient[~Layout(spec).exists].any()


def test_float32_agrees_to_single_precision() -> None:
    spec = random_graph(5, "half_sse")
    parameters = random_parameters(spec, 5)
    inputs, targets = random_samples(spec, 20, 5)
    _, gradient = Network(spec, np.float32).gradient(parameters, inputs, targets)
    _, expected = torch_gradient(spec, parameters, inputs, targets)
    assert gradient.dtype == np.float32
    np.testing.assert_allclose(gradient, expected, rtol=1e-4, atol=1e-5)
