"""The moments of one pass, in order: forward, loss, backward, update.

A step names a place, not numbers: those are in the trace, all computed, so that going back is the
same move as going forward. A list of steps is a table of integers: a pass of a hundred thousand
steps opens at once, and a step is made when it is asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import eq
from typing import Any, Literal, get_args, overload

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine import losses
from mlp_studio.engine.layout import Block, Indices, Layout

Phase = Literal["forward", "loss", "backward", "update"]
Granularity = Literal["term", "unit", "layer", "phase"]
"""From the finest to the coarsest."""
Part = Literal["", "term", "activation", "loss", "message", "delta", "gradient", "update"]
Quantity = Literal["z", "a", "loss", "message", "delta", "term", "gradient", "parameter"]
Table = NDArray[np.int32]

PHASES: tuple[Phase, ...] = get_args(Phase)
GRANULARITIES: tuple[Granularity, ...] = get_args(Granularity)
_PARTS: tuple[Part, ...] = get_args(Part)
_PHASE, _PART, _LAYER, _UNIT, _PARAMETER = range(5)
_QUANTITIES: dict[Quantity, tuple[Phase, Part]] = {
    "term": ("forward", "term"),
    "message": ("backward", "message"),
    "gradient": ("backward", "gradient"),
    "parameter": ("update", "update"),
}
"""What goes by parameter, and the steps by term that make it known."""
_NONE = -1
NEVER = np.iinfo(np.intp).max
"""The place of a step that is not there."""


@dataclass(frozen=True, slots=True)
class Step:
    """A moment of a pass.

    forward: z and a are computed; loss: the outputs meet the targets; backward: δ, and with it the
    gradient of the incoming parameters; update: those parameters change. `unit` None means the
    whole layer, `layer` "" all layers; the loss step names the output layer.

    By term, `part` says which of it and `parameter` of which edge or bias. `layer` and `unit` are
    then the unit at work: the target of a term, of a gradient and of an update, but the source of
    a message, whose ∂L/∂a it adds to.
    """

    phase: Phase
    layer: str = ""
    unit: int | None = None
    part: Part = ""
    parameter: int | None = None


def steps(layout: Layout, granularity: Granularity = "unit") -> StepList:
    """The steps of one pass: forward and update in the layers' order, backward against it.

    By `phase` there are four in all; by `layer` one step each; by `unit` one step each unit, from
    the first. By `term`, for each unit in turn:

    - forward its terms w·a, then its activation;
    - in the loss the share of each output;
    - backward the messages w·δ that come in, its δ, then ∂L/∂w of each parameter that leads in;
    - in the update each parameter that leads in, the frozen ones as well: they stay.

    A softmax takes all units of its layer at once: their terms, then one step for the activation;
    their messages, one step for all δ, their gradients. Absent edges have no steps, and edges from
    inputs no messages. Raises ValueError for any other granularity.
    """
    if granularity not in GRANULARITIES:
        raise ValueError(f"steps go by term, unit, layer or phase, not by {granularity!r}")
    if granularity == "phase":
        pieces = [_piece(phase) for phase in PHASES]
    elif granularity == "term":
        pieces = list(_terms(layout))
    else:
        pieces = list(_places(layout, by_unit=granularity == "unit"))
    return StepList(layout, granularity, np.concatenate(pieces, axis=1))


class StepList(Sequence[Step]):
    """The steps of a pass over one layout, or a slice of them. Never changes."""

    def __init__(self, layout: Layout, granularity: Granularity, table: Table) -> None:
        self.layout = layout
        self.granularity: Granularity = granularity
        table.setflags(write=False)
        self.table = table
        """One column a step: numbers of phase, part, computed layer, unit, parameter; −1: none."""
        self._known: dict[Quantity, Indices] = {}

    def __len__(self) -> int:
        return len(self.table[_PHASE])

    @overload
    def __getitem__(self, index: int) -> Step: ...
    @overload
    def __getitem__(self, index: slice) -> StepList: ...
    def __getitem__(self, index: int | slice) -> Step | StepList:
        if isinstance(index, slice):
            return StepList(self.layout, self.granularity, self.table[:, index])
        if not -len(self) <= index < len(self):
            raise IndexError(f"step {index} is not in a pass of {len(self)} steps")
        return self._step(*self.table[:, index].tolist())

    def __iter__(self) -> Iterator[Step]:
        return map(self._step, *self.table.tolist())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, StepList) and other.layout is self.layout:
            return np.array_equal(self.table, other.table)
        if isinstance(other, Sequence) and not isinstance(other, str):
            return len(self) == len(other) and all(map(eq, self, other))
        return NotImplemented

    def __hash__(self) -> int:
        return hash((len(self), self.granularity))

    def __contains__(self, step: object) -> bool:
        return isinstance(step, Step) and len(self._where(step)) > 0

    def index(self, step: Any, start: int = 0, stop: int = sys.maxsize) -> int:
        """Where a step stands. Raises ValueError if it is not among these."""
        found = self._where(step)
        first, last, _ = slice(start, stop).indices(len(self))
        found = found[(found >= first) & (found < last)]
        if not len(found):
            raise ValueError(f"{step} is not among these {len(self)} steps")
        return int(found[0])

    def span(self, phase: Phase) -> range:
        """The places of a phase's steps."""
        number = PHASES.index(phase)
        first, last = np.searchsorted(self.table[_PHASE], (number, number + 1)).tolist()
        return range(first, last)

    def when(self, quantity: Quantity) -> Indices:
        """The place of the step at which each value becomes known; NEVER if at none.

        z, a and delta go by node row, (nodes,), the loss by output, (outputs,), the others by
        parameter, (P,): "parameter" is its new value. A z is known with its last term. By unit and
        coarser all that one step shows is known with it: a message as soon as the δ it is made of.
        """
        known = self._known.get(quantity)
        if known is None:
            known = self._known[quantity] = self._when(quantity)
            known.setflags(write=False)
        return known

    def _when(self, quantity: Quantity) -> Indices:
        layout, by_term = self.layout, self.granularity == "term"
        if quantity == "loss":
            return self._by_row("loss")[layout.rows[layout.output]]
        if quantity == "a":
            return self._by_row("forward", "activation" if by_term else "")
        if quantity == "delta":
            return self._by_row("backward", "delta" if by_term else "")
        if quantity == "z":
            known = self.when("a").copy()
            if by_term:
                where = self._of("forward", "term")
                # Where a unit is named more than once, the last of its terms counts.
                known[layout.targets[self.table[_PARAMETER, where]]] = where
            return known
        phase, part = _QUANTITIES[quantity]
        if not by_term:
            return np.where(layout.exists, self._by_row(phase)[layout.targets], NEVER)
        known = np.full(layout.size, NEVER, np.intp)
        where = self._of(phase, part)
        known[self.table[_PARAMETER, where]] = where
        return known

    def _by_row(self, phase: Phase, part: Part = "") -> Indices:
        """The place of the step of each node row; what names no unit is of all of the layer."""
        layout, where = self.layout, self._of(phase, part)
        known = np.full(layout.nodes, NEVER, np.intp)
        layers, units = self.table[_LAYER, where], self.table[_UNIT, where]
        starts = np.array([layout.rows[name].start for name in layout.computed])
        single = units != _NONE
        known[starts[layers[single]] + units[single]] = where[single]
        for place, layer in zip(where[~single], layers[~single], strict=True):
            names = layout.computed if layer == _NONE else [layout.computed[layer]]
            for name in names if phase != "loss" else [layout.output]:
                known[layout.rows[name]] = place
        return known

    def _of(self, phase: Phase, part: Part) -> Indices:
        """The places of the steps of a phase; of one part of it if that is named."""
        span = self.span(phase)
        if not part:
            return np.arange(span.start, span.stop)
        parts = self.table[_PART, span.start : span.stop]
        return span.start + np.flatnonzero(parts == _PARTS.index(part))

    def _step(self, phase: int, part: int, layer: int, unit: int, parameter: int) -> Step:
        return Step(
            PHASES[phase],
            self.layout.computed[layer] if layer != _NONE else "",
            unit if unit != _NONE else None,
            _PARTS[part],
            parameter if parameter != _NONE else None,
        )

    def _where(self, step: Step) -> Indices:
        layer = self._layers.get(step.layer)
        if layer is None:
            return np.empty(0, np.intp)
        unit, parameter = (_NONE if n is None else n for n in (step.unit, step.parameter))
        wanted = (PHASES.index(step.phase), _PARTS.index(step.part), layer, unit, parameter)
        same = self.table == np.array(wanted, np.int32)[:, None]
        return np.flatnonzero(same.all(axis=0))

    @cached_property
    def _layers(self) -> dict[str, int]:
        return {"": _NONE} | {name: number for number, name in enumerate(self.layout.computed)}


