"""The classes that the targets of data stand for: what they are called, and their rows of targets.

The targets themselves say which classes there are (`engine/tasks.py`), as long as every class has
a sample; the names say it also while one of two has none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.tasks import Task, task_of
from mlp_studio.project.model import Dataset

Array = NDArray[np.float64]
Indices = NDArray[np.intp]

LETTERS = ("A", "B", "C", "D", "E", "F")
"""What classes are called that somebody draws, and how many there can be then."""


@dataclass(frozen=True, slots=True, eq=False)
class Classes:
    """`targets` (classes, outputs) are the rows that stand for them.

    Not `named`, their names are only what the targets say: 0 and 1, or 1, 2, 3 …
    """

    names: tuple[str, ...]
    targets: Array
    named: bool

    def __len__(self) -> int:
        return len(self.names)

    def labels(self, values: Array) -> Indices:
        """The class of each row of outputs or targets (n, outputs), from 0; of NaN it is 0."""
        return self._task.labels(values)

    @property
    def _task(self) -> Task:
        if self.targets.shape[1] > 1:
            return Task("multiclass", len(self))
        return Task("binary", 2, *self.targets[:, 0].tolist())


def classes_of(data: Dataset) -> Classes | None:
    """The classes of the data; None where the targets are numbers."""
    targets = data.targets.values
    task = task_of(targets)
    if task.kind == "multiclass":
        names = data.classes or tuple(str(number + 1) for number in range(task.classes))
        return Classes(names, np.eye(task.classes), named=bool(data.classes))
    if task.kind == "binary":
        ends = task.low, task.high
    elif data.classes and targets.shape[1] == 1 and len(np.unique(targets)) == 1:
        ends = _ends(float(targets[0, 0]))
    else:
        return None
    names = data.classes or (f"{ends[0]:g}", f"{ends[1]:g}")
    return Classes(names, np.array(ends)[:, np.newaxis], named=bool(data.classes))


def _ends(value: float) -> tuple[float, float]:
    """The targets of two classes of which only one has samples, with this target."""
    return (0.0, value or 1.0) if value >= 0.0 else (value, -value)


def two_classes() -> Classes:
    return drawn_classes(2)


def drawn_classes(count: int) -> Classes:
    """So many new classes, two to six: of two one output is 0 or 1, else each has its own."""
    targets = np.array([[0.0], [1.0]]) if count == 2 else np.eye(count)
    return Classes(LETTERS[:count], targets, named=True)


def classed(columns: Sequence[str], inputs: ArrayLike, labels: Indices, of: Classes) -> Dataset:
    """Data made by hand: inputs (n, columns) and the class of each sample."""
    targets = FrozenArray(of.targets[labels])
    return Dataset(tuple(columns), FrozenArray(inputs), targets, classes=of.names)


def target_names(data: Dataset) -> tuple[str, ...]:
    """A name for each target column: its own, or t with its number."""
    width = data.targets.shape[1]
    if len(data.target_columns) == width:
        return data.target_columns
    return ("t",) if width == 1 else tuple(f"t{number + 1}" for number in range(width))
