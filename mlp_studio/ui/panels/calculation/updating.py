"""The update of a unit's weights: old → new, all at once from the old ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject

from mlp_studio.ui.conventions import optimizer_name
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.calculation.notation import words
from mlp_studio.ui.panels.calculation.reading import Incoming, Reading, UnitReading
from mlp_studio.ui.panels.calculation.weight_update import WeightUpdate
from mlp_studio.ui.panels.calculation.writer import Writer
from mlp_studio.ui.typeset.nodes import Leaf, Node
from mlp_studio.ui.typeset.page import Block, Heading, Note


class Updating(Writer):
    """Explains by how much each weight moves, and by which rule."""

    def __init__(self, numbers: NumberFormat, parent: QObject) -> None:
        super().__init__(numbers, parent)
        self._weight = WeightUpdate(numbers, self)

    def unit(self, reading: Reading, unit: UnitReading, *, unfolded: bool) -> list[Block]:
        heading = self.tr("Update: unit {number} of {layer}").format(
            number=unit.index, layer=unit.layer.title
        )
        return [
            Heading(heading, "accent"),
            *self._rule(reading),
            *self._example(reading, unit),
            *self._table(reading, [unit], unfolded, with_unit=False),
            *self._notes(reading, unit.all_learn),
        ]

    def layer(self, reading: Reading, layer_id: str, *, unfolded: bool) -> list[Block]:
        layer = reading.layer(layer_id)
        units = list(reading.units(layer_id))
        return [
            Heading(self.tr("Update: layer {layer}").format(layer=layer.title), "accent"),
            *self._rule(reading),
            *self._table(reading, units, unfolded, with_unit=True),
            *self._notes(reading, all(unit.all_learn for unit in units)),
        ]

    def one(self, reading: Reading, unit: UnitReading, parameter: int) -> list[Block]:
        """One weight or bias."""
        each = reading.incoming(parameter)
        heading = self.tr("Update of {edge}").format(
            edge=f"{self.incoming_name(each)} → {unit.name}"
        )
        return [
            Heading(heading, "accent"),
            *self._rule(reading),
            *self._weight.lines(reading, unit, each),
            *self._notes(reading, each.learns),
        ]

    def _rule(self, reading: Reading) -> list[Block]:
        training = reading.project.training
        if training.rule == "perceptron":
            return [Note(self.tr("The perceptron rule: y is the unit's hard output."))]
        rate = self.numbers.exact(reading.update.learning_rate)
        said = self.tr("Δw by {optimizer}, η = {rate}").format(
            optimizer=optimizer_name(training.optimizer.name), rate=rate
        )
        return [Note(said)]

    def _example(self, reading: Reading, unit: UnitReading) -> list[Block]:
        """The first weight that learns, in full."""
        first = next((each for each in unit.incoming if each.learns), None)
        if first is None:
            return []
        note = self.tr("For example {edge}:").format(
            edge=f"{self.incoming_name(first)} → {unit.name}"
        )
        return [Note(note, "ink"), *self._weight.lines(reading, unit, first)]

    def _table(
        self, reading: Reading, units: list[UnitReading], unfolded: bool, *, with_unit: bool
    ) -> list[Block]:
        head = (
            words(self.tr("from"), "muted"),
            words(self.tr("old") + " w", "muted"),
            Leaf("Δw", r"\Delta w", role="muted"),
            words(self.tr("new") + " w", "muted"),
        )
        count = sum(unit.fan_in for unit in units)
        rows = self._rows(reading, units, with_unit=with_unit)
        return self.table(head, rows, count, unfolded=unfolded)

    def _rows(
        self, reading: Reading, units: list[UnitReading], *, with_unit: bool
    ) -> Iterator[Sequence[Node]]:
        for unit in units:
            for parameter in unit.parameters.tolist():
                each = reading.incoming(parameter)
                yield (
                    words(self._name(unit, each, with_unit=with_unit)),
                    self.weight(each),
                    self.figures.signed(each.change, each.place, "new w"),
                    self.figures.signed(each.weight_after, each.place, "new w"),
                )

    def _name(self, unit: UnitReading, each: Incoming, *, with_unit: bool) -> str:
        name = self.incoming_name(each)
        if with_unit:
            name = f"{name} → {unit.name}"
        return name if each.learns else f"{name} *"

    def _notes(self, reading: Reading, all_learn: bool) -> list[Block]:
        notes = [self.tr("All updates are made at once, from the old weights.")]
        if not all_learn:
            notes.append(self.tr("* frozen: it keeps its value."))
        training = reading.project.training
        if training.penalty:
            notes.append(
                self.tr("The penalty (now {value}) pulls on the weights too.").format(
                    value=self.numbers.text(reading.update.penalty)
                )
            )
        if training.optimizer.name in ("adam", "adamw", "rmsprop", "adagrad"):
            notes.append(self.tr("ε stands outside the root: √v + ε."))
        if reading.is_batch:
            after = self.tr("Mean loss of the batch after the update: {value}")
        else:
            after = self.tr("Loss of this sample after the update: {value}")
        value = self.numbers.text(reading.update.loss_after)
        return [*map(Note, notes), Note(after.format(value=value), "ink")]
