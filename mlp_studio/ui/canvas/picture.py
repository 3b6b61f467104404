"""The figure as a picture: what is on the canvas now, however the view looks at it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPicture
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from mlp_studio.ui import drawing as drawings
from mlp_studio.ui.canvas.backdrop import Backdrop
from mlp_studio.ui.canvas.overlays import Overlay
from mlp_studio.ui.canvas.scene import NetworkScene
from mlp_studio.ui.drawing import SCALE, Drawing

_MARGIN = 20.0
_AIR = 12.0
"""Between the figure and the legend below it."""
_NARROWEST = 360.0
"""Enough for any one entry of the legend."""


def drawing(scene: NetworkScene) -> Drawing:
    """The whole figure with its legend, without what belongs to a gesture or the pointer."""
    scene.ensure_fresh()
    scene.look_from(1.0)
    area = _area(scene)

    def paint(painter: QPainter) -> None:
        _paint(scene, painter, area)

    return Drawing(area.size(), paint, scene.observed.document.project.title)


def drawing_if_any(scene: NetworkScene) -> Drawing | None:
    """The same; None of an empty canvas."""
    return None if scene.is_empty else drawing(scene)


def image(scene: NetworkScene, scale: float = SCALE) -> QImage:
    """The figure in pixels, `scale` of them to one unit of the scene."""
    return drawings.image(drawing(scene), scale)


def save_png(scene: NetworkScene, path: Path, scale: float = SCALE) -> None:
    """Raises OSError, as do the other two, if the file cannot be written."""
    drawings.write(path, drawings.png(drawing(scene), scale))


def save_svg(scene: NetworkScene, path: Path) -> None:
    drawings.write(path, drawings.svg(drawing(scene)))


def save_pdf(scene: NetworkScene, path: Path) -> None:
    drawings.write(path, drawings.pdf(drawing(scene)))


def legend_box(scene: NetworkScene, area: QRectF) -> QRectF:
    """What the legend covers of `area`, in whose lower left corner it stands."""
    notes = QPicture()
    painter = QPainter(notes)
    _draw_legend(scene, painter, area)
    painter.end()
    return QRectF(notes.boundingRect())


def _area(scene: NetworkScene) -> QRectF:
    """The part of the scene a picture shows, in whole units, its legend below the figure."""
    content = scene.content_rect()
    for plate in scene.labels.plates:
        content |= plate.box
    area = content.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
    missing = _NARROWEST - area.width()
    if missing > 0.0:
        area.adjust(-missing / 2, 0.0, missing / 2, 0.0)
    legend = legend_box(scene, QRectF(0.0, 0.0, area.width(), area.height()))
    area.setBottom(content.bottom() + area.height() - legend.top() + _AIR)
    return QRectF(area.toAlignedRect())


def _draw_legend(scene: NetworkScene, painter: QPainter, area: QRectF) -> None:
    owner = QObject()
    Backdrop(scene, scene.observed.theme, owner).draw(painter, area)


def _paint(scene: NetworkScene, painter: QPainter, area: QRectF) -> None:
    for layer in scene.layers.values():
        layer.set_hot_port("")
        layer.set_hot_unit(None)
        layer.set_hot_button(False)
        layer.set_slot(None)
        layer.set_target(False)
    painter.translate(-area.topLeft())
    scene.drawBackground(painter, area)
    for item in scene.items(Qt.SortOrder.AscendingOrder):
        if item.isVisible() and not isinstance(item, Overlay):
            painter.save()
            painter.translate(item.scenePos())
            whole = QStyleOptionGraphicsItem()
            whole.exposedRect = item.boundingRect()
            item.paint(painter, whole)
            painter.restore()
    _draw_legend(scene, painter, area)
