"""Fixes for where data, network, loss and training settings do not go together."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np

from mlp_studio.engine import datasets, losses
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import edits
from mlp_studio.project.errors import EditError
from mlp_studio.project.fitting_whole import fit_to_data, repaired_features
from mlp_studio.project.fixes.fix import Fix, Propose
from mlp_studio.project.fixes.suiting import hard_activation, output_units
from mlp_studio.project.misfits import are_several, broken_features, misfit
from mlp_studio.project.model import Dataset, Generator, Project
from mlp_studio.project.problems import Problem
from mlp_studio.project.structure import output_layer
from mlp_studio.project.translation import QT_TRANSLATE_NOOP


def _no_data(project: Project, _: Problem) -> Fix | None:
    inputs = [layer for layer in project.layers if layer.kind == "input"]
    sources = {link.source for link in project.links}
    outputs = [
        layer for layer in project.layers if layer.kind != "input" and layer.id not in sources
    ]
    columns = sum(layer.units for layer in inputs if layer.features is None)
    takes_two = columns == 2 or not any(layer.features is None for layer in inputs)
    if not takes_two or any(layer.units != 1 for layer in outputs):
        return None
    return Fix(
        QT_TRANSLATE_NOOP("Fixes", "Take the four samples of XOR"),
        {},
        partial(edits.set_data, data=_xor()),
    )


def _xor() -> Dataset:
    columns, inputs, targets = datasets.make("xor", samples=4, noise=0.0)
    made = Generator("xor", samples=4, noise=0.0)
    return Dataset(columns, FrozenArray(inputs), FrozenArray(targets), made)


def _input_width(project: Project, problem: Problem) -> Fix | None:
    layer = project.layer(problem.where)
    dealt = sum(
        other.units
        for other in project.layers
        if other.kind == "input" and other.features is None and other.id != layer.id
    )
    left = len(project.data.columns) - dealt if project.data else 0
    return _units(project, layer.id, left) if left > 0 else None


def _output_width(project: Project, problem: Problem) -> Fix:
    return _units(project, problem.where, output_units(project))


def _units(project: Project, layer_id: str, units: int) -> Fix:
    one = QT_TRANSLATE_NOOP("Fixes", "Give {layer} a single unit")
    more = QT_TRANSLATE_NOOP("Fixes", "Give {layer} {units} units")
    return Fix(
        one if units == 1 else more,
        {"layer": project.layer(layer_id).title, "units": units},
        partial(edits.set_units, layer_id=layer_id, units=units),
    )


def _feature(project: Project, problem: Problem) -> Fix | None:
    data, features = project.data, project.layer(problem.where).features
    if data is None or features is None:
        return None
    wrong = broken_features(features, data)
    repaired = repaired_features(features, data)
    edit = partial(edits.set_features, layer_id=problem.where, features=repaired)
    if len(wrong) == 1:
        return Fix(
            QT_TRANSLATE_NOOP("Fixes", "Replace “{formula}” with {column}"),
            {"formula": features[wrong[0]], "column": repaired[wrong[0]]},
            edit,
        )
    return Fix(
        QT_TRANSLATE_NOOP("Fixes", "Replace {count} formulas with columns"),
        {"count": len(wrong)},
        edit,
    )


def _cross_entropy_activation(project: Project, _: Problem) -> Fix:
    output = output_layer(project)
    if output.units > 1:
        return _activation(project, "softmax")
    # A softmax of one unit is always 1; two classes in one unit are this loss's.
    return Fix(
        QT_TRANSLATE_NOOP("Fixes", "Use binary cross-entropy and sigmoid"),
        {},
        partial(_with_binary_cross_entropy, layer_id=output.id),
    )


def _with_binary_cross_entropy(project: Project, layer_id: str) -> Project:
    return edits.set_loss(_with_activation(project, layer_id, "sigmoid"), "bce")


def _bce_activation(project: Project, _: Problem) -> Fix:
    return _activation(project, "sigmoid")


def _activation(project: Project, name: str) -> Fix:
    output = output_layer(project)
    return Fix(
        QT_TRANSLATE_NOOP("Fixes", "Let {layer} use {activation}"),
        {"layer": output.title, "activation": name},
        partial(_with_activation, layer_id=output.id, name=name),
    )


def _with_activation(project: Project, layer_id: str, name: str) -> Project:
    """For every unit of the layer, whatever single ones had of their own."""
    for unit in range(project.layer(layer_id).units):
        if project.layer(layer_id).unit_activations is not None:
            project = edits.set_unit_activation(project, layer_id, unit, None)
    return edits.set_activation(project, layer_id, name)


def _other_loss(project: Project, _: Problem) -> Fix | None:
    if project.data is None:
        return None
    targets = project.data.targets.values
    output = output_layer(project)
    used = [output.activation_of(unit) for unit in range(output.units)]
    shares = targets.min() >= 0.0 and targets.max() <= 1.0
    if project.loss != "bce" and shares and losses.unfit("bce", used) is None:
        text, loss = QT_TRANSLATE_NOOP("Fixes", "Use binary cross-entropy"), "bce"
    else:
        text, loss = QT_TRANSLATE_NOOP("Fixes", "Use ½ squared error"), "half_sse"
    return Fix(text, {}, partial(edits.set_loss, name=loss))


def _gradient_rule(_: Project, __: Problem) -> Fix:
    return _training(QT_TRANSLATE_NOOP("Fixes", "Train by gradient descent"), rule="gradient")


def _perceptron_activation(project: Project, _: Problem) -> Fix:
    return _activation(project, hard_activation(project))


def _perceptron_targets(project: Project, problem: Problem) -> Fix | None:
    if project.data is None:
        return None
    found = set(np.unique(project.data.targets.values).tolist())
    if found <= {0.0, 1.0} or found <= {-1.0, 1.0}:
        return _activation(project, hard_activation(project))
    return _gradient_rule(project, problem)


def _nothing_to_train_on(_: Project, __: Problem) -> Fix:
    everything = QT_TRANSLATE_NOOP("Fixes", "Train on all samples")
    return _training(everything, test_fraction=0.0, validation_fraction=0.0)


def _fractions_together(project: Project, problem: Problem) -> Fix:
    if project.training.test_fraction == 0.0 or project.training.validation_fraction == 0.0:
        return _nothing_to_train_on(project, problem)
    return _training(
        QT_TRANSLATE_NOOP("Fixes", "Set a fifth aside for each"),
        test_fraction=0.2,
        validation_fraction=0.2,
    )


def _no_training_sample(_: Project, __: Problem) -> Fix:
    by_fractions = QT_TRANSLATE_NOOP("Fixes", "Split by the fractions instead")
    return Fix(by_fractions, {}, partial(edits.set_parts, parts=None))


def _too_large(_: Project, __: Problem) -> Fix:
    return _training(QT_TRANSLATE_NOOP("Fixes", "Compute in float64"), precision="float64")


def _training(text: str, **changes: Any) -> Fix:
    return Fix(text, {}, partial(edits.set_training, **changes))


def _whole(single: Propose) -> Propose:
    """One fix for everything that disagrees with the data, where that is more than one thing."""

    def propose(project: Project, problem: Problem) -> Fix | None:
        return _FIT if are_several(project) and _can_fit(project) else single(project, problem)

    return propose


def _can_fit(project: Project) -> bool:
    try:
        return misfit(fit_to_data(project)) is None
    except EditError:
        return False


_FIT = Fix(QT_TRANSLATE_NOOP("Fixes", "Fit the network to the data"), {}, fit_to_data)

_OF_DATA_AND_NETWORK: dict[str, Propose] = {
    "input_width": _input_width,
    "feature_formula": _feature,
    "feature_value": _feature,
    "output_width": _output_width,
    "cross_entropy_activation": _cross_entropy_activation,
    "bce_activation": _bce_activation,
    "targets_0_to_1": _other_loss,
    "targets_plus_minus_1": _other_loss,
    "targets_sum": _other_loss,
    "perceptron_depth": _gradient_rule,
    "perceptron_activation": _perceptron_activation,
    "perceptron_targets": _perceptron_targets,
}

FITTING_FIXES: dict[str, Propose] = {
    "no_data": _no_data,
    "nothing_to_train_on": _nothing_to_train_on,
    "too_few_samples": _nothing_to_train_on,
    "fractions_together": _fractions_together,
    "no_training_sample": _no_training_sample,
    "too_large": _too_large,
    **{code: _whole(single) for code, single in _OF_DATA_AND_NETWORK.items()},
}
"""By the code of the problem."""
