"""Changing the document from a panel, and saying in the person's language why it cannot be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from mlp_studio.document.document import Document
from mlp_studio.project.edits import EditError
from mlp_studio.project.model import Project


def sentence(error: EditError) -> str:
    """What an impossible edit says, translated."""
    return error.translated(QCoreApplication.translate)


def attempt(
    document: Document, label: str, edit: Callable[..., Project], *args: Any, **kwargs: Any
) -> str:
    """Make one undoable change; the sentence that says why not, or "" if it was made."""
    try:
        document.apply(label, edit, *args, **kwargs)
    except EditError as error:
        return sentence(error)
    return ""


def attempt_merged(
    document: Document,
    merge: str,
    label: str,
    edit: Callable[..., Project],
    *args: Any,
    **kwargs: Any,
) -> str:
    """As `attempt`, for one movement of a slider: the movements of a pull become one entry."""
    try:
        document.apply_merged(merge, label, edit, *args, **kwargs)
    except EditError as error:
        return sentence(error)
    return ""
