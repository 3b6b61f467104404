"""All edges of the network as one item under the units: no object per edge."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from mlp_studio.ui.canvas.canvas_item import CanvasItem
from mlp_studio.ui.canvas.edge_pens import BUCKETS, EdgePens, buckets, dashed
from mlp_studio.ui.canvas.emphasis import Emphasis
from mlp_studio.ui.canvas.glyphs import draw_arrowhead
from mlp_studio.ui.canvas.lettering import Lettering
from mlp_studio.ui.canvas.routes import Routes
from mlp_studio.ui.theme import Theme, blend

BUDGET = 4000
"""Segments drawn at most, the strongest edges first: past that a picture is soup anyway."""
SMOOTH_AT_ONCE, SMOOTH_AT_REST = 300, 4000
"""Segments drawn with antialiasing while things move, and once they have come to rest: it costs
four to eight times as much."""
_HALO = 6.0
_ARROW = 10.0


class EdgesItem(CanvasItem):
    """Draws routes with pens by weight. `set_values` is cheap: it changes pens only."""

    def __init__(self, theme: Theme, lettering: Lettering) -> None:
        super().__init__(theme, lettering, height=0.0)
        self._routes = Routes(np.zeros((0, 4)), np.zeros(1, dtype=np.intp))
        self._lines: list[QLineF] = []
        self._owner: NDArray[np.intp] = np.zeros(0, dtype=np.intp)
        self._bounds = QRectF()
        self._bucket: NDArray[np.intp] = np.zeros(0, dtype=np.intp)
        self._emphasis: NDArray[np.int8] = np.zeros(0, dtype=np.int8)
        self._frozen: NDArray[np.bool_] = np.zeros(0, dtype=np.bool_)
        self._direction: NDArray[np.int8] = np.zeros(0, dtype=np.int8)
        self._flow: QColor = theme.accent
        self._at_rest = True
        # Painting thousands of lines is the canvas's one expensive act; a hover must not repeat it.
        self.keep_picture()
        self._pens = EdgePens(theme)

    def set_style(self, theme: Theme, lettering: Lettering) -> None:
        super().set_style(theme, lettering)
        self._pens = EdgePens(theme)

    def set_routes(
        self, routes: Routes, values: NDArray[np.float64], frozen: NDArray[np.bool_]
    ) -> None:
        """Show other edges, or the same ones elsewhere."""
        self.prepareGeometryChange()
        self._routes = routes
        self._owner = routes.owner
        self._lines = [QLineF(*segment) for segment in routes.segments.tolist()]
        self._bounds = _bounds(routes.segments)
        self._frozen = frozen
        if len(self._emphasis) != len(frozen):
            self._emphasis = np.full(len(frozen), Emphasis.REST, dtype=np.int8)
            self._direction = np.zeros(len(frozen), dtype=np.int8)
        self.set_values(values)

    def set_values(self, values: NDArray[np.float64]) -> None:
        """Show these weights: one per edge, NaN where unknown."""
        self._bucket = buckets(values)
        self.update()

    def set_emphasis(
        self, emphasis: NDArray[np.int8], direction: NDArray[np.int8], flow: QColor
    ) -> None:
        """Which edges are lit, at rest, or step back.

        `direction` is 1 where the computation of this step flows right, −1 where it flows left, 0
        where nothing flows; `flow` is the colour of that motion.
        """
        self._emphasis, self._direction, self._flow = emphasis, direction, flow
        self.update()

    def set_at_rest(self, at_rest: bool) -> None:
        """Draw fast while weights or zoom change, and smoothly afterwards."""
        if at_rest != self._at_rest:
            self._at_rest = at_rest
            if len(self._lines) > SMOOTH_AT_ONCE:
                self.update()

    @property
    def at_rest(self) -> bool:
        return self._at_rest

    @property
    def buckets(self) -> NDArray[np.intp]:
        """The pen each edge is drawn with."""
        return self._bucket

    @property
    def emphasis(self) -> NDArray[np.int8]:
        return self._emphasis

    @property
    def direction(self) -> NDArray[np.int8]:
        return self._direction

    def boundingRect(self) -> QRectF:
        return self._bounds

    def draw(self, painter: QPainter, _zoom: float) -> None:
        if not self._lines:
            return
        drawn = self._strongest()
        smooth = len(drawn) <= (SMOOTH_AT_REST if self._at_rest else SMOOTH_AT_ONCE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
        emphasis = self._emphasis[self._owner[drawn]]
        self._draw(painter, drawn[emphasis == Emphasis.BACK], self._pens.back)
        self._draw(painter, drawn[emphasis == Emphasis.REST], self._pens.full)
        self._draw_lit(painter)

    def _strongest(self) -> NDArray[np.intp]:
        """The segments to draw, weak edges first."""
        order = np.argsort(self._bucket[self._owner], kind="stable")
        return order[-BUDGET:]

    def _draw(self, painter: QPainter, segments: NDArray[np.intp], pens: list[QPen]) -> None:
        """Draw segments, which come ordered by bucket, one call for each pen."""
        for broken, pen_of in ((False, _plain), (True, dashed)):
            chosen = segments[self._frozen[self._owner[segments]] == broken]
            if not len(chosen):
                continue
            ends = np.searchsorted(self._bucket[self._owner[chosen]], np.arange(BUCKETS + 1))
            for bucket in range(BUCKETS):
                rows = chosen[ends[bucket] : ends[bucket + 1]].tolist()
                if rows:
                    painter.setPen(pen_of(pens[bucket]))
                    painter.drawLines([self._lines[row] for row in rows])

    def _draw_lit(self, painter: QPainter) -> None:
        lit = np.flatnonzero(self._emphasis[self._owner] == Emphasis.LIT)
        if not len(lit):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        flowing = lit[self._direction[self._owner[lit]] != 0].tolist()
        if flowing:
            halo = QPen(blend(self._flow, self.theme.canvas, 0.22))
            halo.setCosmetic(True)
            halo.setWidthF(4.0 + _HALO)
            painter.setPen(halo)
            painter.drawLines([self._lines[row] for row in flowing])
        by_bucket = lit[np.argsort(self._bucket[self._owner[lit]], kind="stable")]
        self._draw(painter, by_bucket, self._pens.lit)
        self._draw_arrowheads(painter)

    def _draw_arrowheads(self, painter: QPainter) -> None:
        """Which way the step's computation runs, at the end it runs to."""
        painter.setPen(QPen(self.theme.canvas, 1.0))
        painter.setBrush(self._flow)
        for edge in np.flatnonzero(self._direction).tolist():
            rightward = self._direction[edge] > 0
            first, last = self._routes.first[edge], self._routes.first[edge + 1] - 1
            line = self._lines[last if rightward else first]
            tip, tail = (line.p2(), line.p1()) if rightward else (line.p1(), line.p2())
            length = line.length() or 1.0
            dx, dy = (tip.x() - tail.x()) / length, (tip.y() - tail.y()) / length
            draw_arrowhead(painter, QPointF(tip.x() - dx, tip.y() - dy), dx, dy, _ARROW)


def _plain(pen: QPen) -> QPen:
    return pen


def _bounds(segments: NDArray[np.float64]) -> QRectF:
    if not len(segments):
        return QRectF()
    x, y = segments[:, 0::2], segments[:, 1::2]
    margin = _ARROW
    return QRectF(
        QPointF(float(x.min()), float(y.min())), QPointF(float(x.max()), float(y.max()))
    ).adjusted(-margin, -margin, margin, margin)
