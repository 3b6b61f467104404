"""The painted widget: a plane with what is around it, and where the pointer or the keys are."""

from __future__ import annotations

from contextlib import nullcontext

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.ui.plots.plane.chrome import Face
from mlp_studio.ui.plots.plane.cloud import Cloud
from mlp_studio.ui.plots.plane.frame import Frame
from mlp_studio.ui.plots.plane.layers import Busy, Layers, Place, Shown
from mlp_studio.ui.plots.plane.picture import Picture
from mlp_studio.ui.plots.plane.pin import Pin
from mlp_studio.ui.plots.plane.shading import as_image
from mlp_studio.ui.theme import ThemeModel

REACH = 10.0
"""How near a sample the pointer has to be, in pixels."""
_LEAST, _USUAL = 220, 360
_KEY_STEP = 0.04
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Down: (0, -1),
    Qt.Key.Key_Up: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Plot(QWidget):
    """Shows what it is given. `clicked` says where, and which sample is there (or None)."""

    clicked = Signal(float, float, object)
    pointed = Signal(object)
    """The row of the sample under the pointer, or None."""
    wandered = Signal()
    """`looked_at` is another place."""
    dismissed = Signal()
    """Esc."""

    def __init__(self, theme: ThemeModel, *, while_painting: Busy = nullcontext) -> None:
        super().__init__()
        self._theme = theme
        self._while_painting = while_painting
        self._shown = Shown()
        self._layers = Layers(self, theme)
        self._empty = ""
        self._looked_at: Place | None = None
        self._by_keys = False
        self._row: int | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._forget)

    def sizeHint(self) -> QSize:
        return QSize(_USUAL, _USUAL)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, _LEAST)

    @property
    def face(self) -> Face | None:
        """What stands around the plane; None where nothing can be shown."""
        return self._shown.face

    @property
    def cloud(self) -> Cloud | None:
        return self._shown.cloud

    @property
    def picture(self) -> Picture:
        return self._shown.picture

    @property
    def wrong(self) -> NDArray[np.bool_] | None:
        """Which samples of the cloud are ringed."""
        return self._shown.wrong

    @property
    def pin(self) -> Pin | None:
        return self._shown.pin

    @property
    def empty(self) -> str:
        """What is said where there is nothing to show."""
        return self._empty

    @property
    def status(self) -> str:
        return self._shown.status

    @property
    def looked_at(self) -> Place | None:
        """The place of the plane under the pointer, or of the crosshair."""
        return self._looked_at

    @property
    def pointed_row(self) -> int | None:
        return self._row

    @property
    def frame(self) -> Frame | None:
        """Where the plane is on the widget."""
        chrome = self._layers.chrome(self._shown)
        return chrome.frame if chrome else None

    def show_empty(self, text: str) -> None:
        self._empty, self._shown = text, Shown()
        self._look(None)
        self._forget()

    def show_face(self, face: Face, *, keep_room: bool = False) -> None:
        """With `keep_room`, the note keeps the room it had: the plane must not move."""
        self._layers.keep_room(self._shown if keep_room else None)
        self._shown.face, self._empty = face, ""
        self._forget()

    def show_cloud(self, cloud: Cloud) -> None:
        self._shown.cloud, self._shown.wrong = cloud, None
        self._layers.forget_points()
        self.update()

    def show_picture(self, picture: Picture) -> None:
        """What the network makes of the plane."""
        self._shown.picture = picture
        self._shown.image = None if picture.colours is None else as_image(picture.colours)
        self.update()

    def show_wrong(self, wrong: NDArray[np.bool_] | None) -> None:
        """Which samples of the cloud the network has wrong."""
        self._shown.wrong = wrong
        self._layers.forget_rings()
        self.update()

    def set_pin(self, pin: Pin | None) -> None:
        self._shown.pin = pin
        self.update()

    def set_current(self, place: Place | None) -> None:
        """Where the stepper's sample is."""
        self._shown.current = place
        self.update()

    def set_highlight(self, place: Place | None) -> None:
        self._shown.lit = place
        self.update()

    def set_status(self, text: str, *, is_hint: bool) -> None:
        """The lines at the bottom; a hint steps back."""
        if (text, is_hint) != (self._shown.status, self._shown.is_hint):
            self._shown.status, self._shown.is_hint = text, is_hint
            self.setAccessibleDescription(text)
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.DevicePixelRatioChange):
            self._forget()
        super().changeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._by_keys = False
        self._look(self._place_at(event.position()), event.position())

    def leaveEvent(self, event: QEvent) -> None:
        if not self._by_keys:
            self._look(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or place is None:
            event.ignore()
            return
        self._by_keys = False
        self._look(place, event.position())
        self.clicked.emit(*place, self._row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, frame = Qt.Key(event.key()), self.frame
        if frame is None:
            event.ignore()
        elif key in _ARROWS:
            self._move_crosshair(frame, *_ARROWS[key])
        elif key in _ENTER and self._looked_at is not None:
            self.clicked.emit(*self._looked_at, self._row)
        elif key == Qt.Key.Key_Escape and (self.pin is not None or self._by_keys):
            self._by_keys = False
            self._look(None)
            self.dismissed.emit()
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self._by_keys:
            self._by_keys = False
            self._look(None)
        super().focusOutEvent(event)

    def _move_crosshair(self, frame: Frame, across: int, up: int) -> None:
        x0, x1, y0, y1 = frame.extent
        before = self._looked_at
        x, y = before if before is not None else ((x0 + x1) / 2, (y0 + y1) / 2)
        if before is not None:
            x = min(max(x + across * _KEY_STEP * (x1 - x0), x0), x1)
            y = min(max(y + up * _KEY_STEP * (y1 - y0), y0), y1)
        self._by_keys = True
        self._look((x, y), frame.at(x, y))

    def _place_at(self, point: QPointF) -> Place | None:
        frame = self.frame
        if frame is None or not frame.rect.contains(point):
            return None
        return frame.place(point)

    def _look(self, place: Place | None, point: QPointF | None = None) -> None:
        row, frame = None, self.frame
        if place is not None and point is not None and frame is not None and self.cloud:
            row = self.cloud.nearest(frame, point, REACH)
        if row != self._row:
            self._row = row
            self.pointed.emit(row)
        if place != self._looked_at:
            self._looked_at = place
            self._shown.crosshair = place if self._by_keys else None
            self.wandered.emit()
            self.update()

    def _forget(self) -> None:
        """The size, the face, the colours or the letters are others: all is drawn anew."""
        self._layers.forget()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with self._while_painting():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._shown.face is None:
                self._paint_empty(painter)
            else:
                self._layers.paint(painter, self._shown, has_focus=self.hasFocus())
            painter.end()

    def _paint_empty(self, painter: QPainter) -> None:
        theme = self._theme.theme
        painter.fillRect(self.rect(), theme.panel)
        painter.setPen(theme.muted)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(self.rect()).adjusted(12, 12, -12, -12), int(flags), self._empty)
