"""Lines of formulas ready to be painted, kept for the next time they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath, QTransform

from mlp_studio.ui.typeset.boxes import Box, Face, Glyph, box
from mlp_studio.ui.typeset.breaking import lines
from mlp_studio.ui.typeset.nodes import Leaf, Node

_KEPT = 2048
_LEAST_UP, _LEAST_DOWN = 17.0, 3.0
"""How far from the baseline a part can be hit at least, in units of an outline."""


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A line from the start of its baseline: outlines by colour, and where each part can be hit."""

    width: float
    ascent: float
    descent: float
    inks: tuple[tuple[QPainterPath, str], ...]
    areas: tuple[tuple[QRectF, Leaf], ...]


@lru_cache(_KEPT)
def drawn_lines(node: Node, face: Face, room: float) -> tuple[Drawn, ...]:
    """A formula broken into lines no wider than `room`."""
    return tuple(map(_drawn, lines(node, face, room)))


@lru_cache(_KEPT)
def drawn(node: Node, face: Face) -> Drawn:
    """A formula in one line, however wide."""
    return _drawn(box(node, face))


def _drawn(line: Box) -> Drawn:
    paths: dict[str, QPainterPath] = {}
    for glyph in line.glyphs:
        path = paths.get(glyph.role)
        if path is None:
            path = paths[glyph.role] = QPainterPath()
            path.setFillRule(path.fillRule().WindingFill)
        place = QTransform(glyph.scale, 0.0, 0.0, glyph.scale, glyph.x, glyph.y)
        path.addPath(place.map(glyph.shape.path))
    areas = tuple((_area(glyph), glyph.leaf) for glyph in line.glyphs if glyph.leaf is not None)
    inks = tuple((path, role) for role, path in paths.items())
    return Drawn(line.width, line.ascent, line.descent, inks, areas)


def _area(glyph: Glyph) -> QRectF:
    """Where a part can be hit: all of its line's usual height, a hair wider than it is."""
    shape, scale = glyph.shape, glyph.scale
    up, down = max(shape.ascent, _LEAST_UP) * scale, max(shape.descent, _LEAST_DOWN) * scale
    return QRectF(glyph.x - 1.0, glyph.y - up, shape.width * scale + 1.0, up + down)
