"""A tiny picture of a network: its layers as columns of dots, its links as bundles of lines."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from mlp_studio.project.arrange import arrange
from mlp_studio.project.model import Project

_GREATEST_ACROSS, _GREATEST_DOWN = 20.0, 10.0
"""From one dot's centre to the next, where there is room."""
_GREATEST_RADIUS = 2.5
_BETWEEN_LAYERS = 0.75
"""Free height between layers above one another, in dots."""
_OVERHEAD = 6.0
"""Kept free above the dots for links that pass over a column."""

Spot = tuple[int, int]
"""A layer's column, and which it is in that column from above."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """`columns`: from the left, the sizes of the layers that stand above one another."""

    columns: tuple[tuple[int, ...], ...]
    links: tuple[tuple[Spot, Spot], ...] = ()

    @property
    def sizes(self) -> str:
        """The layers' sizes in words of the field: "2 → 2 → 1"."""
        return " → ".join(" + ".join(map(str, column)) for column in self.columns)


def sketch_of(project: Project) -> Sketch:
    """What there is to draw, each layer in the column `arrange` gives it."""
    places = arrange(project)
    across = sorted({x for x, _ in places.values()})
    columns: list[list[int]] = [[] for _ in across]
    spots: dict[str, Spot] = {}
    for layer in sorted(project.layers, key=lambda layer: places[layer.id][1]):
        column = across.index(places[layer.id][0])
        spots[layer.id] = column, len(columns[column])
        columns[column].append(layer.units)
    links = tuple((spots[link.source], spots[link.target]) for link in project.links)
    return Sketch(tuple(map(tuple, columns)), links)


def draw_sketch(
    painter: QPainter, room: QRectF, sketch: Sketch, dots: QColor, lines: QColor
) -> None:
    """Draw it in the middle of `room`, in device-independent pixels."""
    if not sketch.columns:
        return
    passing = [link for link in sketch.links if _passes_over(link)]
    below = room.adjusted(0.0, _OVERHEAD if passing else 0.0, 0.0, 0.0)
    down = min(_GREATEST_DOWN, below.height() / max(map(_height, sketch.columns)))
    radius = min(_GREATEST_RADIUS, 0.34 * down)
    centres = _centres(below, sketch, down, radius)
    painter.setPen(QPen(lines, 0.75))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for source, target in sketch.links:
        if (source, target) in passing:
            _draw_over(painter, room.top() + 1.0, centres[source][0], centres[target][0])
        else:
            ends = product(centres[source], centres[target])
            painter.drawLines([QLineF(start, end) for start, end in ends])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(dots)
    for layer in centres.values():
        for centre in layer:
            painter.drawEllipse(centre, radius, radius)


def _centres(room: QRectF, sketch: Sketch, down: float, radius: float) -> dict[Spot, list[QPointF]]:
    gaps = len(sketch.columns) - 1
    across = min(_GREATEST_ACROSS, (room.width() - 2 * radius) / max(gaps, 1))
    found: dict[Spot, list[QPointF]] = {}
    for number, column in enumerate(sketch.columns):
        x = room.center().x() + (number - gaps / 2) * across
        y = room.center().y() + (1.0 - _height(column)) * down / 2
        for place, units in enumerate(column):
            found[number, place] = [QPointF(x, y + at * down) for at in range(_dots(units))]
            y += (_dots(units) + _BETWEEN_LAYERS) * down
    return found


def _draw_over(painter: QPainter, top: float, start: QPointF, end: QPointF) -> None:
    """A link past other columns, over the heads of their dots."""
    path = QPainterPath(start)
    # The curve rises to three quarters of the height of its control points.
    rise = (top - (start.y() + end.y()) / 2) / 0.75
    path.cubicTo(start + QPointF(0.0, rise), end + QPointF(0.0, rise), end)
    painter.drawPath(path)


def _passes_over(link: tuple[Spot, Spot]) -> bool:
    (source, _), (target, _) = link
    return target - source > 1


def _height(column: tuple[int, ...]) -> float:
    """In dots and the gaps between layers."""
    return sum(map(_dots, column)) + _BETWEEN_LAYERS * (len(column) - 1)


def _dots(units: int) -> int:
    """Up to five units are counted, more are only many."""
    if units <= 5:
        return units
    return 6 if units <= 16 else 7
