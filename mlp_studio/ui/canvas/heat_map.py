"""The weights of folded layers: a picture of each link's whole matrix, over its edges.

Of a folded layer only a few edges are drawn; the matrix shows every weight there is.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPaintEngine, QPainter, QPen

from mlp_studio.ui.canvas.canvas_item import CanvasItem
from mlp_studio.ui.canvas.heat_image import (
    Flags,
    Shades,
    Weights,
    all_of,
    as_image,
    largest_of,
    step,
    strongest,
)
from mlp_studio.ui.canvas.heat_place import CAPTION, NUMBERS, bar_in, matrix_in
from mlp_studio.ui.canvas.lettering import Lettering
from mlp_studio.ui.theme import Theme, blend

_PIXELS = 2.0
"""Of the image, at most, to one unit of the scene: enough for a closer look."""
_LEGIBLE = 0.35
_VECTOR = (QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf, QPaintEngine.Type.Picture)
_ENLARGED = 4
_ROUGH = Qt.TransformationMode.FastTransformation
_CENTRED, _MIDDLE = Qt.AlignmentFlag.AlignCenter, Qt.AlignmentFlag.AlignVCenter
_SCALE_TEXT = 11
"""Pixels: two numbers and a zero have to stand below the bar."""


@dataclass(frozen=True, slots=True)
class HeatFace:
    """What is written on a plate: its matrix, and the largest magnitude in it."""

    caption: str = ""
    least: str = ""
    most: str = ""
    selected: bool = False


class HeatMapItem(CanvasItem):
    """One plate, in scene coordinates. `set_weights` is cheap: it colours a small image."""

    def __init__(self, theme: Theme, lettering: Lettering) -> None:
        super().__init__(theme, lettering, height=1.2)
        self.keep_picture()
        self.plate = QRectF()
        self.matrix = (1, 1)
        self.face = HeatFace()
        self.largest = 0.0
        """The magnitude that the strongest colours stand for."""
        self.image = QImage()
        self._absent: Flags | None = None
        self._shades = Shades(theme)

    def set_style(self, theme: Theme, lettering: Lettering) -> None:
        super().set_style(theme, lettering)
        self._shades = Shades(theme)

    def set_matrix(self, plate: QRectF, shape: tuple[int, int], absent: Flags | None) -> None:
        """Stand at `plate` for a matrix of `shape`; `absent` says which edges there are not."""
        self.redraw()
        self.plate, self.matrix = plate, shape
        self._absent = None if absent is None else all_of(absent, self.steps)

    def set_weights(self, weights: Weights) -> None:
        shown = strongest(weights, self.steps)
        self.largest = largest_of(shown)
        self.image = as_image(self._shades.of(shown, self._absent, self.largest))
        self.update()

    def set_face(self, face: HeatFace) -> None:
        if face != self.face:
            self.face = face
            self.update()

    @property
    def steps(self) -> tuple[int, int]:
        """How many rows and columns of weights one pixel of the image stands for."""
        box = matrix_in(self.plate)
        rows, columns = self.matrix
        return step(rows, int(_PIXELS * box.height())), step(columns, int(_PIXELS * box.width()))

    def block_at(self, point: QPointF) -> tuple[slice, slice] | None:
        """The rows and columns of the weights that the colour at a point stands for."""
        box = matrix_in(self.plate)
        if self.image.isNull() or not box.contains(point):
            return None
        down = (point.y() - box.top()) / box.height() * self.image.height()
        across = (point.x() - box.left()) / box.width() * self.image.width()
        places = zip(
            (down, across), (self.image.height(), self.image.width()), self.steps, strict=True
        )
        rows, columns = (
            slice(min(int(place), count - 1) * each, (min(int(place), count - 1) + 1) * each)
            for place, count, each in places
        )
        return rows, columns

    def boundingRect(self) -> QRectF:
        return self.plate.adjusted(-2.0, -2.0, 2.0, 2.0)

    def draw(self, painter: QPainter, zoom: float) -> None:
        theme, plate = self.theme, self.plate
        border = blend(theme.muted, theme.canvas, 0.5)
        painter.setPen(QPen(theme.accent, 2.0) if self.face.selected else QPen(border, 1.0))
        painter.setBrush(theme.canvas)
        painter.drawRoundedRect(plate, 6.0, 6.0)
        self._draw_image(painter, matrix_in(plate), self.image, zoom)
        self._draw_image(painter, bar_in(plate), self._shades.bar(), zoom)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.line, 1.0))
        painter.drawRect(matrix_in(plate))
        painter.drawRect(bar_in(plate))
        if zoom >= _LEGIBLE:
            self._draw_texts(painter)

    def _draw_image(self, painter: QPainter, box: QRectF, image: QImage, zoom: float) -> None:
        if image.isNull():
            return
        if painter.paintEngine().type() in _VECTOR:
            # Viewers smooth what they enlarge; weights are to stay squares.
            image = image.scaled(image.width() * _ENLARGED, image.height() * _ENLARGED, mode=_ROUGH)
        shrunk = image.width() > box.width() * zoom or image.height() > box.height() * zoom
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, shrunk)
        painter.drawImage(box, image)

    def _draw_texts(self, painter: QPainter) -> None:
        plate, bar, face = self.plate, bar_in(self.plate), self.face
        painter.setFont(self.lettering.small)
        painter.setPen(self.theme.ink)
        painter.drawText(
            QRectF(plate.left(), plate.top(), plate.width(), CAPTION), _CENTRED, face.caption
        )
        font = QFont(self.lettering.small)
        font.setPixelSize(_SCALE_TEXT)
        painter.setFont(font)
        painter.setPen(self.theme.muted)
        row = QRectF(bar.left(), bar.bottom(), bar.width(), NUMBERS)
        metrics = QFontMetricsF(font)
        if metrics.horizontalAdvance(f"{face.least}  0  {face.most}") > row.width():
            painter.drawText(row, _CENTRED, f"±{face.most.removeprefix('+')}")
            return
        painter.drawText(row, _MIDDLE | Qt.AlignmentFlag.AlignLeft, face.least)
        painter.drawText(row, _CENTRED, "0")
        painter.drawText(row, _MIDDLE | Qt.AlignmentFlag.AlignRight, face.most)
