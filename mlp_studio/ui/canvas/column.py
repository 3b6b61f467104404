"""The geometry of one layer: a column of discs, its frame, its header above, its footer below.

Local coordinates: the origin is the middle of the column, y grows downward, one unit is one pixel
at a zoom of 1. Forward values stand above a disc, gradients below it, the bias to its upper left.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from mlp_studio.project.arrange import FOLD_ABOVE

RADIUS = 24.0
PITCH = 88.0
"""From one disc to the next: a disc, a row of text above and one below, and air."""
ROW = 17.0
"""Height of a line of numbers above or below a disc."""
GAP = 4.0
HEADER = 38.0
FOOTER = 34.0
PORT = 5.0
FIRST_SHOWN, LAST_SHOWN = 6, 2
"""Of a layer with more than FOLD_ABOVE units only the first and the last few are shown."""
HALF_WIDTH = 46.0
"""From the middle of a column to its ports."""
_SIDE_OF_BIAS = -38.0
"""Where the bias's capsule ends, left of the pre-activation's text."""
_UNIT_PORT = RADIUS + 7.0
"""From the middle of a disc to the middle of its own ports."""
_BUTTON_WIDTH, _BUTTON_HEIGHT = 86.0, 26.0
_CORNER = 2.0
"""A disc answers to the pointer in the square around it, and this much further."""


@dataclass(frozen=True)
class Column:
    """Where the parts of a layer of `units` units are."""

    units: int
    unfolded: bool = False
    """Whether all units are shown, however many there are."""

    @property
    def folded(self) -> int:
        """How many units are not shown."""
        return self.units - len(self.shown)

    @property
    def foldable(self) -> bool:
        """Whether the layer is large enough to be folded, which it may be now."""
        return self.units > FOLD_ABOVE

    @cached_property
    def shown(self) -> NDArray[np.intp]:
        """The numbers of the units that are drawn."""
        if self.unfolded or self.units <= FOLD_ABOVE:
            return np.arange(self.units)
        last = np.arange(self.units - LAST_SHOWN, self.units)
        return np.concatenate([np.arange(FIRST_SHOWN), last])

    @property
    def slots(self) -> int:
        return len(self.shown) + (1 if self.folded else 0)

    @cached_property
    def heights(self) -> NDArray[np.float64]:
        """y of each shown unit's centre, in the order of `shown`."""
        slots = np.arange(len(self.shown), dtype=np.float64)
        if self.folded:
            slots[FIRST_SHOWN:] += 1.0
        return (slots - (self.slots - 1) / 2) * PITCH

    def centre(self, unit: int) -> QPointF | None:
        """The middle of a unit's disc; None if the unit is folded away or does not exist."""
        place = int(np.searchsorted(self.shown, unit))
        if place == len(self.shown) or self.shown[place] != unit:
            return None
        return QPointF(0.0, float(self.heights[place]))

    @property
    def ellipsis(self) -> QPointF:
        """Where "⋮" stands in a folded column."""
        return QPointF(0.0, (FIRST_SHOWN - (self.slots - 1) / 2) * PITCH)

    @property
    def fold_button(self) -> QRectF:
        """What folds a large layer, or shows all its units; empty if it is not large."""
        if not self.foldable:
            return QRectF()
        middle = self.ellipsis.y() + 8.0 if self.folded else self._top_of_units - GAP - 13.0
        return QRectF(
            -_BUTTON_WIDTH / 2, middle - _BUTTON_HEIGHT / 2, _BUTTON_WIDTH, _BUTTON_HEIGHT
        )

    @property
    def _top_of_units(self) -> float:
        return -(self.slots - 1) / 2 * PITCH - RADIUS - ROW - GAP

    @cached_property
    def frame(self) -> QRectF:
        """The quiet box around the discs and their numbers."""
        bottom = -self._top_of_units
        top = self._top_of_units
        if self.foldable and not self.folded:
            top = self.fold_button.top() - 2 * GAP
        return QRectF(-HALF_WIDTH, top, 2 * HALF_WIDTH, bottom - top)

    @property
    def header(self) -> QRectF:
        return QRectF(
            self.frame.left(), self.frame.top() - HEADER - GAP, self.frame.width(), HEADER
        )

    @property
    def footer(self) -> QRectF:
        return QRectF(self.frame.left(), self.frame.bottom() + GAP, self.frame.width(), FOOTER)

    @property
    def bounds(self) -> QRectF:
        """Header, frame and footer together."""
        return self.header.united(self.footer)

    @property
    def left_port(self) -> QPointF:
        return QPointF(self.frame.left(), 0.0)

    @property
    def right_port(self) -> QPointF:
        return QPointF(self.frame.right(), 0.0)

    @property
    def badge(self) -> QRectF:
        """Where a problem is marked: the upper right corner of the frame."""
        return QRectF(self.frame.right() - 11.0, self.frame.top() - 11.0, 22.0, 22.0)

    def unit_at(self, point: QPointF) -> int | None:
        """The unit whose disc, or its picture's square, contains the local `point`."""
        distances = np.abs(self.heights - point.y())
        nearest = int(np.argmin(distances))
        inside = max(float(distances[nearest]), abs(point.x())) <= RADIUS + _CORNER
        return int(self.shown[nearest]) if inside else None

    def within(self, top: float, bottom: float) -> slice:
        """Which of `shown` reach into these heights, with all their numbers."""
        first, last = np.searchsorted(self.heights, (top - PITCH, bottom + PITCH))
        return slice(int(first), int(last))

    def unit_port(self, unit: int, side: str) -> QPointF:
        """Where a unit shows its port on the "left" or "right". Raises KeyError if folded away."""
        centre = self.centre(unit)
        if centre is None:
            raise KeyError(unit)
        return centre + QPointF(-_UNIT_PORT if side == "left" else _UNIT_PORT, 0.0)

    def slot_at(self, point: QPointF) -> int:
        """Before which unit something dropped at a local `point` goes: 0 to `units`."""
        place = int(np.searchsorted(self.heights, point.y()))
        if self.folded and place == FIRST_SHOWN and point.y() < self.ellipsis.y():
            return FIRST_SHOWN
        return int(self.shown[place]) if place < len(self.shown) else self.units

    def slot_height(self, at: int) -> float:
        """y of the line before unit `at`; below the last for `units`."""
        place = int(np.searchsorted(self.shown, at))
        if self.folded and at == FIRST_SHOWN:
            return self.ellipsis.y() - PITCH / 2
        if place == len(self.shown):
            return float(self.heights[-1]) + PITCH / 2
        if self.shown[place] != at:
            return self.ellipsis.y()
        return float(self.heights[place]) - PITCH / 2

    def disc(self, unit: int) -> QRectF | None:
        centre = self.centre(unit)
        if centre is None:
            return None
        return QRectF(centre.x() - RADIUS, centre.y() - RADIUS, 2 * RADIUS, 2 * RADIUS)


def bias_capsule(centre: QPointF, width: float, lines: int = 1) -> QRectF:
    """The bias's satellite: to the upper left of a disc, growing away from it with its text."""
    right, bottom = centre.x() + _SIDE_OF_BIAS, centre.y() - RADIUS + 6.0
    return QRectF(right - width, bottom - lines * ROW, width, lines * ROW)


def above(centre: QPointF, width: float) -> QRectF:
    """The row over a disc: for the pre-activation z."""
    return QRectF(centre.x() - width / 2, centre.y() - RADIUS - ROW - 1.0, width, ROW)


def below(centre: QPointF, width: float) -> QRectF:
    """The row under a disc: for δ."""
    return QRectF(centre.x() - width / 2, centre.y() + RADIUS + 1.0, width, ROW)
