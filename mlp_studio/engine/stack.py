"""Many networks of one shape trained side by side, as when seeds are compared.

The seed is the last axis: parameters are (P, seeds), node blocks (nodes, samples, seeds). The
innermost loop of every call then runs over the seeds, so a tiny network costs one set of calls for
all seeds together. Activations and losses see (units × samples·seeds), as in any other pass.

With j a target unit, k a source unit (or its constant), n a sample and s a seed,

    z[j,n,s] = Σ_k W[j,k,s]·a[k,n,s]        message[k,n,s] = Σ_j W[j,k,s]·δ[j,n,s]
    gradient[j,k,s] = Σ_n δ[j,n,s]·a[k,n,s]
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mlp_studio.engine import activations
from mlp_studio.engine.activations import Activation, Call
from mlp_studio.engine.layout import Block
from mlp_studio.engine.network import Network

Array = NDArray[Any]


def train_stack(
    network: Network,
    parameters: ArrayLike,
    inputs: ArrayLike,
    targets: ArrayLike,
    learning_rate: float,
    steps: int,
) -> Array:
    """The parameters (P, seeds) after `steps` of plain gradient descent on the full batch.

    `parameters` (P, seeds) holds one start per column and is left alone. Each column goes the way
    it would go by itself; one that diverges does not disturb the others. Frozen and absent edges
    stay as they are. Raises ValueError if a shape does not fit.
    """
    stack = _Stack(network, parameters, inputs, targets)
    change = np.empty_like(stack.parameters)
    # The gradients are sums over the samples; frozen edges have a rate of 0.
    rates = (learning_rate / stack.samples * network.layout.trainable).astype(network.dtype)
    calls: tuple[Call, ...] = (
        *stack.forward_calls(),
        *stack.backward_calls(),
        partial(np.multiply, stack.gradient, rates[:, np.newaxis], change),
        partial(np.subtract, stack.parameters, change, stack.parameters),
    )
    with np.errstate(all="ignore"):
        for _ in range(steps):
            for call in calls:
                call()
    frozen = ~network.layout.trainable
    # 0·∞ would have made NaN of a frozen edge in a column that diverged.
    stack.parameters[frozen] = np.asarray(parameters)[frozen]
    return stack.parameters


def losses(network: Network, parameters: ArrayLike, inputs: ArrayLike, targets: ArrayLike) -> Array:
    """The mean loss of each column of `parameters` (P, seeds), as (seeds,)."""
    stack = _Stack(network, parameters, inputs, targets)
    with np.errstate(all="ignore"):
        for call in stack.forward_calls():
            call()
        return stack.losses()


class _Stack:
    """The memory of one pass for all seeds, and the calls that run it."""

    def __init__(
        self, network: Network, parameters: ArrayLike, inputs: ArrayLike, targets: ArrayLike
    ) -> None:
        layout, dtype = network.layout, network.dtype
        self.network = network
        self.layout = layout
        self.parameters: Array = np.array(parameters, dtype, order="C")
        if self.parameters.ndim != 2 or len(self.parameters) != layout.size:
            raise ValueError(
                f"parameters should be ({layout.size}, seeds), not {self.parameters.shape}"
            )
        rows = network.input_rows(inputs)
        wanted = (len(rows), network.units_of_output)
        if np.shape(targets) != wanted:
            raise ValueError(f"targets should be {wanted}, not {np.shape(targets)}")
        self.samples, seeds = len(rows), self.parameters.shape[1]
        block = (layout.nodes, self.samples, seeds)
        self.gradient = np.zeros_like(self.parameters)
        self.inputs = np.ascontiguousarray(rows.T)
        self.z, self.deltas = np.zeros(block, dtype), np.zeros(block, dtype)
        self.a = np.ones(block, dtype)
        self.targets = np.empty((network.units_of_output, self.samples, seeds), dtype)
        self.targets[...] = np.asarray(targets).T[:, :, np.newaxis]

    def forward_calls(self) -> Iterator[Call]:
        """From parameters to the pre-activations and activations."""
        for name in self.layout.computed:
            rows = self.layout.rows[name]
            z = self.z[rows]
            first, *others = self.layout.blocks[name]
            yield self._weighted_sum(first, z)
            for block in others:
                part = np.empty_like(z)
                yield self._weighted_sum(block, part)
                yield partial(np.add, z, part, z)
            for activation, units in self._groups(name):
                yield from activation.value_calls(_flat(self.z[units]), _flat(self.a[units]))

    def backward_calls(self) -> Iterator[Call]:
        """From activations and targets to the gradient, summed over the samples."""
        yield from self._output_delta()
        reached = set()
        for name in reversed(self.layout.computed):
            delta = self.deltas[self.layout.rows[name]]
            if name != self.layout.output:
                yield from self._message_to_delta(name)
            for block in self.layout.blocks[name]:
                yield self._outer_product(block, delta)
                if not self._from_input(block):
                    yield from self._send_back(block, delta, first=block.source not in reached)
                    reached.add(block.source)

    def losses(self) -> Array:
        """The mean loss of each seed, after a forward pass."""
        z, a, t = (_flat(block) for block in self._output())
        per_sample = self.network.loss.value(z, a, t, self.network.output_activation)
        mean: Array = per_sample.reshape(self.samples, -1).mean(axis=0)
        return mean

    def _output(self) -> tuple[Array, Array, Array]:
        rows = self.layout.rows[self.layout.output]
        return self.z[rows], self.a[rows], self.targets

    def _output_delta(self) -> Iterator[Call]:
        loss, rows = self.network.loss, self.layout.rows[self.layout.output]
        delta = self.deltas[rows]
        z, a, t = (_flat(block) for block in self._output())
        fused = loss.fuses(self.network.output_activation)
        calls = loss.fused_delta_calls if fused else loss.gradient_calls
        yield from calls(z, a, t, _flat(delta))
        factor = loss.gradient_factor(len(delta))
        if factor != 1.0:
            yield partial(np.multiply, delta, np.array(factor, delta.dtype), delta)
        if not fused:
            yield from self._message_to_delta(self.layout.output)

    def _message_to_delta(self, name: str) -> Iterator[Call]:
        """Turn ∂L/∂a into ∂L/∂z, in place."""
        for activation, units in self._groups(name):
            z, a, delta = (_flat(block[units]) for block in (self.z, self.a, self.deltas))
            yield from activation.message_to_delta_calls(z, a, delta, delta)

    def _groups(self, name: str) -> Iterator[tuple[Activation, slice]]:
        """Neighbouring units that share an activation, with their rows of a node block."""
        layer, row = self.network.spec.layer(name), self.layout.rows[name].start
        for activation, units in groupby(range(layer.units), layer.activation_of):
            count = len(list(units))
            yield activations.get(activation, self.network.dtype), slice(row, row + count)
            row += count

    def _from_input(self, block: Block) -> bool:
        return bool(self.layout.rows[block.source].start < self.layout.input_rows)

    def _source(self, block: Block) -> Array:
        """What a block is multiplied with: (k, samples) of an input, else (k, samples, seeds)."""
        start = self.layout.rows[block.source].start
        nodes = self.inputs if self._from_input(block) else self.a
        return nodes[start : start + block.shape[1]]

    def _weights(self, block: Block, vector: Array) -> Array:
        return vector[block.start : block.stop].reshape(*block.shape, -1)

    def _weighted_sum(self, block: Block, z: Array) -> Call:
        source, weights = self._source(block), self._weights(block, self.parameters)
        if self._from_input(block):
            return partial(np.matmul, source.T.copy(), weights, z)
        return partial(np.einsum, "jks,kns->jns", weights, source, out=z)

    def _outer_product(self, block: Block, delta: Array) -> Call:
        source, gradient = self._source(block), self._weights(block, self.gradient)
        if self._from_input(block):
            return partial(np.matmul, source, delta, gradient)
        return partial(np.einsum, "jns,kns->jks", delta, source, out=gradient)

    def _send_back(self, block: Block, delta: Array, first: bool) -> Iterator[Call]:
        units = self.layout.rows[block.source]
        weights = self._weights(block, self.parameters)[:, : units.stop - units.start]
        total = self.deltas[units]
        message = total if first else np.empty_like(total)
        yield partial(np.einsum, "jks,jns->kns", weights, delta, out=message)
        if not first:
            yield partial(np.add, total, message, total)


def _flat(block: Array) -> Array:
    """(units, samples, seeds) as (units, samples·seeds), a view."""
    return block.reshape(len(block), -1)
