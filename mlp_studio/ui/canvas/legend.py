"""The legend: samples of lines and colours with what they mean, in a corner of the view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from mlp_studio.ui.canvas.column import PORT
from mlp_studio.ui.canvas.edge_pens import THINNEST, WIDEST
from mlp_studio.ui.canvas.glyphs import draw_arrowhead
from mlp_studio.ui.canvas.heat_image import Shades
from mlp_studio.ui.canvas.lettering import Lettering
from mlp_studio.ui.canvas.pictures_item import draw_bars
from mlp_studio.ui.numbers import MINUS
from mlp_studio.ui.theme import Theme

_INSIDE = 6.0
_ROW = 26.0
_SAMPLE = 30.0
_SHADES = 96.0
_TEXT_GAP, _ENTRY_GAP = 8.0, 18.0

Draw = Callable[[QPainter, QRectF], None]
"""Draws a sample into a box one row high."""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sample of `width` and what it means."""

    text: str
    draw: Draw
    width: float = _SAMPLE


def line_entry(text: str, colour: QColor) -> LegendEntry:
    """A line that grows thicker, as weights do."""

    def draw(painter: QPainter, box: QRectF) -> None:
        x, y = box.left(), box.center().y()
        thin, thick = THINNEST / 2, WIDEST / 2
        painter.setBrush(colour)
        painter.drawPolygon(
            [
                QPointF(x, y - thin),
                QPointF(x + _SAMPLE, y - thick),
                QPointF(x + _SAMPLE, y + thick),
                QPointF(x, y + thin),
            ]
        )

    return LegendEntry(text, draw)


def text_entry(text: str) -> LegendEntry:
    """A sentence about what is shown, without a sample."""
    return LegendEntry(text, lambda _painter, _box: None, width=-_TEXT_GAP)


def arrow_entry(text: str, colour: QColor, direction: int) -> LegendEntry:
    """An arrow to the right (1) or to the left (−1)."""

    def draw(painter: QPainter, box: QRectF) -> None:
        painter.setBrush(colour)
        y = box.center().y()
        painter.drawRect(QRectF(box.left() + 4.0, y - 1.0, _SAMPLE - 8.0, 2.0))
        tip = QPointF(box.right() if direction > 0 else box.left(), y)
        draw_arrowhead(painter, tip, float(direction), 0.0, 2 * PORT)

    return LegendEntry(text, draw)


@lru_cache(maxsize=2)
def _shades_of(theme: Theme) -> QImage:
    """Drawn with every frame, but the same as long as the theme is."""
    return Shades(theme).bar()


def shades_entry(text: str, theme: Theme) -> LegendEntry:
    """The colours of a map from the least output over 0, which is marked, to the greatest."""
    bar = _shades_of(theme)

    def draw(painter: QPainter, box: QRectF) -> None:
        shades = QRectF(box.left() + 14.0, box.center().y() - 7.0, box.width() - 28.0, 14.0)
        painter.drawImage(shades, bar, QRectF(bar.rect()))
        painter.setPen(theme.muted)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(shades)
        painter.setPen(theme.ink)
        for sign, x in ((MINUS, shades.left() - 8.0), ("0", shades.center().x())):
            painter.drawText(_around(x, box.center().y()), Qt.AlignmentFlag.AlignCenter, sign)
        plus = _around(shades.right() + 8.0, box.center().y())
        painter.drawText(plus, Qt.AlignmentFlag.AlignCenter, "+")

    return LegendEntry(text, draw, _SHADES)


def bars_entry(text: str, theme: Theme) -> LegendEntry:
    """A bar to the left and a bar to the right."""

    def draw(painter: QPainter, box: QRectF) -> None:
        top = box.center().y() - 3.5
        left, right = box.left() + 14.0, box.right() - 14.0
        draw_bars(painter, [(left, top, -0.75), (right, top, 0.75)], theme)

    return LegendEntry(text, draw, 66.0)


def draw_legend(
    painter: QPainter,
    area: QRectF,
    entries: Sequence[LegendEntry],
    theme: Theme,
    lettering: Lettering,
) -> None:
    """Rows of entries in the lower left corner of `area`, on a plate of the canvas's colour."""
    metrics = QFontMetricsF(lettering.small)

    def width_of(entry: LegendEntry) -> float:
        return entry.width + _TEXT_GAP + metrics.horizontalAdvance(entry.text) + _ENTRY_GAP

    rows = _rows([width_of(entry) for entry in entries], area.width() - 16.0 - 2 * _INSIDE)
    for number, row in enumerate(reversed(rows)):
        shown = [entries[index] for index in row]
        bottom = area.bottom() - 8.0 - number * _ROW
        plate = QRectF(area.left() + 8.0, bottom - _ROW, sum(map(width_of, shown)) + 2.0, _ROW)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.canvas)
        painter.drawRoundedRect(plate, 6.0, 6.0)
        x = plate.left() + _INSIDE
        for entry in shown:
            _draw_entry(painter, QRectF(x, plate.top(), entry.width, _ROW), entry, theme, lettering)
            x += width_of(entry)


def _draw_entry(
    painter: QPainter, box: QRectF, entry: LegendEntry, theme: Theme, lettering: Lettering
) -> None:
    painter.setFont(lettering.small)
    painter.setPen(Qt.PenStyle.NoPen)
    entry.draw(painter, box)
    painter.setPen(theme.muted)
    text = QRectF(box.right() + _TEXT_GAP, box.top(), 1000.0, box.height())
    painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, entry.text)


def _rows(widths: Sequence[float], room: float) -> list[list[int]]:
    """Which entries stand in which row: as many in each as there is room for, at least one."""
    rows: list[list[int]] = []
    used = room
    for index, width in enumerate(widths):
        if not rows or used + width > room:
            rows.append([])
            used = 0.0
        rows[-1].append(index)
        used += width
    return rows


def _around(x: float, y: float) -> QRectF:
    return QRectF(x - 10.0, y - 10.0, 20.0, 20.0)
