"""The chain rule on graphs of formulas, against published examples and finite differences."""

from __future__ import annotations

import json
import math
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.engine.chain import MAX_PATHS, evaluate
from mlp_studio.engine.expressions import ExpressionError
from mlp_studio.engine.formula_graph import parse

MICROGRAD = """
    c1 = a + b;  c2 = c1 + c1 + 1;  c3 = c2 + 1 + c2 - a
    d1 = a*b + b**3;  d2 = d1 + d1*2 + relu(b + a);  d3 = d2 + 3*d2 + relu(b - a)
    h = c3 - d3;  f = h**2;  g = f/2 + 10/f
"""


def test_the_example_of_the_interchange_page() -> None:
    answer = evaluate("z = x*y; x = u + v; y = u*v", {"u": 2.0, "v": 3.0})
    assert answer == {
        "output": "z",
        "values": {"u": 2.0, "v": 3.0, "x": 5.0, "y": 6.0, "z": 30.0},
        "edges": [
            {"from": "x", "to": "z", "formula": "y", "derivative": 6.0},
            {"from": "y", "to": "z", "formula": "x", "derivative": 5.0},
            {"from": "u", "to": "x", "formula": "1", "derivative": 1.0},
            {"from": "v", "to": "x", "formula": "1", "derivative": 1.0},
            {"from": "u", "to": "y", "formula": "v", "derivative": 3.0},
            {"from": "v", "to": "y", "formula": "u", "derivative": 2.0},
        ],
        "gradients": {"u": 21.0, "v": 16.0},
        "paths": {
            "u": [
                {"nodes": ["u", "x", "z"], "product": 6.0},
                {"nodes": ["u", "y", "z"], "product": 15.0},
            ],
            "v": [
                {"nodes": ["v", "x", "z"], "product": 6.0},
                {"nodes": ["v", "y", "z"], "product": 10.0},
            ],
        },
        "multiplications": {"paths": 4, "backprop": 4},
    }


def test_the_example_of_micrograds_readme() -> None:
    answer = evaluate(MICROGRAD, {"a": -4.0, "b": 2.0})
    assert answer["values"]["g"] == pytest.approx(24.7041, abs=5e-5)
    assert answer["gradients"]["a"] == pytest.approx(138.8338, abs=5e-5)
    assert answer["gradients"]["b"] == pytest.approx(645.5773, abs=5e-5)


def test_the_example_of_cs231n() -> None:
    answer = evaluate("f = q*z; q = x + y", {"x": -2.0, "y": 5.0, "z": -4.0})
    assert answer["values"]["f"] == -12.0
    assert answer["gradients"] == {"x": -4.0, "y": -4.0, "z": 3.0}


def test_one_formula_is_a_graph_too() -> None:
    answer = evaluate("f = (x + y)*z", {"x": -2.0, "y": 5.0, "z": -4.0})
    assert answer["gradients"] == {"x": -4.0, "y": -4.0, "z": 3.0}
    assert answer["multiplications"] == {"paths": 0, "backprop": 0}


def test_every_gradient_is_the_sum_over_its_paths() -> None:
    answer = evaluate(MICROGRAD, {"a": -4.0, "b": 2.0})
    slopes = {(edge["from"], edge["to"]): edge["derivative"] for edge in answer["edges"]}
    for name, paths in answer["paths"].items():
        for path in paths:
            assert path["nodes"][0] == name
            assert path["nodes"][-1] == "g"
            along = math.prod(slopes[step] for step in pairwise(path["nodes"]))
            assert path["product"] == pytest.approx(along, rel=1e-12)
        total = sum(path["product"] for path in paths)
        assert total == pytest.approx(answer["gradients"][name], rel=1e-12)


