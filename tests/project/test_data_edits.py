"""Samples changed by hand: what is said of them stays true, and undoing brings all of it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import edits
from mlp_studio.project.classes import classed, classes_of, drawn_classes, two_classes
from mlp_studio.project.edits import EditError
from mlp_studio.project.model import PARTS, Dataset, Generator, Project
from mlp_studio.project.rules import check_data

NAN = float("nan")


def project(data: Dataset) -> Project:
    return edits.set_data(Project(), data)


def xor(**fields: Any) -> Project:
    inputs, targets = [[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]]
    data = Dataset(("x1", "x2"), FrozenArray(inputs), FrozenArray(targets), **fields)
    return project(data)


def numbers() -> Project:
    targets = FrozenArray([[0.5, 1.0], [2.5, 3.0], [4.5, 5.0]])
    return project(Dataset(("x",), FrozenArray([[1.0], [2.0], [3.0]]), targets))


def data_of(changed: Project) -> Dataset:
    assert changed.data is not None
    return changed.data


def test_a_cell_that_is_changed_changes_no_other() -> None:
    data = data_of(edits.set_cell(xor(), 2, 1, 7.5))

    assert data.inputs.tolist() == [[0, 0], [0, 1], [1, 7.5], [1, 1]]
    assert data.targets.tolist() == [[0], [1], [1], [0]]


def test_data_changed_by_hand_come_from_no_recipe_any_more() -> None:
    before = xor(generator=Generator("xor", noise=0.0))

    assert data_of(edits.set_cell(before, 0, 0, 0.5)).generator is None
    assert edits.set_cell(before, 0, 0, 0.0) is before, "the same value is no change"


def test_a_target_is_set_in_its_own_column() -> None:
    data = data_of(edits.set_target(numbers(), 1, -4.0, output=1))

    assert data.targets.tolist() == [[0.5, 1.0], [2.5, -4.0], [4.5, 5.0]]


def test_samples_are_put_into_a_class() -> None:
    data = data_of(edits.set_class(xor(classes=("no", "yes")), [0, 3], 1))

    assert data.targets.tolist() == [[1], [1], [1], [1]]
    assert data.classes == ("no", "yes")


def test_two_classes_stay_two_while_one_of_them_has_no_sample() -> None:
    alone = edits.delete_samples(xor(), [1, 2])
    both = edits.set_class(alone, 0, 1)

    assert data_of(alone).classes == ("0", "1")
    assert data_of(both).targets.tolist() == [[1], [0]]


def test_classes_with_names_take_no_other_numbers() -> None:
    with pytest.raises(EditError, match="target of sample 1 must be one of no, yes"):
        edits.set_target(xor(classes=("no", "yes")), 0, 0.5)


def test_numbers_have_no_classes() -> None:
    for edit in (
        lambda: edits.set_class(numbers(), 0, 1),
        lambda: edits.add_class(numbers(), "C"),
    ):
        with pytest.raises(EditError, match="numbers, not classes"):
            edit()


def test_added_samples_come_last_and_are_to_train_on() -> None:
    parts = FrozenArray([0, 1, 2, 0], np.int8)
    data = data_of(edits.add_samples(xor(parts=parts), [[5.0, 6.0]], [[1.0]]))

    assert data.inputs.tolist()[-1] == [5.0, 6.0]
    assert data.targets.tolist()[-1] == [1.0]
    assert data.parts is not None
    assert data.parts.tolist() == [0, 1, 2, 0, 0]


def test_parts_follow_the_samples_that_stay() -> None:
    parts = FrozenArray([0, 1, 2, 0], np.int8)
    data = data_of(edits.delete_samples(xor(parts=parts), [0, 2]))

    assert data.parts is not None
    assert data.parts.tolist() == [1, 0]


def test_the_last_sample_to_train_on_is_not_deleted_while_others_stay() -> None:
    parts = FrozenArray([0, 2, 2, 2], np.int8)

    with pytest.raises(EditError, match="At least one sample must be for training"):
        edits.delete_samples(xor(parts=parts), 0)


def test_with_the_last_sample_the_data_go() -> None:
    assert edits.delete_samples(xor(), [0, 1, 2, 3]).data is None


def test_samples_move_in_the_columns_named() -> None:
    data = data_of(edits.move_samples(xor(), [0, 3], [1], [[9.0], [8.0]]))

    assert data.inputs.tolist() == [[0, 9], [0, 1], [1, 0], [1, 8]]


def test_a_sample_of_one_column_moves_up_by_its_target() -> None:
    before = project(Dataset(("x",), FrozenArray([[1.0], [2.0]]), FrozenArray([[0.3], [0.4]])))
    data = data_of(edits.move_samples(before, [1], [0, 1], [[-1.0, -2.0]]))

    assert (data.inputs.tolist(), data.targets.tolist()) == ([[1.0], [-1.0]], [[0.3], [-2.0]])


def test_a_block_goes_on_into_the_targets_and_past_the_end() -> None:
    data = data_of(edits.paste_block(numbers(), 2, 0, [[7.0, 8.0, 9.0], [10.0, 11.0, 12.0]]))

    assert data.inputs.tolist() == [[1.0], [2.0], [7.0], [10.0]]
    assert data.targets.tolist() == [[0.5, 1.0], [2.5, 3.0], [8.0, 9.0], [11.0, 12.0]]


def test_empty_places_of_a_block_leave_what_is_there() -> None:
    data = data_of(edits.paste_block(xor(), 1, 0, [[NAN, 5.0], [6.0, NAN]]))

    assert data.inputs.tolist() == [[0, 0], [0, 5], [6, 0], [1, 1]]


def test_a_new_sample_lacks_no_value() -> None:
    with pytest.raises(EditError, match="Sample 5 would be new and has no value for “t”"):
        edits.paste_block(xor(), 4, 0, [[1.0, 2.0]])


def test_a_block_that_is_too_wide_says_so() -> None:
    with pytest.raises(EditError, match="There is no column 4 here: the data have 3"):
        edits.paste_block(xor(), 0, 2, [[0.0, 1.0]])


def test_a_column_gets_another_name_but_no_name_twice() -> None:
    assert data_of(edits.rename_column(xor(), 0, " age ")).columns == ("age", "x2")
    with pytest.raises(EditError, match="Two columns of the data are called “x2”"):
        edits.rename_column(xor(), 0, "x2")


def test_a_part_set_by_hand_begins_from_what_the_fractions_gave() -> None:
    before = edits.set_training(xor(), test_fraction=0.25)
    tested = edits.set_part(before, [0], "test")
    parts = data_of(tested).parts
    assert parts is not None
    other = edits.set_part(tested, np.flatnonzero(parts.values == PARTS.index("test")), "train")

    assert parts.values[0] == PARTS.index("test")
    assert 1 <= np.count_nonzero(parts.values == PARTS.index("test")) <= 2
    assert data_of(other).parts == FrozenArray([0, 0, 0, 0], np.int8)


def test_a_third_class_gives_each_class_a_target_of_its_own() -> None:
    before = project(classed(("x1", "x2"), [[0, 0], [1, 1]], np.array([0, 1]), two_classes()))
    data = data_of(edits.add_class(before, "C"))
    third = data_of(edits.set_class(edits.add_class(before, "C"), 0, 2))

    assert data.classes == ("A", "B", "C")
    assert data.targets.tolist() == [[1, 0, 0], [0, 1, 0]]
    assert third.targets.tolist() == [[0, 0, 1], [0, 1, 0]]


def test_minus_one_and_one_are_two_classes_too() -> None:
    before = xor()
    signed = edits.paste_block(before, 0, 2, [[-1.0], [1.0], [1.0], [-1.0]])
    classes = classes_of(data_of(signed))
    alone = edits.delete_samples(signed, [1, 2])

    assert classes is not None
    assert classes.names == ("-1", "1")
    assert data_of(edits.set_class(alone, 0, 1)).targets.tolist() == [[1], [-1]]


def test_without_data_there_is_nothing_to_change() -> None:
    with pytest.raises(EditError, match="There are no data yet"):
        edits.set_cell(Project(), 0, 0, 1.0)


@pytest.mark.parametrize("sample", [-1, 4])
def test_a_sample_that_is_not_there_is_named(sample: int) -> None:
    with pytest.raises(EditError, match=f"There is no sample {sample + 1}"):
        edits.set_class(xor(), sample, 1)


Act = Callable[[Project], Project]
places = st.integers(-1, 9)
values = st.floats(-1e6, 1e6) | st.sampled_from([0.0, 1.0, -1.0, NAN, float("inf")])


@st.composite
def beginnings(draw: st.DrawFn) -> Project:
    """Data of every kind: named classes, classes by their targets alone, numbers."""
    count = draw(st.integers(1, 8))
    inputs = draw(st.lists(st.lists(st.floats(-9, 9), min_size=2, max_size=2), min_size=count))
    inputs = inputs[:count]
    if draw(st.booleans()):
        labels = np.array(draw(st.lists(st.integers(0, 1), min_size=count, max_size=count)))
        return project(classed(("x1", "x2"), inputs, labels, two_classes()))
    if draw(st.booleans()):
        labels = np.array(draw(st.lists(st.integers(0, 3), min_size=count, max_size=count)))
        return project(classed(("x1", "x2"), inputs, labels, drawn_classes(4)))
    targets = draw(st.lists(st.sampled_from([0.0, 1.0, 0.5]), min_size=count, max_size=count))
    parts = draw(st.none() | st.just(FrozenArray(np.zeros(count), np.int8)))
    columns = np.array(targets)[:, np.newaxis]
    return project(Dataset(("x1", "x2"), FrozenArray(inputs), FrozenArray(columns), parts=parts))


@st.composite
def acts(draw: st.DrawFn) -> Act:
    """One edit by hand, possible or not."""
    sample, other, number, value = draw(places), draw(places), draw(places), draw(values)
    part = draw(st.sampled_from(PARTS))
    block = draw(st.lists(st.tuples(values, values), min_size=0, max_size=3))
    kinds: list[Act] = [
        lambda p: edits.set_cell(p, sample, number, value),
        lambda p: edits.set_target(p, sample, value, number),
        lambda p: edits.set_class(p, [sample, other], number),
        lambda p: edits.add_samples(p, block, [[value]] * len(block)),
        lambda p: edits.delete_samples(p, [sample, other]),
        lambda p: edits.move_samples(p, [sample], [0, 1], [[value, 0.5]]),
        lambda p: edits.paste_block(p, sample, number, block),
        lambda p: edits.rename_column(p, number, f"x{other}"),
        lambda p: edits.set_part(p, [sample], part),
        lambda p: edits.add_class(p, "new"),
    ]
    return draw(st.sampled_from(kinds))


@settings(max_examples=300, deadline=None)
@given(beginnings(), st.lists(acts(), max_size=12))
def test_whatever_is_done_by_hand_the_data_keep_their_rules(
    begun: Project, sequence: list[Act]
) -> None:
    now, refusals = begun, list[str]()
    for act in sequence:
        before, copy = now, hash(now.data)
        try:
            now = act(now)
        except EditError as error:
            refusals.append(str(error))
        assert hash(before.data) == copy, "an edit never changes the data it was given"
        if now.data is not None:
            assert check_data(now.data) == now.data
            named = now.data.classes
            assert not named or classes_of(now.data) is not None, "classes stay classes"
    assert all(text and "{" not in text for text in refusals), "a refusal says why"
