"""The worked examples give the figures that were published, and a change to one is noticed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from mlp_studio.engine import chain
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.spec import OptimizerSpec
from mlp_studio.engine.steps import GRANULARITIES, steps
from mlp_studio.engine.trace import trace, update
from mlp_studio.project import edits, projectfile, worked
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.model import Project
from mlp_studio.project.worked import Check, FigureResult, Value, compare
from tests.project.projects import chain as layers
from tests.project.projects import numbered

NAMES = [each.name for each in worked.EXAMPLES]


def compiled(project: Project) -> Compiled:
    result = compile_project(project)
    assert isinstance(result, Compiled), result.text
    return result


def example(name: str) -> worked.WorkedExample:
    return next(each for each in worked.EXAMPLES if each.name == name)


@pytest.fixture(scope="module")
def results() -> dict[str, tuple[FigureResult, ...]]:
    return {name: worked.check_figures(worked.shipped(name)) for name in NAMES}


@pytest.fixture(scope="module")
def mazur() -> Check:
    return Check(worked.shipped("mazur"))


@pytest.mark.parametrize("name", NAMES)
def test_no_published_figure_fails(name: str, results: dict[str, tuple[FigureResult, ...]]) -> None:
    wrong = [
        f"{each.figure.what}: {each.figure.published} published, {each.computed!r} computed"
        for each in results[name]
        if each.verdict == "fails"
    ]
    assert wrong == []
    assert [each.figure for each in results[name]] == list(example(name).figures)


def test_only_these_figures_are_not_as_printed(
    results: dict[str, tuple[FigureResult, ...]],
) -> None:
    others = {
        (name, each.figure.what): each.verdict
        for name in NAMES
        for each in results[name]
        if each.verdict != "agrees"
    }
    assert others == {
        ("mazur", "∂E_o2/∂out_h1"): "last digit",
        ("mazur", "E_total after one round"): "explained",
        ("mazur", "E_total after 10,000 rounds"): "explained",
        ("mazur", "out_o1 after 10,000 rounds"): "explained",
        ("mazur", "out_o2 after 10,000 rounds"): "explained",
    }


def test_whatever_is_not_as_printed_has_a_remark(
    results: dict[str, tuple[FigureResult, ...]],
) -> None:
    for each in worked.EXAMPLES:
        explained = {what for erratum in each.errata for what in erratum.about}
        differing = {r.figure.what for r in results[each.name] if r.verdict != "agrees"}
        assert differing <= explained
        assert explained <= {figure.what for figure in each.figures}


def test_the_places_in_a_remark_are_those_it_has_numbers_for() -> None:
    for each in worked.EXAMPLES:
        for erratum in each.errata:
            assert set(re.findall(r"{(\w+)}", erratum.text)) == set(erratum.numbers)


@pytest.mark.parametrize(
    ("computed", "published", "verdict"),
    [
        (0.59326999210719, "0.593269992", "agrees"),
        (0.59326999249, "0.593269992", "agrees"),
        (0.59326999251, "0.593269992", "last digit"),
        (0.593269993, "0.593269992", "last digit"),
        (0.5932699936, "0.593269992", "fails"),
        (-0.196611933, "-0.20", "agrees"),
        (0.196611933, "-0.20", "fails"),
        (3.510854812e-05, "0.0000351085", "agrees"),
        (1.0, "1", "agrees"),
        (1.49, "1", "agrees"),
        (float("nan"), "1", "fails"),
        (float("inf"), "1", "fails"),
    ],
)
def test_a_number_is_compared_at_the_digits_that_were_printed(
    computed: float, published: str, verdict: str
) -> None:
    assert compare(computed, published) == verdict


def test_mazurs_last_figures_are_those_of_an_update_that_goes_wrong(mazur: Check) -> None:
    """Written out once more, as plainly as it can be."""
    inputs, targets = np.array([0.05, 0.10]), np.array([0.01, 0.99])

    def sigmoid(z: Any) -> Any:
        return 1 / (1 + np.exp(-z))

    def rounds(count: int, *, output_first: bool) -> tuple[float, Any, Any]:
        first = np.array([[0.15, 0.20], [0.25, 0.30]])
        second = np.array([[0.40, 0.45], [0.50, 0.55]])
        for _ in range(count):
            hidden = sigmoid(first @ inputs + 0.35)
            outputs = sigmoid(second @ hidden + 0.60)
            delta = (outputs - targets) * outputs * (1 - outputs)
            new = second - 0.5 * np.outer(delta, hidden)
            back = (new if output_first else second).T @ delta * hidden * (1 - hidden)
            first, second = first - 0.5 * np.outer(back, inputs), new
        outputs = sigmoid(second @ sigmoid(first @ inputs + 0.35) + 0.60)
        return float(0.5 * np.sum((outputs - targets) ** 2)), outputs, first

    loss, _, hidden = rounds(1, output_first=True)
    assert round(loss, 9) == 0.291027924
    wrong = Value("loss", after=1, way="outer first")
    assert mazur.value(wrong) == pytest.approx(loss, abs=1e-15)
    for unit, source in np.ndindex(2, 2):
        weight = Value("weight", "h", unit, ("x", source), way="outer first")
        assert mazur.value(weight) == pytest.approx(hidden[unit, source], abs=1e-15)
    assert round(rounds(1, output_first=False)[0], 9) == 0.291027774

    _, outputs, _ = rounds(10_000, output_first=True)
    assert outputs.round(9).tolist() == [0.015912196, 0.984065734]
    assert round(rounds(9_999, output_first=False)[0], 10) == 0.0000351085


def test_the_error_of_mazurs_own_new_weights_is_not_the_one_he_prints() -> None:
    project = compiled(worked.shipped("mazur"))
    layout, vector = project.network.layout, project.parameters.copy()
    printed = {each.what: float(each.published) for each in example("mazur").figures}
    for name, target in (("h", 0), ("o", 4)):
        weights = layout.weights(vector, "x" if name == "h" else "h", name)
        weights[...] = np.reshape([printed[f"w_{target + n}^+"] for n in range(1, 5)], (2, 2))
    loss = project.network.loss_value(vector, project.inputs, project.targets)
    assert loss == pytest.approx(0.291027774, abs=1e-9)
    assert compare(loss, str(printed["E_total after one round"])) == "fails"


def test_updating_the_output_first_changes_only_what_lies_before_it(mazur: Check) -> None:
    for figure in example("mazur").figures:
        if figure.value.quantity == "weight":
            right = mazur.value(figure.value)
            wrong = mazur.value(replace(figure.value, way="outer first"))
            assert (right == wrong) == (figure.value.layer == "o")


def test_the_updates_are_those_that_the_program_makes(mazur: Check) -> None:
    project = compiled(worked.shipped("mazur"))
    vector = project.parameters
    for number in range(4):
        assert np.array_equal(mazur.parameters(number), vector)
        traced = trace(project.network, vector, project.inputs, project.targets)
        vector = update(traced, project.training).parameters


@pytest.mark.parametrize("name", NAMES)
def test_each_figure_is_made_by_a_step_of_every_granularity(name: str) -> None:
    layout = compiled(worked.shipped(name)).network.layout
    for granularity in GRANULARITIES:
        listed = steps(layout, granularity)
        for figure in example(name).figures:
            place = worked.step_of(listed, figure.value)
            assert place is not None, (granularity, figure.what)
            assert 0 <= place < len(listed)


def test_a_figure_is_made_by_the_step_that_computes_it() -> None:
    layout = compiled(worked.shipped("mazur")).network.layout
    listed = steps(layout, "term")
    places = {each.what: worked.step_of(listed, each.value) for each in example("mazur").figures}

    def made(what: str) -> tuple[str, str, str, int | None]:
        step = listed[places[what]]  # type: ignore[index]
        return step.phase, step.part, step.layer, step.unit

    assert made("net_h1") == ("forward", "term", "h", 0)
    assert made("out_h1") == ("forward", "activation", "h", 0)
    assert made("E_total") == ("loss", "loss", "o", 1)
    assert made("∂E_o2/∂out_h1") == ("backward", "message", "h", 0)
    assert made("∂E/∂w_5") == ("backward", "gradient", "o", 0)
    assert made("w_8^+") == ("update", "update", "o", 1)


def test_what_arrives_at_an_input_is_known_with_the_delta_it_is_made_of() -> None:
    layout = compiled(worked.shipped("cs231n")).network.layout
    listed = steps(layout, "term")
    place = worked.step_of(listed, Value("arriving", "x", 0))
    assert place is not None
    assert listed[place].part == "delta"


@pytest.mark.parametrize("name", NAMES)
def test_a_saved_copy_is_still_recognised(name: str) -> None:
    copy = projectfile.loads(projectfile.dumps(worked.shipped(name)))
    assert worked.recognise(copy) is example(name)


def test_looks_and_the_length_of_training_do_not_matter() -> None:
    project = edits.rename_layer(worked.shipped("mazur"), "h", "Middle")
    project = edits.move_layers(project, {"h": (40.0, 80.0)})
    project = edits.set_training(edits.set_title(project, "Mine"), epochs=7)
    assert worked.recognise(project) is example("mazur")


def test_what_was_learned_does_not_matter_and_is_not_checked() -> None:
    project = worked.shipped("mazur")
    run = compiled(project)
    learned = edits.set_parameters(
        project, run.network.layout, run.parameters + 0.25 * run.network.layout.trainable
    )
    assert learned != project
    assert worked.recognise(learned) is example("mazur")
    assert Check(learned).value(Value("z", "h", 0)) == pytest.approx(0.3775)


CHANGES: dict[str, Callable[[Any], Project]] = {
    "a weight": lambda project: edits.set_weight(project, "x->h", 0, 0, 0.16),
    "a bias": lambda project: edits.set_bias(project, "o", 0, 0.61),
    "an activation": lambda project: edits.set_activation(project, "h", "tanh"),
    "another unit": lambda project: edits.add_unit(project, "h"),
    "the learning rate": lambda project: edits.set_optimizer(project, learning_rate=0.4),
    "the loss": lambda project: edits.set_loss(project, "mse"),
    "biases that learn": lambda project: edits.set_freeze_biases(project, "h", False),
    "the data": lambda project: replace(
        project, data=replace(project.data, inputs=FrozenArray([[0.05, 0.2]]))
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_that_counts_makes_it_another_network(change: str) -> None:
    changed = CHANGES[change](worked.shipped("mazur"))
    assert worked.recognise(changed) is None
    with pytest.raises(ValueError, match="not one of the worked examples"):
        worked.check_figures(changed)


@pytest.mark.parametrize("project", [Project(), numbered(layers(2, 2, 1))], ids=["empty", "other"])
def test_other_projects_are_none(project: Project) -> None:
    assert worked.recognise(project) is None


def test_a_wrong_figure_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """As after a regression of the engine: the example that ships computes something else."""
    from mlp_studio.project.worked import recognising

    wrong = edits.set_optimizer(worked.shipped("mazur"), learning_rate=0.6)
    ships = {**{name: worked.shipped(name) for name in NAMES}, "mazur": wrong}
    monkeypatch.setattr(recognising, "shipped", ships.get)
    failing = [
        each.figure.what
        for each in Check(wrong).results()
        if each is not None and each.verdict == "fails"
    ]
    assert "w_5^+" in failing
    assert "out_h1" not in failing
    assert wrong.training.optimizer == OptimizerSpec("sgd", 0.6)


def test_the_note_on_cs231ns_first_circuit_can_be_typed_as_it_stands() -> None:
    note = next(each for each in example("cs231n").notes if "mlp-studio chain" in each)
    typed = re.search(r'chain "(.+)" --at (.+)$', note)
    assert typed
    values = {name: float(at) for name, at in re.findall(r"(\w)=(\S+)", typed[2])}
    answer = chain.evaluate(typed[1], values)
    assert answer["values"]["f"] == -12.0
    assert answer["gradients"] == {"x": -4.0, "y": -4.0, "z": 3.0}
