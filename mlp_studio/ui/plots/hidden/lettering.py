"""Small texts on the picture: on plates, beside axes, in two sizes of the window's font."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from mlp_studio.ui.theme import Theme, blend

PAD_ACROSS, PAD_DOWN = 6.0, 3.0
_RADIUS = 4.0
_SMALL = 0.9
_LITTLE = 280.0
"""Pixels of the shorter side of a small picture."""
_BOLD = QFont.Weight.DemiBold


class Letters:
    """Fonts made from the widget's, and their measures; in a small picture they are smaller."""

    def __init__(self, base: QFont, side: float) -> None:
        self.text = QFont(base)
        if side < _LITTLE:
            self.text.setPointSizeF(base.pointSizeF() * _SMALL)
        self.text.setFeature(QFont.Tag("tnum"), 1)
        self.strong = QFont(self.text)
        self.strong.setWeight(_BOLD)
        self.small = QFont(self.text)
        self.small.setPointSizeF(self.text.pointSizeF() * _SMALL)
        self.metrics = QFontMetricsF(self.text)
        self.strong_metrics = QFontMetricsF(self.strong)
        self.small_metrics = QFontMetricsF(self.small)

    @property
    def height(self) -> float:
        return self.metrics.height()


def plate_size(letters: Letters, text: str) -> QRectF:
    """A plate for one or more lines of text, at the origin."""
    lines = text.split("\n")
    width = max(letters.small_metrics.horizontalAdvance(line) for line in lines)
    height = letters.small_metrics.height() * len(lines)
    return QRectF(0.0, 0.0, width + 2 * PAD_ACROSS, height + 2 * PAD_DOWN)


def put_inside(plate: QRectF, bounds: QRectF) -> QRectF:
    """The plate moved as little as it takes to lie within the bounds."""
    plate = QRectF(plate)
    plate.moveRight(min(plate.right(), bounds.right()))
    plate.moveBottom(min(plate.bottom(), bounds.bottom()))
    plate.moveLeft(max(plate.left(), bounds.left()))
    plate.moveTop(max(plate.top(), bounds.top()))
    return plate


def draw_plate(
    painter: QPainter, plate: QRectF, text: str, theme: Theme, letters: Letters, ink: QColor
) -> None:
    painter.setPen(QPen(blend(ink, theme.panel, 0.45), 1.0))
    painter.setBrush(theme.panel)
    painter.drawRoundedRect(plate, _RADIUS, _RADIUS)
    painter.setFont(letters.small)
    painter.setPen(ink)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(plate.adjusted(PAD_ACROSS, 0.0, -PAD_ACROSS, 0.0), int(flags), text)


def draw_around(painter: QPainter, at: QPointF, text: str) -> None:
    """The text with its middle there, in the painter's font."""
    width, height = 400.0, 60.0
    around = QRectF(at.x() - width / 2, at.y() - height / 2, width, height)
    painter.drawText(around, int(Qt.AlignmentFlag.AlignCenter), text)
