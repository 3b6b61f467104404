"""Formulas as they are read rather than typed: 3·u² − v, and the same with numbers in it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mlp_studio.engine.derivatives import formula_text
from mlp_studio.engine.expressions import Call, Expression, Name, Negation, Number, Operation
from mlp_studio.ui.numbers import MINUS, NumberFormat
from mlp_studio.ui.panels.fields import as_given

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_POWER = re.compile(r"\*\*(\d+)(?![\d.])")


def written(expression: Expression) -> str:
    """In symbols, as on a board."""
    text = _POWER.sub(lambda match: match[1].translate(_RAISED), formula_text(expression))
    return text.replace("**", "^").replace("*", "·").replace("-", MINUS)


def with_numbers(expression: Expression, values: Mapping[str, float], numbers: NumberFormat) -> str:
    """The same with the values of its variables in their places."""
    texts = {name: factor(value, numbers) for name, value in values.items()}
    return written(_renamed(expression, texts))


def number(value: float, numbers: NumberFormat) -> str:
    return as_given(numbers, value)


def factor(value: float, numbers: NumberFormat) -> str:
    """A number among others: a negative one in parentheses."""
    text = number(value, numbers)
    return f"({text})" if text.startswith(MINUS) else text


def shortened(text: str, most: int) -> str:
    """At most so many characters, its end cut off."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _renamed(expression: Expression, texts: Mapping[str, str]) -> Expression:
    """With other names: a name is printed as it is, so a number may stand for one."""
    match expression:
        case Number():
            return expression
        case Name(name):
            return Name(texts.get(name, name))
        case Negation(operand):
            return Negation(_renamed(operand, texts))
        case Call(function, argument):
            return Call(function, _renamed(argument, texts))
        case Operation(operator, left, right):
            return Operation(operator, _renamed(left, texts), _renamed(right, texts))
