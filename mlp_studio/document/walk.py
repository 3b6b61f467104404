"""A row of moments known beforehand, and a place on it: what a lab steps through."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from mlp_studio.document.player import StepPlayer


class Walk(QObject):
    """Moments 0 … `last`: 0 is the start, each other one is there after a step.

    Going back is the same move as going forward: only `place` changes.
    """

    moved = Signal()
    """Another place, or another row of moments."""

    def __init__(self, last: int = 0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last = last
        self._place = 0
        self.player = StepPlayer(self, self)

    @property
    def place(self) -> int:
        return self._place

    @property
    def last(self) -> int:
        return self._last

    @property
    def is_at_start(self) -> bool:
        return self._place == 0

    @property
    def is_at_end(self) -> bool:
        return self._place == self._last

    @property
    def can_go_back(self) -> bool:
        return not self.is_at_start

    @property
    def can_go_forward(self) -> bool:
        return not self.is_at_end

    def begin(self, last: int, place: int = 0) -> None:
        """Another row of moments, ending at `last`; stand at `place`, or the nearest there is."""
        self.player.pause()
        self._last = max(last, 0)
        self._place = min(max(place, 0), self._last)
        self.moved.emit()

    def go_to(self, place: int) -> None:
        """Stand at `place`, or the nearest there is."""
        place = min(max(place, 0), self._last)
        if place != self._place:
            self._place = place
            self.moved.emit()

    def forward(self) -> None:
        self.go_to(self._place + 1)

    def back(self) -> None:
        self.go_to(self._place - 1)

    def advance(self, count: int) -> None:
        """Take so many steps on."""
        self.go_to(self._place + count)

    def to_start(self) -> None:
        self.go_to(0)

    def to_end(self) -> None:
        self.go_to(self._last)
