"""What a step does, written out: the formula, the same with its numbers, and what it comes to."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QObject

from mlp_studio.engine.chain import Derivatives
from mlp_studio.engine.chain_steps import AlongPath, Evaluation, FromBack, Remainder, Standing
from mlp_studio.engine.formula_graph import Edge
from mlp_studio.ui.labs.chain import wording
from mlp_studio.ui.numbers import NumberFormat

_MOST_TERMS = 6
"""Of a sum: earlier ones become an ellipsis."""
_LONGEST_SYMBOLS = 60
"""Characters of a product of local derivatives; of a longer one only the numbers are written."""


class Teller(QObject):
    """Lines of rich text about where one stands."""

    def __init__(self, numbers: NumberFormat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = numbers

    def lines(self, found: Derivatives, place: Standing) -> list[str]:
        match place.step:
            case Evaluation(name, edges):
                return self._evaluation(found, name, edges)
            case AlongPath():
                return self._along_path(found, place.step)
            case Remainder(name, paths, total):
                more = self.tr("{count} more paths from {name}, all at once").format(
                    count=paths, name=html.escape(name)
                )
                return [more, f"{_partial(found, name)} = {self._number(total)}"]
            case FromBack(name, edges):
                return self._from_back(found, name, edges)
        return [self.tr("The inputs have their values. Step on: formula by formula, then back.")]

    def _evaluation(self, found: Derivatives, name: str, edges: Sequence[Edge]) -> list[str]:
        formula = found.graph.formulas[name]
        parts = [
            wording.written(formula),
            wording.with_numbers(formula, found.values, self._numbers),
            self._number(found.values[name]),
        ]
        lines = [_equation(html.escape(name), map(html.escape, parts))]
        slopes = (
            _equation(
                _slope(edge),
                (
                    html.escape(wording.written(edge.derivative)),
                    self._number(found.slopes[edge]),
                ),
            )
            for edge in edges
        )
        if edges:
            lines.append(self.tr("Local derivatives: {list}").format(list=", &nbsp;".join(slopes)))
        return lines

    def _along_path(self, found: Derivatives, step: AlongPath) -> list[str]:
        name, path = step.name, step.path
        count = len(found.paths[name]) + found.paths_omitted[name]
        head = self.tr("Path {number} of {count} from {name}: {path}").format(
            number=step.number + 1,
            count=count,
            name=html.escape(name),
            path=" → ".join(map(html.escape, path.nodes)),
        )
        back = tuple(reversed(path.edges))
        symbols = " · ".join(_bracketed(wording.written(edge.derivative)) for edge in back)
        parts = [self._product(found, back), self._number(path.product)]
        if len(symbols) <= _LONGEST_SYMBOLS:
            parts.insert(0, symbols)
        product = _equation(" · ".join(map(_slope, back)), parts)
        walked = found.paths[name][: step.number + 1]
        terms = [self._product(found, tuple(reversed(each.edges))) for each in walked]
        total = self._sum(terms, None if step.is_last else step.total)
        if step.is_last:
            total = _equation("", (total, self._number(step.total))).removeprefix(" = ")
        return [head, product, f"<b>{_partial(found, name)} = {total}</b>"]

    def _sum(self, terms: Sequence[str], so_far: float | None) -> str:
        """The terms added up; with what they come to so far, and more to come."""
        before = "… + " if len(terms) > _MOST_TERMS else ""
        text = before + " + ".join(terms[-_MOST_TERMS:])
        if so_far is None:
            return text
        return self.tr("{sum} + … &nbsp;(so far {total})").format(
            sum=text, total=self._number(so_far)
        )

    def _from_back(self, found: Derivatives, name: str, edges: Sequence[Edge]) -> list[str]:
        if not edges:
            one = f"{_delta(name)} = {_partial(found, name)} = 1"
            return [self.tr("The output with respect to itself: here the way back begins."), one]
        symbols = " + ".join(f"{_delta(edge.target)} · {_slope(edge)}" for edge in edges)
        terms = " + ".join(
            f"{self._factor(found.gradients[edge.target])} · {self._factor(found.slopes[edge])}"
            for edge in edges
        )
        head = self.tr("δ of what {name} leads to, times the local derivative on the way").format(
            name=html.escape(name)
        )
        left = f"{_delta(name)} = {_partial(found, name)}"
        end = self._number(found.gradients[name])
        return [head, f"{left} = {symbols}", f"<b>{_equation(left, (terms, end))}</b>"]

    def _product(self, found: Derivatives, edges: Sequence[Edge]) -> str:
        return " · ".join(self._factor(found.slopes[edge]) for edge in edges)

    def _number(self, value: float) -> str:
        return html.escape(wording.number(value, self._numbers))

    def _factor(self, value: float) -> str:
        return html.escape(wording.factor(value, self._numbers))


def _equation(left: str, parts: Sequence[str] | map[str]) -> str:
    """left = a = b: what says the same as the part before it is left out."""
    kept = [left]
    for part in parts:
        if part != kept[-1] and part != f"({kept[-1]})" and kept[-1] != f"({part})":
            kept.append(part)
    return " = ".join(kept)


def _slope(edge: Edge) -> str:
    return f"∂{html.escape(edge.target)}/∂{html.escape(edge.source)}"


def _partial(found: Derivatives, name: str) -> str:
    return f"∂{html.escape(found.graph.output)}/∂{html.escape(name)}"


def _delta(name: str) -> str:
    return f"δ<sub>{html.escape(name)}</sub>"


def _bracketed(text: str) -> str:
    """A factor of a product: what is itself a sum or starts with a sign stands in parentheses."""
    is_sum = any(sign in text for sign in (" + ", " − ")) or text.startswith("−")
    return html.escape(f"({text})" if is_sum else text)
