"""What the rule's page lets a person choose: samples, activation, rate, weights."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from mlp_studio.engine.perceptron import HARD
from mlp_studio.ui.labs.perceptron.experiment import GATES, Experiment
from mlp_studio.ui.labs.perceptron.ground import Weights
from mlp_studio.ui.labs.perceptron.weight_fields import WeightFields
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.choice import Choice
from mlp_studio.ui.panels.fields import NumberField
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, SPACING
from mlp_studio.ui.panels.wrap import Wrap

_RATE_WIDTH = 76


class RuleControls(QWidget):
    """Tells what was chosen; shows an Experiment."""

    data_chosen = Signal(str)
    activation_chosen = Signal(str)
    rate_entered = Signal(float)
    weights_entered = Signal(object)
    hulls_wanted = Signal(bool)

    def __init__(self, numbers: NumberFormat) -> None:
        super().__init__()
        self._low = "−1"
        self.data = Choice((*GATES, "own"), self._data_text)
        self.brush = Choice(("1", "0"), self._brush_text)
        self.activation = Choice(HARD, str)
        self.rate = NumberField(numbers)
        self.rate.line.setFixedWidth(_RATE_WIDTH)
        self._rate_label = QLabel("η")
        self.weights = WeightFields(numbers)
        self.hulls = QCheckBox()
        self._arrange()
        self.data.chosen.connect(self.data_chosen)
        self.activation.chosen.connect(self.activation_chosen)
        self.rate.value_entered.connect(self._enter_rate)
        self.weights.entered.connect(self.weights_entered)
        self.hulls.toggled.connect(self.hulls_wanted)

    @property
    def shape(self) -> int:
        """The class that a click on the plane adds a sample of."""
        return int(self.brush.name)

    def show_experiment(self, experiment: Experiment, weights: Weights) -> None:
        self.data.show_name(experiment.data)
        self.activation.show_name(experiment.activation)
        self.rate.show_value(experiment.rate)
        self.weights.show_weights(weights)
        low = "−1" if experiment.activation == "sign" else "0"
        if low != self._low:
            self._low = low
            self.brush.retranslate()

    def retranslate(self) -> None:
        for choice, name in (
            (self.data, self.tr("Samples")),
            (self.brush, self.tr("What a click on the plane adds")),
            (self.activation, self.tr("Activation")),
        ):
            choice.retranslate()
            choice.setAccessibleName(name)
            choice.setToolTip(name)
        self.rate.line.setAccessibleName(self.tr("Learning rate"))
        self._rate_label.setToolTip(self.tr("Learning rate"))
        self.hulls.setText(self.tr("Convex hulls"))

    def _enter_rate(self, rate: float) -> None:
        if rate > 0.0:
            self.rate_entered.emit(rate)
        else:
            self.rate.refuse(self.tr("The learning rate must be above 0."))

    def _arrange(self) -> None:
        rows = Wrap()
        for thing in (self.data, self.activation, self._rate_label, self.rate):
            thing.setMinimumHeight(CONTROL_HEIGHT)
            rows.add(thing)
        samples = Wrap()
        for choice in (self.data, self.brush, self.activation):
            choice.setMinimumHeight(CONTROL_HEIGHT)
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        samples.add(self.brush)
        samples.add(self.hulls)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(rows)
        column.addWidget(self.weights)
        column.addWidget(samples)

    def _data_text(self, name: str) -> str:
        return {"and": "AND", "or": "OR", "xor": "XOR", "own": self.tr("own samples")}[name]

    def _brush_text(self, name: str) -> str:
        target = "1" if name == "1" else self._low
        return self.tr("click adds t = {target}").format(target=target)
