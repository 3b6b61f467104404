"""Which sample is of which class, and how far along its class it stands."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Labels = NDArray[np.intp]


def labels_of(samples: int, classes: int, balance: float | None = None) -> Labels:
    """Classes from 0 that take turns, (samples,); `balance` is the share of class 0.

    Of any first n samples n · balance are of class 0, rounded; the others take turns.
    """
    if balance is None:
        return np.arange(samples) % classes
    wanted = np.floor(np.arange(samples + 1) * balance + 0.5).astype(np.intp)
    is_first = np.diff(wanted) > 0
    others = np.cumsum(~is_first) - 1
    return np.where(is_first, 0, 1 + others % (classes - 1)).astype(np.intp)


def places(labels: Labels) -> Labels:
    """How many samples of its own class stand before each."""
    result = np.zeros(len(labels), np.intp)
    for label in range(int(labels.max(initial=-1)) + 1):
        mine = labels == label
        result[mine] = np.arange(int(mine.sum()))
    return result


def along(labels: Labels, *, closed: bool = False) -> NDArray[np.float64]:
    """How far along its class's curve each sample lies: from 0 to 1 in even steps.

    On a closed curve 1 would be 0 again, so the last step is left out.
    """
    steps = np.bincount(labels, minlength=2) - (0 if closed else 1)
    return np.asarray(places(labels) / np.maximum(steps, 1)[labels], np.float64)
