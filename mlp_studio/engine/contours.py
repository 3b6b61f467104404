"""Contour lines of values on a regular grid: marching squares, all cells at once.

A cell lies between four neighbouring grid points. Where some of its corners are above the level
and some are not, a piece of the contour crosses it: straight, between two of its sides, each at
the place where the level is by linear interpolation. Of a cell with two opposite corners above,
its centre, the mean of its corners, decides which corners belong together (Lorensen and Cline's
ambiguity in two dimensions).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

_BOTTOM, _RIGHT, _TOP, _LEFT, _NONE = range(5)
_PIECES = (
    # The two sides joined, with the corners above on the left; bits: 1 lower left, 2 lower right,
    # 4 upper right, 8 upper left.
    (_NONE, _NONE),
    (_BOTTOM, _LEFT),
    (_RIGHT, _BOTTOM),
    (_RIGHT, _LEFT),
    (_TOP, _RIGHT),
    (_BOTTOM, _LEFT),
    (_TOP, _BOTTOM),
    (_TOP, _LEFT),
    (_LEFT, _TOP),
    (_BOTTOM, _TOP),
    (_RIGHT, _BOTTOM),
    (_RIGHT, _TOP),
    (_LEFT, _RIGHT),
    (_BOTTOM, _RIGHT),
    (_LEFT, _BOTTOM),
    (_NONE, _NONE),
    # 5 and 10 once more, where the centre is above and joins the two corners that are.
    (_BOTTOM, _RIGHT),
    (_LEFT, _BOTTOM),
)
_SECOND = {5: (_TOP, _RIGHT), 10: (_LEFT, _TOP), 16: (_TOP, _LEFT), 17: (_RIGHT, _TOP)}
"""The other piece of a saddle."""
_FIRST_ENDS = np.array(_PIECES, np.intp)
_SECOND_ENDS = np.array([_SECOND.get(case, (_NONE, _NONE)) for case in range(18)], np.intp)
_SADDLES = np.array([case in _SECOND for case in range(18)])
_FROM = np.array([[0, 0], [1, 0], [0, 1], [0, 0]], np.intp)
"""Where a side begins, (column, row) from the lower left corner of its cell."""
_ALONG = np.array([[1, 0], [0, 1], [1, 0], [0, 1]], np.intp)


def contour(values: Array, level: float) -> NDArray[np.float64]:
    """The pieces of the contour at `level` of values (rows, columns), as (n, 4).

    A piece is (x, y, x, y): columns and rows, fractions between them, from 0 at the first. It runs
    so that values above the level lie to its left (x to the right, y upward). Cells with a corner
    that is not finite have no piece. Raises ValueError unless there are two rows and columns.
    """
    if values.ndim != 2 or min(values.shape) < 2:
        raise ValueError(f"a grid has at least 2 rows and 2 columns, not {values.shape}")
    above = values > level
    case = above[:-1, :-1].view(np.uint8) | (above[:-1, 1:].view(np.uint8) << 1)
    case |= above[1:, 1:].view(np.uint8) << 2
    case |= above[1:, :-1].view(np.uint8) << 3
    rows, columns = np.nonzero((case != 0) & (case != 15))
    cases = case[rows, columns].astype(np.intp)
    corners = np.stack(
        [
            values[rows, columns],
            values[rows, columns + 1],
            values[rows + 1, columns],
            values[rows + 1, columns + 1],
        ]
    ).astype(np.float64)
    finite = np.isfinite(corners).all(axis=0)
    if not finite.all():
        rows, columns, cases, corners = (
            rows[finite],
            columns[finite],
            cases[finite],
            corners[:, finite],
        )
    joined = corners.mean(axis=0) > level
    cases[(cases == 5) & joined] = 16
    cases[(cases == 10) & joined] = 17
    cells = np.stack([columns, rows], axis=1)
    saddles = _SADDLES[cases]
    first = _pieces(cells, corners, _FIRST_ENDS[cases], level)
    if not saddles.any():
        return first
    ends = _SECOND_ENDS[cases[saddles]]
    return np.concatenate([first, _pieces(cells[saddles], corners[:, saddles], ends, level)])


def _pieces(
    cells: NDArray[np.intp], corners: Array, sides: NDArray[np.intp], level: float
) -> NDArray[np.float64]:
    """From the level's place on the first of two `sides` (n, 2) to that on the second, (n, 4)."""
    pieces = np.empty((len(cells), 4))
    every = np.arange(len(cells))
    for end in (0, 1):
        side = sides[:, end]
        starts, along = _FROM[side], _ALONG[side]
        stops = starts + along
        low = corners[starts[:, 0] + 2 * starts[:, 1], every]
        high = corners[stops[:, 0] + 2 * stops[:, 1], every]
        # Halved, since the difference of two large numbers may be infinite.
        share = (0.5 * level - 0.5 * low) / (0.5 * high - 0.5 * low)
        pieces[:, 2 * end : 2 * end + 2] = cells + starts + along * share[:, np.newaxis]
    return pieces
