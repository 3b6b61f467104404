"""The learning rate as a function of the step.

Each schedule is a factor on the base rate; s counts steps from 0 after the warm-up:

- constant:     1
- step:         γ^⌊s / step_size⌋                              (torch.optim's StepLR)
- exponential:  γ^(s / step_size)                              (ExponentialLR where step_size is 1)
- cosine:       m + (1 − m)·½·(1 + cos(π·min(s, T)/T))         (CosineAnnealingLR up to T)

with γ = `gamma`, m = `minimum`, T = `total_steps`. Before any of them, `warmup_steps` W climb
linearly: step n < W has the factor (n + 1)/W.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from mlp_studio.engine.spec import ScheduleSpec, SpecError


def rate(spec: ScheduleSpec, base: float, step: int) -> float:
    """The learning rate of step number `step` (from 0), `base` being the optimizer's own.

    Raises SpecError for an unknown name; `check` does for settings out of range.
    """
    if step < spec.warmup_steps:
        return base * (step + 1) / spec.warmup_steps
    return base * _factor(spec.name)(spec, step - spec.warmup_steps)


def check(spec: ScheduleSpec) -> None:
    """Raises SpecError if the schedule is unknown or a setting is out of range."""
    _factor(spec.name)
    for setting, least in (("warmup_steps", 0), ("step_size", 1), ("total_steps", 1)):
        if getattr(spec, setting) < least:
            value = getattr(spec, setting)
            raise SpecError(f"schedule {spec.name!r}: {setting} must be at least {least}: {value}")
    if not 0.0 < spec.gamma <= 1.0:
        raise SpecError(f"schedule {spec.name!r}: gamma must be above 0, at most 1: {spec.gamma}")
    if not 0.0 <= spec.minimum <= 1.0:
        raise SpecError(f"schedule {spec.name!r}: minimum must be 0 to 1: {spec.minimum}")


def is_constant(spec: ScheduleSpec) -> bool:
    """Whether every step has the base rate."""
    return spec.name == "constant" and spec.warmup_steps == 0


def _constant(_spec: ScheduleSpec, _step: int) -> float:
    return 1.0


def _step(spec: ScheduleSpec, step: int) -> float:
    return float(spec.gamma ** (step // spec.step_size))


def _exponential(spec: ScheduleSpec, step: int) -> float:
    return float(spec.gamma ** (step / spec.step_size))


def _cosine(spec: ScheduleSpec, step: int) -> float:
    done = min(step, spec.total_steps) / spec.total_steps
    return spec.minimum + (1.0 - spec.minimum) * 0.5 * (1.0 + math.cos(math.pi * done))


_FACTORS: dict[str, Callable[[ScheduleSpec, int], float]] = {
    "constant": _constant,
    "step": _step,
    "exponential": _exponential,
    "cosine": _cosine,
}

NAMES: tuple[str, ...] = tuple(_FACTORS)


def _factor(name: str) -> Callable[[ScheduleSpec, int], float]:
    if name not in _FACTORS:
        raise SpecError(f"unknown schedule {name!r}; known: {', '.join(NAMES)}")
    return _FACTORS[name]
