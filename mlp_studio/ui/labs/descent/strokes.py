"""What both plots draw alike: arrows, words on a plate, and the numbers along an axis."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from mlp_studio.ui.theme import Theme

_ARROW, _HEAD, _SHORTEST = 2.4, 10.0, 2.0
_PAD = 4.0
DOT = 6.0


def ticks(least: float, most: float, about: int = 6) -> tuple[float, ...]:
    """Round numbers between two numbers."""
    rough = (most - least) / about
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * size for size in (1, 2, 5, 10) if power * size >= rough)
    first, last = math.ceil(least / step), math.floor(most / step)
    return tuple(step * number for number in range(first, last + 1))


def tick_text(tick: float) -> str:
    return f"{tick:.6g}".replace("-", "−")


def paint_arrow(painter: QPainter, start: QPointF, end: QPointF, colour: QColor) -> None:
    """An arrow too short to be seen is left out."""
    along = end - start
    size = math.hypot(along.x(), along.y())
    if size < _SHORTEST:
        return
    way = along / size
    head = min(_HEAD, size)
    neck = end - way * head
    wing = QPointF(-way.y(), way.x()) * (head * 0.45)
    painter.setPen(QPen(colour, _ARROW))
    painter.drawLine(start, neck)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([end, neck + wing, neck - wing]))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_dot(painter: QPainter, at: QPointF, colour: QColor, theme: Theme) -> None:
    """A place that can be taken hold of."""
    painter.setPen(QPen(theme.canvas, 1.5))
    painter.setBrush(colour)
    painter.drawEllipse(at, DOT, DOT)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_minimum(painter: QPainter, at: QPointF, theme: Theme) -> None:
    """A cross."""
    for colour, width in ((theme.canvas, 5.0), (theme.ok, 2.4)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for x, y in ((DOT, DOT), (DOT, -DOT)):
            painter.drawLine(at - QPointF(x, y), at + QPointF(x, y))


def paint_plate(
    painter: QPainter, middle: QPointF, text: str, ink: QColor, room: QRectF, theme: Theme
) -> None:
    """Words on a plate of the canvas's colour, moved to lie within the room."""
    metrics = painter.fontMetrics()
    width, height = metrics.horizontalAdvance(text) + 2 * _PAD, metrics.height() + 2.0
    plate = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
    plate.moveLeft(max(min(plate.left(), room.right() - width), room.left()))
    plate.moveTop(max(min(plate.top(), room.bottom() - height), room.top()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.canvas)
    painter.drawRoundedRect(plate, _PAD, _PAD)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(ink)
    painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), text)
