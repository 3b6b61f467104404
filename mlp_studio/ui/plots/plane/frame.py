"""Where a place of the plane is on the widget, and which round values its axes name."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from mlp_studio.engine.probe import Extent

Array = NDArray[np.float64]
_ROUND = (1.0, 2.0, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """The rectangle of the widget that an extent of the plane fills, y upward."""

    rect: QRectF
    extent: Extent

    def at(self, x: float, y: float) -> QPointF:
        x0, x1, y0, y1 = self.extent
        rect = self.rect
        return QPointF(
            rect.left() + (x - x0) / (x1 - x0) * rect.width(),
            rect.bottom() - (y - y0) / (y1 - y0) * rect.height(),
        )

    def on_screen(self, places: Array) -> Array:
        """Places (n, 2), or pieces of lines (n, 4), of the plane on the widget."""
        x0, x1, y0, y1 = self.extent
        rect = self.rect
        screen = np.empty_like(places, dtype=np.float64)
        screen[:, ::2] = rect.left() + (places[:, ::2] - x0) * (rect.width() / (x1 - x0))
        screen[:, 1::2] = rect.bottom() - (places[:, 1::2] - y0) * (rect.height() / (y1 - y0))
        return screen

    def place(self, point: QPointF) -> tuple[float, float]:
        """The place of the plane under a point of the widget."""
        x0, x1, y0, y1 = self.extent
        across = (point.x() - self.rect.left()) / self.rect.width()
        up = (self.rect.bottom() - point.y()) / self.rect.height()
        return x0 + across * (x1 - x0), y0 + up * (y1 - y0)


def round_values(low: float, high: float, most: int) -> list[float]:
    """At most so many multiples of 1, 2 or 5 times a power of ten, from `low` to `high`.

    None where there is nothing between, or the ends are not finite.
    """
    span = high - low
    if not (math.isfinite(span) and span > 0.0 and most > 0):
        return []
    power = 10.0 ** math.floor(math.log10(span / most))
    step = next(factor * power for factor in (*_ROUND, 20.0) if span / (factor * power) <= most)
    digits = max(0, 1 - math.floor(math.log10(step)))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    values = [round(number * step, digits) + 0.0 for number in range(first, last + 1)]
    return values if len(values) <= most else values[1:]


def round_above(value: float) -> float:
    """The least of 1, 2 and 5 times a power of ten that is not below a positive value."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(factor * power for factor in _ROUND if factor * power >= value * (1.0 - 1e-9))
