"""An unexpected error is shown with details to copy; the work is kept and the program goes on."""

from __future__ import annotations

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion

from mlp_studio import __version__


class CrashReports(QObject):
    """Takes the place of Python's three hooks for exceptions nobody caught.

    `keep_work` runs first, whatever happens after. Then `show(details, count)` is called on the
    window's thread: `count` is how often this very error has come since it was last shown to the
    end, so that one that comes with every repaint does not bury the screen.
    """

    _reported = Signal(str)

    def __init__(
        self,
        *,
        keep_work: Callable[[], None],
        show: Callable[[str, int], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._keep_work = keep_work
        self._show = show
        self._counts: dict[str, int] = {}
        self._handling = False
        self._previous: tuple[object, object, object] | None = None
        # Queued: a hook may run on any thread, and in the middle of a paint.
        self._reported.connect(self._present, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks. Does nothing if they are taken already."""
        if self._previous is None:
            self._previous = (sys.excepthook, threading.excepthook, sys.unraisablehook)
            sys.excepthook = self._uncaught
            threading.excepthook = self._uncaught_in_thread
            sys.unraisablehook = self._unraisable

    def remove(self) -> None:
        """Give the hooks back."""
        if self._previous is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._previous  # type: ignore[assignment]  # the three hooks as they were found
            self._previous = None

    def report(self, error: BaseException) -> None:
        """Show an exception that was caught, as if nobody had."""
        self._uncaught(type(error), error, error.__traceback__)

    def _uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._handle("".join(traceback.format_exception(kind, error, trace)))

    def _uncaught_in_thread(self, found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None and not issubclass(found.exc_type, SystemExit):
            self._uncaught(found.exc_type, found.exc_value, found.exc_traceback)

    def _unraisable(self, found: sys.UnraisableHookArgs) -> None:
        if found.exc_value is not None:
            self._uncaught(found.exc_type, found.exc_value, found.exc_traceback)

    def _handle(self, text: str) -> None:
        sys.stderr.write(text)
        if self._handling:
            # The report itself failed: saying so on stderr is all that is safe.
            return
        self._handling = True
        try:
            self._reported.emit(text)
        finally:
            self._handling = False

    def _present(self, text: str) -> None:
        """On the window's thread: keep the work, then show what happened."""
        if self._handling:
            return
        self._handling = True
        try:
            self._counts[text] = self._counts.get(text, 0) + 1
            try:
                self._keep_work()
            except Exception:  # noqa: BLE001  # the first error must be shown even if keeping fails
                text += "\nKeeping the work failed as well:\n" + traceback.format_exc()
            self._show(f"{environment()}\n\n{text}", self._counts.get(text, 1))
        except Exception:  # noqa: BLE001  # nothing is left that could show it
            traceback.print_exc()
        finally:
            self._handling = False


def environment() -> str:
    """The versions a report is useless without, on one line."""
    return (
        f"MLP Studio {__version__} · Python {platform.python_version()} · "
        f"Qt {qVersion()} · {platform.platform()}"
    )
