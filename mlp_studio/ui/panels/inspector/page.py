"""What all pages of the inspector share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selected, Selection
from mlp_studio.project import edits
from mlp_studio.project.model import Link, Project
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
        return present(self.project, self.selection.current)

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


def present(project: Project, chosen: Selected) -> Selected:
    """What of a selection still exists: it names things by id, and they may be gone."""
    units = {layer.id: layer.units for layer in project.layers}
    links = {link.id: link for link in project.links}
    return Selected(
        layers=frozenset(chosen.layers & units.keys()),
        units=frozenset(unit for unit in chosen.units if unit[1] < units.get(unit[0], 0)),
        links=frozenset(chosen.links & links.keys()),
        edges=frozenset(
            (link_id, j, k)
            for link_id, j, k in chosen.edges
            if link_id in links and _has_edge(links[link_id], units, j, k)
        ),
    )


def _has_edge(link: Link, units: dict[str, int], j: int, k: int) -> bool:
    if j >= units[link.target] or k >= units[link.source]:
        return False
    return link.mask is None or bool(link.mask.values[j, k])
