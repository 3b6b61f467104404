"""The loss of one unit over one weight, with its tangent at the weight that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.ui.theme import ThemeModel, blend

Curve = tuple[tuple[float, float], ...]
_CURVE, _TANGENT = 2.4, 2.0
_TANGENT_REACH = 0.9
_DOT = 5.5
_BELOW = 0.06
"""Room below a loss of 0, as a share of what is above: a curve at 0 must not be the frame."""


@dataclass(frozen=True, slots=True)
class SlopeSight:
    """`curves` are the pieces of L over w without a jump in any; the tangent is at `weight`.

    `slope` and `told` are None and "" where there is no tangent.
    """

    curves: tuple[Curve, ...]
    weight: float
    loss: float
    slope: float | None
    told: str
    least: float
    most: float
    top: float
    """The greatest loss that is drawn."""


class SlopePlot(QWidget):
    """A press or a drag chooses the weight; both plots of the page follow."""

    weight_wanted = Signal(float)

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__()
        self._theme = theme
        self._sight: SlopeSight | None = None
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setMinimumSize(200, 180)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    @property
    def sight(self) -> SlopeSight | None:
        return self._sight

    def show_sight(self, sight: SlopeSight) -> None:
        self._sight = sight
        self.setAccessibleDescription(sight.told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 340)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._choose(event)

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
            room = self._room
            share = (event.position().x() - room.left()) / room.width()
            share = min(max(share, 0.0), 1.0)
            self.weight_wanted.emit(sight.least + share * (sight.most - sight.least))

    @property
    def _room(self) -> QRectF:
        metrics = self.fontMetrics()
        left = metrics.horizontalAdvance("0.05") + 12.0
        below = 2.2 * metrics.height()
        return QRectF(left, 8.0, self.width() - left - 8.0, self.height() - below - 8.0)

    def _at(self, sight: SlopeSight, weight: float, loss: float) -> QPointF:
        room = self._room
        x = room.left() + (weight - sight.least) / (sight.most - sight.least) * room.width()
        share = (loss + _BELOW * sight.top) / ((1.0 + _BELOW) * sight.top)
        return QPointF(x, room.bottom() - share * room.height())

    def _paint(self, painter: QPainter, sight: SlopeSight) -> None:
        theme, room = self._theme.theme, self._room
        painter.fillRect(room, theme.canvas)
        self._axes(painter, sight)
        painter.save()
        painter.setClipRect(room)
        self._jumps(painter, sight)
        painter.setPen(QPen(theme.ink, _CURVE))
        for curve in sight.curves:
            painter.drawPolyline(QPolygonF([self._at(sight, *point) for point in curve]))
        at = self._at(sight, sight.weight, sight.loss)
        painter.setPen(QPen(blend(theme.accent, theme.canvas, 0.5), 1.0, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(at.x(), room.top()), QPointF(at.x(), room.bottom()))
        if sight.slope is not None:
            self._tangent(painter, sight, sight.slope)
        painter.restore()
        painter.setPen(QPen(theme.canvas, 1.5))
        painter.setBrush(theme.accent)
        painter.drawEllipse(at, _DOT, _DOT)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.line, 1.0))
        painter.drawRect(room)

    def _tangent(self, painter: QPainter, sight: SlopeSight, slope: float) -> None:
        painter.setPen(QPen(self._theme.theme.backward, _TANGENT))
        ends = (
            (sight.weight + reach, sight.loss + reach * slope)
            for reach in (-_TANGENT_REACH, _TANGENT_REACH)
        )
        painter.drawLine(*(self._at(sight, *end) for end in ends))

    def _jumps(self, painter: QPainter, sight: SlopeSight) -> None:
        painter.setPen(QPen(self._theme.theme.muted, 1.2, Qt.PenStyle.DotLine))
        for before, after in pairwise(sight.curves):
            painter.drawLine(self._at(sight, *before[-1]), self._at(sight, *after[0]))

    def _axes(self, painter: QPainter, sight: SlopeSight) -> None:
        theme, room, height = self._theme.theme, self._room, self.fontMetrics().height()
        faint = QPen(blend(theme.line, theme.canvas, 0.55), 1.0)
        for weight in _whole_numbers(sight.least, sight.most):
            x = self._at(sight, weight, 0.0).x()
            painter.setPen(faint)
            painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
            painter.setPen(theme.muted)
            text = f"{weight:g}".replace("-", "−")
            below = QRectF(x - 30.0, room.bottom() + 2.0, 60.0, height)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), text)
        for tick in (0.0, 0.05, 0.1, 0.15, 0.2):
            if tick > sight.top:
                break
            y = self._at(sight, sight.least, tick).y()
            painter.setPen(faint)
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(theme.muted)
            beside = QRectF(room.left() - 66.0, y - height / 2, 60.0, height)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(beside, int(flags), f"{tick:g}")
        painter.setPen(theme.ink)
        under = QRectF(room.left(), room.bottom() + height, room.width(), height)
        painter.drawText(under, int(Qt.AlignmentFlag.AlignCenter), "w1")
        painter.drawText(QPointF(room.left() + 6.0, room.top() + height), "L")


def _whole_numbers(least: float, most: float) -> Sequence[int]:
    return range(round(least), round(most) + 1)
