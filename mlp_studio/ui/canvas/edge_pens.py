"""The pens of the edges: colour by sign, width and strength by magnitude, in few steps.

Few opaque pens let thousands of edges be drawn in few calls, the weak ones first.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from mlp_studio.ui.canvas.emphasis import Emphasis
from mlp_studio.ui.theme import Theme, blend

LEVELS = 16
THINNEST, WIDEST = 1.5, 4.0
UNSIGNED = 0
"""The bucket of a weight that is zero or not yet known."""
BUCKETS = 2 * LEVELS + 1
HALO = 2 * BUCKETS * Emphasis.LIT
"""The number of the pen behind lit edges in which something flows."""
_WIDEST_HALO = WIDEST + 6.0
_FAINTEST = 0.42
_BACK, _BACK_IN_DARK = 0.34, 0.55
"""How much is left of an edge that steps back: on dark paper the same share is seen less."""

Numbers = NDArray[np.int16]


def buckets(values: NDArray[np.float64], largest: float | None = None) -> NDArray[np.intp]:
    """The pen of each value: 1, 3, 5 … negative, 2, 4, 6 … positive, growing with magnitude.

    Magnitudes are relative to `largest`, or to the largest one, so that a network of small weights
    shows too.
    """
    size = np.abs(np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0))
    largest = float(size.max(initial=0.0)) if largest is None else largest
    if largest == 0.0:
        return np.zeros(len(values), dtype=np.intp)
    level = np.minimum((size / largest * LEVELS).astype(np.intp), LEVELS - 1)
    signed = 1 + 2 * level + (values > 0)
    return np.where(size > 0, signed, UNSIGNED).astype(np.intp)


def pen_numbers(
    bucket: NDArray[np.intp], emphasis: NDArray[np.int8], frozen: NDArray[np.bool_]
) -> Numbers:
    """The number of each edge's pen; ascending is the order to draw in.

    What steps back comes first, then what is at rest, the halo, what is lit; within each the weak
    edges before the strong ones.
    """
    number = 2 * (BUCKETS * emphasis.astype(np.intp) + bucket) + frozen
    after_halo: NDArray[np.intp] = number + (emphasis == Emphasis.LIT)
    return after_halo.astype(np.int16)


def is_dashed(numbers: Numbers) -> NDArray[np.bool_]:
    dashed: NDArray[np.bool_] = (numbers - (numbers > HALO)) % 2 == 1
    return dashed


class EdgePens:
    """The pens of one theme by number; `flow` is the colour of what the step's computation moves.

    All are opaque: translucency was measured to cost three to five times as much.
    """

    def __init__(self, theme: Theme, flow: QColor) -> None:
        self.theme, self.flow = theme, flow
        self.vector = _pens(theme, flow)
        """For devices that are no screen: widths in units of the scene."""
        self._cosmetic: dict[float, list[QPen]] = {}

    def cosmetic(self, ratio: float) -> list[QPen]:
        """Widths in pixels at every zoom. Qt counts them in pixels of the device: `ratio` of them
        make one of the screen."""
        if ratio not in self._cosmetic:
            self._cosmetic[ratio] = [_cosmetic(pen, ratio) for pen in self.vector]
        return self._cosmetic[ratio]


def _pens(theme: Theme, flow: QColor) -> list[QPen]:
    pens = []
    for emphasis in Emphasis:
        if emphasis is Emphasis.LIT:
            pens.append(QPen(blend(flow, theme.canvas, 0.22), _WIDEST_HALO))
        for bucket in range(BUCKETS):
            pen = _pen(theme, bucket, emphasis)
            pens += [pen, _dashed(pen)]
    return pens


def _pen(theme: Theme, bucket: int, emphasis: Emphasis) -> QPen:
    if bucket == UNSIGNED:
        colour, strength = theme.muted, 0.0
    else:
        level, positive = divmod(bucket - 1, 2)
        colour = theme.positive if positive else theme.negative
        strength = level / (LEVELS - 1)
    share = 1.0 if emphasis is Emphasis.LIT else _FAINTEST + (1.0 - _FAINTEST) * strength
    if emphasis is Emphasis.BACK:
        share *= _BACK_IN_DARK if theme.dark else _BACK
    pen = QPen(blend(colour, theme.canvas, share))
    pen.setWidthF(THINNEST + (WIDEST - THINNEST) * strength)
    # Round caps were measured to cost thirty times as much.
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _dashed(pen: QPen) -> QPen:
    """The pen of a frozen edge."""
    broken = QPen(pen)
    broken.setDashPattern([5.0 / pen.widthF() * 1.5, 3.0 / pen.widthF() * 1.5])
    return broken


def _cosmetic(pen: QPen, ratio: float) -> QPen:
    """The same pen, as wide at every zoom."""
    constant = QPen(pen)
    constant.setCosmetic(True)
    constant.setWidthF(pen.widthF() * ratio)
    return constant
