"""Samples as text, and back: tabs and new lines, as spreadsheets write them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from mlp_studio.ui.numbers import MINUS
from mlp_studio.ui.panels.table.model import SheetModel
from mlp_studio.ui.panels.table.sheet import Column, Sheet
from mlp_studio.ui.panels.table.wording import ClassOf, Wording

Block = NDArray[np.float64]
Flags = NDArray[np.bool_]
_LONGEST = 24


class Clipboard(QObject):
    """Reads with either decimal sign; writes every digit, with the sign that is set."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording

    def write(self, model: SheetModel, chosen: Flags) -> str:
        """The rows and columns that hold a chosen cell (rows, columns); other cells are empty."""
        rows = np.flatnonzero(chosen.any(axis=1)).tolist()
        columns = np.flatnonzero(chosen.any(axis=0)).tolist()
        texts = [self._texts(model, rows, column, chosen) for column in columns]
        return "\n".join(map("\t".join, zip(*texts, strict=True)))

    def read(self, sheet: Sheet, first: Column, text: str) -> Block:
        """The values of a block as `edits.paste_rows` takes them, NaN where a place is empty.

        Raises ValueError, with one sentence that says where and what, if one of them is wrong.
        """
        lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
        separator = "\t" if any("\t" in line for line in lines) else ";"
        cells = [line.split(separator) for line in lines]
        given = sheet.given
        columns = given[given.index(first) :]
        width = max(map(len, cells))
        if width > len(columns):
            raise ValueError(
                self.tr(
                    "The block is {width} columns wide, but from {column} on there are {room} "
                    "only. Nothing was changed."
                ).format(width=width, column=self._wording.name(first), room=len(columns))
            )
        columns = columns[:width]
        pieces = [self._values(sheet, column, cells, place) for place, column in enumerate(columns)]
        return np.hstack(pieces)

    def _values(
        self, sheet: Sheet, column: Column, cells: list[list[str]], place: int
    ) -> NDArray[np.float64]:
        """One column of the block, as wide as what it stands for."""
        width = sheet.data.targets.shape[1] if column.kind == "class" else 1
        values = np.full((len(cells), width), np.nan)
        for row, line in enumerate(cells):
            text = line[place].strip() if place < len(line) else ""
            if text:
                values[row] = self._value(sheet, column, text, (row, place))
        return values

    def _value(
        self, sheet: Sheet, column: Column, text: str, at: tuple[int, int]
    ) -> NDArray[np.float64]:
        try:
            found = self._wording.read(sheet, column, text)
        except ValueError as error:
            raise ValueError(
                self.tr(
                    "Row {row}, column {column} of the block is “{text}”, which does not "
                    "fit {name}. Nothing was changed."
                ).format(
                    row=at[0] + 1,
                    column=at[1] + 1,
                    text=text[:_LONGEST],
                    name=self._wording.name(column),
                )
            ) from error
        if isinstance(found, ClassOf):
            assert sheet.classes is not None
            return sheet.classes.targets[[found.number]]
        return np.array([[found]])

    @staticmethod
    def _texts(model: SheetModel, rows: list[int], column: int, chosen: Flags) -> list[str]:
        """One column, with the minus sign that other programs read."""
        is_chosen = chosen[rows, column].tolist()
        return [
            text.replace(MINUS, "-") if wanted else ""
            for text, wanted in zip(model.texts(rows, column), is_chosen, strict=True)
        ]
