"""How a table is read: every choice a person can make, frozen, so that it can be repeated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Missing = Literal["drop", "mean", "mode"]
TaskChoice = Literal["classification", "regression"]
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp949", "cp1252")
DELIMITERS = (",", ";", "\t", "|", " ")


@dataclass(frozen=True, slots=True)
class Recipe:
    """Columns are told by their number from 0, for names may be missing or alike.

    `inputs` and `targets` are column numbers. `missing` says what becomes of a cell without a
    value: its row is dropped, or it takes the column's mean, or its most frequent value.
    `one_hot` are the input columns of words that become one column for each word; other input
    columns of words become numbers in the order of the words. A row without its target is always
    dropped, whatever `missing` says: nothing is learned from a target that was made up.
    """

    encoding: str = "utf-8"
    delimiter: str = ","
    header: bool = True
    decimal_comma: bool = False
    missing: Missing = "drop"
    inputs: tuple[int, ...] = ()
    targets: tuple[int, ...] = ()
    one_hot: tuple[int, ...] = ()
    task: TaskChoice = "classification"
