"""Reading a table off the window's thread: the newest request wins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from mlp_studio.document.job import JobThread, Mailbox
from mlp_studio.project import importing
from mlp_studio.project.recipe import Recipe

_LOOK_MS = 33
_SETTLE_MS = 120
"""Until reading begins after a choice: several may follow one another."""
_PARTS = 1000


@dataclass(frozen=True, slots=True)
class Format:
    """How the cells are told apart; None is for the reader to find out."""

    encoding: str | None = None
    delimiter: str | None = None
    header: bool | None = None
    decimal_comma: bool | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What to read: `recipe` None takes the detected one."""

    form: Format
    recipe: Recipe | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a request; `imported` or `problem` is None.

    `recipe` is what it was read by, as far as that was known.
    """

    request: Request
    recipe: Recipe
    preview: importing.Preview | None
    imported: importing.Imported | None
    problem: importing.ImportTableError | None


class Reading(QObject):
    """Reads one table as often as its recipe changes."""

    advanced = Signal(float)
    """The share that is done, 0 to 1."""
    finished = Signal(object)
    """A Result, of the newest request."""

    def __init__(self, content: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._request: Request | None = None
        self._thread: JobThread | None = None
        self._leaving: list[JobThread] = []
        """Asked to stop, and not waited for yet: the window must not stand still for them."""
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._begin)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_busy(self) -> bool:
        """Whether a result is still to come."""
        return self._thread is not None or self._settle.isActive()

    def ask(self, request: Request) -> None:
        """Read by this request and forget any before it."""
        self._leave()
        self._request = request
        self._settle.start()

    def stop(self) -> None:
        """End what goes on, and wait for it; may be called any number of times."""
        self._leave()
        for thread in self._leaving:
            thread.stop_and_wait()
        self._leaving = []

    def _leave(self) -> None:
        self._settle.stop()
        self._timer.stop()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.mailbox.ask_to_stop()
            self._leaving.append(thread)
        self._leaving = [each for each in self._leaving if each.is_alive()]

    def _begin(self) -> None:
        request = self._request
        assert request is not None
        self._thread = JobThread("import", work(self._content, request))
        self._thread.start()
        self._timer.start()

    def _look(self) -> None:
        thread = self._thread
        if thread is None:
            return
        if thread.is_alive():
            self.advanced.emit(thread.mailbox.progress().done / _PARTS)
            return
        self._leave()
        result, error = thread.mailbox.take()
        if error is not None:
            raise error
        self.finished.emit(result)


def work(content: bytes, request: Request) -> Callable[[Mailbox], Result]:
    """The whole reading; a table that cannot be read is a result as well."""

    def read(mailbox: Mailbox) -> Result:
        preview = None
        recipe = request.recipe or Recipe()
        form = request.form
        try:
            preview = importing.sniffed(
                content,
                encoding=form.encoding,
                delimiter=form.delimiter,
                header=form.header,
                decimal_comma=form.decimal_comma,
            )
            recipe = _recipe(preview, request.recipe)
            imported = importing.imported(
                content,
                recipe,
                progress=lambda share: mailbox.say(round(share * _PARTS), _PARTS),
                is_cancelled=mailbox.is_stop_asked,
            )
        except importing.ImportTableError as problem:
            return Result(request, recipe, preview, None, problem)
        except importing.Cancelled:
            return Result(request, recipe, preview, None, None)
        return Result(request, recipe, preview, imported, None)

    return read


def _recipe(preview: importing.Preview, chosen: Recipe | None) -> Recipe:
    """The choices that were made, where the table still has such columns; else what was found."""
    found = preview.recipe
    if chosen is None:
        return found
    columns = (*chosen.inputs, *chosen.targets)
    if columns and max(columns) >= len(preview.names):
        return replace(found, missing=chosen.missing)
    return replace(
        chosen,
        encoding=found.encoding,
        delimiter=found.delimiter,
        header=found.header,
        decimal_comma=found.decimal_comma,
    )
