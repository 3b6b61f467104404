"""The network made to fit the data: every end of it mended at once."""

from __future__ import annotations

import numpy as np

from mlp_studio.engine.spec import Rule
from mlp_studio.engine.tasks import Task, task_of
from mlp_studio.project import edits
from mlp_studio.project.misfits import (
    broken_features,
    column_takers,
    head_misfits,
    misfit,
    single_output,
)
from mlp_studio.project.model import Dataset, Project

__all__ = ["fit_to_data", "misfit", "repaired_features"]

HIDDEN_UNITS = 8
HIDDEN_ACTIVATION = "tanh"
"""Of the one hidden layer a network is given that is built for the data from nothing."""
_HARD = ("step", "sign")


def fit_to_data(project: Project) -> Project:
    """The network with inputs, outputs, output activation and loss that suit the data.

    What has no misfit stays as it is. Where there is no network at all, one with a hidden layer is
    built. Raises EditError where the data are too wide for a layer.
    """
    data = project.data
    if data is None or not data.samples:
        return project
    if not project.layers:
        project = _built(project, data)
    project = _with_inputs(_with_features(project, data), data)
    output = single_output(project)
    if output is None:
        return project
    width = data.targets.shape[1]
    resized = edits.set_units(project, output.id, width)
    if output.units != width and task_of(data.targets.values).kind == "multiclass":
        # Another number of units for several classes is another question: asked the usual way.
        activation, loss = _suiting(data)
        return _with(resized, output.id, activation, loss, "gradient")
    return _with_head(resized, output.id, data)


def repaired_features(features: tuple[str, ...], data: Dataset) -> tuple[str, ...]:
    """The same features with columns in place of what cannot be computed: unused ones first."""
    wrong = broken_features(features, data)
    unused = [column for column in data.columns if column not in features]
    columns = (unused + [data.columns[0]] * len(wrong))[: len(wrong)]
    repaired = list(features)
    for unit, column in zip(wrong, columns, strict=True):
        repaired[unit] = column
    return tuple(repaired)


def _built(project: Project, data: Dataset) -> Project:
    """Input layer → one hidden layer → output, in the empty project."""
    activation, loss = _suiting(data)
    width = data.targets.shape[1]
    project = edits.add_layer(project, "input", len(data.columns), layer_id="x")
    project = edits.add_layer(
        project, "dense", HIDDEN_UNITS, layer_id="h1", activation=HIDDEN_ACTIVATION
    )
    project = edits.add_layer(project, "output", width, layer_id="o", activation=activation)
    project = edits.add_link(edits.add_link(project, "x", "h1"), "h1", "o")
    project = edits.set_loss(project, loss)
    return edits.set_training(project, rule="gradient")


def _with_features(project: Project, data: Dataset) -> Project:
    """Without formulas that cannot be computed: a layer of nothing else takes the columns."""
    for layer in project.layers:
        if layer.features is None:
            continue
        wrong = broken_features(layer.features, data)
        if not wrong:
            continue
        if len(wrong) == layer.units and not column_takers(project):
            project = edits.set_features(project, layer.id, None)
        else:
            repaired = repaired_features(layer.features, data)
            project = edits.set_features(project, layer.id, repaired)
    return project


def _with_inputs(project: Project, data: Dataset) -> Project:
    """The columns dealt anew: the last layer that takes any gets what the others leave."""
    takers = column_takers(project)
    left = len(data.columns)
    if left < len(takers):
        return project
    for waiting, layer in zip(range(len(takers) - 1, -1, -1), takers, strict=True):
        units = min(layer.units, left - waiting) if waiting else left
        project = edits.set_units(project, layer.id, units)
        left -= units
    return project


def _with_head(project: Project, layer_id: str, data: Dataset) -> Project:
    """With the first of the possible outputs that has no misfit, the least change first."""
    activation, loss = _suiting(data)
    rule = project.training.rule
    kept: tuple[tuple[str | None, str, Rule], ...] = tuple(
        (hard, each, rule)
        for each in (project.loss, "half_sse")
        for hard in (_HARD if rule == "perceptron" else ())
    )
    for candidate in (
        (None, project.loss, rule),
        *kept,
        (None, project.loss, "gradient"),
        (None, loss, "gradient"),
        (activation, project.loss, "gradient"),
    ):
        fitted = _with(project, layer_id, *candidate)
        if next(head_misfits(fitted, fitted.layer(layer_id), data), None) is None:
            return fitted
    return _with(project, layer_id, activation, loss, "gradient")


def _with(
    project: Project, layer_id: str, activation: str | None, loss: str, rule: Rule
) -> Project:
    """`activation` None: as it is."""
    if activation is not None:
        for unit in range(project.layer(layer_id).units):
            if project.layer(layer_id).unit_activations is not None:
                project = edits.set_unit_activation(project, layer_id, unit, None)
        project = edits.set_activation(project, layer_id, activation)
    if loss != project.loss:
        project = edits.set_loss(project, loss)
    return project if rule == project.training.rule else edits.set_training(project, rule=rule)


def _suiting(data: Dataset) -> tuple[str, str]:
    """The output activation and the loss that the data's task is usually learned with."""
    targets = data.targets.values
    task = task_of(targets)
    if task.kind == "multiclass":
        return "softmax", "cross_entropy"
    if np.isin(targets, (0.0, 1.0)).all():
        return "sigmoid", "bce"
    return ("tanh", "half_sse") if _is_signed(task) else ("linear", "mse")


def _is_signed(task: Task) -> bool:
    return task.kind == "binary" and (task.low, task.high) == (-1.0, 1.0)
