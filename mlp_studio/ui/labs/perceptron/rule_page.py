"""The perceptron rule, sample by sample: the plane, the unit, the words, the mistakes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mlp_studio.document.walk import Walk
from mlp_studio.engine.perceptron import HARD, PerceptronWalk
from mlp_studio.ui.labs.perceptron import ground as geometry
from mlp_studio.ui.labs.perceptron.experiment import GATES, Experiment, of_gate
from mlp_studio.ui.labs.perceptron.ground import Weights
from mlp_studio.ui.labs.perceptron.mistakes import MistakeBars
from mlp_studio.ui.labs.perceptron.moments import Moment, Moments
from mlp_studio.ui.labs.perceptron.neuron import NeuronPicture, NeuronSight
from mlp_studio.ui.labs.perceptron.plane import Plane
from mlp_studio.ui.labs.perceptron.rule_controls import RuleControls
from mlp_studio.ui.labs.perceptron.rule_sight import LOW, SPAN, sight_of
from mlp_studio.ui.labs.perceptron.rule_words import RuleWords
from mlp_studio.ui.labs.step_row import StepRow
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.labels import Message, RoleLabel
from mlp_studio.ui.panels.panel import MARGIN, SPACING, Panel
from mlp_studio.ui.theme import ThemeModel

_SIDE = 360


class RulePage(QWidget):
    """Whatever a person changes begins a new walk from the weights that are shown."""

    def __init__(self, theme: ThemeModel, numbers: NumberFormat) -> None:
        super().__init__()
        self._theme = theme
        self.experiment = of_gate("and")
        self._moments = Moments(self.experiment.walk)
        self._arrow = self.experiment.arrow
        self.walk = Walk(self._moments.last, self)
        self.plane = Plane(theme, LOW, SPAN, paintable=True)
        self.controls = RuleControls(numbers)
        self.neuron = NeuronPicture(theme, numbers)
        self.words = RoleLabel()
        self.ending = Message("ok")
        self.mistakes = MistakeBars(theme)
        self.mistakes_title = RoleLabel("muted")
        self.on_the_line = RoleLabel("muted")
        self.steps = StepRow(self.walk, theme)
        self._says = RuleWords(numbers, self)
        self._arrange()
        self._connect()
        numbers.changed.connect(self.show_moment)
        theme.changed.connect(self.show_moment)

    @property
    def weights(self) -> Weights:
        """Those of the moment."""
        moment = self._moments[self.walk.place]
        if moment is None:
            return self.experiment.start
        return self.experiment.weights(moment.visit + int(moment.is_update))

    def retranslate(self) -> None:
        self.controls.retranslate()
        self.mistakes_title.setText(self.tr("Mistakes by epoch"))
        self.mistakes.setAccessibleName(self.tr("Mistakes by epoch"))
        self.neuron.setAccessibleName(self.tr("The unit, with its weights"))
        self.plane.setAccessibleName(self.tr("The plane of the inputs"))
        self.plane.setToolTip(
            self.tr(
                "Drag the line: the bias changes. Drag the arrow's tip: the weights change. "
                "Click adds a sample, right-click removes it, dragging moves it."
            )
        )
        self.show_moment()

    def show_experiment(self, experiment: Experiment, *, refit: bool = True) -> None:
        """Begin a new walk; unless `refit`, normal vectors keep their scale."""
        self.experiment = experiment
        self._moments = Moments(experiment.walk)
        if refit:
            self._arrow = experiment.arrow
        self.walk.begin(self._moments.last)

    def show_moment(self) -> None:
        """Show everything at the moment where the walk stands."""
        experiment, weights = self.experiment, self.weights
        walk, moment = experiment.walk, self._moments[self.walk.place]
        is_over = walk is not None and self.walk.is_at_end and walk.ending != "converged"
        self.controls.show_experiment(experiment, weights)
        self.plane.show_sight(
            sight_of(
                self._says,
                experiment,
                weights,
                self._theme.theme,
                arrow=self._arrow * SPAN,
                ring=None if walk is None or moment is None else walk.sample(moment.visit),
                with_hulls=is_over or self.controls.hulls.isChecked(),
            )
        )
        self.on_the_line.setText(self._says.on_the_line(experiment))
        if walk is None or moment is None:
            self._show_start()
        else:
            self._show_visit(walk, moment)

    def _show_start(self) -> None:
        self.neuron.show_sight(NeuronSight(self.weights, self.experiment.activation))
        self.words.setText(self._says.start(self.experiment))
        self.steps.say(self._says.at_start())
        self.mistakes.show_counts((), last_is_open=False)
        self.ending.say(self._hulls_told())

    def _show_visit(self, walk: PerceptronWalk, moment: Moment) -> None:
        visit, sample = moment.visit, walk.sample(moment.visit)
        x1, x2 = walk.inputs[sample].tolist()
        z, output = float(walk.z[visit]), float(walk.outputs[visit])
        if moment.is_update:
            z, output = self._answer(sample)
            self.words.setText(self._says.update(walk, moment, z))
        else:
            self.words.setText(self._says.look(walk, moment))
        self.neuron.show_sight(
            NeuronSight(
                self.weights, walk.activation, (x1, x2), z, output, float(walk.targets[sample])
            )
        )
        made = walk.is_mistake[: visit + 1]
        samples = len(walk.inputs)
        counts = np.add.reduceat(made.astype(np.intp), np.arange(0, len(made), samples))
        is_open = (visit + 1) % samples != 0
        self.mistakes.show_counts(counts.tolist(), last_is_open=is_open)
        self.steps.say(self._says.place(walk, moment, int(made.sum())))
        if self.walk.is_at_end:
            self.ending.set_role("ok" if walk.ending == "converged" else "warning")
            self.ending.say(self._says.ending(self.experiment, walk))
        else:
            self.ending.say(self._hulls_told())

    def _answer(self, sample: int) -> tuple[float, float]:
        """z and output of a sample by the weights of the moment."""
        z = geometry.height(self.weights, self.experiment.places[sample])
        return z, self.experiment.answer(self.weights, sample)

    def _hulls_told(self) -> str:
        experiment = self.experiment
        if not self.controls.hulls.isChecked() or len(set(experiment.classes)) < 2:
            return ""
        self.ending.set_role("ok" if experiment.separability.is_separable else "warning")
        return self._says.reason(experiment)

    def _connect(self) -> None:
        controls, plane = self.controls, self.plane
        self.walk.moved.connect(self.show_moment)
        controls.data_chosen.connect(self._choose_data)
        controls.activation_chosen.connect(self._choose_activation)
        controls.rate_entered.connect(self._enter_rate)
        controls.weights_entered.connect(self._enter_weights)
        controls.hulls_wanted.connect(self.show_moment)
        plane.line_dragged.connect(self._drag_line)
        plane.let_go.connect(self._refit)
        plane.dot_dragged.connect(self._drag_dot)
        plane.dot_wanted.connect(self._add_dot)
        plane.dot_unwanted.connect(self._remove_dot)
        self.mistakes.epoch_wanted.connect(self._go_to_epoch)

    def _choose_data(self, name: str) -> None:
        before = self.experiment
        if name in GATES:
            kept = of_gate(name)
            self.show_experiment(replace(kept, activation=before.activation, rate=before.rate))
        else:
            self.show_experiment(replace(before, data="own", start=self.weights))

    def _choose_activation(self, name: str) -> None:
        activation = next(hard for hard in HARD if hard == name)
        self.show_experiment(replace(self._here(), activation=activation))

    def _enter_rate(self, rate: float) -> None:
        self.show_experiment(replace(self._here(), rate=rate))

    def _enter_weights(self, weights: Weights) -> None:
        self.show_experiment(replace(self.experiment, start=weights))

    def _drag_line(self, _: int, weights: Weights) -> None:
        self.show_experiment(replace(self.experiment, start=weights), refit=False)

    def _refit(self) -> None:
        self._arrow = self.experiment.arrow
        self.show_moment()

    def _drag_dot(self, number: int, x1: float, x2: float) -> None:
        self.show_experiment(self._here().with_dot_at(number, _rounded(x1, x2)), refit=False)

    def _add_dot(self, x1: float, x2: float) -> None:
        self.show_experiment(self._here().with_dot(_rounded(x1, x2), self.controls.shape))

    def _remove_dot(self, number: int) -> None:
        self.show_experiment(self._here().without_dot(number))

    def _go_to_epoch(self, epoch: int) -> None:
        last = (epoch + 1) * len(self.experiment.places) - 1
        self.walk.go_to(self._moments.end_of(min(last, self.experiment.visits - 1)))

    def _here(self) -> Experiment:
        """The experiment as begun anew from the weights of the moment."""
        return replace(self.experiment, start=self.weights)

    def _arrange(self) -> None:
        beside = Panel()
        beside.setMinimumWidth(_SIDE)
        beside.column.setContentsMargins(0, 0, 0, 0)
        for part in (
            self.controls,
            self.neuron,
            self.words,
            self.ending,
            self.mistakes_title,
            self.mistakes,
            self.on_the_line,
        ):
            beside.column.addWidget(part)
        beside.column.addStretch()
        scene = QHBoxLayout()
        scene.setSpacing(MARGIN)
        scene.addWidget(self.plane, 5)
        scene.addWidget(beside, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACING, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(scene, 1)
        column.addWidget(self.steps)


def _rounded(x1: float, x2: float) -> tuple[float, float]:
    """Places of painted samples: two decimals, so that sums by hand stay short."""
    return round(x1, 2), round(x2, 2)
