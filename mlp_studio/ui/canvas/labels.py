"""Numbers on edges: small plates of the canvas's colour, never one across another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from mlp_studio.ui.canvas.canvas_item import CanvasItem
from mlp_studio.ui.canvas.lettering import LEGIBLE, SMALL, Lettering
from mlp_studio.ui.theme import Theme

LINE = 17.0
_PADDING = 4.0


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    colour: QColor


@dataclass(frozen=True, slots=True)
class Label:
    """What is to be written on an edge. `must` ones come first and may cross more edges.

    `long` says more where there is room, `short` less where there is little; either may be empty.
    """

    edge: int
    lines: tuple[Line, ...]
    must: bool = False
    always: bool = False
    """In a small network nothing is left out: it is seen too, after those that must be."""
    short: tuple[Line, ...] = ()
    long: tuple[Line, ...] = ()
    size: float = 1.0
    """How much larger it is written than others."""
    border: QColor | None = None
    group: int = 0
    """Labels of one group, a link's, are shown together or not at all, except those that must."""


@dataclass(frozen=True, slots=True)
class Plate:
    """A label that found its place, in scene coordinates."""

    label: Label
    box: QRectF
    anchor: QPointF | None = None
    """Where on its edge a line leads to, if the plate stands beside it."""
    scale: float = 1.0
    """How much larger it is drawn, where the figure is seen from far away."""


def size_of(label: Label, lettering: Lettering, least: float = 0.0) -> tuple[float, float]:
    width = max(lettering.width(line.text) for line in label.lines)
    return max(width, least) + 2 * _PADDING, LINE * len(label.lines) + 4.0


class LabelsItem(CanvasItem):
    """Draws the plates: above the edges, below the units."""

    def __init__(self, theme: Theme, lettering: Lettering) -> None:
        super().__init__(theme, lettering, height=1.0)
        self.keep_picture()
        self._bounds = QRectF()
        self.plates: tuple[Plate, ...] = ()

    def set_plates(self, plates: Sequence[Plate]) -> None:
        self.redraw()
        self.plates = tuple(plates)
        self._bounds = QRectF()
        for plate in plates:
            self._bounds |= plate.box.adjusted(-2.0, -2.0, 2.0, 2.0)
            if plate.anchor is not None:
                at = plate.anchor
                self._bounds |= QRectF(at.x() - 4.0, at.y() - 4.0, 8.0, 8.0)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def draw(self, painter: QPainter, zoom: float) -> None:
        painter.setFont(self.lettering.small)
        legible = [p for p in self.plates if SMALL * zoom * p.scale >= LEGIBLE]
        for plate in legible:
            if plate.anchor is not None:
                _draw_leader(painter, plate, plate.anchor, self.theme)
        for plate in legible:
            draw_plate(painter, plate, self.theme)


def _draw_leader(painter: QPainter, plate: Plate, at: QPointF, theme: Theme) -> None:
    """A thin line from a plate beside its edge to a dot on the edge."""
    box, colour = plate.box, plate.label.border or theme.muted
    near = QPointF(
        min(max(at.x(), box.left()), box.right()), min(max(at.y(), box.top()), box.bottom())
    )
    painter.setPen(QPen(colour, 1.0))
    painter.drawLine(at, near)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(at, 2.5, 2.5)


def draw_plate(painter: QPainter, plate: Plate, theme: Theme) -> None:
    """One plate with its lines of text; the painter's font is used."""
    border, scale = plate.label.border, plate.scale
    painter.save()
    painter.translate(plate.box.topLeft())
    painter.scale(scale, scale)
    box = QRectF(0.0, 0.0, plate.box.width() / scale, plate.box.height() / scale)
    painter.setPen(QPen(border, 1.2) if border is not None else Qt.PenStyle.NoPen)
    painter.setBrush(theme.canvas)
    painter.drawRoundedRect(box, 4.0, 4.0)
    row = QRectF(0.0, 2.0, box.width(), LINE)
    for line in plate.label.lines:
        painter.setPen(line.colour)
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, line.text)
        row.translate(0.0, LINE)
    painter.restore()
