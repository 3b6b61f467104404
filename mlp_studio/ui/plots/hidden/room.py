"""The part of a layer's space that is shown: fixed where outputs are bounded, else calmly wide."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine import activations
from mlp_studio.engine.projection import Box
from mlp_studio.project.model import Layer
from mlp_studio.ui.plots.hidden.choosing import AxesChoice

Array = NDArray[np.float64]
_LOOSE = 0.45
"""A box stays as long as its contents fit in and take up more than this share of it."""
_HASTE = 0.2
"""The share of the way to another box that is gone in one frame of a run."""
_STEPS = (1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0)
_TICK_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_MORE = 1.1
"""So much further than the samples a box of components reaches: the grid goes on beyond them."""
_AIR = 0.06
"""Around bounded outputs, as a share of their range: marks do not stand on the very edge."""


class Room:
    """`box_for` gives the box for what is there now; in a run it glides and never jumps."""

    def __init__(self, layer: Layer, choice: AxesChoice, box: Box | None = None) -> None:
        self._fixed = None if choice.is_components else _bounds(layer, choice.units)
        self._around_zero = choice.is_components
        self._never_changes = self._fixed is not None and None not in self._fixed
        self.box = box
        """The last one; None before the first."""

    def box_for(self, coordinates: Array, *, gently: bool) -> Box:
        """The box (k axes) around coordinates (n, k); those that are not finite do not count."""
        if self.box is not None and self._never_changes:
            return self.box
        wanted = self._wanted(coordinates)
        if gently and self.box is not None:
            wanted = self._on_the_way(self.box, wanted, coordinates)
        self.box = wanted
        return wanted

    def ticks(self, box: Box) -> Array:
        """The two values (k, 2) that are written along each axis: bounds, or the box's ends."""
        ticks = np.stack([box.low, box.high], axis=1)
        for axis, own in enumerate(self._fixed or ()):
            if own is not None:
                ticks[axis] = own
        return ticks

    def _wanted(self, coordinates: Array) -> Box:
        count = coordinates.shape[1]
        finite = coordinates[np.isfinite(coordinates).all(axis=1)]
        low = finite.min(axis=0) if len(finite) else -np.ones(count)
        high = finite.max(axis=0) if len(finite) else np.ones(count)
        if self._around_zero:
            reach = _round_up(_MORE * float(max(-low.min(), high.max())))
            return Box(np.full(count, -reach), np.full(count, reach))
        ends = [_nice(float(one), float(other)) for one, other in zip(low, high, strict=True)]
        if self._fixed is not None:
            ends = [
                free if own is None else _aired(*own)
                for own, free in zip(self._fixed, ends, strict=True)
            ]
        return Box(np.array([end[0] for end in ends]), np.array([end[1] for end in ends]))

    def _on_the_way(self, box: Box, wanted: Box, coordinates: Array) -> Box:
        finite = coordinates[np.isfinite(coordinates).all(axis=1)]
        if not len(finite):
            return box
        least, greatest = finite.min(axis=0), finite.max(axis=0)
        fits = (least >= box.low) & (greatest <= box.high)
        full = (wanted.high - wanted.low) > _LOOSE * (box.high - box.low)
        stays = bool((fits & full).all()) if self._around_zero else fits & full
        share = np.where(stays, 0.0, _HASTE)
        return Box(
            box.low + share * (wanted.low - box.low),
            box.high + share * (wanted.high - box.high),
        )


def _bounds(layer: Layer, units: tuple[int, ...]) -> list[tuple[float, float] | None]:
    """The least and greatest possible output of each unit, None where one is unbounded."""
    if layer.kind == "input":
        return [None] * len(units)
    bounds = [activations.get(layer.activation_of(unit)).bounds for unit in units]
    return [each if all(map(math.isfinite, each)) else None for each in bounds]


def _nice(low: float, high: float) -> tuple[float, float]:
    """Round numbers below and above."""
    if high - low <= 1e-9 * max(1.0, abs(low), abs(high)):
        reach = max(1.0, 0.1 * abs(low))
        low, high = low - reach, high + reach
    step = _round_up((high - low) / 8.0, _TICK_STEPS)
    return math.floor(low / step) * step, math.ceil(high / step) * step


def _aired(low: float, high: float) -> tuple[float, float]:
    air = _AIR * (high - low)
    return low - air, high + air


def _round_up(size: float, steps: tuple[float, ...] = _STEPS) -> float:
    """The next of the steps, times a power of ten, that is not less."""
    if not 0.0 < size < math.inf:
        return 1.0
    power = 10.0 ** math.floor(math.log10(size))
    return next(step for step in steps if step * power >= size * (1.0 - 1e-12)) * power
