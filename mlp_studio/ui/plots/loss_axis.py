"""An axis of losses: plain numbers, and on a logarithmic scale only as many as fit."""

from __future__ import annotations

import math
from itertools import pairwise

import pyqtgraph as pg

from mlp_studio.ui.numbers import NumberFormat

_ROOM = 20.0
"""Pixels from one number to the next."""
_FINEST = (1.0, 2.0, 5.0)

Levels = list[tuple[float, list[float]]]


class LossAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    def __init__(self, numbers: NumberFormat) -> None:
        super().__init__("left")
        self._numbers = numbers
        self.enableAutoSIPrefix(False)
        numbers.changed.connect(self._reformat)

    def tickValues(self, minVal: float, maxVal: float, size: float) -> Levels:
        if not self.logMode:
            levels: Levels = super().tickValues(minVal, maxVal, size)
            return levels[:1]
        return [(1.0, log_ticks(minVal, maxVal, size))]

    def tickStrings(self, values: list[float], scale: float, _spacing: float) -> list[str]:
        """Losses as they are written everywhere, without the zeros at their end."""
        losses = [math.pow(10.0, value) if self.logMode else value * scale for value in values]
        return [self._numbers.exact(float(f"{loss:.3g}")) for loss in losses]

    def _reformat(self) -> None:
        self.picture = None
        self.update()


def log_ticks(low: float, high: float, size: float) -> list[float]:
    """Places on a log10 axis from `low` to `high`, `size` pixels long, at 1, 2 and 5 or at powers.

    Sparser by decades until neighbours are far enough from each other.
    """
    decades = range(math.floor(low), math.ceil(high) + 1)
    pixels = size / max(high - low, 1e-9)
    fine = [decade + math.log10(step) for decade in decades for step in _FINEST]
    if pixels * min(after - before for before, after in pairwise(fine)) >= _ROOM:
        return [place for place in fine if low <= place <= high]
    apart = max(1, math.ceil(_ROOM / pixels))
    return [float(decade) for decade in decades if decade % apart == 0 and low <= decade <= high]
