"""The steps of a pass as rows: made when they are looked at, however many there are."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from mlp_studio.document.document import Document
from mlp_studio.document.stepper import StepCursor
from mlp_studio.engine.steps import Step
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.step_texts import StepTexts, numbers_of

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
PHASE = _Role.UserRole
"""The phase of a row."""
IS_TAKEN = _Role.UserRole + 1
IS_HERE = _Role.UserRole + 2
BEGINS_PHASE = _Role.UserRole + 3


class StepModel(QAbstractListModel):
    """A row is made when it is looked at: a list of ten thousand steps costs what is in sight."""

    def __init__(self, document: Document, cursor: StepCursor, numbers: NumberFormat) -> None:
        super().__init__()
        self._document = document
        self._cursor = cursor
        self._format = numbers
        self._steps = cursor.steps
        self._texts: StepTexts | None = None
        self._index = cursor.index
        self.renew()

    @property
    def current(self) -> int:
        """The row of the step one stands at; −1 before the first."""
        return self._index

    def renew(self) -> None:
        """Other numbers, perhaps other steps."""
        steps = self._cursor.steps
        if steps is not self._steps:
            self.beginResetModel()
            self._steps = steps
            self._take_up()
            self.endResetModel()
        else:
            self._take_up()
            self.announce()

    def announce(self) -> None:
        """Every row may read differently."""
        if self._steps:
            self.dataChanged.emit(self.index(0), self.index(len(self._steps) - 1))

    def follow(self) -> None:
        """Another step is the current one."""
        before, self._index = self._index, self._cursor.index
        ends = sorted((max(before, 0), max(self._index, 0)))
        if self._steps:
            self.dataChanged.emit(self.index(ends[0]), self.index(ends[1]))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._steps)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid() or self._texts is None:
            return None
        row = index.row()
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return self._text(row, self._texts)
        if role == _Role.AccessibleTextRole:
            return self._spoken(row, self._texts)
        if role == IS_TAKEN:
            return row <= self._index
        if role == IS_HERE:
            return row == self._index
        if role == PHASE:
            return self._steps[row].phase
        if role == BEGINS_PHASE:
            return row == 0 or self._steps[row].phase != self._steps[row - 1].phase
        return None

    def _take_up(self) -> None:
        numbers = numbers_of(self._cursor)
        self._index = self._cursor.index
        self._texts = (
            None if numbers is None else StepTexts(self._document.project, numbers, self._format)
        )

    def _text(self, row: int, texts: StepTexts) -> str:
        step: Step = self._steps[row]
        return texts.full(step) if row <= self._index else texts.short(step)

    def _spoken(self, row: int, texts: StepTexts) -> str:
        """The row with how it stands to now, for a screen reader."""
        text = self.tr("{step}, now") if row == self._index else "{step}"
        return text.format(step=self._text(row, texts))
