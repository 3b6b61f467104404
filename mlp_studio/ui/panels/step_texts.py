"""A step of a pass in one short line: in symbols before it is taken, with its numbers after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from mlp_studio.document.stepper import StepCursor
from mlp_studio.engine.layout import Layout
from mlp_studio.engine.steps import Step
from mlp_studio.engine.trace import Trace, Update
from mlp_studio.project.model import Project
from mlp_studio.project.translation import QT_TRANSLATE_NOOP
from mlp_studio.ui.naming import unit_name
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.parameters import parameter_name

_FEW = 3
"""So many numbers of a layer are written out; the rest is a dot dot dot."""
_SYMBOLS = {
    "term": QT_TRANSLATE_NOOP("StepTexts", "{edge}: w·a"),
    "term bias": QT_TRANSLATE_NOOP("StepTexts", "{unit}: b"),
    "z and a": QT_TRANSLATE_NOOP("StepTexts", "{unit}: z, a"),
    "a": QT_TRANSLATE_NOOP("StepTexts", "{unit}: a"),
    "outputs": QT_TRANSLATE_NOOP("StepTexts", "forward: outputs a"),
    "share": QT_TRANSLATE_NOOP("StepTexts", "{unit}: its part of L"),
    "loss": QT_TRANSLATE_NOOP("StepTexts", "loss L"),
    "mean loss": QT_TRANSLATE_NOOP("StepTexts", "mean loss L"),
    "message": QT_TRANSLATE_NOOP("StepTexts", "{edge}: w·δ"),
    "delta": QT_TRANSLATE_NOOP("StepTexts", "δ of {unit}"),
    "gradient": QT_TRANSLATE_NOOP("StepTexts", "{edge}: ∂L/∂w"),
    "gradient bias": QT_TRANSLATE_NOOP("StepTexts", "{unit}: ∂L/∂b"),
    "gradients": QT_TRANSLATE_NOOP("StepTexts", "backward: every ∂L/∂w"),
    "update": QT_TRANSLATE_NOOP("StepTexts", "w of {edge}"),
    "update bias": QT_TRANSLATE_NOOP("StepTexts", "b of {unit}"),
    "updates": QT_TRANSLATE_NOOP("StepTexts", "weights into {unit}"),
    "all updates": QT_TRANSLATE_NOOP("StepTexts", "update: every w"),
}
_NUMBERS = {
    "z and a": QT_TRANSLATE_NOOP("StepTexts", "{unit}: z = {z}, a = {a}"),
    "share": QT_TRANSLATE_NOOP("StepTexts", "{unit}: {value} of L"),
    "loss": QT_TRANSLATE_NOOP("StepTexts", "loss L = {value}"),
    "mean loss": QT_TRANSLATE_NOOP("StepTexts", "mean loss L = {value}"),
    "gradients": QT_TRANSLATE_NOOP("StepTexts", "backward: ∂L/∂w up to {value}"),
    "update": QT_TRANSLATE_NOOP("StepTexts", "w of {edge}: {old} → {new}"),
    "update bias": QT_TRANSLATE_NOOP("StepTexts", "b of {unit}: {old} → {new}"),
    "updates": QT_TRANSLATE_NOOP("StepTexts", "weights into {unit}: Δw up to {value}"),
    "all updates": QT_TRANSLATE_NOOP("StepTexts", "update: Δw up to {value}"),
}
"""The others say their symbols, and what these are."""


@dataclass(frozen=True, eq=False)
class Numbers:
    """All that the texts of one pass are made of; the z, a and δ are the shown sample's."""

    trace: Trace
    update: Update | None
    column: int
    gradient: NDArray[Any]
    is_mean: bool

    @cached_property
    def shares(self) -> NDArray[Any]:
        """What each output adds to the shown sample's loss."""
        shares: NDArray[Any] = self.trace.loss_shares[:, self.column]
        return shares

    @property
    def is_mean_loss(self) -> bool:
        return self.is_mean and len(self.trace.targets) > 1

    @property
    def loss(self) -> float:
        alone = len(self.trace.targets) == 1 or self.is_mean
        return float(self.trace.loss if alone else self.shares.sum())

    @property
    def updated(self) -> NDArray[Any]:
        return self.trace.parameters if self.update is None else self.update.parameters

    def largest_change(self, chosen: NDArray[np.bool_]) -> float:
        change = np.abs(self.updated - self.trace.parameters)[chosen]
        return float(change.max(initial=0.0))


def numbers_of(cursor: StepCursor) -> Numbers | None:
    """The numbers of the pass at hand; None while there are none, or others already."""
    trace, gradient = cursor.trace, cursor.gradient
    if trace is None or gradient is None or cursor.is_stale:
        return None
    return Numbers(trace, cursor.update, cursor.column, gradient, cursor.mean)


