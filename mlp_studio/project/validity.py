"""Whether a project is one that edits could have made: checked on loading and before saving."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project.errors import EditError, ProjectFileError
from mlp_studio.project.model import Layer, Link, Project
from mlp_studio.project.rules import (
    MAX_FORMULA_LENGTH,
    MAX_LAYERS,
    MAX_LINKS,
    check_activation,
    check_colour,
    check_data,
    check_initializer,
    check_layer_id,
    check_loss,
    check_matrix,
    check_position,
    check_size,
    check_text,
    check_units,
)
from mlp_studio.project.structure import reference_problems
from mlp_studio.project.training_rules import check_training

_OF_INPUT_LAYERS = ("features",)
_OF_DENSE_LAYERS = (
    "activation",
    "unit_activations",
    "bias",
    "freeze_biases",
    "biases",
    "initial_biases",
    "initializer",
)


def check_project(project: Project) -> Project:
    """The same project. Raises ProjectFileError naming the place of the first thing wrong.

    A network may be half built, but what there is must fit together.
    """
    with _at("title"):
        check_text(project.title)
    check_counts(len(project.layers), len(project.links))
    for number, layer in enumerate(project.layers):
        _check_layer(layer, f"network.layers[{number}]")
    _check_references(project)
    with _at("network.links"):
        check_size(project.layers, project.links)
    for number, link in enumerate(project.links):
        _check_link(project, link, f"network.links[{number}]")
    with _at("network.loss"):
        check_loss(project.loss)
    if project.data is not None:
        with _at("data"):
            check_data(project.data)
    with _at("training"):
        check_training(project.training)
    return project


def check_counts(layers: int, links: int) -> None:
    """Cheap enough to ask before a file's layers and links are looked at one by one."""
    for what, count, most in (("layers", layers, MAX_LAYERS), ("links", links, MAX_LINKS)):
        if count > most:
            raise ProjectFileError(f"network.{what}: there may be at most {most} {what}")


@contextmanager
def _at(place: str) -> Iterator[None]:
    """Says where in the file an edit's objection applies."""
    try:
        yield
    except EditError as error:
        raise ProjectFileError(f"{place}: {error}") from error


def _check_layer(layer: Layer, place: str) -> None:
    with _at(f"{place}.id"):
        check_layer_id(layer.id)
    with _at(f"{place}.units"):
        check_units(layer.units)
    with _at(f"{place}.name"):
        check_text(layer.name)
    with _at(f"{place}.activation"):
        check_activation(layer.activation)
    with _at(f"{place}.initializer"):
        check_initializer(layer.initializer)
    with _at(f"{place}.colour"):
        check_colour(layer.colour)
    if layer.position is not None:
        with _at(f"{place}.position"):
            check_position(layer.position)
    _check_kind(layer, place)
    _check_unit_lists(layer, place)
    for name in ("biases", "initial_biases"):
        _check_array(getattr(layer, name), (layer.units,), f"{place}.{name}")


def _check_kind(layer: Layer, place: str) -> None:
    default = Layer(layer.id, layer.kind, layer.units)
    misplaced = _OF_DENSE_LAYERS if layer.kind == "input" else _OF_INPUT_LAYERS
    for name in misplaced:
        if getattr(layer, name) != getattr(default, name):
            raise ProjectFileError(f"{place}.{name}: {layer.kind} layers have no {name}: remove it")


def _check_unit_lists(layer: Layer, place: str) -> None:
    for name in ("features", "unit_activations", "unit_names"):
        entries: Sequence[str | None] | None = getattr(layer, name)
        if entries is not None and len(entries) != layer.units:
            raise ProjectFileError(
                f"{place}.{name} has {len(entries)} entries, but the layer has {layer.units} units"
            )
    with _at(f"{place}.features"):
        for formula in layer.features or ():
            check_text(formula, MAX_FORMULA_LENGTH)
    with _at(f"{place}.unit_names"):
        for text in layer.unit_names or ():
            check_text(text)
    own = [name for name in layer.unit_activations or () if name is not None]
    with _at(f"{place}.unit_activations"):
        for name in own:
            check_activation(name)
    if own and "softmax" in (layer.activation, *own):
        raise ProjectFileError(
            f"{place}.unit_activations: softmax joins all units of a layer, so none can differ"
        )


def _check_references(project: Project) -> None:
    problems = reference_problems(project)
    if problems:
        raise ProjectFileError(f"{_place_of(project, problems[0].where)}: {problems[0].text}")


def _place_of(project: Project, where: str) -> str:
    """The last place with that id: of two that are alike, the second is the one too many."""
    ids = {
        "links": [link.id for link in project.links],
        "layers": [layer.id for layer in project.layers],
    }
    for key, known in ids.items():
        if where in known:
            last = len(known) - 1 - known[::-1].index(where)
            return f"network.{key}[{last}]"
    return "network"


def _check_link(project: Project, link: Link, place: str) -> None:
    shape = (project.layer(link.target).units, project.layer(link.source).units)
    for name in ("weights", "initial_weights", "mask", "frozen_edges"):
        key = "frozen" if name == "frozen_edges" else name
        _check_array(getattr(link, name), shape, f"{place}.{key}")
    if link.mask is not None and not link.mask.values.any():
        raise ProjectFileError(f"{place}.mask removes every edge: remove the link instead")


def _check_array(array: FrozenArray | None, shape: tuple[int, ...], place: str) -> None:
    if array is not None:
        with _at(place):
            check_matrix(array.values.astype(np.float64), shape)
