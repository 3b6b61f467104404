"""What is drawn is what the engine says: samples, grid, planes and counts."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.probe import hidden_points
from mlp_studio.project import edits
from mlp_studio.project.model import Dataset
from mlp_studio.ui.plots.hidden.choosing import AxesChoice
from mlp_studio.ui.plots.hidden.seen import Seen
from tests.ui.plots.hidden.conftest import Open, Room, generated, network, solved_xor, with_data


def _seen(room: Room) -> Seen:
    assert room.view.seen is not None
    return room.view.seen


def _outputs(room: Room, layer: str) -> np.ndarray:
    compiled = room.document.compiled
    assert compiled is not None
    return hidden_points(compiled.network, compiled.parameters, compiled.inputs, layer)


def test_samples_stand_where_the_layer_puts_them(open_room: Open) -> None:
    room = open_room(network(generated("circles"), 3))
    seen = _seen(room)
    assert seen.coordinates == pytest.approx(_outputs(room, "h"))
    assert seen.rows.tolist() == list(range(40))
    assert seen.box.to_cube(seen.coordinates) == pytest.approx(seen.mapped)


def test_the_grid_is_the_input_plane_put_through_the_layer(open_room: Open) -> None:
    room = open_room(network(generated("circles"), 2))
    seen, compiled = _seen(room), room.document.compiled
    assert compiled is not None
    assert seen.lattice is not None
    mapped = hidden_points(compiled.network, compiled.parameters, seen.lattice.points, "h")
    assert seen.box.to_cube(mapped) == pytest.approx(seen.grid_mapped[:, :2])
    given = seen.grid_given[:, :2]
    assert (given.min(), given.max()) == (-1.0, 1.0)
    x0, x1, y0, y1 = room.view._passage.extent  # type: ignore[union-attr]
    assert seen.lattice.points[:, 0] == pytest.approx(x0 + (given[:, 0] + 1) / 2 * (x1 - x0))
    assert seen.lattice.points[:, 1] == pytest.approx(y0 + (given[:, 1] + 1) / 2 * (y1 - y0))


def test_the_grid_of_features_is_the_plane_put_through_them(open_room: Open) -> None:
    project = edits.set_features(network(generated("circles"), 2), "x", ("x1*x1", "x1*x2"))
    room = open_room(project)
    seen, compiled = _seen(room), room.document.compiled
    assert compiled is not None
    assert seen.lattice is not None
    x1, x2 = seen.lattice.points.T
    inputs = np.stack([x1**2, x1 * x2], axis=1)
    mapped = hidden_points(compiled.network, compiled.parameters, inputs, "h")
    assert seen.box.to_cube(mapped) == pytest.approx(seen.grid_mapped[:, :2])


def test_points_of_the_plane_have_z_0_at_the_next_unit(open_room: Open) -> None:
    room = open_room(network(generated("circles"), 3))
    seen, compiled = _seen(room), room.document.compiled
    assert compiled is not None
    assert seen.parting is not None
    layout = compiled.network.layout
    weights = layout.weights(compiled.parameters, "h", "o")[0]
    bias = layout.biases(compiled.parameters, "o")[0]
    points = np.random.default_rng(0).uniform(-1, 1, (20, 3))
    assert seen.parting.plane.values(points) == pytest.approx(points @ weights + bias)
    assert seen.plane is not None
    assert seen.plane.values(seen.box.to_cube(points)) == pytest.approx(points @ weights + bias)
    assert seen.parting.is_exact


def test_components_hold_the_plane_through_the_mean_and_say_so(open_room: Open) -> None:
    room = open_room(network(generated("spirals"), 8, 6))
    seen, compiled = _seen(room), room.document.compiled
    assert compiled is not None
    assert seen.aim.choice.kind == "three_components"
    outputs = _outputs(room, "h2")
    assert seen.axes.origin == pytest.approx(outputs.mean(axis=0))
    assert seen.parting is not None
    assert seen.parting.is_slice
    layout = compiled.network.layout
    weights = layout.weights(compiled.parameters, "h2", "o")[0]
    bias = layout.biases(compiled.parameters, "o")[0]
    in_plane = np.array([[0.3, -0.2, 0.5], [0.0, 0.0, 0.0]])
    whole = seen.axes.origin + in_plane @ seen.axes.directions
    assert seen.parting.plane.values(in_plane) == pytest.approx(whole @ weights + bias)
    assert "slice through the mean" in room.view.notes.text()


def test_two_of_many_units_hold_the_others_at_their_mean(open_room: Open) -> None:
    room = open_room(network(generated("spirals"), 5))
    room.view._choose_axes(AxesChoice("two_units", (3, 1)))
    seen, outputs = _seen(room), _outputs(room, "h")
    assert seen.coordinates == pytest.approx(outputs[:, [3, 1]])
    assert seen.axes.origin[[0, 2, 4]] == pytest.approx(outputs.mean(axis=0)[[0, 2, 4]])
    assert "slice through the mean" in room.view.notes.text()


def test_what_a_skip_link_adds_is_held_at_the_mean_and_said(open_room: Open) -> None:
    project = edits.add_link(network(generated("circles"), 2), "x", "o")
    room = open_room(project)
    seen, compiled = _seen(room), room.document.compiled
    assert compiled is not None
    assert seen.parting is not None
    assert seen.parting.holds_rest
    layout = compiled.network.layout
    constant = layout.biases(compiled.parameters, "o")[0]
    constant += layout.weights(compiled.parameters, "x", "o")[0] @ compiled.inputs.mean(axis=0)
    assert seen.parting.plane.offset == pytest.approx(constant)
    assert "other layers" in room.view.notes.text()


def test_xor_is_parted_by_one_line_after_two_units_and_it_is_counted(open_room: Open) -> None:
    room = open_room(solved_xor())
    seen = _seen(room)
    assert seen.parting is not None
    sides = seen.parting.plane.values(seen.coordinates) > 0
    assert sides.tolist() == [False, True, True, False]
    assert room.view.sentence.text() == "One line separates the classes: 4 of 4 right"
    assert not seen.wrong.any()


def test_a_wrong_sample_is_ringed_and_not_counted(open_room: Open) -> None:
    room = open_room(solved_xor())
    room.document.apply("", edits.set_bias, "o", 0, 10.0)
    seen = _seen(room)
    assert seen.parting is not None
    assert seen.wrong.tolist() == [True, False, False, True]
    sides = seen.parting.plane.values(seen.coordinates) > 0
    assert (sides == (seen.colours == 1)).sum() == seen.parting.right == 2
    assert room.view.sentence.text() == "The line of o₁ gets 2 of 4 right"


def test_a_linear_output_decides_where_it_passes_the_middle_of_the_targets(
    open_room: Open,
) -> None:
    room = open_room(network(generated("circles"), 2, output="linear"))
    seen = _seen(room)
    assert seen.parting is not None
    assert seen.parting.level == 0.5
    sides = seen.parting.plane.values(seen.coordinates) > 0
    assert (sides != (seen.colours == 1)).tolist() == seen.wrong.tolist()


def test_the_output_itself_shows_its_threshold(open_room: Open) -> None:
    room = open_room(solved_xor())
    room.view._choose_layer("o")
    seen = _seen(room)
    assert seen.coordinates == pytest.approx(_outputs(room, "o"))
    assert seen.parting is not None
    assert seen.parting.plane.values(np.array([[0.5]])) == pytest.approx(0.0)
    assert room.view.sentence.text() == "One threshold separates the classes: 4 of 4 right"


def test_several_classes_are_shown_without_a_count(open_room: Open) -> None:
    room = open_room(network(generated("blobs", classes=3), 3))
    seen = _seen(room)
    assert set(seen.colours.tolist()) == {0, 1, 2}
    assert seen.parting is not None
    assert not seen.parting.decides
    assert "z = 0" in room.view.sentence.text()
    room.view._choose_layer("o")
    assert _seen(room).parting is None
    assert "40 samples" in room.view.sentence.text()


def test_regression_of_one_column_is_a_curve_coloured_by_its_targets(open_room: Open) -> None:
    x = np.linspace(-1, 1, 20)[:, None]
    room = open_room(network(with_data(x, np.sin(3 * x)), 2, output="linear"))
    seen = _seen(room)
    assert seen.lattice is not None
    assert not seen.lattice.is_plane
    assert len(seen.grid_mapped) == len(seen.lattice.points)
    order = np.argsort(np.sin(3 * x[:, 0]))
    assert (np.diff(seen.colours[order]) >= 0).all()
    assert not seen.wrong.any()


def test_more_columns_have_no_grid_and_it_is_said(open_room: Open) -> None:
    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(30, 4))
    targets = (inputs[:, :1] > 0).astype(float)
    room = open_room(network(with_data(inputs, targets), 3))
    assert _seen(room).lattice is None
    assert "No grid: the data has 4 columns" in room.view.notes.text()


def test_many_samples_are_thinned_out_and_it_is_said(open_room: Open) -> None:
    room = open_room(network(generated("circles", samples=2500), 2))
    seen = _seen(room)
    assert 900 < len(seen.rows) <= 1000
    assert seen.coordinates == pytest.approx(_outputs(room, "h")[seen.rows])
    assert f"{len(seen.rows):,} of 2,500 samples are drawn" in room.view.notes.text()


def test_samples_for_testing_are_open(open_room: Open) -> None:
    room = open_room(network(generated("circles", test_fraction=0.25, seed=3), 2))
    samples = room.live.samples
    assert samples is not None
    assert np.flatnonzero(_seen(room).tested).tolist() == samples.test_rows.tolist()


@pytest.mark.parametrize("activation", ["sigmoid", "tanh"])
def test_bounded_outputs_stand_in_a_box_that_never_moves(open_room: Open, activation: str) -> None:
    room = open_room(network(generated("circles"), 2, activation=activation))
    before = _seen(room).box
    room.document.apply("", edits.set_weight, "x->h", 0, 0, 9.0)
    after = _seen(room).box
    assert (after.low == before.low).all()
    assert (after.high == before.high).all()
    assert _seen(room).ticks[0].tolist() == ([0.0, 1.0] if activation == "sigmoid" else [-1.0, 1.0])


def test_unbounded_outputs_all_stand_within_the_box(open_room: Open) -> None:
    room = open_room(network(generated("circles"), 3, activation="relu"))
    room.document.apply("", edits.set_weight, "x->h", 0, 0, 40.0)
    assert np.abs(_seen(room).mapped).max() <= 1.0
    assert np.abs(_seen(room).grid_mapped).max() <= 1.0


def test_a_column_that_never_varies_is_no_obstacle(open_room: Open) -> None:
    inputs = np.stack([np.linspace(0, 1, 8), np.full(8, 2.0)], axis=1)
    data = Dataset(("a", "b"), FrozenArray(inputs), FrozenArray(np.eye(2)[:, :1].repeat(4, 0)))
    project = network(edits.set_data(solved_xor().__class__(), data), 3)
    assert np.isfinite(_seen(open_room(project)).given).all()
