"""Where labels stand beside their lines, in rows, so that none lies on another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

GAP = 4.0
"""Pixels from a line to its label, and from label to label."""
_LEAST = 28.0
"""A label cut shorter than this says nothing."""
_WIDEST = 180.0

Rows = list[list[tuple[float, float]]]
"""From where to where labels stand, row by row."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A label of this width, beside the line at `at`."""

    at: float
    width: float


@dataclass(frozen=True, slots=True)
class LabelPlace:
    left: float
    width: float
    row: int


def label_places(
    wishes: Sequence[Wish], span: tuple[float, float], rows: int
) -> list[LabelPlace | None]:
    """Places from `span[0]` to `span[1]` in so many rows; None for what finds no room.

    Who comes first in `wishes` has first choice. A label stands right of its line, at the right
    edge left of it, in the first row where it is free; else it is cut, else it stands left.
    """
    taken: Rows = [[] for _ in range(rows)]
    return [_place(wish, span, taken) for wish in wishes]


def _place(wish: Wish, span: tuple[float, float], taken: Rows) -> LabelPlace | None:
    if not span[0] <= wish.at <= span[1]:
        return None
    width = min(wish.width, _WIDEST)
    right, left = wish.at + GAP, wish.at - GAP - width
    is_at_edge = right + width > span[1]
    return (
        _whole(left if is_at_edge else right, width, span, taken)
        or _cut(right, span, taken)
        or _whole(left, width, span, taken)
    )


def _whole(left: float, width: float, span: tuple[float, float], taken: Rows) -> LabelPlace | None:
    for row, others in enumerate(taken):
        if span[0] <= left and left + width <= span[1] and _free(left, width, others):
            others.append((left, left + width))
            return LabelPlace(left, width, row)
    return None


def _cut(left: float, span: tuple[float, float], taken: Rows) -> LabelPlace | None:
    """In the row that has the most room; narrower than wished."""
    rooms = [
        min([span[1], *(start - GAP for start, end in others if end + GAP > left)]) - left
        for others in taken
    ]
    width = max(rooms)
    if width < _LEAST:
        return None
    row = rooms.index(width)
    taken[row].append((left, left + width))
    return LabelPlace(left, width, row)


def _free(left: float, width: float, others: list[tuple[float, float]]) -> bool:
    return all(left + width + GAP <= start or left >= end + GAP for start, end in others)
