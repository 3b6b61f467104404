"""Finding a part of a project by id, and putting a changed one back in its place."""

from __future__ import annotations

from dataclasses import replace

from mlp_studio.project.errors import EditError
from mlp_studio.project.model import Layer, Link, Project
from mlp_studio.project.translation import QT_TRANSLATE_NOOP


def find_layer(project: Project, layer_id: str) -> Layer:
    if not project.has_layer(layer_id):
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "There is no layer {layer}."), layer=layer_id
        )
    return project.layer(layer_id)


def find_dense_layer(project: Project, layer_id: str) -> Layer:
    """A layer that computes something: it has an activation, biases and incoming links."""
    layer = find_layer(project, layer_id)
    if layer.kind == "input":
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError",
                "{layer} is an input layer: it passes the data on and has nothing to set or learn.",
            ),
            layer=layer.title,
        )
    return layer


def find_unit(layer: Layer, unit: int) -> int:
    if not 0 <= unit < layer.units:
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError", "Layer {layer} has no unit {unit}: its units are 0 to {last}."
            ),
            layer=layer.title,
            unit=unit,
            last=layer.units - 1,
        )
    return unit


def find_link(project: Project, link_id: str) -> Link:
    if not project.has_link(link_id):
        raise EditError(QT_TRANSLATE_NOOP("EditError", "There is no link {link}."), link=link_id)
    return project.link(link_id)


def with_layer(project: Project, layer: Layer) -> Project:
    """The project with `layer` in the place of the one with the same id."""
    layers = tuple(layer if old.id == layer.id else old for old in project.layers)
    return replace(project, layers=layers)


def with_link(project: Project, link: Link) -> Project:
    """The project with `link` in the place of the one that joins the same layers."""
    links = tuple(link if old.id == link.id else old for old in project.links)
    return replace(project, links=links)