def place_of(here: StepList, index: int, there: StepList) -> int:
    """The place in `there` of step `index` of `here`, a list of the same pass by another measure.

    Among finer steps that is the first within this one, among coarser ones the one that holds it.
    Where nothing finer exists (an update of a unit without parameters) it is the last step before.
    −1, before the first step, stays −1. Raises IndexError beyond the pass.
    """
    if not -1 <= index < len(here):
        raise IndexError(f"step {index} is not in a pass of {len(here)} steps")
    if index == -1 or here.granularity == there.granularity:
        return index
    phase, _, layer, unit, _ = here.table[:, index].tolist()
    span = there.span(PHASES[phase])
    layers, units = there.table[_LAYER : _UNIT + 1, span.start : span.stop]
    same = _alike(layers, layer) & _alike(units, unit)
    found = np.flatnonzero(same)
    if len(found):
        rank = GRANULARITIES.index
        is_finer = rank(there.granularity) < rank(here.granularity)
        return span.start + int(found[0] if is_finer else found[-1])
    forth = -1 if PHASES[phase] == "backward" else 1
    ahead = forth * (layers - layer)
    before = np.flatnonzero((ahead < 0) | ((ahead == 0) & (units < unit)))
    return span.start + (int(before[-1]) if len(before) else -1)


