"""The forward step: the terms w·a of a unit, their sum z, then a = f(z)."""

from __future__ import annotations

import numpy as np

from mlp_studio.ui.conventions import activation_name
from mlp_studio.ui.panels.calculation import notation, templates
from mlp_studio.ui.panels.calculation.activation_formulas import FORMULAS
from mlp_studio.ui.panels.calculation.notation import added, equation, factor, words
from mlp_studio.ui.panels.calculation.reading import Incoming, Reading, UnitReading
from mlp_studio.ui.panels.calculation.writer import Term, Writer
from mlp_studio.ui.typeset.nodes import Fraction, Leaf, Node, Row, Scripts
from mlp_studio.ui.typeset.page import Block, Formula, Heading, Note

SUM = Leaf("Σ", r"\sum")


class Forward(Writer):
    """Explains what flows into a unit and out of it."""

    def unit(self, reading: Reading, unit: UnitReading, *, unfolded: bool) -> list[Block]:
        heading = self.tr("Forward: unit {number} of {layer}").format(
            number=unit.index, layer=unit.layer.title
        )
        return [
            Heading(heading, "forward"),
            *self._weighted_sum(reading, unit, unfolded),
            *self._output(reading, unit, unfolded),
        ]

    def layer(self, reading: Reading, layer_id: str, *, unfolded: bool) -> list[Block]:
        layer = reading.layer(layer_id)
        rows = (
            (words(unit.name), self._z(unit), self._a(unit)) for unit in reading.units(layer_id)
        )
        head = (words(self.tr("unit"), "muted"), notation.letter("z"), notation.letter("a"))
        return [
            Heading(self.tr("Forward: layer {layer}").format(layer=layer.title), "forward"),
            Formula(self._sum_in_symbols(reading, layer_id, None)),
            Formula(templates.filled("{a} = f({z})", **self._general(layer_id, reading))),
            *self.table(head, rows, layer.units, unfolded=unfolded),
        ]

    def part(
        self, reading: Reading, unit: UnitReading, parameter: int | None, *, unfolded: bool
    ) -> list[Block]:
        """One term on its way into a unit's z, or with no parameter its activation."""
        if parameter is None:
            heading = self.tr("Activation of unit {number} of {layer}").format(
                number=unit.index, layer=unit.layer.title
            )
            return [Heading(heading, "forward"), *self._output(reading, unit, unfolded)]
        place = unit.parameters.tolist().index(parameter)
        each = unit.incoming[place]
        heading = self.tr("Forward: term {number} of {count} into {unit}").format(
            number=place + 1, count=unit.fan_in, unit=unit.name
        )
        so_far = unit.incoming[: place + 1]
        total = sum(term.term for term in so_far)
        return [
            Heading(heading, "forward"),
            Formula(self._term_in_symbols(reading, unit, each)),
            Formula(self._term_in_numbers(each), is_result=True),
            Note(self._so_far(place + 1 == unit.fan_in)),
            Formula(
                equation(
                    self._letter("z", unit),
                    self._sum(so_far, unfolded),
                    self._total(unit, total, len(so_far)),
                )
            ),
        ]

    def _so_far(self, is_whole: bool) -> str:
        if is_whole:
            return self.tr("The last term: z is complete.")
        return self.tr("z so far:")

    def _total(self, unit: UnitReading, total: float, terms: int) -> Leaf:
        """The sum as far as it goes; the engine's own once it is complete."""
        if terms == unit.fan_in:
            return self._z(unit)
        return self.figures.signed(total)

    def _term_in_symbols(self, reading: Reading, unit: UnitReading, each: Incoming) -> Row:
        weight = self.weight_letter(reading, unit, each)
        if each.source is None:
            return equation(words(self.tr("bias")), weight)
        a = notation.unit_letter("a", *each.source)
        return equation(words(self.tr("term")), notation.product(weight, a))

    def _term_in_numbers(self, each: Incoming) -> Row:
        result = self.figures.signed(each.term, each.place, "term")
        return equation(self.term(each), result) if each.source else Row((result,))

    def _weighted_sum(self, reading: Reading, unit: UnitReading, unfolded: bool) -> list[Block]:
        z = self._letter("z", unit)
        return [
            Formula(self._sum_in_symbols(reading, unit.layer.id, unit)),
            Formula(equation(z, self._sum(unit.incoming, unfolded))),
            Formula(equation(z, self._z(unit)), is_result=True),
        ]

    def _sum(self, incoming: tuple[Incoming, ...], unfolded: bool) -> Row:
        """The terms put in; the bias is never folded away."""
        terms: list[Term] = [(self.term(each), each.term) for each in incoming if each.source]
        bias = [self.term(each) for each in incoming if each.is_bias]
        return added([self.sum(terms, unfolded=unfolded), *bias] if terms else bias)

    def _sum_in_symbols(self, reading: Reading, layer_id: str, unit: UnitReading | None) -> Row:
        """z as the sum over each layer before; of every unit j if none is named."""
        mark = notation.mark(reading.layer(layer_id))
        place, index = (unit.place, unit.index) if unit else (None, "j")
        links = reading.spec.links_into(layer_id)
        sums: list[Node] = []
        for link in links:
            source = notation.mark(reading.layer(link.source))
            upper = f"{mark},{source}" if len(links) > 1 else mark
            weight = notation.letter("w", notation.indices(index, "k"), upper)
            sign = Scripts(SUM, Leaf("k", "k"))
            sums.append(Row((sign, _THIN, weight, _THIN, notation.letter("a", "k", source))))
        if reading.spec.layer(layer_id).bias:
            sums.append(notation.letter("b", index, mark))
        return equation(notation.letter("z", index, mark, place, "z" if unit else ""), added(sums))

    def _output(self, reading: Reading, unit: UnitReading, unfolded: bool) -> list[Block]:
        a = self._letter("a", unit)
        if unit.activation == "softmax":
            return [*self._softmax(reading, unit, unfolded), self._result(unit)]
        formula = FORMULAS[unit.activation]
        template = formula.value or formula.value_cases
        symbols = templates.filled(template, z=notation.letter("z"), e=_E)
        blocks: list[Block] = [
            Note(self.tr("f is {name}:").format(name=activation_name(unit.activation))),
            Formula(equation(templates.filled("f({z})", z=notation.letter("z")), symbols)),
        ]
        if formula.value:
            numbers = templates.filled(formula.value, z=factor(self._z(unit)), e=_E)
            blocks.append(Formula(equation(a, numbers)))
        return [*blocks, self._result(unit)]

    def _softmax(self, reading: Reading, unit: UnitReading, unfolded: bool) -> list[Block]:
        """Softmax looks at the z of all units of its layer."""
        z = [self._power(each) for each in reading.units(unit.layer.id)]
        own = self._power(unit)[0]
        a, mark = self._letter("a", unit), notation.mark(unit.layer)
        over = Scripts(_E, upper=self._letter("z", unit))
        all_powers = Scripts(_E, upper=notation.letter("z", "k", mark))
        under = Row((Scripts(SUM, Leaf("k", "k")), _THIN, all_powers))
        parts: list[Block] = [
            Note(self.tr("f is softmax: it looks at the z of all units of its layer.")),
            Formula(equation(a, Fraction(over, under))),
        ]
        shown = notation.bracketed(self.sum(z, unfolded=unfolded), "(", ")")
        parts.append(Formula(equation(a, Row((own, _OVER, shown), loose=True))))
        return parts

    def _power(self, unit: UnitReading) -> Term:
        """e to a unit's z, which may be beyond any number."""
        with np.errstate(over="ignore"):
            return Scripts(_E, upper=self._z(unit)), float(np.exp(unit.z))

    def _result(self, unit: UnitReading) -> Formula:
        return Formula(equation(self._letter("a", unit), self._a(unit)), is_result=True)

    def _letter(self, sign: str, unit: UnitReading) -> Node:
        return notation.unit_letter(sign, unit.layer, unit.unit)

    def _z(self, unit: UnitReading) -> Leaf:
        return self.figures.number(unit.z, "forward", unit.place, "z")

    def _a(self, unit: UnitReading) -> Leaf:
        return self.figures.number(unit.a, "forward", unit.place, "a")

    @staticmethod
    def _general(layer_id: str, reading: Reading) -> dict[str, Node]:
        mark = notation.mark(reading.layer(layer_id))
        return {sign: notation.letter(sign, "j", mark) for sign in "az"}


_THIN = Leaf(" ", r"\,")
_E = Leaf("e", r"\mathrm{e}")
_OVER = Leaf(" / ", "/")
