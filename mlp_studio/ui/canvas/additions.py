"""Edits the canvas composes of others: each is one undo entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mlp_studio.project import edits, fragments
from mlp_studio.project.model import Point, Project

_DENSE_UNITS = 2
_INPUTS_WITHOUT_DATA = 2
UnitNumbers = tuple[int | None, int | None]
"""A source and a target unit, each None for all of its layer."""
LinkArguments = tuple[str, str, Mapping[str, Point], UnitNumbers, str]
"""Those of `link_pinned`."""


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


def add_feature_layer_at(
    project: Project, formula: str, position: Point, pinned: Mapping[str, Point]
) -> Project:
    """A new input layer of one unit that computes `formula`."""
    project = edits.move_layers(project, pinned)
    return edits.add_layer(project, "input", features=(formula,), position=position)


def insert_layer_into(
    project: Project, link_id: str, kind: str, positions: Mapping[str, Point], position: Point
) -> Project:
    """A layer in a link's place; where anybody has placed layers, `positions` make room for it."""
    units = units_for(project, kind)
    if all(layer.position is None for layer in project.layers):
        return edits.insert_layer(project, link_id, kind, units)
    project = edits.move_layers(project, positions)
    return edits.insert_layer(project, link_id, kind, units, position=position)


def add_fragment_at(
    project: Project,
    fragment: Project,
    positions: Mapping[str, Point],
    pinned: Mapping[str, Point],
) -> Project:
    """All layers and links of `fragment`, at these places."""
    project = edits.move_layers(project, pinned)
    return fragments.insert(project, edits.move_layers(fragment, positions))[0]


def link_pinned(
    project: Project,
    source: str,
    target: str,
    pinned: Mapping[str, Point],
    units: UnitNumbers = (None, None),
    pattern: str = "dense",
) -> Project:
    """A link, or single edges of one, with the layers nobody had placed staying where they are.

    `units` are the source and the target unit, None for all of the layer.
    """
    project = edits.move_layers(project, pinned)
    exists = project.has_link(f"{source}->{target}")
    if units == (None, None) and (not exists or project.link(f"{source}->{target}").mask is None):
        return edits.add_link(project, source, target, pattern=pattern)
    return edits.add_edges(project, source, target, *units)


def link_several(project: Project, links: Sequence[LinkArguments]) -> Project:
    for arguments in links:
        project = link_pinned(project, *arguments)
    return project
