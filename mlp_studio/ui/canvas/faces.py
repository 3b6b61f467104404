"""From the project and the step to the texts that layers and the loss show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

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


class Sum(NamedTuple):
    """A number beside a unit; while it `grows` it is only the sum so far."""

    text: str = ""
    grows: bool = False


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
        z, slopes = _on_curve(wording.reading, layer)
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
            curve_at=z,
            curve_slope=slopes,
        )

    def of_loss(self, project: Project, reading: Reading | None, shown: Iterable[int]) -> LossFace:
        """The loss node beside the `shown` output units."""
        face = LossFace(
            title=self.tr("Loss"),
            formula=losses.get(project.loss).formula,
            room=f"L = {self._numbers.text(0.0)}",
        )
        if reading is None:
            return face
        outputs = list(shown)
        alone = reading.step.unit if reading.phase == "loss" else None
        return replace(
            face,
            value=self._loss(reading),
            value_grows=reading.loss is None,
            mean=self._mean_loss(reading),
            targets=tuple(self._target(reading, unit) for unit in outputs),
            lit=tuple(alone in (None, unit) for unit in outputs),
            emphasis=Emphasis.LIT if reading.phase == "loss" else Emphasis.BACK,
        )

    def _loss(self, reading: Reading) -> str:
        """The loss of the sample, or the sum of the shares known so far."""
        if reading.loss is not None:
            return f"L = {self._numbers.text(reading.loss)}"
        known = reading.shares[~np.isnan(reading.shares)]
        return f"L {self._numbers.text(float(known.sum()))} …" if len(known) else ""

    def _mean_loss(self, reading: Reading) -> str:
        if reading.mean_loss is None:
            return ""
        value = self._numbers.text(reading.mean_loss)
        return self.tr("mean of {count}: {value}").format(count=reading.samples, value=value)

    def _target(self, reading: Reading, unit: int) -> str:
        """The target of an output and, of several, the share of the loss; "" until it is known."""
        target, share = float(reading.targets[unit]), float(reading.shares[unit])
        if np.isnan(share):
            return ""
        text = f"t = {self._numbers.text(target)}"
        several = len(reading.shares) > 1
        return f"{text}\nL {signed(self._numbers, share)}" if several else text

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
        value, z, delta = "", Sum(), Sum()
        reading = wording.reading
        if reading is not None:
            row = reading.of_layer(layer.id).start + unit
            value = self._text("", reading.a[row])
            if layer.kind != "input":
                z, delta = self._z(reading, row), self._delta(reading, row)
        return UnitFace(
            unit=unit,
            symbol=unit_name(project, layer, unit),
            value=value,
            z=z.text,
            z_grows=z.grows,
            delta=delta.text,
            delta_grows=delta.grows,
            emphasis=attention.of_unit(layer.id, unit),
            selected=(layer.id, unit) in selected.units,
            bias=wording.bias(layer.id, unit) if layer.kind != "input" and layer.bias else None,
        )

    def _z(self, reading: Reading, row: int) -> Sum:
        """z, or what of it is known so far."""
        so_far = reading.z_so_far.sums[row]
        if np.isnan(so_far):
            return Sum(self._text("z ", reading.z[row]))
        return Sum(f"z {self._numbers.text(float(so_far))} …", grows=True)

    def _delta(self, reading: Reading, row: int) -> Sum:
        """δ, or what has come back so far of the sum that it is made of."""
        so_far = reading.arriving_so_far.sums[row]
        if np.isnan(so_far):
            delta = reading.delta[row]
            known = not np.isnan(delta)
            return Sum(f"δ {signed(self._numbers, float(delta))}" if known else "")
        dots = "" if reading.arriving_so_far.is_whole[row] else " …"
        return Sum(f"Σ w·δ {signed(self._numbers, float(so_far))}{dots}", grows=True)

    def _text(self, name: str, value: np.float64) -> str:
        return "" if np.isnan(value) else name + self._numbers.text(float(value))


def _on_curve(reading: Reading | None, layer: Layer) -> tuple[float | None, bool]:
    """Where on its layer's curve the unit at work is, if f is what is at work; and if f′ is."""
    if reading is None or reading.step.layer != layer.id or reading.row is None:
        return None, False
    step = reading.step
    if step.part not in ("", "activation", "delta") or step.phase not in ("forward", "backward"):
        return None, False
    z = float(reading.z[reading.row])
    of_layer = layer.activation_of(step.unit or 0) == layer.activation
    return (z if of_layer else None), step.phase == "backward"
