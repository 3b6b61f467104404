"""From text to rows of cells, each with its place in the file: nothing is judged here."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from mlp_studio.project.importing.errors import ImportTableError
from mlp_studio.project.importing.watch import Watch
from mlp_studio.project.translation import QT_TRANSLATE_NOOP

MAX_CELLS = 10_000_000
_END = "\0"
"""A line of its own after the last: what is no row of its own is within quotation marks.

No text that gets here holds a zero."""
_STRETCH = 250_000
"""Characters between two looks at whether the reading is still wanted."""


@dataclass(frozen=True, slots=True)
class Row:
    """`number` is that of its first line in the file, from 1."""

    number: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Table:
    """All rows that are not blank, as they stand in the file, and how wide most of them are."""

    rows: tuple[Row, ...]
    width: int


def read_table(text: str, delimiter: str, watch: Watch) -> Table:
    """Every row of the text. Raises ImportTableError where it is no table, and Cancelled."""
    if (
        delimiter == '"'
        or len(delimiter) != 1
        or not (delimiter.isprintable() or delimiter == "\t")
    ):
        raise ImportTableError(
            QT_TRANSLATE_NOOP(
                "ImportTableError", "“{delimiter}” cannot stand between cells: choose another."
            ),
            delimiter=delimiter[:10],
        )
    if text.count(delimiter) > MAX_CELLS:
        raise _too_many_cells()
    rows = tuple(_rows(text, delimiter, watch))
    widths = Counter(len(row.cells) for row in rows)
    width = max(widths, key=lambda width: (widths[width], width), default=0)
    return Table(rows, width)


def first_rows(text: str, delimiter: str, most: int, watch: Watch) -> list[list[str]]:
    """The cells of the first rows that are not blank; none where the text cannot be read so."""
    found: list[list[str]] = []
    try:
        for row in _rows(text, delimiter, watch):
            found.append(row.cells)
            if len(found) == most:
                break
    except ImportTableError:
        return []
    return found


def _rows(text: str, delimiter: str, watch: Watch) -> Iterator[Row]:
    lines = chain(_lines(text, watch), (_END,))
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    number, cells_read = 1, 0
    try:
        for cells in reader:
            if cells == [_END]:
                return
            if cells and cells[-1].endswith(_END):
                raise _open_quotation(number)
            cells_read += len(cells)
            if cells_read > MAX_CELLS:
                raise _too_many_cells()
            if len(cells) > 1 or (cells and cells[0].strip()):
                yield Row(number, cells)
            number = reader.line_num + 1
    except csv.Error as error:
        # The one thing left that the module objects to is a cell beyond its limit.
        raise _open_quotation(number) from error


def _lines(text: str, watch: Watch) -> Iterator[str]:
    read, next_look = 0, 0
    for line in io.StringIO(text, newline=""):
        if read >= next_look:
            watch.at(0.6 * read / len(text))
            next_look = read + min(_STRETCH, len(text) // 100)
        read += len(line)
        yield line


def _open_quotation(number: int) -> ImportTableError:
    return ImportTableError(
        QT_TRANSLATE_NOOP(
            "ImportTableError",
            "Row {row} holds a cell that is very long or has no closing quotation mark: "
            "close it, or remove the mark that opens it.",
        ),
        row=number,
    )


def _too_many_cells() -> ImportTableError:
    return ImportTableError(
        QT_TRANSLATE_NOOP(
            "ImportTableError", "The table has more than {most} cells: take a part of it."
        ),
        most=MAX_CELLS,
    )
