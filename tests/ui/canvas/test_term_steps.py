"""Steps by single terms, batches and optimizers with a memory: what the canvas says of them."""

import numpy as np
import pytest

from mlp_studio.document.selection import Selected
from mlp_studio.project import edits
from mlp_studio.ui.canvas.annotations import Role, moment_of, read
from mlp_studio.ui.canvas.edge_pens import HALO, WIDEST
from mlp_studio.ui.canvas.emphasis import Emphasis
from mlp_studio.ui.canvas.hits import Hit
from mlp_studio.ui.canvas.lettering import LEGIBLE, SMALL, enlargement
from mlp_studio.ui.places_of_numbers import LOSS, Place
from tests.ui.canvas.conftest import chain_project, xor_project
from tests.ui.canvas.mouse import hover, middle_of
from tests.ui.canvas.test_painting import with_random_data


def stand(studio, **wanted) -> int:
    """Go to the first step by term that is as wanted."""
    studio.cursor.set_granularity("term")
    index = next(
        number
        for number, step in enumerate(studio.cursor.steps)
        if all(getattr(step, name) == value for name, value in wanted.items())
    )
    studio.cursor.go_to(index)
    studio.figure.ensure_fresh()
    return index


def face(studio, layer, unit):
    return studio.figure.layers[layer].face.units[unit]


def lit(studio) -> set:
    table, emphasis = studio.figure.table, studio.figure.edges.emphasis
    return {table.edge(row) for row in np.flatnonzero(emphasis == Emphasis.LIT).tolist()}


def tooltip(studio, found: Hit) -> list[str]:
    return studio.view._pointing.explain(studio.project, found).split("\n")


@pytest.fixture
def stepping(xor):
    """On the sample (1, 1) → 0: h¹ = σ(0.35), σ(−0.25)."""
    xor.cursor.set_sample(3)
    return xor


def test_a_term_lights_its_one_edge_and_writes_the_product(stepping) -> None:
    stand(stepping, layer="h1", unit=0, part="term")
    assert lit(stepping) == {("x->h1", 0, 0)}
    texts = stepping.texts()
    assert texts["x->h1", 0, 0] == ["+0.5000 · 1.0000", "w·a = +0.5000"]
    assert texts["x->h1", 0, 1] == ["−0.2500"]
    assert face(stepping, "h1", 0).emphasis is Emphasis.LIT
    assert face(stepping, "x", 1).emphasis is Emphasis.BACK


def test_z_grows_term_by_term_and_is_not_taken_for_the_whole(stepping) -> None:
    index = stand(stepping, layer="h1", unit=0, part="term")
    assert (face(stepping, "h1", 0).z, face(stepping, "h1", 0).z_grows) == ("z 0.5000 …", True)
    stepping.cursor.go_to(index + 1)
    stepping.figure.ensure_fresh()
    assert (face(stepping, "h1", 0).z, face(stepping, "h1", 0).z_grows) == ("z 0.2500 …", True)
    assert stepping.texts()["x->h1", 0, 0] == ["+0.5000", "w·a +0.5000"]
    stepping.cursor.go_to(index + 2)  # the bias is the last of them
    stepping.figure.ensure_fresh()
    assert (face(stepping, "h1", 0).z, face(stepping, "h1", 0).z_grows) == ("z 0.3500", False)
    assert face(stepping, "h1", 0).value == ""
    assert (face(stepping, "h1", 1).z, face(stepping, "h1", 1).value) == ("", "")


def test_the_activation_lights_the_curve_of_its_layer(stepping) -> None:
    stand(stepping, layer="h1", unit=0, part="activation")
    assert lit(stepping) == set()
    assert face(stepping, "h1", 0).value == stepping.numbers.text(1 / (1 + np.exp(-0.35)))
    layer = stepping.figure.layers["h1"].face
    assert layer.curve_at == pytest.approx(0.35)
    assert not layer.curve_slope
    stand(stepping, layer="h1", unit=0, part="delta")
    assert stepping.figure.layers["h1"].face.curve_slope
    assert stepping.figure.layers["o"].face.curve_at is None


