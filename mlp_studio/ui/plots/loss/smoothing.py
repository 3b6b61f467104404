"""The moving average of a curve: exponential, with its bias at the start corrected."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlp_studio.ui.plots.loss.growing import Growing

_BLOCK = 64

Values = NDArray[np.float64]


class MovingAverage:
    """Σ kʲ·v₍ₜ₋ⱼ₎ / Σ kʲ over all values so far, by value; more values cost only themselves.

    `keep`, k, is from 0 (the values themselves) to below 1. Values that are not finite count for
    nothing in the average, which is NaN at their place.
    """

    def __init__(self, keep: float) -> None:
        self.keep = keep
        self._averages = Growing()
        self._sum = self._weight = 0.0

    @property
    def values(self) -> Values:
        return self._averages.view

    def take(self, values: Values) -> None:
        """Go on with (n,) further values."""
        if not len(values):
            return
        finite = np.isfinite(values)
        sums = decayed_sums(np.where(finite, values, 0.0), self.keep, self._sum)
        weights = decayed_sums(finite.astype(np.float64), self.keep, self._weight)
        self._sum, self._weight = float(sums[-1]), float(weights[-1])
        averages = np.full(len(values), np.nan)
        np.divide(sums, weights, out=averages, where=finite)
        self._averages.extend(averages)


def decayed_sums(values: Values, keep: float, start: float = 0.0) -> Values:
    """s with s₍ₜ₎ = keep·s₍ₜ₋₁₎ + values₍ₜ₎ from s₍₋₁₎ = start: (n,).

    In blocks, without dividing by powers (which overflow): within a block a product with a
    triangle of powers; the ends of blocks follow the same rule, with keep to the block's length.
    """
    count = len(values)
    powers = keep ** np.arange(_BLOCK + 1.0)
    places = np.arange(_BLOCK)
    triangle = np.tril(powers[np.maximum(places[:, None] - places, 0)])
    blocks = np.zeros((-(-count // _BLOCK), _BLOCK))
    blocks.ravel()[:count] = values
    sums = blocks @ triangle.T
    before = np.full(len(blocks), start)
    if len(blocks) > 1:
        before[1:] = decayed_sums(np.ascontiguousarray(sums[:-1, -1]), keep**_BLOCK, start)
    sums += before[:, None] * powers[1:]
    flat: Values = sums.ravel()[:count]
    return flat
