"""The loss over two weights as contour lines, with the path of the descent."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.engine.activations import Array
from mlp_studio.engine.contours import contour
from mlp_studio.engine.slopes import UnitLoss
from mlp_studio.ui.labs.descent.strokes import (
    paint_arrow,
    paint_dot,
    paint_minimum,
    paint_plate,
    tick_text,
)
from mlp_studio.ui.labs.perceptron.ground import Ground, Place
from mlp_studio.ui.theme import ThemeModel, blend

_GRID = 141
_LEVELS = 11
_PAST = 3.5
_NAMES = ("w1", "w2")


@dataclass(frozen=True, slots=True, eq=False)
class Contour:
    """Pieces (k, 4) of one level, as (w1, w2, w1, w2); `share` is 1 for the lowest level."""

    pieces: Array
    share: float


@dataclass(frozen=True, slots=True, eq=False)
class ContourSight:
    """`path` (S + 1, 2) is all of the descent, `place` where on it one stands.

    `minimum_text` stands at the minimum; `here_text` is for a screen reader only.
    """

    contours: tuple[Contour, ...]
    path: Array
    place: int
    minimum: Place
    reach: float
    here_text: str
    minimum_text: str


def contours_of(loss: UnitLoss, least: float, reach: float) -> tuple[Contour, ...]:
    """Levels whose distances to `least` grow as squares: on a quadratic, at even distances."""
    values = np.linspace(-reach, reach, _GRID)
    first, second = np.meshgrid(values, values)
    grid = loss.of(np.column_stack([first.ravel(), second.ravel()])).reshape(_GRID, _GRID)
    most = float(grid.max())
    scale = 2.0 * reach / (_GRID - 1)
    found = []
    for number in range(_LEVELS):
        level = least + ((number + 0.5) / _LEVELS) ** 2 * (most - least)
        found.append(Contour(contour(grid, level) * scale - reach, 1.0 - number / _LEVELS))
    return tuple(found)


class ContourPlot(QWidget):
    """A press or a drag chooses the weights to start from."""

    weights_wanted = Signal(float, float)
    let_go = Signal()

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__()
        self._theme = theme
        self._sight: ContourSight | None = None
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumSize(220, 220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    @property
    def sight(self) -> ContourSight | None:
        return self._sight

    @property
    def ground(self) -> Ground:
        """What is in sight, and where on the widget."""
        metrics = self.fontMetrics()
        reach = 1.0 if self._sight is None else self._sight.reach
        ground = Ground((-reach, -reach), 2.0 * reach)
        below = 2.3 * metrics.height()
        beside = max(metrics.horizontalAdvance(tick_text(tick)) for tick in ground.ticks()) + 14.0
        side = max(min(self.width() - beside - 10.0, self.height() - below - 10.0), 60.0)
        left = beside + (self.width() - beside - 10.0 - side) / 2
        return replace(ground, left=left, top=8.0, side=side)

    def show_sight(self, sight: ContourSight) -> None:
        self._sight = sight
        self.setAccessibleDescription(f"{sight.here_text}; {sight.minimum_text}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(520, 520)

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
        self._paint(painter, self._sight, self.ground)
        painter.end()

    def _choose(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            at, ground = event.position(), self.ground
            self.weights_wanted.emit(*ground.held(ground.to_place(at.x(), at.y())))

    def _paint(self, painter: QPainter, sight: ContourSight, ground: Ground) -> None:
        theme = self._theme.theme
        square = QRectF(ground.left, ground.top, ground.side, ground.side)
        painter.fillRect(square, theme.canvas)
        painter.save()
        painter.setClipRect(square)
        for line in sight.contours:
            self._contour(painter, line, ground)
        self._path(painter, sight, ground)
        minimum = QPointF(*ground.to_pixel(sight.minimum))
        paint_minimum(painter, minimum, theme)
        painter.restore()
        here = QPointF(*ground.to_pixel(_place(sight.path[sight.place])))
        paint_dot(painter, here, theme.accent, theme)
        self._axes(painter, square, ground)
        # The path comes from where one stands: the words go to the other side.
        away = math.copysign(1.3 * self.fontMetrics().height(), minimum.y() - here.y())
        middle = minimum + QPointF(0.0, away)
        paint_plate(painter, middle, sight.minimum_text, theme.ok, square, theme)

    def _contour(self, painter: QPainter, line: Contour, ground: Ground) -> None:
        theme = self._theme.theme
        # Far down is drawn strongest, so that the eye finds the bottom.
        painter.setPen(QPen(blend(theme.ink, theme.canvas, 0.18 + 0.42 * line.share), 1.1))
        painter.drawLines(
            [
                QLineF(QPointF(*ground.to_pixel((a, b))), QPointF(*ground.to_pixel((c, d))))
                for a, b, c, d in line.pieces.tolist()
            ]
        )

    def _path(self, painter: QPainter, sight: ContourSight, ground: Ground) -> None:
        """What was gone, strong; the next step as an arrow; what is to come, faint."""
        theme = self._theme.theme
        points = [QPointF(*ground.to_pixel(_place(row))) for row in sight.path]
        past, future = points[: sight.place + 1], points[sight.place :]
        painter.setPen(QPen(blend(theme.accent, theme.canvas, 0.5), 1.3, Qt.PenStyle.DotLine))
        painter.drawPolyline(QPolygonF(future))
        painter.setPen(QPen(theme.accent, 1.8))
        painter.drawPolyline(QPolygonF(past))
        painter.setPen(QPen(theme.canvas, 1.0))
        painter.setBrush(theme.accent)
        for point in past[:-1]:
            painter.drawEllipse(point, _PAST, _PAST)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if len(future) > 1:
            paint_arrow(painter, future[0], future[1], theme.backward)

    def _axes(self, painter: QPainter, square: QRectF, ground: Ground) -> None:
        theme, height = self._theme.theme, self.fontMetrics().height()
        painter.setPen(QPen(theme.line, 1.0))
        painter.drawRect(square)
        painter.setPen(theme.muted)
        for tick in ground.ticks():
            x, y = ground.to_pixel((tick, tick))
            below = QRectF(x - 50.0, square.bottom() + 2.0, 100.0, height)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), tick_text(tick))
            beside = QRectF(0.0, y - height / 2, square.left() - 6.0, height)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(beside, int(flags), tick_text(tick))
        painter.setPen(theme.ink)
        across = QRectF(square.left(), square.bottom() + height, square.width(), height)
        painter.drawText(across, int(Qt.AlignmentFlag.AlignCenter), _NAMES[0])
        painter.drawText(QPointF(square.left() + 6.0, square.top() + height), _NAMES[1])


def _place(weights: Array) -> Place:
    return float(weights[0]), float(weights[1])
