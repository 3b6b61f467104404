"""How a setting of training is changed from its field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from mlp_studio.document.document import Document
from mlp_studio.project.model import Project
from mlp_studio.ui.panels.attempt import attempt, attempt_merged
from mlp_studio.ui.panels.fields import TextField


class Changing(QObject):
    """Makes one undoable change, or says why it cannot be made."""

    refused = Signal(str)
    """The reason, in one sentence."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document

    def change(self, label: str, edit: Callable[..., Project], *args: Any, **kwargs: Any) -> None:
        self._answer(attempt(self._document, label, edit, *args, **kwargs))

    def change_merged(
        self, merge: str, label: str, edit: Callable[..., Project], **kwargs: Any
    ) -> None:
        """Held down, or pulled on, one control makes one undo entry."""
        self._answer(attempt_merged(self._document, merge, label, edit, **kwargs))

    def change_typed(
        self, field: TextField, label: str, edit: Callable[..., Project], **kwargs: Any
    ) -> None:
        """A change typed into a field: the reason it cannot be is said under that field."""
        reason = attempt(self._document, label, edit, **kwargs)
        if reason:
            field.refuse(reason)

    def _answer(self, reason: str) -> None:
        if reason:
            self.refused.emit(reason)
