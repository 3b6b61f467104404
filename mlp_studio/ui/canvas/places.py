"""Where layers stand: where they were put, and for the rest the arranged order, with room to read.

A project's positions are measured in discs: `arrange.UNIT_PITCH` from one to the next. The canvas
draws larger, with room for numbers, so positions are scaled on their way in and out. How tall a
layer really is, folded or not, only the canvas knows, so it stacks arranged layers itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF

from mlp_studio.project.arrange import COLUMN_GAP as ARRANGED_GAP
from mlp_studio.project.arrange import UNIT_PITCH, arrange
from mlp_studio.project.model import Point, Project
from mlp_studio.ui.canvas.column import PITCH, Column

SCALE = PITCH / UNIT_PITCH
"""Pixels of the scene to one unit of a project's positions."""
COLUMN_GAP = ARRANGED_GAP * SCALE
"""From column to column: room for a product and its result on an edge."""
LAYER_GAP = 28.0
SNAP = 12.0
"""A layer dropped this near to another's height takes the same height."""
GRID = 4.0


def places(project: Project, columns: Mapping[str, Column]) -> dict[str, QPointF]:
    """The middle of every layer's column of discs."""
    arranged = _arranged(project, columns)
    return {
        layer.id: arranged[layer.id] if layer.position is None else in_scene(layer.position)
        for layer in project.layers
    }


def in_scene(position: Point) -> QPointF:
    return QPointF(*position) * SCALE


def in_project(at: QPointF) -> Point:
    return at.x() / SCALE, at.y() / SCALE


def _arranged(project: Project, columns: Mapping[str, Column]) -> dict[str, QPointF]:
    order = arrange(project)
    across = sorted({x for x, _ in order.values()})
    middle = (len(across) - 1) / 2
    result = {}
    for number, x in enumerate(across):
        stack = sorted((y, layer) for layer, (at, y) in order.items() if at == x)
        bounds = [columns[layer].bounds for _, layer in stack]
        height = sum(box.height() for box in bounds) + LAYER_GAP * (len(stack) - 1)
        # A single layer is centred on its discs, so that straight rows of units stay straight.
        top = bounds[0].top() if len(stack) == 1 else -height / 2
        for (_, layer), box in zip(stack, bounds, strict=True):
            result[layer] = QPointF((number - middle) * COLUMN_GAP, top - box.top())
            top += box.height() + LAYER_GAP
    return result


def snapped(at: QPointF, others: Iterable[QPointF]) -> QPointF:
    """`at` on the grid, and level with another layer if it nearly is."""
    y = round(at.y() / GRID) * GRID
    level = min((other.y() for other in others), key=lambda y: abs(y - at.y()), default=y)
    if abs(level - at.y()) <= SNAP:
        y = level
    return QPointF(round(at.x() / GRID) * GRID, y)


def free_place(wanted: QPointF, size: QRectF, taken: Iterable[QRectF]) -> QPointF:
    """The first place from `wanted` to the right where a layer of this size covers no other."""
    boxes = list(taken)
    at = QPointF(wanted)
    while any(size.translated(at).intersects(box) for box in boxes):
        at.setX(at.x() + COLUMN_GAP / 2)
    return at
