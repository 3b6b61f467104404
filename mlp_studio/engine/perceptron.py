"""The perceptron rule as a recorded walk: every sample, every mistake, every change of weights.

Rosenblatt's rule: w ← w + η·(t − y)·x with y the hard output of z = w·x + b, where the bias is the
weight of a constant 1. It ends after an epoch without a mistake. Where no line separates the
classes it never does; its weights are bounded then (Block and Levin 1970), and once an epoch
leaves weights that were there before, all that follows repeats.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from mlp_studio.engine import activations
from mlp_studio.engine.activations import Array
from mlp_studio.engine.spec import SpecError

Hard = Literal["sign", "step"]
HARD: tuple[Hard, ...] = ("sign", "step")
Ending = Literal["converged", "cycle", "limit"]


@dataclass(frozen=True, slots=True)
class Cycle:
    """After epoch `start` (0: at the start) the weights come back every `length` epochs."""

    start: int
    length: int


@dataclass(frozen=True, slots=True, eq=False)
class PerceptronWalk:
    """S visits of samples in their order, epoch after epoch.

    `weights` is (S + 1, columns + 1), the bias last: row s is what visit s finds and row s + 1 what
    it leaves. `z`, `outputs` and `is_mistake` are (S,): of the visit, by the weights it finds.
    `mistakes` counts them by epoch. `cycle` is None unless the walk ended with one.
    """

    inputs: Array
    targets: Array
    activation: Hard
    rate: float
    weights: Array
    z: Array
    outputs: Array
    is_mistake: Array
    mistakes: Array
    ending: Ending
    cycle: Cycle | None

    @property
    def visits(self) -> int:
        return len(self.z)

    @property
    def epochs(self) -> int:
        return len(self.mistakes)

    def sample(self, visit: int) -> int:
        """The number of the sample that is visited."""
        return visit % len(self.inputs)

    def epoch(self, visit: int) -> int:
        """The number of the epoch, from 0, that the visit belongs to."""
        return visit // len(self.inputs)


def low(activation: Hard) -> float:
    """The lower of the two targets: −1 for sign, 0 for step."""
    return -1.0 if activation == "sign" else 0.0


def walk(
    inputs: Array,
    targets: Array,
    start: Array,
    *,
    activation: Hard = "step",
    rate: float = 1.0,
    epochs: int = 1000,
) -> PerceptronWalk:
    """Apply the rule until it converges, its weights repeat, or `epochs` are over.

    `inputs` is (samples, columns), `targets` (samples,), `start` (columns + 1,) with the bias last.
    Weights are compared bit for bit, but 0 and −0 are the same. Raises SpecError for shapes that do
    not fit, no samples, a rate that is not positive, or numbers that are not finite.
    """
    _check(inputs, targets, start, rate)
    with_one = np.column_stack([inputs, np.ones(len(inputs))]).astype(np.float64)
    hard = _Hard(activation)
    now = np.array(start, np.float64) + 0.0
    rows, zs, outputs, mistakes = [now], [], [], []
    seen = {now.tobytes(): 0}
    ending: Ending = "limit"
    cycle = None
    for epoch in range(1, epochs + 1):
        wrong = 0
        for x, target in zip(with_one, targets.tolist(), strict=True):
            z = float(now.dot(x))
            output = hard(z)
            if output != target:
                wrong += 1
                now = now + rate * (target - output) * x + 0.0
            rows.append(now)
            zs.append(z)
            outputs.append(output)
        mistakes.append(wrong)
        if not wrong:
            ending = "converged"
            break
        before = seen.setdefault(now.tobytes(), epoch)
        if before < epoch:
            ending, cycle = "cycle", Cycle(before, epoch - before)
            break
    answers = np.array(outputs)
    visited = np.tile(targets, len(mistakes))
    return PerceptronWalk(
        inputs=inputs,
        targets=targets,
        activation=activation,
        rate=rate,
        weights=np.array(rows),
        z=np.array(zs),
        outputs=answers,
        is_mistake=answers != visited,
        mistakes=np.array(mistakes, np.intp),
        ending=ending,
        cycle=cycle,
    )


def outputs(inputs: Array, weights: Array, activation: Hard = "step") -> Array:
    """The hard outputs (samples,) of a unit with `weights` (columns + 1,), the bias last."""
    z = inputs @ weights[:-1] + weights[-1]
    result: Array = np.empty_like(z)
    activations.get(activation).value(z, result)
    return result


class _Hard:
    """sign or step of one number, by the engine's own activation."""

    def __init__(self, activation: Hard) -> None:
        self._z, self._out = np.zeros(1), np.zeros(1)
        self._calls = activations.get(activation).value_calls(self._z, self._out)

    def __call__(self, z: float) -> float:
        self._z[0] = z
        activations.run(self._calls)
        return float(self._out[0])


def _check(inputs: Array, targets: Array, start: Array, rate: float) -> None:
    samples, columns = inputs.shape
    if not samples:
        raise SpecError("the perceptron rule needs at least one sample")
    if targets.shape != (samples,) or start.shape != (columns + 1,):
        raise SpecError(
            f"{samples} samples of {columns} columns need targets ({samples},) and weights "
            f"({columns + 1},), not {targets.shape} and {start.shape}"
        )
    if not (np.isfinite(rate) and rate > 0.0):
        raise SpecError(f"the learning rate must be positive: {rate}")
    if not (np.isfinite(inputs).all() and np.isfinite(start).all()):
        raise SpecError("samples and weights must be finite numbers")
