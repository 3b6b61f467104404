"""The numbers of one link as a table: target units down, source units across, then the biases."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.layout import Layout
from mlp_studio.project import edits
from mlp_studio.project.model import Layer, Link, Project
from mlp_studio.ui.naming import edge_name, unit_name

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """`values`, `exists` and `frozen` are (target units, columns).

    Column number `sources`, if there is one, holds the target layer's biases. `largest` is the
    greatest size of a value: what the strongest tint stands for.
    """

    project: Project
    link: Link
    sources: int
    values: Floats
    exists: Flags
    frozen: Flags
    largest: float

    @property
    def shape(self) -> tuple[int, int]:
        return self.values.shape[0], self.values.shape[1]

    @property
    def source(self) -> Layer:
        return self.project.layer(self.link.source)

    @property
    def target(self) -> Layer:
        return self.project.layer(self.link.target)

    @property
    def has_biases(self) -> bool:
        return self.shape[1] > self.sources

    def is_bias(self, column: int) -> bool:
        return column == self.sources

    def row_name(self, row: int) -> str:
        return unit_name(self.project, self.target, row)

    def column_name(self, column: int) -> str:
        return "b" if self.is_bias(column) else unit_name(self.project, self.source, column)

    def cell_name(self, row: int, column: int) -> str:
        """ "x₁ → h¹₂", or the unit whose bias it is."""
        if self.is_bias(column):
            return self.row_name(row)
        return edge_name(self.project, self.link, row, column)

    def with_parameters(self, layout: Layout, vector: NDArray[np.floating]) -> Grid:
        """The same link with the numbers of a flat vector, as in a run.

        Raises KeyError if the layout has no such link.
        """
        parts = [layout.weights(vector, self.link.source, self.link.target)]
        if self.has_biases:
            parts.append(layout.biases(vector, self.link.target)[:, None])
        values = np.hstack(parts).astype(np.float64)
        return replace(self, values=values, largest=_largest(values, self.exists))


def grid(project: Project, link_id: str) -> Grid:
    """The link as the document has it."""
    link = project.link(link_id)
    target = project.layer(link.target)
    weights = np.asarray(edits.materialised_weights(project, link_id).values, np.float64)
    exists = np.ones(weights.shape, bool) if link.mask is None else link.mask.values.astype(bool)
    frozen = np.full(weights.shape, link.frozen)
    if link.frozen_edges is not None:
        frozen = link.frozen_edges.values.astype(bool)
    values = weights
    if target.bias:
        biases = np.zeros(target.units) if target.biases is None else target.biases.values
        values = np.hstack([weights, biases[:, None]])
        exists = np.hstack([exists, np.ones((target.units, 1), bool)])
        frozen = np.hstack([frozen, np.full((target.units, 1), target.freeze_biases)])
    largest = _largest(values, exists)
    return Grid(project, link, weights.shape[1], values, exists, frozen, largest)


def _largest(values: Floats, exists: Flags) -> float:
    sizes = np.abs(values, where=exists, out=np.zeros_like(values))
    largest = float(sizes.max(initial=0.0))
    return largest if np.isfinite(largest) else float(np.finfo(np.float64).max)
