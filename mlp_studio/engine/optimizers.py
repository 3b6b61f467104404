"""Update rules over one flat parameter vector, with PyTorch's conventions, names and defaults.

With g the gradient, p the parameters, η the learning rate and t the step counted from 1:

- sgd:       p ← p − η·g
- momentum:  b ← μ·b + g;  p ← p − η·b                  (so the first step is that of sgd)
- nesterov:  b ← μ·b + g;  p ← p − η·(g + μ·b)
- rmsprop:   v ← α·v + (1−α)·g²;  p ← p − η·g / (√v + ε)  (with μ: b ← μ·b + g/(√v+ε), p ← p − η·b)
- adagrad:   v ← v + g²;  p ← p − η/(1 + (t−1)·d) · g / (√v + ε)
- adam:      m ← β₁·m + (1−β₁)·g;  v ← β₂·v + (1−β₂)·g²;
             p ← p − η · m/(1−β₁ᵗ) / (√(v/(1−β₂ᵗ)) + ε)
- adamw:     p ← p·(1 − η·λ), then adam

`weight_decay` λ adds λ·p to the gradient first, in all rules but adamw. Source: the algorithms in
the documentation of `torch.optim`, which the tests hold these against.

A rule's averages are kept without their constant factor, m/(1−β₁) and v/(1−β₂): one pass over
the vector less each. `Optimizer.state` gives them back in PyTorch's terms.
"""

from __future__ import annotations

import copy
import math
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, ClassVar

import numpy as np
from numpy.typing import DTypeLike, NDArray

from mlp_studio.engine.spec import OptimizerSpec, SpecError

Vector = NDArray[Any]
Memory = tuple[int, Vector]
"""An optimizer's count of steps, and its running averages as rows."""

SETTINGS: dict[str, dict[str, float]] = {
    "sgd": {"weight_decay": 0.0},
    "momentum": {"momentum": 0.9, "weight_decay": 0.0},
    "nesterov": {"momentum": 0.9, "weight_decay": 0.0},
    "rmsprop": {"alpha": 0.99, "epsilon": 1e-8, "momentum": 0.0, "weight_decay": 0.0},
    "adagrad": {"epsilon": 1e-10, "lr_decay": 0.0, "weight_decay": 0.0},
    "adam": {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "weight_decay": 0.0},
    "adamw": {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "weight_decay": 0.01},
}
"""What each rule can be told besides the learning rate, with PyTorch's defaults.

(One exception: PyTorch's `SGD(momentum=0)` would make momentum and nesterov plain sgd, so 0.9.)
"""

NAMES: tuple[str, ...] = tuple(SETTINGS)

_ALL_SETTINGS = ("momentum", "beta1", "beta2", "alpha", "epsilon", "weight_decay", "lr_decay")


def settings(spec: OptimizerSpec) -> dict[str, float]:
    """Every setting of the rule, defaults filled in.

    Raises SpecError for an unknown rule, a setting the rule does not know, or one out of range.
    """
    if spec.name not in SETTINGS:
        raise SpecError(f"unknown optimizer {spec.name!r}; known: {', '.join(NAMES)}")
    _require(spec.learning_rate >= 0.0, spec, "learning_rate", "must not be negative")
    known = dict(SETTINGS[spec.name])
    for setting in _ALL_SETTINGS:
        value = getattr(spec, setting)
        if value is None:
            continue
        if setting not in known:
            allowed = ", ".join(("learning_rate", *known))
            raise SpecError(
                f"optimizer {spec.name!r} has no setting {setting!r}; it knows: {allowed}"
            )
        known[setting] = float(value)
        _check_range(spec, setting, known[setting])
    return known


def _check_range(spec: OptimizerSpec, setting: str, value: float) -> None:
    if setting in ("beta1", "beta2", "alpha"):
        _require(0.0 <= value < 1.0, spec, setting, "must be at least 0 and below 1")
    elif setting == "epsilon":
        # At 0 an absent edge, whose gradient is always 0, would become 0/0.
        _require(value > 0.0, spec, setting, "must be positive")
    else:
        _require(value >= 0.0, spec, setting, "must not be negative")


def _require(holds: bool, spec: OptimizerSpec, setting: str, rule: str) -> None:
    value = getattr(spec, setting)
    if not (holds and math.isfinite(value)):
        raise SpecError(f"optimizer {spec.name!r}: {setting} {rule} and finite, not {value}")


def make(spec: OptimizerSpec, size: int, dtype: DTypeLike = np.float64) -> Optimizer:
    """A fresh optimizer for `size` parameters. Raises SpecError as `settings` does."""
    known = settings(spec)
    optimizer = _RULES[spec.name](known, size, dtype)
    optimizer.set_rate(spec.learning_rate)
    return optimizer


