"""Weights and biases: set by hand, learned, reset and drawn anew."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.initializers import initial_parameters
from mlp_studio.engine.layout import Layout
from mlp_studio.engine.spec import LayerSpec, LinkSpec, NetworkSpec
from mlp_studio.project.edits.parts import (
    find_dense_layer,
    find_link,
    find_unit,
    with_layer,
    with_link,
)
from mlp_studio.project.edits.settings import set_seed
from mlp_studio.project.errors import EditError
from mlp_studio.project.model import Layer, Link, Project
from mlp_studio.project.rules import check_finite, check_matrix
from mlp_studio.project.translation import QT_TRANSLATE_NOOP


def materialised_weights(project: Project, link_id: str) -> FrozenArray:
    """The link's weights (target units, source units): set ones, else those the seed draws.

    The same numbers a compiled network starts from, also while the network is half built; those
    of absent edges are what they have when restored.
    """
    link = find_link(project, link_id)
    return _drawn_weights(project, link) if link.weights is None else link.weights


def set_weight(
    project: Project, link_id: str, target_unit: int, source_unit: int, value: float
) -> Project:
    """One weight by hand; the link's others become set too, at what the seed drew."""
    link = find_link(project, link_id)
    find_unit(project.layer(link.target), target_unit)
    find_unit(project.layer(link.source), source_unit)
    if link.mask is not None and not link.mask.values[target_unit, source_unit]:
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError", "That edge of {link} was removed: restore it before setting a weight."
            ),
            link=link_id,
        )
    weights = materialised_weights(project, link_id).values.copy()
    weights[target_unit, source_unit] = check_finite(value)
    return with_link(project, replace(link, weights=FrozenArray(weights)))


def set_weights(project: Project, link_id: str, matrix: ArrayLike) -> Project:
    """All weights of a link by hand, shaped (target units, source units)."""
    link = find_link(project, link_id)
    shape = (project.layer(link.target).units, project.layer(link.source).units)
    return with_link(project, replace(link, weights=check_matrix(matrix, shape)))


def set_bias(project: Project, layer_id: str, unit: int, value: float) -> Project:
    """One bias by hand."""
    layer = find_dense_layer(project, layer_id)
    find_unit(layer, unit)
    if not layer.bias:
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "The biases of {layer} are switched off."),
            layer=layer.title,
        )
    biases = _biases(layer).values.copy()
    biases[unit] = check_finite(value)
    return with_layer(project, replace(layer, biases=FrozenArray(biases)))


def set_parameters(project: Project, layout: Layout, vector: NDArray[np.floating]) -> Project:
    """What training or a stepped update arrived at, as the flat vector of `layout`.

    Keeps the parameters before it as what a reset returns to, unless some are kept already.
    Absent edges keep the weight they will have when restored.
    """
    values = check_matrix(vector, (layout.size,)).values
    try:
        layers = tuple(_learned_layer(layer, layout, values) for layer in project.layers)
        links = tuple(_learned_link(project, link, layout, values) for link in project.links)
    except (KeyError, ValueError) as error:
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError", "These weights belong to another network than the one on the canvas."
            )
        ) from error
    return replace(project, layers=layers, links=links)


def reset_parameters(project: Project) -> Project:
    """Back to the weights and biases from before anything was learned.

    Those the seed draws go back to being drawn from it.
    """
    layers = tuple(
        layer
        if layer.initial_biases is None
        else replace(layer, biases=_unless_zero(layer.initial_biases), initial_biases=None)
        for layer in project.layers
    )
    links = tuple(
        link
        if link.initial_weights is None
        else replace(link, weights=_unless_drawn(project, link), initial_weights=None)
        for link in project.links
    )
    return replace(project, layers=layers, links=links)


def redraw_parameters(project: Project, seed: int) -> Project:
    """All weights drawn from this seed, which becomes the run's; biases back to 0."""
    layers = tuple(replace(layer, biases=None, initial_biases=None) for layer in project.layers)
    links = tuple(replace(link, weights=None, initial_weights=None) for link in project.links)
    return set_seed(replace(project, layers=layers, links=links), seed)


def _drawn_weights(project: Project, link: Link) -> FrozenArray:
    # Only the two layers it joins: the rest may not be a network yet.
    source, target = project.layer(link.source), project.layer(link.target)
    spec = NetworkSpec(
        layers=(
            LayerSpec(source.id, source.units, is_input=True),
            LayerSpec(target.id, target.units, initializer=target.initializer),
        ),
        links=(LinkSpec(source.id, target.id),),
    )
    vector = initial_parameters(spec, project.training.seed)
    return FrozenArray(Layout(spec).weights(vector, link.source, link.target))


def _biases(layer: Layer) -> FrozenArray:
    return FrozenArray(np.zeros(layer.units)) if layer.biases is None else layer.biases


def _learned_layer(layer: Layer, layout: Layout, vector: NDArray[np.float64]) -> Layer:
    if layer.kind == "input" or not layer.bias:
        return layer
    before = _biases(layer)
    after = FrozenArray(layout.biases(vector, layer.id))
    if after.shape != before.shape:
        raise ValueError(f"layer {layer.id} has {len(before)} units")
    if after == before:
        return layer
    initial = before if layer.initial_biases is None else layer.initial_biases
    return replace(layer, biases=after, initial_biases=initial)


def _learned_link(
    project: Project, link: Link, layout: Layout, vector: NDArray[np.float64]
) -> Link:
    before = materialised_weights(project, link.id)
    learned = layout.weights(vector, link.source, link.target)
    if learned.shape != before.shape:
        raise ValueError(f"link {link.id} is shaped {before.shape}")
    if link.mask is not None:
        learned = np.where(link.mask.values, learned, before.values)
    after = FrozenArray(learned)
    if after == before:
        return link
    initial = before if link.initial_weights is None else link.initial_weights
    return replace(link, weights=after, initial_weights=initial)


def _unless_zero(biases: FrozenArray) -> FrozenArray | None:
    return biases if biases.values.any() else None


def _unless_drawn(project: Project, link: Link) -> FrozenArray | None:
    assert link.initial_weights is not None
    initial, drawn = link.initial_weights.values, _drawn_weights(project, link).values
    absent = False if link.mask is None else ~link.mask.values
    same = bool(np.all((initial == drawn) | absent))
    return None if same else link.initial_weights
