"""The current project, its history, and word of what changed, by id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal, SignalInstance

from mlp_studio.document.differences import changed, same_computation
from mlp_studio.document.entries import Edit, Kind
from mlp_studio.document.marks import last_redoable_update
from mlp_studio.document.undo_stack import UndoStack
from mlp_studio.project import projectfile
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.model import Project
from mlp_studio.project.problems import Problem, Problems

P = ParamSpec("P")


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
    place_changed = Signal()
    """The document stands at another place of its history; all else has been said before."""

    def __init__(self, project: Project | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = UndoStack(self)
        self._path: Path | None = None
        self._revision = 0
        self._within: int | None = None
        """The entry that the project shown lies on the way to, if it does."""
        self._is_silent = False
        self.drops = 0
        """How many times undone entries were dropped for good by a new one."""
        self._return_label: Callable[[str], str] = _return_label
        self._bystander: Callable[[Project, Project], bool] = lambda _before, _after: False
        self._first = project or Project()
        """The project before all edits: what undoing everything returns to."""
        self._project = self._first
        self._result = compile_project(self._project)
        self.undo_stack.index_changed.connect(self._follow_undo_stack)

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
        return self.is_within or not self.undo_stack.is_clean()

    @property
    def is_within(self) -> bool:
        """Whether the project shown lies on the way to the entry the undo stack stands at."""
        return self._within is not None

    def project_at(self, index: int) -> Project:
        """The project after so many entries."""
        made = self.undo_stack.entry(index)
        return self._first if made is None else made.after

    def set_return_label(self, label: Callable[[str], str]) -> None:
        """How the entry reads that returns to a place in the past, given the label of the entry
        there; "" at the beginning.
        """
        self._return_label = label

    def set_bystander(self, goes_on: Callable[[Project, Project], bool]) -> None:
        """Who says which changes need not be announced, as a run goes on over them."""
        self._bystander = goes_on

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

    def apply_update(
        self,
        label: str,
        edit: Callable[Concatenate[Project, P], Project],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """As `apply`, for updates made by stepping: no later change takes them out of reach.

        A change made while they are undone comes after them and after a return to here, so that
        undoing leads back to them.
        """
        self._push(label, None, lambda project: edit(project, *args, **kwargs), "update")

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
        last = self.undo_stack.entry(self.undo_stack.index())
        if last is not None:
            last.merge = None

    def take_back(self) -> None:
        """Undo the last entry and forget it, so that it cannot be redone either."""
        if self.undo_stack.can_undo():
            self.about_to_change.emit()
            self.drops += 1
            self.undo_stack.discard()
            self._take_back_return()

    def _take_back_return(self) -> None:
        """If only a return into the past is left of what was taken back, that goes as well."""
        stack = self.undo_stack
        last = stack.entry(stack.index())
        if last is None or last.kind != "return" or stack.can_redo():
            return
        if self.project_at(last.returns_to) is last.after:
            self.drops += 1
            with self._silence():
                stack.discard()
                stack.set_index(last.returns_to)
            self.place_changed.emit()

    def go_to(self, index: int) -> None:
        """Return to, or redo up to, the state after so many entries. Raises IndexError."""
        if not 0 <= index <= self.undo_stack.count():
            raise IndexError(f"there is no entry {index} in a history of {self.undo_stack.count()}")
        self.announce_change()
        if index == self.undo_stack.index():
            self._follow_undo_stack()
        else:
            self.undo_stack.set_index(index)

    def show_within(self, index: int, project: Project) -> None:
        """Show a project that lies on the way to entry `index`, and is undone as that entry is.

        Raises IndexError if there is no such entry.
        """
        if not 0 < index <= self.undo_stack.count():
            raise IndexError(f"there is no entry {index} in a history of {self.undo_stack.count()}")
        self.announce_change()
        with self._silence():
            self.undo_stack.set_index(index)
        self._within = index
        self._show(project)
        self.undo_stack.clean_changed.emit(False)

    def announce_change(self) -> None:
        """A run ends now, and what it learned is put in."""
        self.about_to_change.emit()

    def _push(
        self,
        label: str,
        merge: str | None,
        edit: Callable[[Project], Project],
        kind: Kind = "edit",
    ) -> None:
        after = edit(self._project)
        if not (same_computation(self._project, after) or self._bystander(self._project, after)):
            before = self._project
            self.about_to_change.emit()
            if self._project is not before:  # a run put its weights in: edit those
                after = edit(self._project)
        if after != self._project:
            self._keep_future()
            self.drops += self.undo_stack.can_redo()
            self.undo_stack.push(Edit(label, after, merge, kind))

    def _keep_future(self) -> None:
        """Before a change in the past would drop updates: put them before it, and a return here."""
        stack = self.undo_stack
        last = last_redoable_update(stack)
        if not (last or self.is_within):
            return
        label = self._return_label(stack.text(stack.index() - 1) if stack.index() else "")
        with self._silence():
            place = stack.index()
            stack.set_index(max(last, place))
            self.drops += stack.can_redo()
            stack.push(Edit(label, self._project, kind="return", returns_to=place))
        self._leave_way()

    @contextmanager
    def _silence(self) -> Iterator[None]:
        """The undo stack moves, but the project shown stays."""
        self._is_silent = True
        try:
            yield
        finally:
            self._is_silent = False

    def _leave_way(self) -> None:
        if self._within is not None:
            self._within = None
            self.undo_stack.clean_changed.emit(self.undo_stack.is_clean())

    def undo(self) -> None:
        self.about_to_change.emit()
        self.undo_stack.undo()

    def redo(self) -> None:
        self.about_to_change.emit()
        self.undo_stack.redo()

    def new(self, project: Project | None = None) -> None:
        """Start afresh with an empty or a given project, belonging to no file."""
        self._replace(project or Project(), None)

    def open(self, path: Path, data_file: Path | None = None) -> None:
        """Open a file. Raises ProjectFileError or OSError and then leaves all as it was.

        `data_file` is where the data are now that the project refers to.
        """
        self._replace(projectfile.load(path, data_file=data_file), path)

    def restore(self, project: Project, path: Path | None) -> None:
        """Bring back unsaved work: the project counts as modified until it is saved."""
        self._replace(project, path)
        self.undo_stack.reset_clean()

    def save(self, path: Path | None = None) -> None:
        """Write to `path`, or to the file the project came from.

        Raises OSError when it cannot be written; the file then keeps its old content. Raises
        ValueError when there is no path at all.
        """
        target = path or self._path
        if target is None:
            raise ValueError("a project that has no file yet needs a path to be saved to")
        projectfile.save(self._project, target)
        if self.is_within:
            self._keep_future()  # what a file holds is a place of its own in the history
            self.place_changed.emit()
        self._path = target
        self.undo_stack.set_clean()
        self.path_changed.emit()

    def _replace(self, project: Project, path: Path | None) -> None:
        self.about_to_change.emit()
        self._first = self._project = project
        self._result = compile_project(project)
        self._revision += 1
        self._path = path
        self._within = None
        self.undo_stack.clear()
        self.undo_stack.set_clean()
        self.replaced.emit()
        self.compiled_changed.emit()
        self.path_changed.emit()

    def _follow_undo_stack(self) -> None:
        """Show the project of the place the undo stack stands at."""
        if not self._is_silent:
            self._leave_way()
            self._show(self.project_at(self.undo_stack.index()))
            self.place_changed.emit()

    def _show(self, after: Project) -> None:
        """Make this the project, and say what differs."""
        before = self._project
        if after is before:
            return
        self._project = after
        self._revision += 1
        recompile = not same_computation(before, after)
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
        _emit_each(self.layer_changed, changed(old_layers, new_layers))
        _emit_each(self.link_added, new_links.keys() - old_links.keys())
        _emit_each(self.link_changed, changed(old_links, new_links))
        if before.data != after.data:
            self.data_changed.emit()
        if before.training != after.training:
            self.training_changed.emit()
        if before.loss != after.loss:
            self.loss_changed.emit()


def _emit_each(signal: SignalInstance, ids: Iterable[str]) -> None:
    for each in sorted(ids):
        signal.emit(each)


def _return_label(label: str) -> str:
    return f"Back to {label}" if label else "Back to the start"
