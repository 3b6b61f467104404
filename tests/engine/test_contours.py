"""Contour lines against grids whose lines are known."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mlp_studio.engine.contours import contour


def at(values, x, y):
    """The grid's value between its points, by bilinear interpolation."""
    column = min(int(x), values.shape[1] - 2)
    row = min(int(y), values.shape[0] - 2)
    across, up = x - column, y - row
    lower = (1 - across) * values[row, column] + across * values[row, column + 1]
    upper = (1 - across) * values[row + 1, column] + across * values[row + 1, column + 1]
    return (1 - up) * lower + up * upper


def test_a_line_through_a_cell_is_where_the_level_is_on_its_sides():
    pieces = contour(np.array([[0.0, 4.0], [0.0, 4.0]]), 1.0)
    # Above lies to the right, so the piece runs downward.
    assert pieces.tolist() == [[0.25, 1.0, 0.25, 0.0]]


def test_of_a_plane_the_contour_is_its_straight_line():
    columns, rows = np.meshgrid(np.arange(9.0), np.arange(7.0))
    pieces = contour(2.0 * columns - 3.0 * rows + 0.5, 1.0)
    x, y = pieces.reshape(-1, 2).T
    np.testing.assert_allclose(2.0 * x - 3.0 * y + 0.5, 1.0, atol=1e-12)
    assert len(pieces) > 8


def test_a_circle_closes_has_its_length_and_runs_round_what_is_above():
    side = np.linspace(-1.0, 1.0, 101)
    x, y = np.meshgrid(side, side)
    pieces = contour(0.25 - x**2 - y**2, 0.0) * 0.02 - 1.0
    steps = pieces[:, 2:] - pieces[:, :2]
    assert np.hypot(*steps.T).sum() == pytest.approx(np.pi, rel=1e-3)
    np.testing.assert_allclose(np.hypot(*pieces[:, :2].T), 0.5, atol=1e-3)
    assert (
        np.isclose(pieces[:, None, 2:], pieces[None, :, :2], atol=1e-9)
        .all(axis=2)
        .any(axis=1)
        .all()
    )
    # Counter-clockwise: the inside, which is above, is on the left.
    area = (pieces[:, 0] * steps[:, 1] - pieces[:, 1] * steps[:, 0]) / 2.0
    assert area.min() > -1e-12
    assert area.sum() == pytest.approx(np.pi / 4.0, rel=1e-3)


@pytest.mark.parametrize(
    ("values", "joined"),
    [([[1.0, -0.5], [-0.5, 1.0]], True), ([[0.5, -1.0], [-1.0, 0.5]], False)],
)
def test_the_centre_of_a_saddle_says_which_corners_belong_together(values, joined):
    pieces = contour(np.array(values), 0.0)
    assert len(pieces) == 2
    # Each piece cuts one corner off: a low one where the centre is high, else a high one.
    middles = pieces.reshape(-1, 2, 2).mean(axis=1)
    cut = {(round(x), round(y)) for x, y in middles.tolist()}
    assert cut == ({(1, 0), (0, 1)} if joined else {(0, 0), (1, 1)})


def test_the_other_saddle_is_its_mirror_image():
    values = np.array([[1.0, -0.5], [-0.5, 1.0]])
    mirrored = contour(values[:, ::-1], 0.0)
    mirrored[:, [0, 2]] = 1.0 - mirrored[:, [0, 2]]
    # Mirrored, left is right: the ends change places.
    both = [
        {tuple(np.round(piece, 12)) for piece in pieces}
        for pieces in (contour(values, 0.0), mirrored[:, [2, 3, 0, 1]])
    ]
    assert both[0] == both[1]


def test_a_plateau_at_the_level_is_drawn_once_at_its_upper_edge():
    values = np.array([[0.0, 1.0, 1.0, 2.0], [0.0, 1.0, 1.0, 2.0]])
    assert contour(values, 1.0).tolist() == [[2.0, 1.0, 2.0, 0.0]]
    assert contour(np.ones((4, 4)), 1.0).shape == (0, 4)


@pytest.mark.parametrize("hole", [np.nan, np.inf, -np.inf])
def test_cells_round_a_value_that_is_none_stay_empty(hole):
    values = np.tile(np.arange(5.0), (5, 1))
    values[2, 2] = hole
    pieces = contour(values, 1.5)
    # The line at x = 1.5 crosses four cells, two of which have the hole as a corner.
    assert sorted(pieces[:, 1::2].min(axis=1).tolist()) == [0.0, 3.0]
    assert (pieces[:, [0, 2]] == 1.5).all()


def test_a_grid_without_cells_is_refused():
    with pytest.raises(ValueError, match="2 rows"):
        contour(np.zeros((1, 5)), 0.0)


grids = arrays(
    np.float64,
    st.tuples(st.integers(2, 7), st.integers(2, 7)),
    elements=st.floats(-100.0, 100.0, width=32),
)


@given(grids, st.floats(-50.0, 50.0, width=32))
def test_both_ends_of_every_piece_interpolate_to_the_level(values, level):
    for x0, y0, x1, y1 in contour(values, level):
        assert at(values, x0, y0) == pytest.approx(level, abs=1e-9)
        assert at(values, x1, y1) == pytest.approx(level, abs=1e-9)


@given(grids, st.floats(-50.0, 50.0, width=32))
def test_lines_end_at_the_border_only(values, level):
    """Of every place where lines meet, as many arrive as leave."""
    balance: dict[tuple[float, float], int] = {}
    for x0, y0, x1, y1 in contour(values, level).tolist():
        balance[x0, y0] = balance.get((x0, y0), 0) + 1
        balance[x1, y1] = balance.get((x1, y1), 0) - 1
    rows, columns = values.shape
    for (x, y), surplus in balance.items():
        assert surplus == 0 or x in (0, columns - 1) or y in (0, rows - 1)
