"""A stage one can turn, zoom and point at, with the mouse and with keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

from mlp_studio.ui.plots.hidden.eye import START
from mlp_studio.ui.plots.hidden.stage import Stage
from mlp_studio.ui.theme import ThemeModel

_A_DRAG = 4.0
"""Pixels that a press may move and still be a click."""
_TURN_PER_PIXEL = 0.009
_TURN_BY_KEY = 0.12
_ZOOM_STEP = 1.15
_WHEEL_NOTCH = 120.0


class TurnedStage(Stage):
    """`hovered` carries a row of the data or None, `clicked` a row."""

    hovered = Signal(object)
    clicked = Signal(int)

    def __init__(self, theme: ThemeModel, describe: Callable[[int], str]) -> None:
        super().__init__(theme, describe)
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._is_dragged = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._last = event.position()
            self._is_dragged = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pressed is None:
            self._point(at)
            return
        self._is_dragged |= (at - self._pressed).manhattanLength() > _A_DRAG
        if self._is_dragged and self.is_deep:
            moved = at - self._last
            self.turn(-moved.x() * _TURN_PER_PIXEL, moved.y() * _TURN_PER_PIXEL)
        self._last = at

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = None
        row = self.row_at(event.position())
        if row is not None and not self._is_dragged:
            self.clicked.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.set_camera(START)

    def leaveEvent(self, event: QEvent) -> None:
        self._tell(None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.is_deep or not event.angleDelta().y():
            event.ignore()
            return
        notches = event.angleDelta().y() / _WHEEL_NOTCH
        self.set_camera(self._camera.zoomed(_ZOOM_STEP**notches))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turns = {
            Qt.Key.Key_Left: (_TURN_BY_KEY, 0.0),
            Qt.Key.Key_Right: (-_TURN_BY_KEY, 0.0),
            Qt.Key.Key_Up: (0.0, -_TURN_BY_KEY),
            Qt.Key.Key_Down: (0.0, _TURN_BY_KEY),
        }
        zooms = {
            Qt.Key.Key_Plus: _ZOOM_STEP,
            Qt.Key.Key_Equal: _ZOOM_STEP,
            Qt.Key.Key_Minus: 1 / _ZOOM_STEP,
        }
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if not (self.is_deep and plain):
            super().keyPressEvent(event)
        elif key in turns:
            self.turn(*turns[key])
        elif key in zooms:
            self.set_camera(self._camera.zoomed(zooms[key]))
        elif key == Qt.Key.Key_Home:
            self.set_camera(START)
        else:
            super().keyPressEvent(event)

    def _point(self, at: QPointF) -> None:
        row = self.row_at(at)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor
            if row is not None
            else Qt.CursorShape.OpenHandCursor
            if self.is_deep
            else Qt.CursorShape.ArrowCursor
        )
        self._tell(row)

    def _tell(self, row: int | None) -> None:
        if row != self.pointed:
            self.point_at(row)
            self.hovered.emit(row)
