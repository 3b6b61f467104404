"""The plane's legend: what each mark, ring and tint stands for, in rows below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from mlp_studio.ui.class_marks import Mark, class_colours, ring, stamp
from mlp_studio.ui.theme import Theme, blend

Entries = Sequence[tuple[str, str]]
_SIGN, _BETWEEN = 24.0, 14.0
_MARK = 5.5


def _rows(entries: Entries, width: float, widget_or_painter: QWidget | QPainter) -> list[Entries]:
    advance = widget_or_painter.fontMetrics().horizontalAdvance
    rows: list[list[tuple[str, str]]] = [[]]
    left = 0.0
    for sign, text in entries:
        size = _SIGN + advance(text) + _BETWEEN
        if rows[-1] and left + size > width:
            rows.append([])
            left = 0.0
        rows[-1].append((sign, text))
        left += size
    return list(rows)


def legend_height(widget: QWidget, entries: Entries) -> float:
    """Pixels that the legend takes at the widget's width."""
    if not entries:
        return 0.0
    return len(_rows(entries, widget.width(), widget)) * (widget.fontMetrics().height() + 4.0) + 2.0


def paint_legend(
    painter: QPainter, room: QRectF, entries: Entries, theme: Theme, ratio: float
) -> None:
    height = painter.fontMetrics().height() + 4.0
    advance = painter.fontMetrics().horizontalAdvance
    for number, row in enumerate(_rows(entries, room.width(), painter)):
        size = sum(_SIGN + advance(text) + _BETWEEN for _, text in row) - _BETWEEN
        left = room.left() + max((room.width() - size) / 2, 0.0)
        middle = room.top() + (number + 0.5) * height
        for sign, text in row:
            _sign(painter, sign, QPointF(left + _SIGN / 2 - 2.0, middle), theme, ratio)
            painter.setPen(theme.muted)
            words = QRectF(left + _SIGN, middle - height / 2, advance(text) + 4.0, height)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), text)
            left += _SIGN + advance(text) + _BETWEEN


def _sign(painter: QPainter, sign: str, at: QPointF, theme: Theme, ratio: float) -> None:
    colours = class_colours(theme, 2)
    if sign in ("0", "1", "wrong"):
        shape = int(sign) if sign != "wrong" else 0
        colour = colours[shape] if sign != "wrong" else theme.muted
        picture = stamp(Mark(shape, colour, sign != "wrong"), _MARK, theme, ratio)
    elif sign == "ring":
        picture = ring(_MARK * 0.8, theme.accent, theme.canvas, ratio)
    else:
        _drawn(painter, sign, at, theme)
        return
    size = picture.deviceIndependentSize()
    painter.drawPixmap(at - QPointF(size.width() / 2, size.height() / 2), picture)


def _drawn(painter: QPainter, sign: str, at: QPointF, theme: Theme) -> None:
    box = QRectF(at.x() - 8.0, at.y() - 5.0, 16.0, 10.0)
    if sign == "tint":
        painter.setPen(Qt.PenStyle.NoPen)
        for shape, half in enumerate((-8.0, 0.0)):
            colour = blend(class_colours(theme, 2)[shape], theme.canvas, 0.35)
            painter.setBrush(colour)
            painter.drawRect(QRectF(at.x() + half, at.y() - 5.0, 8.0, 10.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    elif sign == "hulls":
        painter.setPen(QPen(theme.muted, 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, 3.0, 3.0)
    else:
        painter.setPen(QPen(theme.error, 2.2))
        painter.drawLine(at - QPointF(5.0, 5.0), at + QPointF(5.0, 5.0))
        painter.drawLine(at - QPointF(5.0, -5.0), at + QPointF(5.0, -5.0))
