"""Paints the next unit's plane: a line with its two sides, or a pane of glass."""

from __future__ import annotations

from math import hypot

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from mlp_studio.engine.projection import Plane, clip, cut
from mlp_studio.ui.numbers import MINUS
from mlp_studio.ui.plots.hidden.eye import Eye
from mlp_studio.ui.plots.hidden.inks import Inks
from mlp_studio.ui.plots.hidden.lettering import (
    Letters,
    draw_around,
    draw_plate,
    plate_size,
    put_inside,
)

Array = NDArray[np.float64]
_SQUARE = np.array([[-1, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1.0, 0]])
_SIGNS_AWAY = 13.0
"""Pixels of + and − from the line."""
_ARROW = 0.32
"""Half cubes: how far the arrow to the positive side reaches from the pane."""


def draw_sides(painter: QPainter, plane: Plane, eye: Eye, inks: Inks) -> None:
    """The two halves of a flat picture, in the colours of the signs."""
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, side in zip(inks.halves, (plane.flipped(), plane), strict=True):
        painter.setBrush(colour)
        painter.drawPolygon(_outline(eye, clip(_SQUARE, side)))


def draw_line(
    painter: QPainter, plane: Plane, eye: Eye, inks: Inks, text: str, letters: Letters
) -> None:
    """The line in a flat picture, + on its positive side."""
    ends = cut(Plane(plane.normal[:2], plane.offset))
    if not len(ends):
        return
    theme = inks.theme
    one, other = _outline(eye, np.pad(ends, ((0, 0), (0, 1)))).toList()
    painter.setPen(QPen(theme.canvas, 5.5))
    painter.drawLine(QLineF(one, other))
    painter.setPen(QPen(theme.ink, 2.4))
    painter.drawLine(QLineF(one, other))
    up = QPointF(plane.normal[0] * eye.field.height(), -plane.normal[1] * eye.field.width())
    up /= max(hypot(up.x(), up.y()), 1e-12)
    at = one + (other - one) * 0.5
    painter.setFont(letters.strong)
    for sign, colour, way in (("+", theme.positive, 1.0), (MINUS, theme.negative, -1.0)):
        painter.setPen(colour)
        draw_around(painter, at + up * (way * _SIGNS_AWAY), sign)
    upper = one if one.y() < other.y() else other
    _draw_name(painter, upper, text, eye.field.adjusted(3, 3, -3, -3), inks, letters)


def draw_pane(painter: QPainter, corners: Array, eye: Eye, inks: Inks) -> QPolygonF:
    """The pane with its corners (m, 3) in the cube; its outline in the widget."""
    outline = _outline(eye, corners)
    painter.setPen(QPen(inks.theme.accent, 1.8))
    painter.setBrush(inks.pane)
    painter.drawPolygon(outline)
    return outline


def draw_arrow(
    painter: QPainter, plane: Plane, corners: Array, eye: Eye, inks: Inks, letters: Letters
) -> None:
    """From the middle of the pane, whose corners are given, to its positive side."""
    if not len(corners):
        return
    foot = corners.mean(axis=0)
    tip = foot + plane.normal / np.linalg.norm(plane.normal) * _ARROW
    start, end = eye.point(foot), eye.point(tip)
    along = end - start
    length = hypot(along.x(), along.y())
    if length < 4.0:
        return
    along /= length
    across = QPointF(-along.y(), along.x())
    painter.setPen(QPen(inks.theme.accent, 2.0))
    painter.drawLine(QLineF(start, end - along * 5.0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.theme.accent)
    painter.drawPolygon(
        QPolygonF([end, end - along * 8.0 + across * 4.0, end - along * 8.0 - across * 4.0])
    )
    painter.setFont(letters.strong)
    painter.setPen(inks.theme.accent)
    draw_around(painter, end + along * 8.0, "+")


def name_pane(
    painter: QPainter, outline: QPolygonF, text: str, bounds: QRectF, inks: Inks, letters: Letters
) -> None:
    """Over its uppermost corner."""
    if outline.isEmpty():
        return
    highest = min(outline.toList(), key=QPointF.y)
    _draw_name(painter, highest - QPointF(0.0, 12.0), text, bounds, inks, letters)


def _draw_name(
    painter: QPainter, at: QPointF, text: str, bounds: QRectF, inks: Inks, letters: Letters
) -> None:
    plate = plate_size(letters, text)
    plate.moveCenter(at)
    draw_plate(painter, put_inside(plate, bounds), text, inks.theme, letters, inks.theme.accent)


def _outline(eye: Eye, places: Array) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y, _ in eye.see(places).tolist()])
