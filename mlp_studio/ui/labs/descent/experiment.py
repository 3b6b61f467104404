"""What a page of the lab holds: a loss, a start, a rate; and all that follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from mlp_studio.engine import slopes
from mlp_studio.engine.activations import Array
from mlp_studio.engine.slopes import DescentWalk, UnitLoss, Verdict

Weights = tuple[float, ...]
UNITS = ("linear", "tanh")
VALLEYS = ("round", "narrow", "tilted")
STEPS = 60
REACH = 3.0
"""Weights from −REACH to REACH are in sight at first."""
_INPUTS = (-2.0, -1.0, 1.0, 2.0)
_TARGETS = (-0.9, -0.2, 0.4, 0.5)
_STARTS = {"linear": -2.0, "tanh": 1.5}
_FACTORS: dict[str, dict[Verdict, float]] = {
    "linear": {"crawls": 0.05, "converges": 0.5, "oscillates": 1.8, "diverges": 2.1},
    # The flanks of a tanh are flatter than its bottom: a step that is too long for the bottom goes
    # to and fro for ever, and one that leaves it for good must be longer still.
    "tanh": {"crawls": 0.05, "converges": 1.0, "oscillates": 2.1, "diverges": 6.6},
}
"""η·λ of the rate that each button sets, λ being the greatest curvature at the minimum."""
_VALLEYS: dict[str, tuple[tuple[tuple[float, float], ...], tuple[float, ...]]] = {
    "round": (((1.0, 1.0), (1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)), (0.4, 1.4, -1.7, -0.2)),
    "narrow": (((0.5, 2.0), (0.5, -2.0), (-0.5, 2.0), (-0.5, -2.0)), (-0.7, 1.5, -1.6, 0.8)),
    "tilted": (((1.0, 0.6), (-1.0, -0.6), (0.6, 1.0), (-0.6, -1.0)), (0.6, -0.5, -0.1, 0.1)),
}


@dataclass(frozen=True, eq=False)
class Experiment:
    """`name` is the unit's or the valley's; `start` has as many weights as the loss."""

    name: str
    loss: UnitLoss
    start: Weights
    rate: float

    @cached_property
    def walk(self) -> DescentWalk:
        return slopes.descend(self.loss, np.array(self.start), self.rate, STEPS)

    @cached_property
    def minimum(self) -> Array:
        """(n,): the closed form of a linear unit, otherwise the best of a fine grid."""
        if self.loss.is_linear:
            return slopes.closed_form(self.loss)
        return np.array([slopes.lowest(self.loss, -REACH, REACH)])

    @cached_property
    def least(self) -> float:
        """The loss at the minimum."""
        return self.loss_at(self.minimum)

    @cached_property
    def curvatures(self) -> Array:
        """(n,): at the minimum, the least first."""
        if self.loss.is_linear:
            return slopes.curvatures(self.loss)
        return np.array([slopes.curvature_at(self.loss, float(self.minimum[0]))])

    @cached_property
    def verdict(self) -> Verdict:
        if self.loss.is_linear:
            return slopes.verdict_of_rate(self.rate, self.curvatures)
        return slopes.verdict_of_walk(self.walk, self.least)

    @cached_property
    def distances(self) -> Array:
        """(S + 1,): from the minimum, after each step."""
        return self.walk.distances(self.minimum)

    def loss_at(self, weights: Array) -> float:
        return float(self.loss.of(weights[None])[0])

    def after(self, place: int) -> Array | None:
        """The weights that the next step of a place leads to; None at the end."""
        return None if place >= self.walk.steps else self.walk.weights[place + 1]

    def reach(self, place: int) -> float:
        """How far from 0 one must see to see all weights up to a place, and the next."""
        far = float(np.abs(self.walk.weights[: place + 2]).max())
        reach = REACH
        while far > 0.97 * reach:
            reach *= 2.0
        return reach

    def rate_of(self, verdict: Verdict) -> float:
        """A rate of two digits with this verdict, from the start that the unit has at first."""
        factor = _FACTORS[self.name][verdict]
        return float(f"{factor / float(self.curvatures[-1]):.1e}")


def of_unit(name: str, rate: float = 0.2) -> Experiment:
    """A unit with one weight and no bias, on four samples."""
    loss = UnitLoss(name, np.array(_INPUTS)[:, None], np.array(_TARGETS))
    return Experiment(name, loss, (_STARTS[name],), rate)


def of_valley(name: str, start: Weights = (-2.0, 1.5), rate: float = 0.42) -> Experiment:
    """A linear unit with two weights and no bias, on four samples."""
    inputs, targets = _VALLEYS[name]
    return Experiment(name, UnitLoss("linear", np.array(inputs), np.array(targets)), start, rate)
