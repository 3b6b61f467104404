"""Symbolic derivatives of formulas, simplified as one would by hand, and their values.

Conventions at the kinks: relu′(0) = 0 and abs′(0) = 0. The derivative of relu is written with
Iverson's bracket, [u > 0], which is 1 where it holds and 0 elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from mlp_studio.engine.expressions import (
    CONSTANTS,
    Call,
    Expression,
    ExpressionError,
    Name,
    Negation,
    Number,
    Operation,
    variables,
)

ZERO, ONE, TWO = Number(0.0), Number(1.0), Number(2.0)


def derivative(expression: Expression, variable: str) -> Expression:
    """∂expression/∂variable, simplified."""
    if variable not in variables(expression):
        return ZERO
    match expression:
        case Name():
            return ONE
        case Negation(operand):
            return negated(derivative(operand, variable))
        case Call(function, argument):
            outer = _OUTER[function](argument)
            return product(outer, derivative(argument, variable))
        case Operation("+", left, right):
            return total(derivative(left, variable), derivative(right, variable))
        case Operation("-", left, right):
            return difference(derivative(left, variable), derivative(right, variable))
        case Operation("*", left, right):
            return total(
                product(derivative(left, variable), right),
                product(left, derivative(right, variable)),
            )
        case Operation("/", left, right):
            return _of_quotient(left, right, variable)
        case Operation("**", left, right):
            return _of_power(left, right, variable)
    raise AssertionError(f"a number has no variables: {expression}")


def _of_quotient(top: Expression, bottom: Expression, variable: str) -> Expression:
    top_slope, bottom_slope = derivative(top, variable), derivative(bottom, variable)
    if bottom_slope == ZERO:
        return quotient(top_slope, bottom)
    above = difference(product(top_slope, bottom), product(top, bottom_slope))
    return quotient(above, power(bottom, TWO))


def _of_power(base: Expression, exponent: Expression, variable: str) -> Expression:
    """u^v: v·u^(v−1)·u′ while v is constant, and u^v·(v′·log u + v·u′/u) in general."""
    base_slope, exponent_slope = derivative(base, variable), derivative(exponent, variable)
    whole = power(base, exponent)
    if exponent_slope == ZERO:
        lowered = power(base, difference(exponent, ONE))
        return product(product(exponent, lowered), base_slope)
    log_base = ONE if base == Name("e") else Call("log", base)
    growing = product(exponent_slope, log_base)
    if base_slope == ZERO:
        return product(whole, growing)
    return product(whole, total(growing, quotient(product(exponent, base_slope), base)))


_OUTER: dict[str, Callable[[Expression], Expression]] = {
    "sin": lambda u: Call("cos", u),
    "cos": lambda u: negated(Call("sin", u)),
    "tan": lambda u: total(ONE, power(Call("tan", u), TWO)),
    "exp": lambda u: Call("exp", u),
    "log": lambda u: quotient(ONE, u),
    "sqrt": lambda u: quotient(ONE, product(TWO, Call("sqrt", u))),
    "tanh": lambda u: difference(ONE, power(Call("tanh", u), TWO)),
    "sigmoid": lambda u: product(Call("sigmoid", u), difference(ONE, Call("sigmoid", u))),
    "relu": lambda u: Call("positive", u),
    "abs": lambda u: Call("sign", u),
}
"""f′(u) for each function f."""


def total(left: Expression, right: Expression) -> Expression:
    match left, right:
        case Number(a), Number(b):
            return Number(a + b)
        case Number(0.0), _:
            return right
        case _, Number(0.0):
            return left
        case _, Negation(operand):
            return difference(left, operand)
    return product(TWO, left) if left == right else Operation("+", left, right)


def difference(left: Expression, right: Expression) -> Expression:
    match left, right:
        case Number(a), Number(b):
            return Number(a - b)
        case Number(0.0), _:
            return negated(right)
        case _, Number(0.0):
            return left
        case _, Negation(operand):
            return total(left, operand)
    return ZERO if left == right else Operation("-", left, right)


def negated(operand: Expression) -> Expression:
    match operand:
        case Number(value):
            return Number(-value)
        case Negation(inner):
            return inner
    return Negation(operand)


def product(left: Expression, right: Expression) -> Expression:
    match left, right:
        case (Number(0.0), _) | (_, Number(0.0)):
            return ZERO
        case Number(a), Number(b) if math.isfinite(a * b):
            return Number(a * b)
        case Number(1.0), _:
            return right
        case _, Number(1.0):
            return left
        case (Number(a), other) | (other, Number(a)) if a < 0:
            return negated(product(Number(-a), other))
        case Negation(inner), _:
            return negated(product(inner, right))
        case _, Negation(inner):
            return negated(product(left, inner))
        case Number(a), Operation("*", Number(b), rest) if math.isfinite(a * b):
            return product(Number(a * b), rest)
        case _, Number():
            return product(right, left)
    return power(left, TWO) if left == right else Operation("*", left, right)


def quotient(top: Expression, bottom: Expression) -> Expression:
    match top, bottom:
        case _, Number(1.0):
            return top
        case Number(0.0), _:
            return ZERO
        case Number(a), _ if a < 0:
            return negated(quotient(Number(-a), bottom))
        case Negation(inner), _:
            return negated(quotient(inner, bottom))
    return Operation("/", top, bottom)


def power(base: Expression, exponent: Expression) -> Expression:
    match exponent:
        case Number(0.0):
            return ONE
        case Number(1.0):
            return base
    return Operation("**", base, exponent)


_SUM, _PRODUCT, _SIGN, _POWER, _ATOM = range(5)
_STRENGTH = {"+": _SUM, "-": _SUM, "*": _PRODUCT, "/": _PRODUCT, "**": _POWER}


def formula_text(expression: Expression) -> str:
    """The formula as one would type it, with no parentheses that do nothing."""
    return _written(expression)[0]


def _written(expression: Expression) -> tuple[str, int]:
    """The text and how strongly its outermost operation binds."""
    match expression:
        case Number(value):
            text = str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
            return text, _SIGN if text.startswith("-") else _ATOM
        case Name(name):
            return name, _ATOM
        case Call("positive", argument):
            return f"[{formula_text(argument)} > 0]", _ATOM
        case Call(function, argument):
            return f"{function}({formula_text(argument)})", _ATOM
        case Negation(operand):
            return "-" + _within(operand, _PRODUCT), _SIGN
        case Operation(operator, left, right):
            return _written_operation(operator, left, right)


def _written_operation(operator: str, left: Expression, right: Expression) -> tuple[str, int]:
    strength = _STRENGTH[operator]
    if operator == "**":
        text = f"{_within(left, _ATOM)}**{_within(right, _SIGN)}"
    elif operator in "+-":
        text = f"{_within(left, _SUM)} {operator} {_within(right, _PRODUCT)}"
    else:
        # x*(y/z) is x*y/z, but x/(y*z) and x/(y/z) need their parentheses.
        least = _PRODUCT if operator == "*" else _SIGN
        text = f"{_within(left, _PRODUCT)}{operator}{_within(right, least)}"
    return text, strength


def _within(expression: Expression, least: int) -> str:
    text, strength = _written(expression)
    return text if strength >= least else f"({text})"


def value(expression: Expression, scope: Mapping[str, float], text: str = "") -> float:
    """The number it comes to. `text` is what the positions in it point into.

    Raises ExpressionError where it has none: a division by 0, the logarithm or root of a negative
    number, a result too large for a float64.
    """
    try:
        result = _value(expression, scope, text)
    except ZeroDivisionError as error:
        raise ExpressionError("division by zero", expression.position, text) from error
    except OverflowError as error:
        raise ExpressionError("the result is too large", expression.position, text) from error
    if not math.isfinite(result):
        raise ExpressionError("the result is too large", expression.position, text)
    return result


def _value(expression: Expression, scope: Mapping[str, float], text: str) -> float:
    match expression:
        case Number(number):
            return number
        case Name(name):
            return scope[name] if name in scope else CONSTANTS[name]
        case Negation(operand):
            return -value(operand, scope, text)
        case Call(function, argument):
            operand_value = value(argument, scope, text)
            if operand_value < 0 and function in ("log", "sqrt"):
                message = f"{function} of the negative number {operand_value:.6g}"
                raise ExpressionError(message, expression.position, text)
            if operand_value == 0 and function == "log":
                raise ExpressionError("log of zero", expression.position, text)
            return _CALLS[function](operand_value)
        case Operation("**", left, right):
            base, exponent = value(left, scope, text), value(right, scope, text)
            if base < 0 and not exponent.is_integer():
                message = f"the negative number {base:.6g} to the power {exponent:.6g}"
                raise ExpressionError(message, expression.position, text)
            return float(base**exponent)
        case Operation(operator, left, right):
            return _OPERATIONS[operator](value(left, scope, text), value(right, scope, text))


_OPERATIONS: dict[str, Callable[[float, float], float]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}

_CALLS: dict[str, Callable[[float], float]] = {
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "exp": math.exp,
    "log": math.log,
    "sqrt": math.sqrt,
    "tanh": math.tanh,
    "sigmoid": lambda u: 0.5 * (1.0 + math.tanh(0.5 * u)),
    "relu": lambda u: max(u, 0.0),
    "abs": abs,
    "positive": lambda u: float(u > 0),
    "sign": lambda u: float((u > 0) - (u < 0)),
}
