"""Plates on edges: never one across another, nor across a unit."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from mlp_studio.document.selection import Selected
from mlp_studio.project import edits
from mlp_studio.ui.canvas.labels import Label, Line, place
from mlp_studio.ui.canvas.routes import Routes
from tests.ui.canvas.conftest import chain_project
from tests.ui.canvas.test_painting import with_random_data


def assert_nothing_overlaps(figure) -> None:
    boxes = [plate.box for plate in figure.labels.plates]
    for number, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[number + 1 :])
        for item in figure.layers.values():
            assert not any(box.intersects(obstacle) for obstacle in item.obstacles())


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


def test_what_is_computed_now_is_always_written_on_small_networks(xor) -> None:
    steps = xor.cursor.steps
    for index in range(len(steps)):
        xor.cursor.go_to(index)
        xor.figure.ensure_fresh()
        table, edges = xor.figure.table, xor.figure.edges
        lit = np.flatnonzero((edges.emphasis == 2) & ~table.is_bias)
        shown = {plate.label.edge for plate in xor.figure.labels.plates}
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


def label(edge: int, *, must: bool = False) -> Label:
    return Label(edge, (Line("+1.0", QColor("black")),), must=must)


def straight(*ends: tuple[float, float, float, float]) -> Routes:
    return Routes(np.array(ends), np.arange(len(ends) + 1))


NOTHING = np.zeros((0, 4))


def test_a_label_sits_in_the_middle_of_a_lonely_edge() -> None:
    (plate,) = place(
        [label(0)], np.array([[40.0, 20.0]]), straight((0, 0, 200, 0)), NOTHING, NOTHING
    )
    assert (plate.box.center().x(), plate.box.center().y()) == (100.0, 0.0)


def test_crossing_edges_are_labelled_away_from_the_crossing() -> None:
    routes = straight((0, 0, 200, 100), (0, 100, 200, 0))
    plates = place([label(0), label(1)], np.full((2, 2), (40.0, 20.0)), routes, NOTHING, NOTHING)
    assert len(plates) == 2
    assert all(abs(plate.box.center().x() - 100.0) > 20.0 for plate in plates)


def test_a_label_that_does_not_fit_is_left_out() -> None:
    wall = np.array([[-10.0, -50.0, 210.0, 50.0]])
    assert not place([label(0)], np.array([[40.0, 20.0]]), straight((0, 0, 200, 0)), wall, NOTHING)


def test_labels_that_must_be_seen_come_first() -> None:
    routes = straight((0, 0, 60, 0), (0, 2, 60, 2))
    sizes = np.full((2, 2), (50.0, 20.0))
    (plate,) = place([label(0), label(1, must=True)], sizes, routes, NOTHING, NOTHING)
    assert plate.label.edge == 1


def test_numbers_that_are_not_known_are_not_written(show) -> None:
    project = edits.set_weights(chain_project(2, 2, 1), "h1->o", [[0.5, 1.5]])
    studio = show(project)
    assert studio.texts() == {("h1->o", 0, 0): ["+0.5000"], ("h1->o", 0, 1): ["+1.5000"]}
