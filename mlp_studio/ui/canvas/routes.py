"""How edges run: straight from disc to disc, or in an arc around the layers between.

An arc is flattened, so that all routes together are one contiguous array of straight segments.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from mlp_studio.ui.canvas.column import HALF_WIDTH, RADIUS, ROW, Column
from mlp_studio.ui.canvas.edge_table import NONE, EdgeTable

Floats = NDArray[np.float64]
CLEARANCE = 14.0
"""Between an arc and the layers it goes around."""
LANE = 7.0
"""Between two arcs of one link, as long as there are few of them."""
WIDEST_RIBBON = 56.0
_SEAM = 0.8
_TOUCH = 1e-6
_SOFTNESS = 0.75
"""How far an arc's bend leaves and arrives level, as a share of its width."""
_PIECES = 20
"""Straight pieces of each bend of an arc."""


@dataclass(frozen=True, eq=False)
class Placed:
    """A column and where its middle is in the scene."""

    column: Column
    at: QPointF

    @property
    def bounds(self) -> QRectF:
        return self.column.bounds.translated(self.at)


@dataclass(frozen=True, eq=False)
class Routes:
    """`segments` is (S, 4): x1, y1, x2, y2. Those of edge e are first[e] to first[e+1]."""

    segments: Floats
    first: NDArray[np.intp]
    arcs: tuple[int, ...] = ()
    """Numbers of the links that go around something."""

    @cached_property
    def extents(self) -> Floats:
        """The box around each segment, (S, 4): left, top, right, bottom."""
        starts, ends = self.segments[:, :2], self.segments[:, 2:]
        # A hair wider, so that the box of a level segment is not empty.
        return np.column_stack([np.minimum(starts, ends) - 0.5, np.maximum(starts, ends) + 0.5])

    @cached_property
    def owner(self) -> NDArray[np.intp]:
        """The edge each segment belongs to."""
        return np.repeat(np.arange(len(self.first) - 1), np.diff(self.first))

    def points(self, edge: int, shares: Floats) -> Floats:
        """Points on an edge at these shares of its length: (len(shares), 2)."""
        pieces = self.segments[self.first[edge] : self.first[edge + 1]]
        lengths = np.hypot(pieces[:, 2] - pieces[:, 0], pieces[:, 3] - pieces[:, 1])
        ends = np.concatenate([[0.0], np.cumsum(lengths)])
        along = shares * ends[-1]
        x = np.interp(along, ends, np.append(pieces[:, 0], pieces[-1, 2]))
        y = np.interp(along, ends, np.append(pieces[:, 1], pieces[-1, 3]))
        return np.column_stack([x, y])

    def nearest(self, x: float, y: float, within: float) -> int | None:
        """The edge closest to a point, if one is `within` reach."""
        if not len(self.segments):
            return None
        distances = distance_to_segments(self.segments, x, y)
        segment = int(np.argmin(distances))
        if distances[segment] > within:
            return None
        return int(np.searchsorted(self.first, segment, side="right")) - 1


def distance_to_segments(segments: Floats, x: float, y: float) -> NDArray[np.float32]:
    """The distance of a point to each of the segments (S, 4), in single precision."""
    x1, y1, x2, y2 = segments.T.astype(np.float32)
    dx, dy = x2 - x1, y2 - y1
    length = np.maximum(dx * dx + dy * dy, np.float32(1e-12))
    share = np.clip(((x - x1) * dx + (y - y1) * dy) / length, 0.0, 1.0)
    distances: NDArray[np.float32] = np.hypot(x1 + share * dx - x, y1 + share * dy - y)
    return distances


def sides(boxes: Iterable[QRectF]) -> Floats:
    """Rectangles as (n, 4): left, top, right, bottom."""
    rows = [(box.left(), box.top(), box.right(), box.bottom()) for box in boxes]
    return np.array(rows, dtype=np.float64).reshape(-1, 4)


def runs_through(segments: Floats, boxes: Floats) -> NDArray[np.bool_]:
    """Which segments (m, 4) run through which boxes (n, 4): (n, m), by separating axes."""
    x1, y1, x2, y2 = (segments[None, :, side] for side in range(4))
    left, top, right, bottom = (boxes[:, None, side] for side in range(4))
    beside = (
        (np.maximum(x1, x2) < left)
        | (np.minimum(x1, x2) > right)
        | (np.maximum(y1, y2) < top)
        | (np.minimum(y1, y2) > bottom)
    )
    normal_x, normal_y = y2 - y1, x1 - x2
    reach = np.abs(normal_x) * (right - left) / 2 + np.abs(normal_y) * (bottom - top) / 2
    offset = normal_x * ((left + right) / 2 - x1) + normal_y * ((top + bottom) / 2 - y1)
    crossed: NDArray[np.bool_] = ~beside & (np.abs(offset) < reach)
    return crossed


def route(table: EdgeTable, placed: Mapping[str, Placed]) -> Routes:
    """The way of every edge of the table."""
    layers = [placed[layer] for layer in table.layers]
    pieces: list[Floats] = []
    counts = np.ones(len(table), dtype=np.intp)
    arcs: list[int] = []
    starts, ends = _ends(table, layers)
    above = True
    for number in range(len(table.links)):
        rows = np.flatnonzero(table.link == number)
        if not len(rows):
            continue
        source, target = int(table.source[rows[0]]), int(table.target[rows[0]])
        straight = np.column_stack([starts[rows], ends[rows]])
        avoid = _in_the_way(layers, source, target, straight)
        if not avoid:
            pieces.append(straight)
            continue
        arcs.append(number)
        pieces.append(_arcs(starts[rows], ends[rows], layers, avoid, above))
        counts[rows] = 2 * _PIECES + 1
        above = not above
    biases = np.flatnonzero(table.link == NONE)
    pieces.append(np.column_stack([starts[biases], ends[biases]]))
    segments = np.ascontiguousarray(np.concatenate(pieces))
    return Routes(segments, np.concatenate([[0], np.cumsum(counts)]).astype(np.intp), tuple(arcs))


