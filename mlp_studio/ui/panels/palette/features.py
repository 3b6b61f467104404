"""Ready features: formulas over two of the data's columns, and how a formula is shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from mlp_studio.engine.expressions import ExpressionError, Formula
from mlp_studio.project.formula_names import can_be_named

WITHOUT_DATA = ("x1", "x2")
"""What the columns are called while there are none."""

_OF_ONE = ("{}**2", "sin({})")

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_POWER = re.compile(r"\s*\*\*\s*(\d+)(?![\d.eE]|\s*\*\*)")
_CALL = re.compile(r"\b([^\W\d]\w*)\(\s*(\w+)\s*\)(?=\s*(?:[-+−)]|$))")
"""Only where nothing follows that would seem to belong to the argument."""


def ready_features(columns: Sequence[str]) -> tuple[str, ...]:
    """Those of the usual formulas that can be computed of these columns.

    Of the first two whose names a formula can say: one with a space in it has none.
    """
    nameable = (name for name in dict.fromkeys(columns) if can_be_named(name))
    named = list(islice(nameable, 2))
    squares, sines = ([pattern.format(name) for name in named] for pattern in _OF_ONE)
    products = ["*".join(named)] if len(named) == 2 else []
    return (*squares, *products, *sines, *_radial(squares))


def _radial(squares: Sequence[str]) -> tuple[str, ...]:
    """A bump around 0: near 1 there, 0 far away, whatever the direction."""
    if not squares:
        return ()
    return (f"exp(-({' + '.join(squares)}))" if len(squares) > 1 else f"exp(-{squares[0]})",)


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
