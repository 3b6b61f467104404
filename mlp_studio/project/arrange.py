"""Where layers go on the canvas when nobody has placed them."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

from mlp_studio.project.model import Layer, Point, Project

UNIT_PITCH = 64.0
"""From the centre of one unit to that of the next in its layer, in scene units."""
COLUMN_GAP = 220.0
"""From the centre of one column of units to that of the next."""
LAYER_GAP = 64.0
"""Free height between layers that stand one above the other: their headers and footers."""
FOLD_ABOVE = 16
"""A layer with more units is drawn folded, no higher than one of `FOLDED_UNITS`."""
FOLDED_UNITS = 9


def arrange(project: Project) -> dict[str, Point]:
    """The centre of each layer's column of units: inputs left, output right.

    A layer's column is the longest way to it from a layer without an incoming link. Layers in one
    column stand above each other in the project's order; the whole is centred on (0, 0).
    """
    columns: dict[int, list[str]] = {}
    for layer_id, column in _columns(project).items():
        columns.setdefault(column, []).append(layer_id)
    height = {layer.id: _height(layer) for layer in project.layers}
    middle = max(columns, default=0) / 2
    places: dict[str, Point] = {}
    for column, layer_ids in columns.items():
        total = sum(height[layer_id] for layer_id in layer_ids) + LAYER_GAP * (len(layer_ids) - 1)
        top = -total / 2
        for layer_id in layer_ids:
            places[layer_id] = ((column - middle) * COLUMN_GAP, top + height[layer_id] / 2)
            top += height[layer_id] + LAYER_GAP
    return {layer.id: places[layer.id] for layer in project.layers}


def _height(layer: Layer) -> float:
    return UNIT_PITCH * (layer.units if layer.units <= FOLD_ABOVE else FOLDED_UNITS)


def _columns(project: Project) -> dict[str, int]:
    """The column number of each layer, in the project's order of layers."""
    sorter: TopologicalSorter[str] = TopologicalSorter({layer.id: () for layer in project.layers})
    for link in project.links:
        sorter.add(link.target, link.source)
    try:
        order = tuple(sorter.static_order())
    except CycleError:
        # Edits refuse circles; one that was made otherwise is a Problem to see, so show a row.
        return {layer.id: number for number, layer in enumerate(project.layers)}
    column: dict[str, int] = {}
    for layer_id in order:
        before = (column[link.source] + 1 for link in project.links_into(layer_id))
        column[layer_id] = max(before, default=0)
    return {layer.id: column[layer.id] for layer in project.layers}
