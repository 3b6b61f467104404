"""One edit makes the network suit the data, and changes nothing that already does."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from mlp_studio.project import edits
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.errors import EditError
from mlp_studio.project.fitting_whole import fit_to_data, misfit
from mlp_studio.project.misfits import are_several
from mlp_studio.project.model import Dataset, Project
from mlp_studio.project.rules import MAX_UNITS
from mlp_studio.project.structure import structure_problems
from tests.project.projects import XOR, chain, dataset, projects

INPUTS = [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0], [6.0, 7.0, 8.0]]
THREE_CLASSES = dataset(INPUTS, np.eye(3))
NUMBERS = dataset(INPUTS, [[-20.0], [3.5], [70.0]])
SIGNED = dataset(INPUTS, [[-1.0], [1.0], [1.0]])
SEVERAL_LABELS = dataset(INPUTS, [[1.0, 1.0], [0.0, 0.0], [1.0, 0.0]])


def sentence(project: Project) -> str:
    found = misfit(project)
    return "" if found is None else found.text


def head(project: Project) -> tuple[int, str, str]:
    output = project.layers[-1]
    return output.units, output.activation, project.loss


def test_without_data_nothing_disagrees_and_nothing_is_fitted() -> None:
    project = edits.add_layer(Project(), "input", 3)
    assert misfit(project) is None
    assert fit_to_data(project) is project


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (XOR, (1, "sigmoid", "bce")),
        (THREE_CLASSES, (3, "softmax", "cross_entropy")),
        (NUMBERS, (1, "linear", "mse")),
        (SIGNED, (1, "tanh", "half_sse")),
        (SEVERAL_LABELS, (2, "sigmoid", "bce")),
    ],
)
def test_for_data_without_a_network_one_is_built(data: Dataset, expected: object) -> None:
    empty = edits.set_data(Project(), data)
    assert sentence(empty) == "There is no network for these data yet."
    project = fit_to_data(empty)
    assert [layer.units for layer in project.layers][:2] == [len(data.columns), 8]
    assert project.layers[1].activation == "tanh"
    assert head(project) == expected
    assert isinstance(compile_project(project), Compiled)


@pytest.mark.parametrize("loss", ["half_sse", "mse", "bce"])
def test_what_fits_is_the_same_project_afterwards(loss: str) -> None:
    project = edits.set_loss(chain(2, 2, 1, data=XOR), loss)
    assert misfit(project) is None
    assert fit_to_data(project) == project


@pytest.mark.parametrize(
    ("data", "units", "expected"),
    [
        (THREE_CLASSES, (2, 2, 3), "Inputs: the data have 3, but the network takes 2."),
        (
            THREE_CLASSES,
            (3, 2, 1),
            "Outputs: the data need 3, one for each class, but the network has 1.",
        ),
        (
            THREE_CLASSES,
            (2, 2, 1),
            "Inputs and outputs: the data need 3 and 3, but the network has 2 and 1.",
        ),
        (
            NUMBERS,
            (2, 2, 4),
            "Inputs and outputs: the data need 3 and 1, but the network has 2 and 4.",
        ),
        (
            NUMBERS,
            (3, 2, 4),
            "Outputs: the data need 1, but the network has 4.",
        ),
        (NUMBERS, (3, 2, 1), "The targets go from -20.0 to 70.0, which sigmoid cannot reach."),
    ],
)
def test_one_sentence_says_what_disagrees(
    data: Dataset, units: tuple[int, ...], expected: str
) -> None:
    assert sentence(chain(*units, data=data)) == expected


@pytest.mark.parametrize("data", [XOR, THREE_CLASSES, NUMBERS, SIGNED, SEVERAL_LABELS])
@pytest.mark.parametrize("units", [(2, 2, 1), (5, 3, 4), (3, 1)])
@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "softmax", "relu", "step"])
@pytest.mark.parametrize("loss", ["half_sse", "bce", "cross_entropy", "hinge"])
@pytest.mark.parametrize("rule", ["gradient", "perceptron"])
def test_any_chain_runs_once_it_is_fitted(
    data: Dataset, units: tuple[int, ...], activation: str, loss: str, rule: str
) -> None:
    project = edits.set_loss(chain(*units, data=data), loss)
    project = edits.set_training(edits.set_activation(project, "o", activation), rule=rule)
    fitted = fit_to_data(project)
    assert misfit(fitted) is None
    assert isinstance(compile_project(fitted), Compiled)
    assert fit_to_data(fitted) == fitted


def test_a_loss_that_fits_survives_another_activation() -> None:
    project = edits.set_loss(chain(3, 2, 1, data=NUMBERS), "mae")
    assert head(fit_to_data(project)) == (1, "linear", "mae")


def test_the_hidden_layers_and_their_weights_stay() -> None:
    project = edits.redraw_parameters(chain(3, 4, 1, data=THREE_CLASSES), 7)
    fitted = fit_to_data(project)
    assert fitted.link("x->h1") == project.link("x->h1")
    assert head(fitted) == (3, "softmax", "cross_entropy")


def test_the_perceptron_rule_stays_where_it_can_learn() -> None:
    single = edits.set_training(chain(2, 1, data=XOR), rule="perceptron")
    fitted = fit_to_data(single)
    assert (fitted.training.rule, fitted.layer("o").activation) == ("perceptron", "step")
    deep = fit_to_data(edits.set_training(chain(2, 2, 1, data=XOR), rule="perceptron"))
    assert deep.training.rule == "gradient"


def test_features_of_other_columns_give_way_to_these() -> None:
    other = replace(THREE_CLASSES, columns=("a", "b", "c"))
    gone = edits.set_features(chain(2, 2, 3, data=other), "x", ["x1", "x1*x2"])
    assert sentence(gone) == "The feature “x1” cannot be computed from these data."
    fitted = fit_to_data(gone)
    assert (fitted.layer("x").features, fitted.layer("x").units) == (None, 3)
    one_left = edits.set_features(gone, "x", ["a*b", "x1"])
    assert fit_to_data(one_left).layer("x").features == ("a*b", "a")


def test_the_columns_are_dealt_anew_to_several_inputs() -> None:
    project = edits.add_layer(chain(3, 2, 3, data=THREE_CLASSES), "input", 5)
    project = edits.add_link(project, "x2", "h1")
    assert sentence(project) == "Inputs: the data have 3, but the network takes 8."
    fitted = fit_to_data(project)
    assert (fitted.layer("x").units, fitted.layer("x2").units) == (2, 1)
    assert misfit(fitted) is None


def test_data_that_no_layer_can_take_are_refused_in_one_sentence() -> None:
    wide = chain(1, 1, data=dataset([[0.0] * (MAX_UNITS + 1)], [[0.0]]))
    with pytest.raises(EditError, match="4096"):
        fit_to_data(wide)


@settings(max_examples=200, deadline=None)
@given(projects())
def test_fitting_mends_all_that_disagrees_or_says_why_not(project: Project) -> None:
    try:
        fitted = fit_to_data(project)
    except EditError:
        return
    if misfit(project) is None:
        assert fitted == project
        assert not are_several(project)
    elif not structure_problems(fitted) and project.data is not None:
        left = misfit(fitted)
        takers = [each for each in fitted.layers if each.kind == "input" and not each.features]
        assert left is None or len(takers) > len(project.data.columns)
