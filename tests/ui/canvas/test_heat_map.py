"""The weights of folded layers as a picture between them."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF

from mlp_studio.document.selection import Selected
from mlp_studio.project import edits
from mlp_studio.ui.canvas.heat_image import Shades, all_of, as_image, largest_of, step, strongest
from mlp_studio.ui.canvas.heat_maps import HeatMaps
from mlp_studio.ui.canvas.heat_place import matrix_in, place
from mlp_studio.ui.theme import load
from tests.ui.canvas.conftest import Studio, chain_project
from tests.ui.canvas.test_painting import colour_at, near, with_random_data

LINK = "x->h1"


def weights(rows: int, columns: int) -> np.ndarray:
    """Mostly weak weights, a strong one of each sign, and a zero."""
    matrix = np.full((rows, columns), 0.05)
    matrix[0, 0], matrix[1, 2], matrix[2, 1] = 1.0, -1.0, 0.0
    return matrix


@pytest.fixture
def folded(show) -> tuple[Studio, HeatMaps]:
    """20 inputs, of which 8 are drawn, into 3 units."""
    project = edits.set_weights(chain_project(20, 3, 1), LINK, weights(3, 20))
    studio = show(with_random_data(project))
    return studio, studio.view.heat_maps


def cell(maps: HeatMaps, j: int, k: int) -> QPointF:
    """The middle of a weight's cell in the scene."""
    item = maps.items[LINK]
    box, (rows, columns) = matrix_in(item.plate), item.matrix
    return QPointF(
        box.left() + (k + 0.5) * box.width() / columns, box.top() + (j + 0.5) * box.height() / rows
    )


@pytest.mark.parametrize("name", ["light", "dark"])
def test_colours_say_the_sign_and_zero_is_the_middle(qapp, name) -> None:
    theme = load(name)
    row = np.array([[-2.0, 0.0, 2.0, 9.0, np.nan]])
    colours = as_image(Shades(theme).of(row, None, 2.0))
    found = [colours.pixelColor(column, 0) for column in range(5)]
    assert found[0] == theme.negative
    assert found[1] == theme.panel
    assert found[2] == found[3] == theme.positive
    assert found[4] == Shades(theme).absent


def test_an_edge_that_does_not_exist_is_not_like_a_weight_of_zero(qapp) -> None:
    shades = Shades(load("light"))
    colours = shades.of(np.zeros((1, 2)), np.array([[True, False]]), 1.0)
    assert colours[0, 0] == shades.absent.rgb()
    assert colours[0, 1] == load("light").panel.rgb()