def test_messages_add_up_before_they_become_a_delta(show) -> None:
    studio = show(with_random_data(chain_project(2, 2, 3)))
    index = stand(studio, layer="h1", unit=1, part="message")
    trace = studio.cursor.trace
    delta = trace.delta[trace.network.layout.rows["o"], 0]
    weights = trace.network.layout.weights(trace.parameters, "h1", "o")[:, 1]
    for count in (1, 2, 3):
        studio.cursor.go_to(index + count - 1)
        studio.figure.ensure_fresh()
        so_far = float(weights[:count] @ delta[:count])
        sign = "+" if so_far > 0 else ""
        dots = "" if count == 3 else " …"
        shown = face(studio, "h1", 1)
        assert shown.delta == f"Σ w·δ {sign}{studio.numbers.text(so_far)}{dots}"
        assert shown.delta_grows
        assert lit(studio) == {("h1->o", count - 1, 1)}
    studio.cursor.go_to(index + 3)
    studio.figure.ensure_fresh()
    assert face(studio, "h1", 1).delta.startswith("δ ")
    assert not face(studio, "h1", 1).delta_grows


def test_the_sums_so_far_end_as_what_the_engine_has(show) -> None:
    project = edits.add_link(chain_project(3, 4, 3, 2), "x", "h2")
    studio = show(with_random_data(project))
    studio.cursor.set_granularity("term")
    trace, layout = studio.cursor.trace, studio.cursor.trace.network.layout
    for index, step in enumerate(studio.cursor.steps):
        studio.cursor.go_to(index)
        reading = read(moment_of(studio.cursor))
        row = reading.row
        if step.part == "term":
            assert layout.targets[step.parameter] == row
            terms = reading.term[(layout.targets == row) & ~np.isnan(reading.term)]
            so_far = reading.z_so_far.sums[row]
            shown = reading.z[row] if np.isnan(so_far) else so_far
            assert shown == pytest.approx(terms.sum())
        whole = np.flatnonzero(reading.arriving_so_far.is_whole)
        assert reading.arriving_so_far.sums[whole] == pytest.approx(trace.arriving[whole, 0])


def test_the_loss_comes_in_output_by_output(show) -> None:
    studio = show(with_random_data(chain_project(2, 2, 3)))
    index = stand(studio, part="loss")
    shares = studio.cursor.trace.loss_shares[:, 0]
    text = studio.numbers.text
    loss = studio.figure.loss.face
    assert (loss.value, loss.value_grows) == (f"L {text(shares[0])} …", True)
    assert loss.lit == (True, False, False)
    assert loss.targets[0].endswith(f"\nL +{text(shares[0])}")
    assert loss.targets[1:] == ("", "")
    assert face(studio, "o", 0).emphasis is Emphasis.REST
    assert face(studio, "o", 1).emphasis is Emphasis.BACK
    studio.cursor.go_to(index + 2)
    studio.figure.ensure_fresh()
    loss = studio.figure.loss.face
    assert (loss.value, loss.value_grows) == (f"L = {text(studio.cursor.trace.loss)}", False)
    assert loss.lit == (False, False, True)


def test_a_gradient_is_written_as_the_product_it_is(stepping) -> None:
    stand(stepping, layer="h1", unit=1, part="gradient")
    trace = stepping.cursor.trace
    delta = trace.delta[trace.network.layout.rows["h1"], 0][1].item()
    text = stepping.numbers.text
    assert lit(stepping) == {("x->h1", 1, 0)}
    assert stepping.texts()["x->h1", 1, 0] == [
        f"δ·a = {text(delta)} · 1.0000",
        f"∂L/∂w = {text(delta)}",
    ]
    assert len(stepping.texts()["x->h1", 1, 1]) == 1


