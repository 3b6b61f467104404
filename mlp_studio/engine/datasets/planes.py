"""Classes in the plane: the points of each set before they are displaced."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.datasets.labels import Labels, along

Array = NDArray[np.float64]
Points = Callable[[Labels, int, np.random.Generator], Array]
"""(samples, 2) for the class of each sample and the number of classes; what is drawn, by this."""

GATES: dict[str, Labels] = {
    "xor": np.array([0, 1, 1, 0]),
    "and": np.array([0, 0, 0, 1]),
    "or": np.array([0, 1, 1, 1]),
    "nand": np.array([1, 1, 1, 0]),
}
"""The class of each of `corners`."""
_SQUARES = 4
"""Of the checkerboard, to a side."""


def corners(samples: int) -> Labels:
    """(samples, 2): 00, 01, 10, 11 in turn."""
    number = np.arange(samples) % 4
    return np.stack([number // 2, number % 2], axis=1)


def _circles(labels: Labels, _: int, __: np.random.Generator) -> Array:
    angle = 2.0 * np.pi * along(labels, closed=True)
    radius = np.where(labels == 0, 1.0, 0.5)
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)


def _moons(labels: Labels, _: int, __: np.random.Generator) -> Array:
    angle = np.pi * along(labels)
    upper = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    lower = np.stack([1.0 - np.cos(angle), 0.5 - np.sin(angle)], axis=1)
    # Both together span 3 by 1.5 around (½, ¼); 1.5 makes that −1..1 by −½..½.
    return (np.where(labels[:, np.newaxis] == 0, upper, lower) - [0.5, 0.25]) / 1.5


def _spirals(labels: Labels, arms: int, _: np.random.Generator) -> Array:
    far = along(labels)
    # From 0.05 on, since the arms would share the point at the very centre.
    radius = 0.05 + 0.95 * far
    angle = 1.75 * 2.0 * np.pi * far + np.pi * labels * (2.0 / arms)
    return np.stack([radius * np.sin(angle), radius * np.cos(angle)], axis=1)


def _blobs(labels: Labels, classes: int, _: np.random.Generator) -> Array:
    angle = 2.0 * np.pi * labels / classes + np.pi / 4.0
    return 0.7 * np.stack([np.cos(angle), np.sin(angle)], axis=1)


def _checkerboard(labels: Labels, _: int, rng: np.random.Generator) -> Array:
    row = rng.integers(_SQUARES, size=len(labels))
    # Of the squares of a row every second is of the class.
    column = 2 * rng.integers(_SQUARES // 2, size=len(labels)) + (row + labels) % 2
    inside = rng.random((len(labels), 2))
    return (np.stack([column, row], axis=1) + inside) * (2.0 / _SQUARES) - 1.0


PLANES: dict[str, Points] = {
    "circles": _circles,
    "moons": _moons,
    "spirals": _spirals,
    "blobs": _blobs,
    "checkerboard": _checkerboard,
}
