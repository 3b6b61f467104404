"""Data meet network: the inputs each input layer takes, and whether the targets fit the loss."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine import losses
from mlp_studio.engine.expressions import ExpressionError, Formula
from mlp_studio.project.formula_names import formula_names
from mlp_studio.project.model import Dataset, Layer, Project
from mlp_studio.project.parting import parting_problems
from mlp_studio.project.problems import Problem
from mlp_studio.project.structure import output_layer

_PLUS_MINUS_1 = ("hinge", "perceptron")
_HARD = {"sign": -1.0, "step": 0.0}
"""Activations of the perceptron rule and the lower of the two targets they can reach."""


def network_inputs(project: Project, data: Dataset) -> NDArray[np.float64] | tuple[Problem, ...]:
    """What flows into the input layers, not scaled, side by side: (samples, input units).

    Layers with features compute theirs from all columns; the others are dealt the columns in
    turn, and must use them up.
    """
    blocks: list[NDArray[np.float64]] = []
    problems: list[Problem] = []
    dealt = 0
    takers: list[Layer] = []
    for layer in project.layers:
        if layer.kind != "input":
            continue
        if layer.features is None:
            takers.append(layer)
            blocks.append(data.inputs.values[:, dealt : dealt + layer.units])
            dealt += layer.units
        else:
            columns, wrong = _features(layer, layer.features, data)
            blocks.append(columns)
            problems += wrong
    width = len(data.columns)
    if takers and dealt != width:
        problems.append(Problem(takers[-1].id, "input_width", {"columns": width, "units": dealt}))
    return tuple(problems) or np.hstack(blocks)


def _features(
    layer: Layer, formulas: tuple[str, ...], data: Dataset
) -> tuple[NDArray[np.float64], list[Problem]]:
    values = np.zeros((data.samples, len(formulas)))
    problems = []
    for unit, text in enumerate(formulas):
        about = {"formula": text, "layer": layer.title}
        try:
            values[:, unit] = feature_column(text, data.columns, data.inputs.values)
        except ExpressionError as error:
            reason = {"reason": str(error)}
            problems.append(Problem(layer.id, "feature_formula", {**about, **reason}))
            continue
        finite = np.isfinite(values[:, unit])
        if not finite.all():
            sample = {"sample": int(np.argmin(finite))}
            problems.append(Problem(layer.id, "feature_value", {**about, **sample}))
    return values, problems


def feature_column(
    text: str, columns: Sequence[str], values: NDArray[np.float64]
) -> NDArray[np.float64]:
    """What a feature, a formula or the name of a column, makes of (samples, columns): (samples,).

    Raises ExpressionError if it cannot be read.
    """
    # A column may be called something no formula could mention ("sepal length").
    if text in columns:
        column: NDArray[np.float64] = values[:, list(columns).index(text)]
        return column
    return Formula(text, formula_names(columns)).values(values)


def output_problems(project: Project, data: Dataset) -> tuple[Problem, ...]:
    """Whether the output layer, the loss, the rule and the targets go together."""
    output = output_layer(project)
    parting = parting_problems(data, project.training)
    if parting:
        return parting
    width = data.targets.shape[1]
    if width != output.units:
        arguments = {"columns": width, "layer": output.title, "units": output.units}
        return (Problem(output.id, "output_width", arguments),)
    problems: list[Problem] = []
    if project.training.rule == "perceptron":
        problems += _perceptron_problems(project, output, data)
    unfit = losses.unfit(project.loss, _activations(output))
    if unfit is None:
        problems += _target_problems(project.loss, data.targets.values)
    else:
        problems.append(Problem("loss", f"{project.loss}_activation", {"activation": unfit}))
    return tuple(problems)


def _activations(layer: Layer) -> tuple[str, ...]:
    return tuple(layer.activation_of(unit) for unit in range(layer.units))


def _target_problems(loss: str, targets: NDArray[np.float64]) -> Iterator[Problem]:
    if loss in _PLUS_MINUS_1:
        yield from _outside(np.abs(targets) == 1.0, targets, "targets_plus_minus_1", loss)
    elif loss in ("bce", "cross_entropy"):
        inside = (targets >= 0.0) & (targets <= 1.0)
        yield from _outside(inside, targets, "targets_0_to_1", loss)
        sums = targets.sum(axis=1, keepdims=True)
        if loss == "cross_entropy" and inside.all():
            # The fused gradient a − t of softmax and cross-entropy holds for such targets only.
            yield from _outside(np.abs(sums - 1.0) <= 1e-6, sums, "targets_sum", loss)


def _outside(
    fits: NDArray[np.bool_], values: NDArray[np.float64], code: str, loss: str
) -> Iterator[Problem]:
    if not fits.all():
        sample, column = np.argwhere(~fits)[0]
        arguments = {"loss": loss, "sample": int(sample), "value": float(values[sample, column])}
        yield Problem("data", code, arguments)


def _perceptron_problems(project: Project, output: Layer, data: Dataset) -> Iterator[Problem]:
    computing = sum(layer.kind != "input" for layer in project.layers)
    if computing != 1:
        yield Problem("training", "perceptron_depth", {"count": computing})
        return
    activations = _activations(output)
    if not set(activations) <= set(_HARD):
        yield Problem("training", "perceptron_activation", {"layer": output.title})
        return
    targets = data.targets.values
    lows = np.array([_HARD[name] for name in activations])
    fits = (targets == lows) | (targets == 1.0)
    if not fits.all():
        sample, unit = (int(index) for index in np.argwhere(~fits)[0])
        arguments: dict[str, object] = {
            "activation": activations[unit],
            "low": "−1" if lows[unit] else "0",
            "sample": sample,
            "value": float(targets[sample, unit]),
        }
        yield Problem("data", "perceptron_targets", arguments)
