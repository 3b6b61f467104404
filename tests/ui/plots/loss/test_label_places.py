"""Labels of markers: beside their lines, and never on one another."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from mlp_studio.ui.plots.loss.label_places import GAP, LabelPlace, Wish, label_places

SPAN = (50.0, 850.0)


def overlap(one: LabelPlace, other: LabelPlace) -> bool:
    return (
        one.row == other.row
        and one.left < other.left + other.width
        and other.left < one.left + one.width
    )


def test_labels_far_from_each_other_stand_in_one_row_right_of_their_lines() -> None:
    places = label_places([Wish(100.0, 80.0), Wish(300.0, 80.0)], SPAN, rows=2)
    assert places == [LabelPlace(104.0, 80.0, 0), LabelPlace(304.0, 80.0, 0)]


def test_labels_near_each_other_are_staggered() -> None:
    places = label_places([Wish(100.0, 80.0), Wish(120.0, 80.0)], SPAN, rows=2)
    assert [place.row for place in places if place] == [0, 1]


def test_at_the_right_edge_a_label_stands_left_of_its_line() -> None:
    (place,) = label_places([Wish(840.0, 80.0)], SPAN, rows=1)
    assert place == LabelPlace(840.0 - GAP - 80.0, 80.0, 0)


def test_a_label_between_two_lines_is_cut_before_it_is_left_out() -> None:
    wide, cut = label_places([Wish(200.0, 100.0), Wish(100.0, 140.0)], SPAN, rows=1)
    assert wide is not None
    assert cut is not None
    assert wide.width == 100.0
    assert cut.left + cut.width + GAP <= wide.left


def test_a_line_out_of_view_has_no_label() -> None:
    assert label_places([Wish(20.0, 80.0), Wish(-np.inf, 80.0)], SPAN, rows=1) == [None, None]


def test_however_many_there_are_none_lies_on_another_or_outside() -> None:
    random = np.random.default_rng(0)
    for _ in range(200):
        ats, widths = random.uniform(0.0, 900.0, 30), random.uniform(20.0, 300.0, 30)
        wishes = [Wish(float(at), float(width)) for at, width in zip(ats, widths, strict=True)]
        found = [place for place in label_places(wishes, SPAN, rows=3) if place is not None]
        assert found
        assert not any(overlap(one, other) for one, other in combinations(found, 2))
        assert all(SPAN[0] <= each.left <= each.left + each.width <= SPAN[1] for each in found)
