"""The lift by a formula: one feature more, one plane through it, and the curve below."""

from __future__ import annotations

import re

import numpy as np
from PySide6.QtWidgets import QButtonGroup, QPushButton

from mlp_studio.engine.expressions import Formula
from mlp_studio.engine.lifting import (
    COLUMNS,
    Fit,
    FitError,
    facing,
    fit_plane,
    level_plane,
    lift,
    moved_to,
    on_own_side,
    place_of,
)
from mlp_studio.engine.projection import Plane
from mlp_studio.ui.labs.lift import half
from mlp_studio.ui.labs.lift.experiment import READY, Experiment, lifted_network
from mlp_studio.ui.labs.lift.half import Array, Half
from mlp_studio.ui.labs.lift.plane_fields import PlaneFields
from mlp_studio.ui.labs.lift.space import Space, lifted_box
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.palette.formula_field import FormulaField
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT
from mlp_studio.ui.panels.wrap import Wrap
from mlp_studio.ui.theme import ThemeModel

_LONGEST = 14
"""Characters of a formula that name an axis; a longer one is called f there."""
_SUBSCRIPTS = str.maketrans("12", "₁₂")
_POWERS = {"2": "²", "3": "³", "4": "⁴"}


class FormulaHalf(Half):
    """Another formula begins with a level plane; a plane is moved, typed or fitted."""

    def __init__(self, theme: ThemeModel, numbers: NumberFormat, experiment: Experiment) -> None:
        super().__init__(theme, numbers, experiment)
        self.formula = Formula(READY["xor"], COLUMNS)
        self.plane = Plane(np.zeros(3), 0.0)
        self.fitted: Fit | None = None
        self.ready = {text: QPushButton(pretty(text)) for text in READY.values()}
        self.field = FormulaField(COLUMNS)
        self.controls = PlaneFields(numbers)
        self._place_controls()
        self.show_formula(READY["xor"])

    def show_formula(self, text: str) -> None:
        """Lift by a formula that can be read. Raises ExpressionError for another."""
        self.formula = Formula(text, COLUMNS)
        self.field.show_text(text)
        for ready, button in self.ready.items():
            button.setChecked(ready == text)
        self._begin()

    def show_experiment(self, experiment: Experiment) -> None:
        super().show_experiment(experiment)
        self._begin()

    def fit(self) -> None:
        """Let the engine find the plane."""
        try:
            self.fitted = fit_plane(self._samples, self.experiment.classes)
        except FitError:
            self.fitted = None
        else:
            self.plane = self.fitted.plane
        self.renew()

    def axis_names(self) -> tuple[str, ...]:
        name = pretty(self.formula.text)
        return (*half.COLUMNS, name if len(name) <= _LONGEST else "f")

    def side_at(self, place: tuple[float, float]) -> float:
        with np.errstate(all="ignore"):
            return float(self.plane.values(lift(self.formula, np.array([place])))[0])

    def renew(self) -> None:
        experiment, samples = self.experiment, self._samples
        with np.errstate(all="ignore"):
            grid = lift(self.formula, experiment.lattice.points)
            box, ticks = lifted_box(experiment, samples, grid)
            space = Space(
                samples=samples,
                grid=grid,
                sides=self.plane.values(grid),
                box=box,
                ticks=ticks,
                plane=self.plane,
                right=on_own_side(self.plane, samples, experiment.classes),
            )
            over_plane: Array = self.plane.values(lift(self.formula, experiment.places))
            self.show_space(space, over_plane)
        self.controls.show_plane(self.plane, place_of(self.plane, box))
        nowhere = int((~np.isfinite(samples[:, 2])).sum())
        if nowhere:
            text = self.tr("The formula has no value at {count} of the samples.")
            self.say(text.format(count=nowhere), is_warning=True)
        else:
            self.say(self._told_of_plane())

    def retranslate(self) -> None:
        self.caption.setText(self.tr("Lift by a formula"))
        self.stage.setAccessibleName(self.tr("The samples, lifted by the formula"))
        self.journey.show_layer(self.tr("the unit"), deep=True)
        self.controls.retranslate()
        super().retranslate()

    @property
    def _samples(self) -> Array:
        """The samples, lifted (n, 3)."""
        return lift(self.formula, self.experiment.inputs)

    def _begin(self) -> None:
        """A level plane, its positive side towards class 1."""
        samples = self._samples
        self.fitted = None
        self.plane = facing(level_plane(samples), samples, self.experiment.classes)
        self.renew()

    def _told_of_plane(self) -> str:
        fit = self.fitted
        if fit is None:
            return self.tr("z = w₁·x₁ + w₂·x₂ + w₃·f + b is 0 on the plane; f = {formula}").format(
                formula=pretty(self.formula.text)
            )
        return self.tr(
            "Fitted by a logistic unit in {epochs} epochs; its cross-entropy is {loss}"
        ).format(epochs=fit.epochs, loss=self._numbers.text(fit.loss))

    def _move(self, place: float) -> None:
        assert self.space is not None
        self._set_plane(moved_to(self.plane, self.space.box, place))

    def _set_plane(self, plane: Plane) -> None:
        self.plane, self.fitted = plane, None
        self.renew()

    def _open(self) -> None:
        project = lifted_network(self.experiment, self.formula.text, self.plane)
        self.open_wanted.emit(project)

    def _take_ready(self, button: QPushButton) -> None:
        text = next(text for text, each in self.ready.items() if each is button)
        self.show_formula(text)

    def _place_controls(self) -> None:
        row = Wrap()
        group = QButtonGroup(self)
        group.setExclusive(False)
        for button in self.ready.values():
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setMinimumHeight(CONTROL_HEIGHT)
            group.addButton(button)
            row.add(button)
        self.field.setMinimumWidth(120)
        row.add(self.field, elastic=True)
        self.above.addWidget(row)
        self.below.addWidget(self.controls)
        group.buttonClicked.connect(self._take_ready)
        self.field.accepted.connect(self.show_formula)
        self.controls.entered.connect(self._set_plane)
        self.controls.slid.connect(self._move)
        self.controls.fit_wanted.connect(self.fit)
        self.open.clicked.connect(self._open)


def pretty(formula: str) -> str:
    """A formula as it is written by hand: x₁² + x₂²."""
    text = re.sub(r"\bx([12])\b", lambda found: "x" + found[1].translate(_SUBSCRIPTS), formula)
    text = re.sub(r"\*\*([234])\b", lambda found: _POWERS[found[1]], text)
    # A power that is left keeps its stars: one of them alone is a product.
    text = re.sub(r"(?<!\*)\*(?!\*)", "·", text)
    return text.replace("-", "−")
