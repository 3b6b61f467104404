"""Parts of a network by themselves: what copying takes along and pasting or a template brings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project.archive import is_archive
from mlp_studio.project.edits.parameters import materialised_weights
from mlp_studio.project.edits.parts import find_layer
from mlp_studio.project.errors import ProjectFileError
from mlp_studio.project.model import Layer, Link, Point, Project
from mlp_studio.project.projectfile import dumps_json, loads
from mlp_studio.project.rules import check_position, check_size


def extract(project: Project, layer_ids: Iterable[str]) -> Project:
    """These layers where they stand, and the links among them, as a project without data.

    Every weight and bias is set to what it is now, so that it does not depend on the seed or on
    the ids. Raises EditError for a layer there is not.
    """
    taken = {find_layer(project, layer_id).id for layer_id in layer_ids}
    return replace(
        project,
        layers=tuple(_settled_layer(layer) for layer in project.layers if layer.id in taken),
        links=tuple(
            replace(link, weights=materialised_weights(project, link.id))
            for link in project.links
            if link.source in taken and link.target in taken
        ),
        data=None,
        title="",
    )


def insert(
    project: Project, fragment: Project, offset: Point = (0.0, 0.0)
) -> tuple[Project, dict[str, str]]:
    """The project with the fragment's layers and links too, and each old id's new id.

    An id nobody has yet is kept; positions move by `offset`. A project without layers and data
    also takes the fragment's data, loss and training settings: those are what the fragment was
    made to learn with. Raises EditError if the network would become too large.
    """
    names = _fresh_ids(project, fragment)
    layers = (
        *project.layers,
        *(_placed(replace(layer, id=names[layer.id]), offset) for layer in fragment.layers),
    )
    links = (
        *project.links,
        *(_renamed(link, names) for link in fragment.links),
    )
    check_size(layers, links)
    grown = replace(project, layers=layers, links=links)
    if not project.layers and project.data is None:
        grown = replace(grown, data=fragment.data, loss=fragment.loss, training=fragment.training)
    return grown, names


def to_text(fragment: Project) -> str:
    """The fragment for a clipboard: plain JSON of the file format."""
    return dumps_json(fragment).decode()


def from_text(text: str) -> Project:
    """The fragment in such a text. Raises ProjectFileError for anything else."""
    # What is not Unicode stays wrong, for the reader of the file format to refuse.
    content = text.encode(errors="surrogatepass")
    if is_archive(content):
        raise ProjectFileError("a zipped project is no text: open it as a file")
    return loads(content)


def _settled_layer(layer: Layer) -> Layer:
    if layer.kind == "input" or layer.biases is not None:
        return layer
    return replace(layer, biases=FrozenArray(np.zeros(layer.units)))


def _placed(layer: Layer, offset: Point) -> Layer:
    if layer.position is None:
        return layer
    x, y = layer.position
    return replace(layer, position=check_position((x + offset[0], y + offset[1])))


def _renamed(link: Link, names: dict[str, str]) -> Link:
    return replace(link, source=names[link.source], target=names[link.target])


def _fresh_ids(project: Project, fragment: Project) -> dict[str, str]:
    taken = {layer.id for layer in project.layers}
    names: dict[str, str] = {}
    for layer in fragment.layers:
        names[layer.id] = _fresh_id(layer.id, taken)
        taken.add(names[layer.id])
    return names


def _fresh_id(layer_id: str, taken: set[str]) -> str:
    """The id itself, else its letters with the first number from 2 on that makes it new."""
    if layer_id not in taken:
        return layer_id
    stem = layer_id.rstrip("0123456789") or "h"
    # Room for the number: an id has at most 64 characters.
    numbered = (f"{stem[:56].rstrip()}{number}" for number in range(2, len(taken) + 3))
    return next(name for name in numbered if name not in taken)
