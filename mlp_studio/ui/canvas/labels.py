"""Numbers on edges: small plates of the canvas's colour, never one across another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from mlp_studio.ui.canvas.canvas_item import CanvasItem
from mlp_studio.ui.canvas.lettering import Lettering
from mlp_studio.ui.canvas.placement import place
from mlp_studio.ui.canvas.routes import Routes
from mlp_studio.ui.theme import Theme

Floats = NDArray[np.float64]
MOST = 300
"""Plates placed at most."""
LINE = 17.0
_PADDING = 4.0
_MANY, _ENOUGH = 6, 0.6
"""Of so many labels at least this share is to be shown."""
_LEGIBLE = 0.45


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    colour: QColor


@dataclass(frozen=True, slots=True)
class Label:
    """What is to be written on an edge. `must` ones come first and may cross more edges.

    `short` says it in less room; empty if there is no shorter way.
    """

    edge: int
    lines: tuple[Line, ...]
    must: bool = False
    short: tuple[Line, ...] = ()
    border: QColor | None = None
    group: int = 0
    """Labels of one group, a link's, are shown together or not at all, except those that must."""


@dataclass(frozen=True, slots=True)
class Plate:
    """A label that found its place, in scene coordinates."""

    label: Label
    box: QRectF


def size_of(label: Label, lettering: Lettering, least: float = 0.0) -> tuple[float, float]:
    width = max(lettering.width(line.text) for line in label.lines)
    return max(width, least) + 2 * _PADDING, LINE * len(label.lines) + 4.0


def placed(
    labels: Sequence[Label],
    lettering: Lettering,
    routes: Routes,
    obstacles: Floats,
    frames: Floats,
    importance: Floats,
    least: float,
) -> list[Plate]:
    """The labels that find a place, each on its plate; see `placement.place`.

    `least` is a width that plates have at least, so that other numbers fit on them later.
    """
    found = _on_plates(labels[:MOST], lettering, routes, obstacles, frames, importance, least)
    if _seen(found) < sum(label.must for label in labels):
        brief = [replace(each, lines=each.short or each.lines) for each in labels[:MOST]]
        shorter = _on_plates(brief, lettering, routes, obstacles, frames, importance, least)
        found = max(found, shorter, key=_seen)
    return _without_sparse(found, labels)


def _seen(plates: Sequence[Plate]) -> int:
    return sum(plate.label.must for plate in plates)


def _on_plates(
    labels: Sequence[Label],
    lettering: Lettering,
    routes: Routes,
    obstacles: Floats,
    frames: Floats,
    importance: Floats,
    least: float,
) -> list[Plate]:
    sizes = np.array([size_of(label, lettering, least) for label in labels]).reshape(-1, 2)
    must = np.array([label.must for label in labels], dtype=np.bool_)
    edges = [label.edge for label in labels]
    boxes = place(edges, sizes, must, routes, obstacles, frames, importance)
    plates = []
    for number, (left, top, right, bottom) in boxes.items():
        box = QRectF(left, top, right - left, bottom - top)
        plates.append(Plate(labels[number], box))
    return plates


def _without_sparse(plates: list[Plate], labels: Sequence[Label]) -> list[Plate]:
    """A large group of which few labels found a place shows none: they would look chosen."""
    wanted = Counter(label.group for label in labels if not label.must)
    found = Counter(plate.label.group for plate in plates if not plate.label.must)
    sparse = {
        group
        for group, count in wanted.items()
        if count >= _MANY and found[group] < _ENOUGH * count
    }
    return [plate for plate in plates if plate.label.must or plate.label.group not in sparse]


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

    def boundingRect(self) -> QRectF:
        return self._bounds

    def draw(self, painter: QPainter, zoom: float) -> None:
        if zoom < _LEGIBLE:
            return
        painter.setFont(self.lettering.small)
        for plate in self.plates:
            draw_plate(painter, plate, self.theme)


def draw_plate(painter: QPainter, plate: Plate, theme: Theme) -> None:
    """One plate with its lines of text; the painter's font is used."""
    border = plate.label.border
    painter.setPen(QPen(border, 1.2) if border is not None else Qt.PenStyle.NoPen)
    painter.setBrush(theme.canvas)
    painter.drawRoundedRect(plate.box, 4.0, 4.0)
    row = QRectF(plate.box.left(), plate.box.top() + 2.0, plate.box.width(), LINE)
    for line in plate.label.lines:
        painter.setPen(line.colour)
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, line.text)
        row.translate(0.0, LINE)
