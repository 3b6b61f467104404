"""A few of many samples, spread evenly: for pictures that would be slow with all of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_GOLDEN = 0.6180339887498949


def spread_rows(samples: int, most: int) -> NDArray[np.intp]:
    """Ascending rows of the data, at most `most` of them: all where there are no more.

    Not every n-th one: where classes take turns row by row, those would all be of one class. The
    multiples of the golden ratio, modulo 1, are as even and beat with nothing.
    """
    if samples <= most:
        return np.arange(samples)
    places = np.arange(most) * _GOLDEN % 1.0
    return np.unique((places * samples).astype(np.intp))
