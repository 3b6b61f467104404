"""How whole numbers are written, however large they are: counts of paths and multiplications."""

from __future__ import annotations

import math

from mlp_studio.ui.numbers import NumberFormat

LARGE = 10**15
"""From here on nobody reads the digits: a power of ten says it."""
_UPPER = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_MOST_DIGITS = 300
"""A number longer than this is never written out."""
_FEW = 100
"""Ratios below it are written with a decimal."""


def count_text(numbers: NumberFormat, count: int) -> str:
    """12,345,678; and 1.2·10³⁴ for what is above a thousand million million."""
    if count < LARGE:
        return _grouped(numbers, count)
    exponent = len(str(count)) - 1 if count < 10**_MOST_DIGITS else math.floor(math.log10(count))
    tenths = (count * 10 + 10**exponent // 2) // 10**exponent
    if tenths >= 100:
        exponent, tenths = exponent + 1, 10
    mantissa = f"{tenths // 10}{numbers.decimal_sign}{tenths % 10}"
    return f"{mantissa}·{power(exponent)}"


def exact_text(numbers: NumberFormat, count: int) -> str:
    """Every digit, for a tooltip; the rounded text where even that would be too long."""
    if count < 10**_MOST_DIGITS:
        return _grouped(numbers, count)
    return count_text(numbers, count)


def ratio_text(numbers: NumberFormat, count: int, to: int) -> str:
    """How many times as much one is as the other: 12.3, or 4,567."""
    if to == 0:
        return "–"
    if count < _FEW * to:
        return f"{count / to:.1f}".replace(".", numbers.decimal_sign)
    return count_text(numbers, (2 * count + to) // (2 * to))


def power(exponent: int) -> str:
    """10³."""
    return "10" + str(exponent).translate(_UPPER)


def _grouped(numbers: NumberFormat, count: int) -> str:
    # Where the comma is the decimal sign, a thin space that does not break parts the thousands.
    return f"{count:,}".replace(",", "," if numbers.decimal_sign == "." else "\u202f")
