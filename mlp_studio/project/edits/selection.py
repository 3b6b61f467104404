"""Removing everything that is selected, in one edit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from mlp_studio.project.edits.edges import remove_edge
from mlp_studio.project.edits.layers import remove_layer
from mlp_studio.project.edits.links import remove_link
from mlp_studio.project.edits.parts import find_layer, find_link, find_unit
from mlp_studio.project.edits.units import remove_units
from mlp_studio.project.model import Project


def remove(
    project: Project,
    layers: Iterable[str] = (),
    units: Iterable[tuple[str, int]] = (),
    links: Iterable[str] = (),
    edges: Iterable[tuple[str, int, int]] = (),
) -> Project:
    """Without these layers, units, links and edges, all numbered as they are now.

    A layer goes when all its units do, and a link when its layers or all its edges do.
    """
    units_of: defaultdict[str, set[int]] = defaultdict(set)
    for layer_id, unit in units:
        units_of[layer_id].add(find_unit(find_layer(project, layer_id), unit))
    emptied = {
        layer_id
        for layer_id, gone in units_of.items()
        if len(gone) == project.layer(layer_id).units
    }
    gone_layers = {find_layer(project, layer_id).id for layer_id in layers} | emptied
    gone_links = {find_link(project, link_id).id for link_id in links}
    # Edges first: their numbers are those of the units as they are now.
    for link_id, target_unit, source_unit in edges:
        if link_id in gone_links:
            continue
        project = remove_edge(project, link_id, target_unit, source_unit)
        if not project.has_link(link_id):
            gone_links.add(link_id)
    for link_id in sorted(gone_links):
        if project.has_link(link_id):
            project = remove_link(project, link_id)
    for layer_id in sorted(gone_layers):
        project = remove_layer(project, layer_id)
    for layer_id, gone in units_of.items():
        if layer_id not in gone_layers:
            project = remove_units(project, layer_id, sorted(gone))
    return project
