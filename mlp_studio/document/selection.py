"""What is selected, shared by the canvas, the inspector and the outline: none of them owns it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

Unit = tuple[str, int]
"""Layer id and unit number."""
Edge = tuple[str, int, int]
"""Link id, target unit, source unit."""


@dataclass(frozen=True, slots=True)
class Selected:
    """An immutable selection: by id, so that it survives edits of the things it names."""

    layers: frozenset[str] = frozenset()
    units: frozenset[Unit] = frozenset()
    links: frozenset[str] = frozenset()
    edges: frozenset[Edge] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.layers or self.units or self.links or self.edges)


class Selection(QObject):
    """The one current selection of a window."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current = Selected()

    @property
    def current(self) -> Selected:
        return self._current

    def set(self, selected: Selected) -> None:
        """Replace the selection; `changed` is emitted only if it differs."""
        if selected != self._current:
            self._current = selected
            self.changed.emit()

    def clear(self) -> None:
        self.set(Selected())
