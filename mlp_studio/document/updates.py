"""Passes made one after another, and what each leaves to the next.

A pass that is not at a place of its own in the undo history is come back to by the parameters and
the optimizer's memory that it started from. These are kept in bounded memory: once it is full only
every second, then every fourth, … What was dropped is made again, to the same bits, from the last
pass before it that is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mlp_studio.document.order import Indices, Order, Scope
from mlp_studio.engine import optimizers
from mlp_studio.engine.optimizers import Memory, Optimizer
from mlp_studio.engine.spec import NetworkSpec, OptimizerSpec
from mlp_studio.engine.trace import Trace, Update, trace, update
from mlp_studio.project.compile import Compiled

Vector = NDArray[Any]
Unit = Literal["sample", "batch", "epoch"]
"""What is completed at a time: one pass, a batch or an epoch of them."""

ROOM = 64 << 20
"""Bytes that starts may take up."""


next_serial = count(1).__next__
"""A number for each pass, counted up."""


class Rule(NamedTuple):
    """What an optimizer's memory belongs to: it serves no other network or rule."""

    network: NetworkSpec
    optimizer: OptimizerSpec
    precision: str

    @classmethod
    def of(cls, compiled: Compiled) -> Rule:
        return cls(compiled.spec, compiled.training.optimizer, compiled.training.precision)


class Start(NamedTuple):
    """What the update before left to a pass. `parameters` None: they are in the undo history."""

    parameters: Vector | None
    memory: Memory

    @property
    def size(self) -> int:
        own = 0 if self.parameters is None else self.parameters.nbytes
        return own + self.memory[1].nbytes


class Starts:
    """Starts by the serial numbers of their passes, as close together as there is room for."""

    def __init__(self, room: int = ROOM) -> None:
        self._kept: dict[int, Start] = {}
        self._newest: int | None = None
        self._room = room
        self.size = 0
        """Bytes taken up."""
        self.stride = 1
        """Kept is one in so many; and the newest."""

    def get(self, serial: int) -> Start | None:
        """What that pass starts from; None if it is not kept."""
        return self._kept.get(serial)

    def keep(self, serial: int, start: Start) -> None:
        """Add one, which stays at least until the next is added."""
        if self._newest is not None and self._newest % self.stride:
            self.forget(self._newest)
        self.forget(serial)
        self._kept[serial] = start
        self._newest = serial
        self.size += start.size
        while self.size > self._room and len(self._kept) > 1:
            self.stride *= 2
            for each in [kept for kept in self._kept if kept % self.stride and kept != serial]:
                self.forget(each)

    def forget(self, serial: int) -> None:
        start = self._kept.pop(serial, None)
        if start is not None:
            self.size -= start.size

    def clear(self) -> None:
        self._kept.clear()
        self._newest = None
        self.size, self.stride = 0, 1


class MadePass(NamedTuple):
    """A pass with its numbers; `number` is that of its update, from 0."""

    scope: Scope
    samples: Indices
    number: int
    trace: Trace
    update: Update


@dataclass(frozen=True, slots=True, eq=False)
class Finished:
    """A pass whose update was made: its mean loss before, and the samples that follow.

    `serial` is the number that the following pass is to have.
    """

    serial: int
    loss: float
    following: Indices
    ends_epoch: bool


@dataclass(frozen=True, slots=True, eq=False)
class Walk:
    """Passes made in a row, and what they came to."""

    finished: list[Finished]
    parameters: Vector
    memory: Memory


def fresh_optimizer(compiled: Compiled) -> Optimizer:
    network = compiled.network
    return optimizers.make(compiled.training.optimizer, network.layout.size, network.dtype)


def optimizer_with(compiled: Compiled, memory: Memory) -> Optimizer:
    """An optimizer that goes on from what was remembered."""
    optimizer = fresh_optimizer(compiled)
    optimizer.recall(memory)
    return optimizer


def make_pass(
    compiled: Compiled, parameters: Vector, samples: Indices, optimizer: Optimizer, number: int
) -> tuple[Trace, Update]:
    """The numbers of a pass over these rows of the data, and its update, the `number`th from 0."""
    inputs, targets = compiled.inputs[samples], compiled.targets[samples]
    # Numbers may overflow on purpose (a huge learning rate): they are shown as they come out,
    # and an update that is not finite is refused when it is to be made.
    with np.errstate(all="ignore"):
        traced = trace(compiled.network, parameters, inputs, targets)
        return traced, update(traced, compiled.training, optimizer, number)


def walk(compiled: Compiled, order: Order, first: MadePass, unit: Unit, starts: Starts) -> Walk:
    """Go on from a pass until the unit is complete; what the passes start from goes to `starts`.

    Ends early after an update that is not finite.
    """
    finished: list[Finished] = []
    scope, samples, number, traced, updated = first
    while True:
        sample, ends_epoch = order.following(samples)
        following = order.samples(scope, sample)
        finished.append(Finished(next_serial(), traced.loss, following, ends_epoch))
        memory = updated.optimizer.remember()
        is_complete = unit == "sample" or order.ends(unit, samples)
        if is_complete or not np.isfinite(updated.parameters).all():
            return Walk(finished, updated.parameters, memory)
        starts.keep(finished[-1].serial, Start(updated.parameters, memory))
        samples, number = following, number + 1
        traced, updated = make_pass(
            compiled, updated.parameters, samples, updated.optimizer, number
        )