class Optimizer(ABC):
    """A rule with its state: one vector per running average, and the count of steps if it matters.

    Nothing is allocated in a step. `step` is the plain way in; a loop binds once and then calls
    what `bind` gave it, setting the rate when it changes.
    """

    buffers: ClassVar[tuple[str, ...]] = ()
    """PyTorch's names of the vectors this rule carries from step to step."""

    averages: ClassVar[dict[str, str]] = {}
    """Those of them kept without their factor 1 − β, and the setting that is its β."""

    decoupled: ClassVar[bool] = False
    """Whether weight decay shrinks the parameters directly instead of joining the gradient."""

    counts_steps: ClassVar[bool] = False
    """Whether the rule depends on how many steps it has taken."""

    def __init__(self, settings: dict[str, float], size: int, dtype: DTypeLike) -> None:
        self.settings = settings
        self.steps_taken = 0
        self._dtype = np.dtype(dtype)
        self._rate = 0.0
        self._rate_array = self._constant(0.0)
        self._scratch = np.empty(size, self._dtype)
        self._kept = np.zeros((len(self.buffers), size), self._dtype)

    def set_rate(self, learning_rate: float) -> None:
        """The learning rate η of the steps to come."""
        self._rate = learning_rate
        self._rate_array[()] = learning_rate

    def step(self, parameters: Vector, gradient: Vector, learning_rate: float) -> None:
        """One update of `parameters` in place; `gradient` is only read. Both shaped (size,)."""
        self.set_rate(learning_rate)
        self.bind(parameters, gradient)()

    def bind(self, parameters: Vector, gradient: Vector) -> Callable[[], None]:
        """A call without arguments that updates `parameters` from what `gradient` holds then."""
        decay = self.settings["weight_decay"]
        if not decay or self.decoupled:
            return self._bind(parameters, gradient)
        decayed = np.empty_like(gradient)
        factor = self._constant(decay)
        update = self._bind(parameters, decayed)
        multiply, add = np.multiply, np.add

        def step() -> None:
            multiply(parameters, factor, decayed)
            add(decayed, gradient, decayed)
            update()

        return step

    def state(self) -> dict[str, Vector]:
        """Copies of the running averages under PyTorch's names; `step` if the rule counts them."""
        count = {"step": np.array(self.steps_taken)} if self.counts_steps else {}
        return count | {
            name: kept * self._factor(name)
            for name, kept in zip(self.buffers, self._kept, strict=True)
        }

    def _factor(self, buffer: str) -> Vector:
        """The constant factor that a kept average lacks."""
        setting = self.averages.get(buffer)
        return self._constant(1.0 - self.settings[setting] if setting else 1.0)

    def copy(self) -> Optimizer:
        """An independent optimizer that goes on exactly as this one would."""
        return copy.deepcopy(self)

    def remember(self) -> Memory:
        """All that changes from step to step, to be given to `recall`."""
        return self.steps_taken, self._kept.copy()

    def recall(self, memory: Memory) -> None:
        """Go back to the moment of `remember`. Raises ValueError if another rule remembered it."""
        if memory[1].shape != self._kept.shape:
            raise ValueError("this was remembered by another rule or for another network")
        self.steps_taken = memory[0]
        self._kept[...] = memory[1]

    @abstractmethod
    def _bind(self, p: Vector, g: Vector) -> Callable[[], None]:
        """The update of the parameters `p` from the gradient `g`, without coupled decay."""

    def _constant(self, value: float) -> Vector:
        # A 0-d array of the right dtype is twice as fast in a ufunc as a Python number.
        return np.array(value, self._dtype)


class Sgd(Optimizer):
    def _bind(self, p: Vector, g: Vector) -> Callable[[], None]:
        multiply, subtract, rate = np.multiply, np.subtract, self._rate_array
        scratch = self._scratch

        def step() -> None:
            multiply(g, rate, scratch)
            subtract(p, scratch, p)

        return step


class Momentum(Optimizer):
    buffers = ("momentum_buffer",)

    def _bind(self, p: Vector, g: Vector) -> Callable[[], None]:
        multiply, add, subtract, rate = np.multiply, np.add, np.subtract, self._rate_array
        momentum = self._constant(self.settings["momentum"])
        scratch, (b,) = self._scratch, self._kept

        def step() -> None:
            multiply(b, momentum, b)
            add(b, g, b)
            multiply(b, rate, scratch)
            subtract(p, scratch, p)

        return step


