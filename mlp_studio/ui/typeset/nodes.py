"""What formulas are made of. Each part gives its plain text and its LaTeX.

A part is never broken over two lines inside, except a `Row` that is `loose`: before any of its
leaves that bring a space before them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from mlp_studio.ui.places_of_numbers import Place

Form = Literal["symbol", "figures", "words"]
_SHORT = 16
Quantity = Literal[
    "", "z", "a", "delta", "loss", "w", "term", "message", "gradient", "new w", "arriving"
]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A symbol, a number or a word. Spaces around `plain` are kept in the picture.

    `role` is the theme's colour; `place` and `quantity` say what it stands for; `value` is a
    number's before it was rounded for show; `link` is what a click on it asks for instead of
    going to the step that made it.
    """

    plain: str
    latex: str
    form: Form = "symbol"
    role: str = "ink"
    place: Place | None = None
    quantity: Quantity = ""
    value: float | None = None
    link: str = ""

    @property
    def can_be_followed(self) -> bool:
        """Whether a click on it leads somewhere."""
        return bool(self.link) or (self.place is not None and bool(self.quantity))


@dataclass(frozen=True, slots=True)
class Row:
    """Parts side by side."""

    parts: tuple[Node, ...]
    loose: bool = False

    @property
    def plain(self) -> str:
        return "".join(part.plain for part in self.parts)

    @property
    def latex(self) -> str:
        return " ".join(part.latex for part in self.parts)


@dataclass(frozen=True, slots=True)
class Scripts:
    """A base with something lowered, raised or both."""

    base: Node
    lower: Node | None = None
    upper: Node | None = None

    @property
    def plain(self) -> str:
        lower = f"_{_grouped(self.lower.plain)}" if self.lower else ""
        upper = f"^{_grouped(self.upper.plain)}" if self.upper else ""
        return f"{self.base.plain}{upper}{lower}"

    @property
    def latex(self) -> str:
        lower = f"_{{{self.lower.latex}}}" if self.lower else ""
        upper = f"^{{{self.upper.latex}}}" if self.upper else ""
        return f"{self.base.latex}{lower}{upper}"


@dataclass(frozen=True, slots=True)
class Fraction:
    """One part over another."""

    over: Node
    under: Node

    @property
    def plain(self) -> str:
        over, under = _grouped(self.over.plain), _grouped(self.under.plain)
        line = "/" if len(over) + len(under) <= _SHORT and " " not in over + under else " / "
        return f"{over}{line}{under}"

    @property
    def latex(self) -> str:
        return rf"\frac{{{self.over.latex}}}{{{self.under.latex}}}"


@dataclass(frozen=True, slots=True)
class Root:
    """The square root of a part."""

    inside: Node

    @property
    def plain(self) -> str:
        return f"√{_grouped(self.inside.plain)}"

    @property
    def latex(self) -> str:
        return rf"\sqrt{{{self.inside.latex}}}"


@dataclass(frozen=True, slots=True)
class Fence:
    """A part in brackets as tall as it is."""

    inside: Node
    left: str = "("
    right: str = ")"

    @property
    def plain(self) -> str:
        return f"{self.left}{self.inside.plain}{self.right}"

    @property
    def latex(self) -> str:
        return rf"\left{self.left} {self.inside.latex} \right{self.right}"


Node = Leaf | Row | Scripts | Fraction | Root | Fence


def leaves(node: Node) -> Iterator[Leaf]:
    """All leaves of a tree, from left to right."""
    if isinstance(node, Leaf):
        yield node
        return
    for part in children(node):
        yield from leaves(part)


def children(node: Node) -> tuple[Node, ...]:
    """The parts a part is made of, in the order they are read."""
    if isinstance(node, Row):
        return node.parts
    if isinstance(node, Scripts):
        return tuple(each for each in (node.base, node.upper, node.lower) if each is not None)
    if isinstance(node, Fraction):
        return (node.over, node.under)
    return (node.inside,) if isinstance(node, Root | Fence) else ()


def recoloured(node: Node, role: str) -> Node:
    """The same with every leaf in one colour."""
    if isinstance(node, Leaf):
        return replace(node, role=role)
    if isinstance(node, Row):
        return replace(node, parts=tuple(recoloured(part, role) for part in node.parts))
    if isinstance(node, Scripts):
        lower = recoloured(node.lower, role) if node.lower else None
        upper = recoloured(node.upper, role) if node.upper else None
        return Scripts(recoloured(node.base, role), lower, upper)
    if isinstance(node, Fraction):
        return Fraction(recoloured(node.over, role), recoloured(node.under, role))
    return replace(node, inside=recoloured(node.inside, role))


def _grouped(plain: str) -> str:
    """In parentheses, unless it is one word or sits in parentheses already."""
    closed = plain.startswith("(") and plain.find(")") == len(plain) - 1
    simple = " " not in plain and plain[0] not in "−({["
    return plain if closed or simple else f"({plain})"
