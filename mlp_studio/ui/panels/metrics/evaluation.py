"""What the network answers to its data: all of it, or as much as there is time for."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.document.live import Samples
from mlp_studio.engine.metrics import Metrics, measure
from mlp_studio.project.compile import Compiled
from mlp_studio.project.model import PARTS, Part

Array = NDArray[Any]
Indices = NDArray[np.intp]

_TRAIN, _VALIDATION, _TEST = range(len(PARTS))
_PER_NODE, _PER_PARAMETER = 18e-9, 0.1e-9
"""About how many seconds a sample costs."""
_PIECE = 0.7e-3
_SMALLEST, _LARGEST = 32, 2048
"""Samples computed at a time, between two looks at the clock."""
_IDLE = 1 / 3
"""A part that took less than this share of its time may be twice as large the next time."""


@dataclass(frozen=True, slots=True, eq=False)
class SetFigures:
    """One set's outputs and targets (n, outputs), and what follows from them.

    `rows` are the rows of the data they belong to, ascending: all `count` of the set, or fewer
    while not all are computed. `loss` is their mean, without the penalty.
    """

    rows: Indices
    count: int
    outputs: Array
    targets: Array
    loss: float
    metrics: Metrics


@dataclass(frozen=True, slots=True, eq=False)
class Sets:
    """The figures of each part of the data; None where there is no such part."""

    train: SetFigures
    validation: SetFigures | None = None
    test: SetFigures | None = None

    def each(self) -> tuple[tuple[Part, SetFigures], ...]:
        """Those there are, with the names of their parts."""
        named: tuple[tuple[Part, SetFigures | None], ...] = (
            ("train", self.train),
            ("validation", self.validation),
            ("test", self.test),
        )
        return tuple((name, figures) for name, figures in named if figures is not None)

    def names(self) -> tuple[Part, ...]:
        return tuple(name for name, _ in self.each())


class Evaluation:
    """Outputs and losses of the samples of one compiled network, for one parameters after another.

    Samples are taken in an order of which every beginning is spread evenly over the data, and
    which is the same each time. Must stay in one thread.
    """

    def __init__(self, compiled: Compiled, samples: Samples) -> None:
        network, count = compiled.network, len(samples.inputs)
        self._network = network
        self._samples = samples
        self._inputs = samples.inputs
        piece = min(_piece(network.layout.nodes, network.layout.size), count)
        self._pass = network.bind(np.zeros(network.layout.size, network.dtype), piece)
        order = np.arange(count) if piece == count else np.random.default_rng(0).permutation(count)
        # The last piece is filled up with samples of the first.
        self._order = np.resize(order, -(-count // piece) * piece)
        self._outputs = np.empty((count, network.units_of_output), network.dtype)
        self._losses = np.empty(count, network.dtype)
        self._part = np.zeros(count, np.int8)
        self._part[samples.validation_rows] = _VALIDATION
        self._part[samples.test_rows] = _TEST
        self._done = 0
        self._room = count

    @property
    def count(self) -> int:
        """How many samples there are."""
        return len(self._outputs)

    @property
    def done(self) -> int:
        """For how many of them the outputs are those of the present parameters."""
        return min(self._done, self.count)

    @property
    def is_complete(self) -> bool:
        return self._done >= self.count

    def begin(self, parameters: Array, seconds: float) -> None:
        """Take other parameters (P,), and compute as many samples as there is time for."""
        self._take(parameters)
        self._compute(perf_counter() + seconds, self.count)

    def begin_part(self, parameters: Array, seconds: float) -> None:
        """As `begin`, but of as many samples as there was time for before, if it is enough.

        So the part is the same from one time to the next, and figures move by learning alone.
        """
        start = perf_counter()
        self._take(parameters)
        self._compute(start + seconds, self._room)
        if self.done < self._room:
            self._room = self.done
        elif perf_counter() - start < _IDLE * seconds:
            self._room = min(2 * self._room, self.count)

    def go_on(self, seconds: float) -> None:
        """Compute some more of the samples."""
        self._compute(perf_counter() + seconds, self.count)

    def sets(self) -> Sets:
        """What is known of each part of the data."""
        samples = self._samples
        validation, test = (
            self._figures(rows, part) if len(rows) else None
            for rows, part in (
                (samples.validation_rows, _VALIDATION),
                (samples.test_rows, _TEST),
            )
        )
        return Sets(self._figures(samples.train_rows, _TRAIN), validation, test)

    def _take(self, parameters: Array) -> None:
        self._pass.parameters[:] = parameters
        self._done = 0

    def _compute(self, deadline: float, count: int) -> None:
        """Piece by piece until the time is up, one at the least."""
        while self._done < count:
            self._compute_piece()
            if perf_counter() >= deadline:
                return

    def _compute_piece(self) -> None:
        network, bound = self._network, self._pass
        rows = self._order[self._done : self._done + bound.batch_size]
        bound.load(self._inputs[rows], self._samples.targets[rows])
        output = network.layout.rows[network.layout.output]
        # A network that diverged has outputs too; infinite is what they are then.
        with np.errstate(all="ignore"):
            bound.forward()
            losses = network.loss.value(
                bound.pre_activations[output],
                bound.outputs,
                bound.targets,
                network.output_activation,
            )
        self._outputs[rows] = bound.outputs.T
        self._losses[rows] = losses
        self._done += len(rows)

    def _figures(self, rows: Indices, part: int) -> SetFigures:
        count = len(rows)
        if not self.is_complete:
            known = np.sort(self._order[: self._done])
            rows = known[self._part[known] == part]
        outputs, targets = self._outputs[rows], self._samples.targets[rows]
        with np.errstate(all="ignore"):
            loss = float(self._losses[rows].mean(dtype=np.float64)) if len(rows) else float("nan")
        metrics = measure(self._samples.task, outputs, targets)
        return SetFigures(rows, count, outputs, targets, loss, metrics)


def _piece(nodes: int, parameters: int) -> int:
    cost = _PER_NODE * nodes + _PER_PARAMETER * parameters
    return int(np.clip(_PIECE / cost, _SMALLEST, _LARGEST))
