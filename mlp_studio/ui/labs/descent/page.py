"""What both pages of the lab share: an experiment, its walk, and the row that steps through it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mlp_studio.document.walk import Walk
from mlp_studio.engine.slopes import Verdict
from mlp_studio.ui.labs.descent.experiment import Experiment, Weights
from mlp_studio.ui.labs.descent.rate_control import RateControl
from mlp_studio.ui.labs.descent.words import DescentWords
from mlp_studio.ui.labs.step_row import StepRow
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.labels import Message, RoleLabel
from mlp_studio.ui.panels.panel import MARGIN, SPACING, Panel
from mlp_studio.ui.theme import ThemeModel

_SIDE = 360


class DescentPage(QWidget):
    """Whatever a person changes begins a new descent."""

    def __init__(
        self,
        theme: ThemeModel,
        numbers: NumberFormat,
        experiment: Experiment,
        verdicts: Sequence[Verdict] = (),
    ) -> None:
        super().__init__()
        self.experiment = experiment
        self.says = DescentWords(numbers, self)
        self.walk = Walk(experiment.walk.steps, self)
        self.rate = RateControl(numbers, self.says, verdicts)
        self.words = RoleLabel()
        self.curvatures = RoleLabel("muted")
        self.verdict = Message("ok")
        self.solution = RoleLabel("muted")
        self.ending = Message("muted")
        self.steps = StepRow(self.walk, theme)
        self._reach = experiment.reach(0)
        self._is_held = False
        self.rate.entered.connect(self._enter_rate)
        self.walk.moved.connect(self.show_moment)
        numbers.changed.connect(self.show_moment)

    @abstractmethod
    def show_sight(self, reach: float) -> None:
        """Show the picture and its numbers at the moment, with weights up to ±reach in sight."""

    def retranslate(self) -> None:
        self.rate.retranslate()
        self.show_moment()

    def show_experiment(self, experiment: Experiment, *, refit: bool = True) -> None:
        """Begin at the start; unless `refit`, what is in sight stays until `refit` is called."""
        self.experiment = experiment
        self._is_held = not refit
        self.walk.begin(experiment.walk.steps)

    def show_moment(self) -> None:
        """Show everything at the moment where the walk stands."""
        experiment, place = self.experiment, self.walk.place
        if not self._is_held:
            self._reach = experiment.reach(place)
        self.rate.show_experiment(experiment)
        self.curvatures.setText(self.says.curvatures(experiment))
        self.verdict.set_role(
            "ok" if experiment.verdict in ("converges", "oscillates") else "warning"
        )
        self.verdict.say(self.says.verdict(experiment))
        self.ending.say(self.says.ending(experiment) if self.walk.is_at_end else "")
        self.steps.say(self.says.place(experiment, place))
        self.show_sight(self._reach)

    def start_at(self, weights: Weights) -> None:
        """Begin from weights that are being dragged."""
        start = tuple(round(weight, 2) for weight in weights)
        self.show_experiment(replace(self.experiment, start=start), refit=False)

    def refit(self) -> None:
        """Choose anew what is in sight."""
        self._is_held = False
        self.show_moment()

    def arrange(self, picture: QWidget, beside: Sequence[QWidget]) -> None:
        """The picture, the controls and words beside it, the steps below."""
        side = Panel()
        side.setMinimumWidth(_SIDE)
        side.column.setContentsMargins(0, 0, 0, 0)
        for part in beside:
            side.column.addWidget(part)
        side.column.addStretch()
        scene = QHBoxLayout()
        scene.setSpacing(MARGIN)
        scene.addWidget(picture, 5)
        scene.addWidget(side, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACING, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(scene, 1)
        column.addWidget(self.steps)

    def _enter_rate(self, rate: float) -> None:
        self.show_experiment(replace(self.experiment, rate=rate))
