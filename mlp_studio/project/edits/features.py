"""What the units of input layers take from the data: columns in turn, or formulas over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mlp_studio.project.edits.parts import find_layer, with_layer
from mlp_studio.project.edits.units import add_unit, set_units
from mlp_studio.project.errors import EditError
from mlp_studio.project.model import Layer, Project
from mlp_studio.project.rules import MAX_FORMULA_LENGTH, check_text
from mlp_studio.project.translation import QT_TRANSLATE_NOOP


def set_features(project: Project, layer_id: str, features: Sequence[str] | None) -> Project:
    """The formulas of an input layer, one per unit (the units follow); None: the columns."""
    layer = _find_input_layer(project, layer_id)
    if features is None:
        return with_layer(project, replace(layer, features=None))
    texts = check_features(features)
    resized = set_units(project, layer_id, len(texts))
    return with_layer(resized, replace(resized.layer(layer_id), features=texts))


def add_feature(project: Project, layer_id: str, formula: str, at: int | None = None) -> Project:
    """One more unit of an input layer, at index `at` (None: the last), that computes `formula`.

    A layer without features first gets the columns it takes as its features.
    """
    layer = _find_input_layer(project, layer_id)
    (text,) = check_features((formula,))
    at = layer.units if at is None else at
    grown = add_unit(with_columns_as_features(project), layer_id, at)
    features = list(grown.layer(layer_id).features or ())
    features[at] = text
    return with_layer(grown, replace(grown.layer(layer_id), features=tuple(features)))


def check_features(features: Sequence[str]) -> tuple[str, ...]:
    """Formulas as they may stand in a project; whether the data can fill them is seen later."""
    return tuple(check_text(text, MAX_FORMULA_LENGTH) for text in features)


def with_columns_as_features(project: Project) -> Project:
    """The same inputs, but every input layer names what it takes, so that units can change places.

    All of them at once: the columns are dealt to the layers in turn, and those that still are
    would be dealt others.
    """
    names = project.data.columns if project.data else ()
    dealt = 0
    layers: list[Layer] = []
    for layer in project.layers:
        if layer.kind == "input" and layer.features is None:
            taken = range(dealt, dealt + layer.units)
            columns = (names[n] if n < len(names) else f"x{n + 1}" for n in taken)
            layer = replace(layer, features=tuple(columns))
            dealt += layer.units
        layers.append(layer)
    return replace(project, layers=tuple(layers))


def _find_input_layer(project: Project, layer_id: str) -> Layer:
    layer = find_layer(project, layer_id)
    if layer.kind != "input":
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "{layer} is not an input layer: it has no features."),
            layer=layer.title,
        )
    return layer
