"""A first look at a table: how it is written, what its columns hold, what they are likely for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

import numpy as np

from mlp_studio.project.importing.columns import Column, Kind, number_in, read_column
from mlp_studio.project.importing.decoding import encoding_of, text_of
from mlp_studio.project.importing.errors import ImportTableError
from mlp_studio.project.importing.table import first_rows, read_table
from mlp_studio.project.importing.watch import unwatched
from mlp_studio.project.importing.wording import distinct
from mlp_studio.project.recipe import DELIMITERS, Recipe, TaskChoice
from mlp_studio.project.translation import QT_TRANSLATE_NOOP

LOOKED_AT = 2000
"""Rows that decide what a column holds."""
SHOWN = 100
MOST_WORDS = 50
"""Different words of a column that are told."""
MOST_ONE_HOT = 20
"""Different words of a column that become columns of their own, unless somebody says so."""
MOST_CLASSES = 20
"""Different whole numbers that are taken for classes, unless somebody says otherwise."""
_TARGET_NAMES = ("target", "class", "label", "species", "y", "output", "클래스", "종류", "정답")


@dataclass(frozen=True, slots=True)
class Preview:
    """`names`, `kinds` and `words` are one for each column; `head` the first rows as written."""

    recipe: Recipe
    names: tuple[str, ...]
    kinds: tuple[Kind, ...]
    words: tuple[tuple[str, ...], ...]
    head: tuple[tuple[str, ...], ...]


def sniffed(
    content: bytes,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    header: bool | None = None,
    decimal_comma: bool | None = None,
) -> Preview:
    """What the table seems to be; what is given is not looked for.

    Raises ImportTableError where it is no table at all.
    """
    encoding = encoding or encoding_of(content)
    text = text_of(content, encoding)
    if not text.strip():
        raise ImportTableError(
            QT_TRANSLATE_NOOP("ImportTableError", "The table is empty: there is nothing to read.")
        )
    delimiter = delimiter or _delimiter(text)
    rows = first_rows(text, delimiter, LOOKED_AT, unwatched())
    if not rows:
        # Read in earnest it says what is wrong.
        read_table(text, delimiter, unwatched())
    width = usual_width(rows)
    rows = [row for row in rows if len(row) == width]
    if decimal_comma is None:
        decimal_comma = delimiter != "," and _has_decimal_commas(rows)
    if header is None:
        header = _has_header(rows, decimal_comma)
    names = column_names(rows[0] if header and rows else [], width)
    body = rows[1:] if header else rows
    columns = [read_column(cells, decimal_comma) for cells in zip(*body, strict=True)]
    columns = columns or [read_column([], decimal_comma) for _ in range(width)]
    recipe = _uses(names, columns)
    return Preview(
        recipe=Recipe(
            encoding=encoding,
            delimiter=delimiter,
            header=header,
            decimal_comma=decimal_comma,
            inputs=recipe.inputs,
            targets=recipe.targets,
            one_hot=recipe.one_hot,
            task=recipe.task,
        ),
        names=names,
        kinds=tuple(column.kind for column in columns),
        words=tuple(tuple(islice(column.words(), MOST_WORDS)) for column in columns),
        head=tuple(map(tuple, body[:SHOWN])),
    )


def usual_width(rows: list[list[str]]) -> int:
    """How many cells most rows have; the larger of two that come as often."""
    widths = [len(row) for row in rows]
    return max(set(widths), key=lambda width: (widths.count(width), width), default=0)


def column_names(header: list[str], width: int) -> tuple[str, ...]:
    """A name for each column: those of the first row, or x1, x2, …"""
    if not header:
        return tuple(f"x{number + 1}" for number in range(width))
    return tuple(distinct([*header, *[""] * width][:width]))


def _delimiter(text: str) -> str:
    """The one that cuts most rows into the same number of cells, and into more than one."""
    best, best_score = DELIMITERS[0], (0.0, 0.0, 0)
    for delimiter in DELIMITERS:
        rows = first_rows(text, delimiter, SHOWN, unwatched())
        width = usual_width(rows)
        if width < 2:
            continue
        share = sum(len(row) == width for row in rows) / len(rows)
        # Spaces stand in any text; what else cuts it as well is meant.
        share = round(share - (0.3 if delimiter == " " else 0.0), 1)
        score = (share, _share_of_numbers(rows, delimiter), width)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _share_of_numbers(rows: list[list[str]], delimiter: str) -> float:
    """How many cells are numbers, in tenths: of two ways to cut, the one with more is meant."""
    cells = [cell.strip() for row in rows for cell in row]
    commas = delimiter != ","
    found = sum(
        not np.isnan(number_in(cell, False)) or (commas and not np.isnan(number_in(cell, True)))
        for cell in cells
    )
    return round(found / len(cells), 1)


def _has_decimal_commas(rows: list[list[str]]) -> bool:
    cells = [cell.strip() for row in rows[:SHOWN] for cell in row]
    points = sum("." in cell and not np.isnan(number_in(cell, False)) for cell in cells)
    commas = sum("," in cell and not np.isnan(number_in(cell, True)) for cell in cells)
    return commas > points


def _has_header(rows: list[list[str]], decimal_comma: bool) -> bool:
    """Whether the first row is of words, and differs from what stands below."""
    if len(rows) < 2:
        return bool(rows) and all(np.isnan(number_in(cell, decimal_comma)) for cell in rows[0])
    first, *body = rows
    if any(not np.isnan(number_in(cell, decimal_comma)) for cell in first):
        return False
    below = [read_column(cells, decimal_comma) for cells in zip(*body, strict=True)]
    if any(column.kind == "number" for column in below):
        return True
    return not any(cell in column.cells for cell, column in zip(first, below, strict=True))


def _uses(names: tuple[str, ...], columns: list[Column]) -> Recipe:
    """What the columns are likely for: the last, or one that is called so, is to be learned."""
    used = [at for at, column in enumerate(columns) if column.kind != "empty"]
    if not used:
        return Recipe()
    called = [at for at in used if names[at].casefold() in _TARGET_NAMES]
    target = (called or used)[-1]
    words = {at: len(columns[at].words()) for at in used if columns[at].kind == "words"}
    inputs = tuple(at for at in used if at != target and words.get(at, 0) <= MOST_ONE_HOT)
    return Recipe(
        inputs=inputs,
        targets=(target,),
        one_hot=tuple(at for at in inputs if at in words),
        task=_task(columns[target]),
    )


def _task(target: Column) -> TaskChoice:
    if target.kind == "words":
        return "classification"
    numbers = target.numbers[~np.isnan(target.numbers)]
    values = np.unique(numbers)
    is_few = len(values) <= MOST_CLASSES and 2 * len(values) <= len(numbers)
    is_whole = bool((values == np.floor(values)).all())
    return "classification" if is_few and is_whole and len(values) > 1 else "regression"
