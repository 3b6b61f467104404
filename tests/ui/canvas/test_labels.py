"""Plates on edges: never one across another, nor across a unit."""

import numpy as np
import pytest

from mlp_studio.document.selection import Selected
from mlp_studio.project import edits
from mlp_studio.ui.canvas.lettering import enlargement, signed
from mlp_studio.ui.canvas.plating import MOST_IN_CROWD
from tests.ui.canvas.conftest import chain_project, xor_project
from tests.ui.canvas.test_painting import with_random_data


def assert_nothing_overlaps(figure) -> None:
    boxes = [plate.box for plate in figure.labels.plates]
    scale = enlargement(figure.views()[0].transform().m11())
    for number, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[number + 1 :])
        for item in figure.layers.values():
            assert not any(box.intersects(obstacle) for obstacle in item.obstacles(scale))


def test_plates_never_overlap_at_any_step_of_xor(xor) -> None:
    for index in range(-1, len(xor.cursor.steps)):
        xor.cursor.go_to(index)
        xor.figure.ensure_fresh()
        assert_nothing_overlaps(xor.figure)
        assert xor.figure.labels.plates


@pytest.mark.parametrize("digits", [2, 6])
def test_plates_never_overlap_with_few_or_many_digits(xor, digits) -> None:
    xor.numbers.set_digits(digits)
    for index in range(-1, len(xor.cursor.steps), 2):
        xor.cursor.go_to(index)
        xor.figure.ensure_fresh()
        assert_nothing_overlaps(xor.figure)


def test_plates_never_overlap_in_a_wide_network_with_a_skip(show) -> None:
    project = edits.add_link(chain_project(2, 8, 8, 3), "x", "h2")
    studio = show(with_random_data(project))
    for index in range(-1, len(studio.cursor.steps), 5):
        studio.cursor.go_to(index)
        studio.figure.ensure_fresh()
        assert_nothing_overlaps(studio.figure)


def test_every_weight_of_a_small_network_is_on_its_edge(xor) -> None:
    assert xor.texts() == {
        ("x->h1", 0, 0): ["+0.5000"],
        ("x->h1", 0, 1): ["−0.2500"],
        ("x->h1", 1, 0): ["−1.0000"],
        ("x->h1", 1, 1): ["+0.7500"],
        ("h1->o", 0, 0): ["+1.0000"],
        ("h1->o", 0, 1): ["−0.5000"],
    }


@pytest.mark.parametrize("sizes", [(2, 2, 1), (2, 2, 2), (3, 4, 2)])
def test_what_is_computed_now_is_always_written_on_small_networks(show, sizes) -> None:
    studio = show(with_random_data(chain_project(*sizes)))
    steps = studio.cursor.steps
    for index in range(len(steps)):
        studio.cursor.go_to(index)
        studio.figure.ensure_fresh()
        table, edges = studio.figure.table, studio.figure.edges
        lit = np.flatnonzero((edges.emphasis == 2) & ~table.is_bias)
        shown = {plate.label.edge for plate in studio.figure.labels.plates}
        assert set(lit.tolist()) <= shown, steps[index]


def test_a_crowded_link_is_labelled_only_for_the_selected_unit(show) -> None:
    studio = show(with_random_data(chain_project(2, 8, 8, 1)))
    assert not any(edge[0] == "h1->h2" for edge in studio.texts())
    studio.selection.set(Selected(units=frozenset({("h2", 4)})))
    studio.figure.ensure_fresh()
    labelled = [edge for edge in studio.texts() if edge[0] == "h1->h2"]
    assert len(labelled) >= 6
    assert all(j == 4 for _, j, _ in labelled)


def test_the_numbers_setting_is_followed(xor) -> None:
    xor.numbers.set_digits(2)
    xor.numbers.set_decimal_sign(",")
    xor.figure.ensure_fresh()
    assert xor.texts()["x->h1", 0, 1] == ["−0,25"]


@pytest.mark.parametrize("apart", [84, 124, 220])
def test_every_edge_of_a_small_network_is_labelled_however_close_its_layers(show, apart) -> None:
    places = {"x": (0.0, 0.0), "h1": (float(apart), 0.0), "o": (2.0 * apart, 0.0)}
    studio = show(edits.move_layers(xor_project(), places))
    for index in range(-1, len(studio.cursor.steps)):
        studio.cursor.go_to(index)
        studio.figure.ensure_fresh()
        assert len(studio.texts()) == 6
        assert_nothing_overlaps(studio.figure)


def test_the_gradient_is_written_on_every_edge_that_gets_one(show) -> None:
    places = {"x": (0.0, 0.0), "h1": (124.0, 0.0), "o": (248.0, 0.0)}
    studio = show(edits.move_layers(xor_project(), places))
    studio.step_to("backward", "h1", 1)
    table, texts = studio.figure.table, studio.texts()
    gradients = studio.cursor.trace.gradient
    for k in range(2):
        row = table.find("x->h1", 1, k)
        number = studio.numbers.text(abs(float(gradients[table.parameter[row]])))
        assert any(number in line for line in texts["x->h1", 1, k])
        assert any("∂L/∂w" in line for line in texts["x->h1", 1, k])


def test_drawn_weights_are_written_before_the_network_is_finished(show) -> None:
    project = edits.set_weights(chain_project(2, 2, 1), "h1->o", [[0.5, 1.5]])
    studio = show(project)
    assert studio.document.compiled is None
    drawn = edits.materialised_weights(project, "x->h1").values
    assert len(studio.texts()) == 6
    assert studio.texts()["h1->o", 0, 0] == ["+0.5000"]
    expected = signed(studio.numbers, float(drawn[1, 0]))
    assert studio.texts()["x->h1", 1, 0] == [expected]
    assert studio.figure.edges.buckets.any()


@pytest.mark.parametrize("granularity", ["term", "unit"])
def test_plates_never_overlap_from_far_away(show, granularity) -> None:
    studio = show(with_random_data(chain_project(3, 5, 4, 2)))
    studio.cursor.set_granularity(granularity)
    for _ in range(5):
        studio.view.zoom_out()
    for index in range(0, len(studio.cursor.steps), 9):
        studio.cursor.go_to(index)
        studio.view.grab()
        assert_nothing_overlaps(studio.figure)


def test_of_very_many_lit_edges_those_that_carry_most_are_labelled(show) -> None:
    studio = show(with_random_data(chain_project(8, 8, 8, 2)))
    studio.cursor.set_granularity("layer")
    studio.cursor.go_to(1)
    studio.figure.ensure_fresh()
    assert_nothing_overlaps(studio.figure)
    shown = [plate.label.edge for plate in studio.figure.labels.plates]
    carried = np.abs(studio.figure.wording.carried)
    assert 0 < len(shown) <= MOST_IN_CROWD
    assert carried.argmax() in shown
