"""Edits the canvas composes of others: each is one undo entry."""

from __future__ import annotations

from collections.abc import Mapping

from mlp_studio.project import edits
from mlp_studio.project.model import Point, Project

_DENSE_UNITS = 2
_INPUTS_WITHOUT_DATA = 2


def units_for(project: Project, kind: str) -> int:
    """How many units a new layer gets: inputs and outputs fit the data, if there are any."""
    if kind == "dense":
        return _DENSE_UNITS
    if kind == "output":
        return project.data.targets.shape[1] if project.data else 1
    if kind == "input":
        if project.data is None:
            return _INPUTS_WITHOUT_DATA
        present = sum(layer.units for layer in project.layers if layer.kind == "input")
        return max(1, len(project.data.columns) - present)
    return 1


def add_layer_at(
    project: Project,
    kind: str,
    position: Point,
    pinned: Mapping[str, Point],
    link_from: str | None = None,
) -> Project:
    """A new layer at a place, linked from another if one is named.

    The layers in `pinned`, which nobody had placed, stay where they are seen now.
    """
    layer_id = edits.fresh_layer_id(project, kind)
    units = units_for(project, kind)
    project = edits.move_layers(project, pinned)
    project = edits.add_layer(project, kind, units, layer_id=layer_id, position=position)
    return project if link_from is None else edits.add_link(project, link_from, layer_id)


def add_link_pinned(
    project: Project, source: str, target: str, pinned: Mapping[str, Point]
) -> Project:
    """A link, with the layers nobody had placed staying where they are seen now."""
    return edits.add_link(edits.move_layers(project, pinned), source, target)
