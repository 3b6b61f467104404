"""Which part of the curves is in view while nobody looks at another one."""

from __future__ import annotations

import math
from dataclasses import dataclass

_ROOM_AHEAD = 1.25
"""How much further than the last epoch the axis reaches: it moves now and then, not each frame."""
_FEWEST_AHEAD = 20.0
_MARGIN = 0.01
"""Of the width, left of the first epoch."""
_LEAST_WIDTH = 0.3
"""Decades."""
_LOWEST_SCORE = -1.0

Span = tuple[float, float]


@dataclass
class Following:
    """Keeps everything in view, moving the axes seldom: each move lays all their texts anew."""

    is_on: bool = True
    _reach: float = 0.0

    def begin(self) -> None:
        """Follow again, from an empty plot."""
        self.is_on, self._reach = True, 0.0

    def across(self, last: float, *, live: bool, logarithmic: bool) -> Span:
        """From the first epoch to the last, or while more is to come to a little ahead of it."""
        if not live:
            self._reach = max(last, 1.0)
        elif last > self._reach:
            self._reach = max(last * _ROOM_AHEAD, _FEWEST_AHEAD)
        if logarithmic:
            width = max(math.log10(max(self._reach, 1.0)), _LEAST_WIDTH)
            return -_MARGIN * width, width
        return -_MARGIN * self._reach, self._reach


def loss_span(lowest: float, highest: float, *, logarithmic: bool) -> Span:
    """From 0 up; on a logarithmic scale from half a decade to half a decade, in log10.

    `lowest` is the lowest loss above 0, infinite if there is none.
    """
    if not logarithmic:
        return 0.0, 1.05 * highest or 1.0
    if not 0.0 < lowest <= highest:
        return -1.0, 0.0
    bottom = math.floor(2 * math.log10(lowest)) / 2
    return bottom, max(math.ceil(2 * math.log10(highest)) / 2, bottom + 0.5)


def score_span(lowest: float) -> Span:
    """From 0 to 1; where R² falls below 0, from as far below as it comes, but at most from −1."""
    bottom = max(math.floor(2 * lowest) / 2, _LOWEST_SCORE) if lowest < 0.0 else 0.0
    margin = 0.06 * (1.0 - bottom)
    return bottom - margin, 1.0 + margin
