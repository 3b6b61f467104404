"""A step explained: heading in words, the formula, the same with its numbers, the result."""

from __future__ import annotations

from PySide6.QtCore import QObject

from mlp_studio.engine.steps import Step
from mlp_studio.ui.naming import unit_name
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.calculation import notation
from mlp_studio.ui.panels.calculation.backward import Backward
from mlp_studio.ui.panels.calculation.forward import Forward
from mlp_studio.ui.panels.calculation.loss import LossStep
from mlp_studio.ui.panels.calculation.notation import Figures, words
from mlp_studio.ui.panels.calculation.reading import Reading
from mlp_studio.ui.panels.calculation.updating import Updating
from mlp_studio.ui.places_of_numbers import Place
from mlp_studio.ui.typeset.nodes import Leaf, Node, Row
from mlp_studio.ui.typeset.page import Block, Formula, Heading, Note, Page

COLUMNS_SHOWN = 12
"""Of a sample with more values than this, the rest is only counted."""
_COMMA = Leaf(",", ",")
_Value = tuple[str, float, Place | None]
"""A name, its value, and the unit on the canvas that has it."""


class Explainer(QObject):
    """Writes a page from a reading of the current trace.

    `unfolded` shows long sums and tables at length.
    """

    def __init__(self, numbers: NumberFormat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._figures = Figures(numbers)
        self._forward = Forward(numbers, self)
        self._loss = LossStep(numbers, self)
        self._backward = Backward(numbers, self)
        self._updating = Updating(numbers, self)
        self._writers: dict[str, Forward | Backward | Updating] = {
            "forward": self._forward,
            "backward": self._backward,
            "update": self._updating,
        }

    def step(self, reading: Reading, step: Step, *, unfolded: bool = False) -> Page:
        """The step, for one term, one unit, one layer or a whole phase."""
        if step.parameter is not None and step.unit is not None:
            return tuple(self._edge(reading, step, step.unit, step.parameter, unfolded))
        if step.phase == "loss":
            if step.unit is not None:
                return tuple(self._loss.part(reading, step.unit, unfolded=unfolded))
            return tuple(self._loss.explain(reading, unfolded=unfolded))
        if step.unit is not None:
            return tuple(self._unit(reading, step, step.unit, unfolded))
        layers = [step.layer] if step.layer else list(reading.layout.computed)
        if step.phase == "backward":
            layers.reverse()
        writer = self._writers[step.phase]
        pages = (writer.layer(reading, layer, unfolded=unfolded) for layer in layers)
        return tuple(block for page in pages for block in page)

    def start(self, reading: Reading, sample: int) -> Page:
        """Before the first step: the sample that is about to flow through."""
        project = reading.project
        inputs: list[_Value] = []
        for spec in reading.spec.inputs:
            rows = reading.layout.rows[spec.name]
            layer = project.layer(spec.name)
            for unit, value in enumerate(reading.a[rows].tolist()):
                place = Place.of_unit(layer.id, unit)
                inputs.append((unit_name(project, layer, unit), value, place))
        output = project.layer(reading.output)
        outputs: list[_Value] = [
            (unit_name(project, output, unit), value, None)
            for unit, value in enumerate(reading.targets.tolist())
        ]
        page: list[Block] = [
            Heading(self.tr("Sample {number}").format(number=sample + 1), "ink"),
            Formula(self._assignments(self.tr("Inputs:"), inputs)),
            Formula(self._assignments(self.tr("Targets:"), outputs)),
        ]
        if reading.is_batch:
            batch = self.tr("One of a batch of {count}: the update takes the mean over them.")
            page.append(Note(batch.format(count=reading.samples)))
        page.append(Note(self.tr("Step on to send it forward through the network.")))
        return tuple(page)

    def _unit(self, reading: Reading, step: Step, number: int, unfolded: bool) -> list[Block]:
        unit = reading.unit(step.layer, number)
        if step.part == "activation":
            return self._forward.part(reading, unit, None, unfolded=unfolded)
        if step.part == "delta":
            return self._backward.delta(reading, unit, unfolded=unfolded)
        writer = self._writers[step.phase]
        return writer.unit(reading, unit, unfolded=unfolded)

    def _edge(
        self, reading: Reading, step: Step, number: int, parameter: int, unfolded: bool
    ) -> list[Block]:
        """A step by term that is about one edge or bias."""
        unit = reading.unit(step.layer, number)
        if step.part == "term":
            return self._forward.part(reading, unit, parameter, unfolded=unfolded)
        if step.part == "message":
            return self._backward.message(reading, unit, parameter, unfolded=unfolded)
        if step.part == "gradient":
            return self._backward.gradient(reading, unit, parameter, unfolded=unfolded)
        return self._updating.one(reading, unit, parameter)

    def _assignments(self, caption: str, values: list[_Value]) -> Row:
        parts: list[Node] = [words(caption, "muted")]
        shown = values[:COLUMNS_SHOWN]
        for at, (name, value, place) in enumerate(shown):
            number = self._figures.number(value, "forward" if place else "ink", place, "a")
            parts.append(Row((words(f" {name}"), notation.EQUALS, number)))
            if at + 1 < len(values):
                parts.append(_COMMA)
        if len(values) > COLUMNS_SHOWN:
            rest = self.tr("… {count} more").format(count=len(values) - COLUMNS_SHOWN)
            parts.append(words(f" {rest}", "muted"))
        return Row(tuple(parts), loose=True)
