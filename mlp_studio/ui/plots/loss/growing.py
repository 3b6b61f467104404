"""An array that grows at its end: n values cost O(n), however few are appended at a time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_FIRST = 1024

Values = NDArray[np.float64]


class Growing:
    def __init__(self) -> None:
        self._room = np.empty(_FIRST)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    @property
    def view(self) -> Values:
        """What is there, contiguous and read-only."""
        view = self._room[: self._count]
        view.flags.writeable = False
        return view

    def extend(self, values: Values) -> None:
        count = self._count + len(values)
        if count > len(self._room):
            room = np.empty(max(count, 2 * len(self._room)))
            room[: self._count] = self._room[: self._count]
            self._room = room
        self._room[self._count : count] = values
        self._count = count
