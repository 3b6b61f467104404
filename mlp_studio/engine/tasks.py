"""What the targets ask for: one of two classes, one of several, or numbers.

Nothing says so but the targets themselves. One column of two values asks for one of two classes,
and an output belongs to the nearer value. Several columns with one 1 a row, the rest 0, ask for the
class of the largest output. Anything else is regression.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Kind = Literal["binary", "multiclass", "regression"]


@dataclass(frozen=True, slots=True)
class Task:
    """`low` and `high` are the two targets of a binary task; `classes` is 0 for regression."""

    kind: Kind
    classes: int = 0
    low: float = 0.0
    high: float = 1.0

    @property
    def is_classification(self) -> bool:
        return self.kind != "regression"

    @property
    def threshold(self) -> float:
        """An output above it is of class 1, of a binary task."""
        return (self.low + self.high) / 2

    def labels(self, values: Array) -> NDArray[np.intp]:
        """The class of each row of outputs or targets (n, outputs), from 0: (n,).

        NaN is of class 0. Raises ValueError for regression, which has no classes.
        """
        if self.kind == "regression":
            raise ValueError("regression has no classes")
        if self.kind == "binary":
            return (values[:, 0] > self.threshold).astype(np.intp)
        labels: NDArray[np.intp] = np.where(np.isnan(values), -np.inf, values).argmax(axis=1)
        return labels


def task_of(targets: Array) -> Task:
    """The task that targets (n, outputs) ask for."""
    if targets.shape[1] > 1:
        ones, zeros = targets == 1.0, targets == 0.0
        if (ones | zeros).all() and (ones.sum(axis=1) == 1).all():
            return Task("multiclass", targets.shape[1])
        return Task("regression")
    values = np.unique(targets[:, 0]) if targets.shape[1] else np.empty(0)
    if len(values) == 2:
        return Task("binary", 2, float(values[0]), float(values[1]))
    return Task("regression")


def score(task: Task, outputs: Array, targets: Array) -> float:
    """Accuracy, or for regression R² = 1 − Σ (t − a)² / Σ (t − mean t)², over all outputs.

    R² is NaN where the targets do not vary, and both are without samples.
    """
    if not len(targets):
        return float("nan")
    if task.is_classification:
        return float((task.labels(outputs) == task.labels(targets)).mean())
    with np.errstate(all="ignore"):
        around_mean = float(((targets - targets.mean(axis=0)) ** 2).sum())
        squares = float(((targets - outputs) ** 2).sum())
    return 1.0 - squares / around_mean if around_mean > 0.0 else float("nan")
