"""The backward step of a unit: its δ = ∂L/∂z, and from it ∂L/∂w of everything that leads in."""

from __future__ import annotations

import numpy as np

from mlp_studio.engine import activations
from mlp_studio.ui.conventions import activation_label, loss_name
from mlp_studio.ui.panels.calculation import markup
from mlp_studio.ui.panels.calculation.loss_formulas import FORMULAS, LossFormula
from mlp_studio.ui.panels.calculation.markup import line, symbol, text
from mlp_studio.ui.panels.calculation.reading import Reading, UnitReading
from mlp_studio.ui.panels.calculation.writer import Writer
from mlp_studio.ui.panels.formula import rich

_DELTA = "δ"


class Backward(Writer):
    """Explains where a unit's δ comes from and what it means for the weights."""

    def unit(self, reading: Reading, unit: UnitReading, *, unfolded: bool) -> str:
        heading = self.tr("Backward: unit {number} of {layer}").format(
            number=unit.index, layer=unit.layer.title
        )
        if unit.layer.id == reading.output:
            delta = self._output_delta(reading, unit)
        else:
            delta = self._hidden_delta(reading, unit, unfolded)
        symbol_of_delta = symbol(_DELTA, unit.index, unit.layer.title)
        return "".join(
            (
                markup.heading(heading, "backward"),
                *delta,
                line(f"{symbol_of_delta} = {self.number(unit.delta)}", "result"),
                *self._kink(unit),
                *self._other_rule(reading),
                *self._gradients(unit, unfolded),
            )
        )

    def layer(self, reading: Reading, layer_id: str, *, unfolded: bool) -> str:
        layer = reading.layer(layer_id)
        units = reading.units(layer_id)
        rows = ((text(unit.name), self.number(unit.z), self.number(unit.delta)) for unit in units)
        head = (self.tr("unit"), "<i>z</i>", "δ = ∂<i>L</i>/∂<i>z</i>")
        return "".join(
            (
                markup.heading(
                    self.tr("Backward: layer {layer}").format(layer=layer.title), "backward"
                ),
                self.table(head, rows, layer.units, unfolded=unfolded),
            )
        )

    def _output_delta(self, reading: Reading, unit: UnitReading) -> list[str]:
        if reading.trace.network.loss.fuses(unit.activation):
            return self._fused_delta(reading, unit)
        slope = self._loss_slope(reading, unit)
        delta = symbol(_DELTA, unit.index, unit.layer.title)
        if not activations.get(unit.activation).elementwise:
            return [*self._slope_lines(reading, unit, slope), *self._softmax_delta(unit)]
        return [
            line(f"{delta} = ∂<i>L</i>/∂<i>a</i> · f′(<i>z</i>)"),
            *self._slope_lines(reading, unit, slope),
            self._derivative_line(unit),
            line(f"{delta} = {markup.product(self.factor(slope), self._derivative(unit))}"),
        ]

    def _fused_delta(self, reading: Reading, unit: UnitReading) -> list[str]:
        """Loss and activation as one: dividing by f′ and multiplying by it again is left out."""
        formula = _formula(reading)
        delta = symbol(_DELTA, unit.index, unit.layer.title)
        both = self.tr("{loss} and {activation} are differentiated as one.").format(
            loss=loss_name(reading.spec.loss), activation=activation_label(unit.activation)
        )
        numbers = formula.fused.format(**self._values(reading, unit))
        where = f"  ({formula.where})" if formula.where else ""
        lines = [
            line(text(both), "note"),
            line(f"{delta} = {formula.fused.format(**_LETTERS)}{where}"),
        ]
        if unit.delta or not formula.where:
            lines.append(line(f"{delta} = {markup.kept(numbers)}"))
        return lines

    def _softmax_delta(self, unit: UnitReading) -> list[str]:
        delta = symbol(_DELTA, unit.index, unit.layer.title)
        slope = "∂<i>L</i>/∂<i>a</i>"
        others = f"Σ<sub>k</sub> <i>a</i><sub>k</sub> {slope}<sub>k</sub>"
        formula = f"<i>a</i> · ({slope} − {others})"
        note = self.tr("Every output of softmax depends on all z of its layer.")
        return [line(f"{delta} = {formula}"), line(text(note), "note")]

    def _slope_lines(self, reading: Reading, unit: UnitReading, slope: float) -> list[str]:
        formula = _formula(reading)
        left = "∂<i>L</i>/∂<i>a</i>"
        where = f"  ({formula.where})" if formula.where else ""
        numbers = markup.kept(formula.slope.format(**self._values(reading, unit)))
        if formula.where and not slope:
            return [
                line(f"{left} = {formula.slope.format(**_LETTERS)}{where}"),
                line(f"{left} = 0"),
            ]
        return [
            line(f"{left} = {formula.slope.format(**_LETTERS)}{where}"),
            line(f"{left} = {numbers} = {self.number(slope)}"),
        ]

    def _hidden_delta(self, reading: Reading, unit: UnitReading, unfolded: bool) -> list[str]:
        delta = symbol(_DELTA, unit.index, unit.layer.title)
        terms = [
            (markup.product(self.factor(each.weight), self.factor(each.delta)), each.message)
            for each in unit.outgoing
        ]
        total = self.sum(terms, unfolded=unfolded) or "0"
        arriving = sum(each.message for each in unit.outgoing)
        message = "∂<i>L</i>/∂<i>a</i>"
        symbols = self._messages_in_symbols(reading, unit)
        if not activations.get(unit.activation).elementwise:
            return [
                line(f"{message} = {symbols}"),
                line(f"{message} = {total}"),
                *(self._softmax_delta(unit)),
            ]
        return [
            line(f"{delta} = {message} · f′(<i>z</i>)"),
            line(f"{message} = {symbols}"),
            line(f"{message} = {total} = {self.number(arriving)}"),
            self._derivative_line(unit),
            line(f"{delta} = {markup.product(self.factor(arriving), self._derivative(unit))}"),
        ]

    @staticmethod
    def _messages_in_symbols(reading: Reading, unit: UnitReading) -> str:
        targets = [
            reading.layer(link.target).title
            for link in reading.spec.links
            if link.source == unit.layer.id
        ]
        sums = [
            f"Σ<sub>j</sub> {symbol('w', f'j{unit.index}', title)} {symbol(_DELTA, 'j', title)}"
            for title in targets
        ]
        return markup.added([markup.kept(each) for each in sums])

    def _derivative(self, unit: UnitReading) -> str:
        return self.value_factor(
            float(activations.derivative(unit.activation, np.array([unit.z]))[0])
        )

    def _derivative_line(self, unit: UnitReading) -> str:
        formula = rich(activations.get(unit.activation).derivative_formula)
        return line(f"f′(<i>z</i>) = {formula} = {self._derivative(unit)}")

    def _kink(self, unit: UnitReading) -> list[str]:
        """What f′ is at a kink, said where it matters."""
        activation = activations.get(unit.activation)
        matters = unit.z == 0 or activation.slope == 0
        return [line(text(activation.kink), "note")] if activation.kink and matters else []

    def _other_rule(self, reading: Reading) -> list[str]:
        if reading.project.training.rule != "perceptron":
            return []
        note = self.tr("The perceptron rule corrects by t − y instead, and needs no gradient.")
        return [line(text(note), "note")]

    def _gradients(self, unit: UnitReading, unfolded: bool) -> list[str]:
        rows = (
            (
                text(self.tr("bias") if each.is_bias else each.name),
                self._factors(unit, each.is_bias, each.activation),
                self.number(each.gradient),
            )
            for each in unit.incoming
        )
        head = (self.tr("from"), "δ · <i>a</i>", "∂<i>L</i>/∂<i>w</i>")
        return [self.table(head, rows, len(unit.incoming), unfolded=unfolded)]

    def _factors(self, unit: UnitReading, is_bias: bool, activation: float) -> str:
        """δ times the activation it came in with; a bias's is 1."""
        other = "1" if is_bias else self.value_factor(activation)
        # In a narrow table it may break at the dot.
        return markup.DOT.join((self.factor(unit.delta), other))

    def _loss_slope(self, reading: Reading, unit: UnitReading) -> float:
        trace = reading.trace
        rows = reading.layout.rows[reading.output]
        out = np.empty_like(trace.a[rows])
        targets = np.ascontiguousarray(trace.targets.T)
        trace.network.loss.gradient(trace.z[rows], trace.a[rows], targets, out)
        return float(out[unit.unit, 0])

    def _values(self, reading: Reading, unit: UnitReading) -> dict[str, str]:
        return {
            "z": self.value_factor(unit.z),
            "a": self.value_factor(unit.a),
            "t": self.given(float(reading.trace.targets[0, unit.unit])),
            "m": str(reading.trace.network.units_of_output),
        }


def _formula(reading: Reading) -> LossFormula:
    return FORMULAS[reading.spec.loss].for_outputs(reading.trace.network.units_of_output)


_LETTERS = {"a": "<i>a</i>", "t": "<i>t</i>", "z": "<i>z</i>", "m": "<i>m</i>"}
