"""Inputs brought to a common scale: a difference and a quotient for each input unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Scaler:
    """x becomes (x − offset) / factor; both are (units,), and no factor is 0."""

    offset: Array
    factor: Array

    @classmethod
    def identity(cls, units: int) -> Scaler:
        """Leaves everything as it is."""
        return cls(np.zeros(units), np.ones(units))

    @property
    def is_identity(self) -> bool:
        return not self.offset.any() and bool((self.factor == 1.0).all())

    def scaled(self, values: Array) -> Array:
        """What flows into the units, from (n, units) as the data have them.

        The very same array where nothing is to be scaled. Not finite where the values, or the
        numbers of the scaler, are too large.
        """
        if self.is_identity:
            return values
        with np.errstate(all="ignore"):
            scaled: Array = (values - self.offset) / self.factor
        return scaled

    def raw(self, values: Array) -> Array:
        """The way back: (n, units) as the data would have them."""
        if self.is_identity:
            return values
        with np.errstate(all="ignore"):
            raw: Array = values * self.factor + self.offset
        return raw


def standard(values: Array) -> Scaler:
    """Each column of (n, units) gets mean 0 and, over n, standard deviation 1."""
    with np.errstate(all="ignore"):
        return _fitted(values, values.mean(axis=0), values.std(axis=0))


def min_max(values: Array) -> Scaler:
    """Each column of (n, units) comes to lie between 0 and 1."""
    with np.errstate(all="ignore"):
        return _fitted(values, values.min(axis=0), np.ptp(values, axis=0))


def _fitted(values: Array, offset: Array, factor: Array) -> Scaler:
    # The mean of equal values may differ from them in the last digit, and their deviation from 0.
    first = values[0]
    is_constant = (values == first).all(axis=0)
    offset = np.where(is_constant, first, offset)
    return Scaler(offset, np.where(is_constant | (factor == 0.0), 1.0, factor))
