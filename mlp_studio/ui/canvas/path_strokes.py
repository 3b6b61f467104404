"""Where the paths of the lens run on the figure: hops from unit to unit and on to the loss."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from mlp_studio.engine.local_derivatives import Factor
from mlp_studio.engine.paths import Path
from mlp_studio.ui.canvas.column import RADIUS
from mlp_studio.ui.canvas.loss_item import HALF
from mlp_studio.ui.canvas.scene import NetworkScene
from mlp_studio.ui.parameters import unit_of_row

LOSS = -1
"""The last node of every path, in place of a row."""
RING = 4.5
"""From a disc to the outside of the ring around it."""
_SIDEWAYS = 34.0
"""How far the arc between two units of a softmax leaves its column."""
_ARC_SHARES = np.linspace(0.0, 1.0, 13)


@dataclass(frozen=True, eq=False)
class Stroke:
    """One hop that paths have in common, in scene coordinates.

    `share` is their |product| together, against that of the strongest stroke. A hop that leads
    along an edge that is not drawn, in a folded layer, `is_hidden`.
    """

    points: QPolygonF
    share: float
    is_hidden: bool

    def at(self, share: float) -> QPointF:
        """The point at a share of its length."""
        points = [self.points.at(number) for number in range(self.points.size())]
        lengths = [math.dist(one.toTuple(), other.toTuple()) for one, other in pairwise(points)]
        left = share * sum(lengths)
        for (start, end), length in zip(pairwise(points), lengths, strict=True):
            if left <= length and length > 0.0:
                return start + (end - start) * (left / length)
            left -= length
        return points[-1]


Hop = tuple[int, int, int]
"""Its parameter (−1 for none), the node row it leaves, and the row, or LOSS, it comes to."""


def hops(path: Path) -> Iterator[Hop]:
    """The hops of a path, those within a softmax layer among them."""
    edges = iter(path.edges)
    along = next(edges, None)
    for place, (row, onward) in enumerate(pairwise([*path.nodes, LOSS])):
        is_coupled = place > 0 and any(
            factor.kind == "coupling" and (factor.place, factor.towards) == (row, onward)
            for factor in path.factors
        )
        if onward == LOSS or is_coupled:
            yield -1, row, onward
        else:
            yield -1 if along is None else along, row, onward
            along = next(edges, None)


def factors_by_hop(path: Path) -> list[list[Factor]]:
    """The factors of each hop: what is met on the way along it, or at the unit it leaves."""
    groups: list[list[Factor]] = [[]]
    for factor in path.factors:
        groups[-1].append(factor)
        is_along = factor.kind in ("weight", "output")
        if is_along or (factor.kind == "coupling" and factor.towards != factor.place):
            groups.append([])
    return groups


def strokes(scene: NetworkScene, paths: Sequence[Path]) -> dict[Hop, Stroke]:
    """All hops of these paths, each once."""
    weight: dict[Hop, float] = {}
    for path in paths:
        size = abs(path.product)
        for hop in hops(path):
            weight[hop] = weight.get(hop, 0.0) + (size if math.isfinite(size) else 0.0)
    largest = max(weight.values(), default=0.0) or 1.0
    found = {}
    for hop, size in weight.items():
        points, is_hidden = _route(scene, hop)
        if points is not None:
            found[hop] = Stroke(points, size / largest, is_hidden)
    return found


@dataclass(frozen=True)
class RowPlace:
    """The middle of a unit's disc; of one that is not drawn, where its layer is folded."""

    layer: str
    at: QPointF
    is_shown: bool


def place_of_row(scene: NetworkScene, row: int) -> RowPlace | None:
    """Where a node row is; None for a constant, and for a unit that the figure does not have."""
    compiled = scene.observed.document.compiled
    unit = None if compiled is None else unit_of_row(compiled.network.layout, row)
    item = None if unit is None else scene.layers.get(unit[0])
    if unit is None or item is None:
        return None
    centre = item.column.centre(unit[1])
    at = item.column.ellipsis if centre is None else centre
    return RowPlace(unit[0], item.pos() + at, centre is not None)


def _route(scene: NetworkScene, hop: Hop) -> tuple[QPolygonF | None, bool]:
    parameter, row, onward = hop
    if parameter >= 0:
        rows = np.flatnonzero(scene.table.parameter == parameter)
        if len(rows):
            return _along_edge(scene, int(rows[0])), False
    start = place_of_row(scene, row)
    if start is None:
        return None, False
    gap = QPointF(RADIUS, 0.0)
    if onward == LOSS:
        end = scene.loss.pos() - QPointF(HALF, 0.0)
        return QPolygonF([start.at + QPointF(RADIUS + RING, 0.0), end]), not start.is_shown
    target = place_of_row(scene, onward)
    if target is None:
        return None, False
    is_hidden = not (start.is_shown and target.is_shown)
    if parameter < 0:
        return _arc(start.at, target.at), is_hidden
    return QPolygonF([start.at + gap, target.at - gap]), is_hidden


def _along_edge(scene: NetworkScene, edge: int) -> QPolygonF:
    routes = scene.routes
    pieces = routes.segments[routes.first[edge] : routes.first[edge + 1]]
    points = [QPointF(*piece[:2].tolist()) for piece in pieces]
    return QPolygonF([*points, QPointF(*pieces[-1, 2:].tolist())])


def _arc(start: QPointF, end: QPointF) -> QPolygonF:
    """Between two units of a column, beside it."""
    gap = QPointF(RADIUS, 0.0)
    aside = (start + end) / 2 + gap + QPointF(2 * _SIDEWAYS, 0.0)
    one, other = start + gap, end + gap
    return QPolygonF(
        [
            one * (1 - share) ** 2 + aside * (2 * share * (1 - share)) + other * share**2
            for share in _ARC_SHARES.tolist()
        ]
    )
