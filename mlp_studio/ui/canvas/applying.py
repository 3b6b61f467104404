"""The one door through which the canvas changes the document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QCoreApplication, QObject, QPointF, Signal

from mlp_studio.document.document import Document
from mlp_studio.project.edits import EditError
from mlp_studio.project.model import Point, Project
from mlp_studio.ui.canvas.places import in_project

P = ParamSpec("P")


class Applier(QObject):
    """Applies edits under translated labels; `refused` says in one sentence why one cannot be."""

    refused = Signal(str)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document

    @property
    def project(self) -> Project:
        return self.document.project

    def apply(
        self,
        label: str,
        edit: Callable[Concatenate[Project, P], Project],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        """Whether the edit could be done; if not, `refused` has said why."""
        try:
            self.document.apply(label, edit, *args, **kwargs)
        except EditError as error:
            self.refused.emit(error.translated(QCoreApplication.translate))
            return False
        return True

    def apply_merged(
        self,
        merge: str,
        label: str,
        edit: Callable[Concatenate[Project, P], Project],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        """As `apply`; successive changes with the same `merge` key become one undo entry."""
        try:
            self.document.apply_merged(merge, label, edit, *args, **kwargs)
        except EditError as error:
            self.refused.emit(error.translated(QCoreApplication.translate))
            return False
        return True

    def why_not(
        self,
        edit: Callable[Concatenate[Project, P], object],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> str:
        """Why an edit cannot be made, or "" if it can. Changes nothing."""
        try:
            edit(self.project, *args, **kwargs)
        except EditError as error:
            return error.translated(QCoreApplication.translate)
        return ""

    def unplaced(self, seen: Mapping[str, QPointF]) -> dict[str, Point]:
        """Where the layers are seen that have no place of their own."""
        return points(
            {layer.id: seen[layer.id] for layer in self.project.layers if layer.position is None}
        )


def points(positions: Mapping[str, QPointF]) -> dict[str, Point]:
    """Places of the scene as positions of a project."""
    return {layer: in_project(at) for layer, at in positions.items()}
