"""What each mark and colour of the picture is: one or more rows below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QPixmap

from mlp_studio.ui.class_marks import Mark, ring, stamp
from mlp_studio.ui.plots.hidden.inks import Inks
from mlp_studio.ui.plots.hidden.lattice import SHADES
from mlp_studio.ui.plots.hidden.lettering import Letters
from mlp_studio.ui.plots.hidden.markers import Stamps
from mlp_studio.ui.plots.plane.cloud import draw_centred

_SIGN = 13.0
_GAP, _BETWEEN = 3.0, 8.0
_MARK, _RING = 4.6, 2.8

Draw = Callable[[QPainter, QRectF], None]


@dataclass(frozen=True, slots=True)
class Entry:
    text: str
    draw: Draw
    width: float = _SIGN


@dataclass(frozen=True, slots=True)
class LegendWords:
    """What the entries are called; "" for one that is not there."""

    samples: tuple[str, ...]
    test: str
    wrong: str
    current: str
    columns: tuple[str, ...]


def entries(inks: Inks, words: LegendWords, ratio: float) -> list[Entry]:
    theme, stamps = inks.theme, Stamps(inks, _MARK, ratio)
    last = len(inks.samples) - 1
    numbers = range(len(words.samples)) if inks.task.is_classification else (0, last)
    found = [
        Entry(text, _copy(stamps.stamp(number, _MARK)))
        for text, number in zip(words.samples, numbers, strict=True)
    ]
    if words.test:
        test = stamp(Mark(0, theme.muted, filled=False), _MARK, theme, ratio)
        found.append(Entry(words.test, _copy(test)))
    for text, colour in ((words.wrong, theme.error), (words.current, theme.accent)):
        if text:
            found.append(Entry(text, _copy(ring(_RING, colour, theme.canvas, ratio))))
    found += [
        Entry(text, _lines(inks, family), 1.5 * _SIGN) for family, text in enumerate(words.columns)
    ]
    return found


def rows_of(found: Sequence[Entry], width: float, letters: Letters) -> list[list[Entry]]:
    """As many as fit beside one another, the rest below."""
    rows: list[list[Entry]] = [[]]
    used = 0.0
    for entry in found:
        needs = _width(entry, letters)
        if rows[-1] and used + needs > width:
            rows.append([])
            used = 0.0
        rows[-1].append(entry)
        used += needs + _BETWEEN
    return rows


def draw(
    painter: QPainter, rows: Sequence[Sequence[Entry]], area: QRectF, inks: Inks, letters: Letters
) -> None:
    """The rows in the middle of their area, one below the other."""
    height = letters.small_metrics.height()
    top = area.top()
    for row in rows:
        total = sum(_width(entry, letters) for entry in row) + _BETWEEN * (len(row) - 1)
        left = area.left() + max(0.0, (area.width() - total) / 2)
        for entry in row:
            entry.draw(painter, QRectF(left, top, entry.width, height))
            painter.setFont(letters.small)
            painter.setPen(inks.theme.muted)
            text_at = QPointF(left + entry.width + _GAP, top + letters.small_metrics.ascent())
            painter.drawText(text_at, entry.text)
            left += _width(entry, letters) + _BETWEEN
        top += height


def _width(entry: Entry, letters: Letters) -> float:
    return entry.width + _GAP + letters.small_metrics.horizontalAdvance(entry.text)


def _copy(mark: QPixmap) -> Draw:
    def draw_it(painter: QPainter, area: QRectF) -> None:
        draw_centred(painter, mark, area.center().x(), area.center().y())

    return draw_it


def _lines(inks: Inks, family: int) -> Draw:
    """Some of the lines as they lie over the input plane."""
    count = SHADES

    def draw_it(painter: QPainter, area: QRectF) -> None:
        for number in range(count):
            pen = QPen(inks.lines[family * SHADES + number])
            pen.setWidthF(1.6)
            painter.setPen(pen)
            share = number / (count - 1)
            if family == 0:
                x = area.left() + 2.0 + share * (area.width() - 4.0)
                painter.drawLine(QLineF(x, area.top() + 3.0, x, area.bottom() - 3.0))
            else:
                y = area.bottom() - 2.5 - share * (area.height() - 5.0)
                painter.drawLine(QLineF(area.left() + 2.0, y, area.right() - 2.0, y))

    return draw_it
