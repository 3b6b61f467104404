"""The decision view: every colour, line and number against the network's own predictions."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import edits
from mlp_studio.project.model import Dataset, Project
from mlp_studio.ui.plots.plane.shading import MIDDLE, class_ramps, ramp
from tests.ui.plots.plane.conftest import (
    blobs,
    circles,
    four_columns,
    project_of,
    sine,
    surface,
)


def plane_points(view):
    side = view.resolution
    x0, x1, y0, y1 = view.section.extent
    x, y = np.meshgrid(np.linspace(x0, x1, side), np.linspace(y0, y1, side))
    return np.column_stack([x.ravel(), y.ravel()])


def far_from_samples(view):
    """A place of the plane that no sample is near."""
    x0, x1, y0, y1 = view.section.extent
    return x0 + 0.02 * (x1 - x0), y1 - 0.02 * (y1 - y0)


def test_the_map_has_the_shade_of_the_prediction_everywhere(show, theme):
    view, bench = show(circles())
    outputs = bench.predict(plane_points(view))[:, 0]
    expected = ramp(theme.theme)[np.floor(2 * MIDDLE * outputs + 0.5).astype(int)]
    np.testing.assert_array_equal(view.picture.colours.ravel(), expected)


def test_lines_are_at_the_quarters_and_the_threshold_which_is_strong(show):
    view, bench = show(circles())
    assert [line.level for line in view.picture.lines] == [0.25, 0.5, 0.75]
    assert [line.strong for line in view.picture.lines] == [False, True, False]
    found = [line for line in view.picture.lines if len(line.pieces)]
    assert found
    for line in found:
        ends = line.pieces.reshape(-1, 2)
        np.testing.assert_allclose(bench.predict(ends)[:, 0], line.level, atol=1e-3)


def test_targets_of_minus_one_have_their_threshold_at_zero(show):
    project = circles()
    data = project.data
    shifted = Dataset(data.columns, data.inputs, FrozenArray(2.0 * data.targets.values - 1.0))
    view, _ = show(edits.set_activation(edits.set_data(project, shifted), "o", "tanh"))
    assert [line.level for line in view.picture.lines] == [-0.5, 0.0, 0.5]


def test_of_several_classes_each_place_has_the_colour_of_the_largest_output(show, theme):
    view, bench = show(blobs())
    outputs = bench.predict(plane_points(view))
    labels = outputs.argmax(axis=1)
    ramps = class_ramps(theme.theme, 3)
    owners = [np.isin(view.picture.colours.ravel(), ramps[number]) for number in range(3)]
    for number in np.unique(labels):
        assert owners[number][labels == number].all()
    two = np.sort(outputs, axis=1)[:, -2:]
    boundary = np.concatenate([line.pieces for line in view.picture.lines]).reshape(-1, 2)
    ends = np.sort(bench.predict(boundary), axis=1)
    np.testing.assert_allclose(ends[:, 2], ends[:, 1], atol=1e-3)
    # The narrowest win is the palest.
    shade = [
        np.flatnonzero(ramps[labels[at]] == view.picture.colours.ravel()[at])[0]
        for at in ((two[:, 1] - two[:, 0]).argmin(), (two[:, 1] - two[:, 0]).argmax())
    ]
    assert shade[0] < shade[1]


def test_what_is_wrong_is_ringed(show):
    view, bench = show(circles())
    data = bench.document.project.data
    outputs = bench.predict(data.inputs.values)[:, 0]
    expected = (outputs > 0.5) != (data.targets.values[:, 0] > 0.5)
    assert expected.any()
    np.testing.assert_array_equal(view.plot.wrong, expected)


def test_samples_for_testing_are_told_apart(show):
    view, bench = show(circles(test=0.25))
    cloud = view.plot.cloud
    np.testing.assert_array_equal(cloud.rows[cloud.is_test], bench.live.samples.test_rows)
    assert [entry.text for entry in view.plot.face.legend] == [
        "0",
        "1",
        "open: for testing",
        "ringed: wrong",
        "in the stepper",
    ]


def test_clicking_a_sample_takes_it_to_the_stepper(show, click):
    view, bench = show(circles())
    row = 17
    click(view, *bench.document.project.data.inputs.values[row])
    assert bench.cursor.sample == row
    assert view.pin is None


def test_a_sample_for_testing_stays_out_of_the_stepper_and_the_view_says_why(show, click):
    view, bench = show(circles(test=0.25))
    row = int(bench.live.samples.test_rows[3])
    before = bench.cursor.sample
    click(view, *bench.document.project.data.inputs.values[row])
    assert bench.cursor.sample == before
    assert view.plot.status.startswith(f"Sample {row + 1} is set aside for testing")


def test_clicking_elsewhere_predicts_there_and_follows_the_weights(show, click, numbers):
    view, bench = show(circles())
    click(view, *far_from_samples(view))
    pin = view.pin
    expected = float(bench.predict([[pin.x, pin.y]])[0, 0])
    assert pin.lines[:3] == (
        f"x1 = {numbers.text(pin.x)}",
        f"x2 = {numbers.text(pin.y)}",
        f"o₁ = {numbers.text(expected)}",
    )
    assert pin.lines[3] == f"→ {int(expected > 0.5)}"
    bench.document.apply("Seed", edits.set_seed, 5)
    again = float(bench.predict([[pin.x, pin.y]])[0, 0])
    assert again != pytest.approx(expected, abs=1e-3)
    assert view.pin.lines[2] == f"o₁ = {numbers.text(again)}"


def test_a_second_click_or_esc_takes_the_pin_away(show, click, qtbot):
    view, _ = show(circles())
    place = far_from_samples(view)
    click(view, *place)
    click(view, *place)
    assert view.pin is None
    click(view, *place)
    assert view.pin is not None
    qtbot.keyClick(view.plot, Qt.Key.Key_Escape)
    assert view.pin is None


def test_arrows_move_a_crosshair_and_enter_does_as_a_click(show, qtbot):
    view, bench = show(circles())
    qtbot.keyClick(view.plot, Qt.Key.Key_Right)
    x, y = view.plot.looked_at
    x0, x1, _, _ = view.section.extent
    qtbot.keyClick(view.plot, Qt.Key.Key_Left)
    assert view.plot.looked_at == pytest.approx((x - 0.04 * (x1 - x0), y))
    assert view.plot.pointed_row is None
    qtbot.keyClick(view.plot, Qt.Key.Key_Return)
    assert (view.pin.x, view.pin.y) == pytest.approx(view.plot.looked_at)
    assert f"{bench.predict([list(view.plot.looked_at)])[0, 0]:.4f}" in view.plot.status


def test_pointing_at_a_sample_is_told_and_another_view_can_point_one_out(show, qtbot):
    view, bench = show(circles())
    told = []
    view.pointed.connect(told.append)
    place = bench.document.project.data.inputs.values[9]
    qtbot.mouseMove(view.plot, view.plot.frame.at(*place).toPoint())
    qtbot.mouseMove(view.plot, view.plot.frame.at(*far_from_samples(view)).toPoint())
    assert told == [9, None]
    plain = view.plot.grab().toImage()
    view.highlight(9)
    lit = view.plot.grab().toImage()
    assert lit != plain
    view.highlight(None)
    assert view.plot.grab().toImage() == plain


def test_the_steppers_sample_is_marked(show):
    view, bench = show(circles())
    before = view.plot.grab().toImage()
    bench.cursor.set_sample(30)
    assert view.plot.grab().toImage() != before


def test_a_curve_is_the_prediction_along_the_only_column(show):
    view, bench = show(sine())
    (curve,) = view.picture.curves
    np.testing.assert_allclose(
        curve.places[:, 1], bench.predict(curve.places[:, :1])[:, 0], rtol=1e-12
    )
    data = bench.document.project.data
    np.testing.assert_array_equal(view.plot.cloud.places[:, 1], data.targets.values[:, 0])
    assert view.plot.face.bar is None


def test_numbers_over_a_plane_have_round_lines_and_the_targets_own_scale(show, theme):
    view, bench = show(surface())
    targets = bench.document.project.data.targets.values
    reach = np.abs(targets).max()
    levels = [line.level for line in view.picture.lines]
    assert levels == [-2.0, 0.0, 2.0]
    middle = ramp(theme.theme)[MIDDLE]
    shown = view.picture.colours.ravel()
    outputs = bench.predict(plane_points(view))[:, 0]
    assert (shown[np.abs(outputs) < reach / 600] == middle).all()
    assert view.plot.cloud.scale.greatest == pytest.approx(reach)
    # The bar is never away.
    assert QColor(int(view.plot.face.bar.colours[-1, 0])) == QColor(int(ramp(theme.theme)[-2]))


def test_of_several_outputs_one_is_chosen(show, qtbot):
    view, bench = show(surface(outputs=2))
    assert view.output.isVisible()
    view.output.setCurrentIndex(1)
    view.output.activated.emit(1)
    targets = bench.document.project.data.targets.values[:, 1]
    # All are negative: the scale has its palest shade at the one nearest to 0.
    scale = view.plot.cloud.scale
    assert (scale.least, scale.greatest) == pytest.approx((targets.min(), targets.max()))
    assert scale.middle == scale.greatest
    assert view.plot.face.bar_name == "o₂"


def test_columns_that_are_not_shown_have_the_values_of_the_steppers_sample(show, numbers):
    view, bench = show(four_columns())
    assert view.columns.isVisible()
    view.columns.across.setCurrentIndex(3)
    view.columns.across.activated.emit(3)
    assert view.columns.pair == (3, 1)
    bench.cursor.set_sample(7)
    values = bench.document.project.data.inputs.values[7]
    a, c = numbers.text(values[0]), numbers.text(values[2])
    assert view.plot.face.note == f"As in sample 8: a = {a}, c = {c}"
    place = far_from_samples(view)
    view.plot.clicked.emit(*place, None)
    expected = bench.predict([[values[0], place[1], values[2], place[0]]])[0, 0]
    assert view.pin.lines[2] == f"o₁ = {numbers.text(float(expected))}"


def test_choosing_the_other_column_exchanges_the_two(show):
    view, _ = show(four_columns())
    view.columns.up.activated.emit(0)
    assert view.columns.pair == (1, 0)


def test_nothing_is_computed_out_of_sight_and_nothing_is_stale_when_it_is_back(show):
    view, bench = show(circles())
    before = view.picture
    view.hide()
    bench.document.apply("Seed", edits.set_seed, 5)
    assert view.picture is before
    view.show()
    assert view.picture is not before
    outputs = bench.predict(plane_points(view))[:, 0]
    assert view.picture.colours.ravel()[0] == _shade_of(view, outputs[0])


def _shade_of(view, output):
    colours = ramp(view._theme.theme)
    return colours[int(2 * MIDDLE * output + 0.5)]


def test_a_training_run_is_shown_while_it_goes_on(show, qtbot):
    view, bench = show(circles())
    seen = []
    bench.live.changed.connect(lambda: seen.append(view.picture))
    bench.run.start()
    qtbot.waitUntil(lambda: len({id(picture) for picture in seen}) > 3, timeout=10_000)
    running = view.resolution
    bench.run.pause()
    assert view.resolution >= running
    outputs = bench.predict(plane_points(view))[:, 0]
    shades = np.floor(2 * MIDDLE * outputs + 0.5).astype(int)
    np.testing.assert_array_equal(view.picture.colours.ravel(), ramp(view._theme.theme)[shades])


@pytest.mark.parametrize(
    "change",
    [
        lambda document: document.apply("Units", edits.set_units, "h1", 6),
        lambda document: document.apply("Loss", edits.set_activation, "h1", "relu"),
        lambda document: document.new(circles(samples=30)),
    ],
)
def test_another_network_is_drawn_at_once_and_so_is_undoing_it(show, change):
    view, bench = show(circles())
    change(bench.document)
    for _ in range(2):
        outputs = bench.predict(plane_points(view))[:, 0]
        assert view.picture.colours.ravel()[-1] == _shade_of(view, outputs[-1])
        assert len(view.plot.cloud) == len(bench.document.project.data.inputs)
        if bench.document.undo_stack.can_undo():
            bench.document.undo_stack.undo()


def test_a_network_with_problems_says_what_they_are(show):
    view, bench = show(circles())
    view.plot.clicked.emit(0.0, 0.0, None)
    bench.document.apply("Unlink", edits.remove_link, "h1->o")
    assert view.plot.face is None
    assert view.plot.empty == "Nothing flows into o: link a layer to it."
    bench.document.undo_stack.undo()
    assert view.plot.face is not None
    assert view.pin is None


def test_an_empty_project_says_that_it_is_empty(show):
    view, _ = show(Project())
    assert "The network is empty" in view.plot.empty
    assert "no data" in view.plot.empty


def test_many_samples_are_thinned_out_and_the_view_says_so(show):
    inputs = np.random.default_rng(0).normal(size=(9000, 2))
    project = circles()
    data = Dataset(("x1", "x2"), FrozenArray(inputs), FrozenArray((inputs[:, :1] > 0) * 1.0))
    view, _ = show(edits.set_data(project, data))
    drawn = len(view.plot.cloud)
    assert 5500 < drawn <= 6000
    assert view.plot.status == f"{drawn:,} of 9,000 samples are drawn."


def test_numbers_follow_their_format(show, click, numbers):
    view, _ = show(circles())
    click(view, *far_from_samples(view))
    numbers.set_digits(2)
    numbers.set_decimal_sign(",")
    assert view.pin.lines[0] == f"x1 = {numbers.text(view.pin.x)}"
    assert "," in view.pin.lines[0]


def test_while_a_run_goes_on_rings_follow_when_numbers_do(show, qtbot):
    view, bench = show(circles())
    before = view.plot.wrong.copy()
    bench.run.start()
    with qtbot.waitSignals([bench.live.readable] * 2, timeout=10_000):
        pass
    qtbot.waitUntil(lambda: not np.array_equal(view.plot.wrong, before), timeout=10_000)
    bench.run.pause()
    data = bench.document.project.data
    outputs = bench.predict(data.inputs.values)[:, 0]
    expected = (outputs > 0.5) != (data.targets.values[:, 0] > 0.5)
    np.testing.assert_array_equal(view.plot.wrong, expected)


def test_a_pin_does_not_outlive_its_plane(show):
    view, bench = show(circles())
    view.plot.clicked.emit(0.0, 0.0, None)
    assert view.pin is not None
    bench.document.new(blobs())
    assert view.pin is None


def test_outputs_without_a_value_are_drawn_as_such(show, theme):
    view, bench = show(surface())
    layout = bench.document.compiled.network.layout
    bench.document.apply("Weights", edits.set_parameters, layout, np.full(layout.size, 1e308))
    view.plot.clicked.emit(0.0, 0.0, None)
    view.plot.grab()
    shown = set(view.picture.colours.ravel().tolist())
    assert shown <= {int(ramp(theme.theme)[at]) for at in (0, MIDDLE, -2, -1)}
    assert view.pin.lines[2].split(" = ")[1] in ("∞", "−∞", "NaN")


def test_several_classes_along_one_column_are_curves_to_choose_from(show):
    x = np.linspace(-1.0, 1.0, 30)[:, None]
    project = project_of(x, np.eye(3)[np.arange(30) // 10], (1, 4, 3), output="softmax")
    view, bench = show(project)
    view.output.setCurrentIndex(2)
    view.output.activated.emit(2)
    (curve,) = view.picture.curves
    expected = bench.predict(curve.places[:, :1])[:, 2]
    np.testing.assert_allclose(curve.places[:, 1], expected, rtol=1e-12)
    assert view.plot.face.up == "o₃, target"
    assert view.plot.cloud.places[-1].tolist() == [1.0, 1.0]


def test_another_theme_recolours_everything_at_once(show, theme):
    view, bench = show(circles())
    theme.set("dark")
    output = bench.predict(plane_points(view)[:1])[0, 0]
    assert view.picture.colours[0, 0] == ramp(theme.theme)[int(2 * MIDDLE * output + 0.5)]
    assert QColor(view.plot.grab().toImage().pixel(1, 1)) == theme.theme.panel


def test_every_control_has_a_name_for_a_screen_reader(show):
    view, _ = show(four_columns())
    controls = (view.plot, view.output, view.columns.across, view.columns.up)
    assert all(control.accessibleName() for control in controls)
