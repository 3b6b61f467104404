"""Formulas written once and filled twice: with symbols and with numbers.

In a template {name} stands for a part; <over∕under> is a fraction, √[…] a root, ^[…] and _[…]
raise and lower, (…) are brackets as tall as what they hold. A sign with spaces around it may
begin a new line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from mlp_studio.ui.typeset.nodes import Fence, Fraction, Leaf, Node, Root, Row, Scripts

_TOKEN = re.compile(
    r"\{(?P<name>\w+)\}|(?P<figures>\d+(?:\.\d+)?)|(?P<word>[A-Za-z]{2,})|(?P<sign> \S )"
    r"|(?P<script>[\^_]\[)|(?P<power>[²³])|(?P<root>√\[)|(?P<other>.)"
)
_LATEX = {
    "−": "-",
    "·": r"\cdot",
    "←": r"\leftarrow",
    "≤": r"\le",
    "≥": r"\ge",
    "η": r"\eta",
    "β": r"\beta",
    "α": r"\alpha",
    "δ": r"\delta",
    "ε": r"\varepsilon",
    "λ": r"\lambda",
    "μ": r"\mu",
    "σ": r"\sigma",
    "π": r"\pi",
    "Σ": r"\sum",
    "∂": r"\partial",
    "Δ": r"\Delta",
    "′": r"\prime",
    "½": r"\tfrac{1}{2}",
    " ": r"\,",
    "…": r"\ldots",
    "‖": r"\|",
    "e": r"\mathrm{e}",
}
_FUNCTIONS = frozenset({"ln", "tanh", "sin", "cos", "max", "min", "exp"})
_CLOSING = {"(": ")", "[": "]"}
_FRACTION, _OVER, _END = "<", "∕", ">"


def filled(template: str, **parts: Node) -> Row:
    """The formula with its parts put in.

    Raises KeyError for a part that is not given, ValueError for a bracket that is not closed.
    """
    return Row(_Reader(template, parts).sequence(""), loose=True)


def leaf(sign: str, role: str = "ink") -> Leaf:
    """One sign or function of a formula as a part."""
    return Leaf(sign, _latex(sign), role=role)


@cache
def _latex(sign: str) -> str:
    bare = sign.strip() or " "
    if bare in _FUNCTIONS:
        return rf"\{bare}"
    return _LATEX.get(bare, bare if len(bare) == 1 else rf"\operatorname{{{bare}}}")


class _Reader:
    """Reads a template from left to right."""

    def __init__(self, template: str, parts: Mapping[str, Node]) -> None:
        self._tokens = _tokens(template)
        self._parts = parts
        self._at = 0

    def sequence(self, end: str) -> tuple[Node, ...]:
        """All up to the sign that ends it, or up to the end of the template."""
        found: list[Node] = []
        while self._at < len(self._tokens):
            kind, text = self._tokens[self._at]
            self._at += 1
            if kind == "other" and text == end:
                return tuple(found)
            if kind in ("script", "power"):
                found[-1] = self._scripted(found[-1], kind, text)
            else:
                found.append(self._node(kind, text))
        if end:
            raise ValueError(f"a template lacks its {end!r}")
        return tuple(found)

    def _node(self, kind: str, text: str) -> Node:
        if kind == "name":
            return self._parts[text]
        if kind == "figures":
            return Leaf(text, text, "figures", value=float(text))
        if kind == "root":
            return Root(_bare(self.sequence("]")))
        if text == _FRACTION:
            over = _bare(self.sequence(_OVER))
            return Fraction(over, _bare(self.sequence(_END)))
        if text in _CLOSING:
            return Fence(Row(self.sequence(_CLOSING[text])), text, _CLOSING[text])
        return leaf(", " if text == "," else text)

    def _scripted(self, base: Node, kind: str, text: str) -> Node:
        if kind == "power":
            figure = {"²": "2", "³": "3"}[text]
            return Scripts(base, upper=Leaf(figure, figure, "figures", value=float(figure)))
        script = Row(self.sequence("]"))
        if isinstance(base, Scripts) and text[0] == "^" and base.upper is None:
            return Scripts(base.base, base.lower, script)
        return Scripts(base, upper=script) if text[0] == "^" else Scripts(base, lower=script)


def _bare(parts: tuple[Node, ...]) -> Node:
    """What stands alone over or under a rule needs no parentheses."""
    if len(parts) == 1 and isinstance(parts[0], Row):
        inner = parts[0].parts
        if len(inner) == 3 and (inner[0].plain, inner[2].plain) == ("(", ")"):
            return inner[1]
    return Row(parts)


@cache
def _tokens(template: str) -> tuple[tuple[str, str], ...]:
    tokens: list[tuple[str, str]] = []
    for match in _TOKEN.finditer(template):
        kind = match.lastgroup
        assert kind is not None
        if kind == "other" and match[kind] == " " and tokens and tokens[-1][1] == ",":
            continue
        tokens.append((kind, match[kind]))
    return tuple(tokens)
