"""A table of numbers under known names: every row counts, so the first mistake ends the reading."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mlp_studio.project.importing.columns import number_in
from mlp_studio.project.importing.decoding import text_of
from mlp_studio.project.importing.errors import ImportTableError
from mlp_studio.project.importing.sniffing import sniffed
from mlp_studio.project.importing.table import Row, read_table
from mlp_studio.project.importing.watch import unwatched
from mlp_studio.project.importing.wording import shortened
from mlp_studio.project.translation import QT_TRANSLATE_NOOP


def read_numbers(content: bytes, columns: Sequence[str]) -> NDArray[np.float64]:
    """(rows, columns), in the order of `columns`; other columns of the table are passed over.

    Encoding, delimiter and decimal sign are found out. Raises ImportTableError naming line,
    column and what was found.
    """
    found = sniffed(content, header=True).recipe
    table = read_table(text_of(content, found.encoding), found.delimiter, unwatched())
    header, *rows = table.rows
    places = _places([cell.strip() for cell in header.cells], columns)
    if not rows:
        raise ImportTableError(
            QT_TRANSLATE_NOOP("ImportTableError", "the table has no rows below its header")
        )
    return np.array(
        [
            [
                _number(row, place, column, found.decimal_comma)
                for place, column in zip(places, columns, strict=True)
            ]
            for row in rows
        ]
    )


def _places(header: list[str], columns: Sequence[str]) -> list[int]:
    for name in columns:
        count = header.count(name)
        if count != 1:
            raise ImportTableError(
                QT_TRANSLATE_NOOP(
                    "ImportTableError",
                    "has no column '{column}'; its first line must name the columns {wanted} "
                    "(it names {found})",
                )
                if count == 0
                else QT_TRANSLATE_NOOP(
                    "ImportTableError",
                    "has more than one column '{column}'; its first line must name the columns "
                    "{wanted} (it names {found})",
                ),
                column=name,
                wanted=", ".join(columns),
                found=", ".join(header) or "none",
            )
    return [header.index(name) for name in columns]


def _number(row: Row, place: int, column: str, decimal_comma: bool) -> float:
    written = row.cells[place].strip() if place < len(row.cells) else ""
    value = number_in(written, decimal_comma)
    if np.isnan(value):
        raise ImportTableError(
            QT_TRANSLATE_NOOP(
                "ImportTableError", "line {row}, column {column}: expected a number, found {found}"
            ),
            row=row.number,
            column=column,
            found=f"'{shortened(written)}'" if written else "nothing",
        )
    return value
