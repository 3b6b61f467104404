"""Python's garbage collector, run in the window's thread and in no other."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 250
FULL_EVERY = 30.0
"""Seconds between two full collections at least: one takes about 50 ms."""


class Collector(QObject):
    """Collects from a timer, for as long as it is not removed.

    Left to itself the collector runs in whichever thread happens to allocate. In a thread that
    trains or computes it may free objects of Qt, which have to die in the thread they live in.
    """

    def __init__(self, is_busy: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_busy = is_busy
        self._was_on = gc.isenabled()
        self._full_at = monotonic() + FULL_EVERY
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the generations that are full; all of them only where nothing moves."""
        youngest, middle, old = (
            count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if old and monotonic() >= self._full_at and not self._is_busy():
            self._full_at = monotonic() + FULL_EVERY
            gc.collect()
        elif middle:
            gc.collect(1)
        elif youngest:
            gc.collect(0)

    def remove(self) -> None:
        """Let Python collect by itself again, if it did before."""
        self._timer.stop()
        if self._was_on:
            gc.enable()
