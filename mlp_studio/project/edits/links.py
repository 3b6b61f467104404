"""Links between layers, and the single edges in them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project.edits.parts import find_layer, find_link, find_unit, with_link
from mlp_studio.project.errors import EditError
from mlp_studio.project.model import Link, Project
from mlp_studio.project.rules import check_size
from mlp_studio.project.translation import QT_TRANSLATE_NOOP


def add_link(project: Project, source: str, target: str) -> Project:
    """All edges from `source` to `target`, their weights drawn from the seed."""
    start, end = find_layer(project, source), find_layer(project, target)
    if source == target:
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "{layer} cannot be linked to itself."),
            layer=start.title,
        )
    if end.kind == "input":
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError", "{layer} is an input layer: only the data can flow into it."
            ),
            layer=end.title,
        )
    link = Link(source, target)
    if project.has_link(link.id):
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "{source} and {target} are linked already."),
            source=start.title,
            target=end.title,
        )
    if path := _path(project, target, source):
        circle = " → ".join(project.layer(layer_id).title for layer_id in (*path, target))
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "That link would close a circle: {circle}."),
            circle=circle,
        )
    links = (*project.links, link)
    check_size(project.layers, links)
    return replace(project, links=links)


def remove_link(project: Project, link_id: str) -> Project:
    find_link(project, link_id)
    return replace(project, links=tuple(link for link in project.links if link.id != link_id))


def remove_edge(project: Project, link_id: str, target_unit: int, source_unit: int) -> Project:
    """Without one edge; the link goes with its last edge. An absent edge stays absent."""
    link = find_link(project, link_id)
    _find_edge(project, link, target_unit, source_unit)
    mask = _flags(project, link, link.mask, default=True)
    mask[target_unit, source_unit] = False
    if not mask.any():
        return remove_link(project, link_id)
    return with_link(project, replace(link, mask=FrozenArray(mask, bool)))


def restore_edge(project: Project, link_id: str, target_unit: int, source_unit: int) -> Project:
    """A removed edge back again, with the weight it had."""
    link = find_link(project, link_id)
    _find_edge(project, link, target_unit, source_unit)
    mask = _flags(project, link, link.mask, default=True)
    mask[target_unit, source_unit] = True
    return with_link(project, replace(link, mask=None if mask.all() else FrozenArray(mask, bool)))


def set_link_frozen(project: Project, link_id: str, frozen: bool) -> Project:
    """Whether training leaves all of the link's weights as they are."""
    link = find_link(project, link_id)
    return with_link(project, replace(link, frozen=bool(frozen), frozen_edges=None))


def set_edge_frozen(
    project: Project, link_id: str, target_unit: int, source_unit: int, frozen: bool = True
) -> Project:
    """Whether training leaves one weight as it is.

    A link counts as frozen, rather than its edges, exactly when all of them are.
    """
    link = find_link(project, link_id)
    _find_edge(project, link, target_unit, source_unit)
    flags = _flags(project, link, link.frozen_edges, default=link.frozen)
    flags[target_unit, source_unit] = frozen
    if flags.all() or not flags.any():
        return set_link_frozen(project, link_id, bool(flags.all()))
    return with_link(project, replace(link, frozen=False, frozen_edges=FrozenArray(flags, bool)))


def _find_edge(project: Project, link: Link, target_unit: int, source_unit: int) -> None:
    find_unit(project.layer(link.target), target_unit)
    find_unit(project.layer(link.source), source_unit)


def _flags(
    project: Project, link: Link, flags: FrozenArray | None, *, default: bool
) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """A writable copy of a link's boolean matrix, shaped (target units, source units)."""
    if flags is not None:
        return flags.values.astype(bool)
    shape = (project.layer(link.target).units, project.layer(link.source).units)
    return np.full(shape, default)


def _path(project: Project, start: str, end: str) -> tuple[str, ...]:
    """The layers on some way along the links from `start` to `end`; empty if there is none."""
    ways: dict[str, tuple[str, ...]] = {start: (start,)}
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here == end:
            return ways[here]
        for link in project.links_out_of(here):
            if link.target not in ways:
                ways[link.target] = (*ways[here], link.target)
                waiting.append(link.target)
    return ()
