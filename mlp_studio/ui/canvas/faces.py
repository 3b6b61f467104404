"""From the project and the step to the texts that layers and the loss show."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QObject

from mlp_studio.document.selection import Selected
from mlp_studio.engine import losses
from mlp_studio.project.model import Layer, Project
from mlp_studio.project.problems import Problem
from mlp_studio.ui.canvas.annotations import Reading
from mlp_studio.ui.canvas.attention import Attention
from mlp_studio.ui.canvas.column import Column
from mlp_studio.ui.canvas.emphasis import Emphasis
from mlp_studio.ui.canvas.layer_face import LayerFace, Picture, UnitFace
from mlp_studio.ui.canvas.lettering import signed
from mlp_studio.ui.canvas.loss_item import LossFace
from mlp_studio.ui.canvas.wording import Wording
from mlp_studio.ui.conventions import activation_label, problem_text
from mlp_studio.ui.naming import unit_name
from mlp_studio.ui.numbers import NumberFormat


class Faces(QObject):
    """Composes faces; it holds no state but the number format."""

    def __init__(self, numbers: NumberFormat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = numbers

    def of_layer(
        self,
        project: Project,
        layer: Layer,
        column: Column,
        wording: Wording,
        attention: Attention,
        selected: Selected,
        problems: Iterable[Problem],
        picture: Picture = "",
    ) -> LayerFace:
        sentences = [problem_text(problem) for problem in problems if problem.where == layer.id]
        units = tuple(
            self._unit(project, layer, unit, wording, attention, selected)
            for unit in column.shown.tolist()
        )
        return LayerFace(
            title=layer.title,
            subtitle=self._size(layer.units),
            activation=layer.activation if layer.kind != "input" else "",
            activation_name=activation_label(layer.activation),
            folded=self._button(column),
            units=units,
            problem="\n".join(sentences),
            selected=layer.id in selected.layers,
            ports=wording.reading is None,
            colour=layer.colour,
            picture=picture,
        )

    def of_loss(self, project: Project, reading: Reading | None, shown: Iterable[int]) -> LossFace:
        """The loss node beside the `shown` output units."""
        value, emphasis = "", Emphasis.REST
        targets: tuple[str, ...] = ()
        if reading is not None:
            emphasis = Emphasis.LIT if reading.phase == "loss" else Emphasis.BACK
            if reading.loss is not None:
                value = f"L = {self._numbers.text(reading.loss)}"
            if reading.targets is not None:
                known = reading.targets
                targets = tuple(f"t = {self._numbers.text(float(known[unit]))}" for unit in shown)
        return LossFace(
            title=self.tr("Loss"),
            formula=losses.get(project.loss).formula,
            value=value,
            room=f"L = {self._numbers.text(0.0)}",
            targets=targets,
            emphasis=emphasis,
        )

    def _button(self, column: Column) -> str:
        """What the fold button says: what a click would do, or bring."""
        if column.folded:
            return self.tr("{count} more").format(count=column.folded)
        return self.tr("Fold") if column.foldable else ""

    def _size(self, units: int) -> str:
        return self.tr("1 unit") if units == 1 else self.tr("{count} units").format(count=units)

    def _unit(
        self,
        project: Project,
        layer: Layer,
        unit: int,
        wording: Wording,
        attention: Attention,
        selected: Selected,
    ) -> UnitFace:
        value = z = delta = ""
        reading = wording.reading
        if reading is not None:
            row = reading.of_layer(layer.id).start + unit
            value = self._text("", reading.a[row])
            z = self._text("z ", reading.z[row]) if layer.kind != "input" else ""
            delta = self._delta(reading.delta[row]) if layer.kind != "input" else ""
        return UnitFace(
            unit=unit,
            symbol=unit_name(project, layer, unit),
            value=value,
            z=z,
            delta=delta,
            emphasis=attention.of_unit(layer.id, unit),
            selected=(layer.id, unit) in selected.units,
            bias=wording.bias(layer.id, unit) if layer.kind != "input" and layer.bias else None,
        )

    def _delta(self, value: np.float64) -> str:
        return "" if np.isnan(value) else f"δ {signed(self._numbers, float(value))}"

    def _text(self, name: str, value: np.float64) -> str:
        return "" if np.isnan(value) else name + self._numbers.text(float(value))
