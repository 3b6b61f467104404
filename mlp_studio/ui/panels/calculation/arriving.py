"""What comes back to a unit: the messages w·δ of the edges that lead out of it, and their sum."""

from __future__ import annotations

from mlp_studio.project.model import Layer
from mlp_studio.ui.naming import unit_name
from mlp_studio.ui.panels.calculation import notation
from mlp_studio.ui.panels.calculation.notation import added, equation, factor
from mlp_studio.ui.panels.calculation.reading import Outgoing, Reading, UnitReading
from mlp_studio.ui.panels.calculation.writer import Writer
from mlp_studio.ui.typeset.nodes import Leaf, Node, Row, Scripts
from mlp_studio.ui.typeset.page import Block, Formula, Heading, Note

_SUM = Leaf("Σ", r"\sum")
_THIN = Leaf(" ", r"\,")


class Arriving(Writer):
    """Explains ∂L/∂a of a unit that is not an output."""

    def message(
        self, reading: Reading, unit: UnitReading, parameter: int, *, unfolded: bool
    ) -> list[Block]:
        """One message, and ∂L/∂a so far."""
        numbers = [each.parameter for each in unit.outgoing]
        place = numbers.index(parameter)
        each, so_far = unit.outgoing[place], unit.outgoing[: place + 1]
        heading = self.tr("Backward: message {number} of {count} to {unit}").format(
            number=place + 1, count=len(numbers), unit=unit.name
        )
        is_whole = len(so_far) == len(numbers)
        total = sum(one.message for one in so_far)
        if is_whole:
            total = float(reading.arriving[unit.row])
        left = notation.partial(notation.unit_letter("a", unit.layer, unit.unit))
        note = self.tr("The last message: ∂L/∂a is complete.") if is_whole else self._so_far
        number = self.figures.number(total, "backward", unit.place, "arriving" if is_whole else "")
        symbols = notation.product(
            self._weight(reading, each), notation.unit_letter("δ", *each.target)
        )
        result = self.figures.signed(each.message, each.place, "message")
        return [
            Heading(heading, "backward"),
            Formula(equation(notation.words(self.tr("message")), symbols)),
            Formula(equation(self._product(each), result), is_result=True),
            Note(self.tr("It comes from {unit}.").format(unit=unit_name_of(reading, each))),
            Note(note),
            Formula(equation(left, self._sum(so_far, unfolded), number)),
        ]

    def sum_of(self, reading: Reading, unit: UnitReading, *, unfolded: bool) -> list[Block]:
        """∂L/∂a as the sum of all messages."""
        left = notation.partial(notation.unit_letter("a", unit.layer, unit.unit))
        total = self.figures.number(
            float(reading.arriving[unit.row]), "backward", unit.place, "arriving"
        )
        if unit.outgoing:
            symbols = self.in_symbols(reading, unit.layer, unit.index)
            messages = self._sum(unit.outgoing, unfolded)
            return [Formula(equation(left, symbols)), Formula(equation(left, messages, total))]
        return [Formula(equation(left, total))]

    def in_symbols(self, reading: Reading, layer: Layer, index: str) -> Row:
        """The sum over the units j of every layer that this one leads to."""
        sums: list[Node] = []
        for link in reading.spec.links:
            if link.source != layer.id:
                continue
            target = notation.mark(reading.layer(link.target))
            upper = target
            if len(reading.spec.links_into(link.target)) > 1:
                upper = f"{target},{notation.mark(layer)}"
            weight = notation.letter("w", notation.indices("j", index), upper)
            sign = Scripts(_SUM, Leaf("j", "j"))
            sums.append(Row((sign, _THIN, weight, _THIN, notation.letter("δ", "j", target))))
        return added(sums)

    @property
    def _so_far(self) -> str:
        return self.tr("∂L/∂a so far:")

    def _sum(self, outgoing: tuple[Outgoing, ...], unfolded: bool) -> Row:
        terms = [(self._product(each), each.message) for each in outgoing]
        return self.sum(terms, unfolded=unfolded)

    def _product(self, each: Outgoing) -> Node:
        weight = self.figures.signed(each.weight, each.place, "w")
        delta = self.figures.number(each.delta, "backward", each.target_place, "delta")
        return notation.product(factor(weight), factor(delta))

    def _weight(self, reading: Reading, each: Outgoing) -> Node:
        target = reading.unit(each.target[0].id, each.target[1])
        return self.weight_letter(reading, target, reading.incoming(each.parameter))


def unit_name_of(reading: Reading, each: Outgoing) -> str:
    """The name of the unit an edge leads to."""
    return unit_name(reading.project, *each.target)
