"""Every visible edge of the network as columns of arrays: no object per edge.

Biases are edges too: from a satellite to their unit, with no source layer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mlp_studio.project import edits
from mlp_studio.project.compile import Compiled
from mlp_studio.project.model import Layer, Link, Project
from mlp_studio.ui.canvas.column import Column

Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]
NONE = -1


@dataclass(frozen=True, eq=False)
class EdgeTable:
    """E edges. `link`, `source` and `target` index `links` and `layers`; NONE for a bias's.

    `parameter` is the place in the network's flat parameter vector, NONE while there is no
    compiled network; `value` is the weight, set or drawn from the seed.
    """

    layers: tuple[str, ...]
    links: tuple[str, ...]
    link: Indices
    source: Indices
    target: Indices
    j: Indices
    """Target unit."""
    k: Indices
    """Source unit; NONE for a bias."""
    parameter: Indices
    value: NDArray[np.float64]
    frozen: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.link)

    @property
    def is_bias(self) -> Flags:
        return np.equal(self.link, NONE)

    def of_unit(self, layer: str, unit: int) -> Flags:
        """Which edges lead into or out of a unit, its bias among them."""
        if layer not in self.layers:
            return np.zeros(len(self), dtype=np.bool_)
        number = self.layers.index(layer)
        into: Flags = (self.target == number) & (self.j == unit)
        out_of: Flags = (self.source == number) & (self.k == unit)
        return into | out_of

    def of_link(self, link: str) -> Flags:
        if link not in self.links:
            return np.zeros(len(self), dtype=np.bool_)
        return np.equal(self.link, self.links.index(link))

    def find(self, link: str, j: int, k: int) -> int | None:
        """The row of one edge; None if it is not visible."""
        rows = np.flatnonzero(self.of_link(link) & (self.j == j) & (self.k == k))
        return int(rows[0]) if len(rows) else None

    def bias_row(self, layer: str, unit: int) -> int | None:
        """The row of a unit's bias; None if it has none or is not visible."""
        return self._bias_rows.get((layer, unit))

    @cached_property
    def _bias_rows(self) -> dict[tuple[str, int], int]:
        rows = np.flatnonzero(self.is_bias)
        ends = zip(self.target[rows].tolist(), self.j[rows].tolist(), strict=True)
        return {
            (self.layers[layer], unit): row
            for (layer, unit), row in zip(ends, rows.tolist(), strict=True)
        }

    def row_of(self, parameter: int) -> int | None:
        """The row of the edge with this place in the flat vector; None if it is not visible."""
        rows = np.flatnonzero(self.parameter == parameter)
        return int(rows[0]) if len(rows) else None

    def edge(self, row: int) -> tuple[str, int, int] | None:
        """(link id, target unit, source unit) of a row; None for a bias."""
        if self.link[row] == NONE:
            return None
        return self.links[self.link[row]], int(self.j[row]), int(self.k[row])

    def values_in(self, vector: NDArray[np.floating]) -> NDArray[np.float64]:
        """The weights a flat parameter vector gives to the edges; NaN where it gives none."""
        if not len(vector):
            return np.full(len(self), np.nan)
        values = np.asarray(vector[self.parameter], dtype=np.float64)
        values[self.parameter == NONE] = np.nan
        return values


def build(project: Project, compiled: Compiled | None, columns: Mapping[str, Column]) -> EdgeTable:
    """All edges between shown units, and the shown units' biases."""
    layers = tuple(layer.id for layer in project.layers)
    numbers = {layer: number for number, layer in enumerate(layers)}
    parts = [
        _link_part(project, link, number, numbers, columns, compiled)
        for number, link in enumerate(project.links)
    ]
    parts += [
        _bias_part(layer, numbers[layer.id], columns[layer.id], compiled)
        for layer in project.layers
        if layer.bias and layer.kind != "input"
    ]
    return EdgeTable(
        layers=layers,
        links=tuple(link.id for link in project.links),
        link=_joined([part.link for part in parts], np.intp),
        source=_joined([part.source for part in parts], np.intp),
        target=_joined([part.target for part in parts], np.intp),
        j=_joined([part.j for part in parts], np.intp),
        k=_joined([part.k for part in parts], np.intp),
        parameter=_joined([part.parameter for part in parts], np.intp),
        value=_joined([part.value for part in parts], np.float64),
        frozen=_joined([part.frozen for part in parts], np.bool_),
    )


class _Part(NamedTuple):
    """The columns of one link, or of one layer's biases."""

    link: NDArray[Any]
    source: NDArray[Any]
    target: NDArray[Any]
    j: NDArray[Any]
    k: NDArray[Any]
    parameter: NDArray[Any]
    value: NDArray[Any]
    frozen: NDArray[Any]


def _joined(columns: Sequence[NDArray[Any]], dtype: type[np.generic]) -> NDArray[Any]:
    return np.concatenate([np.zeros(0, dtype), *columns]).astype(dtype)


def _link_part(
    project: Project,
    link: Link,
    number: int,
    numbers: Mapping[str, int],
    columns: Mapping[str, Column],
    compiled: Compiled | None,
) -> _Part:
    target, source = columns[link.target], columns[link.source]
    grid = np.ix_(target.shown, source.shown)
    shape = (len(target.shown), len(source.shown))
    if compiled is not None:
        layout = compiled.network.layout
        places = layout.weights(np.arange(layout.size), link.source, link.target)[grid]
        values = compiled.parameters[places]
    else:
        places = np.full(shape, NONE)
        # Drawn already, though the network is not finished: only a pass has to wait for it.
        values = edits.materialised_weights(project, link.id).values[grid]
    present = link.mask.values[grid] if link.mask else np.ones(shape, dtype=np.bool_)
    frozen = link.frozen_edges.values[grid] if link.frozen_edges else np.zeros(shape, np.bool_)
    j, k = np.broadcast_arrays(target.shown[:, None], source.shown[None, :])
    count = int(present.sum())
    return _Part(
        np.full(count, number),
        np.full(count, numbers[link.source]),
        np.full(count, numbers[link.target]),
        j[present],
        k[present],
        places[present],
        values[present],
        frozen[present] | link.frozen,
    )


def _bias_part(layer: Layer, number: int, column: Column, compiled: Compiled | None) -> _Part:
    shown = column.shown
    count = len(shown)
    none = np.full(count, NONE)
    if compiled is not None:
        layout = compiled.network.layout
        places = layout.biases(np.arange(layout.size), layer.id)[shown]
        values = compiled.parameters[places]
    else:
        places = none
        values = layer.biases.values[shown] if layer.biases else np.zeros(count)
    target = np.full(count, number)
    frozen = np.full(count, layer.freeze_biases)
    return _Part(none, none, target, shown, none, places, values, frozen)
