"""New, open, save: what the File menu does, and never at the cost of unsaved work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal

from mlp_studio.document.document import Document
from mlp_studio.project.projectfile import MissingDataError, ProjectFileError
from mlp_studio.project.starting import STARTING_PROJECT
from mlp_studio.ui.dialogs import SUFFIX, Ask
from mlp_studio.ui.examples import in_language
from mlp_studio.ui.recovery import LostWork
from mlp_studio.ui.settings import Settings


class Files(QObject):
    """Every method that could lose work asks first; what cannot be done is told in a sentence."""

    recent_changed = Signal()

    def __init__(
        self,
        *,
        document: Document,
        settings: Settings,
        ask: Ask,
        come_to_rest: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        """`come_to_rest` ends what still changes the project, so that nothing comes after it."""
        super().__init__(parent)
        self._come_to_rest = come_to_rest
        self._document = document
        self._settings = settings
        self._ask = ask

    @property
    def name(self) -> str:
        """What the project is called in the title bar and in questions."""
        path = self._document.path
        if path:
            return path.name
        return in_language(self._document.project.title) or self.tr("Untitled")

    def new(self) -> None:
        if self.may_leave():
            self._document.new(STARTING_PROJECT)

    def open(self) -> None:
        path = self._ask.file_to_open(self.folder())
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a file that was named on the command line, dropped, or listed as recent."""
        if not self.may_leave():
            return
        path = path.absolute()
        if self._open(path):
            self._settings.add_recent_file(path)
        elif not path.exists():
            self._settings.forget_recent_file(path)
        self.recent_changed.emit()

    def open_example(self, path: Path, title: str) -> None:
        """Open a copy of an example under `title`: saving asks for a place of its own."""
        if self.may_leave() and self._open(path):
            self._document.new(replace(self._document.project, title=title))

    def save(self) -> bool:
        """Save to the project's own file; True if it was."""
        path = self._document.path
        return self._save(path) if path else self.save_as()

    def save_as(self) -> bool:
        path = self._document.path or self.folder() / f"{self.name}{SUFFIX}"
        chosen = self._ask.file_to_save(path)
        return chosen is not None and self._save(chosen.absolute())

    def may_leave(self) -> bool:
        """Whether the project may be closed: it is saved, or its changes were given up."""
        self._come_to_rest()
        if not self._document.is_modified:
            return True
        answer = self._ask.about_unsaved_changes(self.name)
        return answer == "discard" or (answer == "save" and self.save())

    def offer(self, lost: list[LostWork], keep_now: Callable[[], None]) -> None:
        """Ask about work that was lost; the first that is restored becomes the project.

        `keep_now` keeps it anew before the old copy goes.
        """
        restored = False
        for work in lost:
            answer = "later" if restored else self._ask.about_lost_work(work)
            if answer == "restore":
                self._document.restore(work.project, work.path)
                keep_now()
                restored = True
            if answer == "later":
                work.leave()
            else:
                work.discard()

    def _open(self, path: Path) -> bool:
        try:
            self._document.open(path)
        except MissingDataError as error:
            return self._open_with_data(path, error)
        except ProjectFileError as error:
            self._tell(self.tr("“{name}” cannot be opened.").format(name=path.name), error)
            return False
        except OSError as error:
            self._tell(self.tr("“{name}” cannot be read.").format(name=path.name), error)
            return False
        return True

    def _open_with_data(self, path: Path, missing: MissingDataError) -> bool:
        """The project refers to a file of data that is not where it was: ask where it is now."""
        place = self._ask.where_data_went(missing.path, str(missing))
        while place is not None:
            try:
                self._document.open(path, data_file=place)
            except MissingDataError as error:
                place = self._ask.where_data_went(error.path, str(error))
            except (ProjectFileError, OSError) as error:
                self._tell(self.tr("“{name}” cannot be opened.").format(name=path.name), error)
                return False
            else:
                return True
        return False

    def _save(self, path: Path) -> bool:
        self._come_to_rest()
        try:
            self._document.save(path)
        except (OSError, ProjectFileError) as error:
            self._tell(self.tr("“{name}” cannot be saved.").format(name=path.name), error)
            return False
        self._settings.add_recent_file(path)
        self.recent_changed.emit()
        return True

    def _tell(self, sentence: str, error: Exception) -> None:
        reason = error.strerror if isinstance(error, OSError) else None
        self._ask.tell_error(sentence, reason or str(error))

    def folder(self) -> Path:
        """Where a file dialog opens: beside the last file, else among the documents."""
        for path in (self._document.path, *self._settings.recent_files):
            if path is not None and path.parent.is_dir():
                return path.parent
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place))
