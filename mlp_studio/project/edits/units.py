"""Units: adding, removing and reordering them, with every weight that stays kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.initializers import draw
from mlp_studio.project.edits.parts import find_layer, find_unit
from mlp_studio.project.errors import EditError
from mlp_studio.project.model import Layer, Link, Project
from mlp_studio.project.rules import check_size, check_units
from mlp_studio.project.translation import QT_TRANSLATE_NOOP

NEW = -1
"""Stands for a unit that did not exist before in an order of units."""

_Entry = TypeVar("_Entry")


def add_unit(project: Project, layer_id: str, at: int | None = None) -> Project:
    """One more unit, at index `at` (None: the last).

    Where weights are set, those of the new unit are drawn by the initializer of the layer they
    lead into; its bias is 0.
    """
    layer = find_layer(project, layer_id)
    at = layer.units if at is None else at
    if at != layer.units:
        find_unit(layer, at)
    old = range(layer.units)
    return _reorder(project, layer, [*old[:at], NEW, *old[at:]])


def remove_unit(project: Project, layer_id: str, unit: int) -> Project:
    """Without one unit; a layer keeps at least one."""
    return remove_units(project, layer_id, (unit,))


def remove_units(project: Project, layer_id: str, units: Sequence[int]) -> Project:
    """Without several units of a layer at once."""
    layer = find_layer(project, layer_id)
    gone = {find_unit(layer, unit) for unit in units}
    if len(gone) == layer.units:
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError", "{layer} needs at least one unit: remove the layer instead."
            ),
            layer=layer.title,
        )
    return _reorder(project, layer, [unit for unit in range(layer.units) if unit not in gone])


def set_units(project: Project, layer_id: str, units: int) -> Project:
    """So many units: the last ones go, or new ones follow; the rest keep their weights."""
    layer = find_layer(project, layer_id)
    count = check_units(units)
    if count == layer.units:
        return project
    kept = range(min(count, layer.units))
    return _reorder(project, layer, [*kept, *[NEW] * (count - len(kept))])


def _reorder(project: Project, layer: Layer, order: Sequence[int]) -> Project:
    """The layer with these units: each an old index or NEW."""
    check_units(len(order))
    resized = _reordered_layer(project, layer, order)
    layers = tuple(resized if old.id == layer.id else old for old in project.layers)
    check_size(layers, project.links)
    links = tuple(
        _reordered_link(project, link, order, axis) if axis is not None else link
        for link in project.links
        for axis in (_axis_of(link, layer.id),)
    )
    # An edge that went with its unit may have been the last one of its link.
    links = tuple(link for link in links if link.mask is None or link.mask.values.any())
    return replace(project, layers=layers, links=links)


def _axis_of(link: Link, layer_id: str) -> int | None:
    """The axis of the link's matrices that counts this layer's units."""
    if link.target == layer_id:
        return 0
    return 1 if link.source == layer_id else None


def _reordered_layer(project: Project, layer: Layer, order: Sequence[int]) -> Layer:
    features = layer.features
    if features is not None:
        new_features = iter(_new_features(project, features, list(order).count(NEW)))
        features = tuple(next(new_features) if u == NEW else features[u] for u in order)
    own = _reordered_entries(layer.unit_activations, order, None)
    names = _reordered_entries(layer.unit_names, order, "")
    return replace(
        layer,
        units=len(order),
        features=features,
        unit_activations=own if own and any(own) else None,
        unit_names=names if names and any(names) else None,
        biases=_reordered_matrix(layer.biases, order, 0, 0.0),
        initial_biases=_reordered_matrix(layer.initial_biases, order, 0, 0.0),
    )


def _reordered_link(project: Project, link: Link, order: Sequence[int], axis: int) -> Link:
    mask = _reordered_matrix(link.mask, order, axis, True)
    frozen = _reordered_matrix(link.frozen_edges, order, axis, False)
    fresh: NDArray[np.float64] | float = 0.0
    if link.weights is not None and NEW in order:
        fresh = _fresh_weights(project, link, len(order), axis)
    return replace(
        link,
        weights=_reordered_matrix(link.weights, order, axis, fresh),
        initial_weights=_reordered_matrix(link.initial_weights, order, axis, fresh),
        mask=None if mask is None or mask.values.all() else mask,
        frozen_edges=None if frozen is None or not frozen.values.any() else frozen,
    )


def _fresh_weights(project: Project, link: Link, units: int, axis: int) -> NDArray[np.float64]:
    """A draw of the whole resized matrix, from which the new rows or columns are taken.

    The stream depends on the seed, the link, and the weights there are: a unit that replaces one
    removed earlier must not come out as a twin of a unit that was drawn in the same place.
    """
    assert link.weights is not None
    old = link.weights.values
    rows, columns = (units, old.shape[1]) if axis == 0 else (old.shape[0], units)
    stream = [project.training.seed, crc32(link.id.encode()), crc32(old.tobytes())]
    initializer = project.layer(link.target).initializer
    rng = np.random.default_rng(stream)
    return np.asarray(draw(initializer, rng, columns, rows, (rows, columns)), dtype=np.float64)


def _reordered_matrix(
    matrix: FrozenArray | None,
    order: Sequence[int],
    axis: int,
    fresh: NDArray[np.float64] | float | bool,
) -> FrozenArray | None:
    """Old rows (axis 0) or columns (axis 1) in the new order; `fresh` where the unit is new."""
    if matrix is None:
        return None
    new = np.array([unit == NEW for unit in order])
    taken = matrix.values.take([max(unit, 0) for unit in order], axis=axis)
    where = new if matrix.values.ndim == 1 else np.expand_dims(new, 1 - axis)
    return FrozenArray(np.where(where, fresh, taken), dtype=matrix.values.dtype)


def _reordered_entries(
    entries: tuple[_Entry, ...] | None, order: Sequence[int], fresh: _Entry
) -> tuple[_Entry, ...] | None:
    if entries is None:
        return None
    return tuple(fresh if unit == NEW else entries[unit] for unit in order)


def _new_features(project: Project, features: tuple[str, ...], count: int) -> list[str]:
    """Columns the layer does not use yet, then the first column again."""
    columns = project.data.columns if project.data else ("x1",)
    unused = [column for column in columns if column not in features]
    return (unused + [columns[0]] * count)[:count]
