"""Keeping weights as they are while the rest learns, for whatever is selected."""

from __future__ import annotations

from collections.abc import Iterable

from mlp_studio.project.edits.edges import set_edge_frozen
from mlp_studio.project.edits.layers import set_freeze_biases
from mlp_studio.project.edits.links import set_link_frozen
from mlp_studio.project.edits.parts import find_layer, find_unit
from mlp_studio.project.model import Project


def set_frozen(
    project: Project,
    frozen: bool,
    layers: Iterable[str] = (),
    units: Iterable[tuple[str, int]] = (),
    links: Iterable[str] = (),
    edges: Iterable[tuple[str, int, int]] = (),
) -> Project:
    """All that leads into these layers, biases too; into these units; these links and edges.

    Biases are frozen for a whole layer only.
    """
    for layer_id in layers:
        layer = find_layer(project, layer_id)
        for link in project.links_into(layer_id):
            project = set_link_frozen(project, link.id, frozen)
        if layer.kind != "input":
            project = set_freeze_biases(project, layer_id, frozen)
    for layer_id, unit in units:
        find_unit(find_layer(project, layer_id), unit)
        for link in project.links_into(layer_id):
            for source_unit in range(project.layer(link.source).units):
                project = set_edge_frozen(project, link.id, unit, source_unit, frozen)
    for link_id in links:
        project = set_link_frozen(project, link_id, frozen)
    for link_id, target_unit, source_unit in edges:
        project = set_edge_frozen(project, link_id, target_unit, source_unit, frozen)
    return project
