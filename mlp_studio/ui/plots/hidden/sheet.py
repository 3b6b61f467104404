"""Paints the input grid as a thin bent sheet: cells in the colour of the answer, then lines."""

from __future__ import annotations

from itertools import pairwise
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF
from shiboken6 import Shiboken

from mlp_studio.engine.projection import Plane
from mlp_studio.ui.plots.hidden.eye import Eye
from mlp_studio.ui.plots.hidden.inks import Inks
from mlp_studio.ui.plots.hidden.lattice import Lattice

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]


def finite(places: Array) -> Flags:
    """Which places (n, 3) are anywhere."""
    flags: Flags = np.asarray(np.isfinite(places).all(axis=1))
    return flags


class Sheet:
    """The grid at `places` (g, 3) in the cube, as an eye sees it; `plane` parts it, if any.

    A piece of line or a cell belongs to the side that its middle is on.
    """

    def __init__(
        self,
        lattice: Lattice,
        places: Array,
        cell_colours: NDArray[np.intp],
        plane: Plane | None,
        eye: Eye,
    ) -> None:
        self._seen = seen = eye.see(places)
        exists = finite(places)
        starts, ends, cells = lattice.starts, lattice.ends, lattice.cells
        kept = exists[starts] & exists[ends]
        starts, ends = starts[kept], ends[kept]
        self._lines = np.hstack([seen[starts, :2], seen[ends, :2]])
        self._shades = lattice.shades[kept]
        self._cells, self._colours = cells, cell_colours
        order = np.flatnonzero(exists[cells].all(axis=1))
        if not eye.is_flat and len(order):
            order = order[np.argsort(seen[lattice.corners[order], 2].sum(axis=1), kind="stable")]
        self._order = order
        self._lines_in_front = self._cells_in_front = None
        if plane is not None and not eye.is_flat:
            self._lines_in_front = eye.in_front(plane, (places[starts] + places[ends]) / 2.0)
            self._cells_in_front = eye.in_front(plane, places[lattice.corners[order]].mean(axis=1))

    def draw(self, painter: QPainter, inks: Inks, *, front: bool) -> None:
        """The part before or behind the plane; all of it is in front if there is none."""
        lines, shades, cells = self._lines, self._shades, self._order
        if self._lines_in_front is not None and self._cells_in_front is not None:
            here = self._lines_in_front == front
            lines, shades = lines[here], shades[here]
            cells = cells[self._cells_in_front == front]
        elif not front:
            return
        self._draw_cells(painter, inks, cells)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        _draw_lines(painter, inks, lines, shades)

    def _draw_cells(self, painter: QPainter, inks: Inks, cells: NDArray[np.intp]) -> None:
        # Smooth edges would show a seam between any two neighbours.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        outlines = self._seen[self._cells[cells], :2].tolist()
        brushes = inks.cells
        for colour, outline in zip(self._colours[cells].tolist(), outlines, strict=True):
            painter.setBrush(brushes[colour])
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in outline]))


def _draw_lines(painter: QPainter, inks: Inks, lines: Array, shades: NDArray[np.intp]) -> None:
    """Pieces (s, 4) from x, y to x, y, each in its shade: as few calls as there are shades."""
    if not len(lines):
        return
    # Qt reads the array itself: four doubles are a QLineF, and no object is made of each.
    address, size = lines.ctypes.data, lines.strides[0]
    runs = (np.flatnonzero(np.diff(shades)) + 1).tolist()
    for first, last in pairwise([0, *runs, len(shades)]):
        painter.setPen(inks.lines[shades[first]])
        piece = cast(QLineF, Shiboken.wrapInstance(address + first * size, QLineF))
        painter.drawLines(piece, last - first)
