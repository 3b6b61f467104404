"""Where a run has been: states to return to, of as many epochs as there is room for."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from mlp_studio.engine.spec import TrainingSpec
from mlp_studio.engine.trainer import Checkpoint

ROOM = 32_000_000
"""Bytes that the states of one run may take."""
MOST = 4096
"""States at most, so that small networks do not keep hundreds of thousands."""
_BESIDE = 1000
"""About how many bytes a state takes besides its arrays."""


@dataclass(frozen=True, slots=True, eq=False)
class Waypoint:
    """A run after a whole epoch, and the settings it went on with from there."""

    checkpoint: Checkpoint
    training: TrainingSpec

    @property
    def epoch(self) -> int:
        return self.checkpoint.epoch

    @property
    def size(self) -> int:
        """Bytes, about."""
        checkpoint = self.checkpoint
        _, memory = checkpoint.optimizer_memory
        return _BESIDE + int(checkpoint.parameters.nbytes) + int(memory.nbytes)


class Waypoints:
    """Every `stride`-th epoch. When the room is full every second goes, and the stride doubles.

    Where the settings were changed a state is kept for good: what lies between two states can
    only be computed anew with the settings it was made with.
    """

    def __init__(self, room: int = ROOM, most: int = MOST) -> None:
        self._room = room
        self._most = most
        self._points: list[Waypoint] = []
        self.stride = 1
        self.size = 0
        """Bytes, about."""

    def __len__(self) -> int:
        return len(self._points)

    def wants(self, epoch: int) -> bool:
        """Whether the state after this epoch is to be kept."""
        return epoch % self.stride == 0

    def add(self, point: Waypoint) -> None:
        """Keep a state, later than all others; of the same epoch it takes the other's place."""
        if self._points and self._points[-1].epoch == point.epoch:
            self.size -= self._points.pop().size
        self._points.append(point)
        self.size += point.size
        while (self.size > self._room or len(self._points) > self._most) and self._thin():
            pass

    def before(self, epoch: int) -> Waypoint | None:
        """The last state at or before an epoch; None if there is none."""
        place = bisect_right(self._points, epoch, key=lambda point: point.epoch)
        return self._points[place - 1] if place else None

    def until(self, epoch: int) -> Waypoints:
        """The same states as far as that epoch."""
        cut = Waypoints(self._room, self._most)
        cut.stride = self.stride
        cut._points = [point for point in self._points if point.epoch <= epoch]
        cut.size = sum(point.size for point in cut._points)
        return cut

    def _thin(self) -> bool:
        """Let every second state go; whether that made room."""
        before = len(self._points)
        self.stride *= 2
        points = self._points
        self._points = [
            point
            for place, point in enumerate(points)
            if point.epoch % self.stride == 0
            or place == 0
            or point.training is not points[place - 1].training
        ]
        self.size = sum(point.size for point in self._points)
        return len(self._points) < before or self.stride <= points[-1].epoch
