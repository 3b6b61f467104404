"""The whole table as data: every row is either among them or told of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project.importing.columns import Column, most_frequent, read_column
from mlp_studio.project.importing.decoding import text_of
from mlp_studio.project.importing.errors import ImportTableError
from mlp_studio.project.importing.notes import RowNote, not_a_number, nothing, ragged
from mlp_studio.project.importing.sniffing import column_names
from mlp_studio.project.importing.table import Row, read_table
from mlp_studio.project.importing.watch import Watch
from mlp_studio.project.importing.wording import clean, distinct, in_natural_order
from mlp_studio.project.model import Dataset
from mlp_studio.project.recipe import Recipe
from mlp_studio.project.rules import MAX_DATA_VALUES
from mlp_studio.project.translation import QT_TRANSLATE_NOOP

MAX_CLASSES = 256
_PARSED, _CONVERTED = 0.6, 0.9
"""The share of the time that is over when the rows are read, and when the columns are."""

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Imported:
    """`rows` of the file are as many as `data` has samples and `dropped` has notes.

    `filled` counts the empty cells that were given a value.
    """

    data: Dataset
    recipe: Recipe
    rows: int
    dropped: tuple[RowNote, ...]
    filled: int


def imported(
    content: bytes,
    recipe: Recipe,
    *,
    progress: Callable[[float], None] = lambda _share: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Imported:
    """Read a table as the recipe says.

    `progress` is told the share that is done, about 50 times. Raises ImportTableError where the
    table, or the recipe for it, gives no data, and Cancelled when `is_cancelled` says so.
    """
    watch = Watch(progress, is_cancelled)
    table = read_table(text_of(content, recipe.encoding), recipe.delimiter, watch)
    header = table.rows[0].cells if recipe.header and table.rows else []
    body = table.rows[1:] if recipe.header else table.rows
    names = column_names(header, table.width)
    _check_uses(recipe, len(names))
    if not body:
        raise ImportTableError(
            QT_TRANSLATE_NOOP("ImportTableError", "The table has no rows below its first.")
            if recipe.header
            else QT_TRANSLATE_NOOP("ImportTableError", "The table has no rows.")
        )
    return _Building(recipe, names, body, watch).done()


def _check_uses(recipe: Recipe, width: int) -> None:
    used = (*recipe.inputs, *recipe.targets)
    if not recipe.inputs:
        raise ImportTableError(
            QT_TRANSLATE_NOOP("ImportTableError", "No column is an input: choose at least one.")
        )
    if not recipe.targets:
        raise ImportTableError(
            QT_TRANSLATE_NOOP("ImportTableError", "No column is the target: choose at least one.")
        )
    if not all(0 <= column < width for column in used) or len(set(used)) != len(used):
        raise ImportTableError(
            QT_TRANSLATE_NOOP(
                "ImportTableError",
                "The table has {width} columns; the choice of inputs and targets is for another.",
            ),
            width=width,
        )


class _Building:
    """The columns of a recipe on their way to arrays; rows are dropped as reasons are found."""

    def __init__(
        self, recipe: Recipe, names: tuple[str, ...], rows: Sequence[Row], watch: Watch
    ) -> None:
        self._recipe = recipe
        self._watch = watch
        self._names = names
        self._total = len(rows)
        self._notes: dict[int, RowNote] = {}
        """By the row's number in the file; of several reasons the first."""
        width = len(names)
        self._rows = [row for row in rows if self._has_width(row, width)]
        self._numbers = np.array([row.number for row in self._rows], np.int64)
        self._columns: dict[int, Column] = {}
        used = (*recipe.inputs, *recipe.targets)
        for done, column in enumerate(used):
            watch.at(_PARSED + (_CONVERTED - _PARSED) * done / len(used))
            cells = [row.cells[column] for row in self._rows]
            self._columns[column] = read_column(cells, recipe.decimal_comma)
        self._filled = 0

    def done(self) -> Imported:
        recipe = self._recipe
        for column in (*recipe.inputs, *recipe.targets):
            self._watch.at(_CONVERTED)
            is_target = column in recipe.targets
            is_number = self._learns_numbers if is_target else self._kind(column) == "number"
            self._drop(column, is_number=is_number, is_target=is_target)
        kept = np.array([row.number not in self._notes for row in self._rows], np.bool_)
        if not kept.any():
            raise self._nothing_left()
        blocks, names = [], []
        for column in recipe.inputs:
            self._watch.at(_CONVERTED)
            block, own = self._input(column, kept)
            blocks.append(block)
            names += own
        self._check_size(int(kept.sum()), len(names))
        inputs = np.hstack(blocks)
        outputs, classes = self._targets(kept)
        self._check_size(int(kept.sum()), len(names) + outputs.shape[1])
        data = Dataset(
            columns=tuple(distinct(names)),
            inputs=FrozenArray(inputs),
            targets=FrozenArray(outputs),
            classes=classes,
            target_columns=tuple(self._names[column] for column in recipe.targets),
        )
        notes = tuple(self._notes[row] for row in sorted(self._notes))
        return Imported(data, recipe, self._total, notes, self._filled)

    def _has_width(self, row: Row, width: int) -> bool:
        count = len(row.cells)
        spare = row.cells[width:]
        if count == width or (count > width and not any(cell.strip() for cell in spare)):
            return True
        self._notes[row.number] = ragged(row.number, count, width)
        return False

    def _kind(self, column: int) -> str:
        return self._columns[column].kind

    @property
    def _learns_numbers(self) -> bool:
        """Whether targets are learned as numbers: of one column of classes they are not."""
        return self._recipe.task == "regression" or len(self._recipe.targets) > 1

    def _drop(self, column: int, *, is_number: bool, is_target: bool) -> None:
        found, name = self._columns[column], self._names[column]
        if is_number:
            wrong = np.isnan(found.numbers) & ~found.missing
            for at in np.flatnonzero(wrong).tolist():
                row = int(self._numbers[at])
                self._notes.setdefault(row, not_a_number(row, name, found.cells[at]))
        if is_target or self._recipe.missing == "drop":
            for at in np.flatnonzero(found.missing).tolist():
                row = int(self._numbers[at])
                self._notes.setdefault(row, nothing(row, name))

    def _input(self, column: int, kept: NDArray[np.bool_]) -> tuple[Array, list[str]]:
        """(rows, columns) and their names; what is empty still is filled in."""
        found, name = self._columns[column], self._names[column]
        missing = found.missing[kept]
        if found.kind == "empty" or missing.all():
            raise ImportTableError(
                QT_TRANSLATE_NOOP("ImportTableError", "Column “{column}” is empty: leave it out."),
                column=name,
            )
        self._filled += int(missing.sum())
        if found.kind == "number":
            values = found.numbers[kept]
            if missing.any():
                values = np.where(missing, self._fill(values[~missing]), values)
            return values[:, np.newaxis], [name]
        return self._words(column, kept, missing)

    def _fill(self, values: Array) -> float:
        if self._recipe.missing == "mean":
            with np.errstate(over="ignore"):
                mean = float(values.mean())
            # The sum of the largest numbers is none; the sum of their shares is.
            return mean if np.isfinite(mean) else float((values / len(values)).sum())
        counted, counts = np.unique(values, return_counts=True)
        return float(counted[counts.argmax()])

    def _words(
        self, column: int, kept: NDArray[np.bool_], missing: NDArray[np.bool_]
    ) -> tuple[Array, list[str]]:
        found, name = self._columns[column], self._names[column]
        cells = [found.cells[at] for at in np.flatnonzero(kept).tolist()]
        there = [
            cell for cell, is_missing in zip(cells, missing.tolist(), strict=True) if not is_missing
        ]
        usual = most_frequent(there)
        words = in_natural_order(set(there))
        place = {word: at for at, word in enumerate(words)}
        numbers = np.array(
            [
                place[usual if is_missing else cell]
                for cell, is_missing in zip(cells, missing.tolist(), strict=True)
            ],
            np.intp,
        )
        if column not in self._recipe.one_hot:
            return numbers[:, np.newaxis].astype(np.float64), [name]
        self._check_size(len(cells), len(words))
        return np.eye(len(words))[numbers], [clean(f"{name}={word}") for word in words]

    def _targets(self, kept: NDArray[np.bool_]) -> tuple[Array, tuple[str, ...]]:
        columns = self._recipe.targets
        if self._learns_numbers:
            values = np.stack([self._columns[column].numbers[kept] for column in columns], axis=1)
            is_one_hot = len(columns) > 1 and bool(
                np.isin(values, (0.0, 1.0)).all() and (values.sum(axis=1) == 1.0).all()
            )
            names = tuple(self._names[column] for column in columns)
            return values, names if is_one_hot and self._recipe.task == "classification" else ()
        found = self._columns[columns[0]]
        classes, labels = _labels(found, kept)
        if not 2 <= len(classes) <= MAX_CLASSES:
            raise ImportTableError(
                QT_TRANSLATE_NOOP(
                    "ImportTableError",
                    "Column “{column}” holds {count} classes; there may be 2 to {most}: "
                    "choose another target, or learn its numbers.",
                ),
                column=self._names[columns[0]],
                count=len(classes),
                most=MAX_CLASSES,
            )
        names = tuple(distinct(classes))
        if len(classes) == 2:
            return labels[:, np.newaxis].astype(np.float64), names
        self._check_size(len(labels), len(classes))
        return np.eye(len(classes))[labels], names

    def _check_size(self, rows: int, columns: int) -> None:
        if rows * columns > MAX_DATA_VALUES:
            raise ImportTableError(
                QT_TRANSLATE_NOOP(
                    "ImportTableError",
                    "The data would hold {count} values; a project may hold {most}: leave columns "
                    "out, or take a part of the rows.",
                ),
                count=rows * columns,
                most=MAX_DATA_VALUES,
            )

    def _nothing_left(self) -> ImportTableError:
        first = self._notes[min(self._notes)]
        return ImportTableError(
            QT_TRANSLATE_NOOP(
                "ImportTableError",
                "No row can be used. Row {row}, column {column}: {reason}. "
                "Choose other columns, or another way to fill empty cells.",
            ),
            row=first.row,
            column=first.column or "–",
            reason=first.reason,
        )


def _labels(found: Column, kept: NDArray[np.bool_]) -> tuple[list[str], NDArray[np.intp]]:
    """The names of the classes in order, and the class of each row that is kept."""
    if found.kind == "number":
        # Words among numbers are classes as well: nothing says that classes are numbers.
        numbers = found.numbers[kept]
        if not np.isnan(numbers).any():
            values, labels = np.unique(numbers, return_inverse=True)
            return [repr(value).removesuffix(".0") for value in values.tolist()], labels
    cells = [found.cells[at].strip() for at in np.flatnonzero(kept).tolist()]
    words = in_natural_order(set(cells))
    place = {word: at for at, word in enumerate(words)}
    return words, np.array([place[cell] for cell in cells], np.intp)
