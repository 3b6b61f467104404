"""Samples changed by hand. What comes of it was made by no recipe, and is in no other file.

Samples are rows and inputs columns of the data, from 0. All raise EditError without data, and
where there is no such row or column.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project.classes import Classes, classes_of
from mlp_studio.project.edits.by_hand import (
    by_hand,
    check_place,
    data_of,
    extended,
    rows_in,
    rows_of_numbers,
)
from mlp_studio.project.edits.data_blocks import paste_block
from mlp_studio.project.errors import EditError
from mlp_studio.project.model import Dataset, Project
from mlp_studio.project.translation import QT_TRANSLATE_NOOP


def set_cell(project: Project, sample: int, column: int, value: float) -> Project:
    """One input of one sample."""
    return paste_block(project, sample, _column(data_of(project), column), [[value]])


def set_target(project: Project, sample: int, value: float, output: int = 0) -> Project:
    """One target of one sample, a number."""
    data = data_of(project)
    check_place(output, data.targets.shape[1])
    return paste_block(project, sample, len(data.columns) + output, [[value]])


def set_class(project: Project, samples: ArrayLike, number: int) -> Project:
    """Put samples into a class, from 0. Raises EditError for a regression, which has none."""
    data = data_of(project)
    classes = _classes(data)
    check_place(number, len(classes))
    targets = data.targets.values.copy()
    targets[rows_in(data, samples)] = classes.targets[number]
    return by_hand(project, replace(data, targets=FrozenArray(targets)))


def add_samples(project: Project, inputs: ArrayLike, targets: ArrayLike) -> Project:
    """More samples at the end: inputs (n, columns), targets (n, outputs). They are to train on."""
    data = data_of(project)
    added = (
        rows_of_numbers(inputs, len(data.columns)),
        rows_of_numbers(targets, data.targets.shape[1]),
    )
    if len(added[0]) != len(added[1]):
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError", "The data need one row of inputs and one row of targets per sample."
            )
        )
    return by_hand(project, extended(data, *added))


def delete_samples(project: Project, samples: ArrayLike) -> Project:
    """Leave these samples out; with the last of them the data go."""
    data = data_of(project)
    kept = np.ones(data.samples, bool)
    kept[rows_in(data, samples)] = False
    if not kept.any():
        return replace(project, data=None)
    parts = None if data.parts is None else FrozenArray(data.parts.values[kept], np.int8)
    left = replace(
        data,
        inputs=FrozenArray(data.inputs.values[kept]),
        targets=FrozenArray(data.targets.values[kept]),
        parts=parts,
    )
    return by_hand(project, left)


def rename_column(project: Project, column: int, name: str) -> Project:
    """Call an input column otherwise. Features that name it have to be written anew."""
    data = data_of(project)
    names = list(data.columns)
    names[_column(data, column)] = name.strip()
    return by_hand(project, replace(data, columns=tuple(names)))


def add_class(project: Project, name: str) -> Project:
    """One more class, without samples yet: from three on each class has a target of its own."""
    data = data_of(project)
    classes = _classes(data)
    targets = np.eye(len(classes) + 1)[classes.labels(data.targets.values)]
    common = data.target_columns if len(data.target_columns) == 1 else ()
    wider = replace(
        data,
        targets=FrozenArray(targets),
        classes=(*classes.names, name),
        target_columns=common,
    )
    return by_hand(project, wider)


def _classes(data: Dataset) -> Classes:
    classes = classes_of(data)
    if classes is None:
        raise EditError(QT_TRANSLATE_NOOP("EditError", "The targets are numbers, not classes."))
    return classes


def _column(data: Dataset, column: int) -> int:
    check_place(column, len(data.columns))
    return column
