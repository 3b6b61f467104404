"""Rows of numbers that are appended one at a time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


class GrowingTable:
    """Doubles when it is full, so that n rows cost O(n)."""

    def __init__(self, columns: int) -> None:
        self._rows = np.empty((1024, columns))
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def append(self, *values: float) -> None:
        if self._count == len(self._rows):
            # A new array: views handed out before keep the old one.
            self._rows = np.concatenate([self._rows, np.empty_like(self._rows)])
        self._rows[self._count] = values
        self._count += 1

    def columns(self) -> tuple[NDArray[np.float64], ...]:
        """Read-only views of what is there now."""
        rows = self._rows[: self._count]
        rows.flags.writeable = False
        return tuple(rows.T)

    def until(self, last: float) -> GrowingTable:
        """A table of its own with the rows whose first value is at most `last`; those ascend."""
        cut = GrowingTable(self._rows.shape[1])
        count = int(np.searchsorted(self._rows[: self._count, 0], last, side="right"))
        cut._rows = np.concatenate([self._rows[:count], np.empty((1024, self._rows.shape[1]))])
        cut._count = count
        return cut
