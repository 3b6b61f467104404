"""What the settings of a training run may be."""

from __future__ import annotations

import math
from dataclasses import fields
from typing import Any

from mlp_studio.engine import optimizers, schedules
from mlp_studio.engine.spec import OptimizerSpec, PenaltySpec, ScheduleSpec, TrainingSpec
from mlp_studio.project.errors import EditError
from mlp_studio.project.rules import check_choice
from mlp_studio.project.translation import QT_TRANSLATE_NOOP

RULES = ("gradient", "perceptron")
PRECISIONS = ("float64", "float32")
MAX_SEED = 2**63 - 1
MAX_COUNT = 2**53
"""The largest count every reader of JSON understands exactly."""

_NOT_NEGATIVE = (0.0, math.inf)
_BELOW_ONE = (0.0, math.nextafter(1.0, 0.0))
_POSITIVE = (math.ulp(0.0), math.inf)

_OPTIMIZER = {
    "learning_rate": _NOT_NEGATIVE,
    "momentum": _NOT_NEGATIVE,
    "beta1": _BELOW_ONE,
    "beta2": _BELOW_ONE,
    "alpha": _BELOW_ONE,
    "epsilon": _POSITIVE,
    "weight_decay": _NOT_NEGATIVE,
    "lr_decay": _NOT_NEGATIVE,
}
_PENALTY = {"l1": _NOT_NEGATIVE, "l2": _NOT_NEGATIVE}
_SCHEDULE = {"gamma": _POSITIVE, "minimum": (0.0, 1.0)}
_SCHEDULE_COUNTS = {
    "warmup_steps": (0, MAX_COUNT),
    "step_size": (1, MAX_COUNT),
    "total_steps": (1, MAX_COUNT),
}
_TRAINING = {
    "clip_norm": _POSITIVE,
    "test_fraction": _BELOW_ONE,
    "validation_fraction": _BELOW_ONE,
    "min_delta": _NOT_NEGATIVE,
    "converge_below": _NOT_NEGATIVE,
}
_TRAINING_COUNTS = {
    "batch_size": (1, MAX_COUNT),
    "epochs": (0, MAX_COUNT),
    "seed": (0, MAX_SEED),
    "patience": (1, MAX_COUNT),
}


def check_training(training: TrainingSpec) -> TrainingSpec:
    """The same settings, or EditError for the first that is out of its range."""
    check_choice(training.rule, RULES)
    check_choice(training.precision, PRECISIONS)
    check_optimizer(training.optimizer)
    check_schedule(training.schedule)
    _check_numbers(training.penalty, _PENALTY)
    _check_numbers(training, _TRAINING)
    _check_counts(training, _TRAINING_COUNTS)
    return training


def check_seed(seed: int) -> int:
    low, high = _TRAINING_COUNTS["seed"]
    if not (type(seed) is int and low <= seed <= high):
        _refuse("seed", seed, low, high)
    return seed


def check_optimizer(optimizer: OptimizerSpec) -> OptimizerSpec:
    """Settings within their ranges, and only those this rule knows."""
    check_choice(optimizer.name, optimizers.SETTINGS)
    known = optimizer_settings(optimizer.name)
    for field in fields(optimizer):
        if field.name not in known and getattr(optimizer, field.name) is not None:
            raise EditError(
                QT_TRANSLATE_NOOP("EditError", "The optimizer {name} has no setting “{setting}”."),
                name=optimizer.name,
                setting=field.name,
            )
    _check_numbers(optimizer, _OPTIMIZER)
    return optimizer


def optimizer_settings(name: str) -> frozenset[str]:
    """The fields of OptimizerSpec that mean something to this update rule."""
    return frozenset(optimizers.SETTINGS[name]) | {"name", "learning_rate"}


def check_schedule(schedule: ScheduleSpec) -> ScheduleSpec:
    check_choice(schedule.name, schedules.NAMES)
    _check_numbers(schedule, _SCHEDULE)
    _check_counts(schedule, _SCHEDULE_COUNTS)
    return schedule


_Settings = TrainingSpec | OptimizerSpec | ScheduleSpec | PenaltySpec


def _check_numbers(settings: _Settings, ranges: dict[str, tuple[float, float]]) -> None:
    for name, (low, high) in ranges.items():
        value = getattr(settings, name)
        if value is not None and not (_is_number(value) and low <= value <= high):
            _refuse(name, value, low, high)


def _check_counts(settings: _Settings, ranges: dict[str, tuple[int, int]]) -> None:
    for name, (low, high) in ranges.items():
        value = getattr(settings, name)
        if value is not None and not (type(value) is int and low <= value <= high):
            _refuse(name, value, low, high)


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and math.isfinite(value)


def _refuse(name: str, value: object, low: float, high: float) -> None:
    arguments = {"name": name, "value": str(value)[:40]}
    if low == _POSITIVE[0]:
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "{name} must be above 0, not {value}."), **arguments
        )
    if high == _BELOW_ONE[1]:
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError", "{name} must be at least 0 and less than 1, not {value}."
            ),
            **arguments,
        )
    if high == 1.0:
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "{name} must be between 0 and 1, not {value}."),
            **arguments,
        )
    raise EditError(
        QT_TRANSLATE_NOOP("EditError", "{name} must be at least {low}, not {value}."),
        low=int(low),
        **arguments,
    )
