"""What all items of the figure share: a theme, fonts, and no dealings with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from mlp_studio.ui.canvas.lettering import Lettering
from mlp_studio.ui.theme import Theme


def on_device(painter: QPainter) -> QRectF:
    """The part of an item that has a pixel to go to: Qt's exposed part may be all of a tall item
    though the picture that is kept of it is no larger than the view.
    """
    device = painter.device()
    back, _ = painter.deviceTransform().inverted()
    return back.mapRect(QRectF(0.0, 0.0, device.width(), device.height()))


class CanvasItem(QGraphicsItem):
    """Draws itself antialiased; gestures belong to the view, so items let the mouse through."""

    def __init__(self, theme: Theme, lettering: Lettering, height: float) -> None:
        """`height` orders the items: the higher is drawn over the lower."""
        super().__init__()
        self.theme = theme
        self.lettering = lettering
        self.setZValue(height)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def keep_picture(self) -> None:
        """Let Qt keep what was drawn until `redraw`: frames in which it stays are then a copy."""
        self.setCacheMode(CanvasItem.CacheMode.DeviceCoordinateCache)

    def redraw(self) -> None:
        """What is drawn, and perhaps where, is about to change."""
        self.prepareGeometryChange()
        self.update()

    def set_style(self, theme: Theme, lettering: Lettering) -> None:
        self.redraw()
        self.theme, self.lettering = theme, lettering

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, option.levelOfDetailFromTransform(painter.worldTransform()))

    def draw(self, painter: QPainter, zoom: float) -> None:
        """Paint in item coordinates; `zoom` is screen pixels to one unit of the scene."""
        raise NotImplementedError
