"""The local derivatives of one sample's pass, as a graph that the paths to the loss run through.

A node is a unit's a, numbered by its row; its z, numbered by its row after those; or the loss.
From each lead arcs onward: from a along the weights, from z through f′, from an output into the
loss. Arcs are made when a node is first come to, and only those that reach the loss.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.path_counts import Tails, couples, ends_at_z, tails
from mlp_studio.engine.trace import Trace

Array = NDArray[Any]
Kind = Literal["output", "weight", "slope", "coupling", "loss", "delta"]


class Factor(NamedTuple):
    """One local derivative, and its value.

    output: a of node row `place` (the constant 1 for a bias); weight: w of parameter `place`;
    slope: f′(z) of row `place`; coupling: ∂a_j/∂z_i of a softmax, i row `place`, j row `towards`;
    loss: ∂L/∂a of row `place`; delta: ∂L/∂z of row `place`.
    """

    kind: Kind
    place: int
    value: float
    towards: int | None = None


class Arc(NamedTuple):
    """One factor onward, the node it leads to, and |product| of the strongest path along it."""

    factor: Factor
    end: int
    strength: float


class LocalDerivatives:
    """The graph of one sample of a trace, its numbers in float64.

    `end` is the node of the loss. Raises IndexError if there is no such sample.
    """

    def __init__(self, trace: Trace, sample: int = 0) -> None:
        self.layout = trace.network.layout
        self.nodes = self.layout.nodes
        self.end = 2 * self.nodes
        self.a = trace.a[:, sample].astype(np.float64)
        self.weights = trace.parameters.astype(np.float64)
        self._trace = trace
        self._sample = sample
        self._ends_at_z = ends_at_z(self.layout)
        self._arcs: dict[int, list[Arc]] = {}

    def layer_of(self, row: int) -> str:
        """The layer of a unit's row; "" for constants and what is not there."""
        rows = self.layout.rows.items()
        return next((name for name, of in rows if of.start <= row < of.stop), "")

    def count(self, node: int) -> int:
        """How many paths lead from a node to the loss."""
        if node == self.end:
            return 1
        if node >= self.nodes:
            return int(self._tails.from_z[node - self.nodes])
        return int(self._tails.from_a[node])

    def onward(self, node: int) -> list[Arc]:
        """The arcs from a node that reach the loss, the strongest first."""
        arcs = self._arcs.get(node)
        if arcs is None:
            arcs = [
                Arc(factor, end, abs(factor.value) * float(self._best[end]))
                for factor, end in self._factors_from(node)
                if self.count(end)
            ]
            arcs.sort(key=lambda arc: -arc.strength)
            self._arcs[node] = arcs
        return arcs

    def _factors_from(self, node: int) -> Iterator[tuple[Factor, int]]:
        row = node % self.nodes
        name = self.layer_of(row)
        is_output, is_z = name == self.layout.output, node >= self.nodes
        if is_output and is_z == self._ends_at_z:
            kind: Kind = "delta" if is_z else "loss"
            yield Factor(kind, row, float(self._ending[row])), self.end
        elif not is_z:
            yield from self._weights_from(row, name)
        elif couples(self.layout, name):
            rows = self.layout.rows[name]
            column = self._coupling(name)[:, row - rows.start].tolist()
            for end, value in zip(range(rows.start, rows.stop), column, strict=True):
                yield Factor("coupling", row, value, end), end
        else:
            yield Factor("slope", row, float(self._slopes[row])), row

    def _weights_from(self, row: int, name: str) -> Iterator[tuple[Factor, int]]:
        layout = self.layout
        column = row - layout.rows[name].start
        for block in layout.all_blocks:
            if block.source != name:
                continue
            parameters = np.arange(block.start + column, block.stop, block.shape[1])
            parameters = parameters[layout.exists[parameters]]
            values, targets = self.weights[parameters], layout.targets[parameters]
            for place, value, target in zip(
                parameters.tolist(), values.tolist(), targets.tolist(), strict=True
            ):
                yield Factor("weight", place, value), self.nodes + target

    @cached_property
    def _tails(self) -> Tails:
        return tails(self.layout)

    @cached_property
    def _slopes(self) -> Array:
        return self._trace.slopes[:, self._sample].astype(np.float64)

    @cached_property
    def _ending(self) -> Array:
        """The last factor of a path, by the row of the output it comes to, (nodes,)."""
        rows, ending = self.layout.rows[self.layout.output], np.zeros(self.nodes)
        last = self._trace.delta[rows] if self._ends_at_z else self._trace.loss_slopes
        ending[rows] = last[:, self._sample]
        return ending

    def _coupling(self, name: str) -> Array:
        """∂a_j/∂z_i of a softmax layer, (units j, units i): a_j (1 − a_j) and −a_j a_i."""
        a = self.a[self.layout.rows[name]]
        jacobian: Array = np.diag(a) - np.outer(a, a)
        return jacobian

    @cached_property
    def _best(self) -> Array:
        """The largest |product| from each node on, but for inputs, whose a is never led to."""
        layout, best = self.layout, np.zeros(self.end + 1)
        best[self.end] = 1
        a, z = best[: self.nodes], best[self.nodes : -1]
        (z if self._ends_at_z else a)[:] = np.abs(self._ending)
        for name in reversed(layout.computed):
            rows = layout.rows[name]
            if name == layout.output and self._ends_at_z:
                pass
            elif couples(layout, name):
                z[rows] = (np.abs(self._coupling(name)) * a[rows, None]).max(axis=0)
            else:
                z[rows] = np.abs(self._slopes[rows]) * a[rows]
            for block in layout.blocks[name]:
                source = layout.rows[block.source]
                if source.start >= layout.input_rows:
                    reach = np.abs(block.weights(self.weights)) * z[rows, None]
                    np.maximum(a[source], reach.max(axis=0), out=a[source])
        return best
