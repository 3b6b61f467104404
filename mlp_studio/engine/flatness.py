"""The loss of one unit over one of its weights: what a gradient sees of a step, and of a sigmoid.

The losses and slopes are those of `slopes.UnitLoss`, with one weight varied and the others held.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_studio.engine.activations import Array
from mlp_studio.engine.slopes import UnitLoss


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
    with_bias = np.column_stack([inputs, np.ones(len(inputs))])
    loss = UnitLoss(activation, with_bias, targets)
    varied = np.tile(weights, (len(values), 1))
    varied[:, column] = values
    return LossOverWeight(values, loss.of(varied), loss.gradient(varied)[:, column])


def jumps(inputs: Array, weights: Array, column: int) -> Array:
    """The values of the weight, in order, at which some sample's z changes its sign.

    Between two of them the loss of a step unit is flat.
    """
    x = inputs[:, column]
    moving = x != 0.0
    held = inputs @ weights[:-1] + weights[-1] - x * weights[column]
    crossed: Array = np.unique(-held[moving] / x[moving])
    return crossed
