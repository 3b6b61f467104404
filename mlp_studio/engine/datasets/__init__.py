"""Seeded generators of small data sets, all of about −1..1 (the gates: 0..1).

A set of classes has two input columns, and the class of each sample as a target: one column of 0
and 1 for two classes, one-hot columns for more. The classes take turns (sample i is of class
i mod k) unless a balance is asked for, so any few samples in a row are balanced. `noise` is the
standard deviation of a normal displacement: of each coordinate where there are classes, of the
target where a function is to be learned.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.datasets.functions import FUNCTIONS, columns_of
from mlp_studio.engine.datasets.labels import labels_of
from mlp_studio.engine.datasets.planes import GATES, PLANES, corners
from mlp_studio.engine.expressions import Formula
from mlp_studio.engine.spec import SpecError

Array = NDArray[np.float64]
COLUMNS = ("x1", "x2")
MOST_CLASSES = {"blobs": 6, "spirals": 4}
"""Of the sets that can have more than two."""
CURVE = "sin(3*x1)/2"
"""What bands lie about where no formula is given."""
MOST_NOISE = 1e100
"""What is displaced stays finite."""
_FARTHEST = 1e6
"""The curve of bands goes so far up and down: farther, rounding would merge the bands."""
NAMES: tuple[str, ...] = (*GATES, *PLANES, "bands", *FUNCTIONS)


def make(
    name: str,
    samples: int = 200,
    noise: float = 0.1,
    seed: int = 0,
    *,
    classes: int = 2,
    balance: float | None = None,
    formula: str = "",
) -> tuple[tuple[str, ...], Array, Array]:
    """(columns, inputs (samples, columns), targets (samples, outputs)).

    - xor, and, or, nand: the truth table. At noise 0 its 4 corners in {0, 1}², whatever `samples`
      says; otherwise `samples` points that go round the corners in order, each displaced.
    - circles: class 0 on the circle of radius 1, class 1 on that of radius ½.
    - moons: two half circles, each reaching into the other.
    - spirals: `classes` arms of 1¾ turns from the centre to radius 1.
    - blobs: `classes` clouds whose centres stand evenly on a circle of radius 0.7.
    - checkerboard: 4 by 4 squares, drawn evenly within those of a class.
    - bands: class 0 below and class 1 above the curve x2 = `formula` over x1 (CURVE if "").
    - line, sine, step over x1, and plane, saddle, bumps over x1 and x2: regression.

    `balance` is the share of the samples that are of class 0, to the nearest sample; the other
    classes share the rest alike. The same arguments give the same data. Raises SpecError for an
    unknown name or arguments a set cannot have, ExpressionError for a formula that cannot be read.
    """
    _check(name, samples, classes, balance, formula)
    check_drawing(name, noise, seed)
    rng = np.random.default_rng(seed)
    if name in FUNCTIONS:
        inputs, values = FUNCTIONS[name](samples, np.random.default_rng([seed, 1]))
        return columns_of(inputs), inputs, (values + noise * rng.normal(size=samples))[:, None]
    if name in GATES:
        corner = corners(samples if noise else 4)
        labels, points = GATES[name][corner[:, 0] * 2 + corner[:, 1]], corner.astype(np.float64)
    else:
        labels = labels_of(samples, classes, balance)
        drawn = np.random.default_rng([seed, 1])
        if name == "bands":
            points = _bands(labels, formula or CURVE, drawn)
        else:
            points = PLANES[name](labels, classes, drawn)
    displacement = rng.normal(size=points.shape)
    return COLUMNS, points + noise * displacement, _targets(labels, classes)


def check_drawing(name: str, noise: float, seed: int) -> None:
    """Raises SpecError if nothing can be drawn with this noise and seed."""
    if not 0.0 <= noise <= MOST_NOISE:
        raise SpecError(f"data set {name!r}: noise must be 0 to {MOST_NOISE:g}: {noise}")
    if seed < 0:
        raise SpecError(f"data set {name!r}: the seed must not be negative: {seed}")


def _check(name: str, samples: int, classes: int, balance: float | None, formula: str) -> None:
    if name not in NAMES:
        raise SpecError(f"unknown data set {name!r}; known: {', '.join(NAMES)}")
    if samples < 1:
        raise SpecError(f"data set {name!r}: samples must be at least 1: {samples}")
    if not 2 <= classes <= MOST_CLASSES.get(name, 2):
        raise SpecError(f"data set {name!r} cannot have {classes} classes")
    if formula and name != "bands":
        raise SpecError(f"data set {name!r} has no formula")
    if balance is None:
        return
    if name in GATES or name in FUNCTIONS:
        raise SpecError(f"data set {name!r} has no balance of classes")
    if not 0.0 < balance < 1.0:
        raise SpecError(f"data set {name!r}: the balance must be between 0 and 1: {balance}")


def _targets(labels: NDArray[np.intp], classes: int) -> Array:
    if classes == 2:
        return labels.astype(np.float64)[:, np.newaxis]
    return np.eye(classes)[labels]


def _bands(labels: NDArray[np.intp], formula: str, rng: np.random.Generator) -> Array:
    """Points at 0.1 to 0.5 from the curve, at evenly drawn x1."""
    x = rng.uniform(-1.0, 1.0, len(labels))
    curve = Formula(formula, ("x1",)).values(x[:, np.newaxis])
    # Written so that NaN is beyond as well.
    is_beyond = ~(np.abs(curve) <= _FARTHEST)
    if is_beyond.any():
        raise SpecError(
            f"data set 'bands': {formula} has no value within ±{_FARTHEST:g} "
            f"at x1 = {x[is_beyond][0]:.3g}"
        )
    distance = rng.uniform(0.1, 0.5, len(labels))
    return np.stack([x, curve + np.where(labels == 0, -distance, distance)], axis=1)
