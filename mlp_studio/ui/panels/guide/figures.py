"""How figures are written: names with indices, numbers at the digits that were printed."""

from __future__ import annotations

import html
import re

from PySide6.QtCore import QCoreApplication

from mlp_studio.project.worked import Figure
from mlp_studio.ui.numbers import MINUS, NumberFormat

FURTHER = 2
"""Digits that a computed number is shown with beyond those that were printed."""
_INDEX = re.compile(r"_([A-Za-z0-9]+(?:,\d)?)")
_RAISED = re.compile(r"\^(\+)")


def translated(text: str) -> str:
    """A text of a worked example in the window's language."""
    return QCoreApplication.translate("Worked", text)


def name_html(name: str) -> str:
    """Names such as w_5^+, in a text or alone, with their indices below and the + above."""
    lowered = _INDEX.sub(r"<sub>\1</sub>", html.escape(name))
    return _RAISED.sub(r"<sup>\1</sup>", lowered)


def name_text(name: str) -> str:
    """The same without markup, for a screen reader and the clipboard."""
    return name.replace("_", "").replace("^", "")


def fixed(numbers: NumberFormat, value: float, decimals: int) -> str:
    """A number with just so many decimals, and the decimal sign that is set; 0 has no sign."""
    text = f"{value:.{decimals}f}"
    if not text.strip("-0."):
        text = text.lstrip("-")
    return _with_signs(numbers, text)


def published(numbers: NumberFormat, figure: Figure) -> str:
    """The figure as printed, with the minus and the decimal sign of the window."""
    return _with_signs(numbers, figure.published)


def further(numbers: NumberFormat, value: float, figure: Figure) -> tuple[str, str]:
    """The computed number in the digits that were printed, not rounded, and the next two."""
    text = fixed(numbers, value, figure.decimals + FURTHER)
    if not figure.decimals:
        return text[: -FURTHER - 1], text[-FURTHER - 1 :]
    return text[:-FURTHER], text[-FURTHER:]


def _with_signs(numbers: NumberFormat, text: str) -> str:
    return text.replace("-", MINUS).replace(".", numbers.decimal_sign)
