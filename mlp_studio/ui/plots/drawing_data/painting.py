"""Paints the plane: what rests is kept as a picture, and only the gesture is drawn anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from mlp_studio.ui.plots.drawing_data.marks import MOST, draw_marks, stamps_of
from mlp_studio.ui.plots.plane.frame import round_values
from mlp_studio.ui.spreading import spread_rows
from mlp_studio.ui.theme import Theme, ThemeModel, blend

if TYPE_CHECKING:
    from mlp_studio.ui.plots.drawing_data.plane import DrawPlane

_LINES_EVERY = 64.0
_CROSS, _GAP = 9.0, 3.0


class Painting:
    """Belongs to one widget."""

    def __init__(self, widget: QWidget, theme: ThemeModel) -> None:
        self._widget = widget
        self._theme = theme
        self._resting: QPixmap | None = None
        self._stamps: list[QPixmap] = []

    def forget(self) -> None:
        """The board, its looks or the room for it are others."""
        self._resting, self._stamps = None, []

    def paint(self, plane: DrawPlane) -> None:
        theme = self._theme.theme
        painter = QPainter(self._widget)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._stamps:
            self._stamps = stamps_of(plane.board, theme, plane.devicePixelRatio())
        gesture = plane.gesture
        hidden = None if gesture is None else gesture.hidden
        if hidden is not None and hidden.any():
            self._paint_resting(painter, plane, ~hidden)
        else:
            painter.drawPixmap(0, 0, self._picture(plane))
        painter.save()
        painter.setClipRect(plane.frame.rect)
        if gesture is not None and len(gesture.places):
            kinds = np.full(len(gesture.places), gesture.kind, np.intp)
            draw_marks(painter, self._stamps, kinds, plane.frame.on_screen(gesture.places))
        self._paint_pointer(painter, plane, theme)
        painter.restore()
        text, is_hint = plane.status
        plane.chrome.paint_status(painter, theme, text, is_hint=is_hint)
        painter.setPen(QPen(theme.accent if plane.hasFocus() else theme.line, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(plane.frame.rect)
        painter.end()

    def _picture(self, plane: DrawPlane) -> QPixmap:
        if self._resting is None:
            ratio = plane.devicePixelRatio()
            self._resting = QPixmap(plane.size() * ratio)
            self._resting.setDevicePixelRatio(ratio)
            painter = QPainter(self._resting)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_resting(painter, plane, None)
            painter.end()
        return self._resting

    def _paint_resting(
        self,
        painter: QPainter,
        plane: DrawPlane,
        shown: NDArray[np.bool_] | None,
    ) -> None:
        theme, board, frame = self._theme.theme, plane.board, plane.frame
        painter.fillRect(plane.rect(), theme.panel)
        painter.fillRect(frame.rect, theme.canvas)
        self._paint_lines(painter, plane, theme)
        plane.chrome.paint(painter, theme)
        rows = spread_rows(board.samples, MOST)
        if shown is not None:
            rows = rows[shown[rows]]
        painter.save()
        painter.setClipRect(frame.rect)
        draw_marks(painter, self._stamps, board.kinds[rows], frame.on_screen(board.places[rows]))
        painter.restore()

    def _paint_lines(self, painter: QPainter, plane: DrawPlane, theme: Theme) -> None:
        """Quiet lines at round values; those through zero a little stronger."""
        frame, rect = plane.frame, plane.frame.rect
        x0, x1, y0, y1 = frame.extent
        quiet, zero = QPen(blend(theme.line, theme.canvas, 0.6), 1.0), QPen(theme.line, 1.5)
        for x in round_values(x0, x1, _most(rect.width())):
            painter.setPen(quiet if x else zero)
            at = frame.at(x, y0).x()
            painter.drawLine(QPointF(at, rect.top()), QPointF(at, rect.bottom()))
        for y in round_values(y0, y1, _most(rect.height())):
            painter.setPen(quiet if y else zero)
            at = frame.at(x0, y).y()
            painter.drawLine(QPointF(rect.left(), at), QPointF(rect.right(), at))

    def _paint_pointer(self, painter: QPainter, plane: DrawPlane, theme: Theme) -> None:
        if plane.looked_at is None:
            return
        at = plane.frame.at(*plane.looked_at)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if plane.shows_brush:
            dashes = Qt.PenStyle.DashLine if plane.tool == "erase" else Qt.PenStyle.SolidLine
            painter.setPen(QPen(theme.muted, 1.25, dashes))
            painter.drawEllipse(at, plane.radius, plane.radius)
        elif plane.cross is not None:
            for pen in (QPen(theme.canvas, 4.0), QPen(theme.ink, 1.75)):
                painter.setPen(pen)
                for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                    way = QPointF(dx, dy)
                    painter.drawLine(at + way * _GAP, at + way * _CROSS)


def _most(pixels: float) -> int:
    return max(2, int(pixels / _LINES_EVERY) + 1)
