"""Fetches the typesetter in the background, after the first paint, and says when it is there."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, QTimer, Signal

from mlp_studio.ui.typeset import shapes

_LOOK_AGAIN = 20
"""Milliseconds between looks at whether it is there."""


class Loading(QObject):
    """`start` may be called at any time and any number of times; `done` is emitted once."""

    done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._is_ready = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_AGAIN)
        self._timer.timeout.connect(self._look)

    @property
    def is_ready(self) -> bool:
        return self._is_ready

    def start(self) -> None:
        if self._thread is None and not self._is_ready:
            # Not a daemon: one that is cut off within an import ends the whole process badly.
            self._thread = threading.Thread(target=shapes.load)
            self._thread.start()
            self._timer.start()

    def wait(self) -> None:
        """Come back once it is there."""
        self.start()
        if self._thread is not None:
            self._thread.join()
            self._look()

    def shutdown(self) -> None:
        """Wait for the thread, if it is under way; may be called any number of times.

        What the window lets go of while another thread still runs may be freed by that thread,
        and Qt's objects must not be.
        """
        self._timer.stop()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _look(self) -> None:
        if self._thread is None or self._thread.is_alive():
            return
        self._thread = None
        self._timer.stop()
        # Where it could not be imported the thread has said so; formulas stay in plain letters.
        if shapes.is_loaded():
            self._is_ready = True
            self.done.emit()
