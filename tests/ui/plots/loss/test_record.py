"""The record takes what is new, and notices that a history is another one."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.ui.plots.loss.record import Record

EPOCHS = np.arange(5000.0)
LOSSES = np.exp(-EPOCHS / 1000.0)


def test_a_history_that_grows_is_followed_to_its_last_value() -> None:
    record = Record()
    record.smooth(0.9)
    for count in (1, 2, 1024, 1025, 5000):
        record.take(EPOCHS[:count], LOSSES[:count], 2 * LOSSES[:count])
        assert np.array_equal(record.epochs, EPOCHS[:count])
        assert np.array_equal(record.train.values, LOSSES[:count])
        assert np.array_equal(record.test.values, 2 * LOSSES[:count])
        assert len(record.train.smoothed) == count
    assert (record.train.lowest, record.train.highest) == (LOSSES[-1], 1.0)


@pytest.mark.parametrize(
    ("train", "test"),
    [
        (LOSSES[:100], None),
        (np.concatenate([LOSSES[:2000], 0.5 * LOSSES[2000:]]), None),
        (LOSSES, LOSSES),
    ],
    ids=["cut", "a branch", "with a test set"],
)
def test_of_another_history_nothing_old_stays(train: np.ndarray, test: np.ndarray | None) -> None:
    record = Record()
    record.take(EPOCHS, LOSSES, None)
    record.take(EPOCHS[: len(train)], train, test)
    assert np.array_equal(record.train.values, train)
    assert record.is_tested == (test is not None)
    assert record.train.lowest == train.min()


def test_the_lowest_loss_is_one_a_logarithm_can_show() -> None:
    record = Record()
    record.take(EPOCHS[:4], np.array([2.0, 0.0, np.inf, 0.5]), None)
    assert (record.train.lowest, record.train.highest) == (0.5, 2.0)


@pytest.mark.parametrize(
    ("epoch", "place"), [(-5.0, 0), (0.4, 0), (14.9, 1), (15.1, 2), (20.0, 2), (99.0, 2)]
)
def test_the_nearest_epoch_is_found(epoch: float, place: int) -> None:
    record = Record()
    record.take(np.array([0.0, 10.0, 20.0]), np.ones(3), None)
    assert record.nearest(epoch) == place
