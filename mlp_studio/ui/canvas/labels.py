"""Numbers on edges: small plates of the canvas's colour, never one across another.

`place` is geometry only: which plates fit, and where along their edges.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from mlp_studio.ui.canvas.canvas_item import CanvasItem
from mlp_studio.ui.canvas.lettering import Lettering
from mlp_studio.ui.canvas.routes import Routes, runs_through
from mlp_studio.ui.theme import Theme

Floats = NDArray[np.float64]
MOST = 300
"""Plates placed at most."""
LINE = 17.0
_PADDING = 4.0
_AIR = 2.0
_SHARES = 0.5 + 0.04 * np.array([0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6, -7, 7, -8, 8])
"""Where along its edge a plate may sit, the preferred places first."""
_MOST_CROSSED = 2
"""A plate that would hide more edges than this is left to hovering, unless it must be seen."""
_MANY, _ENOUGH = 6, 0.6
"""Of so many labels at least this share is to be shown."""
_LEGIBLE = 0.45


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    colour: QColor


@dataclass(frozen=True, slots=True)
class Label:
    """What is to be written on an edge. `must` ones come first and may cross more edges."""

    edge: int
    lines: tuple[Line, ...]
    must: bool = False
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


def place(
    labels: Sequence[Label],
    sizes: Floats,
    routes: Routes,
    obstacles: Floats,
    frames: Floats,
    importance: Floats | None = None,
) -> list[Plate]:
    """Put labels, the most important first, where they hide least; leave out what does not fit.

    `sizes` is (n, 2): width, height. `obstacles` and `frames` are (m, 4): left, top, right,
    bottom; a plate never touches an obstacle or another plate, and lies on a frame only if it
    must. `importance` (E,) is what hiding a piece of each edge costs, 1 if it is not given.
    """
    costs = np.ones(len(routes.first) - 1) if importance is None else importance
    hiding = costs[routes.owner]
    order = sorted(range(len(labels)), key=lambda n: not labels[n].must)[:MOST]
    taken = np.concatenate([obstacles, np.full((len(order), 4), np.inf)])
    used = len(obstacles)
    plates = []
    for n in order:
        half = sizes[n] / 2
        centres = routes.points(labels[n].edge, _SHARES)
        boxes = np.column_stack([centres - half, centres + half])
        free = ~_overlap(boxes, taken[:used]).any(axis=1)
        if not free.any():
            continue
        crossed = _crossed(boxes, routes, labels[n].edge)
        cost = crossed @ hiding + 1.5 * _overlap(boxes, frames).any(axis=1) + np.abs(_SHARES - 0.5)
        cost[~free] = np.inf
        best = int(np.argmin(cost))
        if crossed[best].sum() > _MOST_CROSSED and not labels[n].must:
            continue
        left, top, right, bottom = boxes[best].tolist()
        taken[used] = left - _AIR, top - _AIR, right + _AIR, bottom + _AIR
        used += 1
        plates.append(Plate(labels[n], QRectF(left, top, right - left, bottom - top)))
    return _without_sparse(plates, labels)


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


def _overlap(boxes: Floats, others: Floats) -> NDArray[np.bool_]:
    """Which of (n, 4) boxes overlap which of (m, 4) others: (n, m)."""
    left, top, right, bottom = (boxes[:, None, side] for side in range(4))
    return (
        (left < others[None, :, 2])
        & (right > others[None, :, 0])
        & (top < others[None, :, 3])
        & (bottom > others[None, :, 1])
    )


def _crossed(boxes: Floats, routes: Routes, edge: int) -> NDArray[np.bool_]:
    """Which segments (m) of other edges run through which boxes: (n, m)."""
    crossed = np.zeros((len(boxes), len(routes.segments)), dtype=np.bool_)
    near = np.flatnonzero(_overlap(_extent(boxes), routes.extents)[0])
    crossed[:, near] = runs_through(routes.segments[near], boxes)
    crossed[:, routes.first[edge] : routes.first[edge + 1]] = False
    return crossed


def _extent(boxes: Floats) -> Floats:
    """The one box around all boxes, (1, 4)."""
    return np.concatenate([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])[None, :]


class LabelsItem(CanvasItem):
    """Draws the plates: above the edges, below the units."""

    def __init__(self, theme: Theme, lettering: Lettering) -> None:
        super().__init__(theme, lettering, height=1.0)
        self._bounds = QRectF()
        self.plates: tuple[Plate, ...] = ()

    def set_plates(self, plates: Sequence[Plate]) -> None:
        self.prepareGeometryChange()
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
