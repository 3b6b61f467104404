"""What the explanations of all phases share: folding long sums and tables, and writing numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from PySide6.QtCore import QObject

from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.calculation import notation
from mlp_studio.ui.panels.calculation.notation import Figures, added, factor, words
from mlp_studio.ui.panels.calculation.reading import Incoming, Reading, UnitReading
from mlp_studio.ui.typeset.nodes import Leaf, Node, Row
from mlp_studio.ui.typeset.page import Block, Note, Table

MORE = "more"
"""What a folded sum or table asks for when it is clicked."""
TERMS_SHOWN = 6
"""A sum of more terms folds to its first and its last."""
MOST_TERMS = 40
"""Of an unfolded sum only the strongest so many are shown."""
_ROWS = 6
_MOST_ROWS = 60

Term = tuple[Node, float]
"""A term and its value."""


class Writer(QObject):
    """Folds long sums and tables."""

    def __init__(self, numbers: NumberFormat, parent: QObject) -> None:
        super().__init__(parent)
        self.numbers = numbers
        self.figures = Figures(numbers)

    def sum(self, terms: Sequence[Term], *, unfolded: bool) -> Row:
        """Terms added up. What is folded away stands there as its count and its subtotal."""
        if len(terms) <= TERMS_SHOWN or (unfolded and len(terms) <= MOST_TERMS):
            return added([node for node, _ in terms])
        if unfolded:
            return self._strongest(terms)
        rest = [value for _, value in terms[1:-1]]
        return added([terms[0][0], self._rest(rest, link=MORE), terms[-1][0]])

    def table(
        self,
        head: Sequence[Node],
        rows: Iterable[Sequence[Node]],
        count: int,
        *,
        unfolded: bool,
    ) -> list[Block]:
        """A table of `count` rows; of a long one the first, the rest is not even written."""
        most = _MOST_ROWS if unfolded else _ROWS
        if count <= most + 1:
            return [Table(tuple(head), tuple(map(tuple, rows)))]
        shown = Table(tuple(head), tuple(map(tuple, islice(rows, most))))
        label = self.tr("… {count} more").format(count=count - most)
        return [shown, Note(label, link="" if unfolded else MORE)]

    def batch_note(self, reading: Reading) -> list[Block]:
        """In a batch pass, whose ∂L/∂w is shown."""
        if not reading.is_batch:
            return []
        if reading.is_mean:
            text = self.tr("∂L/∂w is the mean over the {count} samples of the batch.")
        else:
            text = self.tr("∂L/∂w is this sample's contribution; the update takes the mean of all.")
        return [Note(text.format(count=reading.samples))]

    def incoming_name(self, each: Incoming) -> str:
        """Where it comes from: the name of a unit, or that it is the bias."""
        return self.tr("bias") if each.is_bias else each.name

    def weight_letter(self, reading: Reading, unit: UnitReading, each: Incoming) -> Node:
        """w with the indices of its ends, or b."""
        mark = notation.mark(unit.layer)
        role = self.figures.signed(each.weight).role
        if each.source is None:
            return notation.letter("b", unit.index, mark, each.place, "w", role)
        source, at = each.source
        if len(reading.spec.links_into(unit.layer.id)) > 1:
            mark = f"{mark},{notation.mark(source)}"
        index = notation.indices(unit.index, str(at + 1))
        return notation.letter("w", index, mark, each.place, "w", role)

    def weight(self, each: Incoming) -> Leaf:
        return self.figures.signed(each.weight, each.place, "w")

    def output_of(self, each: Incoming) -> Leaf:
        """The a that comes in with a weight."""
        return self.figures.number(each.activation, "forward", each.source_place, "a")

    def term(self, each: Incoming) -> Node:
        """w·a with its numbers; a bias alone."""
        if each.is_bias:
            return factor(self.weight(each))
        return notation.product(factor(self.weight(each)), factor(self.output_of(each)))

    def delta_of(self, unit: UnitReading) -> Leaf:
        return self.figures.number(unit.delta, "backward", unit.place, "delta")

    def _strongest(self, terms: Sequence[Term]) -> Row:
        """The terms of most weight, in their order."""
        by_size = sorted(range(len(terms)), key=lambda at: -abs(terms[at][1]))
        shown = set(by_size[:MOST_TERMS])
        nodes = [node for at, (node, _) in enumerate(terms) if at in shown]
        rest = [value for at, (_, value) in enumerate(terms) if at not in shown]
        return added([*nodes, self._rest(rest, link="")])

    def _rest(self, values: Sequence[float], link: str) -> Leaf:
        subtotal = sum(values)
        template = self.tr("[… {count} more: {subtotal}]")
        text = template.format(count=len(values), subtotal=self.numbers.text(subtotal))
        latex = words(text).latex
        return Leaf(text, latex, "words", "accent" if link else "muted", None, "", subtotal, link)
