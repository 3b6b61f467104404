"""Where to look: what is computed at this step, or what belongs to the selection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mlp_studio.document.selection import Selected, Unit
from mlp_studio.ui.canvas.annotations import Reading, Role
from mlp_studio.ui.canvas.edge_table import NONE, EdgeTable
from mlp_studio.ui.canvas.emphasis import Emphasis

Showing = Literal["everything", "focus", "on_click"]
"""A selection lights its edges; "focus" lets all others step back, "everything" does not, and with
"on_click" only edges that are lit have numbers."""


@dataclass(frozen=True, eq=False)
class Attention:
    """The emphasis of every edge and unit; `direction` as in `EdgesItem.set_emphasis`."""

    edges: NDArray[np.int8]
    direction: NDArray[np.int8]
    others: Emphasis
    """Of the units that `units` does not name."""
    units: Mapping[Unit, Emphasis]

    def of_unit(self, layer: str, unit: int) -> Emphasis:
        return self.units.get((layer, unit), self.others)


def attend(
    table: EdgeTable, reading: Reading | None, selected: Selected, showing: Showing = "focus"
) -> Attention:
    """While stepping, the step is lit; else what is selected, if that is less than a layer."""
    chosen = _chosen_edges(table, selected)
    if reading is not None:
        return _to_step(table, reading, chosen)
    edges = np.full(len(table), Emphasis.REST, dtype=np.int8)
    direction = np.zeros(len(table), dtype=np.int8)
    if not (selected.units or selected.edges or selected.links):
        return Attention(edges, direction, Emphasis.REST, {})
    others = Emphasis.REST if showing == "everything" else Emphasis.BACK
    edges[:] = others
    edges[chosen] = Emphasis.LIT
    units = dict.fromkeys(_ends(table, chosen), Emphasis.REST)
    units |= dict.fromkeys(selected.units, Emphasis.REST)
    return Attention(edges, direction, others, units)


def _to_step(table: EdgeTable, reading: Reading, chosen: NDArray[np.bool_]) -> Attention:
    roles = np.zeros(len(table), dtype=np.int8)
    known = table.parameter != NONE
    roles[known] = reading.role[table.parameter[known]]
    edges = np.full(len(table), Emphasis.BACK, dtype=np.int8)
    edges[chosen] = Emphasis.REST
    edges[roles != Role.NONE] = Emphasis.LIT
    direction = (roles == Role.TERM).astype(np.int8) - (roles == Role.MESSAGE).astype(np.int8)
    direction[table.is_bias] = 0
    units = dict.fromkeys(_ends(table, edges == Emphasis.LIT), Emphasis.REST)
    for layer in table.layers:
        rows = reading.of_layer(layer)
        if reading.phase == "loss" and layer == reading.layout.output:
            alone = reading.step.unit
            outputs = range(rows.stop - rows.start) if alone is None else (alone,)
            units |= dict.fromkeys([(layer, unit) for unit in outputs], Emphasis.REST)
        active = np.flatnonzero(reading.active[rows]).tolist()
        units |= dict.fromkeys([(layer, unit) for unit in active], Emphasis.LIT)
    return Attention(edges, direction, Emphasis.BACK, units)


def _chosen_edges(table: EdgeTable, selected: Selected) -> NDArray[np.bool_]:
    """The edges that are selected, or hang on a selected unit."""
    chosen = np.zeros(len(table), dtype=np.bool_)
    for layer, unit in selected.units:
        chosen |= table.of_unit(layer, unit)
    for link in selected.links:
        chosen |= table.of_link(link)
    for link, j, k in selected.edges:
        row = table.find(link, j, k)
        if row is not None:
            chosen[row] = True
    return chosen


def _ends(table: EdgeTable, edges: NDArray[np.bool_]) -> set[Unit]:
    """The units at both ends of these edges."""
    ends: set[Unit] = set()
    for layers, units in ((table.target, table.j), (table.source, table.k)):
        at = np.flatnonzero(edges & (layers != NONE))
        pairs = np.unique(np.stack([layers[at], units[at]]), axis=1)
        ends |= {(table.layers[layer], unit) for layer, unit in pairs.T.tolist()}
    return ends
