"""What all pages of the inspector share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selected, Selection
from mlp_studio.project import edits
from mlp_studio.project.model import Project
from mlp_studio.ui.panels.attempt import attempt, attempt_merged
from mlp_studio.ui.panels.labels import Message, RoleLabel, silent
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, SPACING, Form


class Page(QWidget):
    """A heading, a form, a sentence when something could not be done, and a remove button.

    `refresh` shows what the document says about the current selection; it is called after every
    change of either, and only for the page on show.
    """

    def __init__(self, document: Document, selection: Selection) -> None:
        super().__init__()
        self.document = document
        self.selection = selection
        self.heading = RoleLabel("title")
        self.form = Form()
        self.message = Message()
        self.remove = QPushButton()
        self.remove.setMinimumHeight(CONTROL_HEIGHT)
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self._remove)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACING)
        self.column.addWidget(self.heading)
        self.column.addLayout(self.form)

    def complete(self) -> None:
        """Put what stands below the fields in its place, last also for the Tab key."""
        self.column.addWidget(self.message)
        self.column.addSpacing(SPACING)
        self.column.addWidget(self.remove)

    @property
    def project(self) -> Project:
        return self.document.project

    @property
    def selected(self) -> Selected:
        """What is selected and still exists."""
        return self.selection.current.within(self.project)

    def retarget(self) -> None:
        """Something else is selected: what was typed for the old selection goes."""
        self.message.say("")

    def refresh(self) -> None:
        raise NotImplementedError

    def show_pass(self) -> None:
        """The cursor moved: only the numbers of the pass read differently."""

    def retranslate(self) -> None:
        raise NotImplementedError

    def change(self, label: str, edit: Callable[..., Project], *args: Any, **kwargs: Any) -> str:
        """Make one change; what could not be done is said here, and returned."""
        reason = attempt(self.document, label, edit, *args, **kwargs)
        self.message.say(reason)
        self.refresh()
        return reason

    def change_merged(
        self, merge: str, label: str, edit: Callable[..., Project], *args: Any
    ) -> None:
        """As `change`, for one moment of a gesture: with the same `merge` they are one entry."""
        self.message.say(attempt_merged(self.document, merge, label, edit, *args))
        self.refresh()

    def _remove(self) -> None:
        gone = self.selected
        self.change(
            self.remove_label(), edits.remove, gone.layers, gone.units, gone.links, gone.edges
        )

    def remove_label(self) -> str:
        """How the undo entry reads."""
        return self.remove.text()


def for_each(
    project: Project, edit: Callable[..., Project], targets: Iterable[tuple[Any, ...]], *args: Any
) -> Project:
    """One edit made for several things: `edit(project, *target, *args)` for each in turn."""
    for target in targets:
        project = edit(project, *target, *args)
    return project


def show_flags(box: QCheckBox, flags: Iterable[bool]) -> None:
    """Checked if all are, unchecked if none is, in between if they differ."""
    values = set(flags)
    with silent(box):
        box.setTristate(len(values) > 1)
        if len(values) > 1:
            box.setCheckState(Qt.CheckState.PartiallyChecked)
        else:
            box.setChecked(values == {True})
