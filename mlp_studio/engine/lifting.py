"""Two columns lifted to three by a formula, parted by one plane, and the curve that it is below.

A lift sends (x1, x2) to (x1, x2, f(x1, x2)). A plane w1·x1 + w2·x2 + w3·f + b = 0 that parts the
lifted samples is, over the two columns, the curve where this sum is 0: straight above, bent below.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine import datasets
from mlp_studio.engine.contours import contour
from mlp_studio.engine.expressions import Formula
from mlp_studio.engine.network import Network
from mlp_studio.engine.probe import Extent
from mlp_studio.engine.projection import Box, Plane
from mlp_studio.engine.spec import (
    InitializerSpec,
    LayerSpec,
    LinkSpec,
    NetworkSpec,
    OptimizerSpec,
    TrainingSpec,
)
from mlp_studio.engine.splitting import Data
from mlp_studio.engine.trainer import train

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

COLUMNS = datasets.COLUMNS
EPOCHS = 600
"""The longest that a plane is fitted."""
_LOW_ENOUGH = 0.01
"""The loss at which every sample is far on its side."""
_RATE = 0.2
_EVEN = 1e-12
"""What varies by less does not vary."""


class FitError(ValueError):
    """There is nothing to fit a plane to: too few samples have a height."""


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """The plane that a logistic unit found, after so many epochs, and its loss then."""

    plane: Plane
    epochs: int
    loss: float


def lift(formula: Formula, inputs: Array) -> Array:
    """Points (n, 3) above inputs (n, 2); the height is not finite where f has no value."""
    return np.column_stack([inputs, formula.values(inputs)])


def level_plane(points: Array) -> Plane:
    """Level, halfway between the lowest and the highest of the points (n, 3) that have a height."""
    heights = points[np.isfinite(points[:, 2]), 2]
    middle = float((heights.min() + heights.max()) / 2) if len(heights) else 0.0
    return Plane(np.array([0.0, 0.0, 1.0]), -middle)


def fit_plane(points: Array, classes: NDArray[np.intp]) -> Fit:
    """Train a logistic unit on points (n, 3) of class 0 or 1 and take its plane z = 0.

    Binary cross-entropy, Adam, all samples at once, from weights of 0; each axis is scaled to mean
    0 and deviation 1 for the training, and the plane scaled back. Points without a height do not
    count. Raises FitError unless two points are left.
    """
    finite = np.isfinite(points).all(axis=1)
    if int(finite.sum()) < 2:
        raise FitError("fewer than two samples have a height")
    points, targets = points[finite], classes[finite].astype(np.float64)[:, np.newaxis]
    mean, deviation = points.mean(axis=0), points.std(axis=0)
    deviation = np.where(deviation > _EVEN, deviation, 1.0)
    network = Network(_UNIT)
    start = np.zeros(network.layout.size)
    data = Data((points - mean) / deviation, targets)
    *_, last = train(network, start, data, _TRAINING)
    weights = network.layout.weights(last.parameters, "x", "o")[0] / deviation
    bias = float(network.layout.biases(last.parameters, "o")[0])
    return Fit(
        Plane(weights, bias - float(weights @ mean)),
        last.epoch,
        float("nan") if last.train_loss is None else last.train_loss,
    )


_UNIT = NetworkSpec(
    (
        LayerSpec("x", 3, is_input=True),
        LayerSpec("o", 1, activation="sigmoid", initializer=InitializerSpec("zeros")),
    ),
    (LinkSpec("x", "o"),),
    loss="bce",
)
_TRAINING = TrainingSpec(
    optimizer=OptimizerSpec("adam", _RATE), epochs=EPOCHS, converge_below=_LOW_ENOUGH
)


def on_own_side(plane: Plane, points: Array, classes: NDArray[np.intp]) -> Flags:
    """Which points (n, 3) have z > 0 and are of class 1, or z < 0 and of class 0.

    A point on the plane, or without a height, is on no side.
    """
    with np.errstate(all="ignore"):
        z = plane.values(points)
    own: Flags = np.where(classes == 1, z > 0.0, z < 0.0)
    return own


def facing(plane: Plane, points: Array, classes: NDArray[np.intp]) -> Plane:
    """The same plane, its positive side turned to where it leaves more samples to class 1."""
    other = plane.flipped()
    kept = on_own_side(plane, points, classes).sum()
    return other if on_own_side(other, points, classes).sum() > kept else plane


def place_of(plane: Plane, box: Box) -> float:
    """How far above the middle of the box the plane is, in half boxes, along its normal."""
    cube = box.plane_in_cube(plane)
    size = float(np.linalg.norm(cube.normal))
    return -_upward(plane) * cube.offset / size if size else 0.0


def moved_to(plane: Plane, box: Box, place: float) -> Plane:
    """The plane moved without being turned; see `place_of`."""
    cube = box.plane_in_cube(plane)
    size = float(np.linalg.norm(cube.normal))
    if not size:
        return plane
    return Plane(plane.normal, plane.offset - cube.offset - _upward(plane) * place * size)


def _upward(plane: Plane) -> float:
    return -1.0 if plane.normal[2] < 0.0 else 1.0


def zero_curve(values: Array, extent: Extent) -> Array:
    """Where values (rows, columns) over the extent are 0, as pieces (m, 4) in the columns' units.

    What is above 0 lies on a piece's left.
    """
    pieces = contour(values, 0.0)
    x0, x1, y0, y1 = extent
    pieces[:, ::2] = x0 + pieces[:, ::2] * ((x1 - x0) / (values.shape[1] - 1))
    pieces[:, 1::2] = y0 + pieces[:, 1::2] * ((y1 - y0) / (values.shape[0] - 1))
    return pieces
