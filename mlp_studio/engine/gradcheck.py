"""Backpropagation against the definition of a derivative: (L(w + h) − L(w − h)) / 2h.

Central differences, of every parameter that exists. They are worth nothing where the loss has a
kink within h of a parameter (ReLU at 0, an absolute value at 0): there the slopes to the left and
to the right differ, and a gradient between the two is as good as any.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mlp_studio.engine.network import Network

Array = NDArray[Any]
Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]

STEP = float(np.cbrt(np.finfo(np.float64).eps))
"""The h for parameters up to 1: what is cut off (h²) and what is rounded (ε/h) are alike there."""
FLOOR = 1e-4
"""Gradients below this fraction of the loss, or below this, are compared as if that large.

Differences carry an absolute error of about ε/h = 4·10⁻¹¹ of the loss, however small they are.
"""
TOLERANCE = 1e-6
"""The largest relative error that still passes."""


@dataclass(frozen=True, slots=True, eq=False)
class GradCheck:
    """Both gradients of the mean loss and |analytic − numeric| / (|analytic| + |numeric|), (P,)."""

    analytic: Array
    numeric: Array
    relative_error: Array

    @property
    def worst(self) -> int:
        """The parameter with the largest relative error; one that is not a number is worst."""
        return int(np.argmax(np.nan_to_num(self.relative_error, nan=np.inf)))

    @property
    def largest(self) -> float:
        return float(self.relative_error[self.worst])


@dataclass(frozen=True, slots=True, eq=False)
class Checked:
    """Some parameters that were compared, and how far the whole comparison is.

    `parameters` are their indices, the other arrays go by them, (k,); so far `done` of `total`
    were compared. `left` and `right` are the slopes of the mean loss to either side.
    """

    parameters: Indices
    analytic: Array
    numeric: Array
    relative_error: Array
    left: Array
    right: Array
    done: int
    total: int

    def agree(self, tolerance: float = TOLERANCE) -> Flags:
        """Which pass; an error that is not a number does not."""
        agree: Flags = self.relative_error <= tolerance
        return agree

    def at_kink(self, tolerance: float = TOLERANCE) -> Flags:
        """Which fail only because the loss has a kink there: left and right of it slopes differ.

        The gradient is then one of the two, or lies between them.
        """
        low, high = np.minimum(self.left, self.right), np.maximum(self.left, self.right)
        # Beside a jump of the slope the curvature on either side hardly counts, but it does.
        margin = np.sqrt(STEP) * (high - low)
        between: Flags = (self.analytic >= low - margin) & (self.analytic <= high + margin)
        return between & ~self.agree(tolerance)


class Differences:
    """The mean loss as a function of one parameter at a time, in float64.

    `loss` and `gradient` are those of the point itself, the latter by backpropagation. Raises
    ValueError if a shape does not fit.
    """

    def __init__(
        self, network: Network, parameters: ArrayLike, inputs: ArrayLike, targets: ArrayLike
    ) -> None:
        network = Network(network.spec, np.float64)
        inputs, targets = network.pairs(inputs, targets)
        self.loss, self.gradient = network.gradient(parameters, inputs, targets)
        self.present = np.flatnonzero(network.layout.exists)
        self._point = np.where(network.layout.exists, np.asarray(parameters, np.float64), 0.0)
        self._pass = network.bind(self._point, len(inputs))
        self._pass.load(inputs, targets)

    def slopes(self, parameter: int) -> tuple[float, float, float]:
        """The slope of the loss across a parameter, and to the left and to the right of it."""
        here = float(self._point[parameter])
        step = STEP * max(1.0, abs(here))
        above, below = here + step, here - step
        upper, lower = self._loss_at(parameter, above), self._loss_at(parameter, below)
        self._point[parameter] = here
        across = (upper - lower) / (above - below)
        return across, (self.loss - lower) / (here - below), (upper - self.loss) / (above - here)

    def _loss_at(self, parameter: int, value: float) -> float:
        self._point[parameter] = value
        self._pass.forward()
        return self._pass.loss()


def check(
    network: Network, parameters: ArrayLike, inputs: ArrayLike, targets: ArrayLike
) -> GradCheck:
    """Compare the gradient of the mean loss over the samples with central differences.

    Always in float64, whatever the network's dtype. Raises ValueError if a shape does not fit.
    """
    differences = Differences(network, parameters, inputs, targets)
    analytic = differences.gradient
    numeric, error = np.zeros_like(analytic), np.zeros_like(analytic)
    for part in _compare(differences, differences.present, np.inf):
        numeric[part.parameters], error[part.parameters] = part.numeric, part.relative_error
    return GradCheck(analytic, numeric, error)


def checking(
    network: Network,
    parameters: ArrayLike,
    inputs: ArrayLike,
    targets: ArrayLike,
    *,
    only: Iterable[int] | None = None,
    seconds: float = 0.03,
) -> Iterator[Checked]:
    """The same bit by bit, about every so many seconds, for a window that shows how far it is.

    `only` are the parameters to compare, in that order, the absent ones left out; None means all.
    Stopping early is not asking for more. Raises as `check` does, at once.
    """
    differences = Differences(network, parameters, inputs, targets)
    present = differences.present
    if only is not None:
        wanted = np.fromiter(only, np.intp)
        present = wanted[np.isin(wanted, present)]
    return _compare(differences, present, seconds)


def _compare(differences: Differences, wanted: Indices, seconds: float) -> Iterator[Checked]:
    analytic, slopes = differences.gradient, np.empty((3, len(wanted)))
    first, began = 0, time.perf_counter()
    for done, parameter in enumerate(wanted.tolist(), 1):
        slopes[:, done - 1] = differences.slopes(parameter)
        if done == len(wanted) or time.perf_counter() - began >= seconds:
            numeric, left, right = slopes[:, first:done]
            some = wanted[first:done]
            size = np.maximum(
                np.abs(analytic[some]) + np.abs(numeric),
                FLOOR * max(1.0, abs(differences.loss)),
            )
            error = np.abs(analytic[some] - numeric) / size
            yield Checked(some, analytic[some], numeric, error, left, right, done, len(wanted))
            first, began = done, time.perf_counter()
