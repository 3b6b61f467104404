"""Seeded generators of small data sets, all of about −1..1 (the gates: 0..1).

Every generator gives two input columns, and the class of each sample as a target: one column of
0 and 1 for two classes, one-hot columns for more. The classes take turns (sample i is of class
i mod k), so any few samples in a row are balanced. `noise` is the standard deviation of a normal
displacement of each coordinate; at noise 0 the points lie exactly on their curve, whatever the
seed.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.spec import SpecError

Array = NDArray[np.float64]
Labels = NDArray[np.intp]
COLUMNS = ("x1", "x2")
_CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])


def make(
    name: str, samples: int = 200, noise: float = 0.1, seed: int = 0, *, classes: int = 2
) -> tuple[tuple[str, ...], Array, Array]:
    """(columns, inputs (samples, 2), targets (samples, 1 or classes)).

    - xor, and, or, nand: the truth table. At noise 0 its 4 corners in {0, 1}², whatever `samples`
      says; otherwise `samples` points that go round the corners in order, each displaced.
    - circles: class 0 on the circle of radius 1, class 1 on that of radius ½.
    - moons: two half circles, each reaching into the other.
    - spirals: two arms of 1¾ turns from the centre to radius 1.
    - blobs: `classes` clouds whose centres stand evenly on a circle of radius 0.7.

    The same arguments give the same data. Raises SpecError for an unknown name, fewer than one
    sample, a noise that is negative or not finite, or fewer than two classes.
    """
    if name not in NAMES:
        raise SpecError(f"unknown data set {name!r}; known: {', '.join(NAMES)}")
    if samples < 1:
        raise SpecError(f"data set {name!r}: samples must be at least 1: {samples}")
    if not 0.0 <= noise < math.inf:
        raise SpecError(f"data set {name!r}: noise must not be negative: {noise}")
    if classes < 2 or (classes != 2 and name != "blobs"):
        raise SpecError(f"data set {name!r} cannot have {classes} classes")
    if name in _GATES:
        corner = np.arange(samples if noise else len(_CORNERS)) % len(_CORNERS)
        labels, points = _GATES[name][corner], _CORNERS[corner]
    elif name == "blobs":
        labels = np.arange(samples) % classes
        points = _blobs(labels, classes)
    else:
        labels = np.arange(samples) % 2
        points = _CURVES[name](labels)
    displacement = np.random.default_rng(seed).normal(size=points.shape)
    return COLUMNS, points + noise * displacement, _targets(labels, classes)


def _targets(labels: Labels, classes: int) -> Array:
    if classes == 2:
        return labels.astype(np.float64)[:, np.newaxis]
    return np.eye(classes)[labels]


def _along(labels: Labels, closed: bool = False) -> Array:
    """How far along its class's curve each sample lies: from 0 to 1 in even steps.

    On a closed curve 1 would be 0 again, so the last step is left out.
    """
    steps = np.bincount(labels, minlength=2) - (0 if closed else 1)
    return np.asarray(np.arange(len(labels)) // 2 / np.maximum(steps, 1)[labels], np.float64)


def _circles(labels: Labels) -> Array:
    angle = 2.0 * np.pi * _along(labels, closed=True)
    radius = np.where(labels == 0, 1.0, 0.5)
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)


def _moons(labels: Labels) -> Array:
    angle = np.pi * _along(labels)
    upper = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    lower = np.stack([1.0 - np.cos(angle), 0.5 - np.sin(angle)], axis=1)
    # Both together span 3 by 1.5 around (½, ¼); 1.5 makes that −1..1 by −½..½.
    return (np.where(labels[:, np.newaxis] == 0, upper, lower) - [0.5, 0.25]) / 1.5


def _spirals(labels: Labels) -> Array:
    along = _along(labels)
    # From 0.05 on, since the two arms would share the point at the very centre.
    radius = 0.05 + 0.95 * along
    angle = 1.75 * 2.0 * np.pi * along + np.pi * labels
    return np.stack([radius * np.sin(angle), radius * np.cos(angle)], axis=1)


def _blobs(labels: Labels, classes: int) -> Array:
    angle = 2.0 * np.pi * labels / classes + np.pi / 4.0
    return 0.7 * np.stack([np.cos(angle), np.sin(angle)], axis=1)


_GATES: dict[str, Labels] = {
    "xor": np.array([0, 1, 1, 0]),
    "and": np.array([0, 0, 0, 1]),
    "or": np.array([0, 1, 1, 1]),
    "nand": np.array([1, 1, 1, 0]),
}

_CURVES: dict[str, Callable[[Labels], Array]] = {
    "circles": _circles,
    "moons": _moons,
    "spirals": _spirals,
}

NAMES: tuple[str, ...] = (*_GATES, *_CURVES, "blobs")
