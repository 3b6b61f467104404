"""A step explained: heading in words, the formula, the same with its numbers, the result."""

from __future__ import annotations

from PySide6.QtCore import QObject

from mlp_studio.engine.steps import Step
from mlp_studio.ui.naming import unit_name
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.calculation import markup
from mlp_studio.ui.panels.calculation.backward import Backward
from mlp_studio.ui.panels.calculation.forward import Forward
from mlp_studio.ui.panels.calculation.loss import LossStep
from mlp_studio.ui.panels.calculation.reading import Reading
from mlp_studio.ui.panels.calculation.updating import Updating

COLUMNS_SHOWN = 12
"""Of a sample with more values than this, the rest is only counted."""


class Explainer(QObject):
    """Writes rich text from a reading of the current trace.

    `unfolded` shows long sums and tables whole.
    """

    def __init__(self, numbers: NumberFormat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = numbers
        self._loss = LossStep(numbers, self)
        self._writers: dict[str, Forward | Backward | Updating] = {
            "forward": Forward(numbers, self),
            "backward": Backward(numbers, self),
            "update": Updating(numbers, self),
        }

    def step(self, reading: Reading, step: Step, *, unfolded: bool = False) -> str:
        """The step, for one unit, one layer or a whole phase."""
        if step.phase == "loss":
            return self._loss.explain(reading, unfolded=unfolded)
        writer = self._writers[step.phase]
        if step.unit is not None:
            return writer.unit(reading, reading.unit(step.layer, step.unit), unfolded=unfolded)
        layers = [step.layer] if step.layer else list(reading.layout.computed)
        if step.phase == "backward":
            layers.reverse()
        return "".join(writer.layer(reading, layer, unfolded=unfolded) for layer in layers)

    def start(self, reading: Reading, sample: int) -> str:
        """Before the first step: the sample that is about to flow through."""
        trace = reading.trace
        project = reading.project
        names = [
            unit_name(project, project.layer(layer.name), unit)
            for layer in reading.spec.inputs
            for unit in range(layer.units)
        ]
        inputs = self._assignments(names, trace.inputs[0].tolist())
        output = project.layer(reading.output)
        outputs = [unit_name(project, output, unit) for unit in range(output.units)]
        targets = self._assignments(outputs, trace.targets[0].tolist())
        return "".join(
            (
                markup.heading(self.tr("Sample {number}").format(number=sample + 1), "ink"),
                markup.line(self.tr("Inputs: {values}").format(values=inputs)),
                markup.line(self.tr("Targets: {values}").format(values=targets)),
                markup.line(self.tr("Step on to send it forward through the network."), "note"),
            )
        )

    def _assignments(self, names: list[str], values: list[float]) -> str:
        shown = [
            markup.kept(f"{markup.text(name)} = {markup.text(self._numbers.text(value))}")
            for name, value in list(zip(names, values, strict=True))[:COLUMNS_SHOWN]
        ]
        if len(values) > COLUMNS_SHOWN:
            rest = len(values) - COLUMNS_SHOWN
            shown.append(self.tr("{count} more").format(count=rest))
        return ", ".join(shown)
