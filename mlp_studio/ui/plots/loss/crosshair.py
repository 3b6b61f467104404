"""The line that moves with the mouse or the keys, and the dots where it meets the curves."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from mlp_studio.ui.plots.loss.ground import Layer
from mlp_studio.ui.plots.loss.panes import Panes
from mlp_studio.ui.theme import ThemeModel

_DOT = 4.0
_RIM = 1.5
_ROOM = 8.0
"""Pixels beside the line that are painted anew when it moves."""

Dot = tuple[float, str]
"""A loss as its axis has it, and its role in the theme."""


class Crosshair(Layer):
    def __init__(self, panes: Panes, theme: ThemeModel) -> None:
        super().__init__(9.0)  # labels stay readable over it
        self._panes = panes
        self._theme = theme
        self._epoch: float | None = None
        self._dots: tuple[Dot, ...] = ()

    @property
    def epoch(self) -> float | None:
        """Where it is; None while it is hidden."""
        return self._epoch

    def show_at(self, epoch: float | None, dots: tuple[Dot, ...] = ()) -> None:
        if (epoch, dots) != (self._epoch, self._dots):
            self._refresh()
            self._epoch, self._dots = epoch, dots
            self._refresh()

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        if self._epoch is None:
            return
        theme = self._theme.theme
        x = self._panes.pixel(self._epoch)
        rects = list(self._panes.rects())
        if not rects[0].left() <= x <= rects[0].right() + 1.0:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(theme.ink, 1.0))
        for rect in rects:
            painter.drawLine(QLineF(x, rect.top(), x, rect.bottom()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.panel, _RIM))
        for value, role in self._dots:
            y = self._height(value)
            if y is not None:
                colour: QColor = getattr(theme, role)
                painter.setBrush(colour)
                painter.drawEllipse(QPointF(x, y), _DOT, _DOT)

    def _height(self, value: float) -> float | None:
        """Where in the scene a loss lies; None if it is out of view."""
        if not math.isfinite(value):
            return None
        box = self._panes.loss.getViewBox()
        rect = box.sceneBoundingRect()
        low, high = box.viewRange()[1]
        y = float(rect.bottom() - (value - low) / (high - low) * rect.height())
        return y if rect.top() - _DOT <= y <= rect.bottom() + _DOT else None

    def _refresh(self) -> None:
        if self._epoch is not None:
            x = self._panes.pixel(self._epoch)
            if math.isfinite(x):
                whole = self.boundingRect()
                self.update(QRectF(x - _ROOM, whole.top(), 2 * _ROOM, whole.height()))
