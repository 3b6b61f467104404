"""A step of the descent, the verdict on its rate and how it ends, in words and numbers."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from mlp_studio.engine.slopes import Verdict
from mlp_studio.ui.labs.descent.experiment import STEPS, Experiment
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.fields import as_given


class DescentWords(QObject):
    """Writes the sentences of both pages."""

    def __init__(self, numbers: NumberFormat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = numbers

    def given(self, value: float) -> str:
        """A number that was chosen: as short as it was."""
        return as_given(self._numbers, float(value))

    def number(self, value: float) -> str:
        """A number that was computed."""
        return self._numbers.text(float(value))

    def factor(self, value: float) -> str:
        """In brackets if it begins with a sign."""
        text = self.number(value)
        return f"({text})" if value < 0.0 else text

    def vector(self, values: Iterable[float], *, given: bool = False) -> str:
        between = "; " if self._numbers.decimal_sign == "," else ", "
        write = self.given if given else self.number
        return f"({between.join(map(write, values))})"

    def slope(self, slope: float) -> str:
        return f"∂L/∂w = {self.number(slope)}"

    def move(self, rate: float, slope: float) -> str:
        """The negative gradient, as long as the step is."""
        return f"−η·∂L/∂w = {self.number(-rate * slope)}"

    def step(self, experiment: Experiment, place: int) -> str:
        """The coming step of one weight."""
        walk = experiment.walk
        weight, slope = float(walk.weights[place, 0]), float(walk.gradients[place, 0])
        loss = f"L = {self.number(walk.losses[place])}"
        after = experiment.after(place)
        if after is None:
            return f"w = {self.number(weight)}, {loss}, {self.slope(slope)}"
        taken = f"{self.number(weight)} − {self.given(walk.rate)} · {self.factor(slope)}"
        rule = f"w ← w − η·∂L/∂w\nw ← {taken} = {self.number(float(after[0]))}"
        leads = self.tr("{loss} becomes {after}").format(
            loss=loss, after=self.number(walk.losses[place + 1])
        )
        return f"{rule}\n{leads}"

    def steps(self, experiment: Experiment, place: int) -> str:
        """The coming step of two weights."""
        walk, after = experiment.walk, experiment.after(place)
        weights, gradient = self.vector(walk.weights[place]), self.vector(walk.gradients[place])
        if after is None:
            return f"w = {weights}, ∇L = {gradient}"
        rule = f"w ← w − η·∇L\nw ← {weights} − {self.given(walk.rate)} · {gradient}"
        return f"{rule}\n    = {self.vector(after)}"

    def place(self, experiment: Experiment, place: int) -> str:
        if place == 0:
            return self.tr("at the start")
        return self.tr("step {step} of {steps}").format(step=place, steps=experiment.walk.steps)

    def solution(self, experiment: Experiment) -> str:
        """The closed form of one weight, or that there is none."""
        weight, loss = self.number(experiment.minimum[0]), self.number(experiment.least)
        if experiment.loss.is_linear:
            return self.tr("Closed form: w* = Σ x·t / Σ x² = {weight}, L = {loss}").format(
                weight=weight, loss=loss
            )
        return self.tr(
            "No closed form: the least loss in sight, {loss}, is at w* = {weight}, found by search."
        ).format(weight=weight, loss=loss)

    def equations(self, experiment: Experiment) -> str:
        """The closed form of two weights."""
        return self.tr("Closed form: w* = (XᵀX)⁻¹·Xᵀt = {weights}, L = {loss}").format(
            weights=self.vector(experiment.minimum), loss=self.number(experiment.least)
        )

    def verdict_name(self, verdict: Verdict) -> str:
        return {
            "crawls": self.tr("Crawl"),
            "converges": self.tr("Converge"),
            "oscillates": self.tr("Oscillate"),
            "diverges": self.tr("Diverge"),
        }[verdict]

    def verdict(self, experiment: Experiment) -> str:
        """What the rate does, and why."""
        if experiment.loss.is_linear:
            return self._of_rate(experiment)
        return self._of_walk(experiment)

    def ending(self, experiment: Experiment) -> str:
        """Why no further step is recorded."""
        if experiment.walk.has_run_away:
            return self.tr("The weights have run away; here the steps end.")
        if experiment.walk.steps == STEPS:
            return self.tr("{steps} steps are shown; here they end.").format(steps=STEPS)
        return self.tr("At rest: the next step would be shorter than a millionth.")

    def curvatures(self, experiment: Experiment) -> str:
        """Those at the minimum, and what the rate makes of them."""
        products = experiment.curvatures * experiment.rate
        if len(products) == 1:
            return self.tr("Curvature at the minimum: λ = {curvature}, η·λ = {product}").format(
                curvature=self.number(experiment.curvatures[0]), product=self.number(products[0])
            )
        return self.tr("Curvatures λ from {flat} to {steep}: η·λ from {least} to {most}").format(
            flat=self.number(experiment.curvatures[0]),
            steep=self.number(experiment.curvatures[-1]),
            least=self.number(products[0]),
            most=self.number(products[-1]),
        )

    def _of_rate(self, experiment: Experiment) -> str:
        text = {
            "crawls": self.tr(
                "Crawls: {flat} is below 0.1, and a step takes away only that part of the distance."
            ),
            "converges": self.tr(
                "Converges: {steep} is not above 1; a step leaves 1 − η·λ of the distance."
            ),
            "oscillates": self.tr(
                "Oscillates: {steep} is above 1, so each step lands on the other side, with "
                "|1 − η·λ| of the distance left."
            ),
            "diverges": self.tr(
                "Diverges: {steep} is above 2, so each step lands on the other side and farther "
                "away than before."
            ),
        }[experiment.verdict]
        products = experiment.curvatures * experiment.rate
        names = ("η·λ", "η·λ") if len(products) == 1 else ("η·λmin", "η·λmax")
        flat, steep = (
            f"{name} = {self.number(product)}"
            for name, product in zip(names, (products[0], products[-1]), strict=True)
        )
        return text.format(flat=flat, steep=steep)

    def _of_walk(self, experiment: Experiment) -> str:
        steps = experiment.walk.steps
        text = {
            "crawls": self.tr("Crawls: after {steps} steps the least loss is still far away."),
            "converges": self.tr("Converges: within {steps} steps it is at the least loss."),
            "oscillates": self.tr("Oscillates: most of its {steps} steps turn the slope round."),
            "diverges": self.tr("Diverges: after {steps} steps the loss is greater than at first."),
        }[experiment.verdict]
        return text.format(steps=steps)
