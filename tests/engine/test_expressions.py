"""Formulas are read as mathematics reads them, and nothing else is."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.engine.derivatives import derivative, formula_text, value
from mlp_studio.engine.expressions import (
    MAX_LENGTH,
    ExpressionError,
    Formula,
    parse_expression,
    variables,
)

SCOPE = {"x": 1.3, "y": 0.7, "w": 2.1}


def number(text: str) -> float:
    return value(parse_expression(text), SCOPE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-2**2", -4.0),
        ("2**-1", 0.5),
        ("2**3**2", 512.0),
        ("1 - 2 - 3", -4.0),
        ("8 / 4 / 2", 1.0),
        ("-(1 + 2) * +3", -9.0),
        (".5e1", 5.0),
        ("2 × 3 · 4 − 1", 23.0),
        ("cos(pi)", -1.0),
        ("log(e)", 1.0),
        ("relu(-3) + relu(3) + abs(-1)", 4.0),
        ("sigmoid(0)", 0.5),
        ("tan(x) - sin(x)/cos(x)", 0.0),
    ],
)
def test_operations_bind_as_in_mathematics(text: str, expected: float) -> None:
    assert number(text) == pytest.approx(expected, abs=1e-15)


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("x +* y", 4, "unexpected “*”"),
        ("(x", 1, "never closed"),
        ("x)", 2, "unexpected “)”"),
        ("", 1, "ends where"),
        ("x +", 4, "ends where"),
        ("x ^ 2", 3, "write ** for a power"),
        ("f(x)", 1, "no function f"),
        ("sin x", 1, "parentheses"),
        ("2 x", 3, "unexpected “x”"),
        ("x = 1", 3, "“=” means nothing"),
        ("1e999", 1, "too large"),
        ("x.real", 2, "means nothing"),
        ("__import__('os')", 12, "means nothing"),
        ("x[0]", 2, "means nothing"),
        ("sin(x, y)", 6, "means nothing"),
        ("lambda: 0", 7, "means nothing"),
    ],
)
def test_what_cannot_be_read_is_pointed_at(text: str, column: int, words: str) -> None:
    with pytest.raises(ExpressionError, match=re.escape(words)) as caught:
        parse_expression(text)
    assert caught.value.position == column - 1
    assert f": column {column}: " in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    ["(" * 400 + "x" + ")" * 400, "-" * 500 + "x", "2**" * 300 + "2", "+".join("x" * 400)],
)
def test_deep_nesting_is_refused_not_recursed_into(text: str) -> None:
    with pytest.raises(ExpressionError, match="nests too deeply"):
        parse_expression(text)


def test_a_formula_has_a_greatest_length() -> None:
    with pytest.raises(ExpressionError, match=f"{MAX_LENGTH} characters"):
        parse_expression("1" * 100_000)


@pytest.mark.parametrize("name", ["class", "in", "lambda", "키", "x1", "_a"])
def test_any_word_may_name_a_variable(name: str) -> None:
    assert variables(parse_expression(f"{name} + 1")) == {name: 0}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("9**9**9", "too large"),
        ("exp(1000)", "too large"),
        ("1e200 * 1e200", "too large"),
        ("1 / (x - x)", "division by zero"),
        ("0**-1", "division by zero"),
        ("log(-2)", "log of the negative"),
        ("log(0)", "log of zero"),
        ("sqrt(-1)", "sqrt of the negative"),
        ("(-8)**(1/3)", "negative number -8 to the power"),
    ],
)
def test_a_formula_without_a_value_says_why(text: str, words: str) -> None:
    with pytest.raises(ExpressionError, match=words):
        number(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x*y", "y"),
        ("x + y", "1"),
        ("y - x", "-1"),
        ("x**2", "2*x"),
        ("x*x", "2*x"),
        ("x**3 * y", "3*x**2*y"),
        ("x / y", "1/y"),
        ("y / x", "-y/x**2"),
        ("x / (x + y)", "(x + y - x)/(x + y)**2"),
        ("sin(x)", "cos(x)"),
        ("cos(2*x)", "-sin(2*x)*2"),
        ("exp(x)", "exp(x)"),
        ("log(x)", "1/x"),
        ("sqrt(x)", "1/(2*sqrt(x))"),
        ("tanh(x)", "1 - tanh(x)**2"),
        ("sigmoid(x)", "sigmoid(x)*(1 - sigmoid(x))"),
        ("relu(x*y)", "[x*y > 0]*y"),
        ("abs(x)", "sign(x)"),
        ("e**x", "e**x"),
        ("2**x", "2**x*log(2)"),
        ("10/x + x/2", "-10/x**2 + 1/2"),
        ("y", "0"),
    ],
)
def test_derivatives_read_as_one_would_write_them(text: str, expected: str) -> None:
    found = formula_text(derivative(parse_expression(text), "x"))
    assert found == expected.replace("-sin(2*x)*2", "-2*sin(2*x)")


def expressions() -> st.SearchStrategy[str]:
    leaves = st.sampled_from(["x", "y", "w", "2", "0.5", "pi", "e"])

    def larger(smaller: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        functions = ["sin", "cos", "exp", "tanh", "sigmoid", "sqrt", "log", "abs", "relu", "tan"]
        return st.one_of(
            st.tuples(smaller, st.sampled_from("+-*/"), smaller).map(
                lambda parts: f"({parts[0]}) {parts[1]} ({parts[2]})"
            ),
            st.tuples(smaller, st.sampled_from(["2", "3", "-1", "0.5", "x"])).map(
                lambda parts: f"({parts[0]})**{parts[1]}"
            ),
            st.tuples(st.sampled_from(functions), smaller).map(
                lambda parts: f"{parts[0]}({parts[1]})"
            ),
            smaller.map(lambda inner: f"-({inner})"),
        )

    return st.recursive(leaves, larger, max_leaves=8)


@given(expressions())
def test_derivatives_agree_with_central_differences(text: str) -> None:
    expression, step = parse_expression(text), 1e-5
    try:
        here = value(expression, SCOPE)
        above, below = (
            value(expression, {**SCOPE, "x": SCOPE["x"] + sign * step}) for sign in (1, -1)
        )
        wide_above, wide_below = (
            value(expression, {**SCOPE, "x": SCOPE["x"] + sign * 2 * step}) for sign in (1, -1)
        )
        exact = value(derivative(expression, "x"), SCOPE)
    except ExpressionError:
        return  # no value there, and so no slope
    slope = (above - below) / (2 * step)
    wide = (wide_above - wide_below) / (4 * step)
    scale = 1.0 + abs(slope) + abs(here)
    if scale > 1e6 or abs(slope - wide) > 1e-5 * scale:
        return  # a kink or a pole nearby: the difference quotient itself has not settled
    assert exact == pytest.approx(slope, abs=1e-4 * scale)


@given(expressions())
def test_a_derivative_says_what_it_computes(text: str) -> None:
    slope = derivative(parse_expression(text), "x")
    written = formula_text(slope)
    if "[" in written or "sign(" in written:
        return  # notation for the reader only
    try:
        expected = value(slope, SCOPE)
    except ExpressionError:
        return
    assert value(parse_expression(written), SCOPE) == pytest.approx(expected, rel=1e-9, abs=1e-9)


def test_a_feature_is_computed_for_all_samples_at_once() -> None:
    inputs = np.array([[1.0, 2.0], [3.0, -4.0]])
    assert Formula("x1*x2", ["x1", "x2"]).values(inputs).tolist() == [2.0, -12.0]
    assert Formula("3", ["x1", "x2"]).values(inputs).tolist() == [3.0, 3.0]
    assert Formula("e", ["e", "x2"]).values(inputs).tolist() == [1.0, 3.0]


@given(expressions())
def test_columns_and_scalars_agree(text: str) -> None:
    rows = np.array([[SCOPE["x"], SCOPE["y"], SCOPE["w"]]] * 3)
    column = Formula(text, ["x", "y", "w"]).values(rows)
    try:
        expected = value(parse_expression(text), SCOPE)
    except ExpressionError:
        return
    assert column == pytest.approx([expected] * 3, rel=1e-9)


def test_a_feature_without_a_value_is_not_finite_rather_than_an_error() -> None:
    values = Formula("log(x1)", ["x1"]).values(np.array([[1.0], [0.0], [-1.0]]))
    assert values[0] == 0.0
    assert values[1] == -math.inf
    assert math.isnan(values[2])


def test_a_feature_names_the_columns_there_are() -> None:
    with pytest.raises(ExpressionError, match=r"no column is called x3 \(there are x1, x2\)"):
        Formula("x1 + x3", ["x1", "x2"])
