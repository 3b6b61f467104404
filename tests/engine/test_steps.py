from __future__ import annotations

import pytest

from mlp_studio.engine.layout import Layout
from mlp_studio.engine.steps import Step, steps
from tests.engine.networks import chain

LAYOUT = Layout(chain(3, 2, 1))


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
