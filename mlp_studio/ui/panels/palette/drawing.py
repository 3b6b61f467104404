"""What tiles and chips draw with: their data, their outline, and text in few lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from mlp_studio.ui.theme import Theme, blend

ITEM = int(Qt.ItemDataRole.UserRole)
"""The `PaletteItem` an entry stands for; None for one that cannot be placed."""
WHAT = ITEM + 1
"""What it is, in a quieter colour under its name."""
PICTURE = ITEM + 2
"""The name of an icon, or a `Sketch`."""
ARMED = ITEM + 3
"""Whether the next click on the canvas places it."""
BROKEN = ITEM + 4
"""Whether it cannot be read."""

Index = QModelIndex | QPersistentModelIndex

_SMALL = 0.92
"""Of the font's size, for what is said under a name."""


def draw_outline(
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: Index,
    theme: Theme,
    radius: float,
    body: QRect,
) -> None:
    """The body of a tile or chip: filled when armed, outlined when it has the keyboard."""
    armed = bool(index.data(ARMED))
    focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    strong = armed or focused
    width = 1.5 if strong else 1.0
    painter.setPen(QPen(theme.accent if strong else theme.line, width))
    painter.setBrush(_fill(theme, armed=armed, hovered=hovered))
    outline = QRectF(body).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(outline, radius, radius)


def _fill(theme: Theme, *, armed: bool, hovered: bool) -> QColor:
    if armed:
        return blend(theme.accent, theme.panel, 0.20)
    return blend(theme.accent, theme.panel, 0.10) if hovered else theme.canvas


def name_font(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def small_font(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    return small


def lines_of(text: str, font: QFont, width: int, most: int) -> list[str]:
    """`text` broken into up to `most` lines of `width` pixels; what is too long ends in "…"."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    lines = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    if len(lines) > most:
        rest = text[starts[most - 1] :]
        lines[most - 1 :] = [
            QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
        ]
    return lines


def draw_lines(
    painter: QPainter, at: QPointF, lines: list[str], font: QFont, colour: QColor
) -> float:
    """Draw the lines down from `at`; the height they took."""
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(colour)
    for number, line in enumerate(lines):
        baseline = at.y() + number * metrics.lineSpacing() + metrics.ascent()
        painter.drawText(QPointF(at.x(), baseline), line)
    return float(len(lines) * metrics.lineSpacing())


def height_of(lines: list[str], font: QFont) -> int:
    return len(lines) * QFontMetrics(font).lineSpacing()