def _alike(numbers: Table, number: int) -> NDArray[np.bool_]:
    """Where they agree, or one of them means all."""
    alike: NDArray[np.bool_] = (numbers == number) | (numbers == _NONE) | (number == _NONE)
    return alike


def _piece(
    phase: Phase,
    part: Part = "",
    layer: int = _NONE,
    unit: Any = _NONE,
    parameter: Any = _NONE,
) -> Table:
    """The columns of steps alike but for unit and parameter; one if these are numbers."""
    count = max(np.size(unit), np.size(parameter)) if np.ndim(unit) or np.ndim(parameter) else 1
    table = np.empty((5, count), np.int32)
    table[_PHASE], table[_PART] = PHASES.index(phase), _PARTS.index(part)
    table[_LAYER], table[_UNIT], table[_PARAMETER] = layer, unit, parameter
    return table


def _places(layout: Layout, *, by_unit: bool) -> Iterator[Table]:
    """The steps of whole units or layers."""
    sizes = [layout.spec.layer(name).units for name in layout.computed]
    units: list[Any] = [np.arange(size) if by_unit else _NONE for size in sizes]
    numbers = range(len(sizes))
    for number in numbers:
        yield _piece("forward", "", number, units[number])
    yield _piece("loss", "", layout.computed.index(layout.output))
    for number in reversed(numbers):
        yield _piece("backward", "", number, units[number])
    for number in numbers:
        yield _piece("update", "", number, units[number])


def _terms(layout: Layout) -> Iterator[Table]:
    """The steps by term."""
    numbers = range(len(layout.computed))
    leading_in = [_incoming(layout, name) for name in layout.computed]
    for number, name in enumerate(layout.computed):
        terms = _piece("forward", "term", number, *leading_in[number])
        if layout.spec.layer(name).activation_of(0) == "softmax":
            yield terms
            yield _piece("forward", "activation", number)
        else:
            yield _by_unit(terms, _piece("forward", "activation", number, _units(layout, name)))
    output = layout.computed.index(layout.output)
    yield _piece("loss", "loss", output, _units(layout, layout.output))
    for number in reversed(numbers):
        yield from _backward(layout, number, leading_in[number])
    for number in numbers:
        yield _piece("update", "update", number, *leading_in[number])


def _backward(layout: Layout, number: int, leading_in: tuple[Indices, Indices]) -> Iterator[Table]:
    name = layout.computed[number]
    messages = _piece("backward", "message", number, *_outgoing(layout, name))
    gradients = _piece("backward", "gradient", number, *leading_in)
    if _takes_deltas_at_once(layout, name):
        yield from (messages, _piece("backward", "delta", number), gradients)
    else:
        deltas = _piece("backward", "delta", number, _units(layout, name))
        yield _by_unit(messages, deltas, gradients)


def _takes_deltas_at_once(layout: Layout, name: str) -> bool:
    """Whether every δ of the layer needs all of its ∂L/∂a: softmax, unless fused with the loss."""
    activation = layout.spec.layer(name).activation_of(0)
    if activation != "softmax":
        return False
    return not (name == layout.output and losses.get(layout.spec.loss).fuses(activation))


def _units(layout: Layout, name: str) -> Indices:
    return np.arange(layout.spec.layer(name).units)


def _by_unit(*pieces: Table) -> Table:
    """The steps of a layer unit by unit, those of one unit in the order of the pieces."""
    table = np.concatenate(pieces, axis=1)
    ordered: Table = table.take(np.argsort(table[_UNIT], kind="stable"), axis=1)
    return ordered


def _incoming(layout: Layout, name: str) -> tuple[Indices, Indices]:
    """Unit by unit of a layer, the parameters that lead in: weights in source order, then bias."""
    numbers = np.concatenate([_numbers(block) for block in layout.blocks[name]], axis=1)
    return _present(layout, numbers)


def _outgoing(layout: Layout, name: str) -> tuple[Indices, Indices]:
    """Unit by unit of a layer, the weights that lead out."""
    units = layout.spec.layer(name).units
    leading_out = [block for block in layout.all_blocks if block.source == name]
    numbers = [_numbers(block)[:, :units].T for block in leading_out]
    return _present(layout, np.concatenate([np.empty((units, 0), np.intp), *numbers], axis=1))


def _numbers(block: Block) -> Indices:
    return np.arange(block.start, block.stop).reshape(block.shape)


def _present(layout: Layout, numbers: Indices) -> tuple[Indices, Indices]:
    """The unit (row) and parameter of each entry that exists."""
    if layout.is_complete:
        units = np.repeat(np.arange(len(numbers)), numbers.shape[1])
        return units, numbers.reshape(-1)
    exists = layout.exists[numbers]
    return np.nonzero(exists)[0], numbers[exists]
