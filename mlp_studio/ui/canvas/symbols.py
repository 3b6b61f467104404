"""How units and edges are called: x₁, h¹₂, as in a textbook; a given name wins."""

from __future__ import annotations

import re

from mlp_studio.project.model import Layer, Project

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NUMBERED = re.compile(r"(\D+)(\d+)")
_LONGEST_STEM = 3


def unit_symbol(project: Project, layer: Layer, unit: int) -> str:
    """The unit's own name, its data column, or its layer's letter with its number."""
    if layer.unit_names and layer.unit_names[unit]:
        return _with_subscript(layer.unit_names[unit])
    if layer.features:
        return _with_subscript(layer.features[unit])
    column = _column_name(project, layer, unit)
    return column or _layer_symbol(layer) + str(unit + 1).translate(_SUBSCRIPTS)


def _column_name(project: Project, layer: Layer, unit: int) -> str:
    if layer.kind != "input" or project.data is None:
        return ""
    inputs = [other for other in project.layers if other.kind == "input" and not other.features]
    first = 0
    for other in inputs:
        if other.id == layer.id:
            break
        first += other.units
    columns = project.data.columns
    return _with_subscript(columns[first + unit]) if first + unit < len(columns) else ""


def _with_subscript(name: str) -> str:
    """x1 as x₁; other names as they are."""
    numbered = _NUMBERED.fullmatch(name)
    return numbered[1] + numbered[2].translate(_SUBSCRIPTS) if numbered else name


def _layer_symbol(layer: Layer) -> str:
    """h1 becomes h¹, so that unit 2 of it can be h¹₂; a long id becomes its first letter."""
    numbered = _NUMBERED.fullmatch(layer.id)
    stem, number = (numbered[1], numbered[2]) if numbered else (layer.id, "")
    if len(stem) > _LONGEST_STEM:
        stem = stem[0]
    return stem + number.translate(_SUPERSCRIPTS)
