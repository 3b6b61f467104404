"""A unit of a layer: its disc, or room for its map, with its symbol, its numbers and its bias."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from mlp_studio.ui.canvas.column import RADIUS, above, below
from mlp_studio.ui.canvas.emphasis import Emphasis, ink, outline
from mlp_studio.ui.canvas.layer_face import Picture, UnitFace
from mlp_studio.ui.canvas.lettering import LEGIBLE, enlargement
from mlp_studio.ui.canvas.unit_numbers import UnitNumbers
from mlp_studio.ui.theme import blend

_ROOM_ABOVE = 76.0
"""Width of a symbol over its unit's map."""
_WIDEST_INSIDE = 52.0
"""Of a symbol in small letters: the name of a class may be wider, and illegible in the disc."""
_ROOM_BELOW = 88.0
_RAISED = 6.0
"""How far a symbol stands above the middle of a disc that holds a bar."""


@dataclass(frozen=True, slots=True)
class UnitStyle:
    """What all units of a layer are drawn with.

    `is_alone_lit` says that one unit is at work: seen from far away its numbers are enlarged.
    """

    numbers: UnitNumbers
    picture: Picture
    is_alone_lit: bool


def draw_unit(
    painter: QPainter, centre: QPointF, face: UnitFace, style: UnitStyle, zoom: float
) -> None:
    """All of a unit but its picture, which changes more often than the rest."""
    numbers = style.numbers
    theme, colour = numbers.theme, numbers.lit
    lit = face.emphasis is Emphasis.LIT
    if face.selected:
        painter.setPen(QPen(theme.accent, 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corner = 9.0 if style.picture == "map" else RADIUS + 4.0
        painter.drawRoundedRect(_square(centre, RADIUS + 4.0), corner, corner)
    painter.setBrush(blend(colour, theme.panel, 0.12) if lit else theme.panel)
    if style.picture != "map":
        painter.setPen(QPen(outline(theme, face.emphasis, colour), 2.5 if lit else 1.5))
        painter.drawEllipse(centre, RADIUS, RADIUS)
    _draw_name(painter, centre, face, style, zoom)
    scale = enlargement(zoom)
    if scale > 1.0:
        if lit and style.is_alone_lit:
            numbers.draw_enlarged(painter, centre, face, scale)
        return
    numbers.draw(painter, centre, face)
    if _is_named_below(face, style):
        _draw_name_below(painter, centre, face, style)
    if face.bias is not None:
        numbers.draw_bias(painter, centre, face.bias)


def unit_boxes(centre: QPointF, face: UnitFace, style: UnitStyle, scale: float) -> Iterator[QRectF]:
    """What a unit takes up: its disc, and each of its texts; from far away the enlarged ones."""
    numbers = style.numbers
    yield _square(centre, RADIUS + 2.0)
    if scale == 1.0:
        yield from numbers.boxes(centre, face)
        if _is_named_below(face, style):
            yield below(centre, min(numbers.lettering.width(face.symbol) + 2.0, _ROOM_BELOW))
        if style.picture == "map":
            width = min(numbers.lettering.width(face.symbol) + 6.0, _ROOM_ABOVE)
            yield _over_map(centre, width)
    elif face.emphasis is Emphasis.LIT and style.is_alone_lit:
        yield from numbers.enlarged_boxes(centre, face, scale)


def _draw_name(
    painter: QPainter, centre: QPointF, face: UnitFace, style: UnitStyle, zoom: float
) -> None:
    """The value or the symbol: in the disc, or over a map."""
    text = face.value or ("" if _is_too_wide(face, style) else face.symbol)
    over_map = style.picture == "map"
    font = style.numbers.lettering.fitted(text, _ROOM_ABOVE if over_map else 2 * RADIUS - 8.0)
    is_too_small = font.pixelSize() * zoom < min(LEGIBLE, font.pixelSize())
    if is_too_small and (not face.value or enlargement(zoom) > 1.0):
        return
    box = _square(centre, RADIUS)
    if over_map:
        box = _over_map(centre, _ROOM_ABOVE)
        text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, _ROOM_ABOVE)
    elif style.picture == "bar":
        box.translate(0.0, -_RAISED)
    if is_too_small:
        # A value that has no room in the disc reaches over its rim.
        font.setPixelSize(math.ceil(LEGIBLE / zoom))
        metrics = QFontMetricsF(font)
        box = QRectF(0.0, 0.0, metrics.horizontalAdvance(text) + 4.0, metrics.ascent())
        box.moveCenter(centre)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, 3.0, 3.0)
    font.setItalic(not face.value)
    painter.setFont(font)
    painter.setPen(ink(style.numbers.theme, face.emphasis))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _is_too_wide(face: UnitFace, style: UnitStyle) -> bool:
    """Whether a symbol has no room in the disc."""
    is_wide = style.numbers.lettering.width(face.symbol) > _WIDEST_INSIDE
    return is_wide and style.picture != "map"


def _is_named_below(face: UnitFace, style: UnitStyle) -> bool:
    """Whether a wide symbol stands under the disc: where δ stands once it is known."""
    return not face.delta and _is_too_wide(face, style)


def _draw_name_below(painter: QPainter, centre: QPointF, face: UnitFace, style: UnitStyle) -> None:
    lettering = style.numbers.lettering
    font = QFont(lettering.small)
    font.setItalic(True)
    painter.setFont(font)
    painter.setPen(ink(style.numbers.theme, face.emphasis))
    shown = QFontMetricsF(font).elidedText(face.symbol, Qt.TextElideMode.ElideRight, _ROOM_BELOW)
    painter.drawText(below(centre, _ROOM_BELOW), Qt.AlignmentFlag.AlignCenter, shown)


def _over_map(centre: QPointF, width: float) -> QRectF:
    """Where the symbol of a unit with a map is: clear of the ring around a selected one."""
    return above(centre, width).translated(0.0, -3.0)


def _square(centre: QPointF, half: float) -> QRectF:
    return QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
