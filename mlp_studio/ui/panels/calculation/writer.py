"""What the explanations of all phases share: folding, and writing numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from PySide6.QtCore import QObject

from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.calculation import markup

_SHORT = 6
_MOST_ROWS = 500
"""Nobody reads a table longer than this, and Qt takes long to lay it out."""


class Writer(QObject):
    """Folds long sums and tables to their first terms."""

    def __init__(self, numbers: NumberFormat, parent: QObject) -> None:
        super().__init__(parent)
        self.numbers = numbers

    def number(self, value: float) -> str:
        return markup.number(self.numbers, value)

    def value(self, value: float) -> str:
        """A number whose sign needs no colour: an output, a slope, the loss."""
        return markup.text(self.numbers.text(value))

    def value_factor(self, value: float) -> str:
        """The same, where it follows a · or a −."""
        return f"({self.value(value)})" if value < 0 else self.value(value)

    def given(self, value: float) -> str:
        """A number somebody chose, a target or η: as short as it was given, if that is short."""
        exact = self.numbers.exact(value)
        shown = markup.text(exact) if len(exact) <= _SHORT else self.value(value)
        return f"({shown})" if value < 0 else shown

    def factor(self, value: float) -> str:
        return markup.factor(self.numbers, value)

    def sum(self, terms: Sequence[tuple[str, float]], *, unfolded: bool) -> str:
        """Terms with their values, added up; a long sum keeps the subtotal of what it folds."""
        if unfolded or len(terms) <= markup.TERMS_SHOWN + 1:
            return markup.added([term for term, _ in terms])
        shown = [term for term, _ in terms[: markup.TERMS_SHOWN]]
        rest = terms[markup.TERMS_SHOWN :]
        subtotal = self.numbers.text(sum(value for _, value in rest))
        label = self.tr("{count} more, together {subtotal}").format(
            count=len(rest), subtotal=subtotal
        )
        return markup.added([*shown, markup.more(label)])

    def table(
        self, head: Sequence[str], rows: Iterable[Sequence[str]], count: int, *, unfolded: bool
    ) -> str:
        """A table of `count` rows; of a long one the first, the rest is not even written."""
        most = _MOST_ROWS if unfolded else markup.TERMS_SHOWN
        if count <= most + 1:
            return markup.table(head, list(rows))
        label = self.tr("{count} more").format(count=count - most)
        rest = markup.text(f"… {label}") if unfolded else markup.more(label)
        return markup.table(head, list(islice(rows, most))) + markup.line(rest)
