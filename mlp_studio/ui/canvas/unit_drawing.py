"""A unit of a layer: its disc, or room for its map, with its symbol, its numbers and its bias."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from mlp_studio.ui.canvas.column import RADIUS, ROW, above, below, bias_capsule
from mlp_studio.ui.canvas.emphasis import Emphasis, ink, outline, signed_ink
from mlp_studio.ui.canvas.layer_face import Bias, Picture, UnitFace
from mlp_studio.ui.canvas.lettering import Lettering
from mlp_studio.ui.theme import Theme, blend

_CENTRED = Qt.AlignmentFlag.AlignCenter
_CAPSULE_PADDING = 5.0
_ROOM_ABOVE = 76.0
"""Width of a symbol over its unit's map."""
_RAISED = 6.0
"""How far a symbol stands above the middle of a disc that holds a bar."""


@dataclass(frozen=True, slots=True)
class UnitStyle:
    """What all units of a layer are drawn with; `lit` is the colour of what is computed now."""

    theme: Theme
    lettering: Lettering
    lit: QColor
    picture: Picture


def draw_unit(
    painter: QPainter, centre: QPointF, face: UnitFace, style: UnitStyle, *, legible: bool
) -> None:
    """All of a unit but its picture, which changes more often than the rest."""
    theme = style.theme
    lit = face.emphasis is Emphasis.LIT
    if face.selected:
        painter.setPen(QPen(theme.accent, 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corner = 9.0 if style.picture == "map" else RADIUS + 4.0
        painter.drawRoundedRect(_square(centre, RADIUS + 4.0), corner, corner)
    if style.picture != "map":
        painter.setPen(QPen(outline(theme, face.emphasis, style.lit), 2.5 if lit else 1.5))
        painter.setBrush(blend(style.lit, theme.panel, 0.12) if lit else theme.panel)
        painter.drawEllipse(centre, RADIUS, RADIUS)
    if not legible:
        return
    painter.setPen(ink(theme, face.emphasis))
    _draw_name(painter, centre, face, style)
    _draw_numbers(painter, centre, face, style)
    if face.bias is not None:
        _draw_bias(painter, capsule(centre, face.bias, style.lettering), face.bias, style)


def unit_boxes(centre: QPointF, face: UnitFace, style: UnitStyle) -> list[QRectF]:
    """What a unit takes up: its disc, and each of its texts."""
    width = style.lettering.width
    boxes = [_square(centre, RADIUS + 2.0)]
    if face.bias is not None:
        boxes.append(capsule(centre, face.bias, style.lettering))
    if style.picture == "map":
        boxes.append(_over_map(centre, width(face.symbol) + 6.0))
    if face.z:
        boxes.append(above(centre, width(face.z) + 2.0))
    if face.delta:
        boxes.append(below(centre, width(face.delta) + 2.0))
    return boxes


def capsule(centre: QPointF, bias: Bias, lettering: Lettering) -> QRectF:
    """The satellite that holds a bias."""
    text = bias.text or "b"
    return bias_capsule(centre, capsule_width(lettering, text), 1 + text.count("\n"))


def capsule_width(lettering: Lettering, text: str) -> float:
    return max(map(lettering.width, text.split("\n"))) + 2 * _CAPSULE_PADDING


def _draw_name(painter: QPainter, centre: QPointF, face: UnitFace, style: UnitStyle) -> None:
    """The value or the symbol: in the disc, or over a map."""
    text = face.value or face.symbol
    over_map = style.picture == "map"
    font = style.lettering.fitted(text, _ROOM_ABOVE if over_map else 2 * RADIUS - 8.0)
    font.setItalic(not face.value)
    painter.setFont(font)
    box = _square(centre, RADIUS)
    if over_map:
        box = _over_map(centre, _ROOM_ABOVE)
    elif style.picture == "bar":
        box.translate(0.0, -_RAISED)
    painter.drawText(box, _CENTRED, text)


def _draw_numbers(painter: QPainter, centre: QPointF, face: UnitFace, style: UnitStyle) -> None:
    theme, width = style.theme, style.lettering.width
    back = face.emphasis is Emphasis.BACK
    painter.setFont(style.lettering.small)
    if face.z:
        painter.setPen(ink(theme, face.emphasis))
        painter.drawText(above(centre, width(face.z) + 2.0), _CENTRED, face.z)
    if face.delta:
        painter.setPen(blend(theme.backward, theme.panel, 0.85) if back else theme.backward)
        painter.drawText(below(centre, width(face.delta) + 2.0), _CENTRED, face.delta)


def _draw_bias(painter: QPainter, box: QRectF, bias: Bias, style: UnitStyle) -> None:
    theme = style.theme
    lit = bias.emphasis is Emphasis.LIT
    painter.setPen(QPen(outline(theme, bias.emphasis, style.lit), 1.8 if lit else 1.0))
    painter.setBrush(blend(style.lit, theme.panel, 0.12) if lit else theme.panel)
    painter.drawRoundedRect(box, ROW / 2, ROW / 2)
    painter.setFont(style.lettering.small)
    painter.setPen(signed_ink(theme, bias.value, bias.emphasis))
    painter.drawText(box, _CENTRED, bias.text or "b")


def _over_map(centre: QPointF, width: float) -> QRectF:
    """Where the symbol of a unit with a map is: clear of the ring around a selected one."""
    return above(centre, width).translated(0.0, -3.0)


def _square(centre: QPointF, half: float) -> QRectF:
    return QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
