"""Where plates go along their edges so that none covers another: geometry only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from mlp_studio.ui.canvas.routes import Routes, runs_through

Floats = NDArray[np.float64]
_MARGIN = np.array([-2.0, -2.0, 2.0, 2.0])
"""Air around a plate."""
_SHARES = 0.5 + 0.04 * np.array([0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6, -7, 7, -8, 8])
"""Where along its edge a plate may sit, the preferred places first."""
_MUST_SHARES = np.concatenate(
    [_SHARES, 0.5 + 0.02 * np.array([-1, 1, -3, 3, -5, 5, -7, 7, -17, 17, -18, 18, -19, 19])]
)
"""The same for a plate that must be seen: closer together, and nearer to the ends."""
_ON_A_FRAME = 1.5
_ANCHORS = np.array([0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8])
_AWAY = np.arange(18.0, 260.0, 12.0)
_TURNS = np.linspace(0.0, 2 * np.pi, 12, endpoint=False) + np.pi / 2
"""Where beside its edge a plate may sit: from these points, so far, in these directions."""
_PER_PIXEL, _STRUCK = 1 / 40, 3.0
"""What it costs to be away from the edge, and to lead a line across something."""
MOST_BESIDE = 24
"""If more plates than this find no place on their edges, lines to all of them would be soup."""
_MOST_CROSSED = 2
"""A plate that would hide more edges than this is left to hovering, unless it must be seen."""


Choices = tuple[Floats, Floats]
"""Candidate boxes (c, 4) and what each costs (c,), infinite where it is not allowed."""


def place(
    edges: Sequence[int],
    sizes: Floats,
    must: NDArray[np.integer | np.bool_],
    routes: Routes,
    obstacles: Floats,
    frames: Floats,
    importance: Floats | None = None,
    *,
    beside: int = 0,
    known: dict[tuple[object, ...], Choices] | None = None,
) -> dict[int, Floats]:
    """The boxes of the plates that fit, by their number: left, top, right, bottom.

    Plate n, of `sizes[n]` (width, height), belongs on edge `edges[n]`; those that `must` be seen
    come first, the higher numbers before the lower, then the others in their order. `beside` lets
    those that must be seen, with numbers up to this, take a place near their edge if they find
    none on it. `obstacles` and `frames` are (m, 4) boxes: a plate never touches an obstacle or
    another plate, and lies on a frame only if there is no better place. `importance` (E,) is what
    hiding a piece of each edge costs, 1 if it is not given; what costs nothing is not looked at.
    `known` keeps what was found for a plate, for further calls with the same surroundings.
    """
    known = {} if known is None else known
    costs = np.ones(len(routes.first) - 1) if importance is None else importance
    hiding = costs[routes.owner]
    choices = []
    for edge, size, needed in zip(edges, sizes, must.astype(bool).tolist(), strict=True):
        key = (edge, *size.tolist(), needed)
        if key not in known:
            known[key] = _choices(edge, size, routes, obstacles, frames, hiding, must=needed)
        choices.append(known[key])
    rank = must.astype(np.intp)
    placed: dict[int, Floats] = {}
    for level in range(int(rank.max(initial=0)), 0, -1):
        first = np.flatnonzero(rank == level).tolist()
        room = {n: int(np.isfinite(choices[n][1]).sum()) for n in first}
        # One plate can take the only place of another, so several orders are tried.
        orders = [first, sorted(first, key=room.__getitem__), first[::-1]]
        placed = max((_greedily(order, choices, placed) for order in orders), key=len)
        left_over = [n for n in first if n not in placed]
        if level <= beside and len(left_over) <= MOST_BESIDE:
            for n in left_over:
                taken = np.concatenate([obstacles, np.array([*placed.values()]).reshape(-1, 4)])
                nearby = _nearby(edges[n], sizes[n], routes, taken, frames, hiding)
                placed = _greedily([n], {n: nearby}, placed)
    rest = np.flatnonzero(rank == 0).tolist()
    return _greedily(rest, choices, placed)


def anchor(edge: int, box: Floats, routes: Routes) -> Floats | None:
    """The point of an edge that is nearest to a box beside it; None if the edge runs through."""
    pieces = routes.segments[routes.first[edge] : routes.first[edge + 1]]
    if runs_through(pieces, box[None, :]).any():
        return None
    points = routes.points(edge, np.linspace(0.15, 0.85, 36))
    nearest = np.clip(points, box[:2], box[2:])
    point: Floats = points[np.argmin(np.hypot(*(points - nearest).T))]
    return point


def _choices(
    edge: int,
    size: Floats,
    routes: Routes,
    obstacles: Floats,
    frames: Floats,
    hiding: Floats,
    *,
    must: bool,
) -> Choices:
    shares = _MUST_SHARES if must else _SHARES
    centres = routes.points(edge, shares)
    boxes = np.column_stack([centres - size / 2, centres + size / 2])
    hidden, crossed = _crossed(boxes, routes, edge, hiding)
    cost = hidden + np.abs(shares - 0.5)
    cost += _ON_A_FRAME * _overlap(boxes, frames).any(axis=1)
    cost[_overlap(boxes, obstacles).any(axis=1)] = np.inf
    if not must:
        cost[crossed > _MOST_CROSSED] = np.inf
    return boxes, cost


def _nearby(
    edge: int, size: Floats, routes: Routes, taken: Floats, frames: Floats, hiding: Floats
) -> Choices:
    """Places around an edge, the nearest cheapest; a line is to lead to them."""
    anchors = routes.points(edge, _ANCHORS)
    ways = np.column_stack([np.cos(_TURNS), np.sin(_TURNS)])
    # Measured from the plate's rim, which is farther from its middle sideways than upward.
    reach = (
        _AWAY[None, :, None] * ways[:, None, :] + np.sign(np.round(ways, 9))[:, None, :] * size / 2
    )
    centres = (anchors[:, None, None, :] + reach[None]).reshape(-1, 2)
    starts = np.repeat(anchors, len(_TURNS) * len(_AWAY), axis=0)
    boxes = np.column_stack([centres - size / 2, centres + size / 2])
    ends = np.clip(starts, boxes[:, :2], boxes[:, 2:])
    taken = taken[_overlap(_around(boxes), taken)[0]]
    cost = np.hypot(*(ends - starts).T) * _PER_PIXEL
    cost += _crossed(boxes, routes, edge, hiding)[0]
    cost += _ON_A_FRAME * _overlap(boxes, frames).any(axis=1)
    cost += _STRUCK * runs_through(np.column_stack([starts, ends]), taken).sum(axis=0)
    cost[_overlap(boxes, taken).any(axis=1)] = np.inf
    return boxes, cost


def _greedily(
    order: Iterable[int],
    choices: Sequence[Choices] | Mapping[int, Choices],
    placed: dict[int, Floats],
) -> dict[int, Floats]:
    """Each plate of `order` at its cheapest place that is still free, beside those `placed`."""
    result = dict(placed)
    taken = np.array(list(placed.values())).reshape(-1, 4) + _MARGIN
    for n in order:
        boxes, cost = choices[n]
        open_cost = np.where(_overlap(boxes, taken).any(axis=1), np.inf, cost)
        best = int(np.argmin(open_cost))
        if np.isfinite(open_cost[best]):
            result[n] = boxes[best]
            taken = np.vstack([taken, boxes[best] + _MARGIN])
    return result


def _overlap(boxes: Floats, others: Floats) -> NDArray[np.bool_]:
    """Which of (n, 4) boxes overlap which of (m, 4) others: (n, m)."""
    left, top, right, bottom = (boxes[:, None, side] for side in range(4))
    overlap: NDArray[np.bool_] = (
        (left < others[None, :, 2])
        & (right > others[None, :, 0])
        & (top < others[None, :, 3])
        & (bottom > others[None, :, 1])
    )
    return overlap


def _around(boxes: Floats) -> Floats:
    """The one box around boxes, (1, 4)."""
    return np.concatenate([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])[None, :]


def _crossed(
    boxes: Floats, routes: Routes, edge: int, hiding: Floats
) -> tuple[Floats, NDArray[np.intp]]:
    """What it costs that boxes (n,) hide segments of other edges, and how many each does.

    `hiding` (S,) is the cost of each segment.
    """
    is_near = _overlap(_around(boxes), routes.extents)[0] & (hiding > 0.0)
    is_near[routes.first[edge] : routes.first[edge + 1]] = False
    near = np.flatnonzero(is_near)
    crossed = runs_through(routes.segments[near], boxes)
    cost: Floats = crossed @ hiding[near]
    return cost, crossed.sum(axis=1)
