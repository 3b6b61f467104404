"""A slider over percents, under the sentence that says what they are percents of."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSlider, QVBoxLayout, QWidget

from mlp_studio.ui.panels.labels import RoleLabel, silent


class ShareField(QWidget):
    """`moved` carries the percents while the slider is pulled, `released` ends the pull."""

    moved = Signal(int)
    released = Signal()

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self.sentence = RoleLabel()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(least, most)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.sentence)
        column.addWidget(self.slider)
        self.setFocusProxy(self.slider)
        self.slider.valueChanged.connect(self.moved)
        self.slider.sliderReleased.connect(self.released)

    def show_share(self, percent: int, sentence: str, most: int | None = None) -> None:
        """Stand at the percents, and say them; emits nothing."""
        with silent(self.slider):
            if most is not None:
                self.slider.setMaximum(most)
            self.slider.setValue(percent)
        self.sentence.setText(sentence)
