"""The moving average against the plain recursion it stands for."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.ui.plots.loss.smoothing import MovingAverage, decayed_sums


def plain(values: np.ndarray, keep: float) -> np.ndarray:
    """One value after the other, corrected by 1 − keepᵗ."""
    averages, total = [], 0.0
    for count, value in enumerate(values, start=1):
        total = keep * total + (1.0 - keep) * value
        averages.append(total / (1.0 - keep**count))
    return np.array(averages)


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("count", [1, 63, 64, 65, 5000])
def test_it_is_the_exponential_average_with_its_bias_corrected(keep: float, count: int) -> None:
    values = np.random.default_rng(0).uniform(0.1, 2.0, count)
    average = MovingAverage(keep)
    average.take(values)
    assert average.values == pytest.approx(plain(values, keep), rel=1e-12)


def test_in_pieces_it_is_the_same_as_at_once() -> None:
    values = np.random.default_rng(1).uniform(0.1, 2.0, 1000)
    whole, pieces = MovingAverage(0.97), MovingAverage(0.97)
    whole.take(values)
    for piece in np.split(values, [1, 7, 7, 300, 301, 640]):
        pieces.take(piece)
    assert pieces.values == pytest.approx(whole.values, rel=1e-12)


def test_of_a_constant_it_is_the_constant_from_the_first_value_on() -> None:
    average = MovingAverage(0.99)
    average.take(np.full(10_000, 0.25))
    assert average.values == pytest.approx(np.full(10_000, 0.25), rel=1e-12)


def test_what_is_not_finite_leaves_a_gap_and_no_trace() -> None:
    values = np.array([1.0, np.inf, np.nan, 3.0])
    average = MovingAverage(0.5)
    average.take(values)
    assert average.values[[0, 3]] == pytest.approx([1.0, (0.125 + 3.0) / 1.125])
    assert np.isnan(average.values[1:3]).all()


def test_sums_of_a_million_values_do_not_overflow_however_little_is_kept() -> None:
    sums = decayed_sums(np.ones(1_000_000), 0.01)
    assert sums[-1] == pytest.approx(1 / 0.99)
    assert np.isfinite(sums).all()
