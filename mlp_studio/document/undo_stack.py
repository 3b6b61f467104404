"""The undo history: plain entries in a row, and the place among them.

It takes the place of Qt's `QUndoStack`, whose commands belong to Python and to Qt at once: when
Python's collector takes a document apart it frees some twice, and the process ends (docs/adr/0012).
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from mlp_studio.document.entries import Edit


class UndoStack(QObject):
    """Knows entries and a place, not what they mean: the document shows the project of the place.

    Index n is the place after n entries.
    """

    index_changed = Signal(int)
    """The place, or what leads there, is another."""
    clean_changed = Signal(bool)
    """Whether the place is the one that was saved."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Edit] = []
        self._index = 0
        self._clean: int | None = 0

    def count(self) -> int:
        return len(self._entries)

    def index(self) -> int:
        return self._index

    def entry(self, index: int) -> Edit | None:
        """The entry that leads to `index`; None at the beginning and beyond the end."""
        return self._entries[index - 1] if 0 < index <= len(self._entries) else None

    def text(self, place: int) -> str:
        """What the entry at this place (from 0) is called; "" if there is none."""
        made = self.entry(place + 1)
        return "" if made is None else made.label

    def can_undo(self) -> bool:
        return self._index > 0

    def can_redo(self) -> bool:
        return self._index < len(self._entries)

    def undo_text(self) -> str:
        return self.text(self._index - 1)

    def redo_text(self) -> str:
        return self.text(self._index)

    def is_clean(self) -> bool:
        return self._clean == self._index

    def clean_index(self) -> int:
        """The place that was saved; -1 if it is gone."""
        return -1 if self._clean is None else self._clean

    def set_clean(self) -> None:
        """The present place is saved."""
        self._set_clean(self._index)

    def reset_clean(self) -> None:
        """No place counts as saved."""
        self._set_clean(None)

    def push(self, made: Edit) -> None:
        """Enter a change made at the present place; what was undone is forgotten.

        One with the same `merge` as the entry before becomes one with it, unless that is saved.
        """
        self._drop_undone()
        before = self.entry(self._index)
        if before is not None and made.merges_with(before) and not self.is_clean():
            before.absorb(made)
            self.index_changed.emit(self._index)
            return
        self._entries.append(made)
        self._stand_at(self._index + 1)

    def undo(self) -> None:
        if self.can_undo():
            self._stand_at(self._index - 1)

    def redo(self) -> None:
        if self.can_redo():
            self._stand_at(self._index + 1)

    def set_index(self, index: int) -> None:
        """Stand after so many entries, or at the nearest end."""
        index = min(max(index, 0), len(self._entries))
        if index != self._index:
            self._stand_at(index)

    def discard(self) -> None:
        """Undo the last entry and forget it; does nothing at the beginning."""
        if not self.can_undo():
            return
        place = self._index - 1
        was_clean = self.is_clean()
        del self._entries[place]
        if self._clean is not None and self._clean > place:
            self._clean = None
        self._stand_at(place, was_clean=was_clean)

    def clear(self) -> None:
        """Forget everything; the beginning counts as saved."""
        was_clean = self.is_clean()
        self._entries.clear()
        self._clean = 0
        self._stand_at(0, was_clean=was_clean)

    def _drop_undone(self) -> None:
        del self._entries[self._index :]
        if self._clean is not None and self._clean > self._index:
            self._clean = None

    def _stand_at(self, index: int, was_clean: bool | None = None) -> None:
        if was_clean is None:
            was_clean = self.is_clean()
        self._index = index
        self.index_changed.emit(index)
        if self.is_clean() != was_clean:
            self.clean_changed.emit(not was_clean)

    def _set_clean(self, index: int | None) -> None:
        was_clean = self.is_clean()
        self._clean = index
        if self.is_clean() != was_clean:
            self.clean_changed.emit(not was_clean)
