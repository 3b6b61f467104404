"""The update of a unit's weights: old → new, all at once from the old ones."""

from __future__ import annotations

from mlp_studio.ui.conventions import optimizer_name
from mlp_studio.ui.panels.calculation import markup
from mlp_studio.ui.panels.calculation.markup import line, text
from mlp_studio.ui.panels.calculation.reading import Incoming, Reading, UnitReading
from mlp_studio.ui.panels.calculation.writer import Writer

_OLD = "<i>w</i>"
_GRADIENT = "∂<i>L</i>/∂<i>w</i>"


class Updating(Writer):
    """Explains by how much each weight moves, and by which rule."""

    def unit(self, reading: Reading, unit: UnitReading, *, unfolded: bool) -> str:
        heading = self.tr("Update: unit {number} of {layer}").format(
            number=unit.index, layer=unit.layer.title
        )
        return "".join(
            (
                markup.heading(heading, "update"),
                *self._rule(reading, unit),
                self._table([unit], unfolded, with_unit=False),
                *self._notes(reading, [unit]),
            )
        )

    def layer(self, reading: Reading, layer_id: str, *, unfolded: bool) -> str:
        layer = reading.layer(layer_id)
        units = reading.units(layer_id)
        return "".join(
            (
                markup.heading(
                    self.tr("Update: layer {layer}").format(layer=layer.title), "update"
                ),
                *self._rule(reading, units[0]),
                self._table(units, unfolded, with_unit=True),
                *self._notes(reading, units),
            )
        )

    def _rule(self, reading: Reading, unit: UnitReading) -> list[str]:
        training = reading.project.training
        rate = self.given(reading.update.learning_rate)
        if training.rule == "perceptron":
            return [
                line(f"{_OLD} ← {_OLD} + η (<i>t</i> − <i>y</i>) <i>x</i>,  η = {rate}"),
                line(text(self.tr("The perceptron rule: y is the unit's hard output.")), "note"),
            ]
        if not self._is_plain(reading):
            named = self.tr("Δw by {optimizer}").format(
                optimizer=optimizer_name(training.optimizer.name)
            )
            return [line(f"{_OLD} ← {_OLD} + Δ<i>w</i>,  {text(named)}, η = {rate}")]
        lines = [line(f"{_OLD} ← {_OLD} − η · {_GRADIENT},  η = {rate}")]
        first = next((each for each in unit.incoming if each.learns), None)
        if first is not None:
            lines.append(line(self._example(reading, first)))
        return lines

    @staticmethod
    def _is_plain(reading: Reading) -> bool:
        """Whether each weight moves by −η·∂L/∂w and nothing else."""
        training = reading.project.training
        optimizer = training.optimizer
        return (
            optimizer.name == "sgd"
            and not optimizer.weight_decay
            and not training.penalty
            and training.clip_norm is None
        )

    def _example(self, reading: Reading, first: Incoming) -> str:
        step = markup.product(self.given(reading.update.learning_rate), self.factor(first.gradient))
        name = self.tr("bias") if first.is_bias else first.name
        moved = f"{self.number(first.weight)} − {step} = {self.number(first.weight_after)}"
        return f"{text(name)}: {moved}"

    def _table(self, units: list[UnitReading], unfolded: bool, *, with_unit: bool) -> str:
        rows = (
            (
                self._name(unit, each, with_unit=with_unit),
                self.number(each.weight),
                self.number(each.change),
                self.number(each.weight_after),
            )
            for unit in units
            for each in unit.incoming
        )
        count = sum(unit.fan_in for unit in units)
        head = (
            self.tr("from"),
            self.tr("old") + f" {_OLD}",
            "Δ<i>w</i>",
            self.tr("new") + f" {_OLD}",
        )
        return self.table(head, rows, count, unfolded=unfolded)

    def _name(self, unit: UnitReading, each: Incoming, *, with_unit: bool) -> str:
        name = self.tr("bias") if each.is_bias else each.name
        if with_unit:
            name = f"{name} → {unit.name}"
        return text(name) if each.learns else f"{text(name)} *"

    def _notes(self, reading: Reading, units: list[UnitReading]) -> list[str]:
        notes = [self.tr("All updates are made at once, from the old weights.")]
        if not all(unit.all_learn for unit in units):
            notes.append(self.tr("* frozen: it keeps its value."))
        training = reading.project.training
        if training.penalty:
            notes.append(
                self.tr("The penalty (now {value}) pulls on the weights too.").format(
                    value=self.numbers.text(reading.update.penalty)
                )
            )
        if training.clip_norm is not None:
            notes.append(
                self.tr("The gradient's length is cut off at {value}.").format(
                    value=self.numbers.text(training.clip_norm)
                )
            )
        if training.optimizer.name in ("adam", "adamw", "rmsprop", "adagrad"):
            notes.append(self.tr("ε stands outside the root: √v + ε."))
        after = self.tr("Loss of this sample after the update: {value}").format(
            value=self.numbers.text(reading.update.loss_after)
        )
        return [line(text(note), "note") for note in notes] + [line(text(after))]
