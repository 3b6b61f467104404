"""From values over the plane to colours: a scale with a middle, and regions of classes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from mlp_studio.ui.class_marks import class_colours
from mlp_studio.ui.theme import Theme, blend

Array = NDArray[Any]
Colours = NDArray[np.uint32]

MIDDLE = 127
"""The level of a scale's middle; its least value is at 0, its greatest at 2·MIDDLE."""
_NO_VALUE = 2 * MIDDLE + 1
_FULL = 0.62
"""How much of a role's colour the strongest shade has: points in the full colour stand out."""
_SHADES = 64
_PALEST, _STRONGEST = 0.06, 0.6
_UNKNOWN = 0.3


@dataclass(frozen=True, slots=True)
class Scale:
    """Which value has which shade: negative below the middle, positive above, paler towards it."""

    least: float
    middle: float
    greatest: float

    @classmethod
    def around_zero(cls, least: float, greatest: float) -> Scale:
        """0 has the middle; where all values have one sign, the one nearest to 0 has."""
        if least < 0.0 < greatest:
            reach = max(-least, greatest)
            return cls(-reach, 0.0, reach)
        if greatest <= least:
            return cls(least - 1.0, least, least + 1.0)
        return cls(least, least if least >= 0.0 else greatest, greatest)

    def levels(self, values: Array) -> NDArray[np.uint8]:
        """The level of each value, from 0 to 2·MIDDLE; those beyond the ends have the end's."""
        knots = [(self.least, 0.0), (self.middle, MIDDLE), (self.greatest, 2.0 * MIDDLE)]
        if self.least == self.middle:
            del knots[0]
        elif self.greatest == self.middle:
            del knots[2]
        places, heights = zip(*knots, strict=True)
        level: NDArray[np.float64] = np.interp(values, places, heights) + 0.5
        np.nan_to_num(level, copy=False, nan=_NO_VALUE)
        return level.astype(np.uint8)

    def colours(self, values: Array, theme: Theme) -> Colours:
        found: Colours = ramp(theme)[self.levels(values)]
        return found


@lru_cache(maxsize=4)
def ramp(theme: Theme) -> Colours:
    """The colour of each level, and last that of no value."""
    shares = (_FULL * np.arange(MIDDLE + 1) / MIDDLE).tolist()
    negative = [blend(theme.negative, theme.panel, share) for share in shares[:0:-1]]
    positive = [blend(theme.positive, theme.panel, share) for share in shares]
    unknown = blend(theme.muted, theme.panel, _UNKNOWN)
    return np.array([colour.rgb() for colour in (*negative, *positive, unknown)], np.uint32)


@lru_cache(maxsize=8)
def class_ramps(theme: Theme, classes: int) -> Colours:
    """(classes, shades): from the palest colour of each class to the strongest."""
    shares = np.linspace(_PALEST, _STRONGEST, _SHADES).tolist()
    return np.array(
        [
            [blend(colour, theme.panel, share).rgb() for share in shares]
            for colour in class_colours(theme, classes)
        ],
        np.uint32,
    )


def region_colours(labels: NDArray[np.intp], leads: Array, theme: Theme, classes: int) -> Colours:
    """The colour of each place by the class that wins there, paler for a lead below 1."""
    with np.errstate(invalid="ignore"):
        shade = np.clip(leads * (_SHADES - 1), 0, _SHADES - 1)
    np.nan_to_num(shade, copy=False, nan=0.0)
    found: Colours = class_ramps(theme, classes)[labels, shade.astype(np.intp)]
    return found


def as_image(colours: Colours) -> QImage:
    """An image of rows of colours, the first row lowest."""
    rows = np.ascontiguousarray(colours[::-1])
    height, width = rows.shape
    view = QImage(rows.data, width, height, 4 * width, QImage.Format.Format_RGB32)
    # The copy owns its pixels; the array may go.
    return view.copy()


def point_colours(scale: Scale, values: Array, theme: Theme) -> list[QColor]:
    """The very colours that the map has for these values (n,)."""
    return [QColor.fromRgb(int(colour)) for colour in scale.colours(values, theme).tolist()]
