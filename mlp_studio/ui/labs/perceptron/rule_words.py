"""What happens at a moment of the walk, and how the walk ends, in words and numbers."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from mlp_studio.engine.perceptron import Cycle, PerceptronWalk
from mlp_studio.ui.labs.perceptron.experiment import Experiment
from mlp_studio.ui.labs.perceptron.ground import Weights
from mlp_studio.ui.labs.perceptron.moments import Moment
from mlp_studio.ui.labs.perceptron.sight import Hulls
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.fields import as_given


class RuleWords(QObject):
    """Writes the sentences of the rule's page."""

    def __init__(self, numbers: NumberFormat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = numbers

    def number(self, value: float) -> str:
        return as_given(self._numbers, value)

    def vector(self, values: Iterable[float]) -> str:
        between = "; " if self._numbers.decimal_sign == "," else ", "
        return f"({between.join(map(self.number, values))})"

    def start(self, experiment: Experiment) -> str:
        if not experiment.places:
            return self.tr("There are no samples yet: click on the plane.")
        return self.tr("One step on, and the first sample is looked at.")

    def look(self, walk: PerceptronWalk, moment: Moment) -> str:
        """The sample, its z, its output, and whether that is a mistake."""
        visit, sample = moment.visit, walk.sample(moment.visit)
        w1, w2, b = walk.weights[visit].tolist()
        x1, x2 = walk.inputs[sample].tolist()
        target, output = float(walk.targets[sample]), float(walk.outputs[visit])
        first = self.tr("Sample {number}: x = {x}, target t = {target}").format(
            number=sample + 1, x=self.vector((x1, x2)), target=self.number(target)
        )
        terms = f"{self._factor(w1)}·{self._factor(x1)} + {self._factor(w2)}·{self._factor(x2)}"
        z = self.number(float(walk.z[visit]))
        second = f"z = w1·x1 + w2·x2 + b = {terms} + {self._factor(b)} = {z}"
        if walk.is_mistake[visit]:
            third = self.tr("y = {activation}(z) = {output}, but t = {target}: a mistake")
        else:
            third = self.tr("y = {activation}(z) = {output} = t: right, the weights stay")
        third = third.format(
            activation=walk.activation, output=self.number(output), target=self.number(target)
        )
        return "\n".join((first, second, third))

    def update(self, walk: PerceptronWalk, moment: Moment, z: float) -> str:
        """How the weights changed; `z` is what the same sample has by the new ones."""
        visit, sample = moment.visit, walk.sample(moment.visit)
        difference = (
            f"({self.number(float(walk.targets[sample]))} − {self._factor(walk.outputs[visit])})"
        )
        x = self.vector((*walk.inputs[sample].tolist(), 1.0))
        old, new = self.vector(walk.weights[visit]), self.vector(walk.weights[visit + 1])
        return "\n".join(
            (
                self.tr(
                    "Mistake at sample {number}: w ← w + η·(t − y)·x, the bias with x = 1"
                ).format(number=sample + 1),
                f"(w1, w2, b) = {old} + {self.number(walk.rate)}·{difference}·{x} = {new}",
                self.tr("The line has moved; the same sample now has z = {z}").format(
                    z=self.number(z)
                ),
            )
        )

    def at_start(self) -> str:
        return self.tr("at the start")

    def place(self, walk: PerceptronWalk, moment: Moment, mistakes: int) -> str:
        return self.tr("epoch {epoch}, sample {sample} of {samples} · {mistakes} mistakes").format(
            epoch=walk.epoch(moment.visit) + 1,
            sample=walk.sample(moment.visit) + 1,
            samples=len(walk.inputs),
            mistakes=mistakes,
        )

    def ending(self, experiment: Experiment, walk: PerceptronWalk) -> str:
        """Why the walk ends."""
        if walk.ending == "converged":
            return self.tr("Converged: epoch {epoch} went by without a mistake.").format(
                epoch=walk.epochs
            )
        if walk.cycle is not None:
            return f"{self._cycle(walk.cycle)} {self.reason(experiment)}"
        text = self.tr("{epochs} epochs, and there still are mistakes.").format(epochs=walk.epochs)
        return f"{text} {self.reason(experiment)}"

    def reason(self, experiment: Experiment) -> str:
        """Whether a line can separate the classes, and why."""
        separability = experiment.separability
        if separability.common is not None:
            return self.tr(
                "No line separates the classes: their convex hulls share the point {point}, and no "
                "point lies on both sides of a line."
            ).format(point=self.vector(separability.common))
        return self.tr("The convex hulls of the classes do not touch: a line separates them.")

    def on_the_line(self, experiment: Experiment) -> str:
        if experiment.activation == "sign":
            return self.tr("sign(0) = 0: a sample on the line is a mistake")
        return self.tr("step(0) = 1: a sample on the line is answered with 1")

    def no_line(self, weights: Weights) -> str:
        """Of weights that are 0 both."""
        return self.tr("w = 0: no line yet, z = {b} everywhere").format(b=self.number(weights[2]))

    def legend(self, low: str, hulls: Hulls | None) -> tuple[tuple[str, str], ...]:
        entries = [
            ("0", f"t = {low}"),
            ("1", "t = 1"),
            ("wrong", self.tr("open: answered wrong")),
            ("ring", self.tr("sample at hand")),
            ("tint", self.tr("side z < 0, side z > 0")),
        ]
        if hulls is not None:
            entries.append(("hulls", self.tr("convex hull of a class")))
            if hulls.common is not None:
                entries.append(("common", self.tr("point of both hulls")))
        return tuple(entries)

    def _cycle(self, cycle: Cycle) -> str:
        late = cycle.start + cycle.length
        if cycle.start == 0:
            found = self.tr("After epoch {late} the weights are those of the start again:").format(
                late=late
            )
        else:
            found = self.tr("After epoch {late} the weights are those after epoch {early}:").format(
                late=late, early=cycle.start
            )
        if cycle.length == 1:
            return f"{found} " + self.tr("they repeat every epoch, and will do so for ever.")
        repeated = self.tr("they repeat every {length} epochs, and will do so for ever.")
        return f"{found} {repeated.format(length=cycle.length)}"

    def _factor(self, value: float) -> str:
        """In brackets if it begins with a sign."""
        text = self.number(float(value))
        return f"({text})" if value < 0.0 else text
