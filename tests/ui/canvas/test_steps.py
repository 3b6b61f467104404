"""What a step of the pass lets the canvas show, and in what light."""

import numpy as np
import pytest

from mlp_studio.document.selection import Selected
from mlp_studio.project import edits
from mlp_studio.ui.canvas.annotations import Role, moment_of, read
from mlp_studio.ui.canvas.emphasis import Emphasis


def faces(studio, layer):
    return studio.figure.layers[layer].face.units


@pytest.fixture
def stepping(xor):
    """On the sample (0, 1) → 1: h¹ = σ(−0.15), σ(0.75)."""
    xor.cursor.set_sample(1)
    return xor


def test_before_the_first_step_only_weights_are_shown(stepping) -> None:
    stepping.figure.ensure_fresh()
    for layer in ("x", "h1", "o"):
        assert all(not (f.value or f.z or f.delta) for f in faces(stepping, layer))
    assert stepping.texts()["x->h1", 0, 1] == ["−0.2500"]
    assert stepping.figure.loss.face.value == ""
    assert not stepping.figure.loss.face.targets
    assert (stepping.figure.edges.emphasis == Emphasis.REST).all()


def test_a_forward_step_shows_the_terms_that_flow_into_the_unit(stepping) -> None:
    stepping.step_to("forward", "h1", 0)
    texts = stepping.texts()
    assert texts["x->h1", 0, 0] == ["+0.5000 · 0.0000", "= 0.0000"]
    assert texts["x->h1", 0, 1] == ["−0.2500 · 1.0000", "= −0.2500"]
    unit, next_one = faces(stepping, "h1")
    assert (unit.z, unit.value, unit.delta) == ("z −0.1500", "0.4626", "")
    assert (next_one.z, next_one.value) == ("", "")


def test_only_what_is_computed_now_is_lit(stepping) -> None:
    stepping.step_to("forward", "h1", 0)
    table, emphasis = stepping.figure.table, stepping.figure.edges.emphasis
    lit = {table.edge(row) for row in np.flatnonzero(emphasis == Emphasis.LIT)}
    assert lit == {("x->h1", 0, 0), ("x->h1", 0, 1), None}
    assert (emphasis[emphasis != Emphasis.LIT] == Emphasis.BACK).all()
    assert [face.emphasis for face in faces(stepping, "h1")] == [Emphasis.LIT, Emphasis.BACK]
    assert [face.emphasis for face in faces(stepping, "x")] == [Emphasis.REST, Emphasis.REST]


def test_the_loss_appears_with_its_targets_when_it_is_computed(stepping) -> None:
    stepping.step_to("forward", "o", 0)
    assert stepping.figure.loss.face.value == ""
    loss_step = [step.phase for step in stepping.cursor.steps].index("loss")
    stepping.cursor.go_to(loss_step)
    stepping.figure.ensure_fresh()
    face = stepping.figure.loss.face
    a = stepping.cursor.trace.a[stepping.cursor.trace.network.layout.rows["o"], 0]
    assert face.value == f"L = {stepping.numbers.text(0.5 * (a.item() - 1.0) ** 2)}"
    assert face.targets == ("t = 1.0000",)
    assert face.emphasis is Emphasis.LIT


def test_a_backward_step_shows_what_comes_back_and_the_gradients(stepping) -> None:
    stepping.step_to("backward", "h1", 1)
    trace, text = stepping.cursor.trace, stepping.numbers.text
    rows = trace.network.layout.rows
    delta_o = trace.delta[rows["o"], 0].item()
    delta = trace.delta[rows["h1"], 0][1].item()
    texts = stepping.texts()
    assert texts["h1->o", 0, 1] == [
        f"−0.5000 · ({text(delta_o)})",
        f"= +{text(-0.5 * delta_o)}",
    ]
    assert texts["x->h1", 1, 1] == [f"{text(delta)} · 1.0000", f"∂L/∂w +{text(delta)}"]
    assert faces(stepping, "h1")[1].delta == f"δ +{text(delta)}"
    # The output's gradients are known since its own step.
    a = trace.a[rows["h1"], 0][0].item()
    assert texts["h1->o", 0, 0] == ["+1.0000", f"∂L/∂w {text(delta_o * a)}"]


