"""Where the cells of a confusion matrix are: as large as fits, never too small to read."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

GAP = 4.0
_BESIDE, _ABOVE = 1.5, 3.0
"""Around a count, at the least."""
_TALLEST, _WIDEST = 44.0, 88.0
_LONGEST_NAME = 0.34
"""Of the width, that names of the rows may take."""
_SIZES = (1.0, 0.87, 0.75)
"""How large counts are set, against other text: the largest that fits."""
_SCROLLED = 0.87
"""Where none fits."""

Cell = tuple[int, int]
"""The class of the target (the row) and the predicted one (the column)."""


@dataclass(frozen=True, slots=True)
class ConfusionLayout:
    """All in pixels, before scrolling: `left` and `top` are what names take."""

    classes: int
    left: float
    top: float
    width: float
    height: float
    font: QFont
    """What counts are set in."""

    @property
    def total_width(self) -> float:
        return self.left + self.classes * self.width + 1.0

    @property
    def total_height(self) -> float:
        return self.height_of(self.classes)

    def height_of(self, rows: int) -> float:
        """What so many rows take, with the names above."""
        return self.top + rows * self.height + 1.0

    def box(self, cell: Cell) -> QRectF:
        row, column = cell
        left, top = self.left + column * self.width, self.top + row * self.height
        return QRectF(left, top, self.width, self.height)

    def cell_at(self, place: QPointF) -> Cell | None:
        """The cell at a place, or None beside them."""
        column = (place.x() - self.left) // self.width
        row = (place.y() - self.top) // self.height
        if 0 <= row < self.classes and 0 <= column < self.classes:
            return int(row), int(column)
        return None

    def seen(self, part: QRectF) -> tuple[range, range]:
        """The rows and columns of which something is in a part of the whole."""
        last = self.classes - 1
        top = int((part.top() - self.top) // self.height)
        bottom = int((part.bottom() - self.top) // self.height)
        left = int((part.left() - self.left) // self.width)
        right = int((part.right() - self.left) // self.width)
        rows = range(max(top, 0), min(bottom, last) + 1)
        return rows, range(max(left, 0), min(right, last) + 1)


def lay_out(width: float, *, names: tuple[str, ...], largest: str, font: QFont) -> ConfusionLayout:
    """The layout for so much width; wider than that where `largest`, the widest count, needs it.

    `font` is that of names.
    """
    text = QFontMetricsF(font)
    longest = max(map(text.horizontalAdvance, names), default=0.0)
    left = min(longest, _LONGEST_NAME * width) + 1.5 * GAP
    top = 2 * text.height() + GAP
    room = (width - ceil(left) - 1.0) / max(len(names), 1)
    counts = _counts(font, largest, room)
    metrics = QFontMetricsF(counts)
    cell = max(_least(metrics, largest), min(room, _WIDEST))
    height = max(metrics.height() + 2 * _ABOVE, min(cell, _TALLEST))
    # Whole pixels: edges stay sharp without smoothing.
    whole = (float(ceil(left)), float(ceil(top)), float(int(cell)), float(int(height)))
    return ConfusionLayout(len(names), *whole, counts)


def _counts(font: QFont, largest: str, room: float) -> QFont:
    """The font of the counts: smaller where that keeps all of them in sight."""
    for size in _SIZES:
        counts = _scaled(font, size)
        if _least(QFontMetricsF(counts), largest) <= room:
            return counts
    return _scaled(font, _SCROLLED)


def _least(metrics: QFontMetricsF, largest: str) -> float:
    widest = max(metrics.horizontalAdvance(text) for text in (largest, "00"))
    return ceil(widest + 2 * _BESIDE)


def _scaled(font: QFont, size: float) -> QFont:
    scaled = QFont(font)
    scaled.setPointSizeF(font.pointSizeF() * size)
    return scaled
