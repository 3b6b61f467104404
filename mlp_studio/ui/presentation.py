"""Presentation mode: the network fills the screen, and the way out stays in sight."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QDockWidget, QMainWindow, QToolBar, QToolButton

_MARGIN = 12
_FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_PageUp)


class _WayOut(QToolButton):
    """A button in the corner that names the key."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName("way-out")
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(self.tr("→ and ← step · Esc leaves the presentation"))
        self.adjustSize()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class Presentation:
    """Hides everything but the canvas and what stands below it; puts all back afterwards.

    `action` turns it on and off; meanwhile the keys of a clicker give `forward` and `back`.
    """

    def __init__(
        self, window: QMainWindow, action: QAction, *, forward: QAction, back: QAction
    ) -> None:
        self._window = window
        self._action = action
        self._state = window.saveState()
        self._was_maximized = False
        self.on = False
        self.way_out = _WayOut(window)
        self.way_out.hide()
        self.way_out.clicked.connect(self.leave)
        self._keys = [
            self._key(Qt.Key.Key_Escape, self.leave),
            *(self._key(key, forward.trigger) for key in _FORWARD),
            *(self._key(key, back.trigger) for key in _BACK),
        ]
        action.toggled.connect(self._toggle)

    def listen(self, keys: Iterable[Qt.Key], act: Callable[[], object]) -> None:
        """While presenting, do this when one of the keys is pressed."""
        self._keys += [self._key(key, act) for key in keys]

    def leave(self) -> None:
        self._action.setChecked(False)

    def place_way_out(self) -> None:
        left = self._window.width() - self.way_out.width() - _MARGIN
        self.way_out.move(left, _MARGIN)

    def _toggle(self, on: bool) -> None:
        if on == self.on:
            return
        self.on = on
        if on:
            self._enter()
        else:
            self._put_back()
        for key in self._keys:
            key.setEnabled(on)
        self.way_out.setVisible(on)
        self.way_out.raise_()
        self.place_way_out()

    def _key(self, key: Qt.Key, act: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self._window)
        shortcut.setEnabled(False)
        shortcut.activated.connect(act)
        return shortcut

    def _enter(self) -> None:
        window = self._window
        self._state = window.saveState()
        self._was_maximized = window.isMaximized()
        for dock in window.findChildren(QDockWidget):
            if window.dockWidgetArea(dock) != Qt.DockWidgetArea.BottomDockWidgetArea:
                dock.hide()
        self._show_bars(False)
        window.showFullScreen()
        # The keys of a presentation are not for a field that happens to have the focus.
        if (canvas := window.centralWidget()) is not None:
            canvas.setFocus()

    def _put_back(self) -> None:
        self._show_bars(True)
        if self._was_maximized:
            self._window.showMaximized()
        else:
            self._window.showNormal()
        self._window.restoreState(self._state)

    def _show_bars(self, visible: bool) -> None:
        self._window.menuBar().setVisible(visible)
        self._window.statusBar().setVisible(visible)
        for toolbar in self._window.findChildren(QToolBar):
            toolbar.setVisible(visible)
