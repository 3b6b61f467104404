"""The pin: a place where the network is asked what it gives, with the numbers beside it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from mlp_studio.ui.plots.plane.frame import Frame
from mlp_studio.ui.theme import Theme

_PAD = 6.0
_AWAY = 12.0
_DISC = 4.5
_ROUND = 4.0


@dataclass(frozen=True, slots=True)
class Pin:
    """`lines` are what is written beside it; the first stands out."""

    x: float
    y: float
    lines: tuple[str, ...] = ()


def draw_pin(
    painter: QPainter, frame: Frame, pin: Pin, theme: Theme, font: QFont, room: QRectF
) -> None:
    """A disc on the plane, and a plate beside it, anywhere in the `room` there is."""
    at = frame.at(pin.x, pin.y)
    rect = frame.rect
    at.setY(min(max(at.y(), rect.top()), rect.bottom()))
    plate = _plate(rect, room, at, pin.lines, QFontMetricsF(font))
    painter.setPen(QPen(theme.ink, 1.0))
    painter.drawLine(at, plate.center())
    painter.setBrush(theme.panel)
    painter.drawRoundedRect(plate, _ROUND, _ROUND)
    painter.setPen(QPen(theme.canvas, 1.5))
    painter.setBrush(theme.ink)
    painter.drawEllipse(at, _DISC, _DISC)
    painter.setPen(theme.ink)
    painter.setFont(font)
    inside = plate.adjusted(_PAD, _PAD / 2, -_PAD, -_PAD / 2)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(inside, int(flags), "\n".join(pin.lines))


def _plate(
    rect: QRectF, room: QRectF, at: QPointF, lines: tuple[str, ...], metrics: QFontMetricsF
) -> QRectF:
    width = max((metrics.horizontalAdvance(line) for line in lines), default=0.0) + 2 * _PAD
    height = len(lines) * metrics.lineSpacing() + _PAD
    left = at.x() + _AWAY if at.x() + _AWAY + width <= rect.right() else at.x() - _AWAY - width
    top = at.y() + _AWAY if at.y() + _AWAY + height <= rect.bottom() else at.y() - _AWAY - height
    left = min(max(left, room.left()), max(room.left(), room.right() - width))
    top = min(max(top, room.top()), max(room.top(), room.bottom() - height))
    return QRectF(left, top, width, height)
