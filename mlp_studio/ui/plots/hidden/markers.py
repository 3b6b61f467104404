"""Samples as marks: drawn once for each class and depth, then copied."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPixmap

from mlp_studio.ui.class_marks import Mark, stamp
from mlp_studio.ui.plots.hidden.inks import DEPTHS, Inks

_SIZES = ((16, 7.0), (60, 5.6), (400, 4.2), (1000, 3.2))
"""Half the width of a mark where there are at most so many, in a picture of `_PICTURE` pixels."""
_PICTURE = 400.0
_NEARER = 0.24
"""How much larger than in the middle of the cube the nearest sample is, the farthest smaller."""

Array = NDArray[np.float64]


def radius_for(count: int, side: float) -> float:
    """Of so many marks, in a picture whose shorter side is so long."""
    size = next((size for most, size in _SIZES if count <= most), _SIZES[-1][1])
    return round(size * min(max(side / _PICTURE, 0.8), 1.6), 1)


def depth_steps(depths: Array) -> NDArray[np.intp]:
    """Which of DEPTHS shades each depth (from 0, far, to 1) has."""
    steps: NDArray[np.intp] = np.clip(np.nan_to_num(depths) * DEPTHS, 0, DEPTHS - 1).astype(np.intp)
    return steps


class Stamps:
    """Marks of one size in one theme: filled for training, open for testing."""

    def __init__(self, inks: Inks, radius: float, ratio: float) -> None:
        self.key = (inks, radius, ratio)
        self._inks = inks
        self._radius = radius
        self._ratio = ratio
        self._made: dict[tuple[int, bool, int], tuple[QPixmap, float]] = {}

    def draw(
        self,
        painter: QPainter,
        places: Sequence[Sequence[float]],
        numbers: Sequence[int],
        are_open: Sequence[bool],
        depths: Sequence[int],
        *,
        flat: bool,
    ) -> None:
        """Marks one after another at (x, y, …) in pixels; in a flat picture all equally large."""
        made, draw = self._made, painter.drawPixmap
        for (x, y, _), number, is_open, depth in zip(
            places, numbers, are_open, depths, strict=True
        ):
            found = made.get((number, is_open, depth))
            if found is None:
                size = self._radius * (1.0 if flat else _size_at(depth))
                mark = self.stamp(number, size, is_open=is_open, depth=depth)
                found = (mark, mark.deviceIndependentSize().width() / 2)
                made[number, is_open, depth] = found
            mark, half = found
            draw(QPointF(x - half, y - half), mark)

    def stamp(
        self, number: int, size: float, *, is_open: bool = False, depth: int = DEPTHS - 1
    ) -> QPixmap:
        """The mark of a class, or of a level of targets, which all are discs."""
        inks = self._inks
        shape = number if inks.task.is_classification else 0
        mark = Mark(shape, inks.sample(number, depth), not is_open)
        return stamp(mark, size, inks.theme, self._ratio)


def _size_at(depth: int) -> float:
    return 1.0 + _NEARER * (2.0 * depth / (DEPTHS - 1) - 1.0)
