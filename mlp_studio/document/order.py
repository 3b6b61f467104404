"""Which samples the passes of an epoch take, in the order of a run that does not shuffle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mlp_studio.project.compile import Compiled

Indices = NDArray[np.intp]
Scope = Literal["sample", "batch"]
"""Whether a pass is one sample's or a batch's."""


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """`rows` are the samples that a run learns from, ascending; `count` is of all samples."""

    rows: Indices
    count: int
    batch_size: int

    @classmethod
    def of(cls, compiled: Compiled) -> Order:
        rows = compiled.split.train
        return cls(rows, len(compiled.inputs), compiled.training.batch_size or len(rows))

    def samples(self, scope: Scope, sample: int) -> Indices:
        """The samples of the pass that a sample belongs to."""
        if scope == "sample":
            return np.array([sample], np.intp)
        place = min(int(np.searchsorted(self.rows, sample)), len(self.rows) - 1)
        start = place // self.batch_size * self.batch_size
        return self.rows[start : start + self.batch_size]

    def following(self, samples: Indices) -> tuple[int, bool]:
        """The first sample after a pass over these, and whether an epoch ends between."""
        place = self._after(samples)
        ends = place >= len(self.rows)
        return int(self.rows[0 if ends else place]), ends

    def ends(self, unit: Literal["batch", "epoch"], samples: Indices) -> bool:
        """Whether a batch, or an epoch, is complete with a pass over these."""
        place = self._after(samples)
        return place >= len(self.rows) or (unit == "batch" and place % self.batch_size == 0)

    def begins(self, unit: Literal["batch", "epoch"], samples: Indices) -> bool:
        """Whether a batch, or an epoch, begins with a pass over these."""
        place = int(np.searchsorted(self.rows, samples[0]))
        return place == 0 or (unit == "batch" and place % self.batch_size == 0)

    def batch_number(self, samples: Indices) -> int:
        """Which batch of the epoch these belong to, from 0."""
        return int(np.searchsorted(self.rows, samples[0])) // self.batch_size

    def _after(self, samples: Indices) -> int:
        return int(np.searchsorted(self.rows, samples[-1], side="right"))
