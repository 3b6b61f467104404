"""The kernel lift lab: the same samples lifted by a formula, and by a layer that learns to."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mlp_studio.ui.labs.lab import Lab
from mlp_studio.ui.labs.lift.experiment import SETS, of_set
from mlp_studio.ui.labs.lift.formula_half import FormulaHalf
from mlp_studio.ui.labs.lift.trained_half import TrainedHalf
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.choice import Choice
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, MARGIN, SPACING
from mlp_studio.ui.panels.wrap import Wrap
from mlp_studio.ui.theme import ThemeModel


class LiftLab(Lab):
    """Two halves over one set of samples; a sample pointed at is pointed out in all pictures."""

    name = "lift"

    def __init__(
        self, theme: ThemeModel, numbers: NumberFormat, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, numbers, parent)
        experiment = of_set(SETS[0])
        self.data = Choice(SETS, self._data_text)
        self._data_name = QLabel()
        self.lifted = FormulaHalf(theme, numbers, experiment)
        self.trained = TrainedHalf(theme, numbers, experiment)
        self._arrange()
        self.data.chosen.connect(self.show_set)
        for half in (self.lifted, self.trained):
            half.pointed.connect(self._point)
            half.open_wanted.connect(self.open_wanted)
        self.retranslate()

    def title(self) -> str:
        return self.tr("Kernel lift lab")

    def opening(self) -> str:
        return self.tr(
            "Lift the samples by one more feature, cut them with one plane, and see the curve that "
            "the cut is below; then let a hidden layer learn a lift of its own."
        )

    def question(self) -> str:
        return self.tr("Which single feature makes XOR separable by one plane?")

    def answer(self) -> str:
        return self.tr(
            "x₁·x₂: it lifts the corner (1, 1) alone, and the plane x₁ + x₂ − 2·x₁·x₂ = ½ leaves "
            "two corners on each side; x₁² + x₂² does the same for circles, not for XOR."
        )

    def show_set(self, name: str) -> None:
        """Take other samples; the formula stays."""
        experiment = of_set(name)
        self.data.show_name(name)
        for half in (self.lifted, self.trained):
            half.show_experiment(experiment)

    def rest(self) -> None:
        for half in (self.lifted, self.trained):
            half.rest()

    def retranslate(self) -> None:
        self._data_name.setText(self.tr("Data"))
        self.data.retranslate()
        self.data.setAccessibleName(self.tr("Data"))
        for half in (self.lifted, self.trained):
            half.retranslate()

    def _point(self, row: int | None) -> None:
        for half in (self.lifted, self.trained):
            half.highlight(row)

    def _data_text(self, name: str) -> str:
        return "XOR" if name == "xor" else self.tr("circles")

    def _arrange(self) -> None:
        self.data.setMinimumHeight(CONTROL_HEIGHT)
        self.data.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self._data_name.setBuddy(self.data)
        top = Wrap()
        top.add(self._data_name)
        top.add(self.data)
        halves = QHBoxLayout()
        halves.setSpacing(2 * MARGIN)
        for half in (self.lifted, self.trained):
            halves.addWidget(half, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(top)
        column.addLayout(halves, 1)
