"""Where the variables of a graph stand: columns by longest path, few crossings, even rows.

Edges that pass over columns get a bend in each, which takes room there as a variable does. Units
are columns and rows; the drawing makes pixels of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mlp_studio.engine.formula_graph import Edge, Graph

_SWEEPS = 12
_BEND_ROOM = 0.45
"""Rows that a bend keeps to its neighbours, where two variables keep 1."""

_Bend = tuple[Edge, int]
_Thing = str | _Bend
Spot = tuple[float, float]
"""(column, row); rows are about 0 and may be broken."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where each variable stands, and the spots each edge goes by, its ends among them."""

    spots: dict[str, Spot]
    routes: dict[Edge, tuple[Spot, ...]]

    @property
    def columns(self) -> int:
        return 1 + int(max(column for column, _ in self.spots.values()))

    @property
    def rows(self) -> tuple[float, float]:
        """The first and the last that a variable or a bend stands in."""
        rows = [row for route in self.routes.values() for _, row in route]
        rows += [row for _, row in self.spots.values()]
        return min(rows), max(rows)


def arranged(graph: Graph) -> Arrangement:
    """The graph with its output at the right, and inputs one column before what first uses them."""
    columns = _columns(graph)
    bends = {
        edge: [(edge, at) for at in range(columns[edge.source] + 1, columns[edge.target])]
        for edge in graph.edges
    }
    before, after = _neighbours(graph, bends)
    order = _first_order(graph, columns, bends)
    for sweep in range(_SWEEPS):
        forward = sweep % 2 == 0
        beside = before if forward else after
        places = {thing: float(at) for column in order for at, thing in enumerate(column)}
        for column in order if forward else reversed(order):
            # Sorting keeps the order of equals: what is even stays as it was written.
            column.sort(key=lambda thing: _mean(places, beside[thing], places[thing]))
            places |= {thing: float(at) for at, thing in enumerate(column)}
    rows = _rows(order, before, after)
    spots = {name: (float(columns[name]), rows[name]) for name in columns}
    routes = {
        edge: (
            spots[edge.source],
            *((float(at), rows[edge, at]) for _, at in bends[edge]),
            spots[edge.target],
        )
        for edge in graph.edges
    }
    return Arrangement(spots, routes)


def _columns(graph: Graph) -> dict[str, int]:
    """Of a formula the longest path from an input; of an input one before what first uses it."""
    columns = dict.fromkeys(graph.inputs, 0)
    sources: dict[str, list[str]] = {name: [] for name in graph.order}
    for edge in graph.edges:
        sources[edge.target].append(edge.source)
    for name in graph.order:
        columns[name] = 1 + max((columns[source] for source in sources[name]), default=-1)
    for name, edges in graph.edges_out_of().items():
        if name in graph.inputs:
            columns[name] = min(columns[edge.target] for edge in edges) - 1
    return columns


def _neighbours(
    graph: Graph, bends: dict[Edge, list[_Bend]]
) -> tuple[dict[_Thing, list[_Thing]], dict[_Thing, list[_Thing]]]:
    """What each variable and bend is joined to in the column before it, and in the one after."""
    before: dict[_Thing, list[_Thing]] = {name: [] for name in (*graph.inputs, *graph.order)}
    after: dict[_Thing, list[_Thing]] = {name: [] for name in before}
    for edge in graph.edges:
        chain: list[_Thing] = [edge.source, *bends[edge], edge.target]
        for left, right in pairwise(chain):
            after.setdefault(left, []).append(right)
            before.setdefault(right, []).append(left)
    return before, after


def _first_order(
    graph: Graph, columns: dict[str, int], bends: dict[Edge, list[_Bend]]
) -> list[list[_Thing]]:
    """As written: inputs and formulas in the order of the text, then bends."""
    order: list[list[_Thing]] = [[] for _ in range(1 + max(columns.values()))]
    for name in (*graph.inputs, *graph.order):
        order[columns[name]].append(name)
    for edge in graph.edges:
        for bend in bends[edge]:
            order[bend[1]].append(bend)
    return order


def _mean(places: dict[_Thing, float], things: Sequence[_Thing], otherwise: float) -> float:
    if not things:
        return otherwise
    return sum(places[thing] for thing in things) / len(things)


def _rows(
    order: list[list[_Thing]],
    before: dict[_Thing, list[_Thing]],
    after: dict[_Thing, list[_Thing]],
) -> dict[_Thing, float]:
    """Each near the middle of what it is joined to, none nearer to another than its room."""
    rows: dict[_Thing, float] = {}
    for column in order:
        middle = (len(column) - 1) / 2
        rows |= _spread({thing: at - middle for at, thing in enumerate(column)})
    for sweep in range(_SWEEPS):
        for column in order if sweep % 2 == 0 else reversed(order):
            wanted = {
                thing: _mean(rows, [*before[thing], *after[thing]], rows[thing]) for thing in column
            }
            rows |= _spread(wanted)
    return rows


def _spread(wanted: dict[_Thing, float]) -> dict[_Thing, float]:
    """The rows nearest to `wanted` (least squares) that keep the order and every room.

    Pool adjacent violators: what stands too near is moved as one, about the mean of its wishes.
    """
    things = list(wanted)
    offsets = [0.0]
    for left, right in pairwise(things):
        offsets.append(offsets[-1] + (_room(left) + _room(right)) / 2)
    pools: list[tuple[float, int]] = []
    for thing, offset in zip(things, offsets, strict=True):
        mean, count = wanted[thing] - offset, 1
        while pools and pools[-1][0] > mean:
            other, others = pools.pop()
            mean = (mean * count + other * others) / (count + others)
            count += others
        pools.append((mean, count))
    levels = [mean for mean, count in pools for _ in range(count)]
    return {
        thing: level + offset for thing, level, offset in zip(things, levels, offsets, strict=True)
    }


def _room(thing: _Thing) -> float:
    return 1.0 if isinstance(thing, str) else _BEND_ROOM
