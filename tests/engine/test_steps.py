from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.layout import Layout
from mlp_studio.engine.spec import LayerSpec, LinkSpec, NetworkSpec
from mlp_studio.engine.steps import (
    GRANULARITIES,
    NEVER,
    PHASES,
    Granularity,
    Step,
    place_of,
    steps,
)
from tests.engine.networks import chain, random_graph

LAYOUT = Layout(chain(3, 2, 1))
X_S, S_O = LinkSpec("x", "s"), LinkSpec("s", "o")


def test_a_pass_goes_forward_meets_the_loss_and_comes_back_unit_by_unit() -> None:
    assert list(steps(LAYOUT)) == [
        Step("forward", "l1", 0),
        Step("forward", "l1", 1),
        Step("forward", "l2", 0),
        Step("loss", "l2"),
        Step("backward", "l2", 0),
        Step("backward", "l1", 0),
        Step("backward", "l1", 1),
        Step("update", "l1", 0),
        Step("update", "l1", 1),
        Step("update", "l2", 0),
    ]


def test_by_layer_a_step_is_a_whole_layer() -> None:
    assert list(steps(LAYOUT, "layer")) == [
        Step("forward", "l1"),
        Step("forward", "l2"),
        Step("loss", "l2"),
        Step("backward", "l2"),
        Step("backward", "l1"),
        Step("update", "l1"),
        Step("update", "l2"),
    ]


def test_by_phase_there_are_four() -> None:
    assert [step.phase for step in steps(LAYOUT, "phase")] == [
        "forward",
        "loss",
        "backward",
        "update",
    ]
    assert {step.layer for step in steps(LAYOUT, "phase")} == {""}


def test_thousands_of_steps_are_made_only_when_asked_for() -> None:
    many = steps(Layout(chain(1, 4000, 300, 10)))
    assert len(many) == 3 * 4310 + 1
    assert many[4000] == Step("forward", "l2", 0)
    assert many[4310] == Step("loss", "l3")
    assert many[-1] == Step("update", "l3", 9)
    assert many[-2:] == [Step("update", "l3", 8), Step("update", "l3", 9)]
    assert many.index(Step("backward", "l3", 0)) == 4311


def test_a_place_outside_is_an_index_error() -> None:
    for index in (10, -11):
        with pytest.raises(IndexError, match="not in a pass of 10 steps"):
            steps(LAYOUT)[index]


def test_another_granularity_is_refused() -> None:
    with pytest.raises(ValueError, match="'edge'"):
        steps(LAYOUT, "edge")


def test_by_term_every_product_of_a_pass_is_a_step() -> None:
    by_hand = [
        ("forward", "l1", 0, "term", 0),
        ("forward", "l1", 0, "term", 1),
        ("forward", "l1", 0, "term", 2),
        ("forward", "l1", 0, "activation", None),
        ("forward", "l2", 0, "term", 3),
        ("forward", "l2", 0, "term", 4),
        ("forward", "l2", 0, "activation", None),
        ("loss", "l2", 0, "loss", None),
        ("backward", "l2", 0, "delta", None),
        ("backward", "l2", 0, "gradient", 3),
        ("backward", "l2", 0, "gradient", 4),
        ("backward", "l1", 0, "message", 3),
        ("backward", "l1", 0, "delta", None),
        ("backward", "l1", 0, "gradient", 0),
        ("backward", "l1", 0, "gradient", 1),
        ("backward", "l1", 0, "gradient", 2),
        ("update", "l1", 0, "update", 0),
        ("update", "l1", 0, "update", 1),
        ("update", "l1", 0, "update", 2),
        ("update", "l2", 0, "update", 3),
        ("update", "l2", 0, "update", 4),
    ]
    assert steps(Layout(chain(2, 1, 1)), "term") == [Step(*each) for each in by_hand]


def test_a_softmax_waits_for_all_units_of_its_layer() -> None:
    layers = (LayerSpec("x", 1, True), LayerSpec("s", 2, activation="softmax", bias=False))
    layout = Layout(NetworkSpec((*layers, LayerSpec("o", 1)), (X_S, S_O), "half_sse"))
    parts = [(each.part, each.unit, each.parameter) for each in steps(layout, "term")]
    assert parts[:3] == [("term", 0, 0), ("term", 1, 1), ("activation", None, None)]
    place = parts.index(("message", 0, 2))
    assert parts[place : place + 5] == [
        ("message", 0, 2),
        ("message", 1, 3),
        ("delta", None, None),
        ("gradient", 0, 0),
        ("gradient", 1, 1),
    ]


def test_a_softmax_that_is_fused_with_the_loss_has_a_delta_for_each_output() -> None:
    layers = (LayerSpec("x", 1, True), LayerSpec("s", 2, activation="softmax", bias=False))
    layout = Layout(NetworkSpec(layers, (X_S,), "cross_entropy"))
    backward = [each for each in steps(layout, "term") if each.phase == "backward"]
    assert [(each.part, each.unit) for each in backward] == [
        ("delta", 0),
        ("gradient", 0),
        ("delta", 1),
        ("gradient", 1),
    ]


@pytest.mark.parametrize("seed", range(30))
def test_by_term_each_number_of_the_trace_has_one_step(seed: int) -> None:
    layout = Layout(random_graph(seed, "mse"))
    present = np.flatnonzero(layout.exists).tolist()
    by_term = steps(layout, "term")
    for part in ("term", "gradient", "update"):
        assert sorted(each.parameter for each in by_term if each.part == part) == present
    inner = layout.exists & layout.is_weight & (layout.sources >= layout.input_rows)
    messages = [each for each in by_term if each.part == "message"]
    assert sorted(each.parameter for each in messages) == np.flatnonzero(inner).tolist()
    for each in by_term:
        if each.parameter is not None:
            ends = layout.sources if each.part == "message" else layout.targets
            assert ends[each.parameter] == layout.rows[each.layer].start + each.unit


