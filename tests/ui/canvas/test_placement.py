"""Where plates go along edges."""

import numpy as np

from mlp_studio.ui.canvas.placement import anchor, place
from mlp_studio.ui.canvas.routes import Routes

NOTHING = np.zeros((0, 4))


def straight(*ends: tuple[float, float, float, float]) -> Routes:
    return Routes(np.array(ends, dtype=float), np.arange(len(ends) + 1))


def centres(routes, *, size=(40.0, 20.0), must=None, obstacles=NOTHING, importance=None):
    """One plate on each edge: the middles of those that fit, by edge."""
    count = len(routes.first) - 1
    boxes = place(
        list(range(count)),
        np.full((count, 2), size),
        np.array(must if must is not None else [False] * count),
        routes,
        np.array(obstacles, dtype=float).reshape(-1, 4),
        NOTHING,
        importance,
    )
    return {n: ((b[0] + b[2]) / 2, (b[1] + b[3]) / 2) for n, b in boxes.items()}


def test_a_plate_sits_in_the_middle_of_a_lonely_edge() -> None:
    assert centres(straight((0, 0, 200, 0))) == {0: (100.0, 0.0)}


def test_crossing_edges_are_labelled_away_from_the_crossing() -> None:
    found = centres(straight((0, 0, 200, 100), (0, 100, 200, 0)))
    assert len(found) == 2
    assert all(abs(x - 100.0) > 20.0 for x, _ in found.values())


def test_an_edge_that_does_not_matter_may_be_hidden() -> None:
    routes = straight((0, 0, 200, 100), (0, 100, 200, 0))
    found = centres(routes, importance=np.array([1.0, 0.0]))
    assert found[0] == (100.0, 50.0)


def test_a_plate_that_does_not_fit_is_left_out() -> None:
    assert not centres(straight((0, 0, 200, 0)), obstacles=[(-10, -50, 210, 50)])


def test_a_plate_avoids_an_obstacle() -> None:
    ((x, _),) = centres(straight((0, 0, 200, 0)), obstacles=[(90, -10, 110, 10)]).values()
    assert abs(x - 100.0) >= 30.0


def test_plates_that_must_be_seen_come_first() -> None:
    routes = straight((0, 0, 60, 0), (0, 2, 60, 2))
    assert set(centres(routes, size=(50.0, 20.0), must=[False, True])) == {1}


def test_a_plate_does_not_take_the_only_place_of_another() -> None:
    # The first, long edge prefers the middle, which is all that the second has.
    routes = straight((0, 0, 400, 0), (150, 15, 250, 15))
    obstacles = [(100, 4, 175, 40), (225, 4, 300, 40)]
    found = centres(routes, size=(46.0, 20.0), must=[True, True], obstacles=obstacles)
    assert set(found) == {0, 1}


def test_a_plate_never_hides_a_crowd() -> None:
    crowd = [(100 + 4 * n, -50, 100 + 4 * n, 50) for n in range(-30, 31)]
    assert 0 not in centres(straight((0, 0, 200, 0), *crowd))
    assert 0 in centres(straight((0, 0, 200, 0), *crowd), must=[True] + [False] * len(crowd))


def test_a_plate_that_must_be_seen_stands_beside_an_edge_without_room() -> None:
    routes, wall = straight((0, 0, 200, 0)), np.array([[-10.0, -30.0, 210.0, 30.0]])
    args = ([0], np.array([[40.0, 20.0]]), np.array([True]), routes, wall, NOTHING)
    assert not place(*args)
    box = place(*args, beside=1)[0]
    assert box[3] <= -30.0 or box[1] >= 30.0
    point = anchor(0, box, routes)
    assert point is not None
    assert point[1] == 0.0


def test_a_plate_on_its_edge_needs_no_line() -> None:
    routes = straight((0, 0, 200, 0))
    assert anchor(0, np.array([80.0, -10.0, 120.0, 10.0]), routes) is None
