"""A sum that grows: a bar from zero to what it is so far, and a mark where it will end."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.ui.panels.labels import role_colour
from mlp_studio.ui.panels.lens.model import sign_role
from mlp_studio.ui.theme import ThemeModel, blend

_HEIGHT = 26
_BAR = 12.0
_MARK = 5.0


class GrowingSum(QWidget):
    """Numbers of all stages share one scale, so that the bar's end can be followed."""

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__()
        self._theme = theme
        self._sums: Sequence[float] = (0.0,)
        self._stage = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_sums(self, sums: Sequence[float], stage: int) -> None:
        """`sums` from nothing to the gradient; `stage` is the one reached."""
        self._sums, self._stage = sums, stage
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme.theme
        bar = QRectF(_MARK, self.height() - _BAR - 2.0, self.width() - 2 * _MARK, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(theme.line, theme.panel, 0.6))
        painter.drawRoundedRect(bar, 3.0, 3.0)
        finite = [each for each in self._sums if math.isfinite(each)]
        low, high = min(0.0, *finite, 0.0), max(0.0, *finite, 0.0)
        if high > low:
            self._draw_sum(painter, bar, low, high)
        painter.end()

    def _draw_sum(self, painter: QPainter, bar: QRectF, low: float, high: float) -> None:
        theme = self._theme.theme

        def across(value: float) -> float:
            return bar.left() + (value - low) / (high - low) * bar.width()

        now, end, zero = self._sums[self._stage], self._sums[-1], across(0.0)
        if math.isfinite(now):
            painter.setBrush(role_colour(theme, sign_role(now)))
            left, right = sorted((zero, across(now)))
            painter.drawRect(QRectF(left, bar.top(), right - left, bar.height()))
        painter.setPen(QPen(theme.ink, 1.5))
        painter.drawLine(QPointF(zero, bar.top() - 2.0), QPointF(zero, bar.bottom() + 2.0))
        if math.isfinite(end):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.ink)
            tip = QPointF(across(end), bar.top() - 1.0)
            wings = [tip + QPointF(side, -1.4 * _MARK) for side in (-_MARK, _MARK)]
            painter.drawPolygon(QPolygonF([tip, *wings]))
