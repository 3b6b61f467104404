"""The undo history: a row of entries, a place among them, and the place that was saved."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.document.entries import Edit
from mlp_studio.document.undo_stack import UndoStack
from mlp_studio.project.model import Project


def entry(label: str, merge: str | None = None) -> Edit:
    return Edit(label, Project(title=label), merge)


def stack_of(*labels: str) -> UndoStack:
    stack = UndoStack()
    for label in labels:
        stack.push(entry(label))
    return stack


def labels(stack: UndoStack) -> list[str]:
    return [stack.text(place) for place in range(stack.count())]


def test_a_new_entry_takes_the_place_of_what_was_undone() -> None:
    stack = stack_of("a", "b", "c")
    stack.undo()
    stack.undo()
    assert (stack.undo_text(), stack.redo_text()) == ("a", "b")
    stack.push(entry("d"))
    assert labels(stack) == ["a", "d"]
    assert not stack.can_redo()


def test_parts_of_one_gesture_become_one_entry() -> None:
    stack = stack_of("a")
    for title in ("half", "whole"):
        stack.push(entry(title, merge="drag"))
    assert labels(stack) == ["a", "whole"]
    last = stack.entry(2)
    assert last is not None
    assert last.after.title == "whole"


def test_what_was_saved_is_not_merged_with_what_follows() -> None:
    stack = UndoStack()
    stack.push(entry("half", merge="drag"))
    stack.set_clean()
    stack.push(entry("whole", merge="drag"))
    assert labels(stack) == ["half", "whole"]
    assert not stack.is_clean()
    stack.undo()
    assert stack.is_clean()


def test_a_saved_place_that_is_dropped_does_not_come_back() -> None:
    stack = stack_of("a", "b")
    stack.set_clean()
    stack.undo()
    stack.push(entry("c"))
    assert stack.count() == 2
    assert not stack.is_clean()
    assert stack.clean_index() == -1


def test_discarding_forgets_the_last_entry_and_keeps_the_place_before() -> None:
    stack = stack_of("a", "b")
    stack.set_clean()
    stack.discard()
    assert labels(stack) == ["a"]
    assert stack.index() == 1
    assert not stack.is_clean()
    UndoStack().discard()  # at the beginning there is nothing to discard


def test_the_saved_state_is_announced_only_when_it_changes() -> None:
    stack = UndoStack()
    said: list[bool] = []
    stack.clean_changed.connect(said.append)
    stack.push(entry("a"))
    stack.push(entry("b"))
    stack.set_clean()
    stack.undo()
    stack.redo()
    stack.clear()
    assert said == [False, True, False, True]


def test_a_place_beyond_the_ends_is_the_nearest_end() -> None:
    stack = stack_of("a", "b")
    moves: list[int] = []
    stack.index_changed.connect(moves.append)
    stack.set_index(-5)
    stack.set_index(9)
    stack.set_index(2)
    assert moves == [0, 2]


@given(st.lists(st.sampled_from(["push", "undo", "redo", "clean"]), max_size=30))
def test_undo_and_redo_walk_the_same_row(actions: list[str]) -> None:
    stack = UndoStack()
    for number, action in enumerate(actions):
        if action == "push":
            stack.push(entry(str(number)))
        else:
            {"undo": stack.undo, "redo": stack.redo, "clean": stack.set_clean}[action]()
        assert 0 <= stack.index() <= stack.count()
    row, place, is_clean = labels(stack), stack.index(), stack.is_clean()
    stack.set_index(0)
    stack.set_index(stack.count())
    stack.set_index(place)
    assert (labels(stack), stack.index(), stack.is_clean()) == (row, place, is_clean)
