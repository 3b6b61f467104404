"""Which edges of a link exist, chosen by a rule for all of them."""

from __future__ import annotations

from dataclasses import replace
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project.edits.parts import find_link, with_link
from mlp_studio.project.errors import EditError
from mlp_studio.project.model import Link, Project
from mlp_studio.project.rules import check_choice, check_finite
from mlp_studio.project.training_rules import check_seed
from mlp_studio.project.translation import QT_TRANSLATE_NOOP

LINK_PATTERNS = ("dense", "one_to_one", "sparse")
"""All edges; the one between units of the same number; so many of all, chosen by chance."""


def set_link_pattern(
    project: Project, link_id: str, pattern: str, density: float = 0.5, seed: int = 0
) -> Project:
    """The edges that this pattern leaves, with the weights they have or had.

    `density`, above 0 and at most 1, is the share of edges that a sparse link keeps by chance; at
    least one leads into every target unit. The same seed leaves the same edges.
    """
    link = find_link(project, link_id)
    check_choice(pattern, LINK_PATTERNS)
    mask = np.full(_shape(project, link), True)
    if pattern == "one_to_one":
        mask = _diagonal(project, link)
    elif pattern == "sparse":
        mask = _sparse(
            mask.shape, check_density(density), [check_seed(seed), crc32(link.id.encode())]
        )
    return with_link(project, replace(link, mask=None if mask.all() else FrozenArray(mask, bool)))


def pattern_of(project: Project, link_id: str) -> str | None:
    """Whether the link is dense or one to one; None for anything else."""
    link = find_link(project, link_id)
    if link.mask is None or link.mask.values.all():
        return "dense"
    rows, columns = _shape(project, link)
    if rows == columns and np.array_equal(link.mask.values, np.eye(rows, dtype=bool)):
        return "one_to_one"
    return None


def check_density(density: float) -> float:
    share = check_finite(density)
    if not 0 < share <= 1:
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError", "The density of a link is above 0 and at most 1, not {density}."
            ),
            density=share,
        )
    return share


def _shape(project: Project, link: Link) -> tuple[int, int]:
    return project.layer(link.target).units, project.layer(link.source).units


def _diagonal(project: Project, link: Link) -> NDArray[np.bool_]:
    rows, columns = _shape(project, link)
    if rows != columns:
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError",
                "One to one needs as many units on both sides: "
                "{source} has {sources}, {target} has {targets}.",
            ),
            source=project.layer(link.source).title,
            sources=columns,
            target=project.layer(link.target).title,
            targets=rows,
        )
    return np.eye(rows, dtype=bool)


def _sparse(shape: tuple[int, int], density: float, stream: list[int]) -> NDArray[np.bool_]:
    chances = np.random.default_rng(stream).random(shape)
    # A unit that nothing flows into would compute a constant: its likeliest edge stays.
    likeliest = chances == chances.min(axis=1, keepdims=True)
    mask: NDArray[np.bool_] = (chances < density) | likeliest
    return mask
