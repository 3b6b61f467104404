"""The chain rule along every path from a weight, a bias or a unit to the loss.

A path multiplies what it meets: a_k · f′(z_j) · w · f′(z) · … · ∂L/∂a for a weight, the same with
the constant 1 for a bias, w · f′(z) · … for the output of a unit, inputs among them. Summed over
all paths that is the gradient; backpropagation has the same number as δ_j · a_k, because δ_j is
the sum over the rests of the paths, worked out once for all that pass there.

Softmax couples the units of a layer: a path may enter at any z_i and leave at any a_j, times
∂a_j/∂z_i. Where the loss is differentiated together with the output's activation, a path ends at
z with one factor, ∂L/∂z, which is that output's δ: so the sum is the gradient also where outputs
have saturated. Which paths there are is a matter of which edges exist: one through a weight or a
slope of 0 counts, and its product is 0.

Nothing here lists more paths than asked for. They are counted from the back, as exact whole
numbers, and the strongest are found from the strongest rest of a path from each node.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, count, islice

import numpy as np

from mlp_studio.engine.local_derivatives import Factor, LocalDerivatives
from mlp_studio.engine.trace import Trace

Factors = tuple[Factor, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where paths begin: at a parameter, by its index, or at the output of a unit, by node row.

    Raises ValueError unless it is one of the two.
    """

    parameter: int | None = None
    row: int | None = None

    def __post_init__(self) -> None:
        if (self.parameter is None) == (self.row is None):
            raise ValueError("paths begin either at a parameter or at a node row")


@dataclass(frozen=True, slots=True)
class Path:
    """One path to the loss, and the product of its factors.

    `edges` are the parameters it goes along, the one it begins at first; `nodes` the node rows it
    comes by, from the source of the first edge (a bias's is a constant) to an output.
    """

    edges: tuple[int, ...]
    nodes: tuple[int, ...]
    factors: Factors

    @property
    def product(self) -> float:
        return math.prod(factor.value for factor in self.factors)


@dataclass(frozen=True, slots=True)
class PathSum:
    """The gradient as a sum over paths: the strongest one by one, the others together.

    `paths` go from the largest |product| down; `count` is how many there are in all. `gradient` is
    the engine's, and `reused` the same from the numbers of backpropagation, a sum of products:
    δ·a for a parameter, for a unit w·δ of every edge out of it.
    """

    paths: tuple[Path, ...]
    count: int
    gradient: float
    reused: tuple[Factors, ...]

    @property
    def sums(self) -> tuple[float, ...]:
        """What the paths add up to so far, one after another."""
        return tuple(accumulate(path.product for path in self.paths))

    @property
    def rest_count(self) -> int:
        """How many paths are not shown."""
        return self.count - len(self.paths)

    @property
    def rest(self) -> float:
        """What the paths that are not shown add up to."""
        if not self.rest_count:
            return 0.0
        return self.gradient - (self.sums[-1] if self.paths else 0.0)


