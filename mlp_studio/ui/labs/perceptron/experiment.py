"""What the rule's page holds: samples, a start, a rate; and all that follows from them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine import datasets, perceptron
from mlp_studio.engine.perceptron import Hard, PerceptronWalk
from mlp_studio.engine.separable import Separability, separability
from mlp_studio.ui.labs.perceptron.ground import Place, Weights

Array = NDArray[np.float64]
GATES = ("and", "or", "xor")
_VISITS = 6000
"""A walk is recorded within a moment; one that has not ended by then says so."""
_EPOCHS = 1000


@dataclass(frozen=True)
class Experiment:
    """`classes` (0 or 1) go with `places`; `data` names the gate they are, or is "own"."""

    data: str
    places: tuple[Place, ...]
    classes: tuple[int, ...]
    start: Weights = (0.0, 0.0, 0.0)
    activation: Hard = "sign"
    rate: float = 1.0

    @cached_property
    def targets(self) -> Array:
        """(samples,): 1, and the lower target of the activation."""
        low = perceptron.low(self.activation)
        return np.where(np.array(self.classes, np.intp) == 1, 1.0, low)

    @cached_property
    def walk(self) -> PerceptronWalk | None:
        """None while there are no samples."""
        if not self.places:
            return None
        return perceptron.walk(
            self._inputs,
            self.targets,
            np.array(self.start),
            activation=self.activation,
            rate=self.rate,
            epochs=min(_EPOCHS, max(_VISITS // len(self.places), 1)),
        )

    @cached_property
    def separability(self) -> Separability:
        classes = np.array(self.classes, np.intp)
        return separability(self._inputs[classes == 0], self._inputs[classes == 1])

    @cached_property
    def arrow(self) -> float:
        """How long a weight of 1 is drawn, in spans of the plane: all of a walk's vectors fit."""
        weights = np.array([self.start]) if self.walk is None else self.walk.weights
        longest = float(np.hypot(weights[:, 0], weights[:, 1]).max())
        step = 2.0 ** math.ceil(math.log2(max(longest, 2.0)))
        return 0.3 / step

    @property
    def visits(self) -> int:
        return 0 if self.walk is None else self.walk.visits

    def weights(self, place: int) -> Weights:
        """After so many visits."""
        if self.walk is None:
            return self.start
        w1, w2, b = self.walk.weights[place].tolist()
        return w1, w2, b

    def is_right(self, weights: Weights) -> tuple[bool, ...]:
        """Of each sample, whether a unit with these weights answers it as it should."""
        return tuple((self._answers(weights) == self.targets).tolist())

    def answer(self, weights: Weights, number: int) -> float:
        """The output for a sample."""
        return float(self._answers(weights)[number])

    def with_dot(self, place: Place, shape: int) -> Experiment:
        return replace(
            self, data="own", places=(*self.places, place), classes=(*self.classes, shape)
        )

    def without_dot(self, number: int) -> Experiment:
        places = self.places[:number] + self.places[number + 1 :]
        classes = self.classes[:number] + self.classes[number + 1 :]
        return replace(self, data="own", places=places, classes=classes)

    def with_dot_at(self, number: int, place: Place) -> Experiment:
        places = (*self.places[:number], place, *self.places[number + 1 :])
        return replace(self, data="own", places=places)

    def _answers(self, weights: Weights) -> Array:
        return perceptron.outputs(self._inputs, np.array(weights), self.activation)

    @property
    def _inputs(self) -> Array:
        return np.array(self.places, np.float64).reshape(-1, 2)


def of_gate(name: str) -> Experiment:
    """The truth table of a gate, from all weights 0."""
    _, inputs, targets = datasets.make(name, 4, 0.0)
    places = tuple((x, y) for x, y in inputs.tolist())
    return Experiment(name, places, tuple(int(t) for t in targets[:, 0]))
