"""The δ of an output: what the loss sends, and softmax, where every output minds all others."""

from __future__ import annotations

from mlp_studio.ui.conventions import activation_label, loss_name
from mlp_studio.ui.panels.calculation import notation, templates
from mlp_studio.ui.panels.calculation.loss_formulas import FORMULAS, LossFormula
from mlp_studio.ui.panels.calculation.notation import equation, factor
from mlp_studio.ui.panels.calculation.reading import Reading, UnitReading
from mlp_studio.ui.panels.calculation.writer import Term, Writer
from mlp_studio.ui.typeset.nodes import Leaf, Node, Row
from mlp_studio.ui.typeset.page import Block, Formula, Note


class OutputDelta(Writer):
    """Explains where the gradient starts."""

    def fused(self, reading: Reading, unit: UnitReading) -> list[Block]:
        """Loss and activation as one: dividing by f′ and multiplying by it again is left out."""
        formula = _formula(reading)
        left = notation.unit_letter("δ", unit.layer, unit.unit)
        numbers = templates.filled(formula.fused, **self._values(reading, unit))
        blocks: list[Block] = [
            Note(self._both(reading, unit.activation)),
            *self._why(formula),
            Formula(equation(left, self._letters_in(formula.fused, unit))),
            *self._where(formula),
        ]
        if unit.delta or not formula.where:
            blocks.append(Formula(equation(left, numbers)))
        return blocks

    def fused_in_general(self, reading: Reading, layer_id: str) -> list[Block]:
        """The same for all outputs k; nothing where the layer's δ do not come so."""
        activation = reading.spec.layer(layer_id).activation_of(0)
        if layer_id != reading.output or not reading.trace.network.loss.fuses(activation):
            return []
        letters = {sign: notation.letter(sign, "k") for sign in "azt"}
        formula = _formula(reading)
        right = templates.filled(formula.fused, m=_M, **letters)
        return [
            Note(self._both(reading, activation)),
            *self._why(formula),
            Formula(equation(notation.letter("δ", "k"), right)),
        ]

    def slope(self, reading: Reading, unit: UnitReading) -> list[Block]:
        """∂L/∂a, from the loss."""
        formula = _formula(reading)
        left = notation.partial(notation.unit_letter("a", unit.layer, unit.unit))
        value = self.figures.number(
            float(reading.arriving[unit.row]), "backward", unit.place, "arriving"
        )
        blocks: list[Block] = [
            Formula(equation(left, self._letters_in(formula.slope, unit))),
            *self._where(formula),
        ]
        if formula.where and not value.value:
            return [*blocks, Formula(equation(left, value))]
        numbers = templates.filled(formula.slope, **self._values(reading, unit))
        return [*blocks, Formula(equation(left, numbers, value))]

    def softmax(self, reading: Reading, unit: UnitReading, *, unfolded: bool) -> list[Block]:
        """δ of a unit whose activation looks at all z of its layer."""
        left = notation.unit_letter("δ", unit.layer, unit.unit)
        terms = [self._share(reading, each) for each in reading.units(unit.layer.id)]
        symbols = templates.filled(
            "{a} · ({p} − {sum}_[k] {ak}{pk})",
            a=notation.unit_letter("a", unit.layer, unit.unit),
            p=notation.partial(notation.unit_letter("a", unit.layer, unit.unit)),
            sum=Leaf("Σ", r"\sum"),
            ak=notation.letter("a", "k"),
            pk=notation.partial(notation.letter("a", "k")),
        )
        numbers = templates.filled(
            "{a} · {left}{p} − {s}{right}",
            a=factor(self.figures.number(unit.a, "forward", unit.place, "a")),
            p=factor(self._arriving(reading, unit)),
            s=notation.bracketed(self.sum(terms, unfolded=unfolded), "(", ")"),
            left=Leaf("[", "["),
            right=Leaf("]", "]"),
        )
        return [
            Note(self.tr("Every output of softmax depends on all z of its layer.")),
            Formula(equation(left, symbols)),
            Formula(equation(left, numbers)),
        ]

    def _share(self, reading: Reading, unit: UnitReading) -> Term:
        """a·∂L/∂a of one unit."""
        arriving = self._arriving(reading, unit)
        a = self.figures.number(unit.a, "forward", unit.place, "a")
        assert arriving.value is not None
        return notation.product(factor(a), factor(arriving)), unit.a * arriving.value

    def _arriving(self, reading: Reading, unit: UnitReading) -> Leaf:
        value = float(reading.arriving[unit.row])
        return self.figures.number(value, "backward", unit.place, "arriving")

    def _both(self, reading: Reading, activation: str) -> str:
        return self.tr("{loss} and {activation} are differentiated as one.").format(
            loss=loss_name(reading.spec.loss), activation=activation_label(activation)
        )

    def _why(self, formula: LossFormula) -> list[Block]:
        """What falls away between a logarithm and the activation that it undoes."""
        if "ln" not in formula.term:
            return []
        return [
            Note(self.tr("What the logarithm's slope divides by, f′ multiplies by: it cancels."))
        ]

    @staticmethod
    def _where(formula: LossFormula) -> list[Block]:
        if not formula.where:
            return []
        condition = templates.filled(formula.where, **_LETTERS)
        return [Formula(Row((Leaf("(", "("), condition, Leaf(")", ")"))))]

    @staticmethod
    def _letters_in(template: str, unit: UnitReading) -> Node:
        letters = {sign: notation.unit_letter(sign, unit.layer, unit.unit) for sign in "az"}
        t = notation.letter("t", unit.index)
        return templates.filled(template, t=t, m=_M, **letters)

    def _values(self, reading: Reading, unit: UnitReading) -> dict[str, Node]:
        return {
            "z": factor(self.figures.number(unit.z, "forward", unit.place, "z")),
            "a": factor(self.figures.number(unit.a, "forward", unit.place, "a")),
            "t": self.figures.given(float(reading.targets[unit.unit])),
            "m": self.figures.given(float(reading.trace.network.units_of_output)),
        }


_M = Leaf("m", "m")
_LETTERS: dict[str, Node] = {sign: notation.letter(sign) for sign in "azt"}


def _formula(reading: Reading) -> LossFormula:
    return FORMULAS[reading.spec.loss].for_outputs(reading.trace.network.units_of_output)
