"""The projects shipped to start from learn what their titles promise."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.engine.gradcheck import checking
from mlp_studio.engine.trace import trace
from mlp_studio.engine.trainer import Snapshot, train
from mlp_studio.paths import resources
from mlp_studio.project import projectfile
from mlp_studio.project.compile import Compiled, compile_project


def compiled(name: str) -> Compiled:
    result = compile_project(projectfile.load(resources() / "examples" / f"{name}.json"))
    assert isinstance(result, Compiled), result.text
    return result


def trained(project: Compiled) -> list[Snapshot]:
    training = project.training
    data = project.data
    return list(train(project.network, project.parameters, data, training))


@pytest.mark.parametrize(("name", "least"), [("xor", 1.0), ("and", 1.0), ("circles", 0.98)])
def test_an_example_learns_to_tell_its_classes_apart(name: str, least: float) -> None:
    project = compiled(name)
    last = trained(project)[-1]
    outputs = project.network.predict(last.parameters, project.inputs)
    assert np.mean((outputs > 0.5) == (project.targets > 0.5)) >= least
    assert last.stopped == ("epochs" if name == "circles" else "converged")


def test_the_worked_example_is_trained_as_it_is_stepped() -> None:
    # Matt Mazur, "A Step by Step Backpropagation Example", 2015. What he prints for the errors
    # after an update is something else, as project/worked/mazur.py explains.
    project = compiled("mazur")
    epochs = [snapshot for snapshot in trained(project) if snapshot.train_loss is not None]
    assert epochs[0].train_loss == pytest.approx(0.298371109, abs=1e-9)
    assert epochs[1].train_loss == pytest.approx(0.291027774, abs=1e-9)
    assert epochs[9_999].train_loss == pytest.approx(0.0000351085, abs=5e-11)
    assert epochs[-1].train_loss == pytest.approx(0.0000351019, abs=5e-11)
    layout = project.network.layout
    after = layout.weights(epochs[1].parameters, "h", "o")
    expected = [[0.35891648, 0.408666186], [0.511301270, 0.561370121]]
    assert after == pytest.approx(np.array(expected), abs=1e-8)
    hidden = layout.weights(epochs[1].parameters, "x", "h")
    expected = [[0.149780716, 0.19956143], [0.24975114, 0.29950229]]
    assert hidden == pytest.approx(np.array(expected), abs=1e-8)


def test_goodfellows_solution_answers_xor_exactly_and_has_nothing_to_learn() -> None:
    project = compiled("goodfellow")
    outputs = project.network.predict(project.parameters, project.inputs)
    assert outputs.tolist() == [[0.0], [1.0], [1.0], [0.0]]
    loss, gradient = project.network.gradient(project.parameters, project.inputs, project.targets)
    assert loss == 0.0
    assert not gradient.any()
    assert np.array_equal(trained(project)[-1].parameters, project.parameters)


@pytest.mark.parametrize("name", ["cs231n", "micrograd"])
def test_a_single_neurons_loss_is_its_output(name: str) -> None:
    project = compiled(name)
    traced = trace(project.network, project.parameters, project.inputs, project.targets)
    output = traced.a[project.network.layout.rows["o"], 0]
    assert traced.loss == output[0] > 0
    assert traced.loss_slopes.tolist() == [[1.0]]


EXAMPLES = sorted(path.stem for path in (resources() / "examples").glob("*.json"))


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_examples_gradients_hold_against_finite_differences(name: str) -> None:
    """Or differ only where the loss has a kink: Goodfellow's hidden units stand on theirs."""
    project = compiled(name)
    arguments = (project.network, project.parameters, project.inputs, project.targets)
    parts = list(checking(*arguments))
    agree = np.concatenate([part.agree() for part in parts])
    at_kink = np.concatenate([part.at_kink() for part in parts])
    assert (agree | at_kink).all()
    assert agree.all() == (name != "goodfellow")
