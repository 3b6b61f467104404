"""The projects shipped to start from learn what their titles promise."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.engine.trainer import Snapshot, split, train
from mlp_studio.paths import resources
from mlp_studio.project import projectfile
from mlp_studio.project.compile import Compiled, compile_project


def compiled(name: str) -> Compiled:
    result = compile_project(projectfile.load(resources() / "examples" / f"{name}.json"))
    assert isinstance(result, Compiled), result.text
    return result


def trained(project: Compiled) -> list[Snapshot]:
    training = project.training
    data = split(project.inputs, project.targets, training.test_fraction, training.seed)
    return list(train(project.network, project.parameters, data, training))


@pytest.mark.parametrize(("name", "least"), [("xor", 1.0), ("and", 1.0), ("circles", 0.98)])
def test_an_example_learns_to_tell_its_classes_apart(name: str, least: float) -> None:
    project = compiled(name)
    last = trained(project)[-1]
    outputs = project.network.predict(last.parameters, project.inputs)
    assert np.mean((outputs > 0.5) == (project.targets > 0.5)) >= least
    assert last.stopped == ("epochs" if name == "circles" else "converged")


def test_the_worked_example_gives_the_published_numbers() -> None:
    # Matt Mazur, "A Step by Step Backpropagation Example", 2015; he rounds as he goes, so that his
    # losses after an update differ from the exact ones in the seventh digit.
    project = compiled("mazur")
    epochs = [snapshot for snapshot in trained(project) if snapshot.train_loss is not None]
    assert epochs[0].train_loss == pytest.approx(0.298371109, abs=1e-9)
    assert epochs[1].train_loss == pytest.approx(0.291027924, abs=2e-7)
    assert epochs[-1].train_loss == pytest.approx(0.0000351085, abs=1e-8)
    layout = project.network.layout
    after = layout.weights(epochs[1].parameters, "h", "o")
    expected = [[0.35891648, 0.408666186], [0.511301270, 0.561370121]]
    assert after == pytest.approx(np.array(expected), abs=1e-8)
    hidden = layout.weights(epochs[1].parameters, "x", "h")
    expected = [[0.149780716, 0.19956143], [0.24975114, 0.29950229]]
    assert hidden == pytest.approx(np.array(expected), abs=1e-8)
