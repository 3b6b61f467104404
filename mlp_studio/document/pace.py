"""How far a run has come, and how long it still needs."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from time import perf_counter

_WINDOW = 3.0
"""Seconds that the speed is measured over."""


@dataclass(frozen=True, slots=True)
class RunProgress:
    """Epochs since Start was pressed, of how many; None where no number of epochs ends the run.

    `seconds_left` is None while there is nothing to tell it by.
    """

    done: int
    total: int | None
    epochs_per_second: float | None = None

    @property
    def seconds_left(self) -> float | None:
        if self.total is None or not self.epochs_per_second:
            return None
        return (self.total - self.done) / self.epochs_per_second


class Pace:
    """Watches the epochs of a run go by."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def start(self, epoch: int) -> None:
        self._seen.clear()
        self.watch(epoch)

    def watch(self, epoch: int) -> None:
        now = perf_counter()
        self._seen.append((now, epoch))
        while len(self._seen) > 2 and now - self._seen[0][0] > _WINDOW:
            self._seen.popleft()

    @property
    def epochs_per_second(self) -> float | None:
        """None until something went by."""
        (start, first), (end, last) = self._seen[0], self._seen[-1]
        return (last - first) / (end - start) if last > first and end > start else None
