"""The cursor: forward and back through passes, bit for bit."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mlp_studio.document.document import Document
from mlp_studio.document.stepper import StepCursor
from mlp_studio.engine.trace import trace, update
from mlp_studio.project import edits
from mlp_studio.project.edits import EditError


@pytest.fixture
def cursor(xor: Document) -> StepCursor:
    return StepCursor(xor)


def parameters(document: Document) -> bytes:
    assert document.compiled is not None
    return document.compiled.parameters.tobytes()


def test_a_pass_goes_forward_then_loss_then_backward_then_update(cursor: StepCursor) -> None:
    phases = [step.phase for step in cursor.steps]
    assert phases == ["forward"] * 3 + ["loss"] + ["backward"] * 3 + ["update"] * 3


def test_stepping_through_a_pass_and_back_changes_nothing(
    xor: Document, cursor: StepCursor
) -> None:
    start, numbers = xor.project, cursor.trace
    for _ in cursor.steps:
        cursor.forward()
    assert cursor.index == len(cursor.steps) - 1
    for _ in cursor.steps:
        cursor.back()
    assert cursor.index == -1
    assert xor.project is start
    assert cursor.trace is numbers


def test_stepping_past_the_end_makes_exactly_the_engines_update(
    xor: Document, cursor: StepCursor
) -> None:
    compiled = xor.compiled
    assert compiled is not None
    expected = update(
        trace(compiled.network, compiled.parameters, compiled.inputs[:1], compiled.targets[:1]),
        compiled.training,
    )
    cursor.to_end()
    cursor.forward()
    assert parameters(xor) == expected.parameters.tobytes()
    assert (cursor.sample, cursor.index) == (1, -1)
    assert xor.undo_stack.count() == 1


def test_stepping_back_over_an_update_undoes_it(xor: Document, cursor: StepCursor) -> None:
    start = xor.project
    cursor.to_end()
    cursor.forward()
    cursor.back()
    assert xor.project == start
    assert (cursor.sample, cursor.index) == (0, len(cursor.steps) - 1)


def test_the_last_samples_update_leads_to_the_first_sample(cursor: StepCursor) -> None:
    for _ in range(4):
        cursor.to_end()
        cursor.forward()
    assert cursor.sample == 0


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(moves=st.integers(1, 60), optimizer=st.sampled_from(["sgd", "momentum", "adam"]))
def test_any_way_forward_can_be_walked_back_bit_for_bit(
    xor: Document, moves: int, optimizer: str
) -> None:
    xor.new(edits.set_optimizer(xor.project, name=optimizer))
    cursor = StepCursor(xor)
    seen = []
    for _ in range(moves):
        seen.append((cursor.sample, cursor.index, parameters(xor)))
        cursor.forward()
    for expected in reversed(seen):
        cursor.back()
        assert (cursor.sample, cursor.index, parameters(xor)) == expected
    assert not cursor.can_go_back


def test_walking_forward_again_repeats_the_optimizers_state(
    xor: Document, cursor: StepCursor
) -> None:
    xor.apply("Adam", edits.set_optimizer, name="adam")
    for _ in range(25):
        cursor.forward()
    there = parameters(xor)
    for _ in range(25):
        cursor.back()
    for _ in range(25):
        cursor.forward()
    assert parameters(xor) == there


def test_after_another_edit_the_update_is_not_undone_by_stepping_back(
    xor: Document, cursor: StepCursor
) -> None:
    cursor.to_end()
    cursor.forward()
    xor.apply("Set weight", edits.set_weight, "x->h", 0, 0, 0.5)
    assert not cursor.can_go_back
    cursor.back()
    assert xor.project.link("x->h").weights is not None
    assert xor.project.link("x->h").weights.values[0, 0] == 0.5


def test_a_weight_edit_in_mid_pass_keeps_the_place_and_renews_the_numbers(
    xor: Document, cursor: StepCursor
) -> None:
    cursor.go_to(4)
    before = cursor.trace
    xor.apply("Set weight", edits.set_weight, "x->h", 0, 0, 2.0)
    assert cursor.index == 4
    assert cursor.trace is not before
    assert xor.compiled is not None
    assert cursor.trace is not None
    assert np.array_equal(cursor.trace.parameters, xor.compiled.parameters)


def test_a_broken_network_has_no_trace_and_mending_it_brings_it_back(
    xor: Document, cursor: StepCursor
) -> None:
    xor.apply("Delete link", edits.remove_link, "h->o")
    assert cursor.trace is None
    assert not cursor.can_go_forward
    cursor.forward()
    assert cursor.index == -1
    xor.undo()
    assert cursor.trace is not None


def test_there_is_no_step_beyond_the_pass(cursor: StepCursor) -> None:
    with pytest.raises(IndexError):
        cursor.go_to(len(cursor.steps))
    with pytest.raises(IndexError):
        cursor.set_sample(4)


def test_an_update_that_overflows_is_refused_and_nothing_moves(
    xor: Document, cursor: StepCursor
) -> None:
    xor.apply("Rate", edits.set_optimizer, learning_rate=1e308)
    xor.apply("Weight", edits.set_weights, "h->o", [[1e3, 1e3]])
    xor.apply("Linear", edits.set_activation, "o", "linear")
    cursor.set_sample(3)
    cursor.to_end()
    place, before = (cursor.sample, cursor.index), xor.project
    with pytest.raises(EditError):
        cursor.forward()
    assert (cursor.sample, cursor.index) == place
    assert xor.project is before


def test_coarser_steps_stand_at_the_same_moment(cursor: StepCursor) -> None:
    cursor.go_to(5)
    fine = cursor.step
    cursor.set_granularity("phase")
    coarse = cursor.step
    assert fine is not None
    assert coarse is not None
    assert coarse.phase == fine.phase
    assert len(cursor.steps) == 4


def test_listeners_learn_that_one_can_go_back_over_an_update(cursor: StepCursor) -> None:
    told: list[bool] = []
    cursor.moved.connect(lambda: told.append(cursor.can_go_back))
    cursor.to_end()
    cursor.forward()
    assert told[-1]
    assert cursor.has_updated
