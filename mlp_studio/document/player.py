"""Playing: one step after another, at a speed."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from mlp_studio.project.edits import EditError

SLOWEST, FASTEST = 0.25, 60.0
"""Steps a second."""
_TICK_MS = 33
"""The shortest time between two pictures: faster than that, several steps are taken at once."""


class Steppable(Protocol):
    """What can be played."""

    @property
    def can_go_forward(self) -> bool: ...

    def advance(self, count: int) -> None:
        """Take so many steps on, but none past the first update on the way."""


class StepPlayer(QObject):
    """Takes steps until it is paused, nothing can follow, or a step is refused.

    The player does not know of training: connect a run's `started` to `pause`.
    """

    playing_changed = Signal(bool)
    speed_changed = Signal(float)
    failed = Signal(object)
    """The EditError of an update that was refused; playing has stopped before it."""

    def __init__(self, cursor: Steppable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cursor = cursor
        self._speed = 2.0
        self._due = 0.0
        """The part of a step that is due already."""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)

    @property
    def is_playing(self) -> bool:
        return self._timer.isActive()

    @property
    def steps_per_second(self) -> float:
        return self._speed

    def set_speed(self, steps_per_second: float) -> None:
        """Any speed; it is held between a step in four seconds and sixty a second."""
        speed = min(max(steps_per_second, SLOWEST), FASTEST)
        if speed != self._speed:
            self._speed = speed
            self._timer.setInterval(self._interval)
            self.speed_changed.emit(speed)

    def play(self) -> None:
        """Begin with a step at once. Does nothing while playing, or where nothing can follow."""
        if self.is_playing or not self._cursor.can_go_forward:
            return
        self._due = 0.0
        self._timer.start(self._interval)
        self.playing_changed.emit(True)
        self._take(1)

    def pause(self) -> None:
        """Stop where it stands. Does nothing when at rest."""
        if self.is_playing:
            self._timer.stop()
            self.playing_changed.emit(False)

    @property
    def _interval(self) -> int:
        """Milliseconds between two ticks."""
        return max(_TICK_MS, round(1000 / self._speed))

    def _tick(self) -> None:
        self._due += self._speed * self._interval / 1000
        count = int(self._due + 0.01)  # a step of 333 ms at three a second is a whole one
        self._due -= count
        self._take(count)

    def _take(self, count: int) -> None:
        if count and self._cursor.can_go_forward:
            try:
                self._cursor.advance(count)
            except EditError as error:
                self.pause()
                self.failed.emit(error)
        if not self._cursor.can_go_forward:
            self.pause()
