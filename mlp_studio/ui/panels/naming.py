"""What the parts of a network are called in a sentence."""

from __future__ import annotations

from mlp_studio.project.model import Layer, Link, Project


def unit_name(project: Project, layer: Layer, unit: int) -> str:
    """The unit's own name, its feature or column, or the layer's name and the unit's number."""
    if layer.unit_names and layer.unit_names[unit]:
        return layer.unit_names[unit]
    if layer.kind == "input":
        if layer.features:
            return layer.features[unit]
        columns = project.data.columns if project.data else ()
        if len(columns) == layer.units:
            return columns[unit]
    # "h1" and 2 would read as twelve.
    separator = "." if layer.title[-1].isdigit() else ""
    return f"{layer.title}{separator}{unit + 1}"


def link_name(project: Project, link: Link) -> str:
    return f"{project.layer(link.source).title} → {project.layer(link.target).title}"


def edge_name(project: Project, link: Link, target_unit: int, source_unit: int) -> str:
    source, target = project.layer(link.source), project.layer(link.target)
    return f"{unit_name(project, source, source_unit)} → {unit_name(project, target, target_unit)}"
