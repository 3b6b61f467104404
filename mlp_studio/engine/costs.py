"""What all gradients of a network cost, three ways, in multiplications and in seconds.

- Finite differences perturb one parameter at a time: central differences, two forward passes each.
- The sum over paths, weight by weight: every path multiplied from its first factor to its last.
- Backpropagation: each local derivative once, reused by all paths that run through it.

What counts as one multiplication: w·a of each edge in a forward pass; between two factors of a
path; and backward w·δ of each edge that leads out of a unit, the unit's ∂L/∂a times f′, and δ·a of
each weight. A factor counts whatever its value, also an f′ of 1; a bias's constant 1 is none. A
softmax of m units takes m². Where loss and output are differentiated as one, δ is there from the
start. What is inside f, f′ and the loss is not counted: it is the same for all. Paths and
backpropagation take one forward pass before they begin, which `forward` has.

Gradients are those of the parameters that learn; through the frozen ones paths and messages run
all the same.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mlp_studio.engine.gradcheck import Differences
from mlp_studio.engine.layout import Layout
from mlp_studio.engine.network import Network
from mlp_studio.engine.path_counts import couples, ends_at_z, tails
from mlp_studio.engine.paths import Origin, Paths
from mlp_studio.engine.trace import Trace, trace

Array = NDArray[Any]

MOST_PATHS = 300_000
"""Beyond so many, multiplying path by path is not tried but estimated from the first ones."""
PATHS_AT_A_TIME = 256
"""Paths between two looks at the clock."""
REPEATS = 20
"""Backward passes whose median counts."""


@dataclass(frozen=True, slots=True)
class Costs:
    """Multiplications for all gradients. `path_count` is how many paths the second way walks."""

    forward: int
    finite_differences: int
    paths: int
    backpropagation: int
    path_count: int


def costs(layout: Layout) -> Costs:
    """Counted from the graph, exactly, whatever its size."""
    learns, is_weight = layout.trainable, layout.is_weight
    into = np.bincount(layout.targets[learns & is_weight], minlength=layout.nodes)
    biases = np.bincount(layout.targets[learns & ~is_weight], minlength=layout.nodes)
    tail = tails(layout)
    forward = int(np.count_nonzero(layout.exists & is_weight))
    back = layout.exists & is_weight & (layout.sources >= layout.input_rows)
    return Costs(
        forward=forward,
        finite_differences=2 * int(learns.sum()) * forward,
        paths=int(_dot(into, tail.factors_from_z))
        + int(_dot(biases, tail.factors_from_z - tail.from_z)),
        backpropagation=int(np.count_nonzero(back))
        + sum(_through(layout, name) for name in layout.computed)
        + int(into.sum()),
        path_count=int(_dot(into + biases, tail.from_z)),
    )


def _dot(counts: Array, sizes: Array) -> Any:
    """Σ counts · sizes in whole numbers that do not overflow."""
    return counts.astype(object).dot(sizes)


def _through(layout: Layout, name: str) -> int:
    """From a layer's ∂L/∂a to its δ."""
    if name == layout.output and ends_at_z(layout):
        return 0
    units = layout.spec.layer(name).units
    return units**2 if couples(layout, name) else units


def dense_costs(sizes: Sequence[int], *, bias: bool = True, fused: bool = False) -> Costs:
    """The same for fully connected layers of these sizes, inputs first, from a formula.

    No layer is a softmax, but for an output that is `fused` with its loss.
    """
    forward = sum(fan_in * units for fan_in, units in pairwise(sizes))
    units_in_all = sum(sizes[1:])
    total = steps = 0
    paths, factors = 1, 1 if fused else 2
    for fan_in, units in reversed(list(pairwise(sizes))):
        total += units * (fan_in + bias) * paths
        steps += units * (fan_in * factors + bias * (factors - paths))
        paths, factors = units * paths, units * (factors + 2 * paths)
    return Costs(
        forward=forward,
        finite_differences=2 * (forward + bias * units_in_all) * forward,
        paths=steps,
        backpropagation=2 * forward
        - sizes[0] * sizes[1]
        + units_in_all
        - (sizes[-1] if fused else 0),
        path_count=total,
    )


def growth_with_depth(
    depths: Sequence[int], width: int, *, inputs: int, outputs: int, fused: bool = False
) -> tuple[Costs, ...]:
    """The costs of dense networks with so many hidden layers, each `width` units wide."""
    return tuple(dense_costs((inputs, *[width] * depth, outputs), fused=fused) for depth in depths)


