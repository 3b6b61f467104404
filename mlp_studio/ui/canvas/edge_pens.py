"""The pens of the edges: colour by sign, width and strength by magnitude, in few steps.

Few opaque pens let thousands of edges be drawn in few calls, the weak ones first.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QPen

from mlp_studio.ui.theme import Theme, blend

LEVELS = 16
THINNEST, WIDEST = 1.5, 4.0
UNSIGNED = 0
"""The bucket of a weight that is zero or not yet known."""
BUCKETS = 2 * LEVELS + 1
_FAINTEST = 0.42
_BACK, _BACK_IN_DARK = 0.34, 0.55
"""How much is left of an edge that steps back: on dark paper the same share is seen less."""


def buckets(values: NDArray[np.float64]) -> NDArray[np.intp]:
    """The pen of each value: 1, 3, 5 … negative, 2, 4, 6 … positive, growing with magnitude.

    Magnitudes are relative to the largest one, so that a network of small weights shows too.
    """
    size = np.abs(np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0))
    largest = float(size.max(initial=0.0))
    if largest == 0.0:
        return np.zeros(len(values), dtype=np.intp)
    level = np.minimum((size / largest * LEVELS).astype(np.intp), LEVELS - 1)
    signed = 1 + 2 * level + (values > 0)
    return np.where(size > 0, signed, UNSIGNED).astype(np.intp)


class EdgePens:
    """Cosmetic pens of one theme: `full[bucket]`, and `back[bucket]` for edges that step back."""

    def __init__(self, theme: Theme) -> None:
        self.full = [_pen(theme, bucket, stepped_back=False) for bucket in range(BUCKETS)]
        self.back = [_pen(theme, bucket, stepped_back=True) for bucket in range(BUCKETS)]
        self.lit = [_pen(theme, bucket, stepped_back=False, lit=True) for bucket in range(BUCKETS)]


def dashed(pen: QPen) -> QPen:
    """The pen of a frozen edge."""
    broken = QPen(pen)
    broken.setDashPattern([5.0 / pen.widthF() * 1.5, 3.0 / pen.widthF() * 1.5])
    return broken


def _pen(theme: Theme, bucket: int, *, stepped_back: bool, lit: bool = False) -> QPen:
    if bucket == UNSIGNED:
        colour, strength = theme.muted, 0.0
    else:
        level, positive = divmod(bucket - 1, 2)
        colour = theme.positive if positive else theme.negative
        strength = level / (LEVELS - 1)
    share = 1.0 if lit else _FAINTEST + (1.0 - _FAINTEST) * strength
    if stepped_back:
        share *= _BACK_IN_DARK if theme.dark else _BACK
    pen = QPen(blend(colour, theme.canvas, share))
    pen.setWidthF(THINNEST + (WIDEST - THINNEST) * strength)
    pen.setCosmetic(True)
    # Round caps were measured to cost thirty times as much.
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
