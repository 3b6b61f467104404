"""Thinned curves look as the whole ones do."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from mlp_studio.ui.plots.loss.thinning import thin


def test_few_points_stay_as_they_are() -> None:
    across = np.arange(10.0)
    thinned = thin(across, across**2, np.linspace(0.0, 9.0, 50))
    assert np.array_equal(thinned[0], across)
    assert np.array_equal(thinned[1], across**2)


def test_of_each_bin_the_lowest_and_the_highest_are_kept() -> None:
    across = np.arange(100_000.0)
    up = np.random.default_rng(0).normal(size=100_000)
    edges = np.linspace(0.0, 99_999.0, 101)
    x, y = thin(across, up, edges)
    assert len(x) <= 2 * len(edges) + 2
    assert (np.diff(x) >= 0).all()
    for low, high in pairwise(edges):
        bin_of_all = up[(across >= low) & (across < high)]
        bin_of_thinned = y[(x >= low) & (x < high)]
        assert bin_of_thinned.min() == bin_of_all.min()
        assert bin_of_thinned.max() == bin_of_all.max()


def test_a_falling_curve_still_falls() -> None:
    across = np.arange(10_000.0)
    _, y = thin(across, -across, np.linspace(0.0, 9_999.0, 101))
    assert (np.diff(y) <= 0).all()


def test_of_a_part_in_view_one_point_beyond_each_edge_is_kept() -> None:
    across = np.arange(100.0)
    x, _ = thin(across, across, np.linspace(20.5, 30.5, 500))
    assert x[0] == 20.0
    assert x[-1] == 31.0


def test_gaps_hide_no_peak() -> None:
    across = np.arange(10_000.0)
    up = np.ones(10_000)
    up[4000:5001] = np.nan
    up[7777] = 9.0
    _, y = thin(across, up, np.linspace(0.0, 9_999.0, 51))
    assert np.nanmax(y) == 9.0
    assert np.isnan(y).any()