def growth_with_width(
    widths: Sequence[int], depth: int, *, inputs: int, outputs: int, fused: bool = False
) -> tuple[Costs, ...]:
    """The costs of dense networks with `depth` hidden layers, each so many units wide."""
    return tuple(dense_costs((inputs, *[width] * depth, outputs), fused=fused) for width in widths)


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """One way, really gone. `seconds` is None if it was not gone to its end.

    `estimate` is what it would take then, else the same as `seconds`; infinite beyond all floats.
    `gradient` is what came out, (P,): NaN where it did not come to, 0 for what does not learn.
    """

    seconds: float | None
    estimate: float
    gradient: Array


@dataclass(frozen=True, slots=True)
class Times:
    """The three ways of one network and sample."""

    finite_differences: Measured
    paths: Measured
    backpropagation: Measured


def measure(
    network: Network,
    parameters: ArrayLike,
    inputs: ArrayLike,
    targets: ArrayLike,
    *,
    budget: float = 1.0,
    most_paths: int = MOST_PATHS,
    stopped: Callable[[], bool] = lambda: False,
) -> Times:
    """Compute all gradients of one sample's loss in each way, in float64, and time it.

    `inputs` (1, d) and `targets` (1, outputs). Backpropagation is the median of some passes; the
    other two are broken off once they have taken half the `budget`, in seconds, or when `stopped`
    says so. With more than `most_paths` the paths are only tried for a tenth of it. Raises
    ValueError if a shape does not fit, or if there is more than one sample.
    """
    network = Network(network.spec, np.float64)
    inputs, targets = network.pairs(inputs, targets)
    if len(inputs) != 1:
        raise ValueError(f"costs are measured on one sample, not on {len(inputs)}")
    recorded = trace(network, parameters, inputs, targets)
    path_count = costs(network.layout).path_count
    share = budget / 2 if path_count <= most_paths else budget / 10
    return Times(
        finite_differences=_by_differences(recorded, _Watch(budget / 2, stopped)),
        paths=_by_paths(recorded, path_count, _Watch(share, stopped)),
        backpropagation=_by_backpropagation(recorded),
    )


class _Watch:
    """Runs from when it is made."""

    def __init__(self, budget: float, stopped: Callable[[], bool]) -> None:
        self._began = time.perf_counter()
        self._budget = budget
        self._stopped = stopped

    @property
    def elapsed(self) -> float:
        return time.perf_counter() - self._began

    @property
    def is_up(self) -> bool:
        return self.elapsed >= self._budget or self._stopped()

    def measured(self, done: int, total: int, gradient: Array) -> Measured:
        """What came of it when `done` of `total` equal parts were through."""
        elapsed = self.elapsed
        if done == total:
            return Measured(elapsed, elapsed, gradient)
        try:
            return Measured(None, elapsed / done * total, gradient)
        except OverflowError:
            return Measured(None, math.inf, gradient)


def _by_differences(recorded: Trace, watch: _Watch) -> Measured:
    network = recorded.network
    differences = Differences(network, recorded.parameters, recorded.inputs, recorded.targets)
    gradient, learns = _unknown(network.layout)
    done = 0
    for parameter in learns:
        gradient[parameter], _, _ = differences.slopes(parameter)
        done += 1
        if watch.is_up:
            break
    return watch.measured(done, len(learns), gradient)


def _by_paths(recorded: Trace, path_count: int, watch: _Watch) -> Measured:
    gradient, learns = _unknown(recorded.network.layout)
    paths = Paths(recorded)
    done = 0
    for parameter in learns:
        total = 0.0
        for product in paths.products(Origin(parameter)):
            total += product
            done += 1
            if done % PATHS_AT_A_TIME == 0 and done < path_count and watch.is_up:
                return watch.measured(done, path_count, gradient)
        gradient[parameter] = total
    return watch.measured(done, path_count, gradient)


def _by_backpropagation(recorded: Trace) -> Measured:
    layout = recorded.network.layout
    bound = recorded.network.bind(recorded.parameters.copy(), 1)
    bound.load(recorded.inputs, recorded.targets)
    seconds = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        bound.forward()
        bound.backward()
        seconds.append(time.perf_counter() - began)
    typical = median(seconds)
    return Measured(typical, typical, np.where(layout.trainable, bound.gradient, 0.0))


def _unknown(layout: Layout) -> tuple[Array, list[int]]:
    """A gradient to fill in, and the parameters to do it for."""
    return np.where(layout.trainable, np.nan, 0.0), np.flatnonzero(layout.trainable).tolist()
