"""A small picture of an activation and its derivative, with the unit's own z marked."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.engine import activations
from mlp_studio.ui.panels.panel import RADIUS
from mlp_studio.ui.theme import ThemeModel

_REACH = 5.0
"""The plot shows −5..5, and more if z lies outside."""
_POINTS = 241
_JUMP = 0.3
"""A rise of more than this share of the height from one point to the next is a jump: not drawn."""
_HEIGHT = 128

Array = NDArray[np.float64]


@cache
def _curves(name: str, reach: float) -> tuple[Array, Array, Array]:
    z = np.linspace(-reach, reach, _POINTS)
    return z, activations.value(name, z), activations.derivative(name, z)


class ActivationPlot(QWidget):
    """f in the forward colour and f′ in the backward colour: where each of them is used."""

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__()
        self._theme = theme
        self._name = ""
        self._z: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def show_activation(self, name: str, z: float | None = None) -> None:
        """Draw this activation; `z` is where a unit stands on it, if that is known."""
        if (name, z) != (self._name, self._z):
            self._name, self._z = name, z
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.line)
        painter.setBrush(theme.canvas)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if self._name and activations.get(self._name).elementwise:
            self._paint_curves(painter)
        painter.end()

    def _paint_curves(self, painter: QPainter) -> None:
        theme = self._theme.theme
        reach = _REACH
        if self._z is not None and np.isfinite(self._z):
            reach = max(_REACH, float(np.ceil(abs(self._z) * 1.1)))
        z, value, slope = _curves(self._name, reach)
        frame = _Frame(self._plot_rect(), reach, np.concatenate([value, slope, [0.0, 1.0]]))
        painter.setPen(QPen(theme.line, 1.0))
        painter.drawLine(frame.at(-reach, 0.0), frame.at(reach, 0.0))
        painter.drawLine(frame.at(0.0, frame.low), frame.at(0.0, frame.high))
        self._paint_scale(painter, frame)
        _paint_curve(painter, frame, z, slope, QPen(theme.backward, 1.5))
        _paint_curve(painter, frame, z, value, QPen(theme.forward, 2.0))
        self._paint_legend(painter)
        if self._z is not None and np.isfinite(self._z):
            self._paint_mark(painter, frame, self._z)

    def _plot_rect(self) -> QRectF:
        text = QFontMetricsF(self.font()).height()
        return QRectF(self.rect()).adjusted(12, text + 8, -12, -text - 4)

    def _paint_scale(self, painter: QPainter, frame: _Frame) -> None:
        painter.setPen(self._theme.theme.muted)
        below = QRectF(frame.rect.left(), frame.rect.bottom() + 2, frame.rect.width(), 100)
        top = Qt.AlignmentFlag.AlignTop
        painter.drawText(below, top | Qt.AlignmentFlag.AlignLeft, f"−{frame.reach:g}")
        painter.drawText(below, top | Qt.AlignmentFlag.AlignRight, f"{frame.reach:g}")
        painter.drawText(below, top | Qt.AlignmentFlag.AlignHCenter, "z")

    def _paint_legend(self, painter: QPainter) -> None:
        theme = self._theme.theme
        left = 12.0
        metrics = QFontMetricsF(self.font())
        entries = (("f", theme.forward), ("f′", theme.backward))
        for text, colour in entries:
            middle = 6.0 + metrics.height() / 2
            painter.setPen(QPen(colour, 2.0))
            painter.drawLine(QPointF(left, middle), QPointF(left + 14, middle))
            painter.drawText(QPointF(left + 18, 6.0 + metrics.ascent()), text)
            left += 18 + metrics.horizontalAdvance(text) + 16

    def _paint_mark(self, painter: QPainter, frame: _Frame, z: float) -> None:
        theme = self._theme.theme
        at = np.array([z])
        heights = {
            float(activations.derivative(self._name, at)[0]): theme.backward,
            float(activations.value(self._name, at)[0]): theme.forward,
        }
        painter.setPen(QPen(theme.ink, 1.0, Qt.PenStyle.DotLine))
        painter.drawLine(frame.at(z, frame.low), frame.at(z, frame.high))
        painter.setPen(QPen(theme.canvas, 1.5))
        for height, colour in heights.items():
            painter.setBrush(colour)
            painter.drawEllipse(frame.at(z, height), 4.5, 4.5)


class _Frame:
    """Maps (z, height) to the widget."""

    def __init__(self, rect: QRectF, reach: float, heights: Array) -> None:
        self.rect = rect
        self.reach = reach
        self.low = float(heights.min())
        self.high = float(heights.max())

    def at(self, z: float, height: float) -> QPointF:
        across = (z + self.reach) / (2.0 * self.reach)
        up = (height - self.low) / (self.high - self.low)
        return QPointF(
            self.rect.left() + across * self.rect.width(),
            self.rect.bottom() - up * self.rect.height(),
        )


def _paint_curve(painter: QPainter, frame: _Frame, z: Array, heights: Array, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    breaks = np.flatnonzero(np.abs(np.diff(heights)) > _JUMP * (frame.high - frame.low)) + 1
    for piece in np.split(np.arange(len(z)), breaks):
        points = [frame.at(float(z[i]), float(heights[i])) for i in piece]
        painter.drawPolyline(QPolygonF(points))
