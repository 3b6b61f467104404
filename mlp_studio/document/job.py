"""Work that takes longer than a frame: a thread for it, a mailbox, and an end that waits."""

from __future__ import annotations

import threading
from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from mlp_studio.document.document import Document
from mlp_studio.project.compile import Compiled

FRAME_MS = 33
"""Until the window looks into the mailbox again while work goes on."""


@dataclass(frozen=True, slots=True)
class Progress:
    """So much of it is done, in a measure of the work's own."""

    done: int = 0
    total: int = 0


class Mailbox:
    """Where the worker leaves what the window picks up, and reads whether it is to stop."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stop_asked = threading.Event()
        self._progress = Progress()
        self._result: object | None = None
        self._error: Exception | None = None

    def ask_to_stop(self) -> None:
        self._stop_asked.set()

    def is_stop_asked(self) -> bool:
        return self._stop_asked.is_set()

    def say(self, done: int, total: int) -> None:
        """How far the work is."""
        with self._lock:
            self._progress = Progress(done, total)

    def progress(self) -> Progress:
        with self._lock:
            return self._progress

    def put(self, result: object | None, error: Exception | None = None) -> None:
        """What came of it: None if it was stopped before."""
        with self._lock:
            self._result, self._error = result, error

    def take(self) -> tuple[object | None, Exception | None]:
        with self._lock:
            return self._result, self._error


class JobThread(threading.Thread):
    """Does one piece of work, which is given the mailbox."""

    def __init__(self, name: str, work: Callable[[Mailbox], object | None]) -> None:
        super().__init__(name=name, daemon=True)
        self.mailbox = Mailbox()
        self._work = work

    def run(self) -> None:
        # Numbers may overflow on purpose: they are shown as they come out.
        with np.errstate(all="ignore"):
            try:
                self.mailbox.put(self._work(self.mailbox))
            except Exception as error:  # noqa: BLE001  # carried to the window's thread
                self.mailbox.put(None, error)

    def stop_and_wait(self) -> None:
        self.mailbox.ask_to_stop()
        self.join()


class Job(QObject):
    """One piece of work on the document's network at a time: the newest request wins.

    Any change of the network, the data or the settings ends the work and takes the result back:
    what is there belongs to the network on the canvas, or nothing is there.
    """

    started = Signal()
    advanced = Signal()
    """`progress` is another; at most once a frame."""
    finished = Signal()
    """`result` is there."""
    stopped = Signal()
    """Broken off, on request; there is no result."""
    dropped = Signal()
    """The network changed: what was there, or was being worked out, is of no use any more."""
    failed = Signal(object)
    """An exception that the work raised."""

    def __init__(self, document: Document, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._name = name
        self._worker: JobThread | None = None
        self._result: Any = None
        self._progress = Progress()
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._look)
        document.compiled_changed.connect(self.drop)

    @property
    def running(self) -> bool:
        return self._worker is not None

    @property
    def progress(self) -> Progress:
        """How far the work is that goes on."""
        return self._progress

    def cancel(self) -> None:
        """Break the work off. Does nothing when at rest."""
        if self._end():
            self.stopped.emit()

    def drop(self) -> None:
        """Forget the result, and the work that goes on."""
        had = self._end() or self._result is not None
        self._result = None
        if had:
            self.dropped.emit()

    def shutdown(self) -> None:
        """Stop and wait; may be called any number of times."""
        self._end()

    @abstractmethod
    def _work(self, compiled: Compiled) -> Callable[[Mailbox], object | None]:
        """What the worker is to do; it may look at nothing that changes."""

    def _begin(self) -> None:
        """Start the work. Raises ValueError if the network has problems."""
        compiled = self._document.compiled
        if compiled is None:
            raise ValueError("the network has problems: there is nothing to work with")
        self._end()
        self._result, self._progress = None, Progress()
        self._worker = JobThread(self._name, self._work(compiled))
        self._worker.start()
        self._timer.start()
        self.started.emit()

    def _end(self) -> bool:
        """Whether there was work to end."""
        worker, self._worker = self._worker, None
        self._timer.stop()
        if worker is None:
            return False
        worker.stop_and_wait()
        return True

    def _look(self) -> None:
        worker = self._worker
        if worker is None:
            return
        is_over = not worker.is_alive()
        self._progress = worker.mailbox.progress()
        self.advanced.emit()
        if is_over and self._worker is worker:
            self._finish(worker)

    def _finish(self, worker: JobThread) -> None:
        self._end()
        self._result, error = worker.mailbox.take()
        if error is not None:
            self.stopped.emit()
            self.failed.emit(error)
        else:
            self.finished.emit()
