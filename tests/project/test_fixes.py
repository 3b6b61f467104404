"""What is offered against a problem mends it, whatever the project is."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from mlp_studio.project import edits
from mlp_studio.project.arrange import COLUMN_GAP
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.fixes import Fix, fix_for
from mlp_studio.project.model import Project
from mlp_studio.project.problems import TEMPLATES, Problem
from mlp_studio.project.rules import MAX_UNITS
from mlp_studio.project.validity import check_project
from tests.project.projects import XOR, chain, dataset, projects


def english(context: str, text: str) -> str:
    assert context == "Fixes"
    return text


def problems(project: Project) -> tuple[Problem, ...]:
    result = compile_project(project)
    return () if isinstance(result, Compiled) else result.items


def fix_of(project: Project, code: str, where: str | None = None) -> Fix | None:
    """The fix for the one problem of this code (at this place)."""
    (problem,) = (
        each for each in problems(project) if each.code == code and where in (None, each.where)
    )
    return fix_for(project, problem)


def mended(project: Project, code: str, label: str, where: str | None = None) -> Project:
    fix = fix_of(project, code, where)
    assert fix is not None
    assert fix.label(english) == label
    return fix.edit(project)


@settings(max_examples=300, deadline=None)
@given(projects())
def test_every_fix_that_is_offered_mends_its_problem(project: Project) -> None:
    for problem in problems(project):
        fix = fix_for(project, problem)
        if fix is None:
            continue
        assert not re.search(r"\{\w+\}", fix.label(english)), "a placeholder was left"
        after = check_project(fix.edit(project))
        assert all(
            (left.where, left.code) != (problem.where, problem.code) for left in problems(after)
        )


@settings(max_examples=100, deadline=None)
@given(projects())
def test_pressing_fixes_until_none_is_left_comes_to_an_end(project: Project) -> None:
    for _ in range(40):
        fixes = (fix_for(project, problem) for problem in problems(project))
        fix = next((fix for fix in fixes if fix is not None), None)
        if fix is None:
            return
        project = fix.edit(project)
    pytest.fail("the fixes go round in circles")


@pytest.mark.parametrize("data", [XOR, dataset(np.eye(4), np.eye(4) * 2 - 1)])
def test_an_empty_project_with_data_needs_one_fix_to_run(data: object) -> None:
    project = replace(Project(), data=data)
    width = project.data.inputs.shape[1]
    label = f"Add layers of size {width} and {project.data.targets.shape[1]}"
    project = mended(project, "empty", label)
    assert problems(project) == ()
    assert project.layer("o").activation == ("sigmoid" if data is XOR else "tanh")


def test_an_empty_project_without_data_gets_a_network_and_then_samples() -> None:
    project = mended(Project(), "empty", "Add layers of size 2 and 1")
    project = mended(project, "no_data", "Take the four samples of XOR")
    assert project.data == replace(XOR, generator=project.data.generator)
    assert problems(project) == ()


def test_a_missing_input_is_put_left_of_what_nothing_flows_into() -> None:
    project = edits.remove_layer(chain(2, 3, 1, data=XOR), "x")
    project = edits.move_layers(project, {"h1": (10, 20)})
    project = mended(project, "no_input", "Add an input layer of size 2")
    assert project.layer("x").position == (10 - COLUMN_GAP, 20)
    assert problems(project) == ()


def test_a_missing_output_is_put_right_of_the_inputs_with_an_activation_that_suits() -> None:
    data = dataset([[0, 1], [1, 0]], [[1, 0, 0], [0, 1, 0]])
    project = edits.add_layer(edits.set_data(Project(), data), "input", 1, position=(0, 0))
    project = edits.add_layer(project, "input", 1, position=(0, 100))
    project = edits.set_loss(project, "cross_entropy")
    project = mended(project, "no_output", "Add an output layer of size 3")
    assert project.layer("o").position == (COLUMN_GAP, 50)
    assert project.layer("o").activation == "softmax"
    assert problems(project) == ()


def test_an_unlinked_layer_is_linked_to_become_the_output() -> None:
    project = edits.remove_link(chain(2, 1, data=XOR), "x->o")
    for code in ("no_output", "input_unused", "nothing_flows_in"):
        assert problems(mended(project, code, "Link x to o")) == ()


def two_ends() -> Project:
    project = edits.add_layer(chain(2, 3, 1, data=XOR), "dense", 1, layer_id="h2")
    project = edits.add_link(project, "x", "h2")
    return edits.move_layers(project, {"x": (0, 0), "h1": (200, 0), "h2": (200, 0), "o": (400, 0)})


def test_other_outputs_are_linked_to_the_rightmost() -> None:
    assert problems(mended(two_ends(), "several_outputs", "Link h2 to o", "o")) == ()
    assert problems(mended(two_ends(), "several_outputs", "Link h2 to o", "h2")) == ()
    far = edits.move_layers(two_ends(), {"h2": (500, 0)})
    project = mended(far, "several_outputs", "Link o to h2", "h2")
    assert problems(project) == ()


def test_a_loose_layer_is_linked_with_its_nearest_neighbour_only_if_there_is_one() -> None:
    loose = edits.add_layer(two_ends(), "dense", 1, layer_id="new", position=(300, 9))
    assert mended(loose, "nothing_flows_in", "Link h2 to new").has_link("h2->new")
    project = edits.add_link(loose, "h2", "o")
    assert fix_of(project, "nothing_flows_in") is None, "h1 and h2 are as near"
    nearer = edits.move_layers(project, {"h2": (210, 0)})
    assert mended(nearer, "nothing_flows_in", "Link h2 to new").has_link("h2->new")
    behind = edits.add_link(nearer, "new", "h2")
    assert mended(behind, "nothing_flows_in", "Link h1 to new").has_link("h1->new")
    left = edits.add_layer(two_ends(), "input", 1, layer_id="bias", position=(100, 0))
    assert fix_of(left, "input_unused") is None, "h1 and h2 are as near"
    near_o = edits.move_layers(left, {"bias": (300, 0)})
    assert mended(near_o, "input_unused", "Link bias to o").has_link("bias->o")


def with_data(inputs: object, targets: object, *units: int) -> Project:
    return chain(*units, data=dataset(inputs, targets))


def test_sizes_follow_the_data() -> None:
    wide = with_data([[1, 2, 3]], [[1, 0]], 2, 3, 2)
    assert problems(mended(wide, "input_width", "Give x 3 units")) == ()
    few = with_data([[1, 2, 3]], [[1, 0]], 3, 3, 1)
    assert problems(mended(few, "output_width", "Give o 2 units")) == ()
    two = edits.add_link(edits.add_layer(wide, "input", 2), "x2", "o")
    assert mended(two, "input_width", "Give x2 a single unit").layer("x2").units == 1
    crowded = edits.set_units(two, "x", 3)
    assert fix_of(crowded, "input_width") is None, "nothing would be left for the last layer"
    outputs = with_data([[1]], [[0] * (MAX_UNITS + 1)], 1, 1)
    assert fix_of(outputs, "output_width") is None, "no layer is that wide"


@pytest.mark.parametrize("code", ["input_width", "output_width"])
def test_where_several_things_differ_from_the_data_one_fix_mends_all(code: str) -> None:
    both = with_data([[1, 2, 3], [4, 5, 6]], [[1, 0], [0, 1]], 2, 3, 1)
    project = mended(both, code, "Fit the network to the data")
    assert problems(project) == ()
    assert (project.layer("x").units, project.layer("o").units) == (3, 2)


def test_formulas_that_fail_give_way_to_columns() -> None:
    project = edits.set_features(chain(2, 1, data=XOR), "x", ["oops +", "x1"])
    project = mended(project, "feature_formula", "Replace “oops +” with x2")
    assert project.layer("x").features == ("x2", "x1")
    assert problems(project) == ()
    project = edits.set_features(project, "x", ["x1*x2", "1/x1", "log(x2)", "x1"])
    fix = fix_for(project, problems(project)[0])
    assert fix is not None
    assert fix.label(english) == "Replace 2 formulas with columns"
    after = fix.edit(project)
    assert after.layer("x").features == ("x1*x2", "x2", "x1", "x1")
    assert problems(after) == ()


def test_activation_and_loss_are_made_to_suit_each_other() -> None:
    one_hot = with_data([[0], [1]], [[0, 1], [1, 0]], 1, 2)
    project = edits.set_unit_activation(edits.set_loss(one_hot, "cross_entropy"), "o", 1, "relu")
    project = mended(project, "cross_entropy_activation", "Let o use softmax")
    assert problems(project) == ()
    single = edits.set_loss(chain(2, 1, data=XOR), "cross_entropy")
    project = mended(single, "cross_entropy_activation", "Use binary cross-entropy and sigmoid")
    assert (project.loss, project.layer("o").activation) == ("bce", "sigmoid")
    assert problems(project) == ()
    relu = edits.set_unit_activation(edits.set_loss(one_hot, "bce"), "o", 0, "relu")
    project = mended(relu, "bce_activation", "Let o use sigmoid")
    assert project.layer("o").unit_activations is None
    assert problems(project) == ()


@pytest.mark.parametrize(
    ("loss", "activation", "targets", "code", "label"),
    [
        ("bce", "sigmoid", [[2.0], [0.0]], "targets_0_to_1", "Use ½ squared error"),
        ("hinge", "tanh", [[1.0], [0.0]], "targets_plus_minus_1", "Use ½ squared error"),
        ("hinge", "sigmoid", [[1.0], [0.0]], "targets_plus_minus_1", "Use binary cross-entropy"),
        ("cross_entropy", "softmax", [[1.0], [0.5]], "targets_sum", "Use binary cross-entropy"),
    ],
)
def test_targets_get_a_loss_that_accepts_them(
    loss: str, activation: str, targets: object, code: str, label: str
) -> None:
    project = edits.set_activation(with_data([[0], [1]], targets, 1, 1), "o", activation)
    assert problems(mended(edits.set_loss(project, loss), code, label)) == ()


@pytest.mark.parametrize(("targets", "name"), [([[0], [1]], "step"), ([[-1], [1]], "sign")])
def test_the_perceptron_rule_gets_the_activation_its_targets_need(
    targets: object, name: str
) -> None:
    project = edits.set_training(with_data([[0], [1]], targets, 1, 1), rule="perceptron")
    project = mended(project, "perceptron_activation", f"Let o use {name}")
    assert problems(project) == ()
    other = edits.set_activation(project, "o", "sign" if name == "step" else "step")
    assert problems(mended(other, "perceptron_targets", f"Let o use {name}")) == ()


def test_what_the_perceptron_rule_cannot_train_is_trained_by_gradient() -> None:
    label = "Train by gradient descent"
    deep = edits.set_training(chain(2, 3, 1, data=XOR), rule="perceptron")
    assert problems(mended(deep, "perceptron_depth", label)) == ()
    real = edits.set_activation(with_data([[0], [1]], [[0.3], [1]], 1, 1), "o", "step")
    real = edits.set_training(real, rule="perceptron")
    assert problems(mended(real, "perceptron_targets", label)) == ()


def test_settings_that_are_in_the_way_are_taken_back() -> None:
    single = edits.set_training(with_data([[0]], [[1]], 1, 1), test_fraction=0.5)
    assert problems(mended(single, "nothing_to_train_on", "Train on all samples")) == ()
    large = edits.set_training(with_data([[1e300]], [[1]], 1, 1), precision="float32")
    assert problems(mended(large, "too_large", "Compute in float64")) == ()


def test_samples_are_offered_only_where_they_fit() -> None:
    for project in (chain(3, 1), chain(2, 2), edits.add_layer(chain(2, 1), "input")):
        assert fix_of(project, "no_data") is None
    by_feature = edits.set_features(chain(2, 1), "x", ["x1", "x2", "x1*x2"])
    assert problems(mended(by_feature, "no_data", "Take the four samples of XOR")) == ()


def misshapen() -> list[tuple[Project, str, str]]:
    """Projects that only a program could make, not an edit or a file."""
    project = chain(2, 1, data=XOR)
    (x, o), softmax = project.layers, ("softmax",)
    return [
        (
            replace(project, layers=(x, replace(o, activation="relu", unit_activations=softmax))),
            "softmax_units",
            "Give all units of o the same activation",
        ),
        (
            replace(project, layers=(replace(x, features=("x1",)), o)),
            "feature_count",
            "Let x take the columns",
        ),
    ]


@pytest.mark.parametrize(("project", "code", "label"), misshapen())
def test_layers_that_contradict_themselves_are_simplified(
    project: Project, code: str, label: str
) -> None:
    assert problems(mended(project, code, label)) == ()


def test_what_has_no_obvious_answer_gets_none() -> None:
    circle = replace(chain(2, 1, data=XOR), links=())
    for code in sorted(TEMPLATES.keys() & {"circle", "duplicate_layer", "wrong_shape", "invalid"}):
        assert fix_for(circle, Problem("o", code)) is None
