"""Training as an iterator of snapshots.

`train` gives the start (epoch 0), then one snapshot per epoch. An epoch that takes long is cut
into slices with a snapshot without losses after each, so that whoever iterates can stop soon; the
slices change no number. Everything a run does follows from its seed: the order of the samples from
`default_rng([seed, 1])`, one permutation per epoch, and the split as `splitting.py` says.

A run that diverges (a parameter or the loss is no longer finite) is looked at once per slice, for
NaN stays where it appeared. The slice is then replayed from its start with a look at every step,
which finds the step and the layer where it began.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator
from contextvars import copy_context
from dataclasses import dataclass
from functools import partial
from time import perf_counter
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mlp_studio.engine import divergence, optimizers, penalties
from mlp_studio.engine.batches import (
    FullBatch,
    LargeBatch,
    LossPart,
    MiniBatches,
    Samples,
    loss_parts,
)
from mlp_studio.engine.descent import Descent
from mlp_studio.engine.divergence import Divergence
from mlp_studio.engine.network import CHUNK, Network
from mlp_studio.engine.propagation import Pass
from mlp_studio.engine.spec import SpecError, TrainingSpec
from mlp_studio.engine.splitting import Data

Array = NDArray[Any]
Stop = Literal["epochs", "converged", "early_stop", "diverged"]

SLICE_SECONDS = 0.008
"""How long a run works between two snapshots at most, as far as whole steps allow."""


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """A run at one moment.

    `epoch` and `step` count what is completed. `parameters` is a read-only copy. The losses and
    the penalty are those of these parameters, on the whole sets; `train_loss` is None within an
    epoch, `test_loss` and `validation_loss` also without such data. `stopped` is set on the last
    snapshot only; if it is "diverged", the parameters are the last finite ones.
    """

    epoch: int
    step: int
    parameters: Array
    train_loss: float | None
    test_loss: float | None
    penalty: float
    stopped: Stop | None = None
    divergence: Divergence | None = None
    validation_loss: float | None = None


@dataclass(frozen=True, slots=True)
class Losses:
    """Over the whole of each part; None where there is no such part."""

    train: float
    test: float | None = None
    validation: float | None = None

    @property
    def watched(self) -> float:
        """The one early stopping goes by."""
        held_out = self.test if self.validation is None else self.validation
        return self.train if held_out is None else held_out


@dataclass(frozen=True, slots=True, eq=False)
class Checkpoint:
    """All a run needs to go on with the same numbers as if it had never been left."""

    parameters: Array
    optimizer_name: str
    optimizer_memory: optimizers.Memory
    batch_size: int | None
    epoch: int
    step: int
    steps_done: int
    """Steps made of the epoch under way."""
    order: Array
    """The order of the samples in that epoch; empty between two epochs, where none is needed."""
    random_state: Any
    losses: Losses | None
    """At these parameters; None before they are evaluated."""
    best_loss: float
    epochs_without_gain: int


def train(
    network: Network,
    parameters: ArrayLike,
    data: Data,
    training: TrainingSpec,
    resume: Checkpoint | None = None,
) -> Run:
    """A run from `parameters` (P,), which are left alone, or on from where `resume` was taken.

    It computes in `training.precision`. Early stopping watches the validation loss; without such
    data the test loss, and without these the training loss. A batch of all samples keeps them in
    order: shuffling would change nothing but rounding. Raises SpecError if the training is
    impossible or the data do not fit the network.
    """
    return Run(network, parameters, data, training, resume)


class Run(Iterator[Snapshot]):
    """A training run under way. It may be closed, or left, between any two snapshots."""

    def __init__(
        self,
        network: Network,
        parameters: ArrayLike,
        data: Data,
        training: TrainingSpec,
        resume: Checkpoint | None = None,
    ) -> None:
        _check(training, network, data)
        if network.dtype != np.dtype(training.precision):
            network = Network(network.spec, training.precision)
        self._network = network
        self._training = training
        self._parameters = np.array(resume.parameters if resume else parameters, network.dtype)
        self._gradient = np.zeros_like(self._parameters)
        self._rng = np.random.default_rng([training.seed, 1])
        self._descent = Descent(network.layout, training, network.dtype)
        self._update = self._descent.bind(self._parameters, self._gradient)
        # Overflow is expected of a run that diverges, and is found by looking at the numbers. In a
        # context of its own the run can say so once, and the code that iterates is not affected.
        self._quiet = copy_context()
        self._quiet.run(partial(np.seterr, all="ignore"))
        self._batches = self._quiet.run(self._bind_batches, data)
        self._test_parts = self._loss_parts(data.test_inputs, data.test_targets)
        self._validation_parts = self._loss_parts(data.validation_inputs, data.validation_targets)
        self._zeros = np.zeros_like(self._parameters)
        self._epoch = self._step = self._steps_done = 0
        self._losses: Losses | None = None
        self._best_loss = math.inf
        self._epochs_without_gain = 0
        self._pace = 1
        self.most_steps: int | None = None
        """Steps between two snapshots at most; may be set at any time, and changes no number."""
        self._ended = False
        if resume is not None:
            self._resume(resume)
        self._shown = self._parameters.copy()
        self._mark = self._remember()
        self._snapshots = self._run()

    def __iter__(self) -> Run:
        return self

    def __next__(self) -> Snapshot:
        return self._quiet.run(next, self._snapshots)

    def close(self) -> None:
        """End the run: no more snapshots come."""
        self._snapshots.close()

    def checkpoint(self) -> Checkpoint:
        """The run as the last snapshot left it."""
        return Checkpoint(
            parameters=self._parameters.copy(),
            optimizer_name=self._descent.optimizer_name,
            optimizer_memory=self._descent.optimizer.remember(),
            batch_size=self._training.batch_size,
            epoch=self._epoch,
            step=self._step,
            steps_done=self._steps_done,
            order=self._batches.order[: len(self._batches.order) if self._steps_done else 0].copy(),
            random_state=self._rng.bit_generator.state,
            losses=self._losses,
            best_loss=self._best_loss,
            epochs_without_gain=self._epochs_without_gain,
        )

    def _resume(self, checkpoint: Checkpoint) -> None:
        same_batches = checkpoint.batch_size == self._training.batch_size
        if checkpoint.steps_done and not (
            same_batches and len(checkpoint.order) == len(self._batches.order)
        ):
            raise SpecError("an epoch can only be finished with the data and batches it began with")
        if checkpoint.optimizer_name == self._descent.optimizer_name:
            self._descent.optimizer.recall(checkpoint.optimizer_memory)
        self._epoch, self._step = checkpoint.epoch, checkpoint.step
        self._steps_done = checkpoint.steps_done
        if self._steps_done:
            self._batches.order[:] = checkpoint.order
        self._rng.bit_generator.state = checkpoint.random_state
        self._losses = checkpoint.losses
        self._best_loss = checkpoint.best_loss
        self._epochs_without_gain = checkpoint.epochs_without_gain

    def _bind_batches(self, data: Data) -> MiniBatches | FullBatch | LargeBatch:
        samples = Samples.of(self._network, data.train_inputs, data.train_targets)
        size = self._training.batch_size or len(samples)
        if size >= len(samples) <= CHUNK:
            full = FullBatch(samples, self._bind, self._update)
            self._train_parts = full.loss_parts
            return full
        self._train_parts = loss_parts(self._network, self._parameters, samples)
        if size >= len(samples):
            return LargeBatch(samples, self._bind, self._update)
        return MiniBatches(samples, size, self._bind, self._update)

    def _loss_parts(self, inputs: Array | None, targets: Array | None) -> tuple[LossPart, ...]:
        """None for a part of the data that there is not."""
        if inputs is None or targets is None:
            return ()
        samples = Samples.of(self._network, inputs, targets)
        return loss_parts(self._network, self._parameters, samples)

    def _bind(self, samples: int, batch_size: int) -> Pass:
        bound = self._network.bind(
            self._parameters, samples, gradient=self._gradient, rule=self._training.rule
        )
        bound.set_scale(self._descent.scale(batch_size))
        return bound

    def _run(self) -> Generator[Snapshot, None, None]:
        if self._losses is None and not self._steps_done:
            yield from self._evaluate()
        elif self._losses is not None and self._verdict():
            yield self._snapshot(self._verdict())
        while not self._ended:
            yield from self._finish_epoch()

    def _finish_epoch(self) -> Iterator[Snapshot]:
        if not self._steps_done:
            self._losses = None
            if self._training.shuffle:
                self._batches.shuffle(self._rng)
        while self._steps_done < self._batches.steps:
            self._advance()
            # 0·p is NaN where p is not finite, and NaN once in a parameter stays.
            if self._parameters.dot(self._zeros) != 0.0:
                yield self._diverged()
                return
            if self._steps_done < self._batches.steps:
                yield self._snapshot()
        yield from self._evaluate()

    def _advance(self) -> None:
        """Make as many steps as fit into a slice; at first one, to learn how long they take."""
        self._mark = self._remember()
        first = self._steps_done
        last = min(first + min(self._pace, self.most_steps or self._pace), self._batches.steps)
        self._descent.step = self._step
        start = perf_counter()
        self._batches.run(first, last)
        per_step = max(perf_counter() - start, 1e-9) / (last - first)
        self._pace = max(1, min(2 * self._pace, int(SLICE_SECONDS / per_step)))
        self._step += last - first
        self._steps_done = last

    def _evaluate(self) -> Iterator[Snapshot]:
        """The losses at the present parameters, cut into slices as well unless it is the start."""
        losses: list[float | None] = []
        deadline = perf_counter() + SLICE_SECONDS
        for parts in (self._train_parts, self._test_parts, self._validation_parts):
            total = 0.0
            for part in parts:
                if self._steps_done and perf_counter() > deadline:
                    yield self._snapshot()
                    deadline = perf_counter() + SLICE_SECONDS
                total += part()
            losses.append(total if parts else None)
        train_loss, test_loss, validation_loss = losses
        assert train_loss is not None
        if not math.isfinite(train_loss):
            yield self._diverged()
            return
        if self._steps_done:
            self._epoch += 1
            self._steps_done = 0
        self._losses = Losses(train_loss, test_loss, validation_loss)
        self._watch(self._losses.watched)
        yield self._snapshot(self._verdict())

    def _watch(self, loss: float) -> None:
        if loss < self._best_loss - self._training.min_delta:
            self._best_loss = loss
            self._epochs_without_gain = 0
        else:
            self._epochs_without_gain += 1

    def _verdict(self) -> Stop | None:
        """Why the run ends here, after an evaluated epoch; None if it goes on."""
        training = self._training
        below, patience = training.converge_below, training.patience
        if below is not None and self._losses is not None and self._losses.train <= below:
            return "converged"
        if patience is not None and self._epochs_without_gain >= patience:
            return "early_stop"
        return "epochs" if self._epoch >= training.epochs else None

    def _snapshot(self, stopped: Stop | None = None, where: Divergence | None = None) -> Snapshot:
        self._ended = stopped is not None
        self._shown = parameters = self._parameters.copy()
        parameters.setflags(write=False)
        losses = self._losses
        penalty = penalties.value(self._descent.penalty, parameters, self._network.layout.is_weight)
        return Snapshot(
            epoch=self._epoch,
            step=self._step,
            parameters=parameters,
            train_loss=losses.train if losses else None,
            test_loss=losses.test if losses else None,
            penalty=penalty,
            stopped=stopped,
            divergence=where,
            validation_loss=losses.validation if losses else None,
        )

    def _remember(self) -> tuple[Array, optimizers.Memory, int]:
        # Nothing has changed since the last snapshot: its copy serves here too.
        return self._shown, self._descent.optimizer.remember(), self._steps_done

    def _diverged(self) -> Snapshot:
        """Replay the last slice step by step up to where it went wrong, and stay before that."""
        parameters, memory, first = self._mark
        last, self._steps_done = self._steps_done, first
        self._step -= last - first
        self._parameters[:] = parameters
        self._descent.optimizer.recall(memory)
        if first == last:
            return self._ending(self._batches.examine(0), self._epoch, self._step)
        while True:
            before = self._parameters.copy()
            layer = self._careful_step()
            if layer is not None or self._steps_done + 1 == last:
                break
            self._step += 1
            self._steps_done += 1
        self._parameters[:] = before
        return self._ending(layer, self._epoch + 1, self._step + 1)

    def _ending(self, layer: str | None, epoch: int, step: int) -> Snapshot:
        # If all was finite up to the loss over the whole training set, that is the output's.
        where = Divergence(epoch, step, layer or self._network.layout.output)
        return self._snapshot("diverged", where)

    def _careful_step(self) -> str | None:
        """Make the next step, stopping where something is not finite; the layer it is in."""
        layer = self._batches.examine(self._steps_done)
        if layer is None:
            self._descent.step = self._step
            for call in self._update:
                call()
            layer = divergence.in_vector(self._network.layout, self._parameters)
        return layer


def _check(training: TrainingSpec, network: Network, data: Data) -> None:
    for setting, least in (("epochs", 0), ("batch_size", 1), ("patience", 1), ("seed", 0)):
        value = getattr(training, setting)
        if value is not None and value < least:
            raise SpecError(f"training: {setting} must be at least {least}: {value}")
    if not training.min_delta >= 0.0:
        raise SpecError(f"training: min_delta must not be negative: {training.min_delta}")
    if training.precision not in ("float64", "float32"):
        raise SpecError(f"training: unknown precision {training.precision!r}")
    _check_samples(network, "training", data.train_inputs, data.train_targets)
    if data.test_inputs is not None and data.test_targets is not None:
        _check_samples(network, "test", data.test_inputs, data.test_targets)
    if data.validation_inputs is not None and data.validation_targets is not None:
        _check_samples(network, "validation", data.validation_inputs, data.validation_targets)


def _check_samples(network: Network, name: str, inputs: Array, targets: Array) -> None:
    expected = (len(inputs), network.units_of_inputs), (len(inputs), network.units_of_output)
    if (inputs.shape, targets.shape) != expected:
        raise SpecError(
            f"{name} data should be inputs {expected[0]} and targets {expected[1]}, "
            f"not {inputs.shape} and {targets.shape}"
        )
    if not len(inputs):
        raise SpecError(f"there are no {name} data")
