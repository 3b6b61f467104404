"""Where layers stand: where they were put, and for the rest the arranged order, with room to read.

A project's positions are measured in discs: `arrange.UNIT_PITCH` from one to the next. The canvas
draws larger, with room for numbers, so positions are scaled on their way in and out. How tall a
layer really is, folded or not, only the canvas knows, so it stacks arranged layers itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
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
_NARROWEST = 130.0
"""From column to column, when a layer is put between two that leave it little room."""
SNAP = 12.0
"""A layer dropped this near to another's height takes the same height."""
GRID = 4.0


def places(project: Project, columns: Mapping[str, Column]) -> dict[str, QPointF]:
    """The middle of every layer's column of discs."""
    order = arranged(project, columns)
    return {
        layer.id: order[layer.id] if layer.position is None else in_scene(layer.position)
        for layer in project.layers
    }


def in_scene(position: Point) -> QPointF:
    return QPointF(*position) * SCALE


def in_project(at: QPointF) -> Point:
    return at.x() / SCALE, at.y() / SCALE


def arranged(project: Project, columns: Mapping[str, Column]) -> dict[str, QPointF]:
    """Layers side by side in the order things flow, whoever placed them where."""
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


def roomy(at: QPointF, size: QRectF, taken: Iterable[QRectF]) -> QPointF:
    """`at`, moved sideways until a column gap lies between it and its neighbours in the row.

    Between two neighbours without that much room it is in the middle. `size` is the layer's
    bounds, and `taken` those of the others, whose middles are their columns.
    """
    row = size.translated(at)
    beside = [
        box.center().x() for box in taken if box.top() < row.bottom() and box.bottom() > row.top()
    ]
    left = max((x for x in beside if x <= at.x()), default=-np.inf)
    right = min((x for x in beside if x > at.x()), default=np.inf)
    low, high = left + COLUMN_GAP, right - COLUMN_GAP
    if low <= high:
        return QPointF(min(max(at.x(), low), high), at.y())
    if right - left >= 2 * _NARROWEST:
        return QPointF((left + right) / 2, at.y())
    # No room for one more between these two: it goes after all of them.
    return QPointF(max(beside) + COLUMN_GAP, at.y())


def free_place(wanted: QPointF, size: QRectF, taken: Iterable[QRectF]) -> QPointF:
    """The first place from `wanted` to the right with a column gap to every layer in its row."""
    boxes = list(taken)
    at = QPointF(wanted)
    while met := [box for box in boxes if _too_near(size.translated(at), box)]:
        at.setX(max(box.center().x() for box in met) + COLUMN_GAP)
    return at


def _too_near(box: QRectF, other: QRectF) -> bool:
    level = other.top() < box.bottom() and other.bottom() > box.top()
    return level and abs(other.center().x() - box.center().x()) < COLUMN_GAP - 0.5