@pytest.mark.parametrize("steps", [(1, 1), (2, 3), (3, 2), (7, 50)])
def test_a_block_keeps_its_strongest_weight_with_its_sign(steps) -> None:
    matrix = np.random.default_rng(0).standard_normal((7, 10))
    found = strongest(matrix, steps)
    down, across = steps
    for row in range(found.shape[0]):
        for column in range(found.shape[1]):
            block = matrix[
                row * down : (row + 1) * down, column * across : (column + 1) * across
            ].ravel()
            assert found[row, column] == block[np.argmax(np.abs(block))]
    assert found.shape == (-(-7 // down), -(-10 // across))


def test_a_block_is_absent_only_if_all_of_it_is() -> None:
    absent = np.array([[True, True, True, False], [True, True, False, False]])
    assert all_of(absent, (2, 2)).tolist() == [[True, False]]


@pytest.mark.parametrize(("count", "most", "each"), [(784, 256, 4), (10, 256, 1), (257, 256, 2)])
def test_blocks_are_no_larger_than_needed(count, most, each) -> None:
    assert step(count, most) == each


def test_what_is_not_a_number_is_not_the_largest() -> None:
    assert largest_of(np.array([[np.nan, -3.0, np.inf, 2.0]])) == 3.0
    assert largest_of(np.array([[np.nan]])) == 0.0


def test_a_link_of_a_folded_layer_has_a_heat_map_and_others_have_none(folded) -> None:
    _, maps = folded
    assert maps.items.keys() == {LINK}
    assert maps.items[LINK].face.caption == "W 3×20"
    assert maps.items[LINK].face.most == "+1.0000"


def test_it_is_painted_over_the_edges_in_the_colours_of_its_weights(folded, theme) -> None:
    studio, maps = folded
    assert near(colour_at(studio, cell(maps, 0, 0)), theme.theme.positive)
    assert near(colour_at(studio, cell(maps, 1, 2)), theme.theme.negative)
    assert near(colour_at(studio, cell(maps, 2, 1)), theme.theme.panel)


def test_it_follows_the_theme(folded, theme) -> None:
    studio, maps = folded
    theme.set("dark")
    assert near(colour_at(studio, cell(maps, 0, 0)), theme.theme.positive)


def test_it_follows_a_training(folded, theme) -> None:
    studio, maps = folded
    vector = studio.document.compiled.parameters.copy()
    studio.view.show_parameters(vector)
    matrix = studio.document.compiled.network.layout.weights(vector, "x", "h1")
    matrix[0, 0] = -4.0
    studio.view.show_parameters(vector)
    image = maps.items[LINK].image
    assert image.pixelColor(0, 0) == theme.theme.negative
    assert maps.items[LINK].largest == 4.0
    studio.view.show_parameters(None)
    studio.figure.ensure_fresh()
    assert maps.items[LINK].image.pixelColor(0, 0) == theme.theme.positive


def test_an_absent_edge_shows(folded, theme) -> None:
    studio, maps = folded
    studio.document.apply("", edits.remove_edge, LINK, 0, 0)
    studio.figure.ensure_fresh()
    assert maps.items[LINK].image.pixelColor(0, 0) == Shades(theme.theme).absent
    assert maps.weight_at(cell(maps, 0, 0)) is None


@pytest.mark.parametrize(("j", "k"), [(0, 0), (2, 19), (1, 7)])
def test_a_point_says_which_weight_is_seen_there(folded, j, k) -> None:
    _, maps = folded
    assert maps.weight_at(cell(maps, j, k)) == (LINK, j, k)
    assert maps.link_at(cell(maps, j, k)) == LINK


def test_the_tooltip_names_the_weight_and_its_value(folded) -> None:
    _, maps = folded
    assert maps.explain(cell(maps, 1, 2)) == "w (h¹₂ ← x₃) = −1.0000"
    assert maps.explain(QPointF(-5000.0, 0.0)) == ""
    corner = maps.items[LINK].plate.topLeft() + QPointF(4.0, 4.0)
    assert maps.weight_at(corner) is None
    assert "→" in maps.explain(corner)


def test_where_a_pixel_stands_for_many_the_strongest_is_named(show) -> None:
    matrix = np.full((3, 784), 0.01)
    matrix[2, 401] = -0.5
    project = edits.set_weights(chain_project(784, 3, 1), LINK, matrix)
    maps = show(with_random_data(project)).view.heat_maps
    assert maps.items[LINK].steps[1] > 1
    near_it = cell(maps, 2, 402)
    assert maps.weight_at(near_it) == (LINK, 2, 401)
    assert "strongest" in maps.explain(near_it)


def test_an_unfolded_layer_shows_its_edges_instead(folded) -> None:
    studio, maps = folded
    item = maps.items[LINK]
    studio.figure.set_unfolded("x", True)
    assert not maps.items
    assert item.scene() is None
    studio.figure.set_unfolded("x", False)
    assert maps.items.keys() == {LINK}


def test_it_is_not_in_the_way_of_the_steps(folded) -> None:
    studio, maps = folded
    studio.step_to("forward", "h1", 0)
    assert not maps.items
    studio.cursor.to_start()
    studio.figure.ensure_fresh()
    assert maps.items.keys() == {LINK}


def test_it_can_be_switched_off(folded) -> None:
    _, maps = folded
    maps.set_shown(False)
    assert not maps.items
    maps.set_shown(True)
    assert maps.items.keys() == {LINK}


def test_a_selected_link_is_marked_on_its_heat_map(folded) -> None:
    studio, maps = folded
    studio.selection.set(Selected(links=frozenset({LINK})))
    studio.figure.ensure_fresh()
    assert maps.items[LINK].face.selected


def test_no_number_of_an_edge_is_cut_by_it(folded) -> None:
    studio, maps = folded
    studio.selection.set(Selected(links=frozenset({LINK})))
    studio.figure.ensure_fresh()
    plate = maps.items[LINK].plate
    assert studio.figure.labels.plates
    assert not any(each.box.intersects(plate) for each in studio.figure.labels.plates)


def test_it_covers_no_layer_and_no_other_heat_map(show) -> None:
    project = chain_project(784, 128, 64, 10)
    project = edits.add_link(edits.add_layer(project, "input", 30, layer_id="y"), "y", "h1")
    studio = show(project)
    maps = studio.view.heat_maps
    plates = [item.plate for item in maps.items.values()]
    assert len(plates) >= 3
    layers = [item.column.bounds.translated(item.pos()) for item in studio.figure.layers.values()]
    for number, plate in enumerate(plates):
        others = plates[:number] + plates[number + 1 :]
        assert not any(plate.intersects(box) for box in [*layers, *others])


def test_a_link_that_runs_around_layers_has_none(show) -> None:
    project = edits.add_link(chain_project(30, 20, 20), "x", "o")
    maps = show(project).view.heat_maps
    assert maps.items.keys() == {"x->h1", "h1->o"}


def test_before_the_network_is_complete_the_drawn_weights_are_shown(show) -> None:
    studio = show(chain_project(30, 4, 2))
    assert studio.document.compiled is None
    maps = studio.view.heat_maps
    drawn = edits.materialised_weights(studio.project, LINK).values
    assert maps.items[LINK].largest == pytest.approx(np.abs(drawn).max())


def test_a_gap_too_narrow_stays_free() -> None:
    left, right = QRectF(-40.0, -200.0, 80.0, 400.0), QRectF(100.0, -200.0, 80.0, 400.0)
    assert place(left, right, (4, 4), []) is None
    assert place(left, right.translated(60.0, 0.0), (4, 4), []) is not None


def test_it_steps_aside_for_what_stands_in_the_gap() -> None:
    left, right = QRectF(-40.0, -300.0, 80.0, 600.0), QRectF(260.0, -300.0, 80.0, 600.0)
    middle = place(left, right, (20, 20), [])
    other = QRectF(100.0, -30.0, 60.0, 60.0)
    aside = place(left, right, (20, 20), [other])
    assert middle.center().y() == 0.0
    assert not aside.intersects(other)
    assert place(left, right, (20, 20), [QRectF(40.0, -900.0, 220.0, 1800.0)]) is None
