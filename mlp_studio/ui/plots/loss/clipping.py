"""A line cut off at the edges of its frame, for files: not every writer of SVG can do that."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlp_studio.ui.plots.loss.following import Span

Values = NDArray[np.float64]


def clip(across: Values, up: Values, width: Span, height: Span) -> tuple[Values, Values]:
    """The pieces of a line (n,) within a frame, with NaN between them."""
    for edge in width:
        across, up = _with_crossings(across, up, edge)
    for edge in height:
        up, across = _with_crossings(up, across, edge)
    outside = (across < width[0]) | (across > width[1]) | (up < height[0]) | (up > height[1])
    return across, np.where(outside, np.nan, up)


def _with_crossings(along: Values, beside: Values, edge: float) -> tuple[Values, Values]:
    """The same line with a point wherever it crosses `edge`."""
    before, after = along[:-1], along[1:]
    at = np.flatnonzero((before - edge) * (after - edge) < 0.0)
    share = (edge - along[at]) / (along[at + 1] - along[at])
    there = beside[at] + share * (beside[at + 1] - beside[at])
    return np.insert(along, at + 1, edge), np.insert(beside, at + 1, there)
