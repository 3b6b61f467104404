"""From δ to the gradient: ∂L/∂w = δ·a of each weight, alone or as the mean over a batch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mlp_studio.ui.panels.calculation import notation, templates
from mlp_studio.ui.panels.calculation.notation import equation, factor, words
from mlp_studio.ui.panels.calculation.reading import Incoming, Reading, UnitReading
from mlp_studio.ui.panels.calculation.writer import Term, Writer
from mlp_studio.ui.typeset.nodes import Leaf, Node
from mlp_studio.ui.typeset.page import Block, Formula, Heading


class Gradients(Writer):
    """Explains ∂L/∂w of what leads into a unit."""

    def table_of(self, reading: Reading, unit: UnitReading, *, unfolded: bool) -> list[Block]:
        """All that leads into the unit."""
        symbols = notation.product(
            notation.unit_letter("δ", unit.layer, unit.unit), notation.letter("a", "k")
        )
        weight = notation.letter("w", notation.indices(unit.index, "k"))
        head = (
            words(self.tr("from"), "muted"),
            notation.product(notation.letter("δ"), notation.letter("a")),
            notation.partial(Leaf("w", "w", role="backward")),
        )
        rows = self._rows(reading, unit)
        return [
            Formula(equation(notation.partial(weight), symbols)),
            *self.table(head, rows, unit.fan_in, unfolded=unfolded),
            *self.batch_note(reading),
        ]

    def one(
        self, reading: Reading, unit: UnitReading, parameter: int, *, unfolded: bool
    ) -> list[Block]:
        """One weight or bias."""
        each = reading.incoming(parameter)
        heading = self.tr("Gradient of {edge}").format(
            edge=f"{self.incoming_name(each)} → {unit.name}"
        )
        left = notation.partial(self.weight_letter(reading, unit, each))
        result = self.figures.signed(each.gradient, each.place, "gradient")
        if reading.is_batch and reading.is_mean:
            numbers = self._mean(reading, unit, each, unfolded)
        else:
            numbers = self._product(unit, each)
        return [
            Heading(heading, "backward"),
            Formula(equation(left, self._in_symbols(reading, unit, each))),
            Formula(equation(left, numbers)),
            Formula(equation(left, result), is_result=True),
            *self.batch_note(reading),
        ]

    def _rows(self, reading: Reading, unit: UnitReading) -> Iterator[Sequence[Node]]:
        for parameter in unit.parameters.tolist():
            each = reading.incoming(parameter)
            yield (
                words(self.incoming_name(each)),
                self._product(unit, each),
                self.figures.signed(each.gradient, each.place, "gradient"),
            )

    def _product(self, unit: UnitReading, each: Incoming) -> Node:
        """δ times the activation it came in with; a bias's is 1."""
        other: Leaf = Leaf("1", "1", "figures", value=1.0)
        if each.source:
            other = self.output_of(each)
        return notation.product(factor(self.delta_of(unit)), factor(other))

    @staticmethod
    def _in_symbols(reading: Reading, unit: UnitReading, each: Incoming) -> Node:
        delta = notation.unit_letter("δ", unit.layer, unit.unit)
        if each.source is None:
            product: Node = notation.product(delta, Leaf("1", "1", "figures"))
        else:
            product = notation.product(delta, notation.unit_letter("a", *each.source))
        if not (reading.is_batch and reading.is_mean):
            return product
        return templates.filled("<1∕n> Σ_[s] {p}", p=product)

    def _mean(self, reading: Reading, unit: UnitReading, each: Incoming, unfolded: bool) -> Node:
        """The products of all samples, added up and divided by how many they are."""
        row = int(reading.layout.sources[each.parameter])
        deltas = reading.trace.delta[unit.row].tolist()
        outputs = reading.trace.a[row].tolist()
        terms: list[Term] = []
        for delta, output in zip(deltas, outputs, strict=True):
            numbers = (
                factor(self.figures.number(delta, "backward")),
                factor(self.figures.number(output, "forward")),
            )
            terms.append((notation.product(*numbers), delta * output))
        return templates.filled(
            "<1∕{n}> · {s}",
            n=self.figures.given(float(reading.samples)),
            s=notation.bracketed(self.sum(terms, unfolded=unfolded)),
        )
