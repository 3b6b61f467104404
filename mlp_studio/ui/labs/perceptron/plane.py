"""The plane of two inputs: lines with their normal vectors to be dragged, and samples."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.ui.labs.perceptron import ground as geometry
from mlp_studio.ui.labs.perceptron.grip import Grip, grip_at
from mlp_studio.ui.labs.perceptron.ground import Ground, Place
from mlp_studio.ui.labs.perceptron.legend import legend_height, paint_legend
from mlp_studio.ui.labs.perceptron.painting import PlanePainting
from mlp_studio.ui.labs.perceptron.sight import Sight
from mlp_studio.ui.theme import ThemeModel

_CURSORS = {
    "tip": Qt.CursorShape.SizeAllCursor,
    "dot": Qt.CursorShape.OpenHandCursor,
    "line": Qt.CursorShape.SplitVCursor,
}
_CLICK = 4
"""Pixels that a click may move."""


class Plane(QWidget):
    """Shows a Sight; what is dragged is told, and shown once the owner shows it."""

    line_dragged = Signal(int, object)
    """The number of the line and its weights."""
    let_go = Signal()
    """What was dragged has been let go of."""
    dot_dragged = Signal(int, float, float)
    dot_wanted = Signal(float, float)
    dot_unwanted = Signal(int)

    def __init__(self, theme: ThemeModel, low: Place, span: float, *, paintable: bool = False):
        super().__init__()
        self._theme = theme
        self._look = Ground(low, span)
        self._sight = Sight()
        self._paintable = paintable
        self._grip: Grip | None = None
        self._pressed: QPointF | None = None
        self.setMouseTracking(True)
        self.setMinimumSize(220, 220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    @property
    def sight(self) -> Sight:
        return self._sight

    @property
    def ground(self) -> Ground:
        """What is in sight, and where on the widget."""
        metrics = self.fontMetrics()
        below = 2.6 * metrics.height() + legend_height(self, self._sight.entries)
        beside = metrics.horizontalAdvance("−0.50") + 14
        side = max(min(self.width() - beside - 8.0, self.height() - below - 8.0), 60.0)
        left = beside + (self.width() - beside - 8.0 - side) / 2
        return replace(self._look, left=left, top=6.0, side=side)

    def show_sight(self, sight: Sight) -> None:
        self._sight = sight
        self.update()

    def look_at(self, low: Place, span: float) -> None:
        """Have another square of the plane in sight."""
        self._look = Ground(low, span)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(460, 500)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.ground
        theme, ratio = self._theme.theme, self.devicePixelRatioF()
        PlanePainting(painter, ground, theme, self.font(), ratio).paint(self._sight)
        top = ground.top + ground.side + 2.4 * self.fontMetrics().height()
        room = QRectF(0.0, top, self.width(), self.height() - top)
        paint_legend(painter, room, self._sight.entries, theme, ratio)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        grip = self._grip_at(at)
        if event.button() == Qt.MouseButton.RightButton:
            if self._paintable and grip is not None and grip.what == "dot":
                self.dot_unwanted.emit(grip.number)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._grip, self._pressed = grip, at
            if grip is not None and grip.what == "dot":
                self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pressed is None:
            self._show_cursor(at)
        elif self._grip is not None:
            self._drag(self._grip, at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        moved = event.position() - self._pressed
        is_click = math.hypot(moved.x(), moved.y()) <= _CLICK
        if self._grip is None and is_click and self._paintable and self._is_inside(self._pressed):
            self.dot_wanted.emit(*self._place(self._pressed))
        was_held = self._grip is not None
        self._grip = self._pressed = None
        if was_held:
            self.let_go.emit()
        self._show_cursor(event.position())

    def _grip_at(self, at: QPointF) -> Grip | None:
        return grip_at(self._sight, self.ground, (at.x(), at.y()), dots=self._paintable)

    def _show_cursor(self, at: QPointF) -> None:
        grip = self._grip_at(at)
        if grip is not None:
            self.setCursor(_CURSORS[grip.what])
        elif self._paintable and self._is_inside(at):
            self.setCursor(Qt.CursorShape.CrossCursor)
        else:
            self.unsetCursor()

    def _drag(self, grip: Grip, at: QPointF) -> None:
        place = self.ground.held(self._place(at))
        if grip.what == "dot":
            self.dot_dragged.emit(grip.number, *place)
            return
        weights = self._sight.lines[grip.number].weights
        if grip.what == "line":
            self.line_dragged.emit(grip.number, geometry.through(weights, place))
        else:
            arrow, foot = self._sight.arrow, grip.foot
            normal = (place[0] - foot[0]) / arrow, (place[1] - foot[1]) / arrow
            self.line_dragged.emit(grip.number, geometry.turned(normal, foot))

    def _place(self, at: QPointF) -> Place:
        return self.ground.to_place(at.x(), at.y())

    def _is_inside(self, at: QPointF) -> bool:
        ground = self.ground
        return QRectF(ground.left, ground.top, ground.side, ground.side).contains(at)
