"""The loss of the sample: its formula, the same with the outputs and targets put in."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_studio.engine import losses
from mlp_studio.ui.conventions import loss_name
from mlp_studio.ui.panels.calculation import notation, templates
from mlp_studio.ui.panels.calculation.loss_formulas import FORMULAS, LossFormula
from mlp_studio.ui.panels.calculation.notation import equation, factor, words
from mlp_studio.ui.panels.calculation.reading import Reading, UnitReading
from mlp_studio.ui.panels.calculation.writer import Writer
from mlp_studio.ui.places_of_numbers import LOSS
from mlp_studio.ui.typeset.nodes import Leaf, Node, Row, Scripts
from mlp_studio.ui.typeset.page import Block, Formula, Heading, Note

_L = Leaf("L", "L", place=LOSS, quantity="loss")
_THIN = Leaf(" ", r"\,")


@dataclass(frozen=True, slots=True)
class _Output:
    """One output beside its target, and what it adds to the loss."""

    unit: UnitReading
    target: float
    share: float


class LossStep(Writer):
    """Explains how wrong the outputs are."""

    def explain(self, reading: Reading, *, unfolded: bool) -> list[Block]:
        """The whole loss."""
        outputs = self._outputs(reading)
        formula = _formula(reading)
        factor_before = reading.trace.network.loss.term_factor(len(outputs))
        terms = [
            (self._term(formula, each, len(outputs)), each.share / factor_before)
            for each in outputs
        ]
        numbers = self._before(formula, self.sum(terms, unfolded=unfolded), len(outputs))
        return [
            Heading(self.tr("Loss: {name}").format(name=loss_name(reading.spec.loss)), "accent"),
            Formula(equation(_L, in_symbols(formula))),
            Formula(equation(_L, numbers)),
            *self._shares(outputs, unfolded),
            Formula(equation(_L, self._loss(reading.loss)), is_result=True),
            *self._table(outputs, unfolded),
            *self._batch(reading),
            *self._notes(reading.spec.loss, formula, len(outputs)),
        ]

    def part(self, reading: Reading, unit: int, *, unfolded: bool) -> list[Block]:
        """What one output adds, and the loss so far."""
        outputs = self._outputs(reading)
        each, formula = outputs[unit], _formula(reading)
        heading = self.tr("Loss: the share of {unit}").format(unit=each.unit.name)
        share = self._share_letter(each)
        term = self._before(formula, self._symbols_of(formula, each), None)
        numbers = self._before(formula, self._term(formula, each, len(outputs)), len(outputs))
        so_far = outputs[: unit + 1]
        sums = [(self._share(each), each.share) for each in so_far]
        total = self._loss(reading.loss if len(so_far) == len(outputs) else _total(so_far))
        return [
            Heading(heading, "accent"),
            Formula(equation(share, term)),
            Formula(equation(share, numbers)),
            Formula(equation(share, self._share(each)), is_result=True),
            Note(self.tr("L so far:") if len(so_far) < len(outputs) else self.tr("All of L:")),
            Formula(equation(_L, self.sum(sums, unfolded=unfolded), total)),
            *self._notes(reading.spec.loss, formula, len(outputs)),
        ]

    def _outputs(self, reading: Reading) -> list[_Output]:
        units = reading.units(reading.output)
        numbers = zip(units, reading.targets.tolist(), reading.shares.tolist(), strict=True)
        return [_Output(unit, target, share) for unit, target, share in numbers]

    def _term(self, formula: LossFormula, each: _Output, count: int) -> Node:
        unit, figures = each.unit, self.figures
        return templates.filled(
            formula.term,
            z=factor(figures.number(unit.z, "forward", unit.place, "z")),
            a=factor(figures.number(unit.a, "forward", unit.place, "a")),
            t=figures.given(each.target),
            m=figures.given(float(count)),
        )

    def _symbols_of(self, formula: LossFormula, each: _Output) -> Node:
        letters = {
            sign: notation.unit_letter(sign, each.unit.layer, each.unit.unit) for sign in "az"
        }
        return templates.filled(
            formula.term, t=notation.letter("t", each.unit.index), m=Leaf("m", "m"), **letters
        )

    def _before(self, formula: LossFormula, inside: Node, count: int | None) -> Node:
        """With the factor that stands before the sum; `count` outputs, or the letter m."""
        if not formula.before:
            return inside
        m = Leaf("m", "m") if count is None else self.figures.given(float(count))
        inside = notation.bracketed(inside) if _is_sum(inside) else inside
        return templates.filled(formula.before + " · {inside}", m=m, inside=inside)

    def _shares(self, outputs: list[_Output], unfolded: bool) -> list[Block]:
        if len(outputs) == 1:
            return []
        terms = [(self._share(each), each.share) for each in outputs]
        return [Formula(equation(_L, self.sum(terms, unfolded=unfolded)))]

    def _share(self, each: _Output) -> Node:
        return factor(self.figures.number(each.share, "ink", each.unit.place, "loss"))

    @staticmethod
    def _share_letter(each: _Output) -> Node:
        return notation.letter("L", each.unit.index, "", each.unit.place, "loss")

    def _loss(self, value: float) -> Leaf:
        return self.figures.number(value, "ink", LOSS, "loss")

    def _table(self, outputs: list[_Output], unfolded: bool) -> list[Block]:
        rows = (
            (
                words(each.unit.name),
                self.figures.number(each.unit.a, "forward", each.unit.place, "a"),
                self.figures.given(each.target),
                self._share(each),
            )
            for each in outputs
        )
        head = (
            words(self.tr("output"), "muted"),
            notation.letter("a"),
            notation.letter("t"),
            Scripts(Leaf("L", "L"), Leaf("k", "k")),
        )
        return self.table(head, rows, len(outputs), unfolded=unfolded)

    def _batch(self, reading: Reading) -> list[Block]:
        """In a batch pass, the mean that this sample's loss goes into."""
        if not reading.is_batch:
            return [Note(self.tr("One sample here; a batch takes the mean over its samples."))]
        note = self.tr("The mean over the {count} samples of the batch:")
        mean = words(self.tr("mean"))
        return [
            Note(note.format(count=reading.samples)),
            Formula(equation(Scripts(_L, mean), self._loss(reading.trace.loss)), is_result=True),
        ]

    def _notes(self, name: str, formula: LossFormula, outputs: int) -> list[Block]:
        notes = [formula.note] if formula.note else []
        if formula.is_mean:
            notes.append(
                self.tr("m = {count} outputs; the mean over the outputs.").format(count=outputs)
            )
        kink = losses.get(name).kink
        return [Note(note) for note in ([*notes, kink] if kink else notes)]


def in_symbols(formula: LossFormula) -> Node:
    """The loss as a sum over the outputs k."""
    letters = {sign: notation.letter(sign, "k") for sign in "azt"}
    m = Leaf("m", "m")
    term = templates.filled(formula.term, m=m, **letters)
    total = Row((Scripts(Leaf("Σ", r"\sum"), Leaf("k", "k")), _THIN, term))
    if not formula.before:
        return total
    return templates.filled(formula.before + " {total}", m=m, total=total)


def _formula(reading: Reading) -> LossFormula:
    return FORMULAS[reading.spec.loss].for_outputs(reading.trace.network.units_of_output)


def _total(outputs: list[_Output]) -> float:
    return sum(each.share for each in outputs)


def _is_sum(node: Node) -> bool:
    return isinstance(node, Row) and any(part.plain == " + " for part in node.parts)
