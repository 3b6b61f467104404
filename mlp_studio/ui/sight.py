"""Whether a panel is in sight: behind another tab Qt calls it visible all the same."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QDockWidget, QWidget


class Sight(QObject):
    """True while its widget is shown, and not behind another tab of the dock it is in."""

    changed = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._dock: QDockWidget | None = None
        self._is_on_top = True
        self._was = False
        widget.installEventFilter(self)

    def __bool__(self) -> bool:
        return self._widget.isVisible() and self._is_on_top

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._find_dock()
            self._look(visible=True)
        elif event.type() == QEvent.Type.Hide:
            self._look(visible=False)
        return super().eventFilter(watched, event)

    def _find_dock(self) -> None:
        """The dock, once the widget has been put into one."""
        parent = self._widget.parentWidget()
        while self._dock is None and parent is not None:
            if isinstance(parent, QDockWidget):
                self._dock = parent
                parent.visibilityChanged.connect(self._on_dock)
            parent = parent.parentWidget()

    def _on_dock(self, on_top: bool) -> None:
        self._is_on_top = on_top
        self._look(visible=self._widget.isVisible())

    def _look(self, *, visible: bool) -> None:
        now = visible and self._is_on_top
        if now != self._was:
            self._was = now
            self.changed.emit()