@pytest.mark.parametrize("granularity", GRANULARITIES)
@pytest.mark.parametrize("seed", range(20))
def test_nothing_is_known_before_what_it_is_made_of(seed: int, granularity: Granularity) -> None:
    layout = Layout(random_graph(seed, "mse"))
    made = steps(layout, granularity)
    present = layout.exists
    sources, targets = layout.sources[present], layout.targets[present]
    z, a, delta = made.when("z"), made.when("a"), made.when("delta")
    term, message = made.when("term")[present], made.when("message")[present]
    gradient, updated = made.when("gradient")[present], made.when("parameter")[present]
    inner = sources >= layout.input_rows
    computed = inner & layout.is_weight[present]
    assert (z <= a)[layout.input_rows :].all()
    assert (term <= z[targets]).all()
    assert (a[sources[computed]] <= term[computed]).all()
    assert (a[targets] < delta[targets]).all()
    assert (delta[targets][computed] <= message[computed]).all()
    assert (delta[targets] <= gradient).all()
    assert (gradient < updated).all()
    assert (made.when("loss") < delta[layout.rows[layout.output]]).all()
    if granularity == "term":
        assert (message[computed] < delta[sources[computed]]).all()
        assert (message[~inner] == NEVER).all()
    assert (made.when("term")[~present] == NEVER).all()


def test_by_unit_a_z_is_known_with_its_unit() -> None:
    made = steps(LAYOUT)
    assert made.when("z")[4:6].tolist() == [0, 1]
    assert made.when("delta")[4:6].tolist() == [5, 6]
    assert made.when("parameter")[-3:].tolist() == [9, 9, 9]
    assert made.when("loss").tolist() == [3]
    assert made.when("a")[0] == NEVER


@pytest.mark.parametrize(("coarse", "fine"), [*combinations(reversed(GRANULARITIES), 2)])
@pytest.mark.parametrize("seed", range(12))
def test_going_to_finer_steps_and_back_keeps_the_place(
    seed: int, coarse: Granularity, fine: Granularity
) -> None:
    layout = Layout(random_graph(seed, "half_sse"))
    few, many = steps(layout, coarse), steps(layout, fine)
    for index, step in enumerate(few):
        place = place_of(few, index, many)
        within = [number for number, each in enumerate(many) if holds(step, each)]
        if within:
            assert place == within[0]
            assert place_of(many, place, few) == index or not each_has_a_place(many[place])
        else:
            assert place < place_of(few, min(index + 1, len(few) - 1), many) or index + 1 == len(
                few
            )
    for index, step in enumerate(many):
        assert holds(few[place_of(many, index, few)], step)
    assert place_of(few, -1, many) == -1


def holds(coarse: Step, fine: Step) -> bool:
    """Whether the finer step lies within the coarser one."""
    alike = [coarse.phase == fine.phase]
    alike.append(not coarse.layer or coarse.layer == fine.layer)
    alike.append(coarse.unit is None or fine.unit is None or coarse.unit == fine.unit)
    return all(alike)


def each_has_a_place(step: Step) -> bool:
    """Whether the step is of one unit, and not of a whole softmax."""
    return step.unit is not None


def test_a_unit_without_parameters_has_no_update_by_term_and_stays_before_it() -> None:
    mask = FrozenArray([[True], [False]], bool)
    layers = (LayerSpec("x", 1, True), LayerSpec("h", 2, bias=False), LayerSpec("o", 1, bias=False))
    layout = Layout(NetworkSpec(layers, (LinkSpec("x", "h", mask), LinkSpec("h", "o"))))
    by_unit, by_term = steps(layout), steps(layout, "term")
    place = place_of(by_unit, by_unit.index(Step("update", "h", 1)), by_term)
    assert by_term[place] == Step("update", "h", 0, "update", 0)
    assert Step("forward", "h", 1, "activation") in by_term


def test_a_hundred_thousand_steps_are_a_table_not_objects() -> None:
    many = steps(Layout(chain(784, 128, 64, 10)), "term")
    assert len(many) == 337_404
    assert many[0] == Step("forward", "l1", 0, "term", 0)
    assert many[-1] == Step("update", "l3", 9, "update", 109_385)
    assert many.index(many[200_000]) == 200_000
    assert many.span("loss") == range(109_588, 109_598)
    assert [len(many.span(phase)) for phase in PHASES] == [109_588, 10, 118_420, 109_386]
    assert many[5:300_000:7][3] == many[26]
    assert not many.table.flags.writeable


def test_steps_are_found_by_what_they_are() -> None:
    made = steps(LAYOUT)
    assert made.index(Step("loss", "l2")) == 3
    assert Step("loss", "l9") not in made
    assert made[2:5] == (made[2], made[3], made[4])
    assert made[2:5] == steps(LAYOUT)[2:5]
    assert made != steps(LAYOUT, "layer")
    for absent in (Step("loss", "l2", 0), Step("loss", "l1")):
        with pytest.raises(ValueError, match="not among these 10 steps"):
            made.index(absent)
    with pytest.raises(ValueError, match="not among"):
        made.index(Step("loss", "l2"), 4)
    with pytest.raises(IndexError, match="step 10"):
        place_of(made, 10, made)
