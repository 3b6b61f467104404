"""Gradient descent on the loss of one unit, recorded step by step; and where it can be solved.

The unit has no bias of its own: a bias is the weight of a column of ones. With a = f(X·w),
L(w) = mean over the samples of ½(a − t)² and ∂L/∂w = mean of (a − t)·f′(z)·x. For a linear unit
the loss is a quadratic of Hessian XᵀX / samples, and its minimum solves the normal equations
XᵀX·w = Xᵀt.

Of a quadratic, a step of rate η leaves (1 − η·λ) of the distance to the minimum along the
eigenvector of each curvature λ. Hence the verdict on a rate: it diverges if η·λmax > 2, oscillates
if 1 < η·λmax ≤ 2, crawls if it does neither but η·λmin < 0.1, and converges otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from mlp_studio.engine import activations
from mlp_studio.engine.activations import Array
from mlp_studio.engine.spec import SpecError

Verdict = Literal["crawls", "converges", "oscillates", "diverges"]
VERDICTS: tuple[Verdict, ...] = ("crawls", "converges", "oscillates", "diverges")
CRAWL = 0.1
"""A rate crawls where a step takes away less than this part of the distance."""
THERE = 1e-3
"""A walk has arrived once this part of its first excess over the least loss is left."""
_FAR = 1e6
"""A walk ends where a weight is farther from 0: nothing new would follow."""
_STILL = 1e-6
"""A walk ends where no weight moves by more."""
_GRID = 201


@dataclass(frozen=True, slots=True, eq=False)
class UnitLoss:
    """The loss of one unit over its weights. `inputs` (samples, n), `targets` (samples,).

    Raises SpecError for shapes that do not fit, no samples, or an unknown activation.
    """

    activation: str
    inputs: Array
    targets: Array

    def __post_init__(self) -> None:
        activations.get(self.activation)
        if self.inputs.ndim != 2 or not self.inputs.size:
            raise SpecError(f"inputs must be (samples, weights), not {self.inputs.shape}")
        if self.targets.shape != self.inputs.shape[:1]:
            raise SpecError(
                f"{len(self.inputs)} samples need as many targets, not {self.targets.shape}"
            )

    @property
    def is_linear(self) -> bool:
        return self.activation == "linear"

    def of(self, weights: Array) -> Array:
        """The losses (k,) at `weights` (k, n)."""
        _, a = self._forward(weights)
        losses: Array = np.mean(0.5 * (a - self.targets) ** 2, axis=1)
        return losses

    def gradient(self, weights: Array) -> Array:
        """∂L/∂w (k, n) at `weights` (k, n)."""
        z, a = self._forward(weights)
        slopes = np.empty_like(z)
        activations.get(self.activation).derivative(z, a, slopes)
        gradient: Array = (a - self.targets) * slopes @ self.inputs / len(self.inputs)
        return gradient

    def _forward(self, weights: Array) -> tuple[Array, Array]:
        z = np.ascontiguousarray(weights @ self.inputs.T, np.float64)
        a = np.empty_like(z)
        activations.get(self.activation).value(z, a)
        return z, a


@dataclass(frozen=True, slots=True, eq=False)
class DescentWalk:
    """S steps of w ← w − η·∂L/∂w. `weights` and `gradients` (S + 1, n), `losses` (S + 1,).

    Row s is what is there after s steps; its gradient is what step s + 1 goes by.
    """

    rate: float
    weights: Array
    gradients: Array
    losses: Array

    @property
    def steps(self) -> int:
        return len(self.losses) - 1

    @property
    def has_run_away(self) -> bool:
        """Whether it ends because a weight was too far from 0."""
        return bool(np.abs(self.weights[-1]).max() > _FAR)

    def distances(self, place: Array) -> Array:
        """Euclidean distances (S + 1,) from the weights to a place (n,)."""
        distances: Array = np.linalg.norm(self.weights - place, axis=1)
        return distances


def descend(loss: UnitLoss, start: Array, rate: float, steps: int) -> DescentWalk:
    """Up to so many steps from `start` (n,): fewer if it comes to rest, or runs away.

    Raises SpecError unless the rate is positive and finite and `start` finite and of n weights.
    """
    if not (np.isfinite(rate) and rate > 0.0):
        raise SpecError(f"the learning rate must be positive: {rate}")
    if start.shape != loss.inputs.shape[1:] or not np.isfinite(start).all():
        raise SpecError(f"{loss.inputs.shape[1]} finite weights are needed to start from")
    now = np.array(start, np.float64)
    weights, gradients = [now], [loss.gradient(now[None])[0]]
    while len(weights) <= steps:
        move = rate * gradients[-1]
        if np.abs(move).max() <= _STILL or np.abs(now).max() > _FAR:
            break
        now = now - move
        weights.append(now)
        gradients.append(loss.gradient(now[None])[0])
    rows = np.array(weights)
    return DescentWalk(rate, rows, np.array(gradients), loss.of(rows))


def closed_form(loss: UnitLoss) -> Array:
    """The weights (n,) of the least loss of a linear unit, by its normal equations.

    Raises SpecError if the unit is not linear, or its columns depend on one another.
    """
    hessian = _hessian(loss)
    if np.linalg.matrix_rank(hessian) < len(hessian):
        raise SpecError("the columns depend on one another: many weights have the least loss")
    return np.linalg.solve(hessian, loss.inputs.T @ loss.targets / len(loss.inputs))


def curvatures(loss: UnitLoss) -> Array:
    """The eigenvalues (n,) of the Hessian of a linear unit's loss, the least first.

    Raises SpecError if the unit is not linear.
    """
    return np.linalg.eigvalsh(_hessian(loss))


def curvature_at(loss: UnitLoss, weight: float) -> float:
    """d²L/dw² of a unit with one weight: the central difference of its exact derivative."""
    step = 1e-5
    slopes = loss.gradient(np.array([[weight - step], [weight + step]]))
    return float(slopes[1, 0] - slopes[0, 0]) / (2.0 * step)


def lowest(loss: UnitLoss, least: float, most: float) -> float:
    """Where between `least` and `most` a unit with one weight has its least loss.

    The best of an even grid, refined until its cells are 10⁻⁸ of the range.
    """
    at = least
    for _ in range(5):
        values = np.linspace(least, most, _GRID)
        best = int(np.argmin(loss.of(values[:, None])))
        at = float(values[best])
        least, most = float(values[max(best - 1, 0)]), float(values[min(best + 1, _GRID - 1)])
    return at


def verdict_of_rate(rate: float, curvatures: Array) -> Verdict:
    """What a rate does on a quadratic of these curvatures (n,), by the definition above."""
    if rate * curvatures.max() > 2.0:
        return "diverges"
    if rate * curvatures.max() > 1.0:
        return "oscillates"
    return "crawls" if rate * curvatures.min() < CRAWL else "converges"


def verdict_of_walk(walk: DescentWalk, least: float) -> Verdict:
    """What a walk of any loss did, `least` being the least loss there is.

    It oscillates if more than half of its steps, until it has arrived, turn the gradient round,
    and its loss does not grow in the end; otherwise it diverges if it ends with a greater loss than
    it began with, converges if it arrives, and crawls if it does none of these.
    """
    excess = walk.losses - least
    if not walk.steps or excess[0] <= 0.0:
        return "converges"
    arrived = np.flatnonzero(excess <= THERE * excess[0])
    counted = int(arrived[0]) if len(arrived) else walk.steps
    turns = np.sum(walk.gradients[1:] * walk.gradients[:-1], axis=1)[:counted] < 0.0
    swings = counted > 1 and float(turns.mean()) > 0.5
    if swings and (len(arrived) or not _grows(excess)):
        return "oscillates"
    if excess[-1] > excess[0]:
        return "diverges"
    return "converges" if len(arrived) else "crawls"


def _grows(excess: Array) -> bool:
    """Whether the last quarter of a walk goes higher, by a quarter, than the one before it."""
    quarter = max(len(excess) // 4, 1)
    before = excess[-2 * quarter : -quarter]
    return bool(excess[-quarter:].max() > 1.25 * before.max())


def _hessian(loss: UnitLoss) -> Array:
    if not loss.is_linear:
        raise SpecError(f"the loss of a {loss.activation} unit is not a quadratic")
    hessian: Array = loss.inputs.T @ loss.inputs / len(loss.inputs)
    return hessian
