"""The training samples of an epoch, cut into batches, each run as one bound step.

Samples are held sample-major in one array, [inputs and ones | targets], so that drawing a batch is
a single `take` into a buffer that the pass reads in place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.network import CHUNK, Network
from mlp_studio.engine.propagation import Pass
from mlp_studio.engine.spec import Rule

Array = NDArray[Any]
Call = Callable[[], object]
LossPart = Callable[[], float]
"""Evaluates some of the samples: their share of the mean loss over all."""


def joined(network: Network, inputs: Array, targets: Array) -> Array:
    """[inputs and ones | targets], one row per sample, in the network's dtype."""
    rows = network.input_rows(inputs)
    return np.concatenate([rows, targets.astype(network.dtype)], axis=1)


def over(bound: Pass, samples: Array) -> Pass:
    """The pass, reading rows that `joined` made."""
    width = bound.inputs.shape[0]
    return bound.over(samples[:, :width], samples[:, width:])


def loss_parts(network: Network, parameters: Array, samples: Array) -> tuple[LossPart, ...]:
    """Calls whose results add up to the mean loss over `samples`, a chunk of them at a time."""
    parts: list[LossPart] = []
    whole = network.bind(parameters, CHUNK) if len(samples) >= CHUNK else None
    for start in range(0, len(samples), CHUNK):
        piece = samples[start : start + CHUNK]
        fits = whole is not None and len(piece) == CHUNK
        bound = whole if whole is not None and fits else network.bind(parameters, len(piece))
        parts.append(_loss_part(over(bound, piece), len(piece) / len(samples)))
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
        network: Network,
        samples: Array,
        batch_size: int,
        parameters: Array,
        gradient: Array,
        rule: Rule,
        update: Sequence[Call],
    ) -> None:
        self.order = np.arange(len(samples))
        """The samples in the order they are drawn in."""
        self.loss_parts = loss_parts(network, parameters, samples)
        self._take = samples.take
        self._indices = [
            self.order[start : start + batch_size] for start in range(0, len(samples), batch_size)
        ]
        self.steps = len(self._indices)
        self._whole = len(samples) // batch_size
        self._rooms: list[tuple[Array, Pass, tuple[Call, ...]]] = []
        for size in (batch_size, len(samples) % batch_size):
            if size:
                buffer = np.ones((size, samples.shape[1]), network.dtype)
                bound = network.bind(parameters, size, gradient=gradient, rule=rule)
                bound = over(bound, buffer)
                calls = (*bound.forward_calls, *bound.backward_calls, *update)
                self._rooms.append((buffer, bound, calls))

    def shuffle(self, rng: np.random.Generator) -> None:
        """Draw the samples in a new order from now on."""
        self.order[:] = rng.permutation(len(self.order))

    def run(self, first: int, last: int) -> None:
        """Make the steps from number `first` up to `last` of this epoch."""
        take = self._take
        buffer, _, calls = self._rooms[0]
        for indices in self._indices[first : min(last, self._whole)]:
            take(indices, 0, buffer, "clip")
            for call in calls:
                call()
        if last > self._whole:
            buffer, _, calls = self._rooms[-1]
            take(self._indices[-1], 0, buffer, "clip")
            for call in calls:
                call()

    def gathered(self, step: int) -> Pass:
        """The pass of that step of the epoch, its samples in place, nothing run yet."""
        buffer, bound, _ = self._rooms[0 if step < self._whole else -1]
        self._take(self._indices[step], 0, buffer, "clip")
        return bound


class FullBatch:
    """An epoch of a single step over all samples, in their own order.

    The forward pass that shows the loss after a step is the one the next step begins with, so each
    step runs backward, update, forward.
    """

    steps = 1

    def __init__(
        self,
        network: Network,
        samples: Array,
        parameters: Array,
        gradient: Array,
        rule: Rule,
        update: Sequence[Call],
    ) -> None:
        self.order = np.arange(len(samples))
        bound = network.bind(parameters, len(samples), gradient=gradient, rule=rule)
        self._bound = over(bound, samples)
        self._calls = (*self._bound.backward_calls, *update, *self._bound.forward_calls)
        self.loss_parts: tuple[LossPart, ...] = (self._bound.loss,)
        self._bound.forward()

    def shuffle(self, rng: np.random.Generator) -> None:
        """Nothing: another order would change only the rounding of the sums."""

    def run(self, first: int, last: int) -> None:
        """Make the step."""
        for _ in range(first, last):
            for call in self._calls:
                call()

    def gathered(self, _step: int) -> Pass:
        """The pass of the only step."""
        return self._bound
