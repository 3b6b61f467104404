"""From a gradient to the next parameters: all that stands between backpropagation and the update.

In this order: the penalty's gradient is added, frozen parameters are left out, the gradient is
clipped by its norm, and the optimizer moves the parameters with the scheduled learning rate.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine import optimizers, penalties, schedules
from mlp_studio.engine.layout import Layout
from mlp_studio.engine.spec import OptimizerSpec, PenaltySpec, SpecError, TrainingSpec

Vector = NDArray[Any]
Call = Callable[[], object]


class Descent:
    """How `training` changes the parameters of such a network, with the optimizer's state.

    `step` is the number of the coming step, from 0, which the schedule goes by. The perceptron rule
    is w ← w + η (t − y) x: it knows neither optimizer nor penalty nor clipping, so `penalty`, the
    one that counts, is then none.
    Raises SpecError for settings of optimizer, schedule, penalty or clipping that cannot be.
    """

    def __init__(self, layout: Layout, training: TrainingSpec, dtype: np.dtype[Any]) -> None:
        schedules.check(training.schedule)
        penalties.check(training.penalty)
        if training.clip_norm is not None and not training.clip_norm > 0:
            raise SpecError(f"clip_norm must be positive: {training.clip_norm}")
        optimizers.settings(training.optimizer)
        if training.rule == "perceptron":
            training = _perceptron(training)
        self.penalty = training.penalty
        self.optimizer_name = training.optimizer.name
        self.step = 0
        self.optimizer = optimizers.make(training.optimizer, layout.size, dtype)
        self._layout = layout
        self._training = training
        self._folds_rate = (
            training.optimizer.name == "sgd"
            and not self.optimizer.settings["weight_decay"]
            and not training.penalty
            and training.clip_norm is None
            and schedules.is_constant(training.schedule)
        )

    def scale(self, batch_size: int) -> float:
        """What the gradient is to be of: the summed losses of a batch times this.

        That is 1/batch, for the mean; where a step is the gradient times the learning rate, this
        goes in here as well, which saves a call.
        """
        return (self._training.optimizer.learning_rate if self._folds_rate else 1.0) / batch_size

    def bind(self, parameters: Vector, gradient: Vector) -> tuple[Call, ...]:
        """The calls that make one step: `parameters` change in place, `gradient` is used up.

        `gradient` must have been scaled as `scale` says.
        Parameters frozen now keep their present values, whatever the calls do.
        """
        training, layout = self._training, self._layout
        calls: list[Call] = []
        if not schedules.is_constant(training.schedule):
            calls.append(self._set_rate)
        if training.penalty:
            calls.append(penalties.bind(training.penalty, parameters, gradient, layout.is_weight))
        has_fixed = not layout.trainable.all()
        if has_fixed:
            trainable = layout.trainable.astype(gradient.dtype)
            calls.append(partial(np.multiply, gradient, trainable, gradient))
        if training.clip_norm is not None:
            calls.append(clipping(gradient, training.clip_norm))
        if self._folds_rate:
            return (*calls, partial(np.subtract, parameters, gradient, parameters))
        calls.append(self.optimizer.bind(parameters, gradient))
        if has_fixed and self.optimizer.settings["weight_decay"]:
            # Decay moves a parameter also where its gradient is 0.
            kept = parameters.copy()
            calls.append(partial(np.copyto, parameters, kept, where=~layout.trainable))
        return tuple(calls)

    def _set_rate(self) -> None:
        training = self._training
        base = training.optimizer.learning_rate
        self.optimizer.set_rate(schedules.rate(training.schedule, base, self.step))
        self.step += 1


def _perceptron(training: TrainingSpec) -> TrainingSpec:
    plain = OptimizerSpec("sgd", learning_rate=training.optimizer.learning_rate)
    return replace(training, optimizer=plain, penalty=PenaltySpec(), clip_norm=None)


def clipping(gradient: Vector, limit: float) -> Call:
    """A call that scales the gradient down to the Euclidean norm `limit` if it is longer."""
    factor = np.array(1.0, gradient.dtype)

    def clip() -> None:
        norm = math.sqrt(gradient.dot(gradient))
        if norm == math.inf:
            norm = _norm_of_large(gradient)
        if norm > limit:
            factor[()] = limit / norm
            np.multiply(gradient, factor, gradient)

    return clip


def _norm_of_large(gradient: Vector) -> float:
    """The norm where the squares overflow: taken of the gradient over its largest component."""
    largest = float(np.abs(gradient).max())
    scaled = gradient.astype(np.float64) / largest
    return largest * math.sqrt(scaled.dot(scaled))
