"""Many values at once: samples that move, and blocks from a spreadsheet.

A block counts the targets on after the inputs: column 2 of data with two inputs is the target.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project.classes import target_names
from mlp_studio.project.edits.by_hand import (
    Array,
    Indices,
    by_hand,
    check_all_finite,
    check_place,
    data_of,
    extended,
    no_sample,
    rows_in,
    rows_of_numbers,
)
from mlp_studio.project.errors import EditError
from mlp_studio.project.model import Dataset, Project
from mlp_studio.project.translation import QT_TRANSLATE_NOOP


def move_samples(
    project: Project, samples: ArrayLike, columns: ArrayLike, values: ArrayLike
) -> Project:
    """Give samples (n,) other values (n, c) in these columns (c,), as in a block."""
    data = data_of(project)
    rows, places = rows_in(data, samples), np.asarray(columns, np.intp)
    table = _table(data)
    for place in places.tolist():
        check_place(place, table.shape[1])
    table[np.ix_(rows, places)] = rows_of_numbers(values, len(places))
    return by_hand(project, _from_table(data, table))


def paste_block(project: Project, sample: int, column: int, values: ArrayLike) -> Project:
    """A block (n, c) from a sample and a column on; see `paste_rows`."""
    block = np.asarray(values, np.float64)
    return paste_rows(project, np.arange(sample, sample + len(block)), column, block)


def paste_rows(project: Project, samples: ArrayLike, column: int, values: ArrayLike) -> Project:
    """Values (n, c) for these samples (n,), from a column on; NaN leaves what is there.

    Samples counted on past the last one are new: of those every value has to be there. Raises
    EditError without data, where there is no such place, and for values that are not finite.
    """
    data = data_of(project)
    block, rows = np.asarray(values, np.float64), np.asarray(samples, np.intp)
    if block.ndim != 2 or not block.size:
        raise EditError(QT_TRANSLATE_NOOP("EditError", "The block is empty."))
    table = _table(data)
    width = table.shape[1]
    check_place(column, width)
    check_place(column + block.shape[1] - 1, width)
    grown = _new_samples(data, rows)
    table = np.vstack([table, np.full((grown, width), np.nan)])
    places = np.ix_(rows, np.arange(column, column + block.shape[1]))
    table[places] = np.where(np.isnan(block), table[places], block)
    _check_complete(data, table)
    if grown:
        data = extended(data, *_halves(data, table[data.samples :]))
    return by_hand(project, _from_table(data, table))


def _new_samples(data: Dataset, rows: Indices) -> int:
    """How many of the rows are past the last sample: one after the other, none left out."""
    old = rows < data.samples
    new = rows[~old]
    expected = np.arange(data.samples, data.samples + len(new))
    for row in (*rows[rows < 0].tolist(), *new[new != expected].tolist()):
        raise no_sample(row)
    return len(new)


def _table(data: Dataset) -> Array:
    """Inputs and targets side by side, as a copy."""
    return np.hstack([data.inputs.values, data.targets.values])


def _halves(data: Dataset, table: Array) -> tuple[Array, Array]:
    return table[:, : len(data.columns)], table[:, len(data.columns) :]


def _from_table(data: Dataset, table: Array) -> Dataset:
    inputs, targets = _halves(data, table)
    return replace(data, inputs=FrozenArray(inputs), targets=FrozenArray(targets))


def _check_complete(data: Dataset, table: Array) -> None:
    """No new sample lacks a value."""
    missing = np.argwhere(np.isnan(table))
    if len(missing):
        row, column = missing[0].tolist()
        names = [*data.columns, *target_names(data)]
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError",
                "Sample {number} would be new and has no value for “{column}”: new samples need "
                "a value in every column.",
            ),
            number=row + 1,
            column=names[column],
        )
    check_all_finite(table)
