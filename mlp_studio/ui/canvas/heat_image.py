"""A matrix of weights as colours: one pixel a weight, or the strongest of each block of them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from mlp_studio.ui.theme import Theme, blend

Weights = NDArray[np.floating]
Flags = NDArray[np.bool_]
_HALF = 127
"""Shades of each sign; the middle one is zero's."""
_ABSENT = 2 * _HALF + 1
_CURVE = 0.75
"""Below 1, weak weights are told apart too: most are weak once a network has learned."""


class Shades:
    """The colours of one theme, from the most negative weight through zero to the most positive."""

    def __init__(self, theme: Theme) -> None:
        shares = (np.arange(_HALF + 1) / _HALF) ** _CURVE
        negative = [blend(theme.negative, theme.panel, share) for share in shares[:0:-1].tolist()]
        positive = [blend(theme.positive, theme.panel, share) for share in shares.tolist()]
        # An edge that does not exist has no weight, which is another thing than a weight of 0.
        absent = blend(theme.muted, theme.panel, 0.45)
        colours = [colour.rgb() for colour in (*negative, *positive, absent)]
        self.table = np.array(colours, dtype=np.uint32)

    def of(self, weights: Weights, absent: Flags | None, largest: float) -> NDArray[np.uint32]:
        """The colour of each weight, from −`largest` to `largest`; NaN is like an absent edge."""
        with np.errstate(invalid="ignore"):
            places = weights * (_HALF / largest if largest > 0.0 else 0.0)
            np.clip(places, -_HALF, _HALF, out=places)
            places += _HALF + 0.5
            unknown = np.isnan(places)
            places[unknown] = _ABSENT
            shades: NDArray[np.intp] = places.astype(np.intp)
        if absent is not None:
            shades[absent] = _ABSENT
        colours: NDArray[np.uint32] = self.table[shades]
        return colours

    @property
    def absent(self) -> QColor:
        return QColor.fromRgb(int(self.table[_ABSENT]))

    def bar(self) -> QImage:
        """All shades of weights in a row, negative ones left."""
        return as_image(self.table[None, :_ABSENT])


def step(count: int, most: int) -> int:
    """How many weights make a block, so that there are at most `most` blocks."""
    return max(1, -(-count // max(1, most)))


def strongest(weights: Weights, steps: tuple[int, int]) -> Weights:
    """Of each block of `steps` (rows, columns) the weight of largest magnitude, with its sign."""
    if steps == (1, 1):
        return weights
    high = _reduced(np.maximum, weights, steps)
    low = _reduced(np.minimum, weights, steps)
    return np.where(high >= -low, high, low)


def all_of(flags: Flags, steps: tuple[int, int]) -> Flags:
    """Of which blocks every flag is set."""
    return _reduced(np.logical_and, flags, steps)


def largest_of(weights: Weights) -> float:
    """The largest finite magnitude, 0 if there is none."""
    size = np.abs(weights)
    return float(np.max(size, where=np.isfinite(size), initial=0.0))


def _reduced(combine: np.ufunc, matrix: NDArray[Any], steps: tuple[int, int]) -> NDArray[Any]:
    """`combine` over blocks; the last ones may be smaller."""
    down, across = steps
    result = matrix
    if across > 1:
        # Column by column of all blocks at once: reduceat was measured to take four times as long.
        result = _every(combine, result.T, across).T
    if down > 1:
        result = _every(combine, result, down)
    return result


def _every(combine: np.ufunc, matrix: NDArray[Any], count: int) -> NDArray[Any]:
    """`combine` over each `count` rows."""
    result = matrix[::count].copy()
    for offset in range(1, count):
        rows = matrix[offset::count]
        combine(result[: len(rows)], rows, out=result[: len(rows)])
    return result


def as_image(colours: NDArray[np.uint32]) -> QImage:
    """An image of its own from rows of 0xRRGGBB."""
    rows = np.ascontiguousarray(colours)
    height, width = rows.shape
    view = QImage(rows.data, width, height, 4 * width, QImage.Format.Format_RGB32)
    # The copy owns its pixels; the array may go.
    return view.copy()
