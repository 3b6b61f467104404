"""The trace of one sample against PyTorch's autograd on the same network.

Both come from inputs to the loss and back to every gradient; the trace keeps every z, a and δ.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import torch

from mlp_studio.engine.initializers import initial_parameters
from mlp_studio.engine.network import Network
from mlp_studio.engine.spec import LayerSpec, LinkSpec, NetworkSpec
from mlp_studio.engine.trace import trace
from tests.benchmarks.harness import Row, Work, faster


def chain(*sizes: int, activation: str = "tanh") -> NetworkSpec:
    """A dense network of these layer sizes, the inputs first."""
    names = [f"l{number}" for number in range(len(sizes))]
    layers = [LayerSpec(names[0], sizes[0], is_input=True)]
    layers += [
        LayerSpec(name, size, activation=activation)
        for name, size in zip(names[1:], sizes[1:], strict=True)
    ]
    links = tuple(LinkSpec(*ends) for ends in pairwise(names))
    return NetworkSpec(tuple(layers), links)


def rows() -> Iterator[Row]:
    yield trace_row((2, 4, 2, 1), goal=20)
    yield trace_row((64, 64, 64, 10), goal=5.5)


def trace_row(sizes: tuple[int, ...], goal: float) -> Row:
    rng = np.random.default_rng(0)
    inputs, targets = rng.normal(size=(1, sizes[0])), rng.normal(size=(1, sizes[-1]))
    spec = chain(*sizes)
    network, parameters = Network(spec), initial_parameters(spec, 0)
    title = "-".join(map(str, sizes))

    return faster(
        f"trace of one sample, {title}, against PyTorch autograd",
        lambda: trace(network, parameters, inputs, targets),
        torch_pass(sizes, inputs, targets),
        goal,
    )


def torch_pass(sizes: tuple[int, ...], inputs: np.ndarray, targets: np.ndarray) -> Work:
    """Forward and backward of ½ Σ (a − t)² through linear and tanh modules."""
    modules: list[torch.nn.Module] = []
    for fan_in, fan_out in pairwise(sizes):
        modules += [torch.nn.Linear(fan_in, fan_out, dtype=torch.float64), torch.nn.Tanh()]
    model = torch.nn.Sequential(*modules)
    x, t = torch.from_numpy(inputs), torch.from_numpy(targets)

    def work() -> None:
        model.zero_grad()
        loss = 0.5 * ((model(x) - t) ** 2).sum()
        loss.backward()

    return work
