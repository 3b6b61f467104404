"""How samples look: a colour and a shape for each class, filled or open, and rings round them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from mlp_studio.ui.theme import Theme

_SEVERAL = ("orange", "sky", "green", "purple", "blue", "vermillion", "yellow")
"""Okabe and Ito's, those that are told apart best first."""
_DISC = 0
_OUTLINE, _RIM = 1.8, 1.0
_RING, _THINNEST_RING = 0.42, 1.4
RADIUS_OF_ENTRY = 8.0
"""Half the room that a mark has in the legend."""
_ROUND_IT = 0.75
"""From a mark's edge to the ring around it, as a share of its size."""


def class_colours(theme: Theme, classes: int) -> list[QColor]:
    """The colour of each class: two take negative and positive."""
    if classes <= 2:
        return [theme.negative, theme.positive]
    return [theme.layer_colours[_SEVERAL[number % len(_SEVERAL)]] for number in range(classes)]


@dataclass(frozen=True, slots=True)
class Mark:
    """`shape` is the number of the class it stands for; an open one has only an outline."""

    shape: int
    colour: QColor
    filled: bool
    outline: QColor | None = None
    """Around a filled mark whose own colour may be that of the map; else it has a pale rim."""


def stamp(mark: Mark, size: float, theme: Theme, ratio: float) -> QPixmap:
    """A small picture of the mark, its centre in the middle."""
    pixmap, painter = _blank(size + 2.0, ratio)
    painter.translate(pixmap.deviceIndependentSize().width() / 2, size + 2.0)
    if mark.filled:
        painter.setPen(QPen(mark.outline or theme.canvas, _RIM))
        painter.setBrush(mark.colour)
    elif mark.outline is not None:
        # A ring of the colour between two lines: the map shows through its middle.
        _hollow(painter, size, mark.colour, mark.outline)
        painter.end()
        return pixmap
    else:
        painter.setPen(QPen(mark.colour, _OUTLINE))
        painter.setBrush(theme.canvas)
    painter.drawPath(_shape(mark.shape, size))
    painter.end()
    return pixmap


def ring(size: float, colour: QColor, under: QColor, ratio: float) -> QPixmap:
    """A ring that goes round a mark of this size, with a rim that parts it from the map."""
    reach, width = size * (1.0 + _ROUND_IT), max(size * _RING, _THINNEST_RING)
    pixmap, painter = _blank(reach + 3.0, ratio)
    centre = QPointF(reach + 3.0, reach + 3.0)
    painter.setPen(QPen(under, width + 1.6))
    painter.drawEllipse(centre, reach, reach)
    painter.setPen(QPen(colour, width))
    painter.drawEllipse(centre, reach, reach)
    painter.end()
    return pixmap


def toothed_line(theme: Theme, ratio: float) -> QPixmap:
    """A piece of a line with teeth to one side, as hyperplanes are drawn."""
    pixmap, painter = _blank(RADIUS_OF_ENTRY, ratio)
    middle, length = RADIUS_OF_ENTRY + 2.0, 2 * RADIUS_OF_ENTRY
    painter.setPen(QPen(theme.ink, 2.2))
    painter.drawLine(QPointF(0.0, middle), QPointF(length, middle))
    painter.setPen(QPen(theme.ink, 1.1))
    for x in (0.25 * length, 0.75 * length):
        painter.drawLine(QPointF(x, middle), QPointF(x, middle - 5.0))
    painter.end()
    return pixmap


def _hollow(painter: QPainter, size: float, colour: QColor, outline: QColor) -> None:
    painter.setPen(QPen(outline, size * 0.75 + 2.0))
    middle = size * 0.7
    painter.drawEllipse(QPointF(0.0, 0.0), middle, middle)
    painter.setPen(QPen(colour, size * 0.75))
    painter.drawEllipse(QPointF(0.0, 0.0), middle, middle)


def _blank(reach: float, ratio: float) -> tuple[QPixmap, QPainter]:
    side = math.ceil(2 * reach * ratio)
    pixmap = QPixmap(side, side)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    return pixmap, painter


@lru_cache(maxsize=32)
def _shape(number: int, size: float) -> QPainterPath:
    """Disc, diamond, triangle, square, triangle on its tip, plus, star; then round again.

    Each round begins one further, so that with as many colours no two of 49 classes look alike.
    """
    path = QPainterPath()
    kind = (number + number // 7) % 7
    if kind == _DISC:
        path.addEllipse(QRectF(-size, -size, 2 * size, 2 * size))
        return path
    corners, turn, inner = (
        (4, 90.0, 1.0),
        (3, 90.0, 1.0),
        (4, 45.0, 1.0),
        (3, -90.0, 1.0),
        (4, 45.0, 0.0),
        (5, 90.0, 0.45),
    )[kind - 1]
    reach = size * (1.3 if corners != 3 else 1.45)
    path.addPolygon(_plus(size) if inner == 0.0 else _star(corners, turn, reach, inner))
    path.closeSubpath()
    return path


def _star(corners: int, turn: float, reach: float, inner: float) -> QPolygonF:
    """A polygon; with `inner` below 1 drawn in between its corners."""
    points = []
    for number in range(corners):
        at = math.radians(turn + 360.0 * number / corners)
        points.append(QPointF(reach * math.cos(at), -reach * math.sin(at)))
        if inner < 1.0:
            at += math.pi / corners
            points.append(QPointF(inner * reach * math.cos(at), -inner * reach * math.sin(at)))
    return QPolygonF(points)


def _plus(size: float) -> QPolygonF:
    far, near = size * 1.2, size * 0.45
    quarter = [(near, far), (near, near), (far, near)]
    points = []
    for turn in range(4):
        for x, y in quarter:
            for _ in range(turn):
                x, y = y, -x
            points.append(QPointF(x, y))
    return QPolygonF(points)
