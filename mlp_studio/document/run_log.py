"""What a run leaves while it goes on: losses, scores, its newest state, places to return to."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_studio.document.growing_table import GrowingTable
from mlp_studio.document.waypoints import Waypoint, Waypoints
from mlp_studio.engine.trainer import Checkpoint, Snapshot

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LossHistory:
    """Losses by epoch; NaN where there is no such part of the data.

    Read-only views, equal length.
    """

    epochs: Vector
    train: Vector
    test: Vector
    validation: Vector

    @property
    def watched(self) -> Vector:
        """The losses that tell which epoch was the best: those early stopping goes by."""
        for held_out in (self.validation, self.test):
            if not np.isnan(held_out).all():
                return held_out
        return self.train

    def best_epoch(self) -> int | None:
        """The epoch of the smallest loss of those; None without a finite one."""
        finite = np.isfinite(self.watched)
        if not finite.any():
            return None
        return int(self.epochs[int(np.argmin(np.where(finite, self.watched, np.inf)))])

    def __len__(self) -> int:
        return len(self.epochs)


@dataclass(frozen=True, slots=True)
class ScoreHistory:
    """Accuracy, or R² of a regression, at some epochs; as in `LossHistory`."""

    epochs: Vector
    train: Vector
    test: Vector
    validation: Vector

    def __len__(self) -> int:
        return len(self.epochs)


@dataclass(frozen=True, slots=True)
class SettingChange:
    """A setting that was changed after so many epochs, as its undo entry calls it."""

    epoch: int
    text: str


class RunLog:
    """The worker writes, the window reads.

    Every loss is kept; of the snapshots only the newest and a bounded number of waypoints.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._losses = GrowingTable(4)
        self._scores = GrowingTable(4)
        self._waypoints = Waypoints()
        self._newest: Snapshot | None = None
        self._checkpoint: Checkpoint | None = None
        self._error: Exception | None = None
        self.changes: tuple[SettingChange, ...] = ()
        """Where settings were changed; the window's own note."""

    def put(self, snapshot: Snapshot) -> None:
        with self._lock:
            self._newest = snapshot
            if snapshot.train_loss is not None:
                held_out = (
                    np.nan if loss is None else loss
                    for loss in (snapshot.test_loss, snapshot.validation_loss)
                )
                self._losses.append(snapshot.epoch, snapshot.train_loss, *held_out)

    def put_score(self, epoch: int, train: float, test: float, validation: float = np.nan) -> None:
        """Later than all others; NaN where there is nothing to score."""
        with self._lock:
            self._scores.append(epoch, train, test, validation)

    def put_waypoint(self, point: Waypoint) -> None:
        with self._lock:
            self._waypoints.add(point)

    def wants_waypoint(self, epoch: int) -> bool:
        with self._lock:
            return self._waypoints.wants(epoch)

    def leave(self, checkpoint: Checkpoint) -> None:
        """Where the run can be taken up again, left by the worker when it ends."""
        with self._lock:
            self._checkpoint = checkpoint

    def fail(self, error: Exception) -> None:
        with self._lock:
            self._error = error

    def newest(self) -> Snapshot | None:
        with self._lock:
            return self._newest

    def checkpoint(self) -> Checkpoint | None:
        with self._lock:
            return self._checkpoint

    def error(self) -> Exception | None:
        with self._lock:
            return self._error

    def history(self) -> LossHistory:
        with self._lock:
            return LossHistory(*self._losses.columns())

    def scores(self) -> ScoreHistory:
        with self._lock:
            return ScoreHistory(*self._scores.columns())

    def waypoint_before(self, epoch: int) -> Waypoint | None:
        """The last state that was kept at or before an epoch."""
        with self._lock:
            return self._waypoints.before(epoch)

    @property
    def kept(self) -> tuple[int, int, int]:
        """How many states are kept, every how many epochs, and the bytes they take, about."""
        with self._lock:
            return len(self._waypoints), self._waypoints.stride, self._waypoints.size

    def until(self, snapshot: Snapshot, checkpoint: Checkpoint) -> RunLog:
        """A log of its own that ends here: what came later is not in it."""
        cut, epoch = RunLog(), snapshot.epoch
        with self._lock:
            cut._losses = self._losses.until(epoch)
            cut._scores = self._scores.until(epoch)
            cut._waypoints = self._waypoints.until(epoch)
        cut._newest, cut._checkpoint = snapshot, checkpoint
        cut.changes = tuple(each for each in self.changes if each.epoch <= epoch)
        return cut
