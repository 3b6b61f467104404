"""How numbers are written and read: one setting of digits and decimal sign for the whole window."""

from __future__ import annotations

import math
import re
from fractions import Fraction

from PySide6.QtCore import QObject, Signal

MINUS = "−"
FEWEST_DIGITS = 2
MOST_DIGITS = 6
_LARGE = 1e5
"""From here on a fixed number of decimals is noise, and the columns no longer fit."""
_LONGEST = 40
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?", re.ASCII | re.IGNORECASE)


class NumberFormat(QObject):
    """Writes every number on screen, and reads every number typed."""

    changed = Signal()

    def __init__(
        self, digits: int = 4, decimal_sign: str = ".", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._digits = digits
        self._decimal_sign = decimal_sign

    @property
    def digits(self) -> int:
        """Decimals shown, from FEWEST_DIGITS to MOST_DIGITS."""
        return self._digits

    def set_digits(self, digits: int) -> None:
        digits = min(max(digits, FEWEST_DIGITS), MOST_DIGITS)
        if digits != self._digits:
            self._digits = digits
            self.changed.emit()

    @property
    def decimal_sign(self) -> str:
        return self._decimal_sign

    def set_decimal_sign(self, sign: str) -> None:
        """`sign` is "." or ","; raises ValueError for another."""
        if sign not in (".", ","):
            raise ValueError(f"the decimal sign must be . or , and not {sign!r}")
        if sign != self._decimal_sign:
            self._decimal_sign = sign
            self.changed.emit()

    def text(self, value: float) -> str:
        """`value` with the decimals set; scientific where those would show none of it, or too much.

        A value that rounds to zero is never shown as 0.00: only zero is.
        """
        if not math.isfinite(value):
            return "NaN" if math.isnan(value) else ("∞" if value > 0 else f"{MINUS}∞")
        size = abs(value)
        vanishes = 0.0 < size < 0.5 * 10.0**-self._digits
        if vanishes or size >= _LARGE:
            return self._localised(_scientific(f"{value:.{max(1, self._digits - 1)}e}"))
        return self._localised(f"{value + 0.0:.{self._digits}f}")

    def exact(self, value: float) -> str:
        """The shortest text that reads back as exactly `value`: for editing and tooltips."""
        if not math.isfinite(value):
            return self.text(value)
        shortest = repr(float(value) + 0.0)
        if "e" in shortest:
            return self._localised(_scientific(shortest))
        return self._localised(shortest.removesuffix(".0"))

    def parse(self, text: str) -> float:
        """The number a person typed: 0.5, 0,5, −2, 1e-3 or 1/3, with either decimal sign.

        Raises ValueError, with one translated sentence, if it is not a finite number.
        """
        plain = "".join(text.split()).replace(MINUS, "-").replace(",", ".")
        parts = plain.split("/")
        if len(plain) > _LONGEST or len(parts) > 2 or not all(map(_NUMBER.fullmatch, parts)):
            raise ValueError(
                self.tr("“{text}” is not a number; write for example 0.5, −2 or 1/3.").format(
                    text=text.strip()[:_LONGEST]
                )
            )
        if len(parts) == 2 and Fraction(parts[1]) == 0:
            raise ValueError(self.tr("A fraction cannot have 0 below its line."))
        return self._finite(parts, text)

    def _finite(self, parts: list[str], text: str) -> float:
        try:
            # Through Fraction, so that 1/3 is rounded once and not twice.
            return float(Fraction(parts[0]) / Fraction(parts[1] if len(parts) == 2 else "1"))
        except OverflowError as error:
            raise ValueError(
                self.tr("{text} is too large to compute with.").format(text=text.strip())
            ) from error

    def _localised(self, text: str) -> str:
        return text.replace("-", MINUS).replace(".", self._decimal_sign)


def _scientific(text: str) -> str:
    mantissa, exponent = text.split("e")
    return f"{mantissa}e{int(exponent)}"
