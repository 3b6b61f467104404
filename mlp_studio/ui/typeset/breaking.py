"""Long formulas over several lines: broken before a sign, the lines after the first set in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mlp_studio.ui.typeset.boxes import Box, Face, beside, box
from mlp_studio.ui.typeset.nodes import Node, Row, leaves

_INDENT = 1.1
_SMALLEST = 0.55
_DOT = " · "


def lines(node: Node, face: Face, room: float) -> list[Box]:
    """The formula in as many lines as it takes to keep to `room` pixels.

    What is wider alone is broken where it else would not be, and at last made smaller.
    """
    indent = _INDENT * face.size
    broken: list[list[Box]] = [[]]
    used = 0.0
    for piece in _pieces(node, face, room - indent):
        if broken[-1] and used + piece.width > room:
            broken.append([Box(indent, 0.0, 0.0, ())])
            used = indent
        broken[-1].append(piece)
        used += piece.width
    return [beside(line) for line in broken]


def _pieces(node: Node, face: Face, room: float) -> Iterator[Box]:
    """The formula in pieces that stay whole: sides and terms, of a long term its factors."""
    if not isinstance(node, Row):
        yield _fitted(node, face, room)
        return
    for term in _split(_opened(node), at_dots=False):
        whole = box(Row(term), face)
        if whole.width <= room:
            yield whole
            continue
        for piece in _split(_inside(term), at_dots=True):
            yield _fitted(Row(piece), face, room)


def _split(parts: Iterable[Node], *, at_dots: bool) -> Iterator[tuple[Node, ...]]:
    piece: list[Node] = []
    for part in parts:
        if piece and _opens(part, at_dots=at_dots):
            yield tuple(piece)
            piece = []
        piece.append(part)
    yield tuple(piece)


def _inside(term: Iterable[Node]) -> Iterator[Node]:
    """The parts of a term, out of the rows they stand in."""
    for part in term:
        if isinstance(part, Row):
            yield from _inside(part.parts)
        else:
            yield part


def _opened(row: Row) -> Iterator[Node]:
    """The parts of a loose row, those of loose rows in it among them."""
    for part in row.parts:
        if isinstance(part, Row) and part.loose:
            yield from _opened(part)
        else:
            yield part


def _opens(part: Node, *, at_dots: bool) -> bool:
    """Whether a line may begin with this part: it brings the space before it."""
    first = next(leaves(part), None)
    if first is None or not first.plain.startswith(" "):
        return False
    return at_dots or first.plain != _DOT


def _fitted(node: Node, face: Face, room: float) -> Box:
    measured = box(node, face)
    if measured.width <= room:
        return measured
    return box(node, face, max(_SMALLEST, room / measured.width))
