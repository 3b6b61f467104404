"""Layers: adding, removing, naming, placing, and what all units of one share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from mlp_studio.engine.spec import InitializerSpec
from mlp_studio.project.edits.features import set_features
from mlp_studio.project.edits.links import add_link, remove_link
from mlp_studio.project.edits.parts import (
    find_dense_layer,
    find_layer,
    find_link,
    find_unit,
    with_layer,
)
from mlp_studio.project.errors import EditError
from mlp_studio.project.model import Layer, LayerKind, Point, Project
from mlp_studio.project.rules import (
    check_activation,
    check_colour,
    check_initializer,
    check_layer_id,
    check_position,
    check_size,
    check_text,
    check_units,
)
from mlp_studio.project.translation import QT_TRANSLATE_NOOP

PaletteKind = Literal["input", "dense", "neuron", "output"]
"""What can be dropped; a neuron or an output is a dense layer with another name to begin with."""


def fresh_layer_id(project: Project, kind: str) -> str:
    """An id no layer has yet: x, x2 … for inputs; o, o2 … for outputs; h1, h2 … for the rest."""
    stem = {"input": "x", "output": "o"}.get(kind, "h")
    number = 1
    while True:
        layer_id = stem if number == 1 and stem != "h" else f"{stem}{number}"
        if not project.has_layer(layer_id):
            return layer_id
        number += 1


def add_layer(
    project: Project,
    kind: str,
    units: int = 1,
    *,
    layer_id: str | None = None,
    name: str = "",
    activation: str = "sigmoid",
    position: Point | None = None,
    features: Sequence[str] | None = None,
) -> Project:
    """A new layer without links. `kind` is a PaletteKind.

    `features` are formulas for the units of an input layer, as many as there are formulas.
    """
    layer_id = check_layer_id(fresh_layer_id(project, kind) if layer_id is None else layer_id)
    if project.has_layer(layer_id):
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "There is already a layer {layer}."), layer=layer_id
        )
    model_kind: LayerKind = "input" if kind == "input" else "dense"
    layer = Layer(
        id=layer_id,
        kind=model_kind,
        units=check_units(units),
        name=check_text(name),
        position=None if position is None else check_position(position),
    )
    if model_kind == "dense":
        layer = replace(layer, activation=check_activation(activation))
    layers = (*project.layers, layer)
    check_size(layers, project.links)
    project = replace(project, layers=layers)
    return project if features is None else set_features(project, layer_id, features)


def insert_layer(
    project: Project,
    link_id: str,
    kind: str = "dense",
    units: int = 1,
    *,
    layer_id: str | None = None,
    activation: str = "sigmoid",
    position: Point | None = None,
) -> Project:
    """A new layer in the place of a link: source → new → target, with all edges.

    The link's weights, mask and frozen flags go with it. Where no position is given, the layer
    stands in the middle between the two if both have one.
    """
    link = find_link(project, link_id)
    ends = project.layer(link.source), project.layer(link.target)
    if kind == "input":
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError", "An input layer cannot stand on a link: only the data flow into it."
            )
        )
    layer_id = fresh_layer_id(project, kind) if layer_id is None else layer_id
    position = _between(*ends) if position is None else position
    grown = add_layer(
        project, kind, units, layer_id=layer_id, activation=activation, position=position
    )
    grown = remove_link(grown, link_id)
    return add_link(add_link(grown, link.source, layer_id), layer_id, link.target)


def _between(source: Layer, target: Layer) -> Point | None:
    if source.position is None or target.position is None:
        return None
    (x, y), (other_x, other_y) = source.position, target.position
    return x / 2 + other_x / 2, y / 2 + other_y / 2


def remove_layer(project: Project, layer_id: str) -> Project:
    """Without the layer and without the links that touch it."""
    find_layer(project, layer_id)
    return replace(
        project,
        layers=tuple(layer for layer in project.layers if layer.id != layer_id),
        links=tuple(link for link in project.links if layer_id not in (link.source, link.target)),
    )


def rename_layer(project: Project, layer_id: str, name: str) -> Project:
    """The name people read; the id, which weights are drawn by, stays."""
    return with_layer(project, replace(find_layer(project, layer_id), name=check_text(name)))


def set_colour(project: Project, layer_id: str, colour: str) -> Project:
    """What the layer is marked with on the canvas: one of LAYER_COLOURS, or "" for nothing."""
    layer = find_layer(project, layer_id)
    return with_layer(project, replace(layer, colour=check_colour(colour)))


def move_layers(project: Project, positions: Mapping[str, Iterable[float]]) -> Project:
    """New centres on the canvas, by layer id."""
    for layer_id in positions:
        find_layer(project, layer_id)
    layers = tuple(
        replace(layer, position=check_position(positions[layer.id]))
        if layer.id in positions
        else layer
        for layer in project.layers
    )
    return replace(project, layers=layers)


def set_activation(project: Project, layer_id: str, name: str) -> Project:
    """The activation of the whole layer; softmax also ends what single units had of their own."""
    layer = find_dense_layer(project, layer_id)
    own = None if name == "softmax" else layer.unit_activations
    layer = replace(layer, activation=check_activation(name), unit_activations=own)
    return with_layer(project, layer)


def set_unit_activation(project: Project, layer_id: str, unit: int, name: str | None) -> Project:
    """One unit's own activation; None follows the layer again."""
    layer = find_dense_layer(project, layer_id)
    find_unit(layer, unit)
    if name is not None:
        check_activation(name)
        if "softmax" in (name, layer.activation):
            raise EditError(
                QT_TRANSLATE_NOOP(
                    "EditError",
                    "Softmax joins all units of {layer}: one unit cannot have or leave it alone.",
                ),
                layer=layer.title,
            )
    own = list(layer.unit_activations or (None,) * layer.units)
    own[unit] = name
    return with_layer(project, replace(layer, unit_activations=tuple(own) if any(own) else None))


def set_unit_name(project: Project, layer_id: str, unit: int, name: str | None) -> Project:
    """What one unit is called on the canvas; None or "" takes the name away."""
    layer = find_layer(project, layer_id)
    find_unit(layer, unit)
    names = list(layer.unit_names or ("",) * layer.units)
    names[unit] = check_text(name or "")
    return with_layer(project, replace(layer, unit_names=tuple(names) if any(names) else None))


def set_bias_enabled(project: Project, layer_id: str, enabled: bool) -> Project:
    """With or without biases; their values are kept while they are off."""
    layer = find_dense_layer(project, layer_id)
    return with_layer(project, replace(layer, bias=bool(enabled)))


def set_freeze_biases(project: Project, layer_id: str, freeze: bool) -> Project:
    """Whether training leaves the biases as they are."""
    layer = find_dense_layer(project, layer_id)
    return with_layer(project, replace(layer, freeze_biases=bool(freeze)))


def set_initializer(project: Project, layer_id: str, initializer: InitializerSpec | str) -> Project:
    """How incoming weights are drawn; weights that are set already stay as they are."""
    layer = find_dense_layer(project, layer_id)
    spec = InitializerSpec(initializer) if isinstance(initializer, str) else initializer
    return with_layer(project, replace(layer, initializer=check_initializer(spec)))
