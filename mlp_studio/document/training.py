"""A training run: the worker thread, the mailbox it fills, and the history of the loss."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from time import perf_counter

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal
from threadpoolctl import threadpool_limits

from mlp_studio.document.document import Document
from mlp_studio.engine.spec import TrainingSpec
from mlp_studio.engine.trainer import Checkpoint, Run, Snapshot, split, train
from mlp_studio.project import edits
from mlp_studio.project.compile import Compiled
from mlp_studio.project.model import Project

FRAME_MS = 17
"""Until the window looks into the mailbox again while a run is on, at the least."""
PATIENCE = 2.35
"""And so many times as long as a frame has held up the worker lately, which leaves it the rest."""
_MEMORY = 0.8
READABLE_EVERY = 0.12
"""Seconds between two changes of the numbers in a run: faster, nobody could read them."""

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LossHistory:
    """Losses by epoch; `test` is NaN where there is no test set. Read-only views, equal length."""

    epochs: Vector
    train: Vector
    test: Vector

    def __len__(self) -> int:
        return len(self.epochs)


class _GrowingTable:
    """Rows of three numbers, appended one at a time; doubling, so that n appends cost O(n)."""

    def __init__(self) -> None:
        self._rows = np.empty((1024, 3))
        self._count = 0

    def append(self, epoch: float, train_loss: float, test_loss: float) -> None:
        if self._count == len(self._rows):
            # A new array: views handed out before keep the old one.
            self._rows = np.concatenate([self._rows, np.empty_like(self._rows)])
        self._rows[self._count] = (epoch, train_loss, test_loss)
        self._count += 1

    def view(self) -> LossHistory:
        rows = self._rows[: self._count]
        rows.flags.writeable = False
        return LossHistory(rows[:, 0], rows[:, 1], rows[:, 2])


class Mailbox:
    """Where the worker leaves what the window picks up.

    Every loss is kept; of the snapshots only the newest, so memory stays bounded however slowly
    the window looks.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._table = _GrowingTable()
        self._newest: Snapshot | None = None
        self._checkpoint: Checkpoint | None = None
        self._error: Exception | None = None

    def put(self, snapshot: Snapshot) -> None:
        with self._lock:
            self._newest = snapshot
            if snapshot.train_loss is not None:
                test = np.nan if snapshot.test_loss is None else snapshot.test_loss
                self._table.append(snapshot.epoch, snapshot.train_loss, test)

    def leave(self, checkpoint: Checkpoint) -> None:
        """Where the run can be taken up again, left by the worker when it ends."""
        with self._lock:
            self._checkpoint = checkpoint

    def checkpoint(self) -> Checkpoint | None:
        with self._lock:
            return self._checkpoint

    def fail(self, error: Exception) -> None:
        with self._lock:
            self._error = error

    def newest(self) -> Snapshot | None:
        with self._lock:
            return self._newest

    def error(self) -> Exception | None:
        with self._lock:
            return self._error

    def history(self) -> LossHistory:
        with self._lock:
            return self._table.view()


class _Worker(threading.Thread):
    """Iterates the trainer until it ends or is told to stop, and waits while it is held."""

    def __init__(self, begin: Callable[[], Run], mailbox: Mailbox) -> None:
        super().__init__(name="training", daemon=True)
        self._begin = begin
        self._mailbox = mailbox
        self._stop_asked = threading.Event()
        self._may_go_on = threading.Event()
        self._may_go_on.set()

    def run(self) -> None:
        # One BLAS thread: the window needs the other core, and tiny products are faster on one.
        with threadpool_limits(limits=1, user_api="blas"):
            try:
                self._iterate(self._begin())
            except Exception as error:  # noqa: BLE001  # carried to the window's thread and raised there
                self._mailbox.fail(error)

    def _iterate(self, run: Run) -> None:
        for snapshot in run:
            self._mailbox.put(snapshot)
            self._may_go_on.wait()
            if self._stop_asked.is_set():
                break
        self._mailbox.leave(run.checkpoint())

    def hold(self) -> None:
        """Wait after the snapshot at hand until `let_go`."""
        self._may_go_on.clear()

    def let_go(self) -> None:
        self._may_go_on.set()

    def stop_and_wait(self) -> None:
        self._stop_asked.set()
        self._may_go_on.set()
        self.join()


