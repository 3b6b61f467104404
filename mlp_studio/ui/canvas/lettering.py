"""The canvas's few fonts, in scene pixels: a larger text setting zooms the whole picture."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QFont, QFontMetricsF

from mlp_studio.ui.numbers import MINUS, NumberFormat

TITLE, NUMBER, TEXT, SMALL = 16, 15, 14, 13
LEGIBLE = 8.0
"""Pixels of the smallest letters that are drawn; a hair less is not told apart from it."""
_COMFORTABLE = 10.0
"""Pixels that letters are enlarged to where the zoom would make them too small."""
_ENLARGED_BY = 1.12
"""From one enlargement to the next: while the zoom glides, labels are not placed every frame."""


def _sized(base: QFont, pixels: int) -> QFont:
    font = QFont(base)
    font.setPixelSize(pixels)
    # Digits of equal width, so that changing numbers do not jitter.
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@dataclass(frozen=True, eq=False)
class Lettering:
    """Fonts made from the window's: of titles, of a unit's value, of text, of small numbers."""

    title: QFont
    number: QFont
    text: QFont
    small: QFont
    symbol: QFont

    @staticmethod
    def of(base: QFont) -> Lettering:
        title = _sized(base, TITLE)
        title.setWeight(QFont.Weight.DemiBold)
        symbol = _sized(base, NUMBER)
        symbol.setItalic(True)
        return Lettering(
            title=title,
            number=_sized(base, NUMBER),
            text=_sized(base, TEXT),
            small=_sized(base, SMALL),
            symbol=symbol,
        )

    def width(self, text: str) -> float:
        """Of small text."""
        return self._small_metrics.horizontalAdvance(text)

    @cached_property
    def _small_metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.small)

    def fitted(self, text: str, width: float, smallest: int = 8) -> QFont:
        """The font of a unit's value, shrunk until `text` is no wider than `width`."""
        font = QFont(self.number)
        while font.pixelSize() > smallest and QFontMetricsF(font).horizontalAdvance(text) > width:
            font.setPixelSize(font.pixelSize() - 1)
        return font


def enlargement(zoom: float) -> float:
    """How much larger than the figure letters are to be so that they can be read; 1 if they can."""
    if SMALL * zoom >= LEGIBLE:
        return 1.0
    steps = math.ceil(math.log(_COMFORTABLE / (SMALL * zoom), _ENLARGED_BY))
    return float(_ENLARGED_BY**steps)


def signed(numbers: NumberFormat, value: float) -> str:
    """A number with its sign always in sight."""
    text = numbers.text(value)
    return f"+{text}" if value > 0 else text


def factor(numbers: NumberFormat, value: float) -> str:
    """A number as the second factor of a product: in brackets if it has a sign."""
    text = numbers.text(value)
    return f"({text})" if text.startswith(MINUS) else text


def widest(numbers: NumberFormat) -> str:
    """A text about as wide as most signed numbers get with the digits set."""
    return signed(numbers, -0.5)
