"""How long something takes, in the unit a person would say it in."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject

from mlp_studio.ui.counting import count_text
from mlp_studio.ui.numbers import NumberFormat

_MINUTE, _HOUR, _DAY, _YEAR = 60.0, 3600.0, 86_400.0, 31_557_600.0
_WHOLE = 100.0
"""From here on of a unit, its decimals are noise."""


class Durations(QObject):
    """Writes seconds; owned by what shows them."""

    def __init__(self, numbers: NumberFormat, parent: QObject) -> None:
        super().__init__(parent)
        self._numbers = numbers

    def text(self, seconds: float) -> str:
        """3.4 ms, 2.1 h, 1.2·10²¹ years; beyond all floats, a sentence."""
        if not math.isfinite(seconds):
            return self.tr("longer than can be said")
        if seconds >= _YEAR:
            return self.tr("{number} years").format(number=self._short(seconds / _YEAR))
        for least, size, unit in (
            (_DAY, _DAY, self.tr("{number} days")),
            (_HOUR, _HOUR, self.tr("{number} h")),
            (_MINUTE, _MINUTE, self.tr("{number} min")),
            (1.0, 1.0, self.tr("{number} s")),
            (1e-3, 1e-3, self.tr("{number} ms")),
        ):
            if seconds >= least:
                return unit.format(number=self._short(seconds / size))
        return self.tr("{number} µs").format(number=self._short(seconds * 1e6))

    def _short(self, value: float) -> str:
        if value >= _WHOLE:
            return count_text(self._numbers, round(value))
        return f"{value:.1f}".replace(".", self._numbers.decimal_sign)