@dataclass(frozen=True, eq=False)
class StepTexts:
    """Writes the steps of one pass. `short` is without numbers, `full` with those of the engine."""

    project: Project
    numbers: Numbers
    format: NumberFormat

    def short(self, step: Step) -> str:
        kind, names, _ = self._parts(step)
        return _tr(_SYMBOLS[kind]).format(**names)

    def full(self, step: Step) -> str:
        kind, names, values = self._parts(step)
        if kind in _NUMBERS:
            return _tr(_NUMBERS[kind]).format(**names, **values())
        return f"{_tr(_SYMBOLS[kind]).format(**names)} = {values()['value']}"

    def _parts(self, step: Step) -> tuple[str, dict[str, str], Callable[[], dict[str, str]]]:
        """What kind of line it is, the names in it, and its numbers, made when asked for."""
        if step.parameter is not None:
            return self._of_parameter(step, step.parameter)
        if step.phase == "loss":
            return self._of_loss(step)
        if not step.layer:
            return self._of_phase(step)
        names = {"unit": self._name(step)}
        rows = _rows(self.numbers.trace.network.layout, step)
        if step.phase == "backward":
            return "delta", names, lambda: self._few(self.numbers.trace.delta, rows)
        if step.phase == "update":
            into = _leading_into(self.numbers.trace.network.layout, rows)
            return "updates", names, lambda: self._value(self.numbers.largest_change(into))
        if step.unit is None:
            return "a", names, lambda: self._few(self.numbers.trace.a, rows)
        return "z and a", names, lambda: self._z_and_a(rows.start)

    def _of_parameter(
        self, step: Step, parameter: int
    ) -> tuple[str, dict[str, str], Callable[[], dict[str, str]]]:
        numbers, layout = self.numbers, self.numbers.trace.network.layout
        name = parameter_name(self.project, layout, parameter)
        kind = step.part if layout.is_weight[parameter] else f"{step.part} bias"
        names = {"edge" if layout.is_weight[parameter] else "unit": name}
        if step.part == "update":
            return kind, names, lambda: self._old_and_new(parameter)
        if step.part == "gradient":
            return kind, names, lambda: self._value(numbers.gradient[parameter])
        carried, ends = {
            "term": (numbers.trace.a, layout.sources),
            "message": (numbers.trace.delta, layout.targets),
        }[step.part]
        weight = numbers.trace.parameters[parameter]
        return kind, names, lambda: self._value(weight * carried[ends[parameter], numbers.column])

    def _of_loss(self, step: Step) -> tuple[str, dict[str, str], Callable[[], dict[str, str]]]:
        numbers = self.numbers
        if step.unit is None:
            kind = "mean loss" if numbers.is_mean_loss else "loss"
            return kind, {}, lambda: self._value(numbers.loss)
        names, unit = {"unit": self._name(step)}, step.unit
        return "share", names, lambda: self._value(numbers.shares[unit])

    def _of_phase(self, step: Step) -> tuple[str, dict[str, str], Callable[[], dict[str, str]]]:
        numbers, layout = self.numbers, self.numbers.trace.network.layout
        if step.phase == "forward":
            rows = layout.rows[layout.output]
            return "outputs", {}, lambda: self._few(numbers.trace.a, rows)
        if step.phase == "backward":
            largest = float(np.abs(numbers.gradient).max(initial=0.0))
            return "gradients", {}, lambda: self._value(largest)
        everything = np.ones(layout.size, dtype=np.bool_)
        return "all updates", {}, lambda: self._value(numbers.largest_change(everything))

    def _name(self, step: Step) -> str:
        layer = self.project.layer(step.layer)
        return layer.title if step.unit is None else unit_name(self.project, layer, step.unit)

    def _value(self, value: float) -> dict[str, str]:
        return {"value": self.format.text(float(value))}

    def _old_and_new(self, parameter: int) -> dict[str, str]:
        old, new = self.numbers.trace.parameters[parameter], self.numbers.updated[parameter]
        return {"old": self.format.text(float(old)), "new": self.format.text(float(new))}

    def _z_and_a(self, row: int) -> dict[str, str]:
        trace, column = self.numbers.trace, self.numbers.column
        z, a = float(trace.z[row, column]), float(trace.a[row, column])
        return {"z": self.format.text(z), "a": self.format.text(a)}

    def _few(self, block: NDArray[Any], rows: slice) -> dict[str, str]:
        values = block[rows, self.numbers.column]
        texts = [self.format.text(value) for value in values[:_FEW].tolist()]
        # Where the comma is the decimal sign it cannot part the numbers too.
        between = "; " if self.format.decimal_sign == "," else ", "
        return {"value": between.join([*texts, *["…"] * (len(values) > _FEW)])}


def _rows(layout: Layout, step: Step) -> slice:
    rows = layout.rows[step.layer]
    return rows if step.unit is None else slice(rows.start + step.unit, rows.start + step.unit + 1)


def _leading_into(layout: Layout, rows: slice) -> NDArray[np.bool_]:
    """The parameters of edges into these rows, and their biases."""
    targets = layout.targets
    into: NDArray[np.bool_] = (targets >= rows.start) & (targets < rows.stop)
    return into


def _tr(text: str) -> str:
    return QCoreApplication.translate("StepTexts", text)
