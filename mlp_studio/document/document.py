"""The current project, its history, and word of what changed, by id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QUndoCommand, QUndoStack

from mlp_studio.project import projectfile
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.model import Project
from mlp_studio.project.problems import Problem, Problems

P = ParamSpec("P")


class Edit(QUndoCommand):
    """The only undo command there is: the project that an edit made.

    It does nothing itself: the document shows the project of the place its undo stack stands at.
    (A command that knew its document would be a circle of references through Qt, and when
    Python's collector takes such a circle apart, the process ends.)
    """

    _MERGEABLE = 1

    def __init__(self, label: str, after: Project, merge: str | None) -> None:
        super().__init__(label)
        self.after = after
        self.merge = merge

    def id(self) -> int:
        return self._MERGEABLE if self.merge is not None else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Edit) or other.merge != self.merge:
            return False
        self.after = other.after
        self.setText(other.text())
        return True


class Document(QObject):
    """One project being worked on.

    Views read `project`, `compiled` and `problems`, and re-read what a signal names. They change
    the project only through `apply`, `undo` and `redo`.
    """

    about_to_change = Signal()
    """The network, the data or the training settings are about to change: a run stops now."""
    replaced = Signal()
    layer_added = Signal(str)
    layer_removed = Signal(str)
    layer_changed = Signal(str)
    link_added = Signal(str)
    link_removed = Signal(str)
    link_changed = Signal(str)
    data_changed = Signal()
    training_changed = Signal()
    loss_changed = Signal()
    compiled_changed = Signal()
    path_changed = Signal()

    def __init__(self, project: Project | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._path: Path | None = None
        self._revision = 0
        self._first = project or Project()
        """The project before all edits: what undoing everything returns to."""
        self._project = self._first
        self._result = compile_project(self._project)
        self.undo_stack.indexChanged.connect(self._follow_undo_stack)

    @property
    def project(self) -> Project:
        return self._project

    @property
    def revision(self) -> int:
        """Grows with every change; a result computed for an older one is stale."""
        return self._revision

    @property
    def compiled(self) -> Compiled | None:
        """What the engine runs, or None while the network is half-built."""
        return self._result if isinstance(self._result, Compiled) else None

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self._result.items if isinstance(self._result, Problems) else ()

    @property
    def path(self) -> Path | None:
        return self._path

    @property
    def is_modified(self) -> bool:
        return not self.undo_stack.isClean()

    def apply(
        self,
        label: str,
        edit: Callable[Concatenate[Project, P], Project],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Make one undoable change. An edit that changes nothing leaves no trace.

        Whatever `edit` raises when it cannot be done (EditError) reaches the caller, and the
        project stays as it was.
        """
        self._push(label, None, lambda project: edit(project, *args, **kwargs))

    def apply_merged(
        self,
        merge: str,
        label: str,
        edit: Callable[Concatenate[Project, P], Project],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """As `apply`, but successive changes with the same `merge` key become one undo entry.

        For drags and sliders; end the gesture with `end_merge`.
        """
        self._push(label, merge, lambda project: edit(project, *args, **kwargs))

    def end_merge(self) -> None:
        """Close the current merged entry, so that the next gesture starts its own."""
        command = self.undo_stack.command(self.undo_stack.index() - 1)
        if isinstance(command, Edit):
            command.merge = None

    def take_back(self) -> None:
        """Undo the last entry and forget it, so that it cannot be redone either."""
        command = self.undo_stack.command(self.undo_stack.index() - 1)
        if command is not None:
            command.setObsolete(True)
            self.undo()

    def go_to(self, index: int) -> None:
        """Return to, or redo up to, the state after so many entries. Raises IndexError."""
        if not 0 <= index <= self.undo_stack.count():
            raise IndexError(f"there is no entry {index} in a history of {self.undo_stack.count()}")
        self.about_to_change.emit()
        self.undo_stack.setIndex(index)

    def _push(self, label: str, merge: str | None, edit: Callable[[Project], Project]) -> None:
        after = edit(self._project)
        if not _same_computation(self._project, after):
            before = self._project
            self.about_to_change.emit()
            if self._project is not before:  # a run put its weights in: edit those
                after = edit(self._project)
        if after != self._project:
            self.undo_stack.push(Edit(label, after, merge))

    def undo(self) -> None:
        self.about_to_change.emit()
        self.undo_stack.undo()

    def redo(self) -> None:
        self.about_to_change.emit()
        self.undo_stack.redo()

    def new(self, project: Project | None = None) -> None:
        """Start afresh with an empty or a given project, belonging to no file."""
        self._replace(project or Project(), None)

    def open(self, path: Path) -> None:
        """Open a file. Raises ProjectFileError or OSError and then leaves all as it was."""
        self._replace(projectfile.load(path), path)

    def restore(self, project: Project, path: Path | None) -> None:
        """Bring back unsaved work: the project counts as modified until it is saved."""
        self._replace(project, path)
        self.undo_stack.resetClean()

    def save(self, path: Path | None = None) -> None:
        """Write to `path`, or to the file the project came from.

        Raises OSError when it cannot be written; the file then keeps its old content. Raises
        ValueError when there is no path at all.
        """
        target = path or self._path
        if target is None:
            raise ValueError("a project that has no file yet needs a path to be saved to")
        projectfile.save(self._project, target)
        self._path = target
        self.undo_stack.setClean()
        self.path_changed.emit()

    def _replace(self, project: Project, path: Path | None) -> None:
        self.about_to_change.emit()
        self._first = self._project = project
        self._result = compile_project(project)
        self._revision += 1
        self._path = path
        self.undo_stack.clear()
        self.undo_stack.setClean()
        self.replaced.emit()
        self.compiled_changed.emit()
        self.path_changed.emit()

    def _follow_undo_stack(self) -> None:
        """Show the project of the place the undo stack stands at, and say what differs."""
        command = self.undo_stack.command(self.undo_stack.index() - 1)
        before, after = self._project, command.after if isinstance(command, Edit) else self._first
        if after is before:
            return
        self._project = after
        self._revision += 1
        recompile = not _same_computation(before, after)
        if recompile:
            self._result = compile_project(after)
        self._say_what_changed(before, after)
        if recompile:
            self.compiled_changed.emit()

    def _say_what_changed(self, before: Project, after: Project) -> None:
        old_links = {link.id: link for link in before.links}
        new_links = {link.id: link for link in after.links}
        old_layers = {layer.id: layer for layer in before.layers}
        new_layers = {layer.id: layer for layer in after.layers}
        # Links go before the layers they hang on, and come after them.
        _emit_each(self.link_removed, old_links.keys() - new_links.keys())
        _emit_each(self.layer_removed, old_layers.keys() - new_layers.keys())
        _emit_each(self.layer_added, new_layers.keys() - old_layers.keys())
        _emit_each(self.layer_changed, _changed(old_layers, new_layers))
        _emit_each(self.link_added, new_links.keys() - old_links.keys())
        _emit_each(self.link_changed, _changed(old_links, new_links))
        if before.data != after.data:
            self.data_changed.emit()
        if before.training != after.training:
            self.training_changed.emit()
        if before.loss != after.loss:
            self.loss_changed.emit()


def _emit_each(signal: SignalInstance, ids: Iterable[str]) -> None:
    for each in sorted(ids):
        signal.emit(each)


def _changed(before: Mapping[str, object], after: Mapping[str, object]) -> set[str]:
    return {key for key, value in after.items() if key in before and before[key] != value}


def _same_computation(before: Project, after: Project) -> bool:
    """Whether only names and places differ, so that every number stays what it was."""
    return _without_looks(before) == _without_looks(after)


def _without_looks(project: Project) -> Project:
    plain = tuple(
        replace(layer, position=None, name="", unit_names=None, colour="")
        for layer in project.layers
    )
    return replace(project, layers=plain, title="")
