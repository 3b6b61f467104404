"""What edits of samples by hand share: the data there are, rows of them, and what comes of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project.classes import Classes, classes_of
from mlp_studio.project.errors import EditError
from mlp_studio.project.model import PARTS, Dataset, Project
from mlp_studio.project.rules import check_data, check_finite
from mlp_studio.project.translation import QT_TRANSLATE_NOOP

Array = NDArray[np.float64]
Indices = NDArray[np.intp]


def data_of(project: Project) -> Dataset:
    """The data. Raises EditError without any."""
    if project.data is None:
        raise EditError(QT_TRANSLATE_NOOP("EditError", "There are no data yet."))
    return project.data


def by_hand(project: Project, data: Dataset) -> Project:
    """The project with these data, which are nobody's recipe any more."""
    before = data_of(project)
    classes = classes_of(before)
    if classes is not None and data.classes == before.classes:
        data = _of_classes(data, classes)
    checked = check_data(replace(data, generator=None, source=None))
    is_same = checked == replace(before, generator=None, source=None)
    return project if is_same else replace(project, data=checked)


def _of_classes(data: Dataset, classes: Classes) -> Dataset:
    """The data, if their targets still are those of the classes. Raises EditError if not."""
    if classes.named:
        _check_classes(data, classes)
    elif data.targets.shape[1] == 1 and np.ptp(data.targets.values) == 0.0:
        # While a class has no sample, only names still say that there are two.
        usual = classes.targets.max() == 1.0 and classes.targets.min() in (0.0, -1.0)
        if usual and data.targets.values[0] in classes.targets:
            return replace(data, classes=classes.names)
    return data


def _check_classes(data: Dataset, classes: Classes) -> None:
    targets = data.targets.values
    wrong = np.flatnonzero((targets != classes.targets[classes.labels(targets)]).any(axis=1))
    if len(wrong):
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError", "The target of sample {number} must be one of {classes}."
            ),
            number=int(wrong[0]) + 1,
            classes=", ".join(classes.names),
        )


def extended(data: Dataset, inputs: Array, targets: Array) -> Dataset:
    """The data with more samples at the end: they are to train on."""
    parts = None
    if data.parts is not None:
        parts = FrozenArray(
            np.append(data.parts.values, [PARTS.index("train")] * len(inputs)), np.int8
        )
    return replace(
        data,
        inputs=FrozenArray(np.vstack([data.inputs.values, inputs])),
        targets=FrozenArray(np.vstack([data.targets.values, targets])),
        parts=parts,
    )


def rows_in(data: Dataset, samples: ArrayLike) -> Indices:
    """Rows of the data (n,). Raises EditError for one there is not."""
    rows = np.atleast_1d(np.asarray(samples, np.intp))
    outside = rows[(rows < 0) | (rows >= data.samples)]
    if outside.size:
        raise no_sample(int(outside[0]))
    return rows


def rows_of_numbers(values: ArrayLike, width: int) -> Array:
    """Rows of finite numbers, so many in each."""
    array = np.asarray(values, np.float64)
    if array.ndim != 2 or array.shape[1] != width:
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "Each row needs {width} values here."), width=width
        )
    check_all_finite(array)
    return array


def check_all_finite(array: Array) -> None:
    """Raise EditError if a value is not a finite number."""
    if not np.isfinite(array).all():
        check_finite(float(array[~np.isfinite(array)][0]))


def check_place(place: int, count: int) -> None:
    """Raise EditError if there is no such column, of so many."""
    if not 0 <= place < count:
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError", "There is no column {number} here: the data have {count}."
            ),
            number=place + 1,
            count=count,
        )


def no_sample(sample: int) -> EditError:
    return EditError(
        QT_TRANSLATE_NOOP("EditError", "There is no sample {number}."), number=sample + 1
    )