class TrainingRun(QObject):
    """Trains the document's network off the window's thread.

    Pausing keeps what was learned and enters the undo history once; starting again goes on with
    the same numbers an unpaused run would have had, unless something was changed in between. Any
    change of the network, the data or the settings ends the run first.
    """

    started = Signal()
    advanced = Signal()
    """New snapshots or losses are there to be shown; at most once a frame."""
    readable = Signal()
    """As `advanced`, but seldom enough to read: what shows numbers changes together, on this."""
    finished = Signal(str)
    """The reason: epochs, converged, early_stop, diverged or paused."""
    cleared = Signal()
    """The history no longer belongs to the network on the canvas and was emptied."""
    failed = Signal(object)
    """An exception the trainer raised; what was learned until then is kept."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._mailbox = Mailbox()
        self._worker: _Worker | None = None
        self._compiled: Compiled | None = None
        self._committed: Vector | None = None
        self._first_epoch = 0
        self._last_epoch = 0
        self._label: Callable[[int], str] = "Train {} epochs".format
        self._held = self._held_lately = 0.0
        self._readable_at = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        document.about_to_change.connect(self.pause)
        document.compiled_changed.connect(self._drop_if_stale)

    @property
    def running(self) -> bool:
        return self._worker is not None

    @property
    def latest(self) -> Snapshot | None:
        """The newest snapshot of the run, or None if there is none for this network."""
        return self._mailbox.newest()

    @property
    def history(self) -> LossHistory:
        return self._mailbox.history()

    def project(self) -> Project:
        """The document's project with what the run has learned so far."""
        snapshot, compiled = self._mailbox.newest(), self._compiled
        if not self.running or snapshot is None or compiled is None:
            return self._document.project
        learned = np.asarray(snapshot.parameters, dtype=np.float64)
        return edits.set_parameters(self._document.project, compiled.network.layout, learned)

    def set_label(self, label: Callable[[int], str]) -> None:
        """How the undo entry of a run over n epochs reads (the window translates it)."""
        self._label = label

    def start(self) -> None:
        """Begin, or go on after a pause. Does nothing while running.

        Raises ValueError if the network has problems.
        """
        if self.running:
            return
        compiled = self._document.compiled
        if compiled is None:
            raise ValueError("the network has problems and cannot be trained")
        checkpoint = self._checkpoint_for(compiled)
        if checkpoint is None:
            self._mailbox = Mailbox()
            self._last_epoch = 0
        self._compiled = compiled
        self._first_epoch = checkpoint.epoch if checkpoint else 0
        if self._first_epoch >= self._last_epoch:
            self._last_epoch = self._first_epoch + compiled.training.epochs
        last_epoch = self._last_epoch
        self._worker = _Worker(lambda: _begin(compiled, last_epoch, checkpoint), self._mailbox)
        self._worker.start()
        self._timer.start(FRAME_MS)
        self.started.emit()

    def pause(self) -> None:
        """Stop and keep the weights. Does nothing when at rest."""
        if self._worker is not None:
            self._finish("paused")

    def shutdown(self) -> None:
        """Stop without touching the document; may be called any number of times."""
        self._timer.stop()
        if self._worker is not None:
            self._worker.stop_and_wait()
            self._worker = None

    @contextmanager
    def window_first(self) -> Iterator[None]:
        """The worker waits meanwhile, so that the window draws a frame at once.

        Both need Python's one interpreter lock. Without this, each call into Qt that lets go of
        the lock may wait 5 ms to have it back, and a frame makes dozens of them.
        """
        worker = self._worker
        if worker is None:
            yield
            return
        worker.hold()
        start = perf_counter()
        try:
            yield
        finally:
            self._held += perf_counter() - start
            worker.let_go()

    def _look(self) -> None:
        """Once a frame: tell the views there is news, and notice when the run has ended."""
        worker = self._worker
        if worker is None:
            return
        ended = not worker.is_alive()
        self._held_lately = _MEMORY * self._held_lately + (1 - _MEMORY) * self._held
        self._held = 0.0
        with self.window_first():
            self.advanced.emit()
            if perf_counter() >= self._readable_at:
                self._readable_at = perf_counter() + READABLE_EVERY
                self.readable.emit()
        if self._worker is not worker:
            return
        if ended:
            snapshot = self._mailbox.newest()
            self._finish((snapshot.stopped if snapshot else None) or "paused")
        else:
            self._timer.start(max(FRAME_MS, round(1000 * PATIENCE * self._held_lately)))

    def _finish(self, reason: str) -> None:
        self.shutdown()
        snapshot, compiled = self._mailbox.newest(), self._compiled
        if snapshot is not None and compiled is not None:
            learned = np.asarray(snapshot.parameters, dtype=np.float64)
            self._committed = learned
            epochs = snapshot.epoch - self._first_epoch
            self._document.apply(
                self._label(epochs), edits.set_parameters, compiled.network.layout, learned
            )
            if snapshot.stopped is not None:
                reason = snapshot.stopped
        self.advanced.emit()
        self.readable.emit()
        self.finished.emit(reason)
        error = self._mailbox.error()
        if error is not None:
            self.failed.emit(error)

    def _checkpoint_for(self, compiled: Compiled) -> Checkpoint | None:
        """Where to go on, if the document still is what the last run left."""
        snapshot = self._mailbox.newest()
        if snapshot is None or snapshot.stopped == "diverged" or not self._still_current(compiled):
            return None
        return self._mailbox.checkpoint()

    def _still_current(self, compiled: Compiled) -> bool:
        if self._committed is None or self._compiled is None:
            return False
        return _same_run(compiled, self._compiled) and np.array_equal(
            compiled.parameters, self._committed
        )

    def _drop_if_stale(self) -> None:
        """Forget the history once it no longer describes the network on the canvas."""
        if self.running or self._mailbox.newest() is None:
            return
        compiled = self._document.compiled
        if compiled is None or not self._still_current(compiled):
            self._committed = None
            self._mailbox = Mailbox()
            self.cleared.emit()


def _begin(compiled: Compiled, last_epoch: int, checkpoint: Checkpoint | None) -> Run:
    training = replace(compiled.training, epochs=last_epoch)
    data = split(compiled.inputs, compiled.targets, training.test_fraction, training.seed)
    return train(compiled.network, compiled.parameters, data, training, resume=checkpoint)


def _same_run(one: Compiled, other: Compiled) -> bool:
    """Whether a run on one can go on with the other.

    Learning rate, optimizer, penalty and the like may change in the course of a run, and so may
    the weights; what the loss is measured on, and by, may not.
    """
    return (
        one.spec == other.spec
        and _measured_by(one.training) == _measured_by(other.training)
        and np.array_equal(one.inputs, other.inputs)
        and np.array_equal(one.targets, other.targets)
    )


def _measured_by(training: TrainingSpec) -> tuple[object, ...]:
    return training.seed, training.test_fraction, training.precision, training.batch_size
