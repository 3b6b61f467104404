"""How well outputs answer their targets: a confusion matrix, or residuals, and what follows.

A residual is t − a, what the output still lacks. Figures that would be 0/0 are NaN: precision of
a class that was never predicted, recall of one that has no sample, R² of targets that do not vary,
and everything without samples.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.tasks import Task, score

Array = NDArray[Any]
Floats = NDArray[np.float64]
Indices = NDArray[np.intp]

_REGRESSION = Task("regression")


@dataclass(frozen=True, slots=True, eq=False)
class Classification:
    """`targets` and `predicted` are the classes (n,) that were asked for and given.

    `confusion` (classes, classes) counts them: rows are the target's class, columns the predicted
    one. The rest has one value for each class. F1 = 2·TP / (2·TP + FP + FN), NaN only for a class
    that neither occurs nor is predicted.
    """

    targets: Indices
    predicted: Indices
    confusion: Indices
    precision: Floats
    recall: Floats
    f1: Floats

    @property
    def support(self) -> Indices:
        """How many samples of each class there are."""
        counts: Indices = self.confusion.sum(axis=1)
        return counts

    @property
    def accuracy(self) -> float:
        return _ratio(self.confusion.trace(), self.confusion.sum())

    @property
    def macro_precision(self) -> float:
        """The mean over the classes that have a precision, each counting the same; else NaN."""
        return _mean_of_defined(self.precision)

    @property
    def macro_recall(self) -> float:
        return _mean_of_defined(self.recall)

    @property
    def macro_f1(self) -> float:
        return _mean_of_defined(self.f1)

    def samples_in(self, target: int, predicted: int) -> Indices:
        """The samples counted in one cell of the matrix, ascending."""
        return np.flatnonzero((self.targets == target) & (self.predicted == predicted))


@dataclass(frozen=True, slots=True)
class Fit:
    """How far the outputs are from their targets, for one output or over all.

    `largest` is the largest |t − a| and `largest_row` the sample it is of; NaN counts as the
    largest. Without samples it is None.
    """

    r_squared: float
    rmse: float
    mae: float
    largest: float
    largest_row: int | None
    mean_residual: float


@dataclass(frozen=True, slots=True, eq=False)
class Regression:
    """`residuals` t − a (n, outputs), a fit for each output, and one over all of them."""

    residuals: Array
    outputs: tuple[Fit, ...]
    overall: Fit


Metrics = Classification | Regression


def measure(task: Task, outputs: Array, targets: Array) -> Metrics:
    """What there is to say about outputs and targets, both (n, outputs), of this task."""
    if task.is_classification:
        return classify(task, outputs, targets)
    return regress(outputs, targets)


def classify(task: Task, outputs: Array, targets: Array) -> Classification:
    """Count classes. Raises ValueError for regression, which has none."""
    asked, given = task.labels(targets), task.labels(outputs)
    count = task.classes
    confusion = np.bincount(asked * count + given, minlength=count * count).reshape(count, count)
    right, support, predicted = confusion.diagonal(), confusion.sum(axis=1), confusion.sum(axis=0)
    with np.errstate(invalid="ignore"):
        return Classification(
            targets=asked,
            predicted=given,
            confusion=confusion,
            precision=right / predicted,
            recall=right / support,
            f1=2 * right / (support + predicted),
        )


def regress(outputs: Array, targets: Array) -> Regression:
    """Take residuals. Of a network that diverged they are infinite or NaN, and so is the rest."""
    outputs, targets = np.asarray(outputs, np.float64), np.asarray(targets, np.float64)
    with np.errstate(all="ignore"):
        residuals = targets - outputs
        fits = tuple(
            _fit(residuals[:, at : at + 1], outputs[:, at : at + 1], targets[:, at : at + 1])
            for at in range(residuals.shape[1])
        )
        overall = fits[0] if len(fits) == 1 else _fit(residuals, outputs, targets)
    return Regression(residuals, fits, overall)


def _fit(residuals: Floats, outputs: Floats, targets: Floats) -> Fit:
    nan = float("nan")
    if not residuals.size:
        return Fit(nan, nan, nan, nan, None, nan)
    sizes = np.abs(residuals)
    # Of NaN argmax takes the first, so that it is found and not passed over.
    at = int(sizes.argmax())
    return Fit(
        r_squared=score(_REGRESSION, outputs, targets),
        rmse=float(np.sqrt((residuals**2).mean())),
        mae=float(sizes.mean()),
        largest=float(sizes.flat[at]),
        largest_row=at // residuals.shape[1],
        mean_residual=float(residuals.mean()),
    )


def _ratio(part: int, whole: int) -> float:
    return float(part / whole) if whole else float("nan")


def _mean_of_defined(values: Floats) -> float:
    defined = values[~np.isnan(values)]
    return float(defined.mean()) if len(defined) else float("nan")
