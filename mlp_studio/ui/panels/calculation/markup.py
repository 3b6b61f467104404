"""Small pieces of rich text: symbols with indices, signed numbers, sums that fold, tables.

Colours are classes of the style sheet made by `style`, so that a text need not be written again
when the theme changes.
"""

from __future__ import annotations

import html
from collections.abc import Sequence

from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.theme import Theme

TERMS_SHOWN = 6
"""Of a longer sum, the first so many terms are shown; the rest as its subtotal."""
DOT = " · "
_TABLE = 'width="100%" cellspacing="0" cellpadding="3" style="margin-top: 8px"'
MORE = "#more"
"""The link that unfolds a sum or a table."""


def text(plain: str) -> str:
    """Text that may hold < or &."""
    return html.escape(plain)


def kept(markup: str) -> str:
    """Markup that is not broken over two lines."""
    return markup.replace(" ", "\u00a0")


def symbol(letter: str, lower: str = "", upper: str = "") -> str:
    """A variable with its indices: the unit below, the layer in parentheses above."""
    above = f"<sup>({text(upper)})</sup>" if upper else ""
    below = f"<sub>{text(lower)}</sub>" if lower else ""
    return f"<i>{letter}</i>{above}{below}"


def number(numbers: NumberFormat, value: float) -> str:
    """A number with its sign in text, and in colour if it is signed."""
    kind = "neg" if value < 0 else "pos" if value > 0 else "zero"
    return f'<span class="{kind}">{text(numbers.text(value))}</span>'


def factor(numbers: NumberFormat, value: float) -> str:
    """A number that can follow a · or a −: parentheses around a negative one."""
    shown = number(numbers, value)
    return f"({shown})" if value < 0 else shown


def product(*factors: str) -> str:
    return kept(DOT.join(factors))


def added(terms: Sequence[str]) -> str:
    return " + ".join(terms)


def more(label: str) -> str:
    """The link that shows what was folded away."""
    return f'<a href="{MORE}">… {kept(text(label))}</a>'


def line(markup: str, kind: str = "") -> str:
    return f'<p class="{kind}">{markup}</p>' if kind else f"<p>{markup}</p>"


def heading(plain: str, phase: str) -> str:
    return f'<h3 class="{phase}">{text(plain)}</h3>'


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The first column to the left, numbers to the right."""
    top = "".join(
        f'<th align="{"left" if at == 0 else "right"}">{cell}</th>' for at, cell in enumerate(head)
    )
    body = "".join(
        "<tr>"
        + "".join(
            f'<td align="{"left" if at == 0 else "right"}">{cell}</td>'
            for at, cell in enumerate(row)
        )
        + "</tr>"
        for row in rows
    )
    return f"<table {_TABLE}><tr>{top}</tr>{body}</table>"


def style(theme: Theme) -> str:
    """The style sheet of a calculation in this theme."""
    colour = {
        "body": theme.ink,
        ".pos": theme.positive,
        ".neg": theme.negative,
        ".zero": theme.ink,
        ".note": theme.muted,
        "th": theme.muted,
        "a": theme.accent,
        ".forward": theme.forward,
        ".backward": theme.backward,
        ".loss": theme.accent,
        ".update": theme.accent,
    }
    rules = [f"{selector} {{ color: {value.name()}; }}" for selector, value in colour.items()]
    rules += [
        "p { margin-top: 4px; margin-bottom: 4px; }",
        "h3 { font-size: large; font-weight: 600; margin-top: 8px; margin-bottom: 8px; }",
        "th { font-weight: normal; }",
        ".result { font-weight: 600; }",
    ]
    return "\n".join(rules)
