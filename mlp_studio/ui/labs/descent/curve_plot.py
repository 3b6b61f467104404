"""The loss over one weight: tangent, the step against the slope, and the steps before."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.ui.labs.descent.strokes import (
    paint_arrow,
    paint_dot,
    paint_minimum,
    paint_plate,
    tick_text,
    ticks,
)
from mlp_studio.ui.theme import ThemeModel, blend

Point = tuple[float, float]
_CURVE, _TANGENT, _TRAIL = 2.4, 2.0, 3.5
_TANGENT_REACH = 90.0
"""Pixels to either side."""
_BESIDE = 12.0
"""Pixels between a line's end and its words."""
_BELOW, _ABOVE = 0.07, 0.04
"""Room below a loss of 0 and above the greatest, as shares of what is between."""


@dataclass(frozen=True, slots=True)
class CurveSight:
    """Points are (weight, loss). `curve` runs from −reach to reach, `top` is its greatest loss.

    `after` is where the next step leads, None at the end; `slope_text` and `step_text` stand at the
    tangent and at the arrow.
    """

    curve: tuple[Point, ...]
    trail: tuple[Point, ...]
    here: Point
    slope: float
    after: Point | None
    minimum: Point
    reach: float
    top: float
    slope_text: str
    step_text: str


class CurvePlot(QWidget):
    """A press or a drag chooses the weight to start from."""

    weight_wanted = Signal(float)
    let_go = Signal()

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__()
        self._theme = theme
        self._sight: CurveSight | None = None
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setMinimumSize(240, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    @property
    def sight(self) -> CurveSight | None:
        return self._sight

    def show_sight(self, sight: CurveSight) -> None:
        self._sight = sight
        self.setAccessibleDescription(f"{sight.slope_text}; {sight.step_text}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(620, 460)

    def to_pixel(self, weight: float, loss: float) -> QPointF:
        """Where a point of the curve is drawn; the corner while nothing is shown."""
        if self._sight is None:
            return QPointF()
        return self._at(self._sight, (weight, loss))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._choose(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.let_go.emit()

    def paintEvent(self, _: QPaintEvent) -> None:
        if self._sight is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, self._sight)
        painter.end()

    def _choose(self, event: QMouseEvent) -> None:
        sight = self._sight
        if sight is not None and event.buttons() & Qt.MouseButton.LeftButton:
            room = self._room(sight)
            share = (event.position().x() - room.left()) / room.width()
            self.weight_wanted.emit((2.0 * min(max(share, 0.0), 1.0) - 1.0) * sight.reach)

    def _room(self, sight: CurveSight) -> QRectF:
        metrics = self.fontMetrics()
        texts = map(tick_text, ticks(0.0, sight.top))
        left = max(map(metrics.horizontalAdvance, texts)) + 14.0
        below = 2.3 * metrics.height()
        return QRectF(left, 8.0, self.width() - left - 10.0, self.height() - below - 8.0)

    def _at(self, sight: CurveSight, point: Point) -> QPointF:
        room = self._room(sight)
        across = (point[0] / sight.reach + 1.0) / 2.0
        up = (point[1] / sight.top + _BELOW) / (1.0 + _BELOW + _ABOVE)
        return QPointF(room.left() + across * room.width(), room.bottom() - up * room.height())

    def _paint(self, painter: QPainter, sight: CurveSight) -> None:
        theme, room = self._theme.theme, self._room(sight)
        painter.fillRect(room, theme.canvas)
        self._axes(painter, sight)
        painter.save()
        painter.setClipRect(room)
        painter.setPen(QPen(theme.ink, _CURVE))
        painter.drawPolyline(QPolygonF([self._at(sight, point) for point in sight.curve]))
        self._trail(painter, sight)
        paint_minimum(painter, self._at(sight, sight.minimum), theme)
        self._tangent(painter, sight)
        self._step(painter, sight)
        painter.restore()
        paint_dot(painter, self._at(sight, sight.here), theme.accent, theme)
        self._texts(painter, sight)
        painter.setPen(QPen(theme.line, 1.0))
        painter.drawRect(room)

    def _trail(self, painter: QPainter, sight: CurveSight) -> None:
        """The steps so far, level and then down to the curve, as each of them went."""
        theme = self._theme.theme
        past = blend(theme.accent, theme.canvas, 0.55)
        corners: list[QPointF] = []
        for point in (*sight.trail, sight.here):
            at = self._at(sight, point)
            if corners:
                corners.append(QPointF(at.x(), corners[-1].y()))
            corners.append(at)
        painter.setPen(QPen(past, 1.2))
        painter.drawPolyline(QPolygonF(corners))
        painter.setPen(QPen(theme.canvas, 1.0))
        painter.setBrush(past)
        for point in sight.trail:
            painter.drawEllipse(self._at(sight, point), _TRAIL, _TRAIL)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _tangent(self, painter: QPainter, sight: CurveSight) -> None:
        at, along = self._at(sight, sight.here), self._along(sight)
        painter.setPen(QPen(self._theme.theme.backward, _TANGENT))
        painter.drawLine(at - along, at + along)

    def _along(self, sight: CurveSight) -> QPointF:
        """From the point along the tangent to its end, to the right."""
        weight, loss = sight.here
        beside = (weight + 0.01 * sight.reach, loss + 0.01 * sight.reach * sight.slope)
        way = self._at(sight, beside) - self._at(sight, sight.here)
        return way * (_TANGENT_REACH / math.hypot(way.x(), way.y()))

    def _step(self, painter: QPainter, sight: CurveSight) -> None:
        if sight.after is None:
            return
        theme = self._theme.theme
        start, end = self._at(sight, sight.here), self._at(sight, sight.after)
        tip = QPointF(end.x(), start.y())
        painter.setPen(QPen(theme.accent, 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(tip, end)
        paint_arrow(painter, start, tip, theme.accent)
        painter.setPen(QPen(theme.accent, 1.8))
        painter.setBrush(theme.canvas)
        painter.drawEllipse(end, _TRAIL + 1.0, _TRAIL + 1.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _texts(self, painter: QPainter, sight: CurveSight) -> None:
        theme, room, line = self._theme.theme, self._room(sight), self.fontMetrics().height()
        advance = self.fontMetrics().horizontalAdvance
        at, along = self._at(sight, sight.here), self._along(sight)
        upper = -along if along.y() > 0.0 else along
        beside = math.copysign(advance(sight.slope_text) / 2 + _BESIDE, upper.x())
        middle = at + upper + QPointF(beside, 0.0)
        paint_plate(painter, middle, sight.slope_text, theme.backward, room, theme)
        if sight.after is None:
            return
        way = self._at(sight, sight.after).x() - at.x()
        width = advance(sight.step_text)
        beyond = at + QPointF(way + math.copysign(width / 2 + _BESIDE, way), 0.0)
        has_room = room.left() < beyond.x() - width / 2 and beyond.x() + width / 2 < room.right()
        is_short = abs(way) < width + 2 * _BESIDE
        middle = beyond if is_short and has_room else at + QPointF(way / 2, -line)
        paint_plate(painter, middle, sight.step_text, theme.accent, room, theme)

    def _axes(self, painter: QPainter, sight: CurveSight) -> None:
        theme, room, height = self._theme.theme, self._room(sight), self.fontMetrics().height()
        faint = QPen(blend(theme.line, theme.canvas, 0.55), 1.0)
        for tick in ticks(-sight.reach, sight.reach):
            x = self._at(sight, (tick, 0.0)).x()
            painter.setPen(faint)
            painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
            painter.setPen(theme.muted)
            below = QRectF(x - 50.0, room.bottom() + 2.0, 100.0, height)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), tick_text(tick))
        for tick in ticks(0.0, sight.top):
            y = self._at(sight, (0.0, tick)).y()
            painter.setPen(faint)
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(theme.muted)
            beside = QRectF(0.0, y - height / 2, room.left() - 6.0, height)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(beside, int(flags), tick_text(tick))
        painter.setPen(theme.ink)
        under = QRectF(room.left(), room.bottom() + height, room.width(), height)
        painter.drawText(under, int(Qt.AlignmentFlag.AlignCenter), "w")
        painter.drawText(QPointF(room.left() + 6.0, room.top() + height), "L")
