"""The lift that a hidden layer learns: where it puts the samples, and its plane brought back."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QLabel, QPushButton

from mlp_studio.engine.projection import Box, Plane, hyperplane
from mlp_studio.project import edits
from mlp_studio.project.model import Project
from mlp_studio.ui.labs.lift.experiment import UNITS, Experiment, hidden_network
from mlp_studio.ui.labs.lift.half import Array, Half
from mlp_studio.ui.labs.lift.learner import Learner
from mlp_studio.ui.labs.lift.space import Space
from mlp_studio.ui.numbers import MINUS, NumberFormat
from mlp_studio.ui.panels.choice import Choice
from mlp_studio.ui.panels.labels import RoleLabel
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT
from mlp_studio.ui.panels.wrap import Wrap
from mlp_studio.ui.theme import ThemeModel

_EDGE = 1.12
"""Outputs of tanh reach ±1; marks do not stand on the very edge."""
_UNIT_NAMES = ("h₁", "h₂", "h₃")
_WEIGHT_NAMES = ("v₁", "v₂", "v₃")
_FIRST_SEED = 0


class TrainedHalf(Half):
    """Start trains, another seed begins elsewhere; nothing here knows of the formula."""

    def __init__(self, theme: ThemeModel, numbers: NumberFormat, experiment: Experiment) -> None:
        super().__init__(theme, numbers, experiment)
        self.seed = _FIRST_SEED
        self.learner = Learner(hidden_network(experiment, UNITS[-1], self.seed), self)
        self.units = Choice(map(str, UNITS), self._units_text)
        self.units.show_name(str(UNITS[-1]))
        self.play, self.again, self.reseed = QPushButton(), QPushButton(), QPushButton()
        self.seed_told = QLabel()
        self.plane_told = RoleLabel("muted")
        self._place_controls()
        self.learner.moved.connect(self.renew)
        self.learner.changed.connect(self._say_state)

    @property
    def count(self) -> int:
        """Hidden units."""
        return int(self.units.name)

    def show_experiment(self, experiment: Experiment) -> None:
        super().show_experiment(experiment)
        self._begin()

    def axis_names(self) -> tuple[str, ...]:
        return _UNIT_NAMES[: self.count]

    def side_at(self, place: tuple[float, float]) -> float:
        return float(self._pass(np.array([place]))[1][0])

    def rest(self) -> None:
        super().rest()
        self.learner.pause()

    def renew(self) -> None:
        experiment, count = self.experiment, self.count
        samples, z = self._pass(experiment.inputs)
        grid, sides = self._pass(experiment.lattice.points)
        plane = self._plane()
        self.show_space(
            Space(
                samples=samples,
                grid=grid,
                sides=sides,
                box=Box(np.full(count, -_EDGE), np.full(count, _EDGE)),
                ticks=np.tile([-1.0, 1.0], (count, 1)),
                plane=plane,
                right=np.where(experiment.classes == 1, z > 0.0, z < 0.0),
            ),
            self._pass(experiment.places)[1],
        )
        self.plane_told.setText(self._told_of_plane(plane))
        self._say_state()

    def retranslate(self) -> None:
        self.caption.setText(self.tr("Lift learned by a hidden layer"))
        self.stage.setAccessibleName(self.tr("The samples, as the hidden layer puts them"))
        self.units.retranslate()
        self.units.setAccessibleName(self.tr("Units of the hidden layer"))
        self.units.setToolTip(self.tr("Units of the hidden layer"))
        self.again.setText(self.tr("Start over"))
        self.reseed.setText(self.tr("Another seed"))
        self.reseed.setToolTip(self.tr("Draw other weights to begin with"))
        self._show_layer()
        super().retranslate()

    def project(self) -> Project:
        """The network with the weights of now."""
        project = hidden_network(self.experiment, self.count, self.seed)
        layout, parameters = self.learner.compiled.network.layout, self.learner.parameters
        for source, target in (("x", "h"), ("h", "o")):
            weights = layout.weights(parameters, source, target)
            project = edits.set_weights(project, f"{source}->{target}", weights)
            for unit, bias in enumerate(layout.biases(parameters, target).tolist()):
                project = edits.set_bias(project, target, unit, bias)
        return project

    def _pass(self, inputs: Array) -> tuple[Array, Array]:
        """The hidden layer's outputs (n, units), and z of the output (n,), for inputs (n, 2)."""
        network = self.learner.compiled.network
        z, outputs = network.forward(self.learner.parameters, inputs)
        rows = network.layout.rows
        return outputs[rows["h"]].T, z[rows["o"]][0]

    def _plane(self) -> Plane:
        """Where z of the output is 0, in the space of the hidden layer."""
        layout = self.learner.compiled.network.layout
        nothing_else = np.zeros(layout.nodes)
        return hyperplane(layout, self.learner.parameters, "h", "o", 0, nothing_else)

    def _told_of_plane(self, plane: Plane) -> str:
        terms = [
            f"{self._signed(weight, first=at == 0)}·{unit}"
            for at, (weight, unit) in enumerate(
                zip(plane.normal.tolist(), _UNIT_NAMES, strict=False)
            )
        ]
        return f"z = {' '.join(terms)} {self._signed(plane.offset, first=False)}"

    def _signed(self, value: float, *, first: bool) -> str:
        text = self._short(abs(value))
        if first:
            return f"{MINUS}{text}" if value < 0.0 else text
        return f"{MINUS} {text}" if value < 0.0 else f"+ {text}"

    def _say_state(self) -> None:
        learner = self.learner
        if learner.is_running:
            self.play.setText(self.tr("Pause"))
        else:
            self.play.setText(self.tr("Start") if learner.epoch == 0 else self.tr("Go on"))
        self.play.setEnabled(learner.ending is None)
        self.again.setEnabled(learner.epoch > 0)
        self.seed_told.setText(self.tr("seed {seed}").format(seed=self.seed))
        is_stuck = learner.ending is not None and not self._is_separated
        self.say(self._told_of_state(is_stuck=is_stuck), is_warning=is_stuck)

    @property
    def _is_separated(self) -> bool:
        return self.space is not None and bool(self.space.right.all())

    def _told_of_state(self, *, is_stuck: bool) -> str:
        if not is_stuck:
            text = self.tr("Epoch {epoch}; its cross-entropy is {loss}")
        elif self.count == UNITS[-1]:
            text = self.tr("Stuck at epoch {epoch}, cross-entropy {loss}: try another seed.")
        else:
            text = self.tr(
                "Stuck at epoch {epoch}, cross-entropy {loss}: try another seed, or another unit."
            )
        loss = self._numbers.text(self.learner.loss)
        return text.format(epoch=self.learner.epoch, loss=loss)

    def _play(self) -> None:
        if self.learner.is_running:
            self.learner.pause()
        else:
            self.learner.start()

    def _begin(self) -> None:
        self.learner.begin(hidden_network(self.experiment, self.count, self.seed))

    def _reseed(self) -> None:
        self.seed += 1
        self._begin()

    def _choose_units(self) -> None:
        self._show_layer()
        self._begin()

    def _show_layer(self) -> None:
        self.journey.show_layer(self.tr("the layer"), deep=self.count == UNITS[-1])

    def _open(self) -> None:
        self.learner.pause()
        self.open_wanted.emit(self.project())

    def _units_text(self, name: str) -> str:
        return self.tr("2–{units}–1, tanh").format(units=name)

    def _place_controls(self) -> None:
        above, below = Wrap(), Wrap()
        self.units.setMinimumHeight(CONTROL_HEIGHT)
        self.units.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        for button in (self.play, self.again, self.reseed):
            button.setAutoDefault(False)
            button.setMinimumHeight(CONTROL_HEIGHT)
        self.plane_told.setMinimumHeight(CONTROL_HEIGHT)
        for thing in (self.units, self.reseed, self.seed_told):
            above.add(thing)
        for thing in (self.play, self.again):
            below.add(thing)
        self.above.addWidget(above)
        self.below.addWidget(below)
        self.below.addWidget(self.plane_told)
        self.units.chosen.connect(self._choose_units)
        self.play.clicked.connect(self._play)
        self.again.clicked.connect(self._begin)
        self.reseed.clicked.connect(self._reseed)
        self.open.clicked.connect(self._open)
