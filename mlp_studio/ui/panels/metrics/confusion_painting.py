"""How a confusion matrix is drawn, scrolled or not: names stay where they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from mlp_studio.ui.counting import count_text
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.metrics.confusion_layout import GAP, Cell, ConfusionLayout
from mlp_studio.ui.theme import Theme, blend

Counts = NDArray[np.intp]

_LEAST, _MOST = 0.1, 0.38
"""The share of its colour in the ground of a cell: ink must stay readable on it."""
_DOT = 3.0
_Align = Qt.AlignmentFlag
_LEFT = int(_Align.AlignLeft | _Align.AlignVCenter)
_RIGHT = int(_Align.AlignRight | _Align.AlignVCenter)
_MIDDLE = int(_Align.AlignHCenter | _Align.AlignVCenter)


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """All that the matrix is drawn from; `offset` is how far it is scrolled.

    `captions` are what rows and columns are of. `marked` is the cell of the current sample,
    `focused` the keyboard's and `hovered` the mouse's.
    """

    layout: ConfusionLayout
    offset: QPointF
    captions: tuple[str, str]
    names: tuple[str, ...]
    counts: Counts
    marked: Cell | None
    focused: Cell | None
    hovered: Cell | None

    def box(self, cell: Cell) -> QRectF:
        """Where a cell is on the port."""
        return self.layout.box(cell).translated(-self.offset)


@lru_cache(maxsize=256)
def ground(theme: Theme, share: int, *, is_right: bool) -> QColor:
    """The colour behind a count that is so many percent of its row."""
    if not share:
        return theme.canvas
    colour = theme.ok if is_right else theme.error
    return blend(colour, theme.panel, _LEAST + (_MOST - _LEAST) * share / 100)


def paint(
    painter: QPainter, drawing: Drawing, port: QRectF, theme: Theme, numbers: NumberFormat
) -> None:
    """Draw what of the matrix shows in the port, and nothing else of it."""
    layout, font = drawing.layout, QFont(painter.font())
    cells = port.adjusted(layout.left, layout.top, 0, 0)
    rows, columns = layout.seen(cells.translated(drawing.offset))
    painter.setClipRect(cells.adjusted(-1, -1, 0, 0))
    painter.setFont(layout.font)
    texts = _texts(painter.fontMetrics(), drawing.counts, numbers)
    for row in rows if columns else ():
        _paint_row(painter, drawing, row, columns, theme, texts)
    _paint_rings(painter, drawing, theme)
    painter.setFont(font)
    painter.setClipping(False)
    _paint_captions(painter, drawing, port, theme)
    painter.setPen(theme.ink)
    painter.setClipRect(QRectF(0, layout.top, layout.left, port.height()))
    _paint_row_names(painter, drawing, rows)
    painter.setClipRect(QRectF(layout.left, 0, port.width(), layout.top))
    _paint_column_names(painter, drawing, columns)


def _paint_row(
    painter: QPainter,
    drawing: Drawing,
    row: int,
    columns: range,
    theme: Theme,
    texts: Mapping[int, tuple[str, int]],
) -> None:
    counts = drawing.counts[row].tolist()
    total = sum(counts)
    metrics = painter.fontMetrics()
    box = drawing.box((row, columns.start)).toRect().adjusted(1, 1, 0, 0)
    baseline = box.center().y() + (metrics.ascent() - metrics.descent() + 1) // 2
    for column in columns:
        count = counts[column]
        # Never 0 but for 0.
        share = ceil(100 * count / total) if total else 0
        painter.fillRect(box, ground(theme, share, is_right=row == column))
        painter.setPen(theme.ink if count else theme.muted)
        text, width = texts[count]
        painter.drawText(box.left() + (box.width() - width) // 2, baseline, text)
        box.translate(int(drawing.layout.width), 0)


def _texts(
    metrics: QFontMetrics, counts: Counts, numbers: NumberFormat
) -> dict[int, tuple[str, int]]:
    """Each count as it is written, and how wide that is: most stand in many cells."""
    texts = {count: count_text(numbers, count) for count in np.unique(counts).tolist()}
    return {count: (text, metrics.horizontalAdvance(text)) for count, text in texts.items()}


def _paint_rings(painter: QPainter, drawing: Drawing, theme: Theme) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if drawing.hovered is not None:
        painter.setPen(QPen(theme.muted, 1.0))
        painter.drawRect(drawing.box(drawing.hovered).adjusted(1.5, 1.5, -0.5, -0.5))
    if drawing.focused is not None:
        painter.setPen(QPen(theme.accent, 2.0))
        painter.drawRect(drawing.box(drawing.focused).adjusted(2, 2, -1, -1))
    if drawing.marked is not None:
        box = drawing.box(drawing.marked)
        radius = min(_DOT, box.width() / 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawEllipse(box.topRight() + QPointF(-2, 3) * radius, radius, radius)


def _paint_captions(painter: QPainter, drawing: Drawing, port: QRectF, theme: Theme) -> None:
    """Side by side: what goes down, then what goes across, over the cells if there is room."""
    layout, line = drawing.layout, _line(drawing.layout)
    rows, columns = drawing.captions
    measure = painter.fontMetrics().horizontalAdvance
    left = max(layout.left, measure(rows) + 3 * GAP)
    right = max(min(layout.total_width, port.width()), left + measure(columns) + GAP)
    painter.setPen(theme.muted)
    painter.drawText(QRectF(0, 0, left, line), _LEFT, rows)
    painter.drawText(QRectF(left, 0, right - left, line), _MIDDLE, columns)


def _paint_column_names(painter: QPainter, drawing: Drawing, columns: range) -> None:
    """As small as counts where they would not fit otherwise."""
    layout, line = drawing.layout, _line(drawing.layout)
    widest = max(map(painter.fontMetrics().horizontalAdvance, drawing.names))
    if widest > layout.width - 2:
        painter.setFont(layout.font)
    metrics = painter.fontMetrics()
    for column in columns:
        box = drawing.box((0, column))
        place = QRectF(box.left(), line, box.width(), line)
        painter.drawText(place, _MIDDLE, _cut(metrics, drawing.names[column], box.width() - 2))


def _paint_row_names(painter: QPainter, drawing: Drawing, rows: range) -> None:
    metrics, width = painter.fontMetrics(), drawing.layout.left - 1.5 * GAP
    for row in rows:
        box = drawing.box((row, 0))
        place = QRectF(0, box.top(), width, box.height())
        painter.drawText(place, _RIGHT, _cut(metrics, drawing.names[row], width))


def _line(layout: ConfusionLayout) -> float:
    """The height of a line of names."""
    return (layout.top - GAP) / 2


def _cut(metrics: QFontMetrics, name: str, width: float) -> str:
    return metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(int(width), 0))
