"""A block of the table as text, and back: tabs and new lines, as spreadsheets write them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject

from mlp_studio.ui.numbers import MINUS, NumberFormat
from mlp_studio.ui.panels.matrix.changes import Cells
from mlp_studio.ui.panels.matrix.grid import Flags, Floats, Grid
from mlp_studio.ui.panels.matrix.model import ABSENT

Rows = list[list[float | None]]
"""A number for each cell of a block; None leaves what stands there."""
_LONGEST = 24


class Clipboard(QObject):
    """Reads with either decimal sign; writes whole numbers, with the sign that is set."""

    def __init__(self, numbers: NumberFormat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = numbers

    def write(self, grid: Grid, chosen: Flags) -> str:
        """The rows and columns that hold a chosen cell; other cells and absent edges are empty."""
        rows, columns = np.flatnonzero(chosen.any(axis=1)), np.flatnonzero(chosen.any(axis=0))
        wanted = chosen & grid.exists
        return "\n".join(
            "\t".join(
                self._plain(float(grid.values[j, k])) if wanted[j, k] else "" for k in columns
            )
            for j in rows
        )

    def read(self, text: str) -> Rows:
        """The numbers of a block. Raises ValueError, with one sentence that says where and what."""
        lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
        return [
            [self._number(part, row, column) for column, part in enumerate(line.split("\t"))]
            for row, line in enumerate(lines)
        ]

    def place(self, grid: Grid, rows: Rows, top: int, left: int) -> tuple[Cells, Floats]:
        """The cells a block falls on from (top, left) and their numbers.

        Raises ValueError, with one sentence, if it is too large or falls on an absent edge.
        """
        self._check_room(grid, rows, top, left)
        found = [
            (top + row, left + column, value)
            for row, line in enumerate(rows)
            for column, value in enumerate(line)
            if value is not None
        ]
        for j, k, value in found:
            # An absent edge is 0: as such it comes from where another program keeps its matrix.
            if not grid.exists[j, k] and value != 0.0:
                raise ValueError(
                    self.tr(
                        "Row {row}, column {column} of the block falls on {edge}, "
                        "which was removed: bring it back first. Nothing was changed."
                    ).format(row=j - top + 1, column=k - left + 1, edge=grid.cell_name(j, k))
                )
        kept = [each for each in found if grid.exists[each[0], each[1]]]
        cells = np.array([(j, k) for j, k, _ in kept], np.intp).reshape(-1, 2)
        return cells, np.array([value for _, _, value in kept], np.float64)

    def _check_room(self, grid: Grid, rows: Rows, top: int, left: int) -> None:
        height, width = len(rows), max(map(len, rows))
        room = grid.shape[0] - top, grid.shape[1] - left
        if height > room[0] or width > room[1]:
            raise ValueError(
                self.tr(
                    "The block is {height} × {width}, but from row {row}, column {column} on "
                    "there is room for {rows} × {columns} only. Nothing was changed."
                ).format(
                    height=height,
                    width=width,
                    row=grid.row_name(top),
                    column=grid.column_name(left),
                    rows=room[0],
                    columns=room[1],
                )
            )

    def _number(self, text: str, row: int, column: int) -> float | None:
        if text.strip() in ("", ABSENT):
            return None
        try:
            return self._numbers.parse(text)
        except ValueError as error:
            raise ValueError(
                self.tr(
                    "Row {row}, column {column} of the block is “{text}”, which is not a number. "
                    "Nothing was changed."
                ).format(row=row + 1, column=column + 1, text=text.strip()[:_LONGEST])
            ) from error

    def _plain(self, value: float) -> str:
        """With the minus sign that other programs read."""
        return self._numbers.exact(value).replace(MINUS, "-")
