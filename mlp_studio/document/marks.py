"""Marks on the undo stack: the entries that part one pass from the next."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_studio.document.undo_stack import UndoStack


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry that parts one pass from the next, updates or a return; 0, 0 is the beginning.

    `index` is that of the undo stack once the entry is made.
    """

    index: int
    serial: int


START = Mark(0, 0)


def serial_at(stack: UndoStack, index: int) -> int:
    """The number of the entry that leads to `index`; 0 at the beginning."""
    made = stack.entry(index)
    return 0 if made is None else made.serial


def mark_before(stack: UndoStack, index: int) -> Mark:
    """The last mark at or before `index`."""
    for place in range(index, 0, -1):
        made = stack.entry(place)
        if made is not None and made.kind != "edit":
            return Mark(place, made.serial)
    return START


def is_there(stack: UndoStack, mark: Mark) -> bool:
    """Whether a mark still is on the stack."""
    return serial_at(stack, mark.index) == mark.serial


def last_redoable_update(stack: UndoStack) -> int:
    """The index after the last update that can be redone; 0 if there is none."""
    for place in range(stack.count(), stack.index(), -1):
        made = stack.entry(place)
        if made is not None and made.kind == "update":
            return place
    return 0
