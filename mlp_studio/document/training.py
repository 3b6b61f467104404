"""Training in a thread: start, watch, pause, rewind. What was learned becomes one undo entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from time import perf_counter

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from mlp_studio.document.course import Course, LostMomentError, Segment
from mlp_studio.document.document import Document
from mlp_studio.document.marks import serial_at
from mlp_studio.document.pace import Pace, RunProgress
from mlp_studio.document.run_log import LossHistory, RunLog, ScoreHistory, SettingChange
from mlp_studio.document.same_run import goes_on
from mlp_studio.document.worker import Plan, Worker
from mlp_studio.engine.spec import TrainingSpec
from mlp_studio.engine.tasks import Task, task_of
from mlp_studio.engine.trainer import Checkpoint, Snapshot
from mlp_studio.project import edits
from mlp_studio.project.compile import Compiled
from mlp_studio.project.model import Project

FRAME = 1 / 60
"""Seconds until the window looks for news again, at the least."""
PATIENCE = 2.35
"""The window looks again after so many times as long as the worker last waited for it."""
_MEMORY = 0.8
"""Of the waits before the last one, so that a single long one does not slow the window down."""
READABLE_EVERY = 0.12
"""Seconds between two changes of the numbers in a run: faster, nobody could read them."""
UNBOUNDED = 10_000_000
"""Epochs of a run that only convergence ends."""
STILL, STILL_FOR = 1e-6, 500
"""What counts as converged where nothing was set: no gain above this in so many epochs."""
_EARLIER = 3
"""Runs that are remembered besides the one at hand, for undo to bring them back."""

Vector = NDArray[np.float64]


class TrainingRun(QObject):
    """Trains the document's network off the window's thread.

    Pausing keeps what was learned and enters the undo history once; starting again goes on with
    the same numbers an unpaused run would have had, unless something was changed in between.
    Settings that a run can go on with may be changed meanwhile; any other change of the network,
    the data or the settings ends the run first.
    """

    started = Signal()
    advanced = Signal()
    """New snapshots or losses are there to be shown; at most once a frame."""
    readable = Signal()
    """As `advanced`, but seldom enough to read: what shows numbers changes together, on this."""
    finished = Signal(str)
    """The reason: epochs, converged, early_stop, diverged or paused."""
    cleared = Signal()
    """The history is another: emptied, or that of an earlier run which undo led back to."""
    place_changed = Signal()
    """The window stands at another epoch of the run."""
    failed = Signal(object)
    """An exception the trainer raised; what was learned until then is kept."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._log = RunLog()
        self._course: Course | None = None
        self._earlier: list[Course] = []
        self._worker: Worker | None = None
        self._first_epoch = self._last_epoch = 0
        self._is_unbounded = False
        self._speed: float | None = None
        self._pace = Pace()
        self._label: Callable[[int], str] = "Train {} epochs".format
        self._held = self._held_lately = 0.0
        self.tells_numbers = False
        """Whether `readable` follows in this frame: what can wait leaves it to the numbers."""
        self._is_first = False
        """Whether the worker waits for the window already."""
        self._readable_at = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        document.about_to_change.connect(self.pause)
        document.compiled_changed.connect(self._on_compiled)
        document.replaced.connect(self._forget)
        document.set_bystander(self._goes_on)

    @property
    def running(self) -> bool:
        return self._worker is not None

    @property
    def latest(self) -> Snapshot | None:
        """The newest snapshot of the run, or None if there is none for this network."""
        return self._log.newest()

    @property
    def history(self) -> LossHistory:
        return self._log.history()

    @property
    def scores(self) -> ScoreHistory:
        """Accuracy or R² (as `task` says) of some of the epochs."""
        return self._log.scores()

    @property
    def task(self) -> Task | None:
        """What the targets ask for; None while the network has problems."""
        compiled = self._document.compiled
        return None if compiled is None else task_of(compiled.targets)

    @property
    def changes(self) -> tuple[SettingChange, ...]:
        """Where settings were changed in the course of the run."""
        return self._log.changes

    @property
    def kept(self) -> tuple[int, int, int]:
        """States kept for rewinding, every how many epochs, and the bytes they take, about."""
        return self._log.kept

    @property
    def shown_epoch(self) -> int | None:
        """The epoch that was gone back to; None at the end of the run."""
        course = self._course
        return course.shown.epoch if course is not None and course.shown is not None else None

    @property
    def progress(self) -> RunProgress:
        """Of the present press of Start, or the last."""
        newest = self._log.newest()
        done = max(newest.epoch - self._first_epoch, 0) if newest else 0
        total = None if self._is_unbounded else self._last_epoch - self._first_epoch
        rate = self._pace.epochs_per_second if self.running else None
        return RunProgress(done, total, rate)

    @property
    def speed(self) -> float | None:
        """Updates a second at most; None for as fast as it can."""
        return self._speed

    def set_speed(self, steps_per_second: float | None) -> None:
        self._speed = steps_per_second
        if self._worker is not None:
            self._worker.set_speed(steps_per_second)

    def project(self) -> Project:
        """The document's project with what the run has learned so far."""
        snapshot, course = self._log.newest(), self._course
        if not self.running or snapshot is None or course is None:
            return self._document.project
        learned = np.asarray(snapshot.parameters, dtype=np.float64)
        return edits.set_parameters(self._document.project, course.compiled.network.layout, learned)

    def set_label(self, label: Callable[[int], str]) -> None:
        """How the undo entry of a run over n epochs reads (the window translates it)."""
        self._label = label

    def start(self, epochs: int | None = None) -> None:
        """Begin, or go on, for so many epochs; None for what is left of those that are set.

        From an epoch that was gone back to, the run goes on as it did from there, unless
        something was changed. Does nothing while running. Raises ValueError if the network has
        problems.
        """
        self._begin(epochs, unbounded=False)

    def start_until_converged(self) -> None:
        """Begin, or go on, until the loss is below the limit that is set, or no longer falls.

        Where neither a limit nor a patience is set, it ends after STILL_FOR epochs without a gain
        of more than STILL. Otherwise as `start`.
        """
        self._begin(UNBOUNDED, unbounded=True)

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

    @property
    def can_rewind(self) -> bool:
        """Whether there is anything to go back to."""
        return self._course is not None and bool(self._course.segments)

    def rewind(self, epoch: int) -> int:
        """Stand where the run was after an epoch, or as near as can be had at once.

        Gives the epoch. The document shows the network of that moment; changing something, or
        starting, begins a branch, and undo leads back. Raises LostMomentError if it cannot be had.
        """
        self.pause()
        course = self._course
        if course is None or not course.segments:
            raise LostMomentError("no run can be gone back to")
        last = course.segments[-1].last
        epoch = min(max(epoch, course.segments[0].first), last)
        index = course.entry_of(epoch, self._document.undo_stack)
        if epoch == last and course.committed is not None:
            course.shown = None
            self._document.go_to(index)
            self.place_changed.emit()
            return epoch
        state = course.state_at(epoch)
        learned = np.asarray(state.parameters, dtype=np.float64)
        base = self._document.project_at(index)
        project = edits.set_parameters(base, course.compiled.network.layout, learned)
        course.shown = state
        self._document.show_within(index, project)
        self.place_changed.emit()
        return state.epoch

    def best_epoch(self) -> int | None:
        """The epoch of the smallest loss of those early stopping goes by; None without one."""
        return self._log.history().best_epoch()

    @contextmanager
    def window_first(self) -> Iterator[None]:
        """The worker waits meanwhile, so that the window draws a frame at once.

        Both need Python's one interpreter lock. Without this, each call into Qt that lets go of
        the lock may wait 5 ms to have it back, and a frame makes dozens of them.
        """
        worker = self._worker
        if worker is None or self._is_first:
            yield
            return
        self._is_first = True
        worker.hold()
        start = perf_counter()
        try:
            yield
        finally:
            self._is_first = False
            self._held += perf_counter() - start
            worker.let_go()

    def _begin(self, epochs: int | None, *, unbounded: bool) -> None:
        if self.running:
            return
        compiled = self._document.compiled
        if compiled is None:
            raise ValueError("the network has problems and cannot be trained")
        checkpoint = self._take_up(compiled)
        first = checkpoint.epoch if checkpoint else 0
        if epochs is not None:
            self._last_epoch = first + epochs
        elif checkpoint is None or first >= self._last_epoch or self._is_unbounded:
            self._last_epoch = first + compiled.training.epochs
        self._first_epoch, self._is_unbounded = first, unbounded
        plan = Plan(compiled, self._settings(compiled.training), checkpoint)
        self._worker = Worker(plan, self._log, self._speed)
        self._pace.start(first)
        self._worker.start()
        self._timer.start(round(1000 * FRAME))
        self.started.emit()

    def _take_up(self, compiled: Compiled) -> Checkpoint | None:
        """Where to go on, if the document still is what the last run left; else begin afresh."""
        course, newest = self._course, self._log.newest()
        has_diverged = newest is not None and newest.stopped == "diverged"
        is_there = course is not None and newest is not None and course.place_of(compiled)
        if course is None or not is_there or (has_diverged and course.shown is None):
            self._log = RunLog()
            self._course = Course(self._log, compiled)
            return None
        if course.shown is not None:
            self._remember(course)
            course = self._course = course.branch()
            self._log = course.log
        if course.compiled.training != compiled.training:
            course.note_change(self._document.undo_stack)
        course.compiled = compiled
        return course.log.checkpoint()

    def _settings(self, training: TrainingSpec) -> TrainingSpec:
        """The document's settings, to be run until the epoch at which this run ends."""
        settings = replace(training, epochs=self._last_epoch)
        is_endless = training.patience is None and training.converge_below is None
        if self._is_unbounded and is_endless:
            settings = replace(settings, patience=STILL_FOR, min_delta=STILL)
        return settings

    def _look(self) -> None:
        """Once a frame: tell the views there is news, and notice when the run has ended."""
        worker = self._worker
        if worker is None:
            return
        ended, begun = not worker.is_alive(), perf_counter()
        self._held_lately = _MEMORY * self._held_lately + (1 - _MEMORY) * self._held
        self._held = 0.0
        self.tells_numbers = perf_counter() >= self._readable_at
        with self.window_first():
            self.advanced.emit()
            if self.tells_numbers:
                self._readable_at = perf_counter() + READABLE_EVERY
                newest = self._log.newest()
                self._pace.watch(newest.epoch if newest else 0)
                self.readable.emit()
        if self._worker is not worker:
            return
        if ended:
            snapshot = self._log.newest()
            self._finish((snapshot.stopped if snapshot else None) or "paused")
        else:
            due = begun + max(FRAME, PATIENCE * self._held_lately)
            self._timer.start(max(0, round(1000 * (due - perf_counter()))))

    def _finish(self, reason: str) -> None:
        self.shutdown()
        snapshot, course = self._log.newest(), self._course
        if snapshot is not None and course is not None:
            self._commit(snapshot, course)
            reason = snapshot.stopped or reason
        self.advanced.emit()
        self.readable.emit()
        self.finished.emit(reason)
        error = self._log.error()
        if error is not None:
            self.failed.emit(error)

    def _commit(self, snapshot: Snapshot, course: Course) -> None:
        """Put what was learned into the document."""
        learned = np.asarray(snapshot.parameters, dtype=np.float64)
        course.committed, course.shown = learned, None
        stack, first = self._document.undo_stack, self._first_epoch
        before = serial_at(stack, stack.index())
        self._document.apply(
            self._label(snapshot.epoch - first),
            edits.set_parameters,
            course.compiled.network.layout,
            learned,
        )
        serial = serial_at(stack, stack.index())
        if serial != before:
            course.segments = (*course.segments, Segment(first, snapshot.epoch, serial))

    def _goes_on(self, before: Project, after: Project) -> bool:
        return self.running and goes_on(before, after)

    def _on_compiled(self) -> None:
        compiled, course = self._document.compiled, self._course
        if self._worker is not None:
            if compiled is not None and course is not None:
                self._retune(self._worker, course, compiled)
            return
        if compiled is not None and course is not None and self._stands_in(course, compiled):
            return
        found = next(
            (each for each in self._earlier if compiled and self._stands_in(each, compiled)), None
        )
        if found is None and self._log.newest() is None:
            return
        if course is not None:
            self._remember(course)
        if found is not None:
            self._earlier.remove(found)
        self._course = found
        self._log = found.log if found else RunLog()
        self.cleared.emit()

    def _forget(self) -> None:
        """Another project was opened: its undo history knows of no run."""
        self._earlier, self._course = [], None
        if self._log.newest() is not None:
            self._log = RunLog()
            self.cleared.emit()

    def _stands_in(self, course: Course, compiled: Compiled) -> bool:
        """Whether the document is at the place of a course, or has come to its end."""
        if course.place_of(compiled):
            return True
        if not course.end_of(compiled):
            return False
        course.shown = None
        self.place_changed.emit()
        return True

    def _remember(self, course: Course) -> None:
        """For undo to bring it back."""
        if course.segments and course not in self._earlier:
            self._earlier = [*self._earlier[-_EARLIER + 1 :], course]

    def _retune(self, worker: Worker, course: Course, compiled: Compiled) -> None:
        """Settings were changed while the run goes on."""
        if compiled.training == course.compiled.training:
            return
        if compiled.training.epochs != course.compiled.training.epochs and not self._is_unbounded:
            self._last_epoch = self._first_epoch + compiled.training.epochs
        course.compiled = replace(compiled, parameters=course.compiled.parameters)
        worker.retune(self._settings(compiled.training))
        course.note_change(self._document.undo_stack)
