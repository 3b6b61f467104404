"""In which order the samples stand in the table: the data's own, or by a column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.ui.panels.table.answers import Answers
from mlp_studio.ui.panels.table.sheet import Column, Sheet

Array = NDArray[Any]
Indices = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Sorting:
    column: Column
    is_descending: bool = False

    def next(self) -> Sorting | None:
        """What another click on the same column asks for: the other way, then none."""
        return None if self.is_descending else Sorting(self.column, is_descending=True)


def order_of(sheet: Sheet | None, answers: Answers | None, sorting: Sorting | None) -> Indices:
    """The samples in order; equal ones stay in the order of the data, NaN comes last."""
    if sheet is None:
        return np.empty(0, np.intp)
    if sorting is None:
        return np.arange(sheet.samples)
    values = _values(sheet, answers, sorting.column)
    if sorting.is_descending:
        values = -values
    order: Indices = np.argsort(values, kind="stable")
    return order


def _values(sheet: Sheet, answers: Answers | None, column: Column) -> Array:
    if column.kind not in ("prediction", "loss"):
        return sheet.whole(column)
    if answers is None:
        return np.zeros(sheet.samples)
    outputs, losses = answers.all()
    if column.kind == "loss":
        return losses
    if sheet.classes is not None and outputs.shape[1] > 1:
        return sheet.classes.labels(outputs)
    return outputs[:, column.place]
