"""A network written as formulas has the engine's numbers: its trace, its gradients."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.chain import evaluate
from mlp_studio.engine.trace import Trace, trace
from mlp_studio.project import edits
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.errors import EditError
from mlp_studio.project.formulas import MAX_VARIABLES, formulas_of
from mlp_studio.project.model import Dataset, Project

SMOOTH = [
    "linear",
    "sigmoid",
    "tanh",
    "relu",
    "leaky_relu",
    "elu",
    "softplus",
    "silu",
    "gelu",
    "sine",
    "gaussian",
]


def network(
    units: tuple[int, ...], activation: str = "sigmoid", loss: str = "half_sse", last: str = ""
) -> Project:
    """A chain of layers with two samples; weights drawn from the seed."""
    drawn = np.random.default_rng(3)
    columns = tuple(f"c{at}" for at in range(units[0]))
    inputs = FrozenArray(drawn.normal(size=(2, units[0])))
    targets = np.eye(units[-1])[: 2 % units[-1] + 1]
    targets = np.resize(targets, (2, units[-1]))
    if loss == "hinge":
        targets = 2.0 * targets - 1.0
    project = Project(loss=loss, data=Dataset(columns, inputs, FrozenArray(targets)))
    project = edits.add_layer(project, "input", units[0], layer_id="x")
    before = "x"
    for number, count in enumerate(units[1:], 1):
        kind = activation if number < len(units) - 1 else last or activation
        project = edits.add_layer(project, "dense", count, layer_id=f"h{number}", activation=kind)
        project = edits.add_link(project, before, f"h{number}")
        before = f"h{number}"
    return project


def pass_over(project: Project, sample: int) -> tuple[Compiled, Trace]:
    compiled = compile_project(project)
    assert isinstance(compiled, Compiled)
    row = slice(sample, sample + 1)
    found = trace(
        compiled.network, compiled.parameters, compiled.inputs[row], compiled.targets[row]
    )
    return compiled, found


def same_multiset(left: object, right: object) -> None:
    np.testing.assert_allclose(np.sort(left), np.sort(right), rtol=1e-9, atol=1e-12)


def assert_agrees(project: Project, sample: int = 1) -> None:
    """Loss, every z and a, and every gradient of a parameter."""
    compiled, passed = pass_over(project, sample)
    written = formulas_of(project, sample)
    answer = evaluate(written.text, written.values)
    assert answer["output"] == "L"
    assert answer["values"]["L"] == pytest.approx(passed.loss, rel=1e-9)
    layout = compiled.network.layout
    computed = [row for name in layout.computed for row in range(*layout.rows[name].indices(99))]
    for letter, block in (("z", passed.z), ("a", passed.a)):
        named = [answer["values"][name] for name in answer["values"] if name[0] == letter]
        same_multiset(named, block[computed, 0])
    gradients = [g for name, g in answer["gradients"].items() if name[0] in "wb"]
    same_multiset(gradients, passed.gradient[layout.exists])


def test_a_single_neuron_is_written_as_in_the_course() -> None:
    written = formulas_of(network((2, 1)), 0)
    assert written.text == "z = w1*x1 + w2*x2 + b\na = sigmoid(z)\nL = (a - t)**2/2"
    assert list(written.values) == ["x1", "x2", "w1", "w2", "b", "t"]


def test_each_number_of_the_neuron_is_the_traces() -> None:
    project = network((2, 1))
    _, passed = pass_over(project, 0)
    written = formulas_of(project, 0)
    answer = evaluate(written.text, written.values)
    values, gradients = answer["values"], answer["gradients"]
    assert [values["w1"], values["w2"], values["b"]] == list(passed.parameters)
    assert [values["x1"], values["x2"]] == list(passed.inputs[0])
    assert values["z"] == pytest.approx(passed.z[3, 0], rel=1e-12)
    assert values["a"] == pytest.approx(passed.a[3, 0], rel=1e-12)
    np.testing.assert_allclose(
        [gradients["w1"], gradients["w2"], gradients["b"]], passed.gradient, rtol=1e-12
    )


def test_a_network_of_two_layers_names_layer_target_and_source() -> None:
    lines = formulas_of(network((2, 2, 1)), 0).text.splitlines()
    assert lines == [
        "z1_1 = w1_11*x1 + w1_12*x2 + b1_1",
        "z1_2 = w1_21*x1 + w1_22*x2 + b1_2",
        "a1_1 = sigmoid(z1_1)",
        "a1_2 = sigmoid(z1_2)",
        "z2 = w2_1*a1_1 + w2_2*a1_2 + b2",
        "a2 = sigmoid(z2)",
        "L = (a2 - t)**2/2",
    ]


@pytest.mark.parametrize("activation", SMOOTH)
def test_every_activation_with_a_derivative_agrees_with_the_engine(activation: str) -> None:
    for sample in (0, 1):
        assert_agrees(network((2, 3, 2), activation), sample)


@pytest.mark.parametrize("activation", ["relu", "leaky_relu", "elu"])
def test_the_kink_of_an_activation_has_the_engines_derivative(activation: str) -> None:
    project = network((2, 1, 1), activation, last="linear")
    project = edits.set_weights(project, "x->h1", np.zeros((1, 2)))
    project = edits.set_bias(project, "h1", 0, 0.0)
    assert_agrees(project)


@pytest.mark.parametrize(
    ("loss", "last"),
    [
        *((loss, "tanh") for loss in ("half_sse", "sse", "mse", "mae", "huber", "hinge")),
        ("bce", "sigmoid"),
        ("bce", "softmax"),
        ("cross_entropy", "softmax"),
    ],
)
def test_every_loss_agrees_with_the_engine(loss: str, last: str) -> None:
    for sample in (0, 1):
        assert_agrees(network((2, 2, 3), "tanh", loss, last), sample)


def test_skips_and_absent_edges_and_units_without_bias_agree() -> None:
    assert_agrees(edits.add_link(network((2, 2, 2)), "x", "h2"))
    sparse = network((2, 2, 1))
    sparse = edits.remove_edge(sparse, "x->h1", 0, 1)
    sparse = edits.set_bias_enabled(sparse, "h1", False)
    assert_agrees(sparse)


def test_a_unit_that_leads_nowhere_is_left_out() -> None:
    project = edits.remove_edge(network((2, 2, 1)), "h1->h2", 0, 1)
    written = formulas_of(project)
    assert "z1_2" not in written.text
    assert "w1_21" not in written.values
    assert evaluate(written.text, written.values)["output"] == "L"


@pytest.mark.parametrize("name", ["sign", "step"])
def test_a_unit_without_a_derivative_is_refused(name: str) -> None:
    with pytest.raises(EditError, match=f"where a unit is {name}: its derivative is 0"):
        formulas_of(network((2, 2, 1), name, last="sigmoid"))


def test_the_perceptron_loss_is_refused() -> None:
    project = network((2, 1), "linear", "half_sse")
    data = project.data
    assert data is not None
    targets = FrozenArray(np.array([[1.0], [-1.0]]))
    project = replace(project, loss="perceptron", data=replace(data, targets=targets))
    with pytest.raises(EditError, match="bypasses the output's activation"):
        formulas_of(project)


def test_a_network_too_large_for_a_graph_is_refused_with_its_count() -> None:
    with pytest.raises(EditError, match=rf"has 85 variables.* more than {MAX_VARIABLES}"):
        formulas_of(network((4, 8, 2)))


def test_a_network_that_cannot_run_is_refused() -> None:
    with pytest.raises(EditError, match="cannot run"):
        formulas_of(Project())
