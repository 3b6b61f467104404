"""As many points of a curve as can be told apart: the lowest and highest of each bin of pixels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]


def thin(across: Values, up: Values, edges: Values) -> tuple[Values, Values]:
    """The part of a curve between the outer `edges`, with at most two points from edge to edge.

    `across` (n,) and `edges` are ascending. One point beyond each outer edge is kept, so that the
    line goes on to there. Of two points of a bin the earlier is on that side of the curve on which
    it comes into the bin; NaN is passed over.
    """
    first = max(int(np.searchsorted(across, edges[0])) - 1, 0)
    last = int(np.searchsorted(across, edges[-1], side="right")) + 1
    across, up = across[first:last], up[first:last]
    if len(across) <= 2 * len(edges):
        return across, up
    starts = np.concatenate([[0], np.searchsorted(across, edges)])
    starts = starts[(np.diff(starts, prepend=-1) > 0) & (starts < len(across))]
    ends = np.append(starts[1:], len(across)) - 1
    low, high = np.fmin.reduceat(up, starts), np.fmax.reduceat(up, starts)
    falls = up[starts] > up[ends]
    points = np.empty((2, 2 * len(starts)))
    points[0, ::2], points[0, 1::2] = across[starts], across[ends]
    points[1, ::2] = np.where(falls, high, low)
    points[1, 1::2] = np.where(falls, low, high)
    return points[0], points[1]
