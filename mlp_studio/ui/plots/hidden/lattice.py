"""The grid of lines over the input plane: its points, and which of them a line or a cell joins."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.probe import Extent, plane

LINES = 13
"""Along each of the two columns."""
SHADES = 5
"""Of the lines across one column, from its least value to its greatest."""
COARSE, FINE = 1, 4
"""Pieces of a line from one crossing to the next: in a frame of a run, and at rest."""
_WIDE = 3
"""Lines to a cell in a frame of a run: fewer and larger cells take less time."""

Array = NDArray[np.float64]
Indices = NDArray[np.intp]


class Lattice:
    """Over two columns of data a net of lines; over one, a single line along it.

    `points` (g, columns) are samples; `starts` and `ends` (s,) the points that pieces of line join,
    and `shades` (s,) which shade each has: the first SHADES are of lines across the first column,
    the others of those across the second. Pieces of one shade follow one another. `cells` (c, ·)
    are the points around each cell of the net, `corners` (c, 4) its corners.
    """

    def __init__(self, extent: Extent, columns: int, pieces: int) -> None:
        if columns not in (1, 2):
            raise ValueError(f"there is no plane of {columns} columns")
        self.pieces = pieces
        self.side = (LINES - 1) * pieces + 1
        """Points along a side."""
        if columns == 1:
            self.side = 8 * self.side
            self.points: Array = np.linspace(extent[0], extent[1], self.side)[:, np.newaxis]
            at = np.arange(self.side - 1)
            self.starts, self.ends = at, at + 1
            # The line changes its colour along the way.
            self.shades: Indices = at * SHADES // len(at)
            self.cells: Indices = np.empty((0, 4), np.intp)
            self.corners: Indices = self.cells
            return
        self.points = plane(extent, self.side)
        numbers = np.arange(self.side**2).reshape(self.side, self.side)
        up, along = numbers[:, ::pieces].T, numbers[::pieces]
        lines = np.concatenate([up, along])
        self.starts, self.ends = lines[:, :-1].ravel(), lines[:, 1:].ravel()
        family = np.arange(LINES) * SHADES // LINES
        self.shades = np.repeat(np.concatenate([family, SHADES + family]), self.side - 1)
        cell = pieces if pieces > COARSE else _WIDE * pieces
        self.cells = _outlines(numbers, cell)
        self.corners = self.cells[:, ::cell]

    @cached_property
    def is_plane(self) -> bool:
        return len(self.cells) > 0


def _outlines(numbers: Indices, side: int) -> Indices:
    """The points around each square of `side` pieces, (cells, 4·side)."""
    reach = np.arange(side)
    last = numbers.shape[0] - 1
    low = np.arange(0, last, side)
    rows, columns = (each.ravel()[:, np.newaxis] for each in np.meshgrid(low, low, indexing="ij"))
    return np.hstack(
        [
            numbers[rows, columns + reach],
            numbers[rows + reach, columns + side],
            numbers[rows + side, columns + side - reach],
            numbers[rows + side - reach, columns],
        ]
    )