class Paths:
    """The paths of one sample of a trace, from any origin; what was looked up is kept for the next.

    Raises ValueError for an origin that is a constant, an output, or not there.
    """

    def __init__(self, trace: Trace, sample: int = 0) -> None:
        self._trace = trace
        self._sample = sample
        self._layout = trace.network.layout
        self._local = LocalDerivatives(trace, sample)

    def count(self, origin: Origin) -> int:
        """How many paths lead from there to the loss; 0 from an absent edge."""
        start, _ = self._start(origin)
        if origin.parameter is not None and not self._layout.exists[origin.parameter]:
            return 0
        return self._local.count(start)

    def every(self, origin: Origin) -> Iterator[Path]:
        """All of them, one after another: for networks that have few."""
        return (self._path(origin, factors) for factors in self._walk(origin))

    def products(self, origin: Origin) -> Iterator[float]:
        """The product of every path, each multiplied from its first factor to its last."""
        for factors in self._walk(origin):
            yield math.prod([factor.value for factor in factors])

    def strongest(self, origin: Origin, most: int) -> PathSum:
        """At most so many paths, those with the largest |product|, and what remains.

        No other path is looked at. Where numbers are not finite the order means nothing.
        """
        number = self.count(origin)
        best = islice(self._by_strength(origin), min(most, number))
        paths = tuple(self._path(origin, factors) for factors in best)
        return PathSum(paths, number, self.gradient(origin), self.reused(origin))

    def gradient(self, origin: Origin) -> float:
        """∂L/∂w, ∂L/∂b or ∂L/∂a of this sample's own loss, as the engine has it."""
        self._start(origin)
        if origin.row is not None:
            return float(self._trace.arriving[origin.row, self._sample])
        if len(self._trace.targets) == 1:
            return float(self._trace.gradient[origin.parameter])
        return sum(math.prod(each.value for each in product) for product in self.reused(origin))

    def reused(self, origin: Origin) -> tuple[Factors, ...]:
        """The gradient as backpropagation has it, a sum of products of numbers it has already."""
        self._start(origin)
        layout, delta = self._layout, self._trace.delta[:, self._sample]
        if origin.row is None:
            parameter = origin.parameter
            assert parameter is not None
            if not layout.exists[parameter]:
                return ()
            target = int(layout.targets[parameter])
            return ((Factor("delta", target, float(delta[target])), self._output_of(parameter)),)
        out = np.flatnonzero((layout.sources == origin.row) & layout.exists).tolist()
        targets = layout.targets[out].tolist()
        return tuple(
            (
                Factor("weight", parameter, float(self._local.weights[parameter])),
                Factor("delta", target, float(delta[target])),
            )
            for parameter, target in zip(out, targets, strict=True)
        )

    def _output_of(self, parameter: int) -> Factor:
        source = int(self._layout.sources[parameter])
        return Factor("output", source, float(self._local.a[source]))

    def _start(self, origin: Origin) -> tuple[int, Factors]:
        """The node that the paths begin at, and what stands before them."""
        layout = self._layout
        if origin.parameter is not None:
            if not 0 <= origin.parameter < layout.size:
                raise ValueError(f"there is no parameter {origin.parameter}")
            target = self._local.nodes + int(layout.targets[origin.parameter])
            return target, (self._output_of(origin.parameter),)
        assert origin.row is not None
        if self._local.layer_of(origin.row) in ("", layout.output):
            raise ValueError(f"no path begins at node row {origin.row}")
        return origin.row, ()

    def _walk(self, origin: Origin) -> Iterator[Factors]:
        """Depth first, the factors of every path."""
        start, head = self._start(origin)
        ahead = [(start, head)] if self.count(origin) else []
        while ahead:
            node, factors = ahead.pop()
            if node == self._local.end:
                yield factors
                continue
            onward = reversed(self._local.onward(node))
            ahead += [(arc.end, (*factors, arc.factor)) for arc in onward]

    def _by_strength(self, origin: Origin) -> Iterator[Factors]:
        """The factors of every path, from the largest |product| down.

        Each path is the strongest that leaves an earlier one at some node for the next strongest
        way on from there; all such departures of the paths so far wait in a heap.
        """
        node, factors = self._start(origin)
        order = count()
        waiting = [(0.0, next(order), 1.0, factors, node, 0)]
        while waiting:
            _, _, reach, factors, node, rank = heapq.heappop(waiting)
            while node != self._local.end:
                onward = self._local.onward(node)
                if rank + 1 < len(onward):
                    strength = reach * onward[rank + 1].strength
                    departure = (-strength, next(order), reach, factors, node, rank + 1)
                    heapq.heappush(waiting, departure)
                arc = onward[rank]
                factors, node, rank = (*factors, arc.factor), arc.end, 0
                reach *= abs(arc.factor.value)
            yield factors

    def _path(self, origin: Origin, factors: Factors) -> Path:
        layout = self._layout
        edges = [factor.place for factor in factors if factor.kind == "weight"]
        if origin.parameter is None:
            nodes = [int(layout.sources[edges[0]])]
        else:
            edges.insert(0, origin.parameter)
            nodes = [int(ends[origin.parameter]) for ends in (layout.sources, layout.targets)]
        for factor in factors:
            if factor.kind == "weight":
                nodes.append(int(layout.targets[factor.place]))
            elif factor.towards is not None and factor.towards != nodes[-1]:
                nodes.append(factor.towards)
        return Path(tuple(edges), tuple(nodes), factors)
