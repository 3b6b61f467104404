"""The engine's plain-text formulas as rich text: e^−z with its exponent raised."""

from __future__ import annotations

import html
import re

_POWER = re.compile(r"\^(?:\(([^)]*)\)|(−?\w(?:_\w)?))")
_INDEX = re.compile(r"(?<=\w)_(\w)")


def rich(formula: str) -> str:
    """Markup of a formula such as "1 / (1 + e^−z)"."""
    escaped = html.escape(formula)
    raised = _POWER.sub(lambda match: f"<sup>{match[1] or match[2]}</sup>", escaped)
    return _INDEX.sub(r"<sub>\1</sub>", raised)
