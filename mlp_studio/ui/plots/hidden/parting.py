"""The plane of the next unit, what it decides, and how many samples are on the right side of it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.projection import Plane
from mlp_studio.engine.tasks import Task
from mlp_studio.project.model import Layer

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Parting:
    """A plane in the axes shown, where z of the next unit is `level`.

    `is_slice`: the layer has more directions than are shown, all others are held at the mean.
    `holds_rest`: so are the outputs of other layers that feed the unit. `decides`: the network's
    answer is one class on one side and the other on the other, and `right` of `count` samples get
    their own. Of the output layer itself it is where its output passes the threshold (`is_own`).
    """

    plane: Plane
    level: float
    is_slice: bool = False
    holds_rest: bool = False
    decides: bool = False
    is_own: bool = False
    right: int = 0
    count: int = 0

    @property
    def is_exact(self) -> bool:
        return not (self.is_slice or self.holds_rest)


def deciding_z(task: Task, layer: Layer) -> float | None:
    """The z above which a single output is of class 1; None where there is no one such z."""
    if task.kind != "binary":
        return None
    name, threshold = layer.activation_of(0), task.threshold
    if name == "sigmoid" and 0.0 < threshold < 1.0:
        return math.log(threshold / (1.0 - threshold))
    if name == "tanh" and -1.0 < threshold < 1.0:
        return math.atanh(threshold)
    if name == "linear" or (name == "relu" and threshold >= 0.0):
        return threshold
    hard = {"step": (0.0, 1.0), "sign": (-1.0, 1.0)}.get(name, (0.0, 0.0))
    return 0.0 if hard[0] < threshold < hard[1] and (name, threshold) != ("sign", 0.0) else None


def right_ones(task: Task, outputs: Array, targets: Array) -> NDArray[np.bool_] | None:
    """Which samples get their own class (n,); None for regression."""
    if not task.is_classification:
        return None
    right: NDArray[np.bool_] = task.labels(outputs) == task.labels(targets)
    return right
