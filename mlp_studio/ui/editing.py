"""The commands of the Edit and Network menus that are not gestures of the canvas."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QCoreApplication, QObject, Signal

from mlp_studio.document.document import Document
from mlp_studio.project import edits
from mlp_studio.project.edits import EditError
from mlp_studio.project.model import Project
from mlp_studio.ui.actions import Actions

P = ParamSpec("P")


class Editing(QObject):
    """Undo and the weights; and which commands of both menus are possible now."""

    refused = Signal(str)
    """Why a command could not be done, in the person's language."""

    def __init__(
        self,
        *,
        actions: Actions,
        document: Document,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._document = document
        for name, act in (
            ("undo", document.undo),
            ("redo", document.redo),
            ("redraw_weights", self.redraw_weights),
            ("reset_weights", self.reset_weights),
        ):
            actions[name].triggered.connect(act)
        stack = document.undo_stack
        for signal in (
            *(stack.index_changed, stack.clean_changed, actions.retranslated),
            *(document.replaced, document.layer_added, document.layer_removed),
        ):
            signal.connect(self._refresh)
        self._refresh()

    def redraw_weights(self) -> None:
        seed = self._document.project.training.seed + 1
        label = self.tr("Draw new weights with seed {seed}").format(seed=seed)
        self._apply(label, edits.redraw_parameters, seed)

    def reset_weights(self) -> None:
        self._apply(self.tr("Reset weights"), edits.reset_parameters)

    def _apply(
        self,
        label: str,
        edit: Callable[Concatenate[Project, P], Project],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        try:
            self._document.apply(label, edit, *args, **kwargs)
        except EditError as error:
            self.refused.emit(error.translated(QCoreApplication.translate))

    def _refresh(self) -> None:
        """What can be done now, and what undo and redo would do."""
        stack, actions = self._document.undo_stack, self._actions
        layers = bool(self._document.project.layers)
        for name, possible in (
            ("undo", stack.can_undo()),
            ("redo", stack.can_redo()),
            ("redraw_weights", layers),
            ("reset_weights", layers),
        ):
            actions[name].setEnabled(possible)
        undone, redone = stack.undo_text(), stack.redo_text()
        undo, redo = self.tr("&Undo: {label}"), self.tr("&Redo: {label}")
        actions["undo"].setText(undo.format(label=undone) if undone else self.tr("&Undo"))
        actions["redo"].setText(redo.format(label=redone) if redone else self.tr("&Redo"))
