"""What the curves show: a run's losses, copied as they come in, and what is derived from them."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from mlp_studio.ui.plots.loss.growing import Growing
from mlp_studio.ui.plots.loss.smoothing import MovingAverage

_PROBES = 64
"""So many of the values known are compared with the new ones, to notice that it is another run."""

Values = NDArray[np.float64]


class Series:
    """One loss by epoch, its moving average, and between what it lies."""

    def __init__(self, keep: float = 0.0) -> None:
        self._values = Growing()
        self._average = MovingAverage(keep)
        self.lowest = math.inf
        """The lowest value above 0; infinite without one."""
        self.highest = 0.0

    def __len__(self) -> int:
        return len(self._values)

    @property
    def values(self) -> Values:
        return self._values.view

    @property
    def smoothed(self) -> Values:
        """The moving average; the values themselves while nothing is smoothed."""
        return self._average.values if self._average.keep else self.values

    def smooth(self, keep: float) -> None:
        """Average anew, over all values."""
        self._average = MovingAverage(keep)
        if keep:
            self._average.take(self.values)

    def take(self, values: Values) -> None:
        self._values.extend(values)
        if self._average.keep:
            self._average.take(values)
        finite = values[np.isfinite(values)]
        above = finite[finite > 0.0]
        self.lowest = min(self.lowest, float(above.min(initial=math.inf)))
        self.highest = max(self.highest, float(finite.max(initial=0.0)))


class Record:
    """Epochs, ascending, and the losses there. Taking the same history again costs nothing."""

    def __init__(self) -> None:
        self.keep = 0.0
        self.forget()

    @property
    def epochs(self) -> Values:
        return self._epochs.view

    def __len__(self) -> int:
        return len(self._epochs)

    @property
    def parts(self) -> tuple[Series, Series, Series]:
        """Of training, test and validation; the last two are empty without such a part."""
        return self.train, self.test, self.validation

    @property
    def is_tested(self) -> bool:
        return len(self.test) > 0

    @property
    def is_validated(self) -> bool:
        return len(self.validation) > 0

    def forget(self) -> None:
        self._epochs = Growing()
        self.train, self.test = Series(self.keep), Series(self.keep)
        self.validation = Series(self.keep)

    def smooth(self, keep: float) -> None:
        """How much of the average each epoch keeps: from 0, not smoothed, to below 1."""
        self.keep = keep
        for series in self.parts:
            series.smooth(keep)

    def take(
        self,
        epochs: Values,
        train: Values,
        test: Values | None,
        validation: Values | None = None,
    ) -> None:
        """The whole history, (n,) each; of one that goes on from before only the end is read."""
        losses = (train, test, validation)
        if not self._goes_on(epochs, losses):
            self.forget()
        known = len(self)
        self._epochs.extend(epochs[known:])
        for series, values in zip(self.parts, losses, strict=True):
            if values is not None:
                series.take(values[known:])

    def nearest(self, epoch: float) -> int:
        """The place of the epoch nearest to this one. There must be one."""
        epochs = self.epochs
        after = int(np.searchsorted(epochs, epoch))
        if after == 0:
            return 0
        if after == len(epochs) or epoch - epochs[after - 1] <= epochs[after] - epoch:
            return after - 1
        return after

    def _goes_on(self, epochs: Values, losses: tuple[Values | None, ...]) -> bool:
        known = len(self)
        is_there = [values is not None for values in losses]
        if len(epochs) < known or (known and [len(each) > 0 for each in self.parts] != is_there):
            return False
        probes = np.linspace(0, known - 1, min(known, _PROBES)).astype(np.intp)
        pairs = [(self.epochs, epochs)]
        for series, values in zip(self.parts, losses, strict=True):
            if values is not None:
                pairs.append((series.values, values))
        return all(np.array_equal(old[probes], new[probes], equal_nan=True) for old, new in pairs)
