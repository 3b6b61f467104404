"""Layers with other units in another order: what becomes of everything that belongs to a unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.initializers import draw
from mlp_studio.project.edits.parameters import materialised_weights
from mlp_studio.project.model import Layer, Link, Project
from mlp_studio.project.rules import check_size, check_units

Origin = tuple[str, int]
"""Where a unit was before: layer id and number."""
NEW: Origin = ("", -1)
"""Stands for a unit that did not exist before."""

_Entry = TypeVar("_Entry")


def rearranged(
    project: Project, orders: Mapping[str, Sequence[Origin]], *, keep_drawn: bool = False
) -> Project:
    """The project with these units in these layers, each given by where it was, or NEW.

    A layer that is not named stays as it is; one without units goes, with its links. An edge
    between two units is kept, with its mask and frozen flag, if a link joined the layers they were
    in; other edges are new. Links whose weights the seed draws get them set, so that every edge
    keeps the number it had; with `keep_drawn` they go on being drawn instead.
    """
    emptied = {layer_id for layer_id, order in orders.items() if not order}
    layers = tuple(
        _layer(project, layer, orders[layer.id]) if layer.id in orders else layer
        for layer in project.layers
        if layer.id not in emptied
    )
    links = tuple(
        link for link in project.links if not {link.source, link.target}.intersection(emptied)
    )
    check_size(layers, links)
    changed = (
        _link(project, link, orders, keep_drawn=keep_drawn)
        if link.source in orders or link.target in orders
        else link
        for link in links
    )
    # An edge that went with its unit may have been the last one of its link.
    left = tuple(link for link in changed if link.mask is None or link.mask.values.any())
    return replace(project, layers=layers, links=left)


def _layer(project: Project, layer: Layer, order: Sequence[Origin]) -> Layer:
    check_units(len(order))
    own = _entries(project, order, lambda origin: origin.unit_activations, None)
    names = _entries(project, order, lambda origin: origin.unit_names, "")
    learned = any(project.layer(of).initial_biases for of, _ in order if of)
    initial = _biases(project, layer, order, lambda origin: origin.initial_biases or origin.biases)
    return replace(
        layer,
        units=len(order),
        features=_features(project, layer, order),
        # Softmax joins all units of a layer: what one had of its own ends there.
        unit_activations=own if any(own) and layer.activation != "softmax" else None,
        unit_names=names if any(names) else None,
        biases=_biases(project, layer, order, lambda origin: origin.biases),
        initial_biases=initial if learned else None,
    )


def _entries(
    project: Project,
    order: Sequence[Origin],
    entries: Callable[[Layer], tuple[_Entry, ...] | None],
    fresh: _Entry,
) -> tuple[_Entry, ...]:
    of = {layer_id: entries(project.layer(layer_id)) for layer_id, _ in order if layer_id}
    return tuple(
        fresh if (known := of.get(layer_id)) is None else known[unit] for layer_id, unit in order
    )


def _features(project: Project, layer: Layer, order: Sequence[Origin]) -> tuple[str, ...] | None:
    """Of units that were in layers with features; new ones get columns not used yet."""
    if layer.features is None:
        return None
    known = _entries(project, order, lambda origin: origin.features, "")
    fresh = iter(_new_features(project, known, list(order).count(NEW)))
    pairs = zip(order, known, strict=True)
    return tuple(next(fresh) if origin == NEW else formula for origin, formula in pairs)


def _new_features(project: Project, known: Sequence[str], count: int) -> list[str]:
    """Columns the layer does not use yet, then the first column again."""
    columns = project.data.columns if project.data else ("x1",)
    unused = [column for column in columns if column not in known]
    return (unused + [columns[0]] * count)[:count]


def _biases(
    project: Project,
    layer: Layer,
    order: Sequence[Origin],
    biases: Callable[[Layer], FrozenArray | None],
) -> FrozenArray | None:
    """None if they are 0 because nobody has set any; a unit that had no bias begins with 0."""
    of: dict[str, FrozenArray] = {}
    for layer_id in {layer_id for layer_id, _ in order if layer_id}:
        origin = project.layer(layer_id)
        # Biases that are off are kept for their own layer; elsewhere they would be a surprise.
        known = biases(origin) if origin.bias or layer_id == layer.id else None
        if known is not None:
            of[layer_id] = known
    if not of:
        return None
    return FrozenArray([of[each].values[unit] if each in of else 0.0 for each, unit in order])


def _link(
    project: Project, link: Link, orders: Mapping[str, Sequence[Origin]], *, keep_drawn: bool
) -> Link:
    rows, columns = (_order(project, orders, end) for end in (link.target, link.source))
    blocks = tuple(_blocks(project, rows, columns))
    shape = (len(rows), len(columns))
    frozen, frozen_edges = _frozen(link, blocks, shape)
    changed = replace(link, mask=_mask(blocks, shape), frozen=frozen, frozen_edges=frozen_edges)
    if keep_drawn and link.weights is None and link.initial_weights is None:
        return changed
    weights, initial = _weights(project, link, blocks, shape)
    return replace(changed, weights=weights, initial_weights=initial)


def _weights(
    project: Project, link: Link, blocks: Sequence[_Block], shape: tuple[int, int]
) -> tuple[FrozenArray, FrozenArray | None]:
    """Those there are now, and those a reset returns to if any of them has learned."""
    fresh = _fresh_weights(project, link, shape)
    weights, initial = fresh.copy(), fresh
    for block in blocks:
        now = materialised_weights(project, block.link.id)
        block.put(weights, now)
        block.put(initial, block.link.initial_weights or now)
    learned = any(block.link.initial_weights is not None for block in blocks)
    return FrozenArray(weights), FrozenArray(initial) if learned else None


def _mask(blocks: Sequence[_Block], shape: tuple[int, int]) -> FrozenArray | None:
    """New edges are there; None if all are."""
    if all(block.link.mask is None for block in blocks):
        return None
    mask = np.full(shape, True)
    for block in blocks:
        block.put(mask, block.link.mask or True)
    return None if mask.all() else FrozenArray(mask, bool)


def _frozen(
    link: Link, blocks: Sequence[_Block], shape: tuple[int, int]
) -> tuple[bool, FrozenArray | None]:
    """Whether all edges are, and which if only some; new ones are where the whole link was."""
    if all(_frozen_alike(link, block.link) for block in blocks):
        return link.frozen, None
    flags = np.full(shape, link.frozen)
    for block in blocks:
        block.put(flags, block.link.frozen_edges or block.link.frozen)
    partly = flags.any() and not flags.all()
    return bool(flags.all()), FrozenArray(flags, bool) if partly else None


def _frozen_alike(link: Link, other: Link) -> bool:
    return other.frozen_edges is None and other.frozen == link.frozen


def _order(
    project: Project, orders: Mapping[str, Sequence[Origin]], layer_id: str
) -> Sequence[Origin]:
    if layer_id in orders:
        return orders[layer_id]
    return [(layer_id, unit) for unit in range(project.layer(layer_id).units)]


@dataclass(frozen=True, slots=True)
class _Block:
    """The edges of a changed link that `link` has had: where they are now and were then."""

    link: Link
    now: tuple[NDArray[np.intp], ...]
    then: tuple[NDArray[np.intp], ...]

    def put(self, matrix: NDArray[Any], values: FrozenArray | bool) -> None:
        """Into the new `matrix`, these of the old one (or one for all)."""
        matrix[self.now] = values if isinstance(values, bool) else values.values[self.then]


def _blocks(
    project: Project, rows: Sequence[Origin], columns: Sequence[Origin]
) -> Iterator[_Block]:
    links = {(link.target, link.source): link for link in project.links}
    row_groups, column_groups = _by_layer(rows), _by_layer(columns)
    for target, (new_rows, old_rows) in row_groups.items():
        for source, (new_columns, old_columns) in column_groups.items():
            link = links.get((target, source))
            if link is not None:
                now, then = np.ix_(new_rows, new_columns), np.ix_(old_rows, old_columns)
                yield _Block(link, now, then)


def _by_layer(order: Sequence[Origin]) -> dict[str, tuple[list[int], list[int]]]:
    """For each layer units come from: their new indices and their old ones."""
    groups: dict[str, tuple[list[int], list[int]]] = {}
    for index, (layer_id, unit) in enumerate(order):
        if (layer_id, unit) != NEW:
            now, then = groups.setdefault(layer_id, ([], []))
            now.append(index)
            then.append(unit)
    return groups


def _fresh_weights(project: Project, link: Link, shape: tuple[int, int]) -> NDArray[np.float64]:
    """A draw of the whole changed matrix, from which the new edges are taken.

    The stream depends on the seed, the link, and the weights there are: a unit that replaces one
    removed earlier must not come out as a twin of a unit that was drawn in the same place.
    """
    old = materialised_weights(project, link.id).values
    stream = [project.training.seed, crc32(link.id.encode()), crc32(old.tobytes())]
    initializer = project.layer(link.target).initializer
    rows, columns = shape
    rng = np.random.default_rng(stream)
    return np.asarray(draw(initializer, rng, columns, rows, shape), dtype=np.float64)
