"""Two weights: contours, the path of the descent, and the closed form beside it."""

from __future__ import annotations

from dataclasses import replace

from mlp_studio.ui.labs.descent.contour_plot import ContourPlot, ContourSight, contours_of
from mlp_studio.ui.labs.descent.experiment import VALLEYS, of_valley
from mlp_studio.ui.labs.descent.page import DescentPage
from mlp_studio.ui.labs.descent.step_table import StepTable
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.choice import Choice
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT
from mlp_studio.ui.theme import ThemeModel


class ContourPage(DescentPage):
    """A linear unit on data of equal scales, of unequal ones, and on columns that go together."""

    def __init__(self, theme: ThemeModel, numbers: NumberFormat) -> None:
        super().__init__(theme, numbers, of_valley("round"))
        self.plot = ContourPlot(theme)
        self.valley = Choice(VALLEYS, self._valley_text)
        self.table = StepTable(numbers, ("w1", "w2"))
        self.valley.setMinimumHeight(CONTROL_HEIGHT)
        self.arrange(
            self.plot,
            (
                self.valley,
                self.rate,
                self.curvatures,
                self.verdict,
                self.words,
                self.solution,
                self.table,
                self.ending,
            ),
        )
        self.valley.chosen.connect(self._choose_valley)
        self.plot.weights_wanted.connect(self._drag)
        self.plot.let_go.connect(self.refit)

    def retranslate(self) -> None:
        self.valley.retranslate()
        self.valley.setAccessibleName(self.tr("Data"))
        self.table.retranslate()
        self.plot.setAccessibleName(self.tr("The loss over both weights"))
        self.plot.setToolTip(self.tr("Press or drag to choose the weights to start from."))
        super().retranslate()

    def show_sight(self, reach: float) -> None:
        experiment, place, says = self.experiment, self.walk.place, self.says
        w1, w2 = experiment.minimum.tolist()
        self.plot.show_sight(
            ContourSight(
                contours=contours_of(experiment.loss, experiment.least, reach),
                path=experiment.walk.weights,
                place=place,
                minimum=(w1, w2),
                reach=reach,
                here_text=f"w = {says.vector(experiment.walk.weights[place])}",
                minimum_text=f"w* = {says.vector(experiment.minimum)}",
            )
        )
        self.valley.show_name(experiment.name)
        self.words.setText(says.steps(experiment, place))
        self.solution.setText(says.equations(experiment))
        self.table.show_steps(experiment, place)

    def _choose_valley(self, name: str) -> None:
        before = self.experiment
        self.show_experiment(replace(of_valley(name), start=before.start, rate=before.rate))

    def _drag(self, w1: float, w2: float) -> None:
        self.start_at((w1, w2))

    def _valley_text(self, name: str) -> str:
        return {
            "round": self.tr("round: both inputs of one scale"),
            "narrow": self.tr("narrow: x2 has four times the scale of x1"),
            "tilted": self.tr("tilted: x1 and x2 go together"),
        }[name]