class Nesterov(Optimizer):
    buffers = ("momentum_buffer",)

    def _bind(self, p: Vector, g: Vector) -> Callable[[], None]:
        multiply, add, subtract, rate = np.multiply, np.add, np.subtract, self._rate_array
        momentum = self._constant(self.settings["momentum"])
        scratch, (b,) = self._scratch, self._kept

        def step() -> None:
            multiply(b, momentum, b)
            add(b, g, b)
            multiply(b, momentum, scratch)
            add(scratch, g, scratch)
            multiply(scratch, rate, scratch)
            subtract(p, scratch, p)

        return step


class RmsProp(Optimizer):
    buffers = ("square_avg", "momentum_buffer")
    averages: ClassVar = {"square_avg": "alpha"}

    def _bind(self, p: Vector, g: Vector) -> Callable[[], None]:
        multiply, add, subtract = np.multiply, np.add, np.subtract
        square, sqrt, divide = np.square, np.sqrt, np.divide
        alpha = self._constant(self.settings["alpha"])
        momentum = self._constant(self.settings["momentum"])
        has_momentum = self.settings["momentum"] > 0.0
        # √v + ε = √(1−α) · (√v′ + ε/√(1−α)), v′ = v/(1−α) being what is kept.
        root = math.sqrt(1.0 - self.settings["alpha"])
        epsilon = self._constant(self.settings["epsilon"] / root)
        size = self._constant(0.0)
        scratch, (v, b) = self._scratch, self._kept

        def step() -> None:
            size[()] = self._rate / root
            multiply(v, alpha, v)
            square(g, scratch)
            add(v, scratch, v)
            sqrt(v, scratch)
            add(scratch, epsilon, scratch)
            divide(g, scratch, scratch)
            if has_momentum:
                multiply(b, momentum, b)
                add(b, scratch, b)
                multiply(b, size, scratch)
            else:
                multiply(scratch, size, scratch)
            subtract(p, scratch, p)

        return step


class AdaGrad(Optimizer):
    buffers = ("sum",)
    counts_steps = True

    def _bind(self, p: Vector, g: Vector) -> Callable[[], None]:
        multiply, add, subtract = np.multiply, np.add, np.subtract
        square, sqrt, divide = np.square, np.sqrt, np.divide
        epsilon = self._constant(self.settings["epsilon"])
        decay = self.settings["lr_decay"]
        size = self._constant(0.0)
        scratch, (v,) = self._scratch, self._kept

        def step() -> None:
            size[()] = self._rate / (1.0 + self.steps_taken * decay)
            self.steps_taken += 1
            square(g, scratch)
            add(v, scratch, v)
            sqrt(v, scratch)
            add(scratch, epsilon, scratch)
            divide(g, scratch, scratch)
            multiply(scratch, size, scratch)
            subtract(p, scratch, p)

        return step


class Adam(Optimizer):
    buffers = ("exp_avg", "exp_avg_sq")
    averages: ClassVar = {"exp_avg": "beta1", "exp_avg_sq": "beta2"}
    counts_steps = True

    def _bind(self, p: Vector, g: Vector) -> Callable[[], None]:
        multiply, add, subtract = np.multiply, np.add, np.subtract
        square, sqrt, divide = np.square, np.sqrt, np.divide
        beta1, beta2 = self.settings["beta1"], self.settings["beta2"]
        keep_mean, keep_square = self._constant(beta1), self._constant(beta2)
        decay = self.settings["weight_decay"] if self.decoupled else 0.0
        size, epsilon, shrink = (self._constant(1.0) for _ in range(3))
        scratch, (m, v) = self._scratch, self._kept

        def step() -> None:
            self.steps_taken += 1
            # m̂/(√v̂ + ε) with m = (1−β₁)·m′, v = (1−β₂)·v′ and the corrections taken out of the
            # vectors: m̂ = m·1/(1−β₁ᵗ), √v̂ + ε = root·(√v′ + ε/root).
            root = math.sqrt((1.0 - beta2) / (1.0 - beta2**self.steps_taken))
            size[()] = self._rate * (1.0 - beta1) / (1.0 - beta1**self.steps_taken) / root
            epsilon[()] = self.settings["epsilon"] / root
            shrink[()] = 1.0 - self._rate * decay
            multiply(m, keep_mean, m)
            add(m, g, m)
            multiply(v, keep_square, v)
            square(g, scratch)
            add(v, scratch, v)
            sqrt(v, scratch)
            add(scratch, epsilon, scratch)
            divide(m, scratch, scratch)
            multiply(scratch, size, scratch)
            if decay:
                multiply(p, shrink, p)
            subtract(p, scratch, p)

        return step


class AdamW(Adam):
    decoupled = True


_RULES: dict[str, type[Optimizer]] = {
    "sgd": Sgd,
    "momentum": Momentum,
    "nesterov": Nesterov,
    "rmsprop": RmsProp,
    "adagrad": AdaGrad,
    "adam": Adam,
    "adamw": AdamW,
}
