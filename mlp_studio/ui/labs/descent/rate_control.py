"""The learning rate: a number, a slider over orders of magnitude, and what it does by name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from mlp_studio.engine.slopes import Verdict
from mlp_studio.ui.labs.descent.experiment import Experiment
from mlp_studio.ui.labs.descent.words import DescentWords
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.fields import NumberField
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, SPACING
from mlp_studio.ui.panels.sliders import LogSlider
from mlp_studio.ui.panels.wrap import Wrap

LEAST, MOST = 0.005, 20.0
_FIELD, _SLIDER = 76, 140


class RateControl(QWidget):
    """`entered` carries the rate; `verdicts` are those that have a button."""

    entered = Signal(float)

    def __init__(
        self, numbers: NumberFormat, says: DescentWords, verdicts: Sequence[Verdict] = ()
    ) -> None:
        super().__init__()
        self._numbers, self._says = numbers, says
        self._experiment: Experiment | None = None
        self.field = NumberField(numbers)
        self.slider = LogSlider(LEAST, MOST)
        self.buttons = {verdict: QPushButton() for verdict in verdicts}
        self._label = QLabel("η")
        self._arrange()
        self.field.value_entered.connect(self._enter)
        self.slider.value_moved.connect(self.entered)
        for verdict, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._choose, verdict))

    def show_experiment(self, experiment: Experiment) -> None:
        self._experiment = experiment
        self.field.show_value(experiment.rate)
        self.slider.show_value(experiment.rate)
        for verdict, button in self.buttons.items():
            button.setChecked(experiment.rate == experiment.rate_of(verdict))

    def retranslate(self) -> None:
        name = self.tr("Learning rate")
        for part in (self.field.line, self.slider):
            part.setAccessibleName(name)
        self._label.setToolTip(name)
        self.slider.setToolTip(name)
        for verdict, button in self.buttons.items():
            button.setText(self._says.verdict_name(verdict))

    def _enter(self, rate: float) -> None:
        if LEAST <= rate <= MOST:
            self.entered.emit(rate)
        else:
            self.field.refuse(
                self.tr("A learning rate from {least} to {most} can be tried.").format(
                    least=self._numbers.exact(LEAST), most=self._numbers.exact(MOST)
                )
            )

    def _choose(self, verdict: Verdict) -> None:
        if self._experiment is not None:
            self.entered.emit(self._experiment.rate_of(verdict))

    def _arrange(self) -> None:
        self.field.line.setFixedWidth(_FIELD)
        self.slider.setMinimumSize(_SLIDER, CONTROL_HEIGHT)
        row = Wrap()
        row.add(self._label)
        row.add(self.field)
        row.add(self.slider, elastic=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(row)
        if self.buttons:
            by_name = Wrap()
            for button in self.buttons.values():
                button.setMinimumHeight(CONTROL_HEIGHT)
                by_name.add(button)
            column.addWidget(by_name)
