"""Ready features: formulas over the data's first two columns, and how a formula is shown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mlp_studio.engine.expressions import ExpressionError, Formula

WITHOUT_DATA = ("x1", "x2")
"""What the columns are called while there are none."""

_READY_ONE = ("{a}**2", "sin({a})")
_READY_TWO = ("{a}**2", "{b}**2", "{a}*{b}", "sin({a})", "sin({b})")

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_POWER = re.compile(r"\s*\*\*\s*(\d+)(?![\d.eE])")
_CALL = re.compile(r"\b([^\W\d]\w*)\(\s*(\w+)\s*\)")


def ready_features(columns: Sequence[str]) -> tuple[str, ...]:
    """Those of the usual formulas that can be computed of these columns.

    A column whose name a formula cannot say, such as one with a space in it, has none.
    """
    a, b = (*columns, "")[:2]
    patterns = _READY_TWO if b else _READY_ONE
    formulas = dict.fromkeys(pattern.format(a=a, b=b) for pattern in patterns)
    return tuple(formula for formula in formulas if can_be_computed(formula, columns))


def can_be_computed(formula: str, columns: Sequence[str]) -> bool:
    """Whether the formula can be read and names only these columns."""
    try:
        Formula(formula, columns)
    except ExpressionError:
        return False
    return True


def shown(formula: str) -> str:
    """A formula as it is written by hand: x1², a·b, sin x1."""
    raised = _POWER.sub(lambda match: match[1].translate(_RAISED), formula)
    return _CALL.sub(r"\1 \2", raised).replace("**", "^").replace("*", "·")
