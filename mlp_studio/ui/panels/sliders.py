"""Sliders over real numbers, beside a field for the exact one."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSlider, QVBoxLayout, QWidget

from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.fields import NumberField
from mlp_studio.ui.panels.labels import silent

_STEPS_PER_DECADE = 20


class LinearSlider(QSlider):
    """Values from `least` to `most` in even steps."""

    value_moved = Signal(float)

    def __init__(self, least: float, most: float, steps: int = 100) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._least = least
        self._step = (most - least) / steps
        self.setRange(0, steps)
        self.setPageStep(max(1, steps // 10))
        self.valueChanged.connect(self._tell)

    def show_value(self, value: float) -> None:
        """Stand at a value, or at the nearer end if it lies outside; emits nothing."""
        with silent(self):
            self.setValue(self._place(value))

    def _place(self, value: float) -> int:
        return round((value - self._least) / self._step)

    def _value(self, place: int) -> float:
        return self._least + place * self._step

    def _tell(self, place: int) -> None:
        # What the hand cannot aim at is noise: two digits.
        self.value_moved.emit(float(f"{self._value(place):.1e}"))


class LogSlider(LinearSlider):
    """Positive values over orders of magnitude."""

    def __init__(self, least: float, most: float) -> None:
        low, high = math.log10(least), math.log10(most)
        super().__init__(low, high, round((high - low) * _STEPS_PER_DECADE))

    def _place(self, value: float) -> int:
        return super()._place(math.log10(value)) if value > 0 else self.minimum()

    def _value(self, place: int) -> float:
        return math.pow(10.0, super()._value(place))


class StopSlider(LinearSlider):
    """One of some values, in rising order."""

    def __init__(self, values: Sequence[float]) -> None:
        self._values = tuple(values)
        super().__init__(0, len(values) - 1, len(values) - 1)
        self.setPageStep(1)

    def _place(self, value: float) -> int:
        """The stop nearest to a value."""
        return min(range(len(self._values)), key=lambda place: abs(self._values[place] - value))

    def _tell(self, place: int) -> None:
        self.value_moved.emit(self._values[place])


class SliderField(QWidget):
    """The number to type, and below it the slider to try."""

    def __init__(self, numbers: NumberFormat, slider: LinearSlider) -> None:
        super().__init__()
        self.number = NumberField(numbers)
        self.slider = slider
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.number)
        column.addWidget(self.slider)
        self.setFocusProxy(self.number.line)

    def show_value(self, value: float) -> None:
        self.number.show_value(value)
        self.slider.show_value(value)
