"""The large view of one unit: its output, its formula, and where z is 0."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.document.selection import Selected, Selection
from mlp_studio.project import edits
from mlp_studio.ui.plots.plane import UnitView
from mlp_studio.ui.plots.plane.shading import MIDDLE, ramp
from tests.ui.plots.plane.conftest import Bench, circles, four_columns, project_of, sine


@pytest.fixture
def show(theme, numbers, selection: Selection, qtbot):
    """A view of one unit of a project, on screen."""
    kept = []

    def show(project, layer="", unit=0):
        bench = Bench(project)
        view = UnitView(
            document=bench.document,
            live=bench.live,
            selection=selection,
            theme=theme,
            numbers=numbers,
        )
        if layer:
            selection.set(Selected(units=frozenset({(layer, unit)})))
        # Held until it is closed: Qt may still paint it when the test has let go of it.
        kept.append((view, bench))
        qtbot.addWidget(view)
        view.resize(380, 460)
        view.show()
        return view, bench

    yield show
    for _, bench in kept:
        bench.run.shutdown()


def values_at(bench, places, layer, unit):
    """z and a of a unit at inputs (n, columns)."""
    network = bench.document.compiled.network
    row = network.layout.rows[layer].start + unit
    z, a = network.forward(bench.live.parameters, places)
    return z[row], a[row]


def test_with_no_unit_selected_it_says_what_to_do(show, selection):
    view, _ = show(circles())
    assert view.plot.empty == "Select a unit on the canvas to see its output here."
    selection.set(Selected(units=frozenset({("h1", 1)})))
    assert view.plot.face is not None
    assert view.plot.face.bar_name == "h¹₂"


def test_of_a_unit_that_only_inputs_feed_the_hyperplane_is_a_straight_line(show):
    view, bench = show(circles(), "h1", 2)
    (line,) = view.picture.lines
    ends = line.pieces.reshape(-1, 2)
    assert len(ends) > 20
    z, _ = values_at(bench, ends, "h1", 2)
    np.testing.assert_allclose(z, 0.0, atol=1e-12)
    assert line.toothed


def test_deeper_ones_have_a_curve_on_which_z_is_zero(show):
    inputs = np.random.default_rng(1).uniform(-3.0, 3.0, (40, 2))
    project = project_of(inputs, (inputs[:, :1] > 0) * 1.0, (2, 6, 4, 1))
    view, bench = show(project, "h2", 1)
    (line,) = view.picture.lines
    ends = line.pieces.reshape(-1, 2)
    assert len(ends)
    z, _ = values_at(bench, ends, "h2", 1)
    np.testing.assert_allclose(z, 0.0, atol=2e-3)
    # What is above lies to the left.
    along = line.pieces[:, 2:] - line.pieces[:, :2]
    left = line.pieces[:, :2] + along / 2 + 0.1 * np.column_stack([-along[:, 1], along[:, 0]])
    assert (values_at(bench, left, "h2", 1)[0] > -1e-4).all()


def test_the_map_is_the_units_output(show, theme):
    view, bench = show(circles(), "h1", 1)
    x0, x1, y0, y1 = view.section.extent
    _, a = values_at(bench, [[x0, y0], [x1, y0], [x0, y1], [x1, y1]], "h1", 1)
    shades = ramp(theme.theme)[np.floor(MIDDLE * (a + 1.0) + 0.5).astype(int)]
    colours = view.picture.colours
    assert [colours[0, 0], colours[0, -1], colours[-1, 0], colours[-1, -1]] == shades.tolist()


def test_the_formula_has_the_numbers_of_now(show, numbers):
    view, bench = show(circles(), "h1", 0)
    for seed in (2, 9):
        bench.document.apply("Seed", edits.set_seed, seed)
        layout, parameters = bench.document.compiled.network.layout, bench.live.parameters
        first, second = layout.weights(parameters, "x", "h1")[0].tolist()
        bias = float(layout.biases(parameters, "h1")[0])
        terms = [f"{numbers.text(first)}·x₁", f"{numbers.text(second)}·x₂", numbers.text(bias)]
        assert view.formula == "z = " + " + ".join(terms).replace("+ −", "− ")


def test_an_absent_edge_is_no_term(show):
    view, bench = show(circles(), "h1", 0)
    bench.document.apply("Remove", edits.remove_edge, "x->h1", 0, 1)
    assert "x₂" not in view.formula
    assert "x₁" in view.formula


def test_an_input_has_a_map_but_no_z(show):
    view, _ = show(circles(), "x", 0)
    assert view.formula == "x₁ is an input: it has no z."
    assert view.picture.lines == ()
    assert view.plot.face.bar is not None


def test_a_scale_without_a_bound_follows_the_outputs_in_round_steps(show):
    view, bench = show(edits.set_activation(circles(), "h1", "relu"), "h1", 1)
    x0, x1, y0, y1 = view.section.extent
    x, y = np.meshgrid(np.linspace(x0, x1, 50), np.linspace(y0, y1, 50))
    _, a = values_at(bench, np.column_stack([x.ravel(), y.ravel()]), "h1", 1)
    reach = max(value for _, value in view.plot.face.bar.ticks)
    assert a.max() <= reach <= 2.5 * a.max()


def test_along_one_column_the_curve_crosses_its_line_where_z_is_zero(show):
    view, bench = show(sine(), "h1", 0)
    (curve,), (line,) = view.picture.curves, view.picture.lines
    _, a = values_at(bench, curve.places[:, :1], "h1", 0)
    np.testing.assert_allclose(curve.places[:, 1], a, rtol=1e-12)
    z, _ = values_at(bench, np.unique(line.pieces[:, :1])[:, None], "h1", 0)
    np.testing.assert_allclose(z, 0.0, atol=1e-12)
    assert len(z) == 1


def test_other_columns_are_held_at_their_means(show, numbers):
    view, bench = show(four_columns(), "h1", 0)
    means = bench.document.project.data.inputs.values.mean(axis=0)
    assert view.plot.face.note.endswith(
        f"At their means: c = {numbers.text(means[2])}, d = {numbers.text(means[3])}"
    )
    ends = view.picture.lines[0].pieces.reshape(-1, 2)
    places = np.column_stack([ends, np.tile(means[2:], (len(ends), 1))])
    np.testing.assert_allclose(values_at(bench, places, "h1", 0)[0], 0.0, atol=1e-12)


def test_a_unit_that_is_gone_or_unlinked_is_not_shown(show, selection):
    view, bench = show(circles(), "h1", 3)
    bench.document.apply("Units", edits.set_units, "h1", 2)
    assert view.plot.face is None
    bench.document.undo_stack.undo()
    assert view.plot.face is not None


def test_the_run_moves_the_line(show, qtbot):
    view, bench = show(circles(), "h1", 1)
    before = view.picture.lines[0].pieces.copy()
    formula = view.formula
    bench.run.start()
    qtbot.waitUntil(lambda: bench.run.latest is not None and bench.run.latest.epoch > 20)
    bench.run.pause()
    after = view.picture.lines[0].pieces
    assert before.shape != after.shape or not np.allclose(before, after)
    np.testing.assert_allclose(values_at(bench, after.reshape(-1, 2), "h1", 1)[0], 0.0, atol=1e-12)
    assert view.formula != formula


def test_out_of_sight_nothing_is_drawn(show, selection):
    view, bench = show(circles(), "h1", 1)
    before = view.picture
    view.hide()
    selection.set(Selected(units=frozenset({("h1", 2)})))
    bench.document.apply("Seed", edits.set_seed, 5)
    assert view.picture is before
    view.show()
    assert view.plot.face.bar_name == "h¹₃"
