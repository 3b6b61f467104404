"""The plot as a picture for others: larger than in the window, with titles and a legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from mlp_studio.ui.drawing import Drawing
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.loss.curves import Curves
from mlp_studio.ui.theme import ThemeModel

_WIDTH, _HEIGHT = 960, 540
_HEIGHT_WITHOUT_SCORES = 400
_MARGIN = 16.0
_SAMPLE, _GAP, _APART = 24.0, 6.0, 24.0


@dataclass(frozen=True, slots=True)
class Titles:
    """What the axes are called."""

    epochs: str
    loss: str
    score: str


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of the legend."""

    text: str
    role: str
    style: Qt.PenStyle


def picture(
    curves: Curves,
    theme: ThemeModel,
    numbers: NumberFormat,
    titles: Titles,
    legend: Sequence[Key],
    title: str,
) -> Drawing:
    """What the curves show, drawn anew in the picture's size and the colours of the theme."""
    copy = Curves(theme, numbers)
    copy.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    copy.setFont(curves.font())
    copy.set_titles(titles.epochs, titles.loss, titles.score)
    height = _HEIGHT if curves.scores is not None else _HEIGHT_WITHOUT_SCORES
    head = QFontMetricsF(curves.font()).height() + 8.0
    size = QSizeF(_WIDTH, height)
    inner = QRectF(_MARGIN, _MARGIN + head, _WIDTH - 2 * _MARGIN, height - head - 2 * _MARGIN)
    copy.resize(inner.size().toSize())

    def paint(painter: QPainter) -> None:
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), theme.theme.panel)
        _paint_legend(painter, theme, legend, curves.font())
        copy.look_like(curves)
        copy.grab()  # lays everything out, as showing it would
        copy.lines.clip()
        copy.scene().render(painter, inner, QRectF(copy.rect()))
        copy.deleteLater()

    return Drawing(size, paint, title)


def _paint_legend(painter: QPainter, theme: ThemeModel, legend: Sequence[Key], font: QFont) -> None:
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    left, baseline = _MARGIN, _MARGIN + metrics.ascent()
    middle = baseline - metrics.xHeight() / 2
    for key in legend:
        colour: QColor = getattr(theme.theme, key.role)
        painter.setPen(QPen(colour, 2.0, key.style))
        painter.drawLine(QPointF(left, middle), QPointF(left + _SAMPLE, middle))
        painter.setPen(theme.theme.ink)
        painter.drawText(QPointF(left + _SAMPLE + _GAP, baseline), key.text)
        left += _SAMPLE + _GAP + metrics.horizontalAdvance(key.text) + _APART
