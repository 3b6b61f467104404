"""The moments of one pass, in order: forward, loss, backward, update.

A step names a place, not numbers: those are in the trace, all computed, so that going back is the
same move as going forward. Steps are made when asked for; a pass of thousands costs nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, overload

from mlp_studio.engine.layout import Layout

Phase = Literal["forward", "loss", "backward", "update"]
Granularity = Literal["unit", "layer", "phase"]


@dataclass(frozen=True, slots=True)
class Step:
    """A moment of a pass.

    forward: z and a are computed; loss: the outputs meet the targets; backward: δ, and with it the
    gradient of the incoming parameters; update: those parameters change. `unit` None means the
    whole layer, `layer` "" all layers; the loss step names the output layer.
    """

    phase: Phase
    layer: str = ""
    unit: int | None = None


def steps(layout: Layout, granularity: Granularity = "unit") -> Sequence[Step]:
    """The steps of one pass: forward and update in the layers' order, backward against it.

    By `layer`, one step each; by `unit`, one step each unit, from the first; by `phase`, four in
    all. Raises ValueError for any other granularity.
    """
    if granularity not in ("unit", "layer", "phase"):
        raise ValueError(f"steps go by unit, layer or phase, not by {granularity!r}")
    runs = list(_runs(layout))
    if granularity == "phase":
        return tuple(Step(phase) for phase in ("forward", "loss", "backward", "update"))
    if granularity == "layer":
        return tuple(Step(run.phase, run.layer) for run in runs)
    return _UnitSteps(runs)


@dataclass(frozen=True, slots=True)
class _Run:
    """One step for each unit of a layer; 0 units stand for a single step of the whole layer."""

    phase: Phase
    layer: str
    units: int


def _runs(layout: Layout) -> Iterator[_Run]:
    sizes = [(name, layout.spec.layer(name).units) for name in layout.computed]
    for name, units in sizes:
        yield _Run("forward", name, units)
    yield _Run("loss", layout.output, 0)
    for name, units in reversed(sizes):
        yield _Run("backward", name, units)
    for name, units in sizes:
        yield _Run("update", name, units)


class _UnitSteps(Sequence[Step]):
    def __init__(self, runs: list[_Run]) -> None:
        self._runs = runs
        ends = list(accumulate(max(run.units, 1) for run in runs))
        self._starts = [0, *ends[:-1]]
        self._length = ends[-1]

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> Step: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Step]: ...
    def __getitem__(self, index: int | slice) -> Step | Sequence[Step]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(self._length))]
        number = index + self._length if index < 0 else index
        if not 0 <= number < self._length:
            raise IndexError(f"step {index} is not in a pass of {self._length} steps")
        place = bisect_right(self._starts, number) - 1
        run = self._runs[place]
        unit = number - self._starts[place] if run.units else None
        return Step(run.phase, run.layer, unit)