def test_multiplications_are_counted_edge_by_edge() -> None:
    answer = evaluate(MICROGRAD, {"a": -4.0, "b": 2.0})
    lengths = [len(p["nodes"]) - 1 for paths in answer["paths"].values() for p in paths]
    assert answer["multiplications"]["paths"] == sum(length - 1 for length in lengths)
    into_output = sum(edge["to"] == "g" for edge in answer["edges"])
    assert answer["multiplications"]["backprop"] == len(answer["edges"]) - into_output


@given(st.floats(-2.0, 2.0), st.floats(0.5, 2.0))
def test_gradients_agree_with_central_differences(u: float, v: float) -> None:
    text = "z = tanh(x*y) + x/v; x = u*v - sigmoid(u); y = sin(x) + u**2"
    step = 1e-6
    answer = evaluate(text, {"u": u, "v": v})
    for name in ("u", "v"):
        ends = [
            evaluate(text, {"u": u, "v": v, name: {"u": u, "v": v}[name] + sign * step})
            for sign in (1.0, -1.0)
        ]
        slope = (ends[0]["values"]["z"] - ends[1]["values"]["z"]) / (2 * step)
        assert answer["gradients"][name] == pytest.approx(slope, rel=1e-5, abs=1e-5)


def test_a_graph_with_more_paths_than_atoms_answers_at_once() -> None:
    doubling = "; ".join(
        f"y{n + 1} = sin(a{n}) + b{n}; a{n} = y{n}; b{n} = y{n}" for n in range(99)
    )
    started = time.perf_counter()
    answer = evaluate(f"y0 = x; {doubling}", {"x": 1.0})
    assert time.perf_counter() - started < 10
    assert len(answer["paths"]["x"]) == MAX_PATHS
    assert answer["paths_omitted"] == {"x": 2**99 - MAX_PATHS}
    assert answer["multiplications"]["paths"] == 2**99 * (1 + 2 * 99 - 1)
    assert json.loads(json.dumps(answer)) == answer


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("z = x +* y", 8, "unexpected"),
        ("z = x*y; y = z + 1", 14, "circle: .*z → y → z|circle: .*y → z → y"),
        ("z = z", 5, "circle"),
        ("z = x; z = y", 8, "z has a formula already"),
        ("z = x; w = y", 8, "z and w are not"),
        ("x*y", 1, "name = …"),
        ("z == x", 1, "name = …"),
        ("pi = 3", 1, "meaning already"),
        (" ; ; ", 1, "there is no formula"),
        ("z = q*x", 5, "q needs a value"),
        ("z = 1/x; x = u - u", 6, "division by zero"),
        ("z = x; x = log(u - 9)", 12, "log of the negative"),
        ("z = sqrt(u - 2)", 10, "has no value here: division by zero"),
        ("z = (u - 5)**v", 14, "derivative of z with respect to v"),
        ("z = 9**9**9 + u", 6, "too large"),
    ],
)
def test_errors_point_at_their_place_in_one_line(text: str, column: int, words: str) -> None:
    given_values = {name: 2.0 for name in "uvxy" if text.strip(" ;") and _is_input(text, name)}
    with pytest.raises(ExpressionError, match=words) as caught:
        evaluate(text, given_values)
    assert f": column {column}: " in str(caught.value)
    assert "\n" not in str(caught.value)


def _is_input(text: str, name: str) -> bool:
    return name in text and not any(piece.strip().startswith(name) for piece in text.split(";"))


def test_a_value_for_what_is_no_input_is_refused() -> None:
    with pytest.raises(ExpressionError, match="x has a formula"):
        evaluate("z = x; x = u", {"u": 1.0, "x": 2.0})
    with pytest.raises(ExpressionError, match="q is in no formula"):
        evaluate("z = u", {"u": 1.0, "q": 2.0})
    with pytest.raises(ExpressionError, match="not finite"):
        evaluate("z = u", {"u": math.nan})


def test_inputs_come_in_the_order_they_are_mentioned() -> None:
    assert tuple(parse("z = b*x; x = a*b").inputs) == ("b", "a")