def test_gradients_are_not_shown_before_their_step(stepping) -> None:
    stepping.step_to("backward", "o", 0)
    texts = stepping.texts()
    assert len(texts["x->h1", 1, 1]) == 1
    assert [face.delta for face in faces(stepping, "h1")] == ["", ""]


def test_an_update_step_shows_old_and_new_weights(stepping) -> None:
    stepping.step_to("update", "h1", 1)
    layout = stepping.cursor.trace.network.layout
    new = layout.weights(stepping.cursor.update.parameters, "x", "h1")
    text = stepping.numbers.text
    change = new[1, 1] - 0.75
    assert change < 0
    assert stepping.texts()["x->h1", 1, 1] == [
        f"+0.7500 − {text(-change)}",
        f"→ +{text(new[1, 1])}",
    ]
    assert stepping.texts()["x->h1", 0, 1] == [text(new[0, 1])]
    bias = faces(stepping, "h1")[1].bias
    assert bias.text.startswith("0.0000\n→ −")


def test_going_back_takes_the_numbers_away_again(stepping) -> None:
    stepping.cursor.to_end()
    stepping.figure.ensure_fresh()
    stepping.cursor.to_start()
    stepping.figure.ensure_fresh()
    assert all(not face.value for face in faces(stepping, "o"))
    assert stepping.texts()["h1->o", 0, 1] == ["−0.5000"]


def test_arrows_run_right_forward_and_left_backward(stepping) -> None:
    stepping.step_to("forward", "o", 0)
    edges = stepping.figure.edges
    assert set(edges.direction[edges.direction != 0]) == {1}
    stepping.step_to("backward", "h1", 0)
    assert set(edges.direction[edges.direction != 0]) == {-1}


def test_the_edges_of_a_selected_unit_do_not_step_back_while_stepping(stepping) -> None:
    stepping.step_to("forward", "h1", 0)
    stepping.selection.set(Selected(units=frozenset({("o", 0)})))
    stepping.figure.ensure_fresh()
    row = stepping.figure.table.find("h1->o", 0, 0)
    assert stepping.figure.edges.emphasis[row] == Emphasis.REST


@pytest.mark.parametrize("granularity", ["layer", "phase"])
def test_coarser_steps_compute_more_at_once(stepping, granularity) -> None:
    stepping.cursor.set_granularity(granularity)
    stepping.cursor.go_to(0)
    stepping.figure.ensure_fresh()
    assert all(face.value for face in faces(stepping, "h1"))
    assert all(bool(face.value) == (granularity == "phase") for face in faces(stepping, "o"))


def test_a_reading_hides_what_is_to_come(stepping) -> None:
    stepping.cursor.go_to(0)
    reading = read(moment_of(stepping.cursor))
    layout = reading.layout
    assert not np.isnan(reading.a[layout.rows["x"]]).any()
    assert np.isnan(reading.a[layout.rows["o"]]).all()
    assert np.isnan(reading.delta).all()
    assert np.isnan(reading.gradient).all()
    assert np.isnan(reading.updated).all()
    assert (reading.role == Role.TERM).sum() == 3  # two weights and the bias of h¹₁


def test_there_is_no_reading_before_the_first_step_or_without_a_trace(stepping) -> None:
    assert moment_of(stepping.cursor) is None
    assert read(None) is None
    stepping.cursor.go_to(0)
    stepping.document.apply("Remove", edits.remove_layer, "o")
    assert moment_of(stepping.cursor) is None


def test_ports_step_aside_for_the_numbers_of_a_step(stepping) -> None:
    stepping.step_to("backward", "h1", 1)
    assert not any(item.face.ports for item in stepping.figure.layers.values())
    stepping.cursor.go_to(-1)
    stepping.figure.ensure_fresh()
    item = stepping.figure.layers["h1"]
    assert item.face.ports
    port = item.pos() + item.column.right_port
    assert not any(plate.box.contains(port) for plate in stepping.figure.labels.plates)
