"""L1 and L2 penalties: l1·Σ|w| + ½·l2·Σw² over the weights, not the biases.

They are added to what training minimises, and reported apart from the loss. The gradient is
l1·sign(w) + l2·w; at w = 0 the L1 part takes the subgradient 0.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.spec import PenaltySpec, SpecError

Vector = NDArray[Any]


def check(penalty: PenaltySpec) -> None:
    """Raises SpecError if l1 or l2 is negative or not finite."""
    for name, value in (("l1", penalty.l1), ("l2", penalty.l2)):
        if not 0.0 <= value < math.inf:
            raise SpecError(f"penalty: {name} must not be negative: {value}")


def value(penalty: PenaltySpec, parameters: Vector, is_weight: NDArray[np.bool_]) -> float:
    """l1·Σ|w| + ½·l2·Σw², frozen weights included; both arrays are shaped (P,)."""
    if not penalty:
        return 0.0
    weights = parameters[is_weight].astype(np.float64)
    return float(penalty.l1 * np.abs(weights).sum() + 0.5 * penalty.l2 * weights.dot(weights))


def gradient(penalty: PenaltySpec, parameters: Vector, is_weight: NDArray[np.bool_]) -> Vector:
    """l1·sign(w) + l2·w at the weights, 0 at the biases, shaped (P,)."""
    total = np.zeros_like(parameters)
    bind(penalty, parameters, total, is_weight)()
    return total


def bind(
    penalty: PenaltySpec, parameters: Vector, gradient: Vector, is_weight: NDArray[np.bool_]
) -> Callable[[], None]:
    """A call that adds the penalty's gradient to `gradient` in place."""
    scratch = np.empty_like(parameters)
    l1 = penalty.l1 * is_weight.astype(parameters.dtype)
    l2 = penalty.l2 * is_weight.astype(parameters.dtype)
    multiply, add, sign = np.multiply, np.add, np.sign

    def add_gradient() -> None:
        if penalty.l2:
            multiply(parameters, l2, scratch)
            add(gradient, scratch, gradient)
        if penalty.l1:
            sign(parameters, scratch)
            multiply(scratch, l1, scratch)
            add(gradient, scratch, gradient)

    return add_gradient
