"""Backpropagation against the definition of a derivative: (L(w + h) − L(w − h)) / 2h.

Central differences, of every parameter that exists. They are worth nothing where the loss has a
kink within h of a parameter (ReLU at 0, an absolute value at 0).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mlp_studio.engine.network import Network

Array = NDArray[Any]

STEP = float(np.cbrt(np.finfo(np.float64).eps))
"""The h for parameters up to 1: what is cut off (h²) and what is rounded (ε/h) are alike there."""
FLOOR = 1e-4
"""Gradients below this fraction of the loss, or below this, are compared as if that large.

Differences carry an absolute error of about ε/h = 4·10⁻¹¹ of the loss, however small they are.
"""


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


def check(
    network: Network, parameters: ArrayLike, inputs: ArrayLike, targets: ArrayLike
) -> GradCheck:
    """Compare the gradient of the mean loss over the samples with central differences.

    Always in float64, whatever the network's dtype. Raises ValueError if a shape does not fit.
    """
    network = Network(network.spec, np.float64)
    inputs, targets = network.pairs(inputs, targets)
    loss, analytic = network.gradient(parameters, inputs, targets)
    point = np.where(network.layout.exists, np.asarray(parameters, np.float64), 0.0)
    bound = network.bind(point, len(inputs))
    bound.load(inputs, targets)

    def loss_at(index: int, value: float) -> float:
        point[index] = value
        bound.forward()
        return bound.loss()

    numeric = np.zeros_like(analytic)
    for index in map(int, np.flatnonzero(network.layout.exists)):
        here = float(point[index])
        above, below = here + STEP * max(1.0, abs(here)), here - STEP * max(1.0, abs(here))
        numeric[index] = (loss_at(index, above) - loss_at(index, below)) / (above - below)
        point[index] = here
    size = np.maximum(np.abs(analytic) + np.abs(numeric), FLOOR * max(1.0, abs(loss)))
    return GradCheck(analytic, numeric, np.abs(analytic - numeric) / size)