def _ends(table: EdgeTable, layers: Sequence[Placed]) -> tuple[Floats, Floats]:
    """Where edges leave and arrive: right and left of the discs; biases from their satellite."""
    starts, ends = np.empty((len(table), 2)), np.empty((len(table), 2))
    for number, layer in enumerate(layers):
        for side, units, points, x in (
            (table.source, table.k, starts, RADIUS),
            (table.target, table.j, ends, -RADIUS),
        ):
            rows = side == number
            heights = layer.column.heights[np.searchsorted(layer.column.shown, units[rows])]
            points[rows] = np.column_stack([np.full(len(heights), x), heights])
            points[rows] += (layer.at.x(), layer.at.y())
    biases = table.is_bias
    middle = ends[biases] + (RADIUS, 0.0)
    starts[biases] = middle - np.array([RADIUS + 16.0, RADIUS + ROW / 2 - 6.0])
    ends[biases] = middle - np.array([0.85, 0.52]) * RADIUS
    return starts, ends


def _in_the_way(layers: Sequence[Placed], source: int, target: int, straight: Floats) -> list[int]:
    """The layers that straight edges from one layer to the other would run through.

    Only those that stand wholly between the two: there is no way around one beside them.
    """
    left = layers[source].at.x() + HALF_WIDTH
    right = layers[target].at.x() - HALF_WIDTH
    between = [
        number
        for number, layer in enumerate(layers)
        if left <= layer.at.x() - HALF_WIDTH and layer.at.x() + HALF_WIDTH <= right
    ]
    frames = sides(layers[number].column.frame.translated(layers[number].at) for number in between)
    crossed = np.flatnonzero(runs_through(straight, frames).any(axis=1))
    return [between[row] for row in crossed.tolist()]


def _arcs(
    starts: Floats, ends: Floats, layers: Sequence[Placed], avoid: list[int], above: bool
) -> Floats:
    """Every edge in its own lane over (or under) the layers to avoid: the topmost outermost."""
    lane = min(LANE, WIDEST_RIBBON / max(len(starts), 1))
    ribbon = lane * (len(starts) - 1)
    around = layers[avoid[0]].bounds
    for number in avoid[1:]:
        around |= layers[number].bounds
    around = _cleared(around, [layer.bounds for layer in layers], ribbon, above)
    order = np.argsort(np.argsort(starts[:, 1] + ends[:, 1], kind="stable"), kind="stable")
    if above:
        lanes = around.top() - CLEARANCE - ribbon + lane * order
    else:
        lanes = around.bottom() + CLEARANCE + lane * order
    return np.concatenate(
        [
            _arc(start, end, around.left(), around.right(), height)
            for start, end, height in zip(starts, ends, lanes, strict=True)
        ]
    )


def _cleared(around: QRectF, boxes: Sequence[QRectF], ribbon: float, above: bool) -> QRectF:
    """`around` made taller until a ribbon of lanes along it meets no other layer."""
    while True:
        depth = CLEARANCE + ribbon
        top = around.top() - depth if above else around.bottom()
        strip = QRectF(around.left(), top, around.width(), depth)
        # Only what reaches beyond: a box that merely touches would be met for ever, by rounding.
        met = [
            box
            for box in boxes
            if box.intersects(strip) and _beyond(box, around, above=above) > _TOUCH
        ]
        if not met:
            return around
        if above:
            around.setTop(min(box.top() for box in met))
        else:
            around.setBottom(max(box.bottom() for box in met))


def _beyond(box: QRectF, around: QRectF, *, above: bool) -> float:
    """How far a box reaches out of `around` on the side where the ribbon runs."""
    return around.top() - box.top() if above else box.bottom() - around.bottom()


def _arc(start: Floats, end: Floats, left: float, right: float, height: float) -> Floats:
    """A bend up, a straight lane, a bend down."""
    share = np.linspace(0.0, 1.0, _PIECES + 1)
    rise_by, fall_by = _SOFTNESS * (left - start[0]), _SOFTNESS * (end[0] - right)
    rise = _bezier(
        share, start, (start[0] + rise_by, start[1]), (left - rise_by, height), (left, height)
    )
    fall = _bezier(
        share, (right, height), (right + fall_by, height), (end[0] - fall_by, end[1]), end
    )
    points = np.concatenate([rise, fall])
    pieces = np.column_stack([points[:-1], points[1:]])
    # Each piece runs a little into the next, so that no seam shows between them.
    steps = points[1:-1] - points[:-2]
    lengths = np.maximum(np.hypot(steps[:, 0], steps[:, 1]), 1e-9)
    pieces[:-1, 2:] += steps * (_SEAM / lengths)[:, None]
    return pieces


def _bezier(share: Floats, *control: Sequence[float] | Floats) -> Floats:
    """A cubic Bézier curve (de Casteljau's polynomial form) at these shares: (n, 2)."""
    t, s = share[:, None], 1.0 - share[:, None]
    p0, p1, p2, p3 = (np.asarray(point) for point in control)
    curve: Floats = s**3 * p0 + 3 * s**2 * t * p1 + 3 * s * t**2 * p2 + t**3 * p3
    return curve