@pytest.mark.parametrize(
    ("rule", "letters"),
    [
        ("sgd", ""),
        ("momentum", "b"),
        ("nesterov", "b"),
        ("rmsprop", "v"),
        ("adagrad", "v"),
        ("adam", "mv"),
        ("adamw", "mv"),
    ],
)
def test_an_update_says_what_its_optimizer_remembers(show, rule, letters) -> None:
    studio = show(edits.set_optimizer(xor_project(), name=rule))
    studio.cursor.set_sample(3)
    index = stand(studio, layer="o", unit=0, part="update")
    parameter = studio.cursor.step.parameter
    state = list(studio.cursor.update.optimizer.state().values())
    kept = [float(average[parameter]) for average in state if average.ndim and average.any()]
    row = studio.figure.table.row_of(parameter)
    lines = tooltip(studio, Hit("edge", edge=row))
    text = studio.numbers.text
    expected = [
        f"{letter}: {text(0.0)} → {text(value)}"
        for letter, value in zip(letters, kept, strict=True)
    ]
    assert lines[-len(letters) :] == expected if letters else lines[-1].startswith("w + Δw")
    assert studio.cursor.index == index
    written = studio.texts()["h1->o", 0, 0]
    quiet = "  ".join(
        f"{letter} {text(value)}" for letter, value in zip(letters, kept, strict=True)
    )
    assert written[2:] == ([quiet] if letters else [])
    assert written[1].startswith("w + Δw → ")


def test_of_a_batch_the_mean_or_one_samples_share_is_shown(stepping) -> None:
    cursor = stepping.cursor
    cursor.set_scope("batch")
    stepping.step_to("backward", "h1", 1)
    trace = cursor.trace
    assert len(trace.targets) == 4
    place = trace.network.layout.block("x", "h1").of(np.arange(trace.network.layout.size))[1, 1]
    text = stepping.numbers.text
    mean = float(trace.gradient[place])
    assert stepping.texts()["x->h1", 1, 1] == [
        "Σ δ·a / 4",
        f"∂L/∂w {'+' if mean > 0 else ''}{text(mean)}",
    ]
    notes = stepping.view._backdrop._about_batch(stepping.figure.wording.reading)
    assert notes == ["sample 4, one of a batch of 4", "∂L/∂w: mean of the batch"]
    loss = stepping.figure.loss.face
    assert loss.value == f"L = {text(float(trace.loss_shares[0, cursor.column]))}"
    assert loss.mean == f"mean of 4: {text(float(trace.loss))}"
    cursor.set_mean(False)
    stepping.figure.ensure_fresh()
    delta = trace.delta[trace.network.layout.rows["h1"], cursor.column][1].item()
    assert stepping.texts()["x->h1", 1, 1] == [
        f"{text(delta)} · 1.0000",
        f"∂L/∂w {text(delta)}",
    ]
    notes = stepping.view._backdrop._about_batch(stepping.figure.wording.reading)
    assert notes[1] == "∂L/∂w: what sample 4 contributes"


def test_the_units_tooltip_writes_its_sums_out(stepping) -> None:
    stepping.step_to("backward", "h1", 0)
    trace, text = stepping.cursor.trace, stepping.numbers.text
    row = trace.network.layout.rows["h1"].start
    delta, slope = trace.delta[row, 0].item(), trace.slopes[row, 0].item()
    message = trace.arriving[row, 0].item()
    lines = tooltip(stepping, Hit("unit", "h1", 0))
    assert "z = 0.5000·1.0000 + (−0.2500)·1.0000 + 0.1000 = 0.3500" in lines
    assert f"a = f(0.3500) = {text(trace.a[row, 0].item())}" in lines
    assert f"∂L/∂a = Σ w·δ = {text(message)}" in lines
    assert lines[-1] == f"δ = f′(z) · ∂L/∂a = {text(slope)} · {text(message)} = +{text(delta)}"


