"""Ready features: formulas over the data's first two columns, and how a formula is shown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mlp_studio.engine.expressions import ExpressionError, Formula, Name, parse_expression

WITHOUT_DATA = ("x1", "x2")
"""What the columns are called while there are none."""

_OF_ONE = ("{}**2", "sin({})")

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_POWER = re.compile(r"\s*\*\*\s*(\d+)(?![\d.eE]|\s*\*\*)")
_CALL = re.compile(r"\b([^\W\d]\w*)\(\s*(\w+)\s*\)(?=\s*(?:[-+−)]|$))")
"""Only where nothing follows that would seem to belong to the argument."""


def ready_features(columns: Sequence[str]) -> tuple[str, ...]:
    """Those of the usual formulas that can be computed of these columns.

    A column whose name a formula cannot say, such as one with a space in it, has none.
    """
    named = [name for name in dict.fromkeys(columns[:2]) if _can_be_named(name)]
    squares, sines = ([pattern.format(name) for name in named] for pattern in _OF_ONE)
    products = ["*".join(named)] if len(named) == 2 else []
    return (*squares, *products, *sines)


def _can_be_named(column: str) -> bool:
    try:
        return parse_expression(column) == Name(column)
    except ExpressionError:
        return False


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
