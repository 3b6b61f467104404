"""One weight: the loss curve, its tangent, and steps against the slope."""

from __future__ import annotations

import numpy as np

from mlp_studio.engine.slopes import VERDICTS
from mlp_studio.ui.labs.descent.curve_plot import CurvePlot, CurveSight
from mlp_studio.ui.labs.descent.experiment import UNITS, of_unit
from mlp_studio.ui.labs.descent.page import DescentPage
from mlp_studio.ui.labs.descent.step_table import StepTable
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.choice import Choice
from mlp_studio.ui.panels.labels import RoleLabel
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT
from mlp_studio.ui.theme import ThemeModel

_POINTS = 401


class CurvePage(DescentPage):
    """A linear unit, whose curve is a parabola, or a tanh unit, whose curve is not."""

    def __init__(self, theme: ThemeModel, numbers: NumberFormat) -> None:
        super().__init__(theme, numbers, of_unit("linear"), VERDICTS)
        self.plot = CurvePlot(theme)
        self.unit = Choice(UNITS, self._unit_text)
        self.setting = RoleLabel("muted")
        self.table = StepTable(numbers, ("w",))
        self.unit.setMinimumHeight(CONTROL_HEIGHT)
        self.arrange(
            self.plot,
            (
                self.unit,
                self.setting,
                self.rate,
                self.curvatures,
                self.verdict,
                self.words,
                self.solution,
                self.table,
                self.ending,
            ),
        )
        self.unit.chosen.connect(self._choose_unit)
        self.plot.weight_wanted.connect(self._drag)
        self.plot.let_go.connect(self.refit)

    def retranslate(self) -> None:
        self.unit.retranslate()
        self.unit.setAccessibleName(self.tr("Unit"))
        self.table.retranslate()
        self.plot.setAccessibleName(self.tr("The loss over the weight"))
        self.plot.setToolTip(self.tr("Press or drag to choose the weight to start from."))
        super().retranslate()

    def show_sight(self, reach: float) -> None:
        experiment, place, says = self.experiment, self.walk.place, self.says
        walk = experiment.walk
        points = list(zip(walk.weights[:, 0].tolist(), walk.losses.tolist(), strict=True))
        values = np.linspace(-reach, reach, _POINTS)
        losses = experiment.loss.of(values[:, None])
        slope = float(walk.gradients[place, 0])
        self.plot.show_sight(
            CurveSight(
                curve=tuple(zip(values.tolist(), losses.tolist(), strict=True)),
                trail=tuple(points[:place]),
                here=points[place],
                slope=slope,
                after=None if self.walk.is_at_end else points[place + 1],
                minimum=(float(experiment.minimum[0]), experiment.least),
                reach=reach,
                top=float(losses.max()),
                slope_text=says.slope(slope),
                step_text=says.move(walk.rate, slope),
            )
        )
        self.unit.show_name(experiment.name)
        self.setting.setText(self._data())
        self.words.setText(says.step(experiment, place))
        self.solution.setText(says.solution(experiment))
        self.table.show_steps(experiment, place)

    def _choose_unit(self, name: str) -> None:
        begun = of_unit(name)
        self.show_experiment(of_unit(name, begun.rate_of("converges")))

    def _drag(self, weight: float) -> None:
        self.start_at((weight,))

    def _data(self) -> str:
        loss = self.experiment.loss
        return self.tr("x = {inputs}, t = {targets}; L = mean of ½(a − t)²").format(
            inputs=self.says.vector(loss.inputs[:, 0], given=True),
            targets=self.says.vector(loss.targets, given=True),
        )

    def _unit_text(self, name: str) -> str:
        if name == "linear":
            return self.tr("linear unit, a = w·x")
        return self.tr("tanh unit, a = tanh(w·x)")
