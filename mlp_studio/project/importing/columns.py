"""A column of cells as numbers, as words, or as nothing."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Kind = Literal["number", "words", "empty"]
MISSING = frozenset({"", "na", "n/a", "#n/a", "nan", "null", "?", "-"})
"""What stands where there is no value, in small letters."""
_SHARE_OF_NUMBERS = 0.9
"""A column is one of numbers if so many of its values are: the others are then mistakes in it."""


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """`cells` as they were found, without the spaces around them.

    `numbers` (rows,) is NaN where there is no finite number, and `missing` (rows,) says where
    there is no value at all.
    """

    cells: Sequence[str]
    numbers: NDArray[np.float64]
    missing: NDArray[np.bool_]

    @property
    def kind(self) -> Kind:
        filled = int(np.count_nonzero(~self.missing))
        if not filled:
            return "empty"
        read = int(np.count_nonzero(~np.isnan(self.numbers)))
        return "number" if read >= _SHARE_OF_NUMBERS * filled else "words"

    def words(self) -> list[str]:
        """The different words of it, or the numbers as they are written; in order of coming."""
        return [word for word in dict.fromkeys(self.cells) if word.casefold() not in MISSING]


def read_column(cells: Sequence[str], decimal_comma: bool) -> Column:
    """The column of these cells; nothing is refused here."""
    numbers = _all_numbers(cells, decimal_comma)
    if numbers is not None:
        return Column(cells, numbers, np.zeros(len(cells), dtype=np.bool_))
    cells = [cell.strip() for cell in cells]
    meanings = {cell: number_in(cell, decimal_comma) for cell in set(cells)}
    nothing = {cell for cell in meanings if cell.casefold() in MISSING}
    return Column(
        cells,
        np.fromiter((meanings[cell] for cell in cells), np.float64, len(cells)),
        np.fromiter((cell in nothing for cell in cells), np.bool_, len(cells)),
    )


def number_in(cell: str, decimal_comma: bool) -> float:
    """The finite number written in a cell; NaN if there is none."""
    if "_" in cell or (decimal_comma and "." in cell):
        return math.nan
    try:
        number = float(cell.replace(",", ".") if decimal_comma else cell)
    except ValueError:
        return math.nan
    return number if math.isfinite(number) else math.nan


def most_frequent(values: Sequence[str]) -> str:
    """The first of those that come most often."""
    return Counter(values).most_common(1)[0][0]


def _all_numbers(cells: Sequence[str], decimal_comma: bool) -> NDArray[np.float64] | None:
    """The quick way, for a column in which every cell is a number; None for any other."""
    together = "".join(cells)
    # Python reads 1_000 as a number; nobody who makes a table does.
    if "_" in together or (decimal_comma and "." in together):
        return None
    if decimal_comma:
        cells = [cell.replace(",", ".") for cell in cells]
    try:
        numbers = np.fromiter(map(float, cells), np.float64, len(cells))
    except ValueError:
        return None
    return numbers if np.isfinite(numbers).all() else None
