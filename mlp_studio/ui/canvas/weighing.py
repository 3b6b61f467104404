"""Single weights and biases, typed or dragged on the canvas."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selected
from mlp_studio.project import edits
from mlp_studio.project.model import Project
from mlp_studio.ui.canvas.applying import Applier
from mlp_studio.ui.naming import edge_name, unit_name
from mlp_studio.ui.numbers import NumberFormat

_DRAG = "canvas.weight"


@dataclass(frozen=True, slots=True)
class Weight:
    """One number on the canvas: that of an edge, or a unit's bias.

    `owner` is a link's id with target unit `j` and source unit `k`, or a layer's id with its unit
    `j` and no `k`.
    """

    owner: str
    j: int
    k: int | None = None

    def exists(self, project: Project) -> bool:
        if self.k is not None:
            edge = (self.owner, self.j, self.k)
            return bool(Selected(edges=frozenset({edge})).within(project))
        unit = (self.owner, self.j)
        return bool(Selected(units=frozenset({unit})).within(project))

    def value(self, project: Project) -> float:
        """The number itself. Raises KeyError if what it belongs to is gone."""
        if self.k is not None:
            return float(edits.materialised_weights(project, self.owner).values[self.j, self.k])
        biases = project.layer(self.owner).biases
        return 0.0 if biases is None else float(biases.values[self.j])


class Weighing(QObject):
    """Typing is one undo entry, and so is a whole drag."""

    def __init__(self, applier: Applier, numbers: NumberFormat) -> None:
        super().__init__(applier)
        self._applier = applier
        self._numbers = numbers

    @property
    def document(self) -> Document:
        return self._applier.document

    def value(self, weight: Weight) -> float:
        return weight.value(self._applier.project)

    def name(self, weight: Weight) -> str:
        """What the number belongs to: "x₁ → h₂", or the unit."""
        project = self._applier.project
        if weight.k is None:
            return unit_name(project, project.layer(weight.owner), weight.j)
        return edge_name(project, project.link(weight.owner), weight.j, weight.k)

    def set(self, weight: Weight, value: float) -> bool:
        return self._applier.apply(self._label(weight, value), _with_value, weight, value)

    def drag(self, weight: Weight, value: float) -> bool:
        """One moment of a drag; `end_drag` closes its entry."""
        key = f"{_DRAG}.{weight.owner}.{weight.j}.{weight.k}"
        return self._applier.apply_merged(
            key, self._label(weight, value), _with_value, weight, value
        )

    def end_drag(self) -> None:
        self._applier.document.end_merge()

    def take_back_drag(self) -> None:
        """As if the drag had never begun: its entry leaves no trace in the history."""
        self._applier.document.take_back()

    def _label(self, weight: Weight, value: float) -> str:
        text = self.tr("Set weight {edge} to {value}")
        if weight.k is None:
            text = self.tr("Set bias of {edge} to {value}")
        return text.format(edge=self.name(weight), value=self._numbers.text(value))


def _with_value(project: Project, weight: Weight, value: float) -> Project:
    if weight.k is None:
        return edits.set_bias(project, weight.owner, weight.j, value)
    return edits.set_weight(project, weight.owner, weight.j, weight.k, value)
