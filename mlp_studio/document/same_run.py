"""Which changes a run survives."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from mlp_studio.engine.spec import TrainingSpec
from mlp_studio.project.compile import Compiled
from mlp_studio.project.model import Project


def same_run(one: Compiled, other: Compiled) -> bool:
    """Whether a run on one can go on with the other.

    Learning rate, optimizer, penalty and the like may change in the course of a run, and so may
    the weights; what the loss is measured on, and by, may not.
    """
    return (
        one.spec == other.spec
        and _measured_by(one.training) == _measured_by(other.training)
        and one.split.same_as(other.split)
        and np.array_equal(one.inputs, other.inputs)
        and np.array_equal(one.targets, other.targets)
    )


def goes_on(before: Project, after: Project) -> bool:
    """Whether a run need not even be interrupted: other settings are all that is new."""
    one, other = before.training, after.training
    return (
        one != other
        and one.rule == other.rule
        and _measured_by(one) == _measured_by(other)
        and replace(after, training=one) == before
    )


def _measured_by(training: TrainingSpec) -> tuple[object, ...]:
    parts = training.test_fraction, training.validation_fraction, training.stratified
    return training.seed, parts, training.precision, training.batch_size
