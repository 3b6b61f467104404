"""The plane that is painted on: shows the board, and turns mouse and keys into edits."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.engine.probe import Extent
from mlp_studio.ui.plots.drawing_data.board import Board, Brush, empty_board
from mlp_studio.ui.plots.drawing_data.gestures import GESTURES, REACH, Gesture, Means, Tool, nearest
from mlp_studio.ui.plots.drawing_data.keys import ARROWS, ENTER, ERASE, class_of_key, is_ours
from mlp_studio.ui.plots.drawing_data.painting import Painting
from mlp_studio.ui.plots.drawing_data.viewing import USUAL, fitted, kept, panned, zoomed
from mlp_studio.ui.plots.plane.chrome import Chrome, Face
from mlp_studio.ui.plots.plane.frame import Frame
from mlp_studio.ui.theme import ThemeModel

Place = tuple[float, float]
ZOOM = 1.25
_SPRAY_EVERY = 60
"""Milliseconds between two puffs while the mouse rests."""
_LEAST, _USUAL_SIDE = 220, 360
_NOTCH = 120.0
_PAN = 0.1
_KEY_STEP, _FINE_STEP = 0.04, 0.01
_WITH_BRUSH: tuple[Tool, ...] = ("spray", "erase")


class DrawPlane(QWidget):
    """`finished` carries the gesture that ended, if it changes anything."""

    finished = Signal(object)
    placed = Signal(float, float)
    """A key asks for a sample here."""
    erased = Signal(int)
    """A key asks to erase the sample of this row."""
    class_asked = Signal(int)
    wandered = Signal()
    """`looked_at` is another place, or the view is another."""

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__()
        self._theme = theme
        self.board: Board = empty_board(None)
        self.brush = Brush()
        self.tool: Tool = "point"
        self.radius = 24.0
        self._random = np.random.default_rng()
        self._view: Extent = USUAL
        self._is_chosen = False
        """Whether somebody zoomed or moved the view."""
        self._text: Callable[[float], str] = str
        self._up, self._note, self._status, self._is_hint = "", "", "", True
        self._gesture: Gesture | None = None
        self._panning: QPointF | None = None
        self._looked_at: Place | None = None
        self._by_keys = False
        self._chrome: Chrome | None = None
        self._painting = Painting(self, theme)
        self._puffs = QTimer(self)
        self._puffs.setInterval(_SPRAY_EVERY)
        self._puffs.timeout.connect(self._puff)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)
        theme.changed.connect(self.renew)

    def sizeHint(self) -> QSize:
        return QSize(_USUAL_SIDE, _USUAL_SIDE)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, _LEAST)

    @property
    def view(self) -> Extent:
        return self._view

    @property
    def frame(self) -> Frame:
        """Where the plane is on the widget."""
        return self.chrome.frame

    @property
    def chrome(self) -> Chrome:
        """What stands around the plane."""
        if self._chrome is None:
            face = Face(self.board.names[0], self._up, self._view, self._text, note=self._note)
            self._chrome = Chrome(face, QSizeF(self.size()), self.font())
        return self._chrome

    @property
    def gesture(self) -> Gesture | None:
        """The one under way."""
        return self._gesture

    @property
    def looked_at(self) -> Place | None:
        """The place under the pointer or the cross."""
        return self._looked_at

    @property
    def cross(self) -> Place | None:
        """Where the keys have moved the cross; None while the mouse leads."""
        return self._looked_at if self._by_keys else None

    @property
    def status(self) -> tuple[str, bool]:
        """The line at the bottom, and whether it is only a hint."""
        return self._status, self._is_hint

    @property
    def shows_brush(self) -> bool:
        return self.tool in _WITH_BRUSH and self._looked_at is not None and not self._by_keys

    def show_board(self, board: Board, *, is_other: bool) -> None:
        """`is_other`: other columns or another project, so that the view is fitted anew."""
        self.cancel()
        self.board = board
        if is_other:
            self._is_chosen = False
            self._view = fitted(board.places)
        elif not self._is_chosen:
            self._view = kept(self._view, board.places)
        self.renew()

    def show_words(self, note: str, text: Callable[[float], str], up: str) -> None:
        """What is said below, how values along the axes are written, and what goes upward."""
        self._note, self._text, self._up = note, text, up
        self.renew()

    def set_status(self, text: str, *, is_hint: bool) -> None:
        self._status, self._is_hint = text, is_hint
        self.setAccessibleDescription(text)
        self.update()

    def set_view(self, view: Extent) -> None:
        """Zoomed or moved by somebody: it stays, wherever samples are painted."""
        self._is_chosen, self._view = True, view
        self.renew()
        self.wandered.emit()

    def fit(self) -> None:
        self._is_chosen, self._view = False, fitted(self.board.places)
        self.renew()
        self.wandered.emit()

    def cancel(self) -> None:
        """Give up the gesture under way: nothing comes of it."""
        self._puffs.stop()
        self._gesture = self._panning = None
        self.update()

    def renew(self) -> None:
        """The size, the view, the colours or the letters are others."""
        self._chrome = None
        self._painting.forget()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if event.button() == Qt.MouseButton.MiddleButton:
            self.cancel()
            self._panning = at
        elif event.button() == Qt.MouseButton.LeftButton and self.frame.rect.contains(at):
            self._look(at)
            means = Means(self.board, self.frame, self.brush, self.radius, self._random)
            self._gesture = GESTURES[self.tool](means, at)
            if self.tool == "spray":
                self._puffs.start()
            self.update()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._panning is not None:
            way, rect = at - self._panning, self.frame.rect
            self._panning = at
            self.set_view(panned(self._view, -way.x() / rect.width(), way.y() / rect.height()))
        if self._gesture is not None:
            self._gesture.move(at)
        self._look(at)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panning = None
        elif event.button() == Qt.MouseButton.LeftButton and self._gesture is not None:
            ended = self._gesture
            self.cancel()
            if ended.edit() is not None:
                self.finished.emit(ended)

    def leaveEvent(self, event: QEvent) -> None:
        if not self._by_keys:
            self._look(None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._gesture is not None:
            event.accept()  # the gesture goes by the view it began in
            return
        turn, modifiers = event.angleDelta(), event.modifiers()
        across, up = turn.x() / _NOTCH, turn.y() / _NOTCH
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            at = event.position()
            place = self.frame.place(at) if self.frame.rect.contains(at) else None
            self.set_view(zoomed(self._view, ZOOM**up, place))
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.set_view(panned(self._view, -_PAN * (across + up), 0.0))
        else:
            self.set_view(panned(self._view, -_PAN * across, _PAN * up))
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_busy = self._gesture is not None or self._by_keys
            if is_ours(event, classes=self._classes(), is_busy=is_busy):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        number = class_of_key(event, self._classes())
        if number is not None:
            self.class_asked.emit(number)
        elif key == Qt.Key.Key_Escape and (self._gesture is not None or self._by_keys):
            self.cancel()
            self._look(None)
        elif self._gesture is not None:
            event.ignore()
        elif key in ARROWS:
            is_fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move_cross(*ARROWS[key], _FINE_STEP if is_fine else _KEY_STEP)
        elif key in ENTER and self._looked_at is not None:
            self.placed.emit(*self._looked_at)
        elif key in ERASE and self._looked_at is not None:
            self._erase_at(self._looked_at)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self._by_keys:
            self._look(None)
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.renew()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.DevicePixelRatioChange):
            self.renew()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._painting.paint(self)

    def _classes(self) -> int:
        return 0 if self.board.classes is None else len(self.board.classes)

    def _puff(self) -> None:
        if self._gesture is not None:
            self._gesture.tick()
            self.update()

    def _erase_at(self, place: Place) -> None:
        row = nearest(self.board, self.frame, self.frame.at(*place), REACH)
        if row is not None:
            self.erased.emit(row)

    def _move_cross(self, across: int, up: int, step: float) -> None:
        x0, x1, y0, y1 = self._view
        x, y = self._looked_at or ((x0 + x1) / 2.0, (y0 + y1) / 2.0)
        if self._looked_at is not None:
            x = min(max(x + across * step * (x1 - x0), x0), x1)
            y = min(max(y + up * step * (y1 - y0), y0), y1)
        self._by_keys, self._looked_at = True, (x, y)
        self.wandered.emit()
        self.update()

    def _look(self, at: QPointF | None) -> None:
        """Follow the mouse."""
        self._by_keys = False
        is_inside = at is not None and self.frame.rect.contains(at)
        self._looked_at = self.frame.place(at) if at is not None and is_inside else None
        self.wandered.emit()
        self.update()
