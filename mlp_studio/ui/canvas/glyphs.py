"""Small drawings: the curve of an activation, a problem's mark."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from mlp_studio.engine import activations
from mlp_studio.ui.theme import Theme

_REACH = 3.0
"""The curve is drawn for z from −3 to 3."""
_SAMPLES = 49
_NEAR = 0.06
_TANGENT = 13.0
"""Half the length of a tangent."""


@cache
def activation_curve(name: str) -> QPainterPath:
    """The graph of an activation in a unit square, y downward; softmax as one of two units."""
    z, a = _samples(name)
    low, high = min(float(a.min()), 0.0), max(float(a.max()), 0.0)
    span = high - low or 1.0
    x, y = (z + _REACH) / (2 * _REACH), (high - a) / span
    path = QPainterPath(QPointF(float(x[0]), float(y[0])))
    for point in zip(x[1:].tolist(), y[1:].tolist(), strict=True):
        path.lineTo(*point)
    return path


def draw_activation(painter: QPainter, box: QRectF, name: str, theme: Theme) -> None:
    """The curve of an activation with its two axes, in `box`."""
    axis = QPen(theme.line, 1.0)
    painter.setPen(axis)
    painter.drawLine(QPointF(box.center().x(), box.top()), QPointF(box.center().x(), box.bottom()))
    curve = activation_curve(name)
    zero = box.top() + _zero_height(name) * box.height()
    painter.drawLine(QPointF(box.left(), zero), QPointF(box.right(), zero))
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width(), box.height())
    pen = QPen(theme.ink, 1.8)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(curve)
    painter.restore()


def draw_curve_point(
    painter: QPainter, box: QRectF, name: str, z: float, colour: QColor, *, slope: bool
) -> None:
    """A dot on the curve that `draw_activation` drew in `box`; with `slope` its tangent there.

    Beyond what is drawn of the curve the dot stands at its end.
    """
    along, values = _samples(name)
    at = min(max(z, -_REACH + _NEAR), _REACH - _NEAR)
    low, high = min(float(values.min()), 0.0), max(float(values.max()), 0.0)
    span = high - low or 1.0
    across, down = box.width() / (2 * _REACH), box.height() / span
    height = float(np.interp(at, along, values))
    dot = QPointF(box.left() + (at + _REACH) * across, box.top() + (high - height) * down)
    if slope:
        before, after = np.interp((at - _NEAR, at + _NEAR), along, values).tolist()
        rise = (after - before) / (2 * _NEAR)
        way = QPointF(across, -rise * down)
        way *= _TANGENT / math.hypot(way.x(), way.y())
        painter.setPen(QPen(colour, 2.0))
        painter.drawLine(dot - way, dot + way)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(dot, 3.5, 3.5)


@cache
def _samples(name: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    z = np.linspace(-_REACH, _REACH, _SAMPLES)
    if activations.get(name).elementwise:
        return z, activations.value(name, z)
    return z, activations.value(name, np.stack([z, np.zeros_like(z)]))[0]


def _zero_height(name: str) -> float:
    """Where a = 0 lies in the unit square: 0 at the top, 1 at the bottom."""
    _, a = _samples(name)
    low, high = min(float(a.min()), 0.0), max(float(a.max()), 0.0)
    return high / (high - low or 1.0)


def draw_badge(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """A problem's mark: a disc with an exclamation mark, known by its shape as by its colour."""
    painter.setPen(QPen(theme.canvas, 2.0))
    painter.setBrush(theme.warning)
    painter.drawEllipse(box)
    painter.setPen(QPen(theme.canvas, 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    middle = box.center()
    painter.drawLine(middle + QPointF(0.0, -5.0), middle + QPointF(0.0, 1.0))
    painter.drawPoint(middle + QPointF(0.0, 5.0))


def draw_arrowhead(painter: QPainter, tip: QPointF, dx: float, dy: float, size: float) -> None:
    """A filled arrowhead at `tip`, pointing along the unit vector (dx, dy)."""
    back = QPointF(tip.x() - dx * size, tip.y() - dy * size)
    across = QPointF(-dy * size * 0.55, dx * size * 0.55)
    painter.drawPolygon(QPolygonF([tip, back + across, back - across]))


def draw_chevron(painter: QPainter, middle: QPointF, colour: QColor, *, up: bool) -> None:
    """A small open arrow that says which way something unfolds."""
    pen = QPen(colour, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    tip = -2.0 if up else 2.0
    ends = (QPointF(-4.0, -tip), QPointF(0.0, tip), QPointF(4.0, -tip))
    painter.drawPolyline([middle + end for end in ends])
