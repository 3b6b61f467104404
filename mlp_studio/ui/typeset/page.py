"""A page of formulas: headings, notes, formulas and tables, as values; its texts to be copied."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mlp_studio.ui.typeset.nodes import Leaf, Node, leaves

_SPECIAL = re.compile(r"([&%$#_{}])")
_OUTSIDE = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


@dataclass(frozen=True, slots=True)
class Heading:
    """What the page or a part of it is about, in the colour of a role."""

    text: str
    role: str = "ink"


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence; with a `link`, one that can be clicked."""

    text: str
    role: str = "muted"
    link: str = ""


@dataclass(frozen=True, slots=True)
class Formula:
    """One formula; a result stands out."""

    node: Node
    is_result: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a head; all columns but the first are set to the right."""

    head: tuple[Node, ...]
    rows: tuple[tuple[Node, ...], ...]


Block = Heading | Note | Formula | Table
Page = tuple[Block, ...]


def plain_text(page: Page) -> str:
    """The page as lines of text; the cells of a table are parted by tabs."""
    return "\n".join(line for block in page for line in _plain(block))


def latex_text(page: Page) -> str:
    """The page as LaTeX that amsmath understands."""
    return "\n".join(_latex(block) for block in page)


def parts(page: Page) -> list[Leaf]:
    """All leaves of the page's formulas and tables, in reading order."""
    found: list[Leaf] = []
    for block in page:
        if isinstance(block, Formula):
            found += leaves(block.node)
        elif isinstance(block, Table):
            found += (leaf for row in (block.head, *block.rows) for n in row for leaf in leaves(n))
    return found


def escaped(text: str) -> str:
    r"""Plain text as LaTeX text: & as \&."""
    outside = "".join(_OUTSIDE.get(sign, sign) for sign in _SPECIAL.sub(r"\\\1", text))
    # The backslashes just put before special signs are meant.
    return re.sub(r"\\textbackslash{}([&%$#_{}])", r"\\\1", outside)


def _plain(block: Block) -> list[str]:
    if isinstance(block, Formula):
        return [block.node.plain]
    if isinstance(block, Table):
        return ["\t".join(cell.plain.strip() for cell in row) for row in (block.head, *block.rows)]
    return [block.text]


def _latex(block: Block) -> str:
    if isinstance(block, Formula):
        return rf"\[ {block.node.latex} \]"
    if isinstance(block, Table):
        rows = (" & ".join(cell.latex for cell in row) for row in (block.head, *block.rows))
        columns = "l" + "r" * (len(block.head) - 1)
        inner = " \\\\\n".join(rows)
        return f"\\[ \\begin{{array}}{{{columns}}}\n{inner}\n\\end{{array}} \\]"
    if isinstance(block, Heading):
        return rf"\paragraph{{{escaped(block.text)}}}"
    return escaped(block.text) + "\n"
