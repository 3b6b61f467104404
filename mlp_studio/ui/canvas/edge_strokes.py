"""What a picture of edges consists of: segments, and the number of the pen of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from shiboken6 import Shiboken

from mlp_studio.ui.canvas.edge_pens import EdgePens, Numbers, is_dashed
from mlp_studio.ui.canvas.glyphs import draw_arrowhead
from mlp_studio.ui.canvas.routes import Floats, runs_through, sides

ARROW = 10.0
_DASHED_COST = 4
"""A dashed segment takes as long as so many plain ones."""

Rows = NDArray[np.intp]
NO_ARROWS: Floats = np.zeros((0, 4))


@dataclass(frozen=True, eq=False)
class Strokes:
    """S segments (S, 4) as x1, y1, x2, y2, contiguous; `numbers` (S,) index the pens."""

    segments: Floats
    numbers: Numbers
    pens: EdgePens
    arrows: Floats
    """Arrowheads (A, 4): where the tip is, and the unit vector it points along."""

    def __len__(self) -> int:
        return len(self.segments)

    def differs_in_numbers_only(self, other: Strokes) -> bool:
        """Whether it is made of the very same arrays as another, but for the pens chosen."""
        return (
            self.segments is other.segments
            and self.pens is other.pens
            and self.arrows is other.arrows
        )

    @cached_property
    def costs(self) -> NDArray[np.intp]:
        """How long each takes to draw: 1 for a plain segment."""
        return np.where(is_dashed(self.numbers), _DASHED_COST, 1)

    def seen_in(self, box: QRectF) -> Rows:
        """The segments that run through a rectangle."""
        return np.flatnonzero(runs_through(self.segments, sides([box]))[0])

    def ordered(self, rows: Rows) -> Rows:
        """`rows` in the order to draw them: weak ones first."""
        return rows[np.argsort(self.numbers[rows], kind="stable")]

    def strongest(self, rows: Rows, budget: int) -> Rows:
        """Those of `rows` that may be drawn at a cost of `budget`, weak ones first."""
        ordered = self.ordered(rows)
        dearer = np.cumsum(self.costs[ordered][::-1]) > budget
        return ordered[int(dearer.sum()) :]

    def draw(self, painter: QPainter, pens: Sequence[QPen], rows: Rows) -> None:
        """Draw `rows` one after another: as few calls as there are runs of one pen."""
        if not len(rows):
            return
        numbers, block = self.numbers[rows], self.segments[rows]
        starts = np.flatnonzero(np.diff(numbers)) + 1
        # Qt reads the array itself: four doubles are a QLineF, and no object is made of each.
        address, size = block.ctypes.data, block.strides[0]
        for first, last in pairwise([0, *starts.tolist(), len(rows)]):
            painter.setPen(pens[numbers[first]])
            lines = cast(QLineF, Shiboken.wrapInstance(address + first * size, QLineF))
            painter.drawLines(lines, last - first)

    def draw_arrows(self, painter: QPainter) -> None:
        """Which way the step's computation runs."""
        painter.setPen(QPen(self.pens.theme.canvas, 1.0))
        painter.setBrush(self.pens.flow)
        for x, y, dx, dy in self.arrows.tolist():
            draw_arrowhead(painter, QPointF(x, y), dx, dy, ARROW)

    def draw_vectors(self, painter: QPainter) -> None:
        """All of it as smooth lines, for a device that is no screen."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, self.pens.vector, self.ordered(np.arange(len(self))))
        self.draw_arrows(painter)
