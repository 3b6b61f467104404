"""Number fields for the weights of a line, in one row."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from mlp_studio.ui.labs.perceptron.ground import Weights
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.fields import NumberField
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, SPACING

_LEAST = 58


class WeightFields(QWidget):
    """Three fields; `entered` carries all three weights once one of them was typed."""

    entered = Signal(object)

    def __init__(self, numbers: NumberFormat, names: Sequence[str] = ("w1", "w2", "b")) -> None:
        super().__init__()
        self._weights: Weights = (0.0, 0.0, 0.0)
        self.fields = tuple(NumberField(numbers) for _ in names)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        for number, (name, field) in enumerate(zip(names, self.fields, strict=True)):
            label = QLabel(name)
            label.setMinimumHeight(CONTROL_HEIGHT)
            label.setBuddy(field)
            field.line.setAccessibleName(name)
            field.line.setMinimumWidth(_LEAST)
            field.value_entered.connect(partial(self._enter, number))
            row.addWidget(label)
            row.addWidget(field, 1)

    def show_weights(self, weights: Weights) -> None:
        self._weights = weights
        for field, weight in zip(self.fields, weights, strict=True):
            field.show_value(weight)

    def _enter(self, number: int, value: float) -> None:
        w1, w2, b = (
            value if place == number else weight for place, weight in enumerate(self._weights)
        )
        self.entered.emit((w1, w2, b))
