"""The single edges of a link: there or not, frozen or not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project.edits.links import add_link, remove_link, set_link_frozen
from mlp_studio.project.edits.parts import find_layer, find_link, find_unit, with_link
from mlp_studio.project.errors import EditError
from mlp_studio.project.model import Link, Project
from mlp_studio.project.translation import QT_TRANSLATE_NOOP

Flags = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
"""Of each edge of a link, shaped (target units, source units)."""


def add_edges(
    project: Project,
    source: str,
    target: str,
    source_unit: int | None = None,
    target_unit: int | None = None,
) -> Project:
    """The edges from `source_unit` to `target_unit`; None stands for all units of that layer.

    Where the layers are not linked, a link with just these edges; else those of them that are
    absent come back with the weight they had.
    """
    start, end = find_layer(project, source), find_layer(project, target)
    columns = slice(None) if source_unit is None else find_unit(start, source_unit)
    rows = slice(None) if target_unit is None else find_unit(end, target_unit)
    link_id = Link(source, target).id
    if project.has_link(link_id):
        link = project.link(link_id)
        mask = _flags(project, link, link.mask, default=True)
        if mask[rows, columns].all():
            raise EditError(
                QT_TRANSLATE_NOOP(
                    "EditError", "There are no edges missing there from {source} to {target}."
                ),
                source=start.title,
                target=end.title,
            )
    else:
        project = add_link(project, source, target)
        link = project.link(link_id)
        mask = _flags(project, link, None, default=False)
    mask[rows, columns] = True
    return _with_mask(project, link, mask)


def remove_edge(project: Project, link_id: str, target_unit: int, source_unit: int) -> Project:
    """Without one edge; the link goes with its last edge. An absent edge stays absent."""
    link = find_link(project, link_id)
    _find_edge(project, link, target_unit, source_unit)
    mask = _flags(project, link, link.mask, default=True)
    mask[target_unit, source_unit] = False
    if not mask.any():
        return remove_link(project, link_id)
    return _with_mask(project, link, mask)


def restore_edge(project: Project, link_id: str, target_unit: int, source_unit: int) -> Project:
    """A removed edge back again, with the weight it had."""
    link = find_link(project, link_id)
    _find_edge(project, link, target_unit, source_unit)
    mask = _flags(project, link, link.mask, default=True)
    mask[target_unit, source_unit] = True
    return _with_mask(project, link, mask)


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


def _with_mask(project: Project, link: Link, mask: Flags) -> Project:
    return with_link(project, replace(link, mask=None if mask.all() else FrozenArray(mask, bool)))


def _find_edge(project: Project, link: Link, target_unit: int, source_unit: int) -> None:
    find_unit(project.layer(link.target), target_unit)
    find_unit(project.layer(link.source), source_unit)


def _flags(project: Project, link: Link, flags: FrozenArray | None, *, default: bool) -> Flags:
    """A writable copy of a link's boolean matrix, shaped (target units, source units)."""
    if flags is not None:
        return flags.values.astype(bool)
    shape = (project.layer(link.target).units, project.layer(link.source).units)
    return np.full(shape, default)
