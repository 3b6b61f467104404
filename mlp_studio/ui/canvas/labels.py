"""Numbers on edges: small plates of the canvas's colour, never one across another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from mlp_studio.ui.canvas.canvas_item import CanvasItem
from mlp_studio.ui.canvas.lettering import Lettering
from mlp_studio.ui.canvas.placement import anchor, place
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
    always: bool = False
    """In a small network nothing is left out: it is seen too, after those that must be."""
    short: tuple[Line, ...] = ()
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
    wanted = sum(label.must or label.always for label in labels)
    full = labels[:MOST]
    brief = [replace(each, lines=each.short or each.lines) for each in full]
    mixed = [long if long.must else short for long, short in zip(full, brief, strict=True)]
    found = _on_plates(full, lettering, routes, obstacles, frames, importance, least, beside=0)
    fitting = {plate.label.edge for plate in found}
    some = [
        long if long.edge in fitting else short for long, short in zip(full, brief, strict=True)
    ]
    # What happens now keeps its whole text as long as it can, then its place on the edge.
    for texts, beside in ((some, 0), (mixed, 0), (mixed, 1), (brief, 0), (brief, 1), (brief, 2)):
        if _seen(found) == wanted:
            break
        attempt = _on_plates(
            texts, lettering, routes, obstacles, frames, importance, least, beside=beside
        )
        found = max(found, attempt, key=_seen)
    return _without_sparse(found, labels)


def _seen(plates: Sequence[Plate]) -> int:
    return sum(plate.label.must or plate.label.always for plate in plates)


def _on_plates(
    labels: Sequence[Label],
    lettering: Lettering,
    routes: Routes,
    obstacles: Floats,
    frames: Floats,
    importance: Floats,
    least: float,
    *,
    beside: int,
) -> list[Plate]:
    sizes = np.array([size_of(label, lettering, least) for label in labels]).reshape(-1, 2)
    rank = np.array([2 if label.must else int(label.always) for label in labels], dtype=np.intp)
    edges = [label.edge for label in labels]
    boxes = place(edges, sizes, rank, routes, obstacles, frames, importance, beside=beside)
    plates = []
    for number, sides in boxes.items():
        left, top, right, bottom = sides.tolist()
        box = QRectF(left, top, right - left, bottom - top)
        point = anchor(edges[number], sides, routes) if rank[number] else None
        at = None if point is None else QPointF(*point.tolist())
        plates.append(Plate(labels[number], box, at))
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
            if plate.anchor is not None:
                at = plate.anchor
                self._bounds |= QRectF(at.x() - 4.0, at.y() - 4.0, 8.0, 8.0)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def draw(self, painter: QPainter, zoom: float) -> None:
        if zoom < _LEGIBLE:
            return
        painter.setFont(self.lettering.small)
        for plate in self.plates:
            if plate.anchor is not None:
                _draw_leader(painter, plate, plate.anchor, self.theme)
        for plate in self.plates:
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
    border = plate.label.border
    painter.setPen(QPen(border, 1.2) if border is not None else Qt.PenStyle.NoPen)
    painter.setBrush(theme.canvas)
    painter.drawRoundedRect(plate.box, 4.0, 4.0)
    row = QRectF(plate.box.left(), plate.box.top() + 2.0, plate.box.width(), LINE)
    for line in plate.label.lines:
        painter.setPen(line.colour)
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, line.text)
        row.translate(0.0, LINE)
