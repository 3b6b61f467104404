"""Which of a few colours a sample or a cell of the grid has: its class, or how large it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.tasks import Task

LEVELS = 9
"""From the least target to the greatest; for a grid of two classes from one to the other."""

Array = NDArray[np.float64]
Numbers = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Colouring:
    """`low` and `high` are the least and greatest of the first target."""

    task: Task
    low: float
    high: float

    @classmethod
    def of(cls, task: Task, targets: Array) -> Colouring:
        first = targets[:, 0]
        return cls(task, float(first.min()), float(first.max()))

    def of_samples(self, targets: Array) -> Numbers:
        """The class of each sample (n,), or the level of its target."""
        if self.task.is_classification:
            return self.task.labels(targets)
        return self._levels(targets[:, 0])

    def of_places(self, outputs: Array) -> Numbers:
        """The class of the network's answer at each place (n, outputs), or its level."""
        if self.task.kind == "multiclass":
            return self.task.labels(outputs)
        return self._levels(outputs[:, 0])

    def _levels(self, values: Array) -> Numbers:
        span = self.high - self.low or 1.0
        with np.errstate(all="ignore"):
            level = (np.nan_to_num(values, nan=self.low) - self.low) * (LEVELS - 1) / span
        rounded: Numbers = np.rint(np.clip(level, 0, LEVELS - 1)).astype(np.intp)
        return rounded
