"""The line of passes: its moments, going to any of them, and branches."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.stepper import StepCursor
from mlp_studio.document.training import TrainingRun
from mlp_studio.project import edits


@pytest.fixture
def cursor(xor: Document) -> StepCursor:
    return StepCursor(xor)


def parameters(document: Document) -> bytes:
    assert document.compiled is not None
    return document.compiled.parameters.tobytes()


def texts(document: Document) -> list[str]:
    stack = document.undo_stack
    return [stack.text(place) for place in range(stack.count())]


def finish(cursor: StepCursor, passes: int = 1) -> None:
    for _ in range(passes):
        cursor.to_end()
        cursor.forward()


def test_moments_count_the_start_and_the_steps_of_each_pass(cursor: StepCursor) -> None:
    assert (cursor.moments, cursor.moment) == (11, 0)
    finish(cursor)
    cursor.go_to(2)
    assert (cursor.moments, cursor.moment) == (22, 14)
    assert cursor.pass_starts.tolist() == [0, 11]
    cursor.set_granularity("phase")
    assert (cursor.moments, cursor.pass_starts.tolist()) == (10, [0, 5])


def test_going_to_a_moment_of_another_pass_shows_the_document_as_it_was(
    xor: Document, cursor: StepCursor
) -> None:
    start = xor.project
    finish(cursor, 3)
    end = xor.project
    cursor.go_to_moment(3)
    assert xor.project is start
    assert (cursor.pass_number, cursor.sample, cursor.index) == (0, 0, 2)
    cursor.go_to_moment(cursor.moments - 1)
    assert xor.project is end
    assert (cursor.pass_number, cursor.index) == (3, len(cursor.steps) - 1)


def test_going_within_a_pass_does_not_touch_the_document(
    xor: Document, cursor: StepCursor, qtbot: QtBot
) -> None:
    finish(cursor)
    numbers, revision = cursor.trace, xor.revision
    with qtbot.assertNotEmitted(xor.about_to_change), qtbot.assertNotEmitted(cursor.trace_changed):
        cursor.go_to_moment(int(cursor.pass_starts[1]) + 4)
    assert cursor.index == 3
    assert cursor.trace is numbers
    assert xor.revision == revision


def test_there_is_no_moment_beyond_the_line(cursor: StepCursor) -> None:
    with pytest.raises(IndexError):
        cursor.go_to_moment(cursor.moments)
    with pytest.raises(IndexError):
        cursor.go_to_moment(-1)


def test_the_passes_say_what_they_are(xor: Document, cursor: StepCursor) -> None:
    loss = cursor.trace.loss
    finish(cursor, 5)
    first, *_, last = cursor.passes
    assert (first.number, first.loss_before, first.has_entry) == (0, loss, True)
    assert first.samples.tolist() == [0]
    assert (last.number, last.epoch, last.loss_before, last.is_finished) == (5, 1, None, False)
    assert [record.number for record in cursor.passes[1:3]] == [1, 2]


def test_one_can_go_to_any_pass_within_an_epoch_that_is_one_entry(
    xor: Document, cursor: StepCursor
) -> None:
    finish(cursor, 4)
    one_by_one = []
    for start in cursor.pass_starts:
        cursor.go_to_moment(int(start))
        one_by_one.append((parameters(xor), cursor.samples_of_pass.tolist()))
    xor.go_to(0)
    xor.new(xor.project)
    cursor.set_granularity("epoch")
    cursor.forward()
    assert texts(xor) == ["Epoch 1"]
    cursor.set_granularity("unit")
    for place in (2, 0, 4, 3, 1):
        cursor.go_to_moment(int(cursor.pass_starts[place]) + 5)
        assert (parameters(xor), cursor.samples_of_pass.tolist()) == one_by_one[place]
        assert xor.is_within == (place in (1, 2, 3))
        assert (cursor.pass_number, cursor.index) == (place, 4)
    assert xor.undo_stack.count() == 1


def test_within_an_epoch_one_steps_back_and_on_from_update_to_update(
    xor: Document, cursor: StepCursor
) -> None:
    cursor.set_granularity("epoch")
    cursor.forward()
    cursor.set_granularity("layer")
    seen = []
    while cursor.can_go_back:
        seen.append((parameters(xor), cursor.sample, cursor.index))
        cursor.back()
    assert len(seen) == 4 * (len(cursor.steps) + 1)
    for expected in reversed(seen):
        cursor.forward()
        assert (parameters(xor), cursor.sample, cursor.index) == expected
    assert texts(xor) == ["Epoch 1"]


def test_undo_within_an_epoch_leads_to_its_start_and_redo_to_its_end(
    xor: Document, cursor: StepCursor
) -> None:
    start = xor.project
    cursor.set_granularity("epoch")
    cursor.forward()
    end = xor.project
    cursor.go_to_moment(int(cursor.pass_starts[2]))
    assert xor.project not in (start, end)
    xor.undo()
    assert xor.project is start
    assert cursor.pass_number == 0
    xor.redo()
    assert xor.project is end
    assert cursor.pass_number == 4


def test_stepping_on_in_the_past_goes_along_the_updates_made_before(
    xor: Document, cursor: StepCursor
) -> None:
    finish(cursor, 3)
    end, count = parameters(xor), xor.undo_stack.count()
    cursor.go_to_moment(0)
    finish(cursor, 3)
    assert parameters(xor) == end
    assert xor.undo_stack.count() == count
    assert len(cursor.passes) == 4


def test_a_change_in_the_past_begins_a_branch_and_undo_leads_back_to_the_future(
    xor: Document, cursor: StepCursor
) -> None:
    finish(cursor, 3)
    future = xor.project
    cursor.go_to_moment(int(cursor.pass_starts[1]) + 3)
    past = xor.project
    xor.apply("Weight", edits.set_weight, "x->h", 0, 0, 2.0)
    assert texts(xor)[3:] == ["Back to Update from sample 1", "Weight"]
    assert (cursor.sample, cursor.index) == (1, 2)
    assert cursor.passes[cursor.pass_number].branch == 1
    assert not cursor.passes[cursor.pass_number].is_draft
    xor.undo()
    assert xor.project is past
    xor.undo()
    assert xor.project is future
    xor.redo()
    xor.redo()
    finish(cursor)
    assert texts(xor)[-1] == "Update from sample 2"
    assert [record.branch for record in cursor.passes] == [0, 0, 0, 0, 1, 1]
    cursor.go_to_moment(int(cursor.pass_starts[3]))
    assert xor.project is future


def test_another_sample_in_the_past_is_a_draft_until_its_update_is_made(
    xor: Document, cursor: StepCursor
) -> None:
    finish(cursor, 3)
    future = xor.project
    cursor.go_to_moment(int(cursor.pass_starts[1]))
    cursor.set_sample(3)
    assert cursor.passes[1].is_draft
    assert len(cursor.passes) == 4
    assert not xor.undo_stack.text(3)
    cursor.set_sample(1)
    assert not cursor.passes[1].is_draft
    cursor.set_sample(3)
    finish(cursor)
    assert texts(xor)[3:] == ["Back to Update from sample 1", "Update from sample 4"]
    cursor.back()
    for _ in range(len(cursor.steps) + 1):
        cursor.back()
    assert (cursor.sample, cursor.pass_number, cursor.index) == (0, 0, len(cursor.steps) - 1)
    cursor.forward()
    assert cursor.sample == 3, "forward goes on along the branch one came back from"
    xor.go_to(3)
    assert xor.project is future


def test_the_return_from_the_beginning_is_named_by_the_window(
    xor: Document, cursor: StepCursor
) -> None:
    xor.set_return_label(lambda label: f"Zurück: {label or 'Anfang'}")
    finish(cursor)
    cursor.go_to_moment(0)
    xor.apply("Weight", edits.set_weight, "x->h", 0, 0, 2.0)
    assert texts(xor)[1] == "Zurück: Anfang"


def test_a_change_within_an_epoch_branches_there(xor: Document, cursor: StepCursor) -> None:
    cursor.set_granularity("epoch")
    cursor.forward()
    end = xor.project
    cursor.go_to_moment(int(cursor.pass_starts[2]))
    within = xor.project
    xor.apply("Bias", edits.set_bias, "o", 0, 0.5)
    assert texts(xor) == ["Epoch 1", "Back to Epoch 1", "Bias"]
    assert cursor.sample == 2
    xor.undo()
    assert xor.project is within
    xor.undo()
    assert xor.project is end


def test_changes_by_hand_that_are_undone_are_dropped_by_the_next_as_ever(
    xor: Document, cursor: StepCursor
) -> None:
    finish(cursor)
    xor.apply("Weight", edits.set_weight, "x->h", 0, 0, 2.0)
    xor.undo()
    xor.apply("Bias", edits.set_bias, "o", 0, 0.5)
    assert texts(xor) == ["Update from sample 1", "Bias"]


def test_a_gesture_taken_back_in_the_past_leaves_no_return_behind(
    xor: Document, cursor: StepCursor
) -> None:
    finish(cursor, 2)
    cursor.go_to_moment(int(cursor.pass_starts[1]) + 2)
    past = xor.project
    xor.apply_merged("drag", "Weight", edits.set_weight, "x->h", 0, 0, 2.0)
    xor.take_back()
    assert xor.project is past
    assert xor.undo_stack.count() == 2
    assert (cursor.pass_number, cursor.index, len(cursor.passes)) == (1, 1, 3)
    cursor.go_to_moment(cursor.moments - 1)
    assert xor.undo_stack.index() == 2


def test_a_project_saved_within_an_epoch_is_a_place_of_its_own(
    xor: Document, cursor: StepCursor, tmp_path
) -> None:
    cursor.set_granularity("epoch")
    cursor.forward()
    xor.save(tmp_path / "end.json")
    cursor.go_to_moment(int(cursor.pass_starts[2]))
    assert xor.is_modified
    xor.save(tmp_path / "within.json")
    assert not xor.is_modified
    assert texts(xor) == ["Epoch 1", "Back to Epoch 1"]
    xor.undo()
    assert xor.is_modified
    cursor.go_to_moment(int(cursor.pass_starts[cursor.pass_number + 1]))
    assert not xor.is_modified


def test_what_a_run_learned_is_an_entry_among_the_passes(xor: Document, cursor: StepCursor) -> None:
    run, learned = TrainingRun(xor), np.empty(0)

    def keep() -> None:
        nonlocal learned
        learned = run.latest.parameters

    run.finished.connect(keep)
    finish(cursor, 2)
    cursor.go_to_moment(0)
    run.start()
    while run.latest is None or run.latest.epoch < 5:
        pass
    cursor.go_to_moment(int(cursor.pass_starts[1]))
    assert not run.running
    assert texts(xor)[2] == "Back to the start"
    assert texts(xor)[3].startswith("Train")
    assert cursor.pass_number == 1
    xor.go_to(4)
    assert parameters(xor) == learned.tobytes()


def test_passes_before_a_change_of_the_network_can_still_be_gone_to(
    xor: Document, cursor: StepCursor
) -> None:
    start = xor.project
    finish(cursor)
    xor.apply("Units", edits.set_units, "h", 4)
    cursor.to_end()
    assert (cursor.moment, cursor.moments) == (11 + 16, 11 + 17)
    cursor.go_to_moment(7)
    assert xor.project is start
    assert len(cursor.steps) == 10


def test_an_update_that_changes_nothing_leaves_no_entry_but_is_a_pass(
    xor: Document, cursor: StepCursor
) -> None:
    xor.apply("Rate", edits.set_optimizer, learning_rate=0.0)
    finish(cursor, 2)
    assert xor.undo_stack.count() == 1
    assert [record.has_entry for record in cursor.passes] == [False] * 3
    assert cursor.sample == 2
    cursor.back()
    assert (cursor.sample, cursor.index) == (1, len(cursor.steps) - 1)


def test_a_new_project_begins_a_new_line(xor: Document, cursor: StepCursor) -> None:
    finish(cursor, 2)
    xor.new(xor.project)
    assert (len(cursor.passes), cursor.moment, cursor.sample) == (1, 0, 0)


def test_all_listeners_hear_of_the_line_when_it_is_true(cursor: StepCursor) -> None:
    told = []
    for signal in (cursor.trace_changed, cursor.timeline_changed):
        signal.connect(lambda: told.append((cursor.moment, cursor.moments, len(cursor.passes))))
    finish(cursor)
    assert told == [(11, 22, 2)] * 2
