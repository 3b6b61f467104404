"""An activation explained: its plot, its formulas, and where a unit stands on it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_studio.engine import activations
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.formula import rich
from mlp_studio.ui.panels.inspector.activation_plot import ActivationPlot
from mlp_studio.ui.panels.labels import RoleLabel
from mlp_studio.ui.theme import ThemeModel


class ActivationView(QWidget):
    """Plot and formulas of one activation; nothing for several different ones."""

    def __init__(self, theme: ThemeModel, numbers: NumberFormat) -> None:
        super().__init__()
        self._numbers = numbers
        self.plot = ActivationPlot(theme)
        self.place = RoleLabel("ink")
        self.formulas = RoleLabel("muted")
        self.formulas.setTextFormat(Qt.TextFormat.RichText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.plot, self.place, self.formulas):
            column.addWidget(part)

    def show_activation(self, name: str | None, z: float | None = None) -> None:
        self.setVisible(name is not None)
        if name is None:
            return
        activation = activations.get(name)
        self.plot.setVisible(activation.elementwise)
        self.plot.show_activation(name, z)
        self.formulas.setText("<br>".join(rich(each) for each in self._formula_lines(name)))
        marked = z is not None and activation.elementwise
        self.place.setVisible(marked)
        if marked and z is not None:
            self.place.setText(self._place(name, z))

    @staticmethod
    def _formula_lines(name: str) -> list[str]:
        activation = activations.get(name)
        lines = [f"f(z) = {activation.formula}", f"f′(z) = {activation.derivative_formula}"]
        return [*lines, activation.kink] if activation.kink else lines

    def _place(self, name: str, z: float) -> str:
        at = np.array([z])
        text = self._numbers.text
        value = text(float(activations.value(name, at)[0]))
        slope = text(float(activations.derivative(name, at)[0]))
        parts = (f"z = {text(z)}", f"f(z) = {value}", f"f′(z) = {slope}")
        return "   ".join(map(_unbroken, parts))


def _unbroken(equation: str) -> str:
    """With spaces and joins at which no line ends."""
    return equation.replace(" ", "\u00a0").replace("′(", "′\u2060(")
