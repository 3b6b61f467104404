"""The table of the data for Qt: a cell is only worked out when it comes into view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.table.answers import Answers
from mlp_studio.ui.panels.table.sheet import Column, Kind, Sheet
from mlp_studio.ui.panels.table.sorting import Sorting, order_of
from mlp_studio.ui.panels.table.wording import Wording

Index = QModelIndex | QPersistentModelIndex
Enter = Callable[[int, Column, str], str]
"""Takes what was typed for a sample and a column; the reason if that cannot be, else ""."""
Indices = NDArray[np.intp]
_NOWHERE = QModelIndex()

_Role = Qt.ItemDataRole
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_WRITE = _READ | Qt.ItemFlag.ItemIsEditable
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
WORDS = ("part", "class")
"""Columns that are set from the left; numbers stand under one another."""
_ARROWS = {False: "↑", True: "↓"}


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell looks like. `label` is the class it shows, from 0, if it shows one.

    A prediction is wrong if its class is not the sample's; the current sample is the stepper's.
    """

    kind: Kind
    text: str
    label: int | None
    is_wrong: bool
    is_refused: bool
    is_current: bool


class SheetModel(QAbstractTableModel):
    """Rows are samples in the order they are sorted by; what was refused stays in its cell."""

    refused = Signal(str)
    """Why what was typed cannot be; "" once it is mended or dropped."""

    def __init__(self, numbers: NumberFormat, wording: Wording, enter: Enter) -> None:
        super().__init__()
        self._wording = wording
        self._enter = enter
        self._sheet: Sheet | None = None
        self._answers: Answers | None = None
        self._order: Indices = np.empty(0, np.intp)
        self._sorting: Sorting | None = None
        self._drafts: dict[tuple[int, Column], str] = {}
        self._current: int | None = None
        numbers.changed.connect(self.announce)

    @property
    def sheet(self) -> Sheet | None:
        return self._sheet

    @property
    def answers(self) -> Answers | None:
        return self._answers

    @property
    def sorting(self) -> Sorting | None:
        """What the rows were sorted by; None for the order of the data."""
        return self._sorting

    @property
    def current(self) -> int | None:
        """The sample the stepper shows."""
        return self._current

    def show(self, sheet: Sheet | None, answers: Answers | None) -> None:
        """Show these data, and what the network answers to them; None while it cannot."""
        before = self._sheet
        if not _alike(before, sheet):
            self.beginResetModel()
            self._drafts.clear()
            self._take(sheet, answers)
            self.endResetModel()
            return
        self._take(sheet, answers)
        if sheet is not before:
            self.announce()
        else:
            self._announce_answers()

    def sort_by(self, sorting: Sorting | None) -> None:
        """Sort the rows, as their values are now; None returns to the order of the data."""
        self.layoutAboutToBeChanged.emit()
        self._sorting = sorting
        self._order = order_of(self._sheet, self._answers, sorting)
        self.layoutChanged.emit()
        self._announce_header()

    def samples(self, rows: Indices) -> Indices:
        """Which samples stand in these rows of the table."""
        return self._order[rows]

    def row_of(self, sample: int) -> int | None:
        """The row a sample stands in; None if there is no such sample."""
        found = np.flatnonzero(self._order == sample)
        return int(found[0]) if len(found) else None

    def mark(self, sample: int | None) -> None:
        """Show which sample is the current one."""
        before, self._current = self._current, sample
        if before == sample:
            return
        for each in (before, sample):
            row = None if each is None else self.row_of(each)
            if row is not None:
                self._announce_rows(row, row)

    def announce(self) -> None:
        """Every text may read differently; only what is in view is read again."""
        if self._sheet is not None:
            self._announce_rows(0, len(self._order) - 1)
            self._announce_header()

    def column(self, index: Index | int) -> Column:
        """The column of a cell. There must be data."""
        assert self._sheet is not None
        return self._sheet.columns[index if isinstance(index, int) else index.column()]

    def sample(self, index: Index) -> int:
        return int(self._order[index.row()])

    def cell(self, index: Index) -> Cell:
        """How a cell looks, all at once. There must be data."""
        sheet, sample, column = self._sheet, self.sample(index), self.column(index)
        assert sheet is not None
        label, is_wrong = None, False
        if column.kind == "class" and sheet.labels is not None:
            label = int(sheet.labels[sample])
        elif column.kind == "prediction" and self._answers is not None:
            is_wrong = not self._wording.is_right(sheet, sample, self._answers.of(sample)[0])
        is_refused = bool(self._drafts) and (sample, column) in self._drafts
        text = self.text(index)
        return Cell(column.kind, text, label, is_wrong, is_refused, sample == self._current)

    def why_not(self, index: Index, text: str) -> str:
        """Why this could not be typed here; "" if it could, as far as can be told beforehand."""
        assert self._sheet is not None
        column = self.column(index)
        if column.kind == "part":
            return ""
        try:
            self._wording.read(self._sheet, column, text)
        except ValueError as error:
            return str(error)
        return ""

    def drop_draft(self, index: Index) -> None:
        """Show again what the cell holds."""
        if self._drafts.pop((self.sample(index), self.column(index)), None) is not None:
            self.dataChanged.emit(index, index)
            self.refused.emit("")

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._sheet is None else self._sheet.samples

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._sheet is None else len(self._sheet.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        is_there = index.isValid() and self._sheet is not None
        return _WRITE if is_there and self.column(index).is_editable else _READ

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid() or self._sheet is None:
            return None
        if role == _Role.DisplayRole:
            return self.text(index)
        if role == _Role.EditRole:
            return self.text(index, exact=True)
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            name = self._wording.name(self.column(index))
            return self.tr("sample {number}, {column}: {value}").format(
                number=self.sample(index) + 1, column=name, value=self.text(index, exact=True)
            )
        return None

    def text(self, index: Index, *, exact: bool = False) -> str:
        """What a cell shows; with `exact` every digit of what the data say. There must be data."""
        sheet, sample, column = self._sheet, self.sample(index), self.column(index)
        assert sheet is not None
        if self._drafts and (sample, column) in self._drafts:
            return self._drafts[sample, column]
        if column.kind not in ("prediction", "loss"):
            return self._wording.given(sheet, sample, column, exact=exact)
        if self._answers is None:
            return ""
        outputs, loss = self._answers.of(sample)
        if column.kind == "loss":
            return self._wording.loss(loss)
        return self._wording.prediction(sheet, sample, column, outputs)

    def texts(self, rows: list[int], section: int) -> list[str]:
        """What a column says in these rows, with every digit. There must be data."""
        sheet, column = self._sheet, self.column(section)
        assert sheet is not None
        if column.kind in ("input", "target") and not self._drafts:
            # As below, but many times as fast.
            return self._wording.exact(sheet.whole(column)[self._order[rows]].tolist())
        return [self.text(self.index(row, section), exact=True) for row in rows]

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Pass on what was typed; what cannot be stays in its cell until mended or dropped."""
        if role != _Role.EditRole or str(value) == self.data(index, _Role.EditRole):
            return False
        place = self.sample(index), self.column(index)
        self._drafts.pop(place, None)
        reason = self._enter(*place, str(value))
        if reason:
            self._drafts[place] = str(value)
        self.dataChanged.emit(index, index)
        self.refused.emit(reason)
        return not reason

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        is_there = self._sheet is not None and 0 <= section < len(self._sheet.columns)
        if not is_there or orientation != Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole:
            return LEFT if self.column(section).kind in WORDS else RIGHT
        if role == _Role.DisplayRole:
            name, sorting = self._wording.name(self.column(section)), self._sorting
            is_sorted = sorting is not None and sorting.column == self.column(section)
            return f"{name} {_ARROWS[sorting.is_descending]}" if sorting and is_sorted else name
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            name = self._wording.name(self.column(section))
            return self.tr("{column}: click to sort, once more for the other way").format(
                column=name
            )
        return None

    def _take(self, sheet: Sheet | None, answers: Answers | None) -> None:
        before, self._sheet, self._answers = self._sheet, sheet, answers
        count = 0 if sheet is None else sheet.samples
        if not _same_columns(before, sheet):
            self._sorting = None
        known = self._order
        if 0 < len(known) < count and self._sorting is not None:
            # New samples are looked for at the end, whatever the rest is sorted by.
            self._order = np.append(known, np.arange(len(known), count))
        elif len(known) != count:
            self._order = order_of(sheet, answers, self._sorting)
        elif self._sorting is None:
            self._order = np.arange(count)

    def _announce_answers(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        last = len(sheet.columns) - 1
        first = next(n for n, each in enumerate(sheet.columns) if each.kind == "prediction")
        self.dataChanged.emit(self.index(0, first), self.index(len(self._order) - 1, last))

    def _announce_header(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def _announce_rows(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))


def _same_columns(before: Sheet | None, after: Sheet | None) -> bool:
    return before is not None and after is not None and before.columns == after.columns


def _alike(before: Sheet | None, after: Sheet | None) -> bool:
    """Whether the table has the same cells, with other values in them."""
    if before is None or after is None:
        return before is after
    return _same_columns(before, after) and before.samples == after.samples
