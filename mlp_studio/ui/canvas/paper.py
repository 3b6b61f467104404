"""How much of the figure a view shows, and how large: zoom, pan, fit, and the scene's extent."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QWheelEvent
from PySide6.QtWidgets import QGraphicsView

from mlp_studio.ui.canvas.scene import NetworkScene

SMALLEST, LARGEST = 0.08, 5.0
"""The smallest zoom is smaller where the whole figure would not fit otherwise."""
LARGEST_FIT = 1.5
"""A small network does not fill a large screen: it would be all discs."""
_MARGIN = 20.0
_LEGEND = 34.0
_WHEEL_CLICK = 120.0
_BASE_POINTS = 10.5


class Paper:
    """Keeps the whole figure in view until the user looks at a part of it."""

    def __init__(self, view: QGraphicsView, scene: NetworkScene) -> None:
        self._view = view
        self._scene = scene
        self._following = True
        self._text_size = _text_size(view.font())

    @property
    def zoom(self) -> float:
        return self._view.transform().m11()

    def let_go(self) -> None:
        """From now on the view stays where the user put it, until the next fit."""
        self._following = False

    def follow(self) -> None:
        """The figure changed: make room for it, and show all of it if it no longer fits."""
        self._make_room()
        if self._following and not self._visible().contains(self._scene.content_rect()):
            self.fit()

    def resized(self) -> None:
        if self._following:
            self.fit()
        else:
            self._make_room()

    def fit(self) -> None:
        self._following = True
        content = self._scene.content_rect()
        if content.isEmpty():
            self._set_zoom(self._text_size)
            self._make_room()
            self._view.centerOn(0.0, 0.0)
            return
        self._set_zoom(min(*self._fitting(content), LARGEST_FIT * self._text_size))
        self._make_room()
        lower = (_LEGEND - _MARGIN) / 2 / self.zoom
        self._view.centerOn(content.center() + QPointF(0.0, lower))

    def fit_to(self, area: QRectF) -> None:
        """Show a part of the figure, as large as is sensible; it stays until the next fit."""
        if area.isEmpty():
            return
        self.let_go()
        self._set_zoom(min(*self._fitting(area), LARGEST_FIT * self._text_size))
        self._make_room()
        self._view.centerOn(area.center())

    def centre_on(self, at: QPointF) -> None:
        """Look at a place of the scene."""
        self.let_go()
        self._make_room()
        self._view.centerOn(at)

    def zoom_reset(self) -> None:
        self.zoom_by(self._text_size / self.zoom)

    def zoom_by(self, factor: float, at: QPoint | None = None) -> None:
        """Zoom about a point of the view, or its middle: what is there stays there."""
        self.let_go()
        pivot = at if at is not None else self._view.viewport().rect().center()
        before = self._view.mapToScene(pivot)
        self._set_zoom(self.zoom * factor)
        self._make_room()
        self._scroll(self._view.mapFromScene(before) - pivot)

    def set_text_size(self, font: QFont) -> None:
        """A larger text setting enlarges the figure by as much."""
        ratio = _text_size(font) / self._text_size
        self._text_size = _text_size(font)
        if self._following:
            self.fit()
        else:
            self.zoom_by(ratio)

    def wheel(self, event: QWheelEvent) -> None:
        """Wheel and Shift+wheel pan, Ctrl+wheel zooms under the pointer."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            clicks = (turned.y() or turned.x()) / _WHEEL_CLICK
            self.zoom_by(1.2**clicks, event.position().toPoint())
            return
        step = event.pixelDelta() if not event.pixelDelta().isNull() else turned / 2
        sideways = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if sideways and not step.x():
            step = step.transposed()
        self.scroll(-step)

    def scroll(self, step: QPoint) -> None:
        """Look elsewhere, by so many pixels."""
        self.let_go()
        self._scroll(step)

    def _scroll(self, step: QPoint) -> None:
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        across.setValue(across.value() + step.x())
        down.setValue(down.value() + step.y())

    def _set_zoom(self, zoom: float) -> None:
        across, down = self._fitting(self._scene.content_rect())
        least = min(SMALLEST, across, down)
        ratio = min(max(zoom, least), LARGEST) / self.zoom
        if ratio != 1.0:
            self._scene.stir()
            self._view.scale(ratio, ratio)

    def _fitting(self, area: QRectF) -> tuple[float, float]:
        """The zooms at which an area is as wide, and as high, as the view; 1 if it is empty."""
        size = self._view.viewport().size()
        across, down = size.width() - 2 * _MARGIN, size.height() - _MARGIN - _LEGEND
        if area.isEmpty() or across <= 0 or down <= 0:
            return 1.0, 1.0
        return across / area.width(), down / area.height()

    def _visible(self) -> QRectF:
        return self._view.mapToScene(self._view.viewport().rect()).boundingRect()

    def _make_room(self) -> None:
        """Let the figure be pushed to any side, but never out of sight."""
        size = self._view.viewport().size()
        across, down = size.width() / self.zoom, size.height() / self.zoom
        content = self._scene.content_rect()
        room = content.adjusted(-across, -down, across, down)
        if room != self._view.sceneRect():
            middle = self._visible().center()
            self._view.setSceneRect(room)
            self._view.centerOn(middle)


def _text_size(font: QFont) -> float:
    """How large the window's text is, against the size the figure is drawn for."""
    points = font.pointSizeF()
    return points / _BASE_POINTS if points > 0 else 1.0
