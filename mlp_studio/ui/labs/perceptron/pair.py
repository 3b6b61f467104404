"""Two lines and a third unit over them: what they answer on XOR, and the network they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine import datasets, perceptron
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import edits
from mlp_studio.project.model import Dataset, Generator, Project
from mlp_studio.ui.labs.perceptron.ground import Ground, Place, Weights, part

Array = NDArray[np.float64]
_COLUMNS, _INPUTS, _TARGETS = datasets.make("xor", 4, 0.0)
CORNERS: tuple[Place, ...] = tuple((x, y) for x, y in _INPUTS.tolist())
TARGETS: tuple[int, ...] = tuple(int(target) for target in _TARGETS[:, 0])
AND: Weights = (1.0, 1.0, -1.5)
OR: Weights = (1.0, 1.0, -0.5)
COMBINING: dict[str, Weights] = {"and": AND, "or": OR}
"""What the third unit may be set to."""


@dataclass(frozen=True)
class Pair:
    """Three units with a step: h1 and h2 over the inputs, and y over those."""

    first: Weights = (1.0, 0.0, -0.3)
    second: Weights = (0.0, 1.0, -0.7)
    third: Weights = AND

    @cached_property
    def hidden(self) -> Array:
        """(4, 2): h1 and h2 of each corner."""
        lines = (self.first, self.second)
        return np.column_stack([_answers(_INPUTS, line) for line in lines])

    @cached_property
    def answers(self) -> Array:
        """(4,): y of each corner."""
        return _answers(self.hidden, self.third)

    @property
    def right(self) -> tuple[bool, ...]:
        """Of each corner, whether XOR answers the same."""
        return tuple((self.answers == _TARGETS[:, 0]).tolist())

    @property
    def is_solved(self) -> bool:
        return all(self.right)

    @property
    def combining(self) -> str:
        """What the third unit is: "and", "or", or "own"."""
        return next((name for name, third in COMBINING.items() if third == self.third), "own")

    def with_line(self, number: int, weights: Weights) -> Pair:
        return replace(self, first=weights) if number == 0 else replace(self, second=weights)

    def sides(self, ground: Ground) -> tuple[tuple[tuple[Place, ...], int], ...]:
        """The parts into which both lines cut the plane, each with the answer y there."""
        found = []
        for h1 in (0.0, 1.0):
            half = part(ground.corners, self.first, 2 * h1 - 1)
            for h2 in (0.0, 1.0):
                corners = part(half, self.second, 2 * h2 - 1)
                y = _answers(np.array([[h1, h2]]), self.third)[0]
                if len(corners) > 2:
                    found.append((corners, int(y)))
        return tuple(found)

    def project(self) -> Project:
        """The network 2-2-1 with these weights, over XOR."""
        made = Generator("xor", 4, 0.0)
        data = Dataset(_COLUMNS, FrozenArray(_INPUTS), FrozenArray(_TARGETS), made)
        project = Project(data=data)
        for kind, units, layer_id, name in (
            ("input", 2, "x", "Inputs"),
            ("dense", 2, "h1", "Two lines"),
            ("output", 1, "o", "Output"),
        ):
            project = edits.add_layer(
                project, kind, units, layer_id=layer_id, name=name, activation="step"
            )
        lines, third = np.array([self.first, self.second]), np.array([self.third])
        for source, target, rows in (("x", "h1", lines), ("h1", "o", third)):
            project = edits.add_link(project, source, target)
            project = edits.set_weights(project, f"{source}->{target}", rows[:, :2])
            for unit, bias in enumerate(rows[:, 2].tolist()):
                project = edits.set_bias(project, target, unit, bias)
        return project


SOLVED = Pair((1.0, 1.0, -0.5), (-1.0, -1.0, 1.5), AND)
"""One of many: OR, NAND, and AND of both."""


def _answers(inputs: Array, weights: Weights) -> Array:
    return perceptron.outputs(inputs, np.array(weights))
