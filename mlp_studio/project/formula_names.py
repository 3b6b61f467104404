"""What formulas call the columns of the data: some columns have names that no formula can say."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mlp_studio.engine.expressions import ExpressionError, Name, parse_expression


def formula_names(columns: Sequence[str]) -> tuple[str, ...]:
    """One name for each column, all different.

    Its own where a formula can say it; else x and its number from 1: x2 for "petal length".
    """
    return _formula_names(tuple(columns))


@lru_cache(maxsize=16)
def _formula_names(columns: tuple[str, ...]) -> tuple[str, ...]:
    taken = {name for name in columns if can_be_named(name)}
    names: list[str] = []
    for number, column in enumerate(columns, start=1):
        if can_be_named(column) and column not in names:
            names.append(column)
            continue
        name = f"x{number}"
        while name in taken:
            name += "_"
        taken.add(name)
        names.append(name)
    return tuple(names)


def can_be_named(column: str) -> bool:
    """Whether a formula can say this name."""
    try:
        return parse_expression(column) == Name(column)
    except ExpressionError:
        return False
