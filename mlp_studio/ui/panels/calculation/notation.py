"""The letters of a calculation: what they are called, what colour they have, where they belong."""

from __future__ import annotations

import re

from mlp_studio.project.model import Layer
from mlp_studio.ui.numbers import MINUS, NumberFormat
from mlp_studio.ui.places_of_numbers import LOSS, Place
from mlp_studio.ui.typeset.nodes import Fraction, Leaf, Node, Quantity, Row, Scripts
from mlp_studio.ui.typeset.page import escaped

PLUS = Leaf(" + ", "+")
MINUS_SIGN = Leaf(" − ", "-")
DOT = Leaf(" · ", r"\cdot")
EQUALS = Leaf(" = ", "=")
BECOMES = Leaf(" ← ", r"\leftarrow")
_LONGEST = 3
_RUNS = re.compile(r"\d+|\D")
_SHORT = 6
_GREEK = {"δ": r"\delta", "Σ": r"\sum", "∂": r"\partial"}
_ROLES = {"z": "forward", "a": "forward", "δ": "backward"}
_QUANTITIES: dict[str, Quantity] = {"z": "z", "a": "a", "δ": "delta"}


def words(text: str, role: str = "ink") -> Leaf:
    """A text among formulas, in the font of the window."""
    return Leaf(text, rf"\text{{{escaped(text)}}}", "words", role)


def mark(layer: Layer) -> str:
    """A layer's short mark, above the letters of its units: "h1", "x"."""
    known = "".join(sign for sign in layer.id if sign.isascii() and sign.isalnum())
    if len(known) <= _LONGEST:
        return known
    number = known[len(known.rstrip("0123456789")) :]
    return known[0] + number[:_LONGEST]


def letter(
    sign: str,
    index: str = "",
    layer: str = "",
    place: Place | None = None,
    quantity: Quantity = "",
    role: str = "",
) -> Node:
    """A letter with its unit's index below and its layer's mark above."""
    role = role or _ROLES.get(sign, "ink")
    base = Leaf(sign, _GREEK.get(sign, sign), "symbol", role, place, quantity)
    lower = _index(index, role, place, quantity) if index else None
    upper = _index(layer, role, place, quantity) if layer else None
    return Scripts(base, lower, upper) if lower or upper else base


def unit_letter(sign: str, layer: Layer, unit: int) -> Node:
    """z, a or δ of one unit."""
    place = Place.of_unit(layer.id, unit)
    return letter(sign, str(unit + 1), mark(layer), place, _QUANTITIES[sign])


def indices(target: str, source: str) -> str:
    """The two indices of a weight: "12", or "1,12" where that would be misread."""
    return f"{target}{source}" if len(target) == len(source) == 1 else f"{target},{source}"


def partial(of: Node) -> Fraction:
    """∂L over ∂ of something."""
    role = "backward"
    loss = Leaf("L", "L", role=role, place=LOSS, quantity="loss")
    sign = Leaf("∂", r"\partial", role=role)
    return Fraction(Row((sign, loss)), Row((sign, of)))


def _index(text: str, role: str, place: Place | None, quantity: Quantity) -> Node:
    """Letters and figures of an index, each set as such."""
    runs = [
        Leaf(run, run, "figures" if run.isdigit() else "symbol", role, place, quantity)
        for run in _RUNS.findall(text)
    ]
    return runs[0] if len(runs) == 1 else Row(tuple(runs))


class Figures:
    """Writes numbers as parts of formulas, in the format of the window."""

    def __init__(self, numbers: NumberFormat) -> None:
        self.format = numbers

    def signed(self, value: float, place: Place | None = None, quantity: Quantity = "") -> Leaf:
        """A number of an edge: its sign is in its colour as well."""
        role = "negative" if value < 0 else "positive" if value > 0 else "ink"
        return self.number(value, role, place, quantity)

    def number(
        self,
        value: float,
        role: str = "ink",
        place: Place | None = None,
        quantity: Quantity = "",
    ) -> Leaf:
        text = self.format.text(value)
        return Leaf(text, _latex(text), "figures", role, place, quantity, value)

    def given(self, value: float, place: Place | None = None, quantity: Quantity = "") -> Node:
        """A number somebody chose, a target or η: as short as it was given, if that is short."""
        exact = self.format.exact(value)
        if len(exact) > _SHORT:
            return factor(self.number(value, "ink", place, quantity))
        return factor(Leaf(exact, _latex(exact), "figures", "ink", place, quantity, value))


def factor(number: Leaf) -> Node:
    """A number that can follow a · or a −: parentheses around a negative one."""
    if number.value is None or not number.value < 0:
        return number
    role = number.role
    return Row((Leaf("(", "(", role=role), number, Leaf(")", ")", role=role)))


def product(*factors: Node) -> Row:
    parts = [factors[0]]
    for each in factors[1:]:
        parts += [DOT, each]
    return Row(tuple(parts))


def added(terms: list[Node]) -> Row:
    """Terms with + between them; lines may be broken before a +."""
    parts: list[Node] = []
    for each in terms:
        parts += [PLUS, each] if parts else [each]
    return Row(tuple(parts), loose=True)


def bracketed(inside: Node, left: str = "[", right: str = "]") -> Row:
    """A sum in brackets that may be broken over lines, which a `Fence` is not."""
    return Row((Leaf(left, left), inside, Leaf(right, right)), loose=True)


def equation(*sides: Node) -> Row:
    """Sides with = between them."""
    parts: list[Node] = []
    for each in sides:
        parts += [EQUALS, each] if parts else [each]
    return Row(tuple(parts), loose=True)


def _latex(text: str) -> str:
    plain = text.replace(MINUS, "-").replace(",", "{,}").replace("∞", r"\infty")
    if plain == "NaN":
        return r"\mathrm{NaN}"
    mantissa, _, exponent = plain.partition("e")
    return rf"{mantissa} \times 10^{{{exponent}}}" if exponent else mantissa
