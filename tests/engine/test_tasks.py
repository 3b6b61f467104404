"""What targets ask for, and how well outputs answer."""

from __future__ import annotations

import math

import numpy as np
import pytest

from mlp_studio.engine.tasks import Task, score, task_of


def column(*values: float) -> np.ndarray:
    return np.array(values)[:, None]


def test_a_column_of_two_values_asks_for_one_of_two_classes() -> None:
    assert task_of(column(0, 1, 1, 0)) == Task("binary", 2, 0.0, 1.0)
    task = task_of(column(-1, 1))
    assert task.threshold == 0.0
    assert task.labels(column(-0.2, 0.2, np.nan)).tolist() == [0, 1, 0]


def test_rows_with_a_single_1_ask_for_one_of_several_classes() -> None:
    task = task_of(np.eye(3))
    assert task == Task("multiclass", 3)
    assert task.labels(np.array([[0.1, 0.7, 0.2], [np.nan, 0.0, 1.0]])).tolist() == [1, 2]


@pytest.mark.parametrize(
    "targets",
    [column(0.1, 0.5, 0.9), column(1, 1), np.array([[1.0, 1.0], [0.0, 1.0]]), np.zeros((0, 1))],
)
def test_all_else_is_regression(targets: np.ndarray) -> None:
    task = task_of(targets)
    assert task.kind == "regression"
    with pytest.raises(ValueError, match="no classes"):
        task.labels(targets)


def test_accuracy_counts_and_r_squared_compares_with_the_mean() -> None:
    binary = task_of(column(0, 1))
    assert score(binary, column(0.2, 0.4, 0.9, 0.1), column(0, 1, 1, 0)) == 0.75
    numbers = task_of(column(1, 2, 3))
    assert score(numbers, column(1, 2, 3), column(1, 2, 3)) == 1.0
    assert score(numbers, column(2, 2, 2), column(1, 2, 3)) == 0.0
    assert score(numbers, column(1, 2, 4), column(1, 2, 3)) == 0.5
    assert math.isnan(score(numbers, column(1, 1), column(2, 2)))
    assert math.isnan(score(binary, np.zeros((0, 1)), np.zeros((0, 1))))
