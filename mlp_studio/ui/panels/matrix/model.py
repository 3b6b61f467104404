"""A link's table for Qt: every cell is asked for only when it comes into view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.matrix.grid import Grid

Index = QModelIndex | QPersistentModelIndex
ABSENT = "·"
_Role = Qt.ItemDataRole
_SELECTABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _SELECTABLE | Qt.ItemFlag.ItemIsEditable


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell looks like. `share` is the value's part of the largest, −1 to 1."""

    text: str
    share: float
    exists: bool
    frozen: bool
    is_bias: bool
    refused: bool


class MatrixModel(QAbstractTableModel):
    """Follows a grid; what is typed is passed on, and what was refused is kept in its cell."""

    entered = Signal(int, int, float)
    """Row, column and the number typed there."""
    refused = Signal(str)
    """Why what was typed is no number."""

    def __init__(self, numbers: NumberFormat) -> None:
        super().__init__()
        self._numbers = numbers
        self._grid: Grid | None = None
        self._drafts: dict[tuple[int, int], str] = {}
        numbers.changed.connect(self.announce)

    @property
    def grid(self) -> Grid | None:
        return self._grid

    def show(self, grid: Grid | None) -> bool:
        """Show these numbers; whether the table is another one now, so that nothing in it stays."""
        before, is_same = self._grid, _same_table(self._grid, grid)
        if not is_same:
            self.beginResetModel()
            self._drafts.clear()
        self._grid = grid
        if not is_same:
            self.endResetModel()
        elif grid is not None and before is not None and grid is not before:
            self._announce_cells()
            if grid.project is not before.project:
                self._announce_headers()
        return not is_same

    @property
    def usual_length(self) -> int:
        """Characters of a number such as −12.3456: shorter texts need no measuring."""
        return self._numbers.digits + 4

    def announce(self) -> None:
        """Every text may read differently; only what is in view is read again."""
        if self._grid is not None:
            self._announce_cells()
            self._announce_headers()

    def _announce_cells(self) -> None:
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def _announce_headers(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    def cell(self, row: int, column: int) -> Cell:
        """How a cell looks, all at once. The table must show something."""
        grid = self._grid
        assert grid is not None
        exists = bool(grid.exists[row, column])
        value = float(grid.values[row, column])
        draft = self._drafts.get((row, column))
        shown = self._numbers.text(value) if exists else ABSENT
        share = value / grid.largest if exists and grid.largest else 0.0
        return Cell(
            text=shown if draft is None else draft,
            share=share,
            exists=exists,
            frozen=exists and bool(grid.frozen[row, column]),
            is_bias=grid.is_bias(column),
            refused=draft is not None,
        )

    def parse(self, text: str) -> float:
        """The number typed. Raises ValueError, with one sentence, if it is none."""
        return self._numbers.parse(text)

    def drop_draft(self, index: Index) -> None:
        """Show again what the cell holds."""
        if self._drafts.pop((index.row(), index.column()), None) is not None:
            self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() or self._grid is None else self._grid.shape[0]

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() or self._grid is None else self._grid.shape[1]

    def flags(self, index: Index) -> Qt.ItemFlag:
        grid = self._grid
        if index.isValid() and grid is not None and grid.exists[index.row(), index.column()]:
            return _EDITABLE
        return _SELECTABLE

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid() or self._grid is None:
            return None
        row, column = index.row(), index.column()
        if role == _Role.DisplayRole:
            return self.cell(row, column).text
        if role == _Role.EditRole:
            exact = self._numbers.exact(float(self._grid.values[row, column]))
            return self._drafts.get((row, column), exact)
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            return self._spoken(self._grid, row, column)
        return None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Pass a number on; anything else stays in its cell until it is mended or dropped."""
        if role != _Role.EditRole or value == self.data(index, _Role.EditRole):
            return False
        place = index.row(), index.column()
        try:
            number = self.parse(str(value))
        except ValueError as error:
            self._drafts[place] = str(value)
            self.dataChanged.emit(index, index)
            self.refused.emit(str(error))
            return False
        self.drop_draft(index)
        self.entered.emit(*place, number)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        grid = self._grid
        if grid is None:
            return None
        across = orientation == Qt.Orientation.Horizontal
        if role == _Role.DisplayRole:
            return grid.column_name(section) if across else grid.row_name(section)
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            if across and grid.is_bias(section):
                return self.tr("biases of {layer}").format(layer=grid.target.title)
            name = grid.column_name(section) if across else grid.row_name(section)
            text = self.tr("from {unit}") if across else self.tr("to {unit}")
            return text.format(unit=name)
        return None

    def _spoken(self, grid: Grid, row: int, column: int) -> str:
        """The cell in words, with the whole number."""
        name = grid.cell_name(row, column)
        if not grid.exists[row, column]:
            return self.tr("{edge}: removed").format(edge=name)
        value = self._numbers.exact(float(grid.values[row, column]))
        if grid.is_bias(column):
            text = self.tr("bias of {unit}: {value}")
            if grid.frozen[row, column]:
                text = self.tr("bias of {unit}: {value}, frozen")
            return text.format(unit=name, value=value)
        text = self.tr("{edge}: {value}")
        if grid.frozen[row, column]:
            text = self.tr("{edge}: {value}, frozen")
        return text.format(edge=name, value=value)


def _same_table(before: Grid | None, after: Grid | None) -> bool:
    if before is None or after is None:
        return before is after
    return (before.link.id, before.shape, before.sources) == (
        after.link.id,
        after.shape,
        after.sources,
    )
