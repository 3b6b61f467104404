"""Formulas that people type: read safely, computed, never executed.

`+ − * / **`, parentheses, numbers, `pi`, `e`, and one-argument functions. The reader is a small
recursive descent of its own rather than Python's `ast`: a data column may be called `class` or
`in`, an error points at its place in plain words, and there is nothing to leave out of a language
that has nothing else in it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

MAX_LENGTH = 1000
"""Characters in one formula."""
MAX_DEPTH = 100
"""Operations nested in one another; a long sum nests once per term."""

CONSTANTS = {"pi": math.pi, "e": math.e}
FUNCTIONS = ("sin", "cos", "tan", "exp", "log", "sqrt", "tanh", "sigmoid", "relu", "abs")

_SHOWN = 100
"""Characters of a text that an error shows."""

_TOKEN = re.compile(
    r"\s*(?:(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?P<name>[^\W\d]\w*)"
    r"|(?P<operator>\*\*|[-+*/()−×·]))"
)
_SPELLINGS = {"−": "-", "×": "*", "·": "*"}

Operator = Literal["+", "-", "*", "/", "**"]


class ExpressionError(ValueError):
    """A formula that cannot be read or computed.

    `position` is the index in `text`, which `str()` shows, with the column, in one line.
    """

    def __init__(self, message: str, position: int, text: str = "") -> None:
        super().__init__(message, position, text)
        self.message = message
        self.position = position
        self.text = text

    def __str__(self) -> str:
        start = max(0, min(self.position - _SHOWN // 2, len(self.text) - _SHOWN))
        shown = " ".join(self.text[start : start + _SHOWN].split())
        before, after = "…" * (start > 0), "…" * (start + _SHOWN < len(self.text))
        return f"{before}{shown}{after}: column {self.position + 1}: {self.message}"


@dataclass(frozen=True, slots=True)
class Number:
    value: float
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A variable, or one of CONSTANTS where no variable is called that."""

    name: str
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Negation:
    operand: Expression
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Operation:
    operator: Operator
    left: Expression
    right: Expression
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    function: str
    argument: Expression
    position: int = field(default=0, compare=False)


Expression = Number | Name | Negation | Operation | Call


def parse_expression(text: str, start: int = 0, stop: int | None = None) -> Expression:
    """The formula in `text[start:stop]`; positions count from the beginning of `text`.

    Raises ExpressionError.
    """
    return _Reader(text, start, len(text) if stop is None else stop).read()


def variables(expression: Expression) -> dict[str, int]:
    """The names in it that are not constants, each with its first position."""
    found: dict[str, int] = {}
    for part in _parts(expression):
        if isinstance(part, Name) and part.name not in CONSTANTS:
            found.setdefault(part.name, part.position)
    return found


def _parts(expression: Expression) -> Iterator[Expression]:
    yield expression
    match expression:
        case Negation(operand):
            yield from _parts(operand)
        case Operation(_, left, right):
            yield from _parts(left)
            yield from _parts(right)
        case Call(_, argument):
            yield from _parts(argument)


class Formula:
    """A formula over the columns of a table, computed for all rows at once.

    A column called like a constant hides it. Raises ExpressionError if the formula cannot be
    read, or names something that is no column.
    """

    def __init__(self, text: str, columns: Sequence[str]) -> None:
        self.text = text
        self.columns = tuple(columns)
        self._expression = parse_expression(text)
        for name, position in variables(self._expression).items():
            if name not in self.columns:
                known = ", ".join(self.columns)
                raise ExpressionError(
                    f"no column is called {name} (there are {known})", position, text
                )

    def values(self, inputs: NDArray[np.float64]) -> NDArray[np.float64]:
        """(samples,) from (samples, columns).

        Where the formula has no value (a division by 0, an overflow) the result is not finite.
        """
        scope = {name: inputs[:, at] for at, name in enumerate(self.columns)}
        with np.errstate(all="ignore"):
            result = _column(self._expression, scope)
        return np.array(np.broadcast_to(result, len(inputs)), dtype=np.float64)


_Column = NDArray[np.float64] | np.float64


def _column(expression: Expression, scope: Mapping[str, _Column]) -> _Column:
    match expression:
        case Number(value):
            return np.float64(value)
        case Name(name):
            return scope[name] if name in scope else np.float64(CONSTANTS[name])
        case Negation(operand):
            return -_column(operand, scope)
        case Call(function, argument):
            return _column_call(function, _column(argument, scope))
        case Operation(operator, left, right):
            result: _Column = _COLUMN_OPERATIONS[operator](
                _column(left, scope), _column(right, scope)
            )
            return result


_COLUMN_OPERATIONS: dict[str, np.ufunc] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
    "**": np.power,
}


_COLUMN_CALLS: dict[str, np.ufunc] = {
    "sin": np.sin,
    "cos": np.cos,
    "tan": np.tan,
    "exp": np.exp,
    "log": np.log,
    "sqrt": np.sqrt,
    "tanh": np.tanh,
    "abs": np.absolute,
}


