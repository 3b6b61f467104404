"""Why not descend: the loss of a step is flat, a sigmoid's has a slope to follow."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mlp_studio.engine import datasets
from mlp_studio.engine.flatness import jumps, loss_over_weight
from mlp_studio.ui.labs.perceptron.sight import Array
from mlp_studio.ui.labs.perceptron.slope_plot import Curve, SlopePlot, SlopeSight
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.fields import NumberField, as_given
from mlp_studio.ui.panels.labels import RoleLabel
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, MARGIN, SPACING
from mlp_studio.ui.panels.sliders import LinearSlider
from mlp_studio.ui.panels.wrap import Wrap
from mlp_studio.ui.theme import ThemeModel

ACTIVATIONS = ("step", "sigmoid")
LEAST, MOST = -6.0, 6.0
_TOP = 0.17
_HELD = (0.0, 2.0, -3.0)
"""w1 is varied; w2 and b stay."""
_SMOOTH = 241
_FIELD = 90


class SlopePage(QWidget):
    """AND, one unit, one weight: twice the same loss, but for the activation."""

    def __init__(self, theme: ThemeModel, numbers: NumberFormat) -> None:
        super().__init__()
        self._numbers = numbers
        _, self._inputs, targets = datasets.make("and", 4, 0.0)
        self._targets: Array = targets[:, 0]
        self._weights: Array = np.array(_HELD)
        self.weight = -1.5
        self.plots = tuple(SlopePlot(theme) for _ in ACTIVATIONS)
        self.titles = tuple(RoleLabel("title") for _ in ACTIVATIONS)
        self.told = tuple(RoleLabel() for _ in ACTIVATIONS)
        self.slider = LinearSlider(LEAST, MOST, 240)
        self.field = NumberField(numbers)
        self.setting = RoleLabel("muted")
        self.why = RoleLabel()
        self._arrange()
        self.slider.value_moved.connect(self.show_weight)
        self.field.value_entered.connect(self._enter)
        for plot in self.plots:
            plot.weight_wanted.connect(self.show_weight)
        numbers.changed.connect(self._show)

    def retranslate(self) -> None:
        self.slider.setAccessibleName("w1")
        self.field.line.setAccessibleName("w1")
        for title, plot, text in zip(
            self.titles,
            self.plots,
            (self.tr("A unit with a step"), self.tr("The same unit with a sigmoid")),
            strict=True,
        ):
            title.setText(text)
            plot.setAccessibleName(text)
        self.why.setText(
            self.tr(
                "Gradient descent takes a step against the slope. The loss of a step is flat "
                "wherever it has a slope at all, and jumps in between: the gradient is 0 on every "
                "plateau, so no weight ever changes, however large the loss. The sigmoid says at "
                "each weight which way is down."
            )
        )
        self._show()

    def show_weight(self, weight: float) -> None:
        self.weight = round(min(max(weight, LEAST), MOST), 2)
        self._show()

    def _enter(self, weight: float) -> None:
        if LEAST <= weight <= MOST:
            self.show_weight(weight)
        else:
            self.field.refuse(
                self.tr("A weight from {least} to {most} can be shown.").format(
                    least=self._number(LEAST), most=self._number(MOST)
                )
            )

    def _show(self) -> None:
        self.slider.show_value(self.weight)
        self.field.show_value(self.weight)
        self.setting.setText(
            self.tr("AND, w2 = {w2}, b = {b}; L = mean of ½(a − t)² over the four samples").format(
                w2=self._number(_HELD[1]), b=self._number(_HELD[2])
            )
        )
        for activation, plot, told in zip(ACTIVATIONS, self.plots, self.told, strict=True):
            sight = self._sight(activation)
            plot.show_sight(sight)
            told.setText(sight.told)

    def _sight(self, activation: str) -> SlopeSight:
        here = self._over(activation, np.array([self.weight]))
        loss, slope = float(here[0][0]), float(here[1][0])
        is_jump = activation == "step" and self.weight in self._jumps
        return SlopeSight(
            curves=self._steps() if activation == "step" else self._smooth(activation),
            weight=self.weight,
            loss=loss,
            slope=None if is_jump else slope,
            told=self._told(loss, slope, is_jump=is_jump),
            least=LEAST,
            most=MOST,
            top=_TOP,
        )

    @property
    def _jumps(self) -> list[float]:
        found: list[float] = jumps(self._inputs, self._weights, 0).tolist()
        return [weight for weight in found if LEAST < weight < MOST]

    def _steps(self) -> tuple[Curve, ...]:
        """The plateaus between the jumps, each at the loss of its middle."""
        ends = np.array([LEAST, *self._jumps, MOST])
        losses = self._over("step", (ends[:-1] + ends[1:]) / 2)[0].tolist()
        pairs = zip(ends[:-1].tolist(), ends[1:].tolist(), losses, strict=True)
        return tuple(((start, loss), (end, loss)) for start, end, loss in pairs)

    def _smooth(self, activation: str) -> tuple[Curve, ...]:
        values = np.linspace(LEAST, MOST, _SMOOTH)
        losses = self._over(activation, values)[0]
        return (tuple(zip(values.tolist(), losses.tolist(), strict=True)),)

    def _over(self, activation: str, values: Array) -> tuple[Array, Array]:
        found = loss_over_weight(activation, self._inputs, self._targets, self._weights, 0, values)
        return found.loss, found.slope

    def _told(self, loss: float, slope: float, *, is_jump: bool) -> str:
        if is_jump:
            return self.tr("L = {loss}; here the loss jumps, and has no derivative").format(
                loss=self._number(loss)
            )
        text = f"L = {self._number(loss)}, ∂L/∂w1 = {self._number(slope)}"
        if slope == 0.0:
            return self.tr("{numbers}: nothing to follow").format(numbers=text)
        if slope > 0.0:
            return self.tr("{numbers}: downhill is a smaller w1").format(numbers=text)
        return self.tr("{numbers}: downhill is a larger w1").format(numbers=text)

    def _number(self, value: float) -> str:
        return as_given(self._numbers, value)

    def _arrange(self) -> None:
        self.field.line.setFixedWidth(_FIELD)
        self.slider.setMinimumHeight(CONTROL_HEIGHT)
        self.slider.setMinimumWidth(200)
        row = Wrap()
        row.add(QLabel("w1"))
        row.add(self.field)
        row.add(self.slider, elastic=True)
        plots = QHBoxLayout()
        plots.setSpacing(2 * MARGIN)
        for title, plot, told in zip(self.titles, self.plots, self.told, strict=True):
            column = QVBoxLayout()
            column.addWidget(title)
            column.addWidget(plot, 1)
            column.addWidget(told)
            plots.addLayout(column, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, SPACING, 0, 0)
        page.setSpacing(SPACING)
        page.addWidget(self.setting)
        page.addLayout(plots, 1)
        page.addWidget(row)
        page.addWidget(self.why)
