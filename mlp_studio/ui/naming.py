"""What the parts of a network are called: x₁, h¹₂, as in a textbook; a given name wins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mlp_studio.project.model import Layer, Link, Project

_LOWER = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_UPPER = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NUMBERED = re.compile(r"(\D+)(\d+)")
_NAMED = 2
_LONGEST = 3
"""A longer stem of a layer's id is cut to its first letter."""


def unit_name(project: Project, layer: Layer, unit: int) -> str:
    """The unit's own name, its feature or column, its class, or its layer's letter and number."""
    if layer.unit_names and layer.unit_names[unit]:
        return _lowered(layer.unit_names[unit])
    if layer.features:
        return _lowered(layer.features[unit])
    from_data = _column if layer.kind == "input" else _learned
    return from_data(project, layer, unit) or _letter(layer) + str(unit + 1).translate(_LOWER)


def link_name(project: Project, link: Link) -> str:
    return f"{project.layer(link.source).title} → {project.layer(link.target).title}"


def edge_name(project: Project, link: Link, target_unit: int, source_unit: int) -> str:
    source, target = project.layer(link.source), project.layer(link.target)
    return f"{unit_name(project, source, source_unit)} → {unit_name(project, target, target_unit)}"


def few(names: Sequence[str]) -> str:
    """Names in a row, as far as anybody reads; the rest is only counted."""
    if len(names) <= _NAMED + 1:
        return ", ".join(names)
    return f"{', '.join(names[:_NAMED])} + {len(names) - _NAMED}"


def _column(project: Project, layer: Layer, unit: int) -> str:
    """The data's column this unit is dealt: input layers without features share them in turn."""
    columns = project.data.columns if project.data else ()
    place = unit
    for other in project.layers:
        if other.id == layer.id:
            break
        if other.kind == "input" and not other.features:
            place += other.units
    return _lowered(columns[place]) if place < len(columns) else ""


def _learned(project: Project, layer: Layer, unit: int) -> str:
    """What an output unit is to learn, where the data name it: a class, or a column of targets.

    A single output that tells two classes apart is high for the second.
    """
    data = project.data
    if data is None or any(link.source == layer.id for link in project.links):
        return ""
    classes, width = data.classes, data.targets.shape[1]
    if layer.units != width or not any(link.target == layer.id for link in project.links):
        return ""
    if classes:
        return _lowered(classes[1] if width == 1 else classes[unit])
    return _lowered(data.target_columns[unit]) if len(data.target_columns) == width else ""


def _lowered(name: str) -> str:
    """x1 as x₁; other names as they are."""
    numbered = _NUMBERED.fullmatch(name)
    return numbered[1] + numbered[2].translate(_LOWER) if numbered else name


def _letter(layer: Layer) -> str:
    """h1 as h¹, so that its second unit can be h¹₂ and is not read as twelve."""
    numbered = _NUMBERED.fullmatch(layer.id)
    stem, number = (numbered[1], numbered[2]) if numbered else (layer.id, "")
    return (stem if len(stem) <= _LONGEST else stem[0]) + number.translate(_UPPER)
