"""Where plates go along their edges so that none covers another: geometry only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from mlp_studio.ui.canvas.routes import Routes, runs_through

Floats = NDArray[np.float64]
_MARGIN = np.array([-2.0, -2.0, 2.0, 2.0])
"""Air around a plate."""
_SHARES = 0.5 + 0.04 * np.array([0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6, -7, 7, -8, 8])
"""Where along its edge a plate may sit, the preferred places first."""
_ON_A_FRAME = 1.5
_MOST_CROSSED = 2
"""A plate that would hide more edges than this is left to hovering, unless it must be seen."""


def place(
    edges: Sequence[int],
    sizes: Floats,
    must: NDArray[np.bool_],
    routes: Routes,
    obstacles: Floats,
    frames: Floats,
    importance: Floats | None = None,
) -> dict[int, Floats]:
    """The boxes of the plates that fit, by their number: left, top, right, bottom.

    Plate n, of `sizes[n]` (width, height), belongs on edge `edges[n]`; those that `must` be seen
    come first, then the others in their order. `obstacles` and `frames` are (m, 4) boxes: a plate
    never touches an obstacle or another plate, and lies on a frame only if there is no better
    place. `importance` (E,) is what hiding a piece of each edge costs, 1 if it is not given.
    """
    costs = np.ones(len(routes.first) - 1) if importance is None else importance
    choices = [
        _choices(edge, size, routes, obstacles, frames, costs[routes.owner], must=bool(needed))
        for edge, size, needed in zip(edges, sizes, must, strict=True)
    ]
    first = np.flatnonzero(must).tolist()
    room = {n: int(np.isfinite(choices[n][1]).sum()) for n in first}
    # One plate can take the only place of another, so several orders are tried.
    orders = [first, sorted(first, key=room.__getitem__), first[::-1]]
    attempts = [_greedily(order, choices, {}) for order in orders]
    placed = max(attempts, key=len)
    rest = np.flatnonzero(~must).tolist()
    return _greedily(rest, choices, placed)


_Choices = tuple[Floats, Floats]
"""Candidate boxes (c, 4) and what each costs (c,), infinite where it is not allowed."""


def _choices(
    edge: int,
    size: Floats,
    routes: Routes,
    obstacles: Floats,
    frames: Floats,
    hiding: Floats,
    *,
    must: bool,
) -> _Choices:
    centres = routes.points(edge, _SHARES)
    boxes = np.column_stack([centres - size / 2, centres + size / 2])
    crossed = _crossed(boxes, routes, edge)
    cost = crossed @ hiding + np.abs(_SHARES - 0.5)
    cost += _ON_A_FRAME * _overlap(boxes, frames).any(axis=1)
    cost[_overlap(boxes, obstacles).any(axis=1)] = np.inf
    if not must:
        cost[crossed.sum(axis=1) > _MOST_CROSSED] = np.inf
    return boxes, cost


def _greedily(
    order: Iterable[int], choices: Sequence[_Choices], placed: dict[int, Floats]
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


def _crossed(boxes: Floats, routes: Routes, edge: int) -> NDArray[np.bool_]:
    """Which segments (m) of other edges run through which boxes: (n, m)."""
    crossed = np.zeros((len(boxes), len(routes.segments)), dtype=np.bool_)
    extent = np.concatenate([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])[None, :]
    near = np.flatnonzero(_overlap(extent, routes.extents)[0])
    crossed[:, near] = runs_through(routes.segments[near], boxes)
    crossed[:, routes.first[edge] : routes.first[edge + 1]] = False
    return crossed
