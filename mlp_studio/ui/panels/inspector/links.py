"""The inspector's pages for links and for single edges."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtWidgets import QCheckBox, QPushButton

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Edge, Selection
from mlp_studio.project import edits
from mlp_studio.project.model import Link, Project
from mlp_studio.ui.naming import edge_name, few, link_name
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.fields import NumberField
from mlp_studio.ui.panels.inspector.page import Page, for_each, show_flags
from mlp_studio.ui.panels.labels import RoleLabel
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT


class LinksPage(Page):
    """How many edges a link has, whether they learn, and the way back for removed ones."""

    def __init__(self, document: Document, selection: Selection) -> None:
        super().__init__(document, selection)
        self.facts = RoleLabel("muted")
        self.frozen = QCheckBox()
        self.restore = QPushButton()
        self.restore.setMinimumHeight(CONTROL_HEIGHT)
        self.restore.setAutoDefault(False)
        self.form.add_wide(self.facts)
        self.form.add_wide(self.frozen)
        self.form.add_wide(self.restore)
        self.frozen.clicked.connect(self._set_frozen)
        self.restore.clicked.connect(self._restore)

    @property
    def links(self) -> list[Link]:
        """The selected links, in the order of the project."""
        return [link for link in self.project.links if link.id in self.selected.links]

    def retranslate(self) -> None:
        self.frozen.setText(self.tr("Freeze the weights"))

    def refresh(self) -> None:
        links = self.links
        if not links:
            return
        if len(links) == 1:
            name = link_name(self.project, links[0])
            self.heading.setText(self.tr("Link {name}").format(name=name))
            self.remove.setText(self.tr("Remove the link"))
        else:
            self.heading.setText(self.tr("{count} links").format(count=len(links)))
            self.remove.setText(self.tr("Remove the links"))
        possible = sum(_possible(self.project, link) for link in links)
        absent = sum(_absent_count(link) for link in links)
        self.facts.setText(self.tr("Edges: {count}").format(count=f"{possible - absent:,}"))
        show_flags(self.frozen, (flag for link in links for flag in _frozen_flags(link)))
        self.form.setRowVisible(self.restore, absent > 0)
        self.restore.setText(self.tr("Bring back removed edges: {count}").format(count=absent))

    def _names(self) -> str:
        return few([link_name(self.project, link) for link in self.links])

    def _set_frozen(self, on: bool) -> None:
        text = self.tr("Freeze {link}") if on else self.tr("Let {link} learn")
        targets = [(link.id,) for link in self.links]
        self.change(text.format(link=self._names()), for_each, edits.set_link_frozen, targets, on)

    def _restore(self) -> None:
        absent = [edge for link in self.links for edge in _absent(link)]
        label = self.tr("Bring back the edges of {link}").format(link=self._names())
        self.change(label, for_each, edits.restore_edge, absent)


class EdgesPage(Page):
    """One weight, or the same weight for several edges."""

    def __init__(self, document: Document, selection: Selection, numbers: NumberFormat) -> None:
        super().__init__(document, selection)
        self.weight = NumberField(numbers)
        self.frozen = QCheckBox()
        self.form.add(self.weight)
        self.form.add_wide(self.frozen)
        self.weight.value_entered.connect(self._set_weight)
        self.frozen.clicked.connect(self._set_frozen)

    @property
    def edges(self) -> list[Edge]:
        return sorted(self.selected.edges)

    def retarget(self) -> None:
        super().retarget()
        self.weight.restore()

    def retranslate(self) -> None:
        self.form.caption(self.weight, self.tr("Weight"))
        self.frozen.setText(self.tr("Freeze the weight"))

    def refresh(self) -> None:
        found = self.edges
        if not found:
            return
        if len(found) == 1:
            self.heading.setText(self.tr("Edge {name}").format(name=self._names()))
            self.remove.setText(self.tr("Remove the edge"))
        else:
            self.heading.setText(self.tr("{count} edges").format(count=len(found)))
            self.remove.setText(self.tr("Remove the edges"))
        values = self._weights(found)
        self.weight.show_value(values.pop() if len(values) == 1 else None)
        self.weight.line.setPlaceholderText(self.tr("several") if len(found) > 1 else "")
        show_flags(self.frozen, (self._is_frozen(edge) for edge in found))

    def _weights(self, found: list[Edge]) -> set[float]:
        matrices = {
            link_id: edits.materialised_weights(self.project, link_id).values
            for link_id in {edge[0] for edge in found}
        }
        return {float(matrices[link_id][j, k]) for link_id, j, k in found}

    def _is_frozen(self, edge: Edge) -> bool:
        link_id, j, k = edge
        link = self.project.link(link_id)
        flags = link.frozen_edges
        return link.frozen if flags is None else bool(flags.values[j, k])

    def _names(self) -> str:
        return few(
            [
                edge_name(self.project, self.project.link(link_id), j, k)
                for link_id, j, k in self.edges
            ]
        )

    def _set_weight(self, value: float) -> None:
        label = self.tr("Set the weight of {edge}").format(edge=self._names())
        reason = self.change(label, _with_weight, self.edges, value)
        if reason:
            self.message.say("")
            self.weight.refuse(reason)

    def _set_frozen(self, on: bool) -> None:
        text = self.tr("Freeze the weight of {edge}") if on else self.tr("Let {edge} learn")
        self.change(
            text.format(edge=self._names()), for_each, edits.set_edge_frozen, self.edges, on
        )


def _with_weight(project: Project, chosen: list[Edge], value: float) -> Project:
    """One weight for many edges; a link's matrix is copied once, not once for each edge."""
    for link_id in sorted({edge[0] for edge in chosen}):
        matrix = edits.materialised_weights(project, link_id).values.copy()
        places = np.array([edge[1:] for edge in chosen if edge[0] == link_id])
        matrix[places[:, 0], places[:, 1]] = value
        project = edits.set_weights(project, link_id, matrix)
    return project


def _possible(project: Project, link: Link) -> int:
    return project.layer(link.source).units * project.layer(link.target).units


def _absent_count(link: Link) -> int:
    return 0 if link.mask is None else int(np.count_nonzero(~link.mask.values))


def _absent(link: Link) -> Iterator[Edge]:
    if link.mask is not None:
        for j, k in np.argwhere(~link.mask.values):
            yield link.id, int(j), int(k)


def _frozen_flags(link: Link) -> set[bool]:
    """Which of frozen and learning occur among the link's edges."""
    if link.frozen_edges is None:
        return {link.frozen}
    return {bool(flag) for flag in np.unique(link.frozen_edges.values)}
