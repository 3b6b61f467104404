"""Units show themselves: maps are the probe's figures, bars the trace's, and nothing is stale."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.probe import Probe
from mlp_studio.project import edits
from mlp_studio.project.feature_values import data_extent
from mlp_studio.project.model import Dataset, Project
from mlp_studio.ui.canvas import pictures_item, unit_pictures
from mlp_studio.ui.canvas.backdrop import Backdrop
from mlp_studio.ui.canvas.heat_image import Shades
from mlp_studio.ui.canvas.output_bars import OutputBars
from mlp_studio.ui.canvas.output_scale import fixed_scale, scale_of
from mlp_studio.ui.canvas.response_maps import COARSEST, FINEST, ResponseMaps, affordable, levels
from tests.ui.canvas.conftest import chain_project, xor_project
from tests.ui.canvas.test_painting import near, with_random_data


def tanh_project() -> Project:
    """On inputs of both signs, so that a picture has both colours."""
    project = edits.set_activation(xor_project(), "h1", "tanh")
    inputs = FrozenArray([[-1, -1], [-1, 1], [1, -1], [1, 1]])
    data = Dataset(("x1", "x2"), inputs, FrozenArray([[0], [1], [1], [0]]))
    return edits.set_data(project, data)


def pixels(studio, layer: str, unit: int) -> NDArray[np.uint32]:
    """The picture of a unit as the item draws it, the upper end of the plane first."""
    maps = studio.figure.pictures.item.maps
    source = maps.source(layer, unit)
    image = maps.image.copy(source)
    # A copy: the buffer is the image's, which ends here.
    return np.array(image.constBits()).view(np.uint32).reshape(source.height(), source.width())


def responses(studio, resolution: int, parameters=None):
    compiled = studio.document.compiled
    probe = Probe(compiled.network, data_extent(studio.project.data), resolution)
    probe.run(compiled.parameters if parameters is None else parameters)
    return probe.maps


def leaning(colour: int) -> int:
    """−1 for a shade of orange, 1 for one of blue: the ends of the map in either theme."""
    red, _, blue, _ = QColor(colour).getRgb()
    return int(np.sign(blue - red))


# Maps ---------------------------------------------------------------------------------------


def test_every_pixel_has_the_shade_of_the_output_at_its_point(show, theme) -> None:
    studio = show(tanh_project())
    maps = studio.figure.pictures.item.maps
    outputs = responses(studio, maps.resolution)
    shades = Shades(theme.theme).table
    for layer, unit, scale in (("h1", 0, 1.0), ("h1", 1, 1.0), ("o", 0, 1.0), ("x", 0, None)):
        a = outputs[layer][unit][::-1]
        full = np.abs(a).max() if scale is None else scale
        expected = shades[np.floor(127.5 + 127 * np.clip(a / full, -1, 1)).astype(int)]
        np.testing.assert_array_equal(pixels(studio, layer, unit), expected)


def test_colours_lean_to_the_sign_of_the_output(show) -> None:
    studio = show(tanh_project())
    picture = pixels(studio, "h1", 0)
    a = responses(studio, len(picture))["h1"][0][::-1]
    for row, column in ((0, 0), (0, -1), (-1, 0), (-1, -1)):
        assert leaning(int(picture[row, column])) == np.sign(a[row, column])


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_map_is_seen_where_its_unit_is(show, theme, name) -> None:
    theme.set(name)
    studio = show(tanh_project())
    picture = pixels(studio, "h1", 1)
    at = studio.figure.layers["h1"]
    middle = at.pos() + at.column.centre(1)
    image = studio.view.grab().toImage()
    for dx, dy in ((-15.0, -15.0), (15.0, -15.0), (15.0, 15.0)):
        seen = image.pixelColor(studio.view.mapFromScene(middle + QPointF(dx, dy)))
        side = len(picture)
        row, column = (int((d / 44.5 + 0.5) * side) for d in (dy, dx))
        assert near(seen, QColor(int(picture[row, column])), most=12)


def test_an_output_of_0_has_the_colour_of_the_panel(theme) -> None:
    shades = Shades(theme.theme).table
    level = levels(np.zeros((1, 2, 2)), np.ones(1))
    assert set(shades[level].ravel().tolist()) == {theme.theme.panel.rgb()}


def test_what_has_no_value_has_a_colour_of_its_own() -> None:
    level = levels(np.array([[[np.nan, np.inf], [-np.inf, 0.5]]]), np.ones(1))
    assert level[0].tolist() == [[0, 191], [255, 254]]


def test_the_scale_is_1_for_bounded_activations_and_else_the_units_own(show) -> None:
    project = edits.set_activation(tanh_project(), "h1", "relu")
    project = edits.set_unit_activation(project, "h1", 1, "sine")
    fixed = fixed_scale(project.layer("h1"))
    assert np.isnan(fixed[0])
    assert fixed[1] == 1.0
    outputs = np.array([[0.0, 3.0, np.inf, np.nan], [0.1, 0.2, 0.3, 0.4]])
    assert scale_of(fixed, outputs).tolist() == [3.0, 1.0]
    assert scale_of(fixed, np.zeros((2, 4))).tolist() == [1.0, 1.0]
    assert np.isnan(fixed_scale(project.layer("x"))).all()


def test_features_of_two_columns_have_maps_too(show) -> None:
    project = edits.set_features(tanh_project(), "x", ("x1 * x2", "1 / x1"))
    studio = show(project)
    picture = pixels(studio, "x", 0)
    # x1·x2 is negative in the upper left corner and in the lower right one.
    signs = [leaning(int(picture[r, c])) for r in (0, -1) for c in (0, -1)]
    assert signs == [-1, 1, 1, -1]


def test_a_large_network_gets_coarser_maps(show) -> None:
    small = show(tanh_project()).document.compiled.network
    assert affordable(small, 5, 4e-3) == FINEST
    big = show(with_random_data(chain_project(2, 400, 400, 1))).document.compiled.network
    assert COARSEST <= affordable(big, 20, 4e-3) < affordable(big, 20, 40e-3) < FINEST


# Bars ---------------------------------------------------------------------------------------


def test_bars_are_the_outputs_of_the_trace(show) -> None:
    project = edits.set_activation(with_random_data(chain_project(3, 4, 2)), "h1", "tanh")
    studio = show(project)
    studio.cursor.set_sample(2)
    studio.figure.ensure_fresh()
    lengths = studio.figure.pictures.item.lengths
    trace, layout = studio.cursor.trace, studio.document.compiled.network.layout
    for layer in ("h1", "o"):
        np.testing.assert_allclose(lengths[layer], trace.a[layout.rows[layer], 0])
    inputs = studio.document.compiled.inputs
    np.testing.assert_allclose(lengths["x"], inputs[2] / np.abs(inputs).max(axis=0))


def test_a_bar_runs_right_for_a_positive_output_and_left_for_a_negative_one(show, theme) -> None:
    project = edits.set_activation(with_random_data(chain_project(3, 1, 1)), "h1", "tanh")
    for sign, colour in ((1.0, theme.theme.positive), (-1.0, theme.theme.negative)):
        weighted = edits.set_weights(project, "x->h1", [[sign * 5.0] * 3])
        studio = show(weighted)
        item = studio.figure.layers["h1"]
        at = item.pos() + QPointF(sign * 8.0, 10.5)
        image = studio.view.grab().toImage()
        assert near(image.pixelColor(studio.view.mapFromScene(at)), colour)
        other = image.pixelColor(studio.view.mapFromScene(at - QPointF(sign * 16.0, 0.0)))
        assert not near(other, colour)


def test_a_diverged_network_has_no_bars_rather_than_wrong_ones(show) -> None:
    project = edits.set_activation(with_random_data(chain_project(3, 4, 2)), "h1", "linear")
    studio = show(project)
    compiled = studio.document.compiled
    broken = np.full_like(compiled.parameters, np.nan)
    lengths = OutputBars(project, compiled).lengths(0, broken)
    assert np.isnan(lengths["h1"]).all()
    assert np.isfinite(lengths["x"]).all()


# Which, and when ----------------------------------------------------------------------------


def test_two_columns_make_maps_and_others_bars(show) -> None:
    assert show(tanh_project()).figure.pictures.picture == "map"
    assert show(with_random_data(chain_project(3, 2, 1))).figure.pictures.picture == "bar"


def test_the_mode_chooses(show) -> None:
    studio = show(tanh_project())
    for mode, picture in (("bar", "bar"), ("none", ""), ("map", "map"), ("auto", "map")):
        studio.figure.pictures.set_mode(mode)
        studio.figure.ensure_fresh()
        assert studio.figure.pictures.picture == picture
        assert studio.figure.layers["h1"].face.picture == picture


def test_there_are_no_maps_of_three_columns(show) -> None:
    studio = show(with_random_data(chain_project(3, 2, 1)))
    studio.figure.pictures.set_mode("map")
    studio.figure.ensure_fresh()
    assert studio.figure.pictures.picture == ""


def test_a_network_that_cannot_run_shows_plain_discs(show) -> None:
    studio = show(chain_project(2, 3, 1))
    assert studio.document.compiled is None
    assert shows_nothing(studio)


def shows_nothing(studio) -> bool:
    pictures = studio.figure.pictures
    return not pictures.picture and pictures.item.maps is None and not pictures.item.lengths


def test_numbers_rule_while_stepping(show) -> None:
    studio = show(tanh_project())
    studio.step_to("forward", "h1", 0)
    assert shows_nothing(studio)
    studio.cursor.to_start()
    studio.figure.ensure_fresh()
    assert studio.figure.pictures.picture == "map"


def edit_a_weight(studio) -> None:
    studio.document.apply("", edits.set_weight, "x->h1", 0, 0, -9.0)


def undo(studio) -> None:
    edit_a_weight(studio)
    studio.figure.ensure_fresh()
    studio.document.undo()


def change_the_activation(studio) -> None:
    studio.document.apply("", edits.set_activation, "h1", "relu")


def change_the_data(studio) -> None:
    data = Dataset(("x1", "x2"), FrozenArray([[-4, 0], [4, 1]]), FrozenArray([[0], [1]]))
    studio.document.apply("", edits.set_data, data)


def reset_the_weights(studio) -> None:
    studio.document.apply("", edits.reset_parameters)


def open_another(studio) -> None:
    project = edits.set_weight(tanh_project(), "x->h1", 1, 1, -4.0)
    studio.document.new(project)


@pytest.mark.parametrize(
    "change",
    [
        edit_a_weight,
        undo,
        change_the_activation,
        change_the_data,
        reset_the_weights,
        open_another,
    ],
)
def test_maps_are_never_stale(show, change: Callable) -> None:
    studio = show(tanh_project())
    change(studio)
    studio.figure.ensure_fresh()
    maps = studio.figure.pictures.item.maps
    compiled = studio.document.compiled
    shown = {layer: item.column.shown for layer, item in studio.figure.layers.items()}
    fresh = ResponseMaps(studio.project, compiled, shown, maps.resolution)
    fresh.fill(compiled.parameters, Shades(studio.theme.theme).table)
    assert maps.image == fresh.image


def test_a_network_that_breaks_loses_its_pictures_and_gets_them_back(show) -> None:
    studio = show(tanh_project())
    studio.document.apply("", edits.remove_link, "h1->o")
    studio.figure.ensure_fresh()
    assert shows_nothing(studio)
    studio.document.undo()
    studio.figure.ensure_fresh()
    assert studio.figure.pictures.picture == "map"


def test_another_theme_recolours_the_maps(show, theme) -> None:
    studio = show(tanh_project())
    before = pixels(studio, "h1", 0)
    theme.set("dark")
    studio.figure.ensure_fresh()
    assert (pixels(studio, "h1", 0) != before).any()
    theme.set("light")
    studio.figure.ensure_fresh()
    np.testing.assert_array_equal(pixels(studio, "h1", 0), before)


def test_another_sample_has_other_bars(show) -> None:
    studio = show(with_random_data(chain_project(3, 4, 2)))
    before = studio.figure.pictures.item.lengths["h1"].copy()
    studio.cursor.set_sample(1)
    studio.figure.ensure_fresh()
    assert (studio.figure.pictures.item.lengths["h1"] != before).any()


def test_a_selection_computes_no_map_anew(show, monkeypatch) -> None:
    studio = show(tanh_project())
    runs = []
    monkeypatch.setattr(Probe, "run", lambda *_: runs.append(1))
    studio.view.acts.select_all()
    studio.figure.ensure_fresh()
    assert not runs


def test_maps_follow_a_training_frame(show) -> None:
    studio = show(tanh_project())
    vector = np.array(studio.document.compiled.parameters)
    studio.view.show_parameters(vector)
    vector = vector.copy()
    vector[0] = -8.0
    for _ in range(unit_pictures.EVERY):
        studio.view.show_parameters(vector)
    picture = pixels(studio, "h1", 0)
    a = responses(studio, len(picture), vector)["h1"][0][::-1]
    expected = Shades(studio.theme.theme).table[np.floor(127.5 + 127 * a).astype(int)]
    np.testing.assert_array_equal(picture, expected)


def test_a_frame_that_came_too_soon_is_caught_up_with(show, qtbot, monkeypatch) -> None:
    # The share is so small that the next picture has to wait for a while.
    monkeypatch.setattr(unit_pictures, "SHARE", 0.01)
    studio = show(tanh_project())
    vector = np.array(studio.document.compiled.parameters)
    for weight in (1.0, 2.0, 3.0, -8.0):
        vector = vector.copy()
        vector[0] = weight
        studio.view.show_parameters(vector)
    a = responses(studio, len(pixels(studio, "h1", 0)), vector)["h1"][0][::-1]
    expected = Shades(studio.theme.theme).table[np.floor(127.5 + 127 * a).astype(int)]
    assert (pixels(studio, "h1", 0) != expected).any()
    qtbot.waitUntil(lambda: bool((pixels(studio, "h1", 0) == expected).all()))


def test_after_a_run_the_maps_are_the_documents_again(show) -> None:
    studio = show(tanh_project())
    before = pixels(studio, "h1", 0)
    vector = np.array(studio.document.compiled.parameters) + 3.0
    for _ in range(2):
        studio.view.show_parameters(vector)
    studio.view.show_parameters(None)
    studio.figure.ensure_fresh()
    np.testing.assert_array_equal(pixels(studio, "h1", 0), before)


# What is drawn ------------------------------------------------------------------------------


def test_only_exposed_units_get_a_bar(show, monkeypatch) -> None:
    studio = show(with_random_data(chain_project(784, 2, 1)))
    counts = []
    draw = pictures_item.draw_bars

    def counting(painter, bars, theme) -> None:
        counts.append(len(bars))
        draw(painter, bars, theme)

    monkeypatch.setattr(pictures_item, "draw_bars", counting)
    studio.figure.set_unfolded("x", True)
    studio.view.paper.zoom_reset()
    studio.view.centerOn(studio.figure.layers["x"].pos())
    studio.view.grab()
    assert 0 < counts[-1] < 30


def test_the_legend_says_what_the_colours_of_maps_mean(show) -> None:
    studio = show(tanh_project())
    backdrop = Backdrop(studio.figure, studio.theme, studio.view)
    texts = [entry.text for entry in backdrop.entries()]
    assert texts[-1] == "output of a unit over x₁, x₂"
    studio.figure.pictures.set_mode("bar")
    studio.figure.ensure_fresh()
    assert [entry.text for entry in backdrop.entries()][-1] == "output of a unit"
    studio.figure.pictures.set_mode("none")
    studio.figure.ensure_fresh()
    assert [entry.text for entry in backdrop.entries()] == ["negative weight", "positive weight"]
