"""The weights of the plane to be typed, and the slider that moves it without turning it."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mlp_studio.engine.projection import Plane
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.fields import NumberField
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, SPACING
from mlp_studio.ui.panels.sliders import LinearSlider

NAMES = ("w₁", "w₂", "w₃", "b")
_LEAST = 52
REACH = 1.5
"""Half boxes: how far from the middle the slider takes the plane."""


class PlaneFields(QWidget):
    """`entered` carries a Plane that was typed, `slid` how far from the middle it is to be."""

    entered = Signal(object)
    slid = Signal(float)
    fit_wanted = Signal()

    def __init__(self, numbers: NumberFormat) -> None:
        super().__init__()
        self._values = (0.0, 0.0, 0.0, 0.0)
        self.fields = tuple(NumberField(numbers) for _ in NAMES)
        self.slider = LinearSlider(-REACH, REACH, 300)
        self.slider_name = QLabel()
        self.fit = QPushButton()
        self.fit.setAutoDefault(False)
        self._arrange()
        self.slider.value_moved.connect(self.slid)
        self.fit.clicked.connect(self.fit_wanted)

    def show_plane(self, plane: Plane, place: float) -> None:
        """The numbers of a plane of three axes; the slider stands at its place."""
        w1, w2, w3 = plane.normal.tolist()
        self._values = (w1, w2, w3, plane.offset)
        for field, value in zip(self.fields, self._values, strict=True):
            field.show_value(value)
        self.slider.show_value(place)

    def retranslate(self) -> None:
        self.slider_name.setText(self.tr("Move the plane"))
        self.slider.setAccessibleName(self.tr("Move the plane"))
        self.fit.setText(self.tr("Fit the plane"))
        self.fit.setToolTip(
            self.tr("Train a logistic unit on x₁, x₂ and the feature, and take its plane z = 0")
        )

    def _enter(self, number: int, value: float) -> None:
        values = list(self._values)
        values[number] = value
        self.entered.emit(Plane(np.array(values[:3]), values[3]))

    def _arrange(self) -> None:
        weights, moving = QHBoxLayout(), QHBoxLayout()
        for number, (name, field) in enumerate(zip(NAMES, self.fields, strict=True)):
            label = QLabel(name)
            label.setMinimumHeight(CONTROL_HEIGHT)
            label.setBuddy(field)
            field.line.setAccessibleName(name)
            field.line.setMinimumWidth(_LEAST)
            field.value_entered.connect(partial(self._enter, number))
            weights.addWidget(label)
            weights.addWidget(field, 1)
        self.slider_name.setBuddy(self.slider)
        moving.addWidget(self.slider_name)
        moving.addWidget(self.slider, 1)
        moving.addWidget(self.fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        for row in (weights, moving):
            row.setSpacing(SPACING)
            column.addLayout(row)
