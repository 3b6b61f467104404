"""A pixmap of edges: which part of the scene is on it, and what was drawn on it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from mlp_studio.ui.canvas.edge_pens import Numbers
from mlp_studio.ui.canvas.edge_strokes import Rows, Strokes

MARGIN = 160
"""Pixels around the pane that are drawn too, so that panning has something to show."""
ABSENT = -1
_BLEED = 8.0
"""How far the widest line reaches to its side, in pixels."""
_HAIR = 1e-3


@dataclass(frozen=True, slots=True)
class Pane:
    """How a widget looks at the scene: scene → its pixels, its size, and their device pixels."""

    transform: QTransform
    size: QSize
    ratio: float

    def moved_from(self, other: Pane) -> QPointF | None:
        """How far the scene was pushed since; None if by parts of a device pixel, or zoomed."""
        old, new = other.transform, self.transform
        if self.ratio != other.ratio or _shape(old) != _shape(new):
            return None
        x, y = (new.dx() - old.dx()) * self.ratio, (new.dy() - old.dy()) * self.ratio
        if abs(x - round(x)) > _HAIR or abs(y - round(y)) > _HAIR:
            return None
        return QPointF(round(x) / self.ratio, round(y) / self.ratio)


class Sheet:
    """Shows a pane and a margin around it; transparent where no edge is.

    The pens being opaque, that costs no more than a sheet of the canvas's colour, and the frames
    of the layers stay the scene's background.
    """

    def __init__(self, pane: Pane, strokes: Strokes) -> None:
        self.pane = pane
        self.transform = pane.transform * QTransform.fromTranslate(MARGIN, MARGIN)
        size = pane.size + QSize(2 * MARGIN, 2 * MARGIN)
        self._box = QRectF(0.0, 0.0, size.width(), size.height())
        self.pixmap = QPixmap(size * pane.ratio)
        self.pixmap.setDevicePixelRatio(pane.ratio)
        self.pixmap.fill(Qt.GlobalColor.transparent)
        self.seen: Rows = strokes.seen_in(self._scene_box())
        """The segments that belong on it."""
        self.drawn: Numbers = np.full(len(strokes), ABSENT, dtype=np.int16)
        """The pen each segment was drawn with last."""
        self.overdrawn = 0
        """The cost of what was drawn over what was there."""

    def _scene_box(self) -> QRectF:
        box = self._box.adjusted(-_BLEED, -_BLEED, _BLEED, _BLEED)
        return self.transform.inverted()[0].mapRect(box)

    def painter(self, *, smooth: bool) -> QPainter:
        """Paints on it in scene coordinates; the caller ends it."""
        painter = QPainter(self.pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
        painter.setTransform(self.transform)
        return painter

    def draw(self, strokes: Strokes, rows: Rows, *, smooth: bool) -> None:
        """Draw these segments over what is there, and the arrowheads over them."""
        painter = self.painter(smooth=smooth)
        strokes.draw(painter, strokes.pens.cosmetic(self.pane.ratio), rows)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strokes.draw_arrows(painter)
        painter.end()
        self.drawn[rows] = strokes.numbers[rows]

    def stale(self, strokes: Strokes) -> Rows:
        """What has another pen by now; of what was left out, only what is no longer weak."""
        was, now = self.drawn[self.seen], strokes.numbers[self.seen]
        left_out = was == ABSENT
        weakest = int(was[~left_out].min(initial=np.iinfo(np.int16).max))
        stale: Rows = self.seen[(was != now) & (~left_out | (now > weakest))]
        return stale

    def covers(self, pane: Pane) -> bool:
        """Whether it has every pixel of a pane as it is to be shown."""
        move = pane.moved_from(self.pane)
        if move is None:
            return False
        corner = QPointF(MARGIN, MARGIN) - move
        return self._box.contains(QRectF(corner.x(), corner.y(), *pane.size.toTuple()))

    def show(self, painter: QPainter, pane: Pane) -> None:
        """Put it where it belongs in a pane, stretched if that is zoomed."""
        painter.save()
        move = pane.moved_from(self.pane)
        if move is None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setWorldTransform(self.transform.inverted()[0] * pane.transform)
        else:
            at = move - QPointF(MARGIN, MARGIN)
            painter.setWorldTransform(QTransform.fromTranslate(at.x(), at.y()))
        painter.drawPixmap(QPointF(0.0, 0.0), self.pixmap)
        painter.restore()


def _shape(transform: QTransform) -> tuple[float, ...]:
    return (transform.m11(), transform.m12(), transform.m21(), transform.m22())
