"""Presentation mode: the network fills the screen, and the way out stays in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QDockWidget, QMainWindow, QToolBar, QToolButton

_MARGIN = 12


class _WayOut(QToolButton):
    """A button in the corner that names the key."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName("way-out")
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(self.tr("Esc leaves the presentation"))
        self.adjustSize()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class Presentation:
    """Hides everything but the canvas and what stands below it; puts all back afterwards."""

    def __init__(self, window: QMainWindow, action: QAction) -> None:
        self._window = window
        self._action = action
        self._state = window.saveState()
        self._was_maximized = False
        self.on = False
        self.way_out = _WayOut(window)
        self.way_out.hide()
        self.way_out.clicked.connect(self.leave)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.leave)
        action.toggled.connect(self._toggle)

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
        self._escape.setEnabled(on)
        self.way_out.setVisible(on)
        self.way_out.raise_()
        self.place_way_out()

    def _enter(self) -> None:
        window = self._window
        self._state = window.saveState()
        self._was_maximized = window.isMaximized()
        for dock in window.findChildren(QDockWidget):
            if window.dockWidgetArea(dock) != Qt.DockWidgetArea.BottomDockWidgetArea:
                dock.hide()
        self._show_bars(False)
        window.showFullScreen()

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
