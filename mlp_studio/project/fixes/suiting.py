"""What suits the data of a project: sizes of its ends, the activation of its output."""

from __future__ import annotations

import numpy as np

from mlp_studio.project.model import Project


def input_units(project: Project) -> int:
    """One for each column; two where there are no data, as most small examples have."""
    return len(project.data.columns) if project.data else 2


def output_units(project: Project) -> int:
    return project.data.targets.shape[1] if project.data else 1


def output_activation(project: Project) -> str:
    """One that the loss and the rule can use and that reaches the targets."""
    if project.training.rule == "perceptron":
        return hard_activation(project)
    if project.loss == "cross_entropy":
        return "softmax"
    if project.loss == "bce" or project.data is None:
        return "sigmoid"
    targets = project.data.targets.values
    if targets.min() >= 0.0 and targets.max() <= 1.0:
        return "sigmoid"
    return "tanh" if np.abs(targets).max() <= 1.0 else "linear"


def hard_activation(project: Project) -> str:
    """Of the two that the perceptron rule knows, the one whose targets the data have."""
    low = -1.0 if project.data is None else float(project.data.targets.values.min())
    return "step" if low >= 0.0 else "sign"
