"""One item that draws the picture of every unit: nothing is drawn twice while weights change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from mlp_studio.ui.canvas.canvas_item import CanvasItem, on_device
from mlp_studio.ui.canvas.column import RADIUS
from mlp_studio.ui.canvas.emphasis import outline
from mlp_studio.ui.canvas.layer_face import UnitFace
from mlp_studio.ui.canvas.layer_item import LayerItem
from mlp_studio.ui.canvas.lettering import Lettering
from mlp_studio.ui.canvas.response_maps import ResponseMaps
from mlp_studio.ui.theme import Theme, blend

Lengths = Mapping[str, NDArray[np.float64]]
_SMOOTH = 60
"""Up to so many maps are drawn smoothly, whatever the zoom."""
_CORNER, _RIM = 5.0, 2.0
"""The rounded rim of a map is wide enough to cover the corners of the picture under it."""
_INSET = 1.75
_BAR_HALF, _BAR_TOP, _BAR_HEIGHT = 17.0, 7.0, 7.0
"""A bar in the lower part of a disc."""


class PicturesItem(CanvasItem):
    """Draws maps or bars where the layers' units are; above the layers, below what gestures show.

    `layers` is the scene's own mapping, read anew each time.
    """

    def __init__(self, layers: Mapping[str, LayerItem], theme: Theme, lettering: Lettering) -> None:
        super().__init__(theme, lettering, height=2.5)
        self.setFlag(PicturesItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.keep_picture()
        self._layers = layers
        self.maps: ResponseMaps | None = None
        self.lengths: Lengths = {}
        """Bars by layer, if it shows bars: (units,) each, from −1 to 1."""
        self._bounds = QRectF()
        self._exposed = QRectF()

    def show_maps(self, maps: ResponseMaps) -> None:
        self.maps, self.lengths = maps, {}
        self.follow_layers()

    def show_bars(self, lengths: Lengths) -> None:
        self.maps, self.lengths = None, lengths
        self.follow_layers()

    def show_nothing(self) -> None:
        self.maps, self.lengths = None, {}
        self.follow_layers()

    def follow_layers(self) -> None:
        """Layers stand elsewhere, or step back."""
        bounds = QRectF()
        for item in self._layers.values():
            bounds |= item.column.frame.translated(item.pos())
        if bounds != self._bounds:
            self.prepareGeometryChange()
            self._bounds = bounds
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        exposed = QRectF(option.exposedRect)
        seen = self._bounds if exposed.isEmpty() else exposed
        self._exposed = seen & on_device(painter)
        super().paint(painter, option, widget)

    def draw(self, painter: QPainter, _zoom: float) -> None:
        if self.maps is not None:
            self._draw_maps(painter, self.maps)
        elif self.lengths:
            self._draw_bars(painter)

    def _units(self) -> Iterator[tuple[LayerItem, int, UnitFace, QPointF]]:
        """The exposed units: layer, place among those shown, face, and middle in the scene."""
        for item in self._layers.values():
            at, column = item.pos(), item.column
            if not column.frame.translated(at).intersects(self._exposed):
                continue
            seen = column.within(self._exposed.top() - at.y(), self._exposed.bottom() - at.y())
            for place in range(*seen.indices(len(item.face.units))):
                middle = at + QPointF(0.0, float(column.heights[place]))
                yield item, place, item.face.units[place], middle

    def _draw_maps(self, painter: QPainter, maps: ResponseMaps) -> None:
        units = list(self._units())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, len(units) <= _SMOOTH)
        half = RADIUS - _INSET
        for item, place, _, middle in units:
            target = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
            painter.drawImage(target, maps.image, QRectF(maps.source(item.layer_id, place)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = RADIUS - _RIM / 2
        for item, _, face, middle in units:
            painter.setPen(QPen(outline(self.theme, face.emphasis, item.lit), _RIM))
            rim = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
            painter.drawRoundedRect(rim, _CORNER, _CORNER)

    def _draw_bars(self, painter: QPainter) -> None:
        bars = [
            (middle.x(), middle.y() + _BAR_TOP, float(self.lengths[item.layer_id][face.unit]))
            for item, _, face, middle in self._units()
        ]
        draw_bars(painter, bars, self.theme)


def draw_bars(painter: QPainter, bars: Sequence[tuple[float, float, float]], theme: Theme) -> None:
    """Bars left or right of their middle: x of the middle, top, and length from −1 to 1 (or NaN).

    By colour, not by bar: hundreds of them change many times a second.
    """
    tracks = [QRectF(x - _BAR_HALF, top, 2 * _BAR_HALF, _BAR_HEIGHT) for x, top, _ in bars]
    negative = [_bar(*bar) for bar in bars if bar[2] < 0]
    positive = [_bar(*bar) for bar in bars if bar[2] > 0]
    middles = [QRectF(x - 0.75, top - 1.5, 1.5, _BAR_HEIGHT + 3.0) for x, top, _ in bars]
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, boxes in (
        (blend(theme.line, theme.panel, 0.7), tracks),
        (theme.negative, negative),
        (theme.positive, positive),
        (theme.muted, middles),
    ):
        painter.setBrush(colour)
        painter.drawRects(boxes)


def _bar(x: float, top: float, length: float) -> QRectF:
    return QRectF(x, top, length * _BAR_HALF, _BAR_HEIGHT).normalized()
