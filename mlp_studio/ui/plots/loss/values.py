"""The values of a run as a table of text."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.document.run_log import LossHistory, ScoreHistory
from mlp_studio.engine.tasks import Task

Array = NDArray[Any]


def values_text(losses: LossHistory, scores: ScoreHistory, task: Task | None) -> str:
    """CSV with a row an epoch and no column without values; every number reads back exactly.

    The columns are epoch, train_loss, test_loss, validation_loss, and train_accuracy,
    test_accuracy and validation_accuracy, or train_r2, test_r2 and validation_r2 if the task is
    regression; empty where a value is not known.
    """
    kind = "accuracy" if task is not None and task.is_classification else "r2"
    epochs = np.union1d(losses.epochs, scores.epochs)
    columns = {
        "train_loss": _column(epochs, losses.epochs, losses.train),
        "test_loss": _column(epochs, losses.epochs, losses.test, nan_is_unknown=True),
        "validation_loss": _column(epochs, losses.epochs, losses.validation, nan_is_unknown=True),
        f"train_{kind}": _column(epochs, scores.epochs, scores.train, nan_is_unknown=True),
        f"test_{kind}": _column(epochs, scores.epochs, scores.test, nan_is_unknown=True),
        f"validation_{kind}": _column(
            epochs, scores.epochs, scores.validation, nan_is_unknown=True
        ),
    }
    known = {name: column for name, column in columns.items() if any(column)}
    rows = zip(map(str, epochs.astype(np.int64).tolist()), *known.values(), strict=True)
    lines = [",".join(("epoch", *known)), *map(",".join, rows)]
    return "\r\n".join(lines) + "\r\n"


def _column(epochs: Array, at: Array, values: Array, *, nan_is_unknown: bool = False) -> list[str]:
    """Values at their epochs, as texts; empty elsewhere."""
    column = [""] * len(epochs)
    known = ~np.isnan(values) if nan_is_unknown else np.ones(len(values), dtype=bool)
    places = np.searchsorted(epochs, at[known]).tolist()
    for place, value in zip(places, values[known].tolist(), strict=True):
        column[place] = repr(value)
    return column
