"""Unsaved work survives a crash: kept in files of its own, offered at the next start.

Each running window writes `<id>.recovery` (a project file) and `<id>.json` (which file it belongs
to) in one folder, and holds `<id>.lock` for as long as it lives. What lies there without a living
owner is work that was lost. The user's own file is never touched.
"""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from PySide6.QtCore import QLockFile, QObject, QStandardPaths, QTimer, Signal

from mlp_studio.document.document import Document
from mlp_studio.project import projectfile
from mlp_studio.project.model import Project
from mlp_studio.project.projectfile import ProjectFileError
from mlp_studio.project.sources import holding_data

SETTLE_MS = 2_000
"""Work is kept so long after the last change …"""
AT_MOST_MS = 15_000
"""… and at the latest so long after the first one that is not kept yet."""


class _Note(msgspec.Struct):
    """What is known of kept work besides the project itself."""

    path: str | None
    saved_at: str


@dataclass(frozen=True, slots=True)
class LostWork:
    """A project that was not saved when its window ended. `path` is the file it belonged to."""

    project: Project
    path: Path | None
    saved_at: datetime
    file: Path
    lock: QLockFile

    def discard(self) -> None:
        """Remove it for good."""
        _remove(self.file)
        self.lock.unlock()

    def leave(self) -> None:
        """Leave it for another start."""
        self.lock.unlock()


def recovery_folder() -> Path:
    """Where the running user's unsaved work is kept; made if it is missing."""
    place = QStandardPaths.StandardLocation.AppLocalDataLocation
    folder = Path(QStandardPaths.writableLocation(place)) / "recovery"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def lost_work(folder: Path) -> list[LostWork]:
    """Work that no living window owns, newest first; each is locked until it is decided on.

    A file that cannot be read is left where it is: it may be all that remains of someone's work.
    """
    found = []
    for file in folder.glob("*.recovery"):
        lock = _lock(file)
        if not lock.tryLock(0):
            continue
        try:
            note = msgspec.json.decode(file.with_suffix(".json").read_bytes(), type=_Note)
            project = projectfile.load(file)
            saved_at = datetime.fromisoformat(note.saved_at)
        except (OSError, ValueError, ProjectFileError):
            lock.unlock()
            continue
        path = Path(note.path) if note.path else None
        found.append(LostWork(project, path, saved_at, file, lock))
    _remove_locks_left_behind(folder)
    return sorted(found, key=lambda work: work.saved_at, reverse=True)


class Recovery(QObject):
    """Keeps a copy of the document's unsaved work while it is being done.

    `current` gives the project as it is at this moment, with what a run has learned so far.
    """

    failed = Signal(str)
    """Why the work could not be kept, once until it can again."""

    def __init__(
        self,
        document: Document,
        folder: Path,
        *,
        settle_ms: int = SETTLE_MS,
        at_most_ms: int = AT_MOST_MS,
        current: Callable[[], Project] | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._current = current or (lambda: document.project)
        self._now = now
        self._file = folder / f"{uuid.uuid4().hex}.recovery"
        self._lock = _lock(self._file)
        self._lock.tryLock(0)
        self._kept_project: Project | None = None
        self._complained = False
        self._settled = _timer(self, settle_ms, self.keep_now)
        self._at_most = _timer(self, at_most_ms, self.keep_now)
        document.undo_stack.index_changed.connect(self._changed)
        document.undo_stack.clean_changed.connect(self._changed)
        document.replaced.connect(self._changed)
        self._changed()

    @property
    def file(self) -> Path:
        return self._file

    def keep_now(self) -> None:
        """Write the unsaved work, or remove the copy if there is nothing unsaved."""
        self._settled.stop()
        self._at_most.stop()
        project = self._current()
        if not self._document.is_modified and project is self._document.project:
            self._forget()
            return
        if project is self._kept_project:
            return
        try:
            self._write(project)
        except OSError as error:
            if not self._complained:
                self._complained = True
                self.failed.emit(error.strerror or str(error))
            return
        self._complained = False
        self._kept_project = project

    def keep_soon(self) -> None:
        """There is something new to keep, as a run learns: it can wait as long as any change."""
        if not self._at_most.isActive():
            self._at_most.start()

    def finish(self) -> None:
        """The window ends in good order: remove the copy. May be called any number of times."""
        self._settled.stop()
        self._at_most.stop()
        self._forget()
        self._lock.unlock()

    def _changed(self) -> None:
        if not self._document.is_modified:
            self.keep_now()
            return
        self._settled.start()
        if not self._at_most.isActive():
            self._at_most.start()

    def _write(self, project: Project) -> None:
        path = self._document.path
        note = _Note(str(path) if path else None, self._now().isoformat())
        projectfile.save(holding_data(project), self._file)
        self._file.with_suffix(".json").write_bytes(msgspec.json.encode(note))

    def _forget(self) -> None:
        self._kept_project = None
        _remove(self._file)


def _timer(owner: QObject, interval_ms: int, then: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(interval_ms)
    timer.timeout.connect(then)
    return timer


def _lock(file: Path) -> QLockFile:
    lock = QLockFile(str(file.with_suffix(".lock")))
    # Held for as long as the window is open: age says nothing, only whether the process lives.
    lock.setStaleLockTime(0)
    return lock


def _remove_locks_left_behind(folder: Path) -> None:
    """Locks of processes that ended without work to lose, and without cleaning up."""
    for path in folder.glob("*.lock"):
        lock = _lock(path)
        if not path.with_suffix(".recovery").exists() and lock.tryLock(0):
            lock.unlock()


def _remove(file: Path) -> None:
    for path in (file, file.with_suffix(".json")):
        # A copy that cannot be removed is offered once more; there is nothing else to do.
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
