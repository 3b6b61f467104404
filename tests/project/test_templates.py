"""Every template is ready to run, and those with data learn what they are there to show."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.engine.trainer import Snapshot, train
from mlp_studio.project import edits, fragments
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.model import Project
from mlp_studio.project.starting import STARTING_PROJECT
from mlp_studio.project.templates import TEMPLATES
from mlp_studio.project.validity import check_project

BY_NAME = {template.name: template for template in TEMPLATES}
WITH_DATA = [template.name for template in TEMPLATES if template.project.data is not None]


def inserted(name: str) -> Project:
    """As a person gets it who starts with an empty project."""
    project, _ = fragments.insert(STARTING_PROJECT, BY_NAME[name].project)
    return project


def compiled(name: str) -> Compiled:
    result = compile_project(inserted(name))
    assert isinstance(result, Compiled), result.text
    return result


def trained(start: Compiled) -> list[Snapshot]:
    training = start.training
    data = start.data
    run = train(start.network, start.parameters, data, training)
    return [snapshot for snapshot in run if snapshot.train_loss is not None]


def test_the_templates_are_these() -> None:
    names = ["perceptron", "xor", "kernel_lift", "deep_narrow", "autoencoder", "skip", "digits"]
    assert list(BY_NAME) == names


@pytest.mark.parametrize("name", list(BY_NAME))
def test_a_template_is_a_project_that_the_canvas_arranges(name: str) -> None:
    project = check_project(BY_NAME[name].project)
    assert all(layer.position is None for layer in project.layers)
    assert all(layer.name for layer in project.layers)


def test_a_template_without_data_misses_nothing_else() -> None:
    result = compile_project(inserted("digits"))
    assert not isinstance(result, Compiled)
    assert [problem.code for problem in result] == ["no_data"]
    assert [layer.units for layer in inserted("digits").layers] == [64, 32, 10]


@pytest.mark.parametrize(
    ("name", "below", "epochs"),
    [
        ("xor", 0.005, 1500),
        ("kernel_lift", 0.02, 800),
        ("deep_narrow", 0.005, 200),
        ("autoencoder", 0.005, 1000),
        ("skip", 0.01, 200),
    ],
)
def test_a_template_learns_with_the_settings_it_brings(
    name: str, below: float, epochs: int
) -> None:
    start = compiled(name)
    snapshots = trained(start)
    assert snapshots[0].train_loss > 10 * below, "it has something to learn"
    assert snapshots[-1].train_loss <= below
    assert snapshots[-1].stopped == "converged"
    assert snapshots[-1].epoch <= epochs


@pytest.mark.parametrize("name", ["xor", "kernel_lift", "deep_narrow", "skip", "perceptron"])
def test_the_classes_are_told_apart_in_the_end(name: str) -> None:
    start = compiled(name)
    found = start.network.predict(trained(start)[-1].parameters, start.inputs) > 0.5
    assert np.array_equal(found, start.targets > 0.5)


def test_the_perceptron_converges_after_a_few_epochs() -> None:
    snapshots = trained(compiled("perceptron"))
    assert snapshots[-1].stopped == "converged"
    assert snapshots[-1].epoch <= 10
    assert snapshots[-1].train_loss == 0.0


def test_sigmoid_starves_the_first_of_the_deep_layers_and_tanh_does_not() -> None:
    project = inserted("deep_narrow")
    assert reach(project) > 1
    for layer in project.layers[1:]:
        project = edits.set_activation(project, layer.id, "sigmoid")
    assert reach(project) < 0.01


def reach(project: Project) -> float:
    """How much of the last link's mean gradient arrives at the first."""
    start = compile_project(project)
    assert isinstance(start, Compiled)
    _, gradient = start.network.gradient(start.parameters, start.inputs, start.targets)
    first, *_, last = (
        np.abs(start.network.layout.weights(gradient, link.source, link.target)).mean()
        for link in project.links
    )
    return float(first / last)


def test_the_autoencoder_gives_each_pattern_back_through_two_units() -> None:
    start = compiled("autoencoder")
    outputs = start.network.predict(trained(start)[-1].parameters, start.inputs)
    assert np.array_equal(outputs.argmax(axis=1), np.arange(4))
    assert [layer.units for layer in inserted("autoencoder").layers] == [4, 2, 4]


def test_the_skip_passes_every_hidden_layer() -> None:
    links = {link.id for link in inserted("skip").links}
    assert links == {"x->h1", "h1->h2", "h2->o", "x->h2", "x->o"}


@pytest.mark.parametrize("name", WITH_DATA)
def test_a_template_beside_a_network_leaves_its_data_and_settings(name: str) -> None:
    project = inserted("xor")
    both, names = fragments.insert(project, BY_NAME[name].project)
    assert both.training == project.training
    assert both.data is project.data
    assert set(names.values()).isdisjoint(layer.id for layer in project.layers)
    check_project(both)
