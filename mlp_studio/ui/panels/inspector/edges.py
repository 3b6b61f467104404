"""The inspector's page for single edges."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QCheckBox

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Edge, Selection
from mlp_studio.project import edits
from mlp_studio.project.model import Project
from mlp_studio.ui.naming import edge_name, few
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.fields import NumberField, as_given
from mlp_studio.ui.panels.inspector.figures import Figures
from mlp_studio.ui.panels.inspector.page import Page, for_each, show_flags
from mlp_studio.ui.panels.inspector.passing import PassNumbers
from mlp_studio.ui.panels.inspector.weight_slider import WeightSlider
from mlp_studio.ui.panels.labels import RoleLabel
from mlp_studio.ui.panels.matrix.changes import set_cells


class EdgesPage(Page):
    """One weight, or the same weight for several edges."""

    def __init__(
        self,
        document: Document,
        selection: Selection,
        numbers: NumberFormat,
        passing: PassNumbers,
    ) -> None:
        super().__init__(document, selection)
        self._numbers = numbers
        self._passing = passing
        self.weight = NumberField(numbers)
        self.slider = WeightSlider()
        self.frozen = QCheckBox()
        self.sample = RoleLabel("muted")
        self.figures = Figures()
        self.form.add(self.weight)
        for wide in (self.slider, self.frozen, self.sample, self.figures):
            self.form.add_wide(wide)
        for plain in (self.sample, self.figures):
            plain.setMinimumHeight(0)
        self.weight.value_entered.connect(self._set_weight)
        self.slider.value_moved.connect(self._slide)
        for moment in (self.slider.sliderPressed, self.slider.sliderReleased):
            moment.connect(self._end_slide)
        self.frozen.clicked.connect(self._set_frozen)

    @property
    def edges(self) -> list[Edge]:
        return sorted(self.selected.edges)

    def retarget(self) -> None:
        super().retarget()
        self.weight.restore()

    def retranslate(self) -> None:
        self.form.caption(self.weight, self.tr("Weight"))
        self.slider.setAccessibleName(self.tr("Weight, to drag"))
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
        shared = values.pop() if len(values) == 1 else None
        self.weight.show_value(shared)
        self.slider.show_value(shared or 0.0)
        self.weight.line.setPlaceholderText(self.tr("several") if len(found) > 1 else "")
        show_flags(self.frozen, (self._is_frozen(edge) for edge in found))
        self.show_pass()

    def show_pass(self) -> None:
        """What one edge carries forward and back, and the gradient of its weight."""
        sample, edges = self._passing.sample, self.edges
        shown = sample is not None and len(edges) == 1
        self.form.setRowVisible(self.sample, shown)
        self.form.setRowVisible(self.figures, shown)
        if not shown:
            return
        ((link_id, j, k),) = edges
        link, of_edge = self.project.link(link_id), self._passing.of_edge
        self.sample.setText(self.tr("For sample {number}").format(number=sample))
        self.figures.show_rows(
            (),
            [
                (self.tr("term w·a"), of_edge("term", link, j, k)),
                (self.tr("message w·δ"), of_edge("message", link, j, k)),
                (self.tr("gradient ∂L/∂w"), of_edge("gradient", link, j, k)),
            ],
        )

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
        reason = self.change(self._weight_label(value), _with_weight, self.edges, value)
        if reason:
            self.message.say("")
            self.weight.refuse(reason)

    def _slide(self, value: float) -> None:
        merge = f"weight of {self.edges}"
        self.change_merged(merge, self._weight_label(value), _with_weight, self.edges, value)

    def _end_slide(self) -> None:
        self.document.end_merge()
        self.refresh()

    def _weight_label(self, value: float) -> str:
        return self.tr("Set weight {edge} to {value}").format(
            edge=self._names(), value=as_given(self._numbers, value)
        )

    def _set_frozen(self, on: bool) -> None:
        text = self.tr("Freeze weight {edge}") if on else self.tr("Let weight {edge} learn")
        self.change(
            text.format(edge=self._names()), for_each, edits.set_edge_frozen, self.edges, on
        )


def _with_weight(project: Project, chosen: list[Edge], value: float) -> Project:
    """One weight for many edges; a link's matrix is copied once, not once for each edge."""
    for link_id in sorted({edge[0] for edge in chosen}):
        cells = np.array([edge[1:] for edge in chosen if edge[0] == link_id], np.intp)
        project = set_cells(project, link_id, cells, value)
    return project
