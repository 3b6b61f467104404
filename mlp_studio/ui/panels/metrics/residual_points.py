"""Which residuals are drawn of many, and where: the output across, the residual up."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.metrics import Regression
from mlp_studio.project.model import PARTS
from mlp_studio.ui.panels.metrics.evaluation import SetFigures, Sets

Array = NDArray[Any]
Indices = NDArray[np.intp]

_STEPS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
_WORST = 20
"""Of a set that is thinned out, so many of the largest residuals are drawn all the same."""


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """One output of the samples that are drawn: `rows` of the data, and a value (n,) for each.

    `total` counts those that could have been drawn; infinite ones cannot.
    """

    rows: Indices
    outputs: Array
    residuals: Array
    targets: Array
    parts: NDArray[np.int8]
    """Of which part of the data each is, as in PARTS."""
    total: int


@dataclass(frozen=True, slots=True)
class Scale:
    """From `left` to `right` across, and from −`reach` to `reach` up; all round numbers."""

    left: float
    right: float
    reach: float


def points_of(sets: Sets, output: int, most: int) -> Points:
    """The points of all sets, evenly thinned out to about `most`; the worst always stay."""
    finite = [_finite(each, output) for _, each in sets.each()]
    total = sum(map(len, finite))
    pieces = []
    for (part, each), places in zip(sets.each(), finite, strict=True):
        assert isinstance(each.metrics, Regression)
        residuals = each.metrics.residuals[:, output]
        kept = _thinned(places, residuals, -(-total // most))
        pieces.append(
            (
                each.rows[kept],
                each.outputs[kept, output].astype(np.float64),
                residuals[kept],
                each.targets[kept, output],
                np.full(len(kept), PARTS.index(part), np.int8),
            )
        )
    rows, outputs, residuals, targets, parts = map(np.concatenate, zip(*pieces, strict=True))
    return Points(rows, outputs, residuals, targets, parts, total)


def scale_of(points: Points) -> Scale:
    """Round limits that hold all points."""
    if not len(points.rows):
        return Scale(0.0, 1.0, 1.0)
    low, high = float(points.outputs.min()), float(points.outputs.max())
    if high == low:
        low, high = low - 0.5 * (abs(low) or 1.0), high + 0.5 * (abs(high) or 1.0)
    step = _round_up((high - low) / 4)
    largest = float(np.abs(points.residuals).max())
    reach = _round_up(largest) if largest > 0.0 else 1.0
    left, right = math.floor(low / step) * step, math.ceil(high / step) * step
    return Scale(_plain(left), _plain(right), _plain(reach))


def _finite(figures: SetFigures, output: int) -> Indices:
    assert isinstance(figures.metrics, Regression)
    known = np.isfinite(figures.metrics.residuals[:, output])
    return np.flatnonzero(known & np.isfinite(figures.outputs[:, output]))


def _thinned(places: Indices, residuals: Array, step: int) -> Indices:
    if step <= 1:
        return places
    worst = places[np.abs(residuals[places]).argsort()[-_WORST:]]
    return np.union1d(places[::step], worst)


def _plain(value: float) -> float:
    """Without the last bits that products of round numbers are off by: 0.6, never 0.60…01."""
    return float(f"{value:.12g}")


def _round_up(value: float) -> float:
    """The next round number: 1, 1.5, 2 … times a power of ten."""
    power = 10.0 ** math.floor(math.log10(value))
    fitting = (step * power for step in _STEPS if step * power >= value * (1 - 1e-12))
    return next(fitting, 10.0 * power)
