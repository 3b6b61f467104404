"""The calculation: the engine's numbers, held against Mazur's published worked example."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.stepper import StepCursor
from mlp_studio.engine.steps import Step
from mlp_studio.project import edits
from mlp_studio.project.model import Project
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.calculation import Calculation
from mlp_studio.ui.places_of_numbers import Place
from mlp_studio.ui.theme import ThemeModel
from mlp_studio.ui.typeset.nodes import Leaf
from mlp_studio.ui.typeset.page import parts
from tests.ui.panels.conftest import Shown, moons_project

Show = Callable[[Document, StepCursor], Calculation]


@pytest.fixture
def show(theme: ThemeModel, shown: Shown) -> Show:
    numbers = NumberFormat(digits=5)

    def show(document: Document, cursor: StepCursor) -> Calculation:
        panel = Calculation(document=document, cursor=cursor, theme=theme, numbers=numbers)
        shown(panel)
        return panel

    return show


def text(panel: Calculation) -> str:
    return panel.text


def at(cursor: StepCursor, phase: str, layer: str, unit: int | None = None) -> None:
    """Go to the step of this phase, layer and unit."""
    wanted = (phase, layer, unit)
    places = [(step.phase, step.layer, step.unit) for step in cursor.steps]
    cursor.go_to(places.index(wanted))


def test_before_the_first_step_the_sample_is_shown(
    mazur: Document, cursor: StepCursor, show: Show
) -> None:
    shown = text(show(mazur, cursor))
    assert "Sample 1" in shown
    assert "i₁ = 0.05000, i₂ = 0.10000" in shown
    assert "o₁ = 0.01000, o₂ = 0.99000" in shown


def test_forward_shows_the_weighted_sum_and_the_activation(
    mazur: Document, cursor: StepCursor, show: Show
) -> None:
    panel = show(mazur, cursor)
    at(cursor, "forward", "h", 0)
    shown = text(panel)
    assert "Forward: unit 1 of Hidden" in shown
    assert "0.15000 · 0.05000 + 0.20000 · 0.10000 + 0.35000" in shown
    assert "= 0.37750" in shown, "Mazur: net_h1 = 0.3775"
    assert "= 0.59327" in shown, "Mazur: out_h1 = 0.593269992"


def test_the_loss_is_shown_with_outputs_and_targets_put_in(
    mazur: Document, cursor: StepCursor, show: Show
) -> None:
    panel = show(mazur, cursor)
    at(cursor, "loss", "o")
    shown = text(panel)
    assert "1/2 · [(0.75137 − 0.01)^2 + (0.77293 − 0.99)^2]" in shown
    assert "L = 0.29837" in shown, "Mazur: E_total = 0.298371109"


def test_an_outputs_delta_is_the_losses_slope_times_the_activations(
    mazur: Document, cursor: StepCursor, show: Show
) -> None:
    panel = show(mazur, cursor)
    at(cursor, "backward", "o", 0)
    shown = text(panel)
    assert "0.75137 − 0.01 = 0.74137" in shown, "Mazur: 0.74136507"
    assert "= 0.18682" in shown, "Mazur: 0.186815602"
    assert "= 0.13850" in shown, "Mazur: δ_o1 = 0.138498562"
    assert "0.08217" in shown, "Mazur: ∂E/∂w5 = 0.082167041"


def test_a_hidden_delta_gathers_what_comes_back(
    mazur: Document, cursor: StepCursor, show: Show
) -> None:
    panel = show(mazur, cursor)
    at(cursor, "backward", "h", 0)
    shown = text(panel)
    assert "0.40000 · 0.13850 + 0.50000 · (−0.03810) = 0.03635" in shown, "Mazur: 0.036350306"
    assert "= 0.24130" in shown, "Mazur: 0.241300709"
    assert "4.3857e−4" in shown or "0.00044" in shown, "Mazur: ∂E/∂w1 = 0.000438568"


def test_an_update_shows_old_and_new(mazur: Document, cursor: StepCursor, show: Show) -> None:
    panel = show(mazur, cursor)
    at(cursor, "update", "o", 0)
    shown = text(panel)
    assert "0.40000 − 0.5 · 0.08217" in shown
    assert "0.40000 → 0.35892" in shown, "Mazur: w5+ = 0.35891648"
    assert "0.40867" in shown, "Mazur: w6+ = 0.408666186"
    assert "All updates are made at once, from the old weights." in shown
    assert "frozen" in shown, "the biases do not learn"
    assert "0.29103" in shown, "Mazur: the error is down to 0.291027924"


def test_the_algorithm_marks_the_line_of_the_phase(
    mazur: Document, cursor: StepCursor, show: Show
) -> None:
    panel = show(mazur, cursor)
    marked = [panel.algorithm.current]
    for phase, layer, unit in (("forward", "h", 0), ("backward", "o", 0), ("update", "h", 0)):
        at(cursor, phase, layer, unit)
        marked.append(panel.algorithm.current)
    assert marked == [0, 2, 2, 3]
    assert [mark.text() for mark in panel.algorithm.marks] == ["", "", "", "▸", ""]


def test_every_number_of_a_layer_step_is_the_traces(moons: Document, show: Show) -> None:
    cursor = StepCursor(moons)
    cursor.set_granularity("layer")
    panel = show(moons, cursor)
    at(cursor, "forward", "h1")
    trace = cursor.trace
    assert trace is not None
    numbers = NumberFormat(digits=5)
    rows = trace.network.layout.rows["h1"]
    for value in np.concatenate([trace.z[rows, 0], trace.a[rows, 0]]).tolist():
        assert numbers.text(value) in text(panel)


def test_a_fused_delta_says_so(show: Show, qapp: object) -> None:
    document = Document(edits.set_loss(moons_project(), "bce"))
    cursor = StepCursor(document)
    panel = show(document, cursor)
    at(cursor, "backward", "o", 0)
    assert "binary cross-entropy (bce) and sigmoid are differentiated as one." in text(panel)
    assert "f′(z)" not in text(panel)


def test_a_long_sum_folds_to_its_subtotal_and_opens(show: Show, qapp: object) -> None:
    document = Document(moons_project(hidden=20))
    cursor = StepCursor(document)
    panel = show(document, cursor)
    at(cursor, "forward", "o", 0)
    trace = cursor.trace
    assert trace is not None
    terms = trace.terms[trace.network.layout.incoming("o", 0)]
    subtotal = NumberFormat(digits=5).text(sum(terms[1:19].tolist()))
    assert f"[… 18 more: {subtotal}]" in text(panel)
    folded = text(panel).count(" · ")
    panel.view.linked.emit("more")
    assert text(panel).count(" · ") == folded + 18
    assert "more" not in text(panel)


def test_adam_is_named_and_its_step_shown(show: Show, qapp: object) -> None:
    document = Document(edits.set_optimizer(moons_project(), name="adam", learning_rate=0.01))
    cursor = StepCursor(document)
    panel = show(document, cursor)
    at(cursor, "update", "o", 0)
    shown = text(panel)
    assert "Δw by Adam" in shown
    assert "0.01000" in shown, "Adam's first step is η for every weight"
    assert "ε stands outside the root" in shown


def test_a_kink_is_mentioned_where_it_matters(show: Show, qapp: object) -> None:
    project = edits.set_activation(moons_project(), "h1", "relu")
    for unit in range(4):
        for source in range(2):
            project = edits.set_weight(project, "x->h1", unit, source, 0.0)
    document = Document(project)
    cursor = StepCursor(document)
    panel = show(document, cursor)
    at(cursor, "backward", "h1", 0)
    assert "f′(0) = 0" in text(panel)


@pytest.mark.parametrize(
    ("loss", "activation"),
    [
        ("half_sse", "tanh"),
        ("sse", "relu"),
        ("mse", "softmax"),
        ("mae", "sigmoid"),
        ("huber", "linear"),
        ("bce", "sigmoid"),
        ("bce", "gaussian"),
        ("perceptron", "sign"),
        ("hinge", "tanh"),
    ],
)
@pytest.mark.parametrize("granularity", ["term", "unit", "layer", "phase"])
def test_every_step_of_every_loss_can_be_explained(
    show: Show, qapp: object, loss: str, activation: str, granularity: str
) -> None:
    project = edits.set_loss(edits.set_activation(moons_project(), "o", activation), loss)
    if loss in ("hinge", "perceptron"):
        project = with_signed_targets(project)
    document = Document(project)
    cursor = StepCursor(document)
    assert cursor.trace is not None, document.problems
    panel = show(document, cursor)
    cursor.set_granularity(granularity)
    for index in range(len(cursor.steps)):
        cursor.go_to(index)
        assert "{" not in text(panel)


def with_signed_targets(project: Project) -> Project:
    from mlp_studio.project.builtin import generated

    assert project.data is not None
    assert project.data.generator is not None
    return edits.set_data(project, generated(project.data.generator, -1.0))


def test_the_softmax_of_an_output_shows_all_its_terms(show: Show, qapp: object) -> None:
    project = edits.set_units(moons_project(), "o", 2)
    project = edits.set_loss(edits.set_activation(project, "o", "softmax"), "cross_entropy")
    assert project.data is not None
    targets = project.data.targets.values
    from dataclasses import replace

    from mlp_studio.engine.arrays import FrozenArray

    both = FrozenArray(np.hstack([targets, 1 - targets]))
    document = Document(edits.set_data(project, replace(project.data, targets=both)))
    cursor = StepCursor(document)
    panel = show(document, cursor)
    at(cursor, "forward", "o", 0)
    assert text(panel).count("e") > 3
    at(cursor, "backward", "o", 1)
    assert "cross-entropy and softmax are differentiated as one." in text(panel)


def test_a_half_built_network_says_what_is_missing(
    mazur: Document, cursor: StepCursor, show: Show
) -> None:
    panel = show(mazur, cursor)
    mazur.apply("", edits.remove_link, "h->o")
    assert "Nothing to compute yet" in text(panel)
    assert mazur.problems[0].text in text(panel)


def test_another_theme_changes_the_colours_and_not_the_text(
    mazur: Document, cursor: StepCursor, show: Show, theme: ThemeModel
) -> None:
    panel = show(mazur, cursor)
    at(cursor, "forward", "h", 0)
    panel.view.loading.wait()
    before, light = text(panel), panel.view.grab().toImage()
    theme.set("dark")
    assert text(panel) == before
    assert panel.view.grab().toImage() != light


def test_a_name_with_markup_in_it_is_shown_as_it_is(
    mazur: Document, cursor: StepCursor, show: Show
) -> None:
    mazur.apply("", edits.rename_layer, "h", "<b>&")
    panel = show(mazur, cursor)
    at(cursor, "forward", "h", 0)
    assert "unit 1 of <b>&" in text(panel)


def test_a_change_of_size_is_not_explained_with_the_pass_of_before(
    mazur: Document, cursor: StepCursor, show: Show, qtbot
) -> None:
    """The layer is announced before the network is traced anew: found by the monkey."""
    panel = show(mazur, cursor)
    with qtbot.captureExceptions() as raised:
        mazur.apply("", edits.add_unit, "o")
        mazur.undo()
    assert not raised
    assert "i₁ = 0.05000, i₂ = 0.10000" in text(panel)


def click(panel: Calculation, qtbot: QtBot, quantity: str, value: float | None = None) -> None:
    """Click the last part of a quantity; of its numbers the one with this value, if given."""
    panel.view.loading.wait()
    areas = [
        area
        for area, leaf in panel.view.setting.areas
        if leaf.quantity == quantity and (value is None or leaf.value == value)
    ]
    assert areas, quantity
    point = areas[-1].center().toPoint()
    qtbot.mouseClick(panel.view, Qt.MouseButton.LeftButton, pos=point)


@pytest.mark.parametrize("granularity", ["term", "unit", "layer"])
def test_a_click_on_any_number_goes_to_the_step_that_made_it(
    mazur: Document, cursor: StepCursor, show: Show, qtbot: QtBot, granularity: str
) -> None:
    panel = show(mazur, cursor)
    cursor.set_granularity(granularity)  # type: ignore[arg-type]
    layout = cursor.trace.network.layout  # type: ignore[union-attr]
    last = cursor.steps.span("update").stop - 1
    shown = [
        (at, leaf) for at in (*range(0, last, 3), last) for leaf in parts_at(panel, cursor, at)
    ]
    for index, leaf in shown:
        cursor.go_to(index)
        panel.view.followed.emit(leaf)
        place, made = leaf.place, cursor.index
        if leaf.quantity in ("z", "a", "delta") and place.layer in layout.computed:
            row = layout.rows[place.layer].start + place.unit
            assert made == cursor.steps.when(leaf.quantity)[row]
        elif leaf.quantity in ("term", "message", "gradient"):
            assert made == cursor.steps.when(leaf.quantity)[place.parameter]
        elif leaf.quantity == "new w":
            assert made == cursor.steps.when("parameter")[place.parameter]
        elif leaf.quantity == "w" or (leaf.quantity == "a" and place.layer == "i"):
            assert made == -1, "what the pass starts from"


def parts_at(panel: Calculation, cursor: StepCursor, index: int) -> list[Leaf]:
    cursor.go_to(index)
    return [leaf for leaf in parts(panel.page) if leaf.can_be_followed and not leaf.link]


def test_a_click_on_an_old_weight_goes_to_the_update_that_made_it(
    mazur: Document, cursor: StepCursor, show: Show, qtbot: QtBot
) -> None:
    panel = show(mazur, cursor)
    cursor.to_end()
    new = cursor.update.parameters[0]  # type: ignore[union-attr]
    cursor.forward()
    at(cursor, "forward", "h", 0)
    assert cursor.pass_number == 1
    click(panel, qtbot, "w", float(new))
    assert cursor.pass_number == 0
    assert cursor.step == Step("update", "h", 0)
    assert NumberFormat(digits=5).text(float(new)) in text(panel)


def test_hovering_is_told_and_what_the_canvas_points_at_lights_up(
    mazur: Document, cursor: StepCursor, show: Show, qtbot: QtBot
) -> None:
    panel = show(mazur, cursor)
    panel.view.loading.wait()
    at(cursor, "forward", "h", 0)
    areas = [area for area, leaf in panel.view.setting.areas if leaf.quantity == "w"]
    with qtbot.waitSignal(panel.hovered) as heard:
        qtbot.mouseMove(panel.view, areas[-1].center().toPoint())
    assert heard.args is not None
    assert heard.args[0].parameter is not None
    assert "Click to go to the step that made it." in panel.view.toolTip()
    panel.highlight(Place.of_unit("h", 0))
    assert panel.view.lit == Place.of_unit("h", 0)


def test_a_wide_sum_unfolds_to_its_strongest_terms(show: Show, qapp: object) -> None:
    document = Document(moons_project(hidden=100))
    cursor = StepCursor(document)
    panel = show(document, cursor)
    at(cursor, "forward", "o", 0)
    trace = cursor.trace
    assert trace is not None
    terms = trace.terms[trace.network.layout.incoming("o", 0)][:-1]
    panel.view.linked.emit("more")
    weakest = sum(sorted(map(float, terms), key=abs)[:60])
    [rest] = [leaf for leaf in parts(panel.page) if "60 more" in leaf.plain]
    assert rest.value == pytest.approx(weakest, abs=1e-15)


def test_a_batch_says_whether_it_shows_the_mean_or_one_sample(moons: Document, show: Show) -> None:
    cursor = StepCursor(moons)
    cursor.set_scope("batch")
    panel = show(moons, cursor)
    assert "One of a batch of 40" in text(panel)
    at(cursor, "backward", "o", 0)
    assert "∂L/∂w is the mean over the 40 samples of the batch." in text(panel)
    cursor.set_mean(False)
    assert "this sample's contribution" in text(panel)
    at(cursor, "loss", "o")
    loss = cursor.trace.loss  # type: ignore[union-attr]
    assert f"= {NumberFormat(digits=5).text(loss)}" in text(panel)


def test_whole_passes_show_the_update_they_ended_with(moons: Document, show: Show) -> None:
    cursor = StepCursor(moons)
    panel = show(moons, cursor)
    cursor.set_granularity("epoch")
    cursor.forward()
    assert "Sample 1" in text(panel)
    cursor.go_to(3)
    assert "Update: layer h1" in text(panel)
    assert "Update: layer o" in text(panel)


def test_a_narrow_algorithm_shows_its_current_line_in_full(
    mazur: Document, cursor: StepCursor, show: Show
) -> None:
    panel = show(mazur, cursor)
    panel.resize(150, 600)
    at(cursor, "forward", "h", 0)
    shown = [label.text() for label in panel.algorithm.lines]
    assert shown[2] == "find ∂L/∂w by the chain rule"
    assert shown[0].endswith("…")
    assert panel.algorithm.lines[0].accessibleName() == "Start with random weights."
