"""Paints what is shown over a plane, one layer over the other; what seldom changes is kept."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from mlp_studio.ui.class_marks import ring
from mlp_studio.ui.plots.plane.chrome import Chrome, Face, smaller
from mlp_studio.ui.plots.plane.cloud import Cloud, draw_all_centred, draw_centred
from mlp_studio.ui.plots.plane.drawing import draw_curves, draw_levels, draw_lines, draw_map
from mlp_studio.ui.plots.plane.frame import Frame
from mlp_studio.ui.plots.plane.picture import Picture
from mlp_studio.ui.plots.plane.pin import Pin, draw_pin
from mlp_studio.ui.theme import ThemeModel

_CURRENT, _POINTED = 2.5, 1.5
"""How much larger than a wrong sample's the rings round the stepper's and the pointed one are."""

Place = tuple[float, float]
Busy = Callable[[], AbstractContextManager[None]]


@dataclass(slots=True)
class Shown:
    """All that a plot shows at the moment. `image` is the picture's map, ready to be drawn."""

    face: Face | None = None
    cloud: Cloud | None = None
    picture: Picture = field(default_factory=Picture)
    image: QImage | None = None
    wrong: NDArray[np.bool_] | None = None
    pin: Pin | None = None
    current: Place | None = None
    lit: Place | None = None
    crosshair: Place | None = None
    status: str = ""
    is_hint: bool = True


class Layers:
    """What stands around the plane, and the samples, are kept as pixmaps."""

    def __init__(self, widget: QWidget, theme: ThemeModel) -> None:
        self._widget = widget
        self._theme = theme
        self._chrome: Chrome | None = None
        self._small = smaller(widget.font())
        self._least_note = 0.0
        self._background: QPixmap | None = None
        self._points: QPixmap | None = None
        self._ringed: QPixmap | None = None
        self._rings: dict[tuple[float, str], QPixmap] = {}

    def chrome(self, shown: Shown) -> Chrome | None:
        """The face laid out in the widget; None where there is none."""
        if self._chrome is None and shown.face is not None:
            size, font = QSizeF(self._widget.size()), self._widget.font()
            self._small = smaller(font)
            self._chrome = Chrome(shown.face, size, font, self._least_note)
        return self._chrome

    def keep_room(self, shown: Shown | None) -> None:
        """The next face's note has at least the room of this one's; after None, what it needs."""
        chrome = self.chrome(shown) if shown else None
        self._least_note = chrome.note_height if chrome else 0.0

    def forget(self) -> None:
        self._chrome = self._background = None
        self.forget_points()

    def forget_points(self) -> None:
        self._points = None
        self._rings.clear()
        self.forget_rings()

    def forget_rings(self) -> None:
        self._ringed = None

    def paint(self, painter: QPainter, shown: Shown, *, has_focus: bool) -> None:
        theme, chrome, face = self._theme.theme, self.chrome(shown), shown.face
        assert chrome is not None
        assert face is not None
        frame, lines = chrome.frame, shown.picture.lines
        painter.drawPixmap(0, 0, self._with_background(chrome))
        if shown.image is not None:
            draw_map(painter, frame, shown.image)
        screens = [frame.on_screen(line.pieces) for line in lines]
        draw_lines(painter, lines, screens, theme)
        painter.drawPixmap(0, 0, self._with_rings(shown, frame))
        draw_curves(painter, frame, shown.picture.curves, theme)
        self._paint_marked(painter, frame, shown)
        draw_levels(painter, frame, lines, screens, theme, self._small, face.text)
        if shown.crosshair is not None:
            self._paint_crosshair(painter, frame, shown.crosshair)
        if shown.pin is not None:
            draw_pin(painter, frame, shown.pin, theme, self._small, QRectF(self._widget.rect()))
        painter.setPen(QPen(theme.accent, 2.0) if has_focus else QPen(theme.line, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame.rect)
        chrome.paint_status(painter, theme, shown.status, is_hint=shown.is_hint)

    def _with_background(self, chrome: Chrome) -> QPixmap:
        if self._background is None:
            theme = self._theme.theme
            self._background, painter = self._layer(theme.panel)
            painter.fillRect(chrome.frame.rect, theme.canvas)
            chrome.paint(painter, theme)
            painter.end()
        return self._background

    def _with_points(self, cloud: Cloud | None, frame: Frame) -> QPixmap:
        if self._points is None:
            self._points, painter = self._layer(Qt.GlobalColor.transparent)
            if cloud is not None:
                cloud.draw(painter, frame, self._theme.theme, self._widget.devicePixelRatio())
            painter.end()
        return self._points

    def _with_rings(self, shown: Shown, frame: Frame) -> QPixmap:
        """The samples, with a ring around each that is wrong."""
        points, cloud, wrong = self._with_points(shown.cloud, frame), shown.cloud, shown.wrong
        if cloud is None or wrong is None or not wrong.any():
            return points
        if self._ringed is None:
            self._ringed = QPixmap(points)
            painter = QPainter(self._ringed)
            places = frame.on_screen(cloud.places[wrong])
            draw_all_centred(painter, self._ring(cloud.size, "error"), places.tolist())
            painter.end()
        return self._ringed

    def _layer(self, colour: QColor | Qt.GlobalColor) -> tuple[QPixmap, QPainter]:
        """A picture as large as the widget."""
        ratio = self._widget.devicePixelRatio()
        pixmap = QPixmap((QSizeF(self._widget.size()) * ratio).toSize())
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(colour)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return pixmap, painter

    def _paint_marked(self, painter: QPainter, frame: Frame, shown: Shown) -> None:
        """Rings around the stepper's sample, and the one that is pointed out."""
        size = shown.cloud.size if shown.cloud else 0.0
        for place, more, role in (
            (shown.current, _CURRENT, "accent"),
            (shown.lit, _POINTED, "ink"),
        ):
            if place is not None:
                at = frame.at(*place)
                draw_centred(painter, self._ring(size + more, role), at.x(), at.y())

    def _ring(self, size: float, role: str) -> QPixmap:
        found = self._rings.get((size, role))
        if found is None:
            theme, ratio = self._theme.theme, self._widget.devicePixelRatio()
            found = ring(size, getattr(theme, role), theme.canvas, ratio)
            self._rings[size, role] = found
        return found

    def _paint_crosshair(self, painter: QPainter, frame: Frame, place: Place) -> None:
        at, rect = frame.at(*place), frame.rect
        painter.setPen(QPen(self._theme.theme.ink, 1.0))
        painter.drawLine(QPointF(rect.left(), at.y()), QPointF(rect.right(), at.y()))
        painter.drawLine(QPointF(at.x(), rect.top()), QPointF(at.x(), rect.bottom()))
