"""The loss of one unit over one of its weights: what a gradient sees of a step, and of a sigmoid.

L(w) = mean over the samples of ½(a − t)², dL/dw = mean of (a − t)·f′(z)·x, as the engine's half
squared error has them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_studio.engine import activations
from mlp_studio.engine.activations import Array


@dataclass(frozen=True, slots=True, eq=False)
class LossOverWeight:
    """`loss` and `slope` (values,): at each value of the weight, the others held."""

    values: Array
    loss: Array
    slope: Array


def loss_over_weight(
    activation: str, inputs: Array, targets: Array, weights: Array, column: int, values: Array
) -> LossOverWeight:
    """Vary one weight. `inputs` (samples, columns), `targets` (samples,), `weights` bias last.

    Where a step has no derivative the slope is what the engine takes it for: 0.
    """
    function = activations.get(activation)
    held = inputs @ weights[:-1] + weights[-1] - inputs[:, column] * weights[column]
    z = held[None, :] + values[:, None] * inputs[None, :, column]
    a, slopes = np.empty_like(z), np.empty_like(z)
    function.value(z, a)
    function.derivative(z, a, slopes)
    error = a - targets
    return LossOverWeight(
        values,
        np.mean(0.5 * error**2, axis=1),
        np.mean(error * slopes * inputs[:, column], axis=1),
    )


def jumps(inputs: Array, weights: Array, column: int) -> Array:
    """The values of the weight, in order, at which some sample's z changes its sign.

    Between two of them the loss of a step unit is flat.
    """
    x = inputs[:, column]
    moving = x != 0.0
    held = inputs @ weights[:-1] + weights[-1] - x * weights[column]
    crossed: Array = np.unique(-held[moving] / x[moving])
    return crossed
