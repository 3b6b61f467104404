"""The chain rule against sympy and finite differences on random graphs, and the parser fuzzed."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest
import sympy
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mlp_studio.engine.chain import differentiate, evaluate
from mlp_studio.engine.chain_steps import WAYS, standing, steps
from mlp_studio.engine.expressions import ExpressionError, parse_expression
from mlp_studio.engine.formula_graph import parse

SYMPY = {
    "sigmoid": lambda u: 1 / (1 + sympy.exp(-u)),
    "tanh": sympy.tanh,
    "sin": sympy.sin,
    "cos": sympy.cos,
    "exp": sympy.exp,
}
"""What sympy calls the functions that the random formulas use."""


@st.composite
def graphs(draw: st.DrawFn) -> str:
    """Two to five formulas, smooth everywhere; each uses the one before it."""
    names = ["u", "v"]
    lines = []
    for number in range(draw(st.integers(2, 5))):
        # The newest name is always used, so that there is one output.
        newest = names[-1]
        other = draw(st.sampled_from(names))
        text = draw(expressions([newest, other]))
        lines.append(f"f{number} = {newest}*{draw(st.integers(1, 3))} + {text}")
        names.append(f"f{number}")
    return "; ".join(draw(st.permutations(lines)))


def expressions(names: list[str]) -> st.SearchStrategy[str]:
    leaves = st.sampled_from([*names, "2", "0.5", "pi"])

    def larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.one_of(
            st.builds("({} + {})".format, inner, inner),
            st.builds("({} - {})".format, inner, inner),
            st.builds("({} * {})".format, inner, inner),
            st.builds("({} / (1.5 + ({})**2))".format, inner, inner),
            st.builds("({})**{}".format, inner, st.integers(2, 3)),
            st.builds("-{}".format, inner),
            st.builds("{}({})".format, st.sampled_from(["sigmoid", "tanh", "sin", "cos"]), inner),
        )

    return st.recursive(leaves, larger, max_leaves=5)


numbers = st.floats(-1.5, 1.5).map(lambda value: round(value, 3))


def inputs(text: str, u: float, v: float) -> dict[str, float]:
    return {name: {"u": u, "v": v}[name] for name in parse(text).inputs}


@settings(max_examples=25, deadline=None)
@given(graphs(), numbers, numbers)
def test_random_graphs_agree_with_sympy(text: str, u: float, v: float) -> None:
    values = inputs(text, u, v)
    answer = evaluate(text, values)
    assume(max(map(abs, answer["values"].values())) < 1e6)
    graph = parse(text)
    known = {name: sympy.Symbol(name) for name in values}
    for name in graph.order:
        line = next(part for part in text.split(";") if part.strip().startswith(f"{name} ="))
        # Only what this test wrote itself is ever given to sympify, which evaluates it.
        known[name] = sympy.sympify(line.split("=")[1], locals={**SYMPY, **known})
    output = known[graph.output]
    at = {known[name]: value for name, value in values.items()}
    assert answer["values"][graph.output] == pytest.approx(float(output.evalf(subs=at)), rel=1e-7)
    for name in values:
        slope = float(sympy.diff(output, known[name]).evalf(subs=at))
        assert answer["gradients"][name] == pytest.approx(slope, rel=1e-7, abs=1e-7)


@settings(max_examples=60, deadline=None)
@given(graphs(), numbers, numbers)
def test_random_graphs_agree_with_central_differences(text: str, u: float, v: float) -> None:
    values = inputs(text, u, v)
    answer = evaluate(text, values)
    assume(max(map(abs, (*answer["values"].values(), *answer["gradients"].values()))) < 1e4)
    output, step = answer["output"], 1e-5
    for name in values:
        up, down = (
            evaluate(text, {**values, name: values[name] + sign * step})["values"][output]
            for sign in (1, -1)
        )
        scale = 1 + abs(answer["gradients"][name]) + abs(answer["values"][output])
        assert answer["gradients"][name] == pytest.approx(
            (up - down) / (2 * step), abs=1e-4 * scale**2
        )


@settings(max_examples=40, deadline=None)
@given(graphs(), numbers, numbers)
def test_steps_end_at_the_numbers_of_the_command(text: str, u: float, v: float) -> None:
    """Whichever way is walked, with as many multiplications as were counted."""
    values = inputs(text, u, v)
    answer = evaluate(text, values)
    found = differentiate(parse(text), values)
    for way, count in zip(WAYS, answer["multiplications"].values(), strict=True):
        walked = steps(found, way)
        end = standing(found, walked)
        assert end.multiplications == count
        assert end.values == set(answer["values"])
        for name, gradient in answer["gradients"].items():
            assert end.gradients[name] == gradient
            assert name in end.complete


def refusal(act: Callable[[str], object], text: str) -> ExpressionError | None:
    """How the text is refused; None if it is not. Any other exception is a failure."""
    try:
        act(text)
    except ExpressionError as error:
        return error
    return None


TOKENS = ["x", "y", "z", "=", ";", "\n", "+", "-", "*", "**", "/", "(", ")", "1", "1e9", "e", " "]
PIECES = [*TOKENS, ".", "sin", "log(", "tanh", "^", "__import__", "é", "𝑥", "\x00", "==", "🙂", ","]


@settings(max_examples=400, deadline=2000)
@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)))
def test_any_text_is_read_or_refused_at_a_place_inside_it(text: str) -> None:
    for read in (parse, parse_expression):
        error = refusal(read, text)
        assert error is None or 0 <= error.position <= len(text)
        assert "\n" not in str(error)


@settings(max_examples=200, deadline=2000)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.floats(-3, 3))
def test_any_graph_that_can_be_read_is_computed_or_refused(text: str, at: float) -> None:
    answers: list[dict[str, Any]] = []

    def compute(formulas: str) -> None:
        graph = parse(formulas)
        answers.append(evaluate(formulas, dict.fromkeys(graph.inputs, at)))

    error = refusal(compute, f"z = {text}")
    assert error is None or 0 <= error.position <= len(f"z = {text}")
    for answer in answers:
        assert all(map(math.isfinite, answer["values"].values()))
        assert all(map(math.isfinite, answer["gradients"].values()))


@pytest.mark.parametrize(
    "text",
    [
        "z = 9**9**9**9",
        "z = " + "(" * 990,
        "z = " + "-" * 990 + "x",
        "z = " + "+".join("x" * 499),
        "z = " + "x**" * 300 + "x",
        "; ".join(f"x{n} = x{n + 1}" for n in range(600)),
        "z = exp(exp(exp(exp(9))))",
    ],
)
def test_what_would_take_forever_is_refused_at_once(text: str) -> None:
    with pytest.raises(ExpressionError):
        evaluate(text, dict.fromkeys(("x",), 2.0) if "x" in text and "x0" not in text else {})
