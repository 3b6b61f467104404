"""The training samples of an epoch, cut into batches, each run as one bound step.

Samples are held sample-major and drawn into buffers that the passes read in place. A window of
several small batches is drawn at once, with a pass bound to each of its places: for a tiny network
drawing them one by one would cost as much as a layer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine import divergence
from mlp_studio.engine.network import CHUNK, Network
from mlp_studio.engine.propagation import Pass

Array = NDArray[Any]
Call = Callable[[], object]
LossPart = Callable[[], float]
"""Evaluates some of the samples: their share of the mean loss over all."""
Bind = Callable[[int, int], Pass]
"""Makes a pass over so many samples out of a batch of so many."""

WINDOW_BATCHES = 32
WINDOW_BYTES = 1 << 18
"""A window of more than one batch stays in the second-level cache."""


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """What passes read: `inputs` (n, input rows), ones among them, and `targets` (n, outputs)."""

    inputs: Array
    targets: Array

    @classmethod
    def of(cls, network: Network, inputs: Array, targets: Array) -> Samples:
        targets = np.ascontiguousarray(targets, network.dtype)
        return cls(network.input_rows(inputs), targets)

    def __len__(self) -> int:
        return len(self.inputs)

    def __getitem__(self, rows: slice) -> Samples:
        return Samples(self.inputs[rows], self.targets[rows])

    def room(self, count: int) -> Samples:
        """Memory for `count` samples of this shape."""
        return Samples(
            *(np.zeros((count, a.shape[1]), a.dtype) for a in (self.inputs, self.targets))
        )

    def under(self, bound: Pass) -> Pass:
        """The pass, reading these samples where they are."""
        return bound.over(self.inputs, self.targets)


def loss_parts(network: Network, parameters: Array, samples: Samples) -> tuple[LossPart, ...]:
    """Calls whose results add up to the mean loss over `samples`, a chunk of them at a time."""
    parts: list[LossPart] = []
    bound: Pass | None = None
    for start in range(0, len(samples), CHUNK):
        piece = samples[start : start + CHUNK]
        if bound is None or bound.batch_size != len(piece):
            bound = network.bind(parameters, len(piece))
        bound = piece.under(bound)
        parts.append(_loss_part(bound, len(piece) / len(samples)))
    return tuple(parts)


def _loss_part(bound: Pass, share: float) -> LossPart:
    def loss() -> float:
        bound.forward()
        return bound.loss() * share

    return loss


class MiniBatches:
    """An epoch of `steps` batches of `batch_size` samples; the last one holds what is left over.

    `update` are the calls that follow each backward pass.
    """

    def __init__(
        self,
        samples: Samples,
        batch_size: int,
        bind: Bind,
        update: Sequence[Call],
    ) -> None:
        count = len(samples)
        self.order = np.arange(count)
        """The samples in the order they are drawn in."""
        self.steps = -(-count // batch_size)
        row_bytes = samples.inputs[:1].nbytes + samples.targets[:1].nbytes
        fitting = WINDOW_BYTES // (batch_size * row_bytes)
        self._window = max(1, min(fitting, WINDOW_BATCHES, self.steps))
        room = samples.room(self._window * batch_size)
        self._windows = [
            _Window(samples, self.order[start : start + len(room)], room)
            for start in range(0, count, len(room))
        ]
        self._passes: list[Pass] = []
        whole = bind(batch_size, batch_size)
        for place in range(self._window):
            whole = room[place * batch_size : (place + 1) * batch_size].under(whole)
            self._passes.append(whole)
        self._programs = [_program(bound, update) for bound in self._passes]
        self._last = self._passes[(self.steps - 1) % self._window]
        if rest := count % batch_size:
            start = (self.steps - 1) % self._window * batch_size
            self._last = room[start : start + rest].under(bind(rest, rest))
        self._last_program = _program(self._last, update)

    def shuffle(self, rng: np.random.Generator) -> None:
        """Draw the samples in a new order from now on."""
        self.order[:] = rng.permutation(len(self.order))

    def run(self, first: int, last: int) -> None:
        """Make the steps from number `first` up to `last` of this epoch."""
        while first < last:
            number, place = divmod(first, self._window)
            self._windows[number].draw()
            end = min(last, (number + 1) * self._window)
            programs = self._programs[place : place + end - first]
            if end == self.steps:
                programs[-1] = self._last_program
            for program in programs:
                for call in program:
                    call()
            first = end

    def examine(self, step: int) -> str | None:
        """Run that step of the epoch up to its update; the layer that is not finite, if one is."""
        number, place = divmod(step, self._window)
        self._windows[number].draw()
        return _examine(self._last if step == self.steps - 1 else self._passes[place])


class _Window:
    """The samples at some places of the order, to be drawn into a room of the same size or more."""

    def __init__(self, samples: Samples, indices: NDArray[np.intp], room: Samples) -> None:
        self._samples = samples
        self._indices = indices
        self._room = room[: len(indices)]

    def draw(self) -> None:
        # All indices are in range; "clip" is the mode that writes straight into `out`.
        self._samples.inputs.take(self._indices, 0, self._room.inputs, "clip")
        self._samples.targets.take(self._indices, 0, self._room.targets, "clip")


def _program(bound: Pass, update: Sequence[Call]) -> tuple[Call, ...]:
    return (*bound.forward_calls, *bound.backward_calls, *update)


def _examine(bound: Pass) -> str | None:
    bound.forward()
    bound.backward()
    return divergence.in_pass(bound)


class FullBatch:
    """An epoch of a single step over all samples, in their own order.

    The forward pass that shows the loss after a step is the one the next step begins with, so each
    step runs backward, update, forward.
    """

    steps = 1

    def __init__(self, samples: Samples, bind: Bind, update: Sequence[Call]) -> None:
        self.order = np.arange(len(samples))
        self._bound = samples.under(bind(len(samples), len(samples)))
        self._calls = (*self._bound.backward_calls, *update, *self._bound.forward_calls)
        self._bound.forward()
        self.loss_parts: tuple[LossPart, ...] = (self._bound.loss,)

    def shuffle(self, rng: np.random.Generator) -> None:
        """Nothing: another order would change only the rounding of the sums."""

    def run(self, first: int, last: int) -> None:
        """Make the step."""
        for _ in range(first, last):
            for call in self._calls:
                call()

    def examine(self, _step: int) -> str | None:
        """Run the step up to its update; the layer where something is not finite, if any."""
        return _examine(self._bound)


class LargeBatch:
    """The same of more samples than memory is wanted for: the gradients of chunks are added up."""

    steps = 1

    def __init__(self, samples: Samples, bind: Bind, update: Sequence[Call]) -> None:
        self.order = np.arange(len(samples))
        self._chunks: list[Pass] = []
        for start in range(0, len(samples), CHUNK):
            piece = samples[start : start + CHUNK]
            fits = self._chunks and self._chunks[-1].batch_size == len(piece)
            bound = self._chunks[-1] if fits else bind(len(piece), len(samples))
            self._chunks.append(piece.under(bound))
        self._gradient = self._chunks[0].gradient
        self._total = np.zeros_like(self._gradient)
        self._update = update

    def shuffle(self, rng: np.random.Generator) -> None:
        """Nothing: another order would change only the rounding of the sums."""

    def run(self, first: int, last: int) -> None:
        """Make the step."""
        for _ in range(first, last):
            self._total.fill(0)
            for bound in self._chunks:
                bound.forward()
                bound.backward()
                np.add(self._total, self._gradient, self._total)
            self._gradient[:] = self._total
            for call in self._update:
                call()

    def examine(self, _step: int) -> str | None:
        """Run the step up to its update; the layer where something is not finite, if any."""
        self._total.fill(0)
        for bound in self._chunks:
            layer = _examine(bound)
            if layer is not None:
                return layer
            np.add(self._total, self._gradient, self._total)
        self._gradient[:] = self._total
        return None
