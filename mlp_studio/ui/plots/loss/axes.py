"""The axes of the loss plot: plain numbers, and only as many as fit. Imports pyqtgraph."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import pyqtgraph as pg
from PySide6.QtGui import QPainter

from mlp_studio.ui.numbers import NumberFormat

_ROOM, _ROOM_ACROSS = 20.0, 64.0
"""Pixels from one number to the next, upwards and across."""
_BEYOND = 6
"""Pixels that a number may stand out at the end of an axis."""
_FINEST = (1.0, 2.0, 5.0)
_SCORES_APART = (0.25, 0.5)

Levels = list[tuple[float, list[float]]]


class _Axis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    def __init__(self, side: str, numbers: NumberFormat) -> None:
        super().__init__(side)
        self._numbers = numbers
        self.enableAutoSIPrefix(False)
        self.setStyle(tickLength=-4, autoExpandTextSpace=False)
        numbers.changed.connect(self.redraw)

    def redraw(self) -> None:
        """Write the numbers anew."""
        self.picture = None
        self.update()

    def places(self) -> list[float]:
        """Where numbers stand now."""
        low, high = self.range
        size = self.geometry().height() if self.orientation == "left" else self.geometry().width()
        return [place for _, places in self.tickValues(low, high, size) for place in places]

    def tickValues(self, minVal: float, maxVal: float, size: float) -> Levels:
        levels: Levels = super().tickValues(minVal, maxVal, size)
        return levels[:1]

    def paint(self, painter: QPainter, option: Any, widget: Any) -> None:
        if widget is not None:
            super().paint(painter, option, widget)
            return
        # For a file: pyqtgraph's recording of it would come out in the resolution of the screen.
        if self.style["tickFont"] is not None:
            painter.setFont(self.style["tickFont"])
        specs = self.generateDrawSpecs(painter)
        if specs is not None:
            self.drawPicture(painter, *specs)


class LossAxis(_Axis):
    """Losses upwards, linear or logarithmic."""

    def __init__(self, numbers: NumberFormat) -> None:
        super().__init__("left", numbers)

    def tickValues(self, minVal: float, maxVal: float, size: float) -> Levels:
        if not self.logMode:
            return super().tickValues(minVal, maxVal, size)
        return [(1.0, log_ticks(minVal, maxVal, size))]

    def tickStrings(self, values: list[float], scale: float, _spacing: float) -> list[str]:
        """Losses as they are written everywhere, without the zeros at their end."""
        losses = [math.pow(10.0, value) if self.logMode else value * scale for value in values]
        return [self._numbers.exact(float(f"{loss:.3g}")) for loss in losses]


class EpochAxis(_Axis):
    """Whole epochs across, linear or logarithmic."""

    def __init__(self, numbers: NumberFormat) -> None:
        super().__init__("bottom", numbers)
        # The first epoch is at the very edge; longer numbers there run into the axis' name.
        self.setStyle(hideOverlappingLabels=_BEYOND)

    def tickValues(self, minVal: float, maxVal: float, size: float) -> Levels:
        if self.logMode:
            whole = log_ticks(max(minVal, 0.0), maxVal, size, _ROOM_ACROSS)
            return [(1.0, whole)]
        return [
            (spacing, [place for place in places if place >= 0 and place == round(place)])
            for spacing, places in super().tickValues(minVal, maxVal, size)
        ]

    def tickStrings(self, values: list[float], _scale: float, _spacing: float) -> list[str]:
        epochs = [math.pow(10.0, value) if self.logMode else value for value in values]
        return [f"{round(epoch):,}" for epoch in epochs]


class ScoreAxis(_Axis):
    """Accuracy as percents, or R² as it is."""

    def __init__(self, numbers: NumberFormat) -> None:
        super().__init__("left", numbers)
        self._is_percent = True

    def set_percent(self, on: bool) -> None:
        if on != self._is_percent:
            self._is_percent = on
            self.redraw()

    def tickValues(self, minVal: float, maxVal: float, size: float) -> Levels:
        pixels = size / max(maxVal - minVal, 1e-9)
        spacing = next((each for each in _SCORES_APART if each * pixels >= _ROOM), 1.0)
        first, last = math.ceil(minVal / spacing - 1e-6), math.floor(maxVal / spacing + 1e-6)
        return [(spacing, [spacing * step for step in range(first, last + 1)])]

    def tickStrings(self, values: list[float], _scale: float, _spacing: float) -> list[str]:
        if self._is_percent:
            return [f"{round(100 * value)} %" for value in values]
        return [self._numbers.exact(value) for value in values]


def log_ticks(low: float, high: float, size: float, room: float = _ROOM) -> list[float]:
    """Places on a log10 axis from `low` to `high`, `size` pixels long, at 1, 2 and 5 or at powers.

    Sparser by decades until neighbours are `room` pixels from each other.
    """
    decades = range(math.floor(low), math.ceil(high) + 1)
    pixels = size / max(high - low, 1e-9)
    fine = [decade + math.log10(step) for decade in decades for step in _FINEST]
    if pixels * min(after - before for before, after in pairwise(fine)) >= room:
        return [place for place in fine if low <= place <= high]
    apart = max(1, math.ceil(room / pixels))
    return [float(decade) for decade in decades if decade % apart == 0 and low <= decade <= high]
