"""Moves of the cursor that take several steps, and how fast lists are made."""

from __future__ import annotations

import pytest

from mlp_studio.document.document import Document
from mlp_studio.document.stepper import StepCursor
from mlp_studio.engine.steps import StepList
from mlp_studio.project import edits


@pytest.fixture
def cursor(xor: Document) -> StepCursor:
    cursor = StepCursor(xor)
    cursor.set_granularity("term")
    return cursor


def place(cursor: StepCursor) -> tuple[str, str, int | None]:
    step = cursor.step
    assert step is not None
    return step.phase, step.layer, step.unit


def test_finish_layer_goes_to_the_last_step_of_each_layer_in_turn(cursor: StepCursor) -> None:
    ends = []
    for _ in range(7):
        cursor.finish_layer()
        ends.append((*place(cursor)[:2], cursor.index))
    phases = [end[:2] for end in ends]
    assert phases == [
        ("forward", "h"),
        ("forward", "o"),
        ("loss", "o"),
        ("backward", "o"),
        ("backward", "h"),
        ("update", "h"),
        ("update", "o"),
    ]
    for _, _, index in ends[:-1]:
        here, following = cursor.steps[index], cursor.steps[index + 1]
        assert (here.phase, here.layer) != (following.phase, following.layer)
    assert ends[-1][2] == len(cursor.steps) - 1


def test_finish_phase_goes_to_the_end_of_the_phase_at_hand(cursor: StepCursor) -> None:
    cursor.go_to(2)
    ends = []
    for _ in range(4):
        cursor.finish_phase()
        ends.append(cursor.index)
    phases = ("forward", "loss", "backward", "update")
    assert ends == [cursor.steps.span(phase).stop - 1 for phase in phases]


def test_past_the_end_of_the_pass_they_make_the_update(xor: Document, cursor: StepCursor) -> None:
    cursor.to_end()
    cursor.finish_layer()
    assert (cursor.sample, cursor.index) == (1, -1)
    cursor.to_end()
    cursor.finish_phase()
    assert (cursor.sample, xor.undo_stack.count()) == (2, 2)


def test_run_to_stops_at_the_next_step_about_the_unit(cursor: StepCursor) -> None:
    cursor.run_to("h", 1)
    first = cursor.index
    assert place(cursor) == ("forward", "h", 1)
    assert all(step.unit != 1 or step.layer != "h" for step in cursor.steps[:first])
    cursor.go_to(cursor.steps.span("forward").stop - 1)
    cursor.run_to("h", 1)
    assert place(cursor) == ("backward", "h", 1)


def test_run_to_goes_on_into_the_next_pass(xor: Document, cursor: StepCursor) -> None:
    cursor.to_end()
    cursor.run_to("h", 0)
    assert (cursor.sample, *place(cursor)) == (1, "forward", "h", 0)
    assert xor.undo_stack.count() == 1


def test_run_to_an_input_does_nothing(xor: Document, cursor: StepCursor) -> None:
    cursor.run_to("x", 0)
    cursor.run_to("nowhere", 0)
    assert (cursor.index, xor.undo_stack.count()) == (-1, 0)


def test_changing_the_granularity_there_and_back_keeps_the_step(cursor: StepCursor) -> None:
    cursor.set_granularity("unit")
    for index in range(len(cursor.steps)):
        cursor.go_to(index)
        cursor.set_granularity("term")
        cursor.set_granularity("unit")
        assert cursor.index == index


def test_whole_passes_are_listed_by_phase(cursor: StepCursor) -> None:
    cursor.set_granularity("epoch")
    assert cursor.granularity == "epoch"
    assert [step.phase for step in cursor.steps] == ["forward", "loss", "backward", "update"]
    with pytest.raises(ValueError, match="granularity"):
        cursor.set_granularity("week")


def test_the_list_of_steps_is_made_once_for_a_shape(xor: Document, cursor: StepCursor) -> None:
    before = cursor.steps
    cursor.to_end()
    cursor.forward()
    assert cursor.steps is before
    xor.apply("Units", edits.set_units, "h", 3)
    assert cursor.steps is not before


def test_a_broken_network_has_an_empty_list(xor: Document, cursor: StepCursor) -> None:
    xor.apply("Cut", edits.remove_link, "h->o")
    assert isinstance(cursor.steps, StepList)
    assert len(cursor.steps) == 0
    assert (cursor.step, cursor.gradient, cursor.optimizer_before) == (None, None, None)
    for move in (cursor.finish_layer, cursor.finish_phase, cursor.forward, cursor.back):
        move()
    cursor.set_granularity("epoch")
    cursor.forward()
    assert (cursor.index, cursor.moment) == (-1, 0)


def test_a_step_is_announced_before_it_is_taken(cursor: StepCursor) -> None:
    places: list[int] = []
    cursor.about_to_move.connect(lambda: places.append(cursor.index))
    cursor.go_to(3)
    cursor.forward()
    assert places == [-1, 3]