def test_a_long_sum_is_folded_in_the_tooltip(show) -> None:
    studio = show(with_random_data(chain_project(40, 2, 1)))
    studio.step_to("forward", "h1", 0)
    lines = tooltip(studio, Hit("unit", "h1", 0))
    line = next(line for line in lines if "38 more together" in line)
    trace, layout = studio.cursor.trace, studio.cursor.trace.network.layout
    terms = trace.terms[layout.incoming("h1", 0)]
    assert studio.numbers.text(abs(float(terms[3:].sum()))) in line
    assert line.endswith(f"= {studio.numbers.text(float(terms.sum()))}")


def test_the_width_of_a_lit_edge_is_what_it_carries(stepping) -> None:
    stepping.step_to("forward", "o", 0)
    wording = stepping.figure.wording
    trace = stepping.cursor.trace
    row = stepping.figure.table.find("h1->o", 0, 0)
    parameter = stepping.figure.table.parameter[row]
    most = np.abs(trace.terms).max()
    assert wording.carried[row] == pytest.approx(trace.terms[parameter] / most)
    resting = stepping.figure.table.find("x->h1", 0, 0)
    assert wording.carried[resting] == 0.0
    strokes = stepping.figure.edges.lit._strokes
    pens = strokes.pens.vector
    widths = [pens[number].widthF() for number in strokes.numbers.tolist() if number > HALO]
    assert max(widths) < WIDEST  # the most is carried elsewhere in the pass: 1.0 into h¹


@pytest.mark.parametrize("zoom", [0.69, 0.6, 0.45, 0.3])
def test_letters_are_enlarged_until_they_can_be_read(zoom) -> None:
    assert SMALL * zoom * enlargement(zoom) >= LEGIBLE
    assert enlargement(1.0) == 1.0


def test_from_far_away_only_what_is_lit_is_labelled_and_legibly(show) -> None:
    studio = show(with_random_data(chain_project(3, 5, 4)))
    for _ in range(4):
        studio.view.zoom_out()
    stand(studio, layer="h1", unit=2, part="term")
    studio.view.grab()
    assert studio.view.paper.zoom < 0.6
    plates = studio.figure.labels.plates
    assert {plate.label.edge for plate in plates} == set(
        np.flatnonzero(studio.figure.edges.emphasis == Emphasis.LIT).tolist()
    )
    for plate in plates:
        assert plate.scale * studio.view.paper.zoom * SMALL >= LEGIBLE
    for _ in range(4):
        studio.view.zoom_in()
    studio.view.grab()
    assert len(studio.figure.labels.plates) > 1


def test_what_is_pointed_out_is_surrounded_where_it_is_seen(stepping) -> None:
    figure = stepping.figure
    figure.point_out([Place.of_unit("h1", 1), Place.of_unit("gone", 0), LOSS])
    assert figure.halo.isVisible()
    disc = figure.layers["h1"].column.disc(1).translated(figure.layers["h1"].pos())
    assert figure.halo.boundingRect().contains(disc)
    row = figure.table.find("x->h1", 0, 0)
    figure.point_out([Place.of_parameter(int(figure.table.parameter[row]))])
    assert not figure.halo.boundingRect().contains(disc)
    stepping.cursor.forward()
    figure.ensure_fresh()
    assert figure.halo.isVisible()
    figure.point_out([])
    assert not figure.halo.isVisible()


def test_the_canvas_says_which_number_the_mouse_is_at(stepping, qtbot) -> None:
    view, seen = stepping.view, []
    stepping.figure.pointed_at.connect(seen.append)
    hover(view, middle_of(view, "h1", 1))
    assert seen == [Place.of_unit("h1", 1)]
    hover(view, stepping.figure.loss.pos())
    assert seen[-1] == LOSS
    hover(view, view.mapToScene(5, 5))
    assert seen[-1] is None


def test_a_selection_does_not_change_what_is_lit(stepping) -> None:
    stand(stepping, layer="h1", unit=0, part="term")
    stepping.selection.set(Selected(units=frozenset({("h1", 0)})))
    stepping.figure.ensure_fresh()
    assert lit(stepping) == {("x->h1", 0, 0)}
    assert stepping.figure.wording.reading.role.sum() == Role.TERM
