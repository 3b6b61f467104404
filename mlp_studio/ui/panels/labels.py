"""Labels with a role, which the window's style sheet gives its colour."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from mlp_studio.ui.theme import Theme


@contextmanager
def silent(*senders: QObject) -> Iterator[None]:
    """While it lasts the senders emit nothing: a view that shows a value must not set it."""
    blockers = [QSignalBlocker(sender) for sender in senders]
    try:
        yield
    finally:
        for blocker in blockers:
            blocker.unblock()


def role_colour(theme: Theme, role: str) -> QColor:
    """The colour of a role. Raises AttributeError for an unknown one."""
    colour: QColor = getattr(theme, role)
    return colour


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet looks at, and have the widget drawn by it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class RoleLabel(QLabel):
    """Wrapped, selectable text: "title", "muted", "warning", "error", "forward" … or "ink"."""

    def __init__(self, role: str = "ink", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_role(role)

    def set_role(self, role: str) -> None:
        set_property(self, "role", role)

    def hasHeightForWidth(self) -> bool:
        """No: form layouts squeeze such rows. Its height follows from the width it was given."""
        return False

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _height(self) -> int:
        return max(self.heightForWidth(self.width()), 0)


class Message(RoleLabel):
    """A sentence that takes no room while there is nothing to say."""

    def __init__(self, role: str = "error") -> None:
        super().__init__(role)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show the sentence; an empty one hides the label."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
