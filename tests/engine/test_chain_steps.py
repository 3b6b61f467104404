"""The chain rule step by step: what is known after each step, and what it has cost."""

from __future__ import annotations

import pytest

from mlp_studio.engine.chain import Derivatives, differentiate
from mlp_studio.engine.chain_steps import (
    AlongPath,
    Evaluation,
    FromBack,
    Remainder,
    Standing,
    standing,
    steps,
)
from mlp_studio.engine.formula_graph import parse


def course() -> Derivatives:
    """x = 5, y = 2, z = 10; ∂z/∂u = 2·1 + 5·1 = 7, ∂z/∂v = 2·3 + 5·2 = 16."""
    return differentiate(parse("z = x*y; x = u + 3*v; y = u*v"), {"u": 2.0, "v": 1.0})


def doubled(times: int) -> Derivatives:
    """A chain in which every link doubles the paths."""
    text = "; ".join(
        f"p{n} = a{n} + b{n}; a{n} = p{n - 1}; b{n} = p{n - 1}" for n in range(1, times)
    )
    return differentiate(parse(f"p0 = x; {text}"), {"x": 1.0}, most_paths=4)


def test_formulas_are_evaluated_first_each_after_what_it_uses() -> None:
    for way in ("paths", "reuse"):
        forward = [step for step in steps(course(), way) if isinstance(step, Evaluation)]
        assert [step.name for step in forward] == ["x", "y", "z"]
        assert steps(course(), way)[:3] == tuple(forward)


def test_each_path_adds_its_product_to_the_sum_of_its_input() -> None:
    walked = [step for step in steps(course(), "paths") if isinstance(step, AlongPath)]
    assert [(step.name, step.path.nodes, step.path.product) for step in walked] == [
        ("u", ("u", "x", "z"), 2.0),
        ("u", ("u", "y", "z"), 5.0),
        ("v", ("v", "x", "z"), 6.0),
        ("v", ("v", "y", "z"), 10.0),
    ]
    assert [(step.total, step.is_last) for step in walked] == [
        (2.0, False),
        (7.0, True),
        (6.0, False),
        (16.0, True),
    ]
    assert [step.multiplications for step in walked] == [1, 2, 3, 4]


def test_from_the_back_each_variable_has_its_gradient_after_one_step() -> None:
    found = course()
    walked = [step for step in steps(found, "reuse") if isinstance(step, FromBack)]
    assert [step.name for step in walked] == ["z", "y", "x", "u", "v"]
    assert [found.gradients[step.name] for step in walked] == [1.0, 5.0, 2.0, 7.0, 16.0]
    assert [step.multiplications for step in walked] == [0, 0, 0, 2, 4]


def test_every_gradient_is_known_of_all_it_leads_to_before_it_is_used() -> None:
    found = doubled(4)
    known: set[str] = set()
    for step in steps(found, "reuse"):
        if isinstance(step, FromBack):
            assert {edge.target for edge in step.edges} <= known
            known.add(step.name)


@pytest.mark.parametrize("way", ["paths", "reuse"])
def test_stepping_on_and_back_comes_to_the_same_state(way: str) -> None:
    found = course()
    walked = steps(found, way)
    forward = [standing(found, walked[:place]) for place in range(len(walked) + 1)]
    back = [standing(found, walked[:place]) for place in reversed(range(len(walked) + 1))]
    assert forward == back[::-1]


def test_at_the_start_only_the_inputs_are_known() -> None:
    start = standing(course(), ())
    empty: frozenset[str] = frozenset()
    assert start == Standing(None, frozenset({"u", "v"}), {}, empty, empty, frozenset())
    assert start.multiplications == 0


def test_a_path_lights_its_variables_and_edges() -> None:
    found = course()
    lit = standing(found, steps(found, "paths")[:4])
    assert lit.nodes == {"u", "x", "z"}
    assert {(edge.source, edge.target) for edge in lit.edges} == {("u", "x"), ("x", "z")}
    assert lit.gradients == {"u": 2.0}
    assert lit.complete == frozenset()


def test_paths_too_many_to_walk_come_as_one_step_with_all_their_cost() -> None:
    found = doubled(6)
    rest = steps(found, "paths")[-1]
    assert isinstance(rest, Remainder)
    assert rest.paths == 2**5 - 4
    assert rest.total == found.gradients["x"] == 32.0
    # Each of the 32 paths has 1 + 2·5 edges, and so 10 multiplications.
    assert rest.multiplications == found.multiplications.paths == 320
    assert found.multiplications.backprop == 1 + 4 * 4 + 2
