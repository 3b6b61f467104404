"""A few of many samples stand for all of them."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.ui.spreading import spread_rows


def test_few_samples_are_all_there() -> None:
    assert spread_rows(5, 5).tolist() == [0, 1, 2, 3, 4]
    assert spread_rows(0, 5).tolist() == []


@pytest.mark.parametrize("samples", [1501, 3000, 10_000, 50_000, 999_983])
@pytest.mark.parametrize("classes", [2, 3, 6, 10])
def test_classes_that_take_turns_keep_their_shares(samples: int, classes: int) -> None:
    rows = spread_rows(samples, 1500)
    assert len(rows) > 1000
    assert (np.diff(rows) > 0).all()
    assert 0 <= rows[0] <= rows[-1] < samples
    shares = np.bincount(rows % classes, minlength=classes) / len(rows)
    assert shares == pytest.approx(np.full(classes, 1 / classes), abs=0.03)


def test_no_stretch_of_the_data_is_left_out() -> None:
    rows = spread_rows(50_000, 1000)
    assert np.diff(rows).max() < 150
