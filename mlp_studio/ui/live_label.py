"""A label for a number that changes many times a second."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel


class LiveLabel(QLabel):
    """Keeps the width it needed so far, so that a new number moves nothing around it.

    A plain QLabel asks for a new layout with every text, and in a main window that is one of
    toolbars, docks and status bar: it took longer than painting the network.
    """

    def setText(self, text: str) -> None:
        if text == self.text():
            return
        super().setText(text)
        has_own_room = self.minimumSize() == self.maximumSize()
        if not has_own_room or self.sizeHint().width() > self.width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def fit(self) -> None:
        """Be just as wide as the present text needs; with both sizes fixed, Qt lays nothing out."""
        self.setFixedSize(self.sizeHint())
