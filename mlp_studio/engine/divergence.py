"""Where numbers first stopped being finite."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.layout import Layout
from mlp_studio.engine.propagation import Pass

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Divergence:
    """Where a run stopped being finite.

    `step` counts the run's steps from 1, `epoch` is the one it belongs to, from 1; both are 0 if
    the start itself has no finite loss. `layer` is where it began in the order of computation:
    pre-activations forward, deltas backward, the gradient, the update, and last the loss.
    """

    epoch: int
    step: int
    layer: str


def in_pass(bound: Pass) -> str | None:
    """The layer where a forward and backward pass first left the finite numbers, or None."""
    layout = bound.layout
    return (
        _first(layout, layout.computed, bound.pre_activations)
        or _first(layout, reversed(layout.computed), bound.deltas)
        or in_vector(layout, bound.gradient)
    )


def in_vector(layout: Layout, vector: Array) -> str | None:
    """The first layer whose part of a flat vector (P,) is not finite, or None."""
    wrong = np.flatnonzero(~np.isfinite(vector))
    return layout.layer_of(int(wrong[0])) if wrong.size else None


def _first(layout: Layout, names: Iterable[str], block: Array) -> str | None:
    for name in names:
        if not np.isfinite(block[layout.rows[name]]).all():
            return name
    return None
