"""What counts as a full output of a unit: the same for its map and for its bar."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine import activations
from mlp_studio.project.model import Layer

Array = NDArray[Any]


def fixed_scale(layer: Layer) -> NDArray[np.float64]:
    """(units,): 1 for units whose activation stays within ±1, NaN for those that know no bound."""
    scale = np.full(layer.units, math.nan)
    if layer.kind != "input":
        for unit in range(layer.units):
            least, greatest = activations.get(layer.activation_of(unit)).bounds
            if max(-least, greatest) <= 1.0:
                scale[unit] = 1.0
    return scale


def scale_of(fixed: NDArray[np.float64], outputs: Array) -> NDArray[np.float64]:
    """(units,): the fixed scale, and where there is none the greatest |a| of `outputs`.

    `outputs` is (units, …). What is not finite does not count; a unit that gives nothing but 0 has
    a scale of 1.
    """
    unbounded = np.isnan(fixed)
    if not unbounded.any():
        return fixed
    flat = np.abs(outputs[unbounded].reshape(int(unbounded.sum()), -1))
    greatest = np.where(np.isfinite(flat), flat, 0.0).max(axis=1)
    scale = fixed.copy()
    scale[unbounded] = np.where(greatest > 0.0, greatest, 1.0)
    return scale
