"""What a project still lacks is said where it is lacking; what lacks nothing can run."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.paths import resources
from mlp_studio.project import edits, projectfile
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.model import Layer, Link, Project
from mlp_studio.project.problems import TEMPLATES, Problem, Problems
from tests.project.projects import XOR, chain, dataset, numbered


def problems(project: Project) -> set[tuple[str, str]]:
    result = compile_project(project)
    assert isinstance(result, Problems), "it compiles"
    return {(problem.where, problem.code) for problem in result}


def compiled(project: Project) -> Compiled:
    result = compile_project(project)
    assert isinstance(result, Compiled), result.text
    return result


def xor(**training: object) -> Project:
    return edits.set_training(chain(2, 2, 1, data=XOR), **training)


def test_an_empty_project_is_asked_for_a_network_and_data() -> None:
    assert problems(Project()) == {("", "empty"), ("data", "no_data")}


def test_loose_ends_are_pinned_to_their_layers() -> None:
    project = edits.add_layer(chain(2, 3, 1, data=XOR), "dense")
    assert problems(project) == {("h2", "nothing_flows_in")}
    project = edits.add_link(project, "h1", "h2")
    assert problems(project) == {("h2", "several_outputs"), ("o", "several_outputs")}
    project = edits.add_link(project, "h2", "o")
    compiled(project)
    project = edits.add_layer(project, "input")
    assert problems(project) == {("x2", "input_unused")}


def test_a_network_needs_an_input_and_an_output() -> None:
    only_input = edits.set_data(edits.add_layer(Project(), "input"), XOR)
    assert problems(only_input) == {("", "no_output"), ("x", "input_unused")}
    only_dense = edits.set_data(edits.add_layer(Project(), "dense"), XOR)
    assert {("", "no_input"), ("h1", "nothing_flows_in")} <= problems(only_dense)


def test_what_edits_would_refuse_is_still_found() -> None:
    x, h, o = Layer("x", "input", 2), Layer("h", "dense", 2), Layer("o", "dense", 1)
    good = Project((x, h, o), (Link("x", "h"), Link("h", "o")), data=XOR)
    compiled(good)
    circle = replace(good, links=(*good.links, Link("o", "h")))
    assert problems(circle) == {("h", "circle"), ("o", "circle")}
    assert problems(replace(good, layers=(*good.layers, h))) == {("h", "duplicate_layer")}
    assert problems(replace(good, links=(*good.links, Link("x", "q")))) == {
        ("x->q", "unknown_layer")
    }
    twice = replace(good, links=(*good.links, Link("x", "h")))
    assert problems(twice) == {("x->h", "duplicate_link")}
    into = replace(good, links=(*good.links, Link("h", "x")))
    assert problems(into) == {("h->x", "link_into_input")}
    for matrix, code in (
        (FrozenArray([[1.0]]), "wrong_shape"),
        (FrozenArray([[1.0, np.nan]]), "not_finite"),
    ):
        bad = replace(good, links=(good.links[0], replace(good.links[1], weights=matrix)))
        assert problems(bad) == {("h->o", code)}
    mixed = replace(h, activation="softmax", unit_activations=("tanh", None))
    assert problems(replace(good, layers=(x, mixed, o))) == {("h", "softmax_units")}


def test_widths_must_meet_those_of_the_data() -> None:
    assert problems(edits.set_units(xor(), "x", 3)) == {("x", "input_width")}
    assert problems(edits.set_units(xor(), "o", 2)) == {("o", "output_width")}


def test_several_input_layers_are_dealt_the_columns_in_turn() -> None:
    project = edits.set_units(chain(2, 3, 1), "x", 1)
    project = edits.add_layer(project, "input", 2)
    project = edits.add_link(project, "x2", "h1")
    project = edits.set_data(project, dataset([[1, 2, 3], [4, 5, 6]], [[0], [1]]))
    assert compiled(project).inputs.tolist() == [[1, 2, 3], [4, 5, 6]]
    project = edits.set_features(project, "x", ["x3 * 10"])
    assert problems(project) == {("x2", "input_width")}
    project = edits.set_units(project, "x2", 3)
    assert compiled(project).inputs.tolist() == [[30, 1, 2, 3], [60, 4, 5, 6]]


def test_features_are_computed_from_the_columns() -> None:
    project = edits.set_features(xor(), "x", ["x1*x2", "sin(x1)", "x2"])
    inputs = compiled(project).inputs
    assert inputs[:, 0].tolist() == [0, 0, 0, 1]
    assert inputs[:, 1].tolist() == np.sin([0, 0, 1, 1]).tolist()


def test_a_column_no_formula_could_name_can_be_a_feature() -> None:
    data = dataset([[1.0, 2.0]], [[0.0]], ("sepal length", "e"))
    project = edits.set_features(chain(2, 1, data=data), "x", ["sepal length", "e"])
    assert compiled(project).inputs.tolist() == [[1.0, 2.0]]


def test_features_that_cannot_be_computed_are_named() -> None:
    project = edits.set_features(xor(), "x", ["x1", "oops +"])
    assert problems(project) == {("x", "feature_formula")}
    project = edits.set_features(xor(), "x", ["x1", "1/x2"])
    (problem,) = compile_project(project)
    assert problem.code == "feature_value"
    assert "“1/x2” of x has no finite value for sample 0" in problem.text


@pytest.mark.parametrize(
    ("loss", "targets", "code"),
    [
        ("bce", [[0], [1], [1], [2]], "targets_0_to_1"),
        ("hinge", [[0], [1], [1], [0]], "targets_plus_minus_1"),
        ("perceptron", [[0.5], [1], [1], [-1]], "targets_plus_minus_1"),
    ],
)
def test_targets_must_fit_the_loss(loss: str, targets: list[list[float]], code: str) -> None:
    project = edits.set_data(xor(), dataset(XOR.inputs.tolist(), targets))
    assert problems(edits.set_loss(project, loss)) == {("data", code)}


def test_cross_entropy_needs_softmax_and_targets_that_add_up_to_1() -> None:
    data = dataset(XOR.inputs.tolist(), [[1, 0], [0, 1], [0.5, 0.5], [1, 1]])
    project = edits.set_loss(edits.set_data(edits.set_units(xor(), "o", 2), data), "cross_entropy")
    assert problems(project) == {("loss", "cross_entropy_activation")}
    project = edits.set_activation(project, "o", "softmax")
    assert problems(project) == {("data", "targets_sum")}
    one_hot = dataset(XOR.inputs.tolist(), [[1, 0], [0, 1], [0.5, 0.5], [0, 1]])
    compiled(edits.set_data(project, one_hot))


def test_the_perceptron_rule_needs_one_layer_of_hard_units_and_their_targets() -> None:
    assert problems(xor(rule="perceptron")) == {("training", "perceptron_depth")}
    flat = edits.set_training(chain(2, 1, data=XOR), rule="perceptron")
    assert problems(flat) == {("training", "perceptron_activation")}
    compiled(edits.set_activation(flat, "o", "step"))
    assert problems(edits.set_activation(flat, "o", "sign")) == {("data", "perceptron_targets")}


def test_one_sample_cannot_be_split() -> None:
    project = edits.set_data(xor(test_fraction=0.5), dataset([[1, 2]], [[0]]))
    assert problems(project) == {("training", "nothing_to_train_on")}


def test_values_too_large_for_the_precision_are_a_problem() -> None:
    project = edits.set_weight(xor(), "x->h1", 0, 0, 1e300)
    compiled(project)
    small = edits.set_training(project, precision="float32")
    assert problems(small) == {("training", "too_large")}


def test_parameters_are_those_set_and_for_the_rest_those_drawn() -> None:
    project = edits.set_weights(xor(), "x->h1", [[1, 2], [3, 4]])
    project = edits.remove_edge(edits.set_bias(project, "o", 0, 9.0), "x->h1", 1, 0)
    result = compiled(project)
    layout = result.network.layout
    assert layout.weights(result.parameters, "x", "h1").tolist() == [[1, 2], [0, 4]]
    assert layout.biases(result.parameters, "h1").tolist() == [0, 0]
    assert layout.biases(result.parameters, "o").tolist() == [9]
    drawn = edits.materialised_weights(project, "h1->o")
    assert layout.weights(result.parameters, "h1", "o").tolist() == drawn.tolist()


def test_parameters_come_in_the_precision_of_the_run() -> None:
    assert compiled(xor(precision="float32")).parameters.dtype == np.float32


def test_compiling_leaves_the_project_as_it_was() -> None:
    project = numbered(xor())
    before = hash(project)
    compiled(project).parameters[:] = 0
    assert hash(project) == before


def test_every_code_has_its_sentence_in_any_language() -> None:
    problem = Problem("h", "nothing_flows_in", {"layer": "Hidden"})
    assert problem.text == "Nothing flows into Hidden: link a layer to it."
    said = problem.translated(lambda context, text: f"{context}|{text}")
    assert said == f"Problems|{problem.text}"
    assert all(text.strip() for text in TEMPLATES.values())


@pytest.mark.parametrize("name", ["xor", "and", "circles", "mazur"])
def test_the_examples_compile(name: str) -> None:
    compiled(projectfile.load(resources() / "examples" / f"{name}.json"))
