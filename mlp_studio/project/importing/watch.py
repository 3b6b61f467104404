"""How far a reading is, and whether it is still wanted."""

from __future__ import annotations

from collections.abc import Callable

from mlp_studio.project.importing.errors import Cancelled

STEPS = 50
"""How often progress is told, about."""


class Watch:
    """Tells the share that is done whenever it has grown enough, and asks every time."""

    def __init__(self, progress: Callable[[float], None], is_cancelled: Callable[[], bool]) -> None:
        self._progress = progress
        self._is_cancelled = is_cancelled
        self._told = -1.0

    def at(self, share: float) -> None:
        """`share` is from 0 to 1. Raises Cancelled."""
        if self._is_cancelled():
            raise Cancelled
        if share >= self._told + 1 / STEPS:
            self._told = share
            self._progress(share)


def unwatched() -> Watch:
    """Of a reading nobody waits for."""
    return Watch(lambda _share: None, lambda: False)
