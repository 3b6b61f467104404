"""Shares in percent, and figures that may not exist."""

from __future__ import annotations

import math

from mlp_studio.ui.numbers import NumberFormat

NO_FIGURE = "–"
"""What stands for 0/0."""


def percent_text(numbers: NumberFormat, share: float) -> str:
    """95.31 %, with as much said as the digits set say of the share.

    Nothing rounds to 0 or 100 % but 0 and 1.
    """
    if math.isnan(share):
        return NO_FIGURE
    decimals = numbers.digits - 2
    least = 10.0**-decimals
    text, sign = f"{100 * share:.{decimals}f}", ""
    if share > 0.0 and float(text) == 0.0:
        text, sign = f"{least:.{decimals}f}", "< "
    elif share < 1.0 and float(text) == 100.0:
        text, sign = f"{100 - least:.{decimals}f}", "> "
    return f"{sign}{text.replace('.', numbers.decimal_sign)} %"


def figure_text(numbers: NumberFormat, value: float) -> str:
    """The number, or a dash for one that is not defined."""
    return NO_FIGURE if math.isnan(value) else numbers.text(value)
