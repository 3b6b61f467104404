"""What belongs to the whole project: title, loss, data, and the settings of training."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from mlp_studio.engine import optimizers
from mlp_studio.engine.spec import OptimizerSpec
from mlp_studio.project.model import Dataset, Project
from mlp_studio.project.rules import check_choice, check_data, check_loss, check_text
from mlp_studio.project.training_rules import check_training, optimizer_settings


def set_title(project: Project, title: str) -> Project:
    return replace(project, title=check_text(title))


def set_loss(project: Project, name: str) -> Project:
    return replace(project, loss=check_loss(name))


def set_data(project: Project, data: Dataset | None) -> Project:
    """The samples to learn; None for none."""
    return replace(project, data=None if data is None else check_data(data))


def set_training(project: Project, **changes: Any) -> Project:
    """Fields of TrainingSpec by name. Raises TypeError for a field it does not have."""
    return replace(project, training=check_training(replace(project.training, **changes)))


def set_seed(project: Project, seed: int) -> Project:
    return set_training(project, seed=seed)


def set_optimizer(project: Project, **changes: Any) -> Project:
    """Fields of OptimizerSpec by name; a new rule drops the settings it does not know."""
    optimizer = project.training.optimizer
    name = check_choice(changes.get("name", optimizer.name), optimizers.NAMES)
    known = optimizer_settings(name)
    kept = {
        field.name: getattr(optimizer, field.name)
        for field in fields(optimizer)
        if field.name in known
    }
    return set_training(project, optimizer=OptimizerSpec(**{**kept, **changes}))


def set_schedule(project: Project, **changes: Any) -> Project:
    """Fields of ScheduleSpec by name."""
    return set_training(project, schedule=replace(project.training.schedule, **changes))


def set_penalty(project: Project, **changes: Any) -> Project:
    """`l1` and `l2`."""
    return set_training(project, penalty=replace(project.training.penalty, **changes))
