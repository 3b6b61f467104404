"""Where the parts of a formula stand: boxes with a baseline, put beside and above one another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker

from mlp_studio.ui.typeset import shapes
from mlp_studio.ui.typeset.nodes import Fence, Fraction, Leaf, Node, Root, Row, Scripts, leaves
from mlp_studio.ui.typeset.shapes import EM, Shape

_SCRIPT = 0.72
_RAISED, _LOWERED = 0.36, 0.2
_BOTH_LOWERED = 0.26
_AXIS = 0.26
_RULE = 0.055
_GAP = 0.14
_SPACE = 0.2
_INSIDE_FRACTION = 0.92
_RULE_OVER = 0.1


@dataclass(frozen=True, slots=True)
class Face:
    """What a formula is set in: `size` pixels an em, words in the font of the window.

    `words` is the size of that font as a share of the formula's; until the typesetter `is_ready`,
    all is set in it.
    """

    size: float
    family: str
    weight: int = 400
    is_ready: bool = True
    words: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Glyph:
    """An outline with its baseline at (x, y), `scale` pixels a unit; of a leaf, or a mere rule."""

    shape: Shape
    x: float
    y: float
    scale: float
    leaf: Leaf | None
    role: str


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """Placed outlines, in pixels from the start of the baseline; y grows downwards."""

    width: float
    ascent: float
    descent: float
    glyphs: tuple[Glyph, ...]

    def moved(self, x: float, y: float) -> tuple[Glyph, ...]:
        if not x and not y:
            return self.glyphs
        return tuple(
            Glyph(each.shape, each.x + x, each.y + y, each.scale, each.leaf, each.role)
            for each in self.glyphs
        )


def box(node: Node, face: Face, scale: float = 1.0) -> Box:
    """A part set at `scale` times the size of the face."""
    if isinstance(node, Leaf):
        return _leaf(node, face, scale)
    if isinstance(node, Row):
        return beside(box(part, face, scale) for part in node.parts)
    if isinstance(node, Scripts):
        return _scripts(node, face, scale)
    if isinstance(node, Fraction):
        return _fraction(node, face, scale)
    return _root(node, face, scale) if isinstance(node, Root) else _fence(node, face, scale)


def beside(boxes: Iterable[Box]) -> Box:
    """Boxes in a row, on one baseline."""
    x = ascent = descent = 0.0
    glyphs: list[Glyph] = []
    for each in boxes:
        glyphs += each.moved(x, 0.0)
        x += each.width
        ascent, descent = max(ascent, each.ascent), max(descent, each.descent)
    return Box(x, ascent, descent, tuple(glyphs))


def _leaf(leaf: Leaf, face: Face, scale: float) -> Box:
    pixels = face.size * scale / EM
    if leaf.form == "words" or not face.is_ready:
        pixels *= face.words
    shape = _outline(leaf, face)
    space = _SPACE * face.size * scale
    before = space if leaf.plain.startswith(" ") else 0.0
    after = space if leaf.plain.endswith(" ") and leaf.plain.strip() else 0.0
    glyph = Glyph(shape, before, 0.0, pixels, leaf, leaf.role)
    width = before + shape.width * pixels + after
    return Box(width, shape.ascent * pixels, shape.descent * pixels, (glyph,))


def _outline(leaf: Leaf, face: Face) -> Shape:
    if leaf.form == "words" or not face.is_ready:
        return shapes.words(leaf.plain.strip(), face.family, face.weight)
    return shapes.figures(leaf.plain) if leaf.form == "figures" else shapes.symbol(leaf.latex)


def _scripts(node: Scripts, face: Face, scale: float) -> Box:
    base = box(node.base, face, scale)
    size = face.size * scale
    glyphs = list(base.glyphs)
    width, ascent, descent = base.width, base.ascent, base.descent
    lowered = _BOTH_LOWERED if node.upper and node.lower else _LOWERED
    # What is tall, a fraction in brackets, carries its power at its top.
    raised = max(_RAISED * size, base.ascent - 0.45 * size)
    for script, y in ((node.upper, -raised), (node.lower, lowered * size)):
        if script is None:
            continue
        small = box(script, face, scale * _SCRIPT)
        glyphs += small.moved(base.width, y)
        width = max(width, base.width + small.width)
        ascent, descent = max(ascent, small.ascent - y), max(descent, small.descent + y)
    return Box(width + 0.04 * size, ascent, descent, tuple(glyphs))


def _fraction(node: Fraction, face: Face, scale: float) -> Box:
    over = box(node.over, face, scale * _INSIDE_FRACTION)
    under = box(node.under, face, scale * _INSIDE_FRACTION)
    size = face.size * scale
    margin = _RULE_OVER * size
    width = max(over.width, under.width) + 2.0 * margin
    up = (_AXIS + _GAP) * size + over.descent
    down = (_GAP - _AXIS + _RULE) * size + under.ascent
    rule = _rule(margin / 2.0, width - margin / 2.0, -_AXIS * size, _RULE * size, _role(node))
    glyphs = (
        *over.moved((width - over.width) / 2.0, -up),
        rule,
        *under.moved((width - under.width) / 2.0, down),
    )
    return Box(width, up + over.ascent, down + under.descent, glyphs)


def _root(node: Root, face: Face, scale: float) -> Box:
    inside = box(node.inside, face, scale)
    size = face.size * scale
    top = inside.ascent + 0.12 * size
    hook = 0.55 * size
    path = QPainterPath()
    path.moveTo(0.05 * size, -0.3 * size)
    path.lineTo(0.18 * size, -0.38 * size)
    path.lineTo(0.34 * size, inside.descent)
    path.lineTo(hook, -top)
    path.lineTo(hook + inside.width + 0.05 * size, -top)
    glyph = Glyph(_stroked(path, _RULE * size), 0.0, 0.0, 1.0, None, _role(node))
    width = hook + inside.width + 0.1 * size
    glyphs = (glyph, *inside.moved(hook + 0.02 * size, 0.0))
    return Box(width, top + 0.06 * size, inside.descent, glyphs)


def _fence(node: Fence, face: Face, scale: float) -> Box:
    inside = box(node.inside, face, scale)
    pixels = face.size * scale / EM
    brackets = []
    for sign in (node.left, node.right):
        leaf = Leaf(sign, sign, role=_role(node))
        plain = _leaf(leaf, face, scale)
        shape = shapes.stretched(
            plain.glyphs[0].shape, inside.ascent / pixels, inside.descent / pixels
        )
        glyph = Glyph(shape, 0.0, 0.0, pixels, leaf, leaf.role)
        brackets.append(Box(plain.width, shape.ascent * pixels, shape.descent * pixels, (glyph,)))
    return beside((brackets[0], inside, brackets[1]))


def _role(node: Node) -> str:
    """The colour of a rule or a bracket: that of all its parts, if they share one."""
    roles = {leaf.role for leaf in leaves(node)}
    return roles.pop() if len(roles) == 1 else "ink"


def _rule(left: float, right: float, y: float, thick: float, role: str) -> Glyph:
    path = QPainterPath()
    path.addRect(left, y - thick / 2.0, right - left, thick)
    return Glyph(Shape(path, right, -y, 0.0), 0.0, 0.0, 1.0, None, role)


def _stroked(path: QPainterPath, thick: float) -> Shape:
    stroker = QPainterPathStroker()
    stroker.setWidth(thick)
    stroker.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    outline = stroker.createStroke(path)
    outline.setFillRule(Qt.FillRule.WindingFill)
    return Shape(outline, 0.0, 0.0, 0.0)