def _column_call(function: str, argument: _Column) -> _Column:
    if function == "sigmoid":
        # ½(1 + tanh ½x) is 1/(1 + e^−x) and overflows nowhere.
        return 0.5 * (1.0 + np.tanh(0.5 * argument))
    if function == "relu":
        return np.maximum(argument, 0.0)
    result: _Column = _COLUMN_CALLS[function](argument)
    return result


class _Reader:
    """One formula's tokens, taken from the left."""

    def __init__(self, text: str, start: int, stop: int) -> None:
        self.text = text
        self.stop = stop
        self.tokens = self._tokens(start)
        self.at = 0
        self.depth = 0

    def read(self) -> Expression:
        expression = self._sum()
        if self._peek():
            raise self._unexpected()
        if _depth(expression) > MAX_DEPTH:
            raise self._error("the formula nests too deeply", expression.position)
        return expression

    def _tokens(self, start: int) -> list[tuple[str, str, int]]:
        """(kind, text, position) of each."""
        if self.stop - start > MAX_LENGTH:
            raise self._error(f"a formula may have {MAX_LENGTH} characters", start + MAX_LENGTH)
        tokens = []
        at = start
        while self.text[at : self.stop].strip():
            found = _TOKEN.match(self.text, at, self.stop)
            if found is None:
                place = at + len(self.text[at:]) - len(self.text[at:].lstrip())
                hint = "; write ** for a power" if self.text[place] == "^" else ""
                raise self._error(f"“{self.text[place]}” means nothing here{hint}", place)
            kind = str(found.lastgroup)
            token = found.group(kind)
            tokens.append((kind, _SPELLINGS.get(token, token), found.start(kind)))
            at = found.end()
        return tokens

    def _sum(self) -> Expression:
        left = self._product()
        while operator := self._take("+", "-"):
            left = _operation(operator, left, self._product())
        return left

    def _product(self) -> Expression:
        left = self._signed()
        while operator := self._take("*", "/"):
            left = _operation(operator, left, self._signed())
        return left

    def _signed(self) -> Expression:
        """A sign binds less than ** and more than the rest: −2**2 is −4."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self._error("the formula nests too deeply", self._position())
        if sign := self._take("-", "+"):
            operand = self._signed()
            result = Negation(operand, sign[1]) if sign[0] == "-" else operand
        else:
            result = self._power()
        self.depth -= 1
        return result

    def _power(self) -> Expression:
        base = self._atom()
        if operator := self._take("**"):
            return _operation(operator, base, self._signed())
        return base

    def _atom(self) -> Expression:
        if opening := self._take("("):
            inner = self._sum()
            self._close(opening[1])
            return inner
        kind, token, position = self._peek() or ("", "", self.stop)
        if kind not in ("number", "name"):
            raise self._unexpected()
        self.at += 1
        if kind == "number":
            return self._number(token, position)
        opening = self._take("(")
        if opening is None:
            if token in FUNCTIONS:
                raise self._error(f"{token} needs its argument in parentheses", position)
            return Name(token, position)
        if token not in FUNCTIONS:
            known = ", ".join(FUNCTIONS)
            raise self._error(f"there is no function {token} (there are {known})", position)
        argument = self._sum()
        self._close(opening[1])
        return Call(token, argument, position)

    def _number(self, token: str, position: int) -> Number:
        value = float(token)
        if not math.isfinite(value):
            raise self._error("the number is too large", position)
        return Number(value, position)

    def _close(self, opened_at: int) -> None:
        if self._take(")") is None:
            if self._peek() is None:
                raise self._error("this parenthesis is never closed", opened_at)
            raise self._unexpected()

    def _peek(self) -> tuple[str, str, int] | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def _take(self, *operators: str) -> tuple[str, int] | None:
        """The next token and its position, if it is one of these operators."""
        token = self._peek()
        if token is None or token[0] != "operator" or token[1] not in operators:
            return None
        self.at += 1
        return token[1], token[2]

    def _position(self) -> int:
        token = self._peek()
        return token[2] if token else self.stop

    def _unexpected(self) -> ExpressionError:
        token = self._peek()
        if token is None:
            return self._error("the formula ends where a number or a name should follow", self.stop)
        return self._error(f"unexpected “{token[1]}”", token[2])

    def _error(self, message: str, position: int) -> ExpressionError:
        return ExpressionError(message, position, self.text)


def _operation(operator: tuple[str, int], left: Expression, right: Expression) -> Operation:
    sign, position = operator
    return Operation(sign, left, right, position)  # type: ignore[arg-type]  # one of Operator


def _depth(expression: Expression) -> int:
    """Levels of nesting, counted without recursion: the reader has not bounded it yet."""
    deepest, waiting = 0, [(expression, 1)]
    while waiting:
        part, depth = waiting.pop()
        deepest = max(deepest, depth)
        match part:
            case Negation(inner) | Call(_, inner):
                waiting.append((inner, depth + 1))
            case Operation(_, left, right):
                waiting += ((left, depth + 1), (right, depth + 1))
    return deepest
