"""Confusion matrices and residuals, counted by hand and held to what must always be so."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from mlp_studio.engine.metrics import Classification, Regression, classify, measure, regress
from mlp_studio.engine.tasks import Task, score, task_of

BINARY = Task("binary", 2, 0.0, 1.0)
THREE = Task("multiclass", 3)


def column(*values: float) -> np.ndarray:
    return np.array(values)[:, None]


def test_a_binary_matrix_counted_by_hand() -> None:
    targets = column(0, 0, 0, 1, 1)
    found = measure(BINARY, column(0.1, 0.9, 0.2, 0.8, 0.4), targets)
    assert isinstance(found, Classification)
    assert found.confusion.tolist() == [[2, 1], [1, 1]]
    assert found.accuracy == 3 / 5
    assert found.precision == pytest.approx([2 / 3, 1 / 2])
    assert found.recall == pytest.approx([2 / 3, 1 / 2])
    assert found.f1 == pytest.approx([2 / 3, 1 / 2])
    assert found.support.tolist() == [3, 2]
    assert found.macro_f1 == pytest.approx((2 / 3 + 1 / 2) / 2)
    assert found.samples_in(0, 1).tolist() == [1]
    assert found.samples_in(0, 0).tolist() == [0, 2]


def test_rows_are_targets_and_columns_what_was_predicted() -> None:
    outputs = np.array([[0.2, 0.1, 0.7], [0.9, 0.1, 0.0], [0.1, 0.2, 0.7]])
    found = classify(THREE, outputs, np.eye(3)[[0, 0, 2]])
    assert found.confusion.tolist() == [[1, 0, 1], [0, 0, 0], [0, 0, 1]]


def test_what_would_be_0_over_0_is_nan_and_left_out_of_the_mean() -> None:
    found = classify(THREE, np.eye(3)[[0, 0, 0]], np.eye(3)[[0, 0, 1]])
    assert found.precision[0] == 2 / 3
    assert np.isnan(found.precision[1:]).all()
    assert found.recall[:2].tolist() == [1.0, 0.0]
    assert math.isnan(found.recall[2])
    assert found.f1[:2].tolist() == [0.8, 0.0]
    assert math.isnan(found.f1[2])
    assert (found.macro_precision, found.macro_recall, found.macro_f1) == (2 / 3, 0.5, 0.4)


def test_without_samples_there_are_no_figures() -> None:
    found = classify(BINARY, np.zeros((0, 1)), np.zeros((0, 1)))
    assert found.confusion.tolist() == [[0, 0], [0, 0]]
    assert all(map(math.isnan, (found.accuracy, found.macro_recall)))
    fit = regress(np.zeros((0, 1)), np.zeros((0, 1))).overall
    assert fit.largest_row is None
    assert math.isnan(fit.rmse)


def test_residuals_by_hand() -> None:
    found = measure(Task("regression"), column(1, 2, 5), column(1, 4, 4))
    assert isinstance(found, Regression)
    assert found.residuals[:, 0].tolist() == [0, 2, -1]
    fit = found.overall
    assert fit.rmse == pytest.approx(math.sqrt(5 / 3))
    assert fit.mae == 1.0
    assert (fit.largest, fit.largest_row) == (2.0, 1)
    assert fit.mean_residual == pytest.approx(1 / 3)
    assert fit.r_squared == pytest.approx(1 - 5 / 6)


def test_several_outputs_have_a_fit_each_and_one_over_all() -> None:
    outputs, targets = np.array([[0.0, 1.0], [1.0, 1.0]]), np.array([[0.0, 4.0], [1.0, 2.0]])
    found = regress(outputs, targets)
    assert [fit.r_squared for fit in found.outputs] == [1.0, 1 - 10 / 2]
    assert [fit.largest for fit in found.outputs] == [0.0, 3.0]
    assert (found.overall.largest, found.overall.largest_row) == (3.0, 0)
    assert found.overall.rmse == pytest.approx(math.sqrt(10 / 4))
    assert found.overall.mean_residual == 1.0
    later = regress(outputs[::-1], targets[::-1])
    assert later.overall.largest_row == 1


def test_what_diverged_is_said_and_not_passed_over() -> None:
    fit = regress(column(0.5, np.nan, 0.5), column(1, 2, 4)).overall
    assert fit.largest_row == 1
    assert all(map(math.isnan, (fit.largest, fit.rmse, fit.mae, fit.r_squared)))
    assert regress(column(0, np.inf), column(0, 1)).overall.largest == math.inf


def test_float32_is_measured_in_float64() -> None:
    outputs = column(0.1, 0.2).astype(np.float32)
    assert regress(outputs, column(0.1, 0.2)).residuals.dtype == np.float64


@given(st.data())
def test_a_matrix_counts_every_sample_once(data: st.DataObject) -> None:
    classes = data.draw(st.integers(2, 5))
    labels = np.array(data.draw(st.lists(st.integers(0, classes - 1), min_size=1, max_size=30)))
    outputs = data.draw(
        hnp.arrays(np.float64, (len(labels), classes), elements=st.floats(allow_nan=True))
    )
    task, targets = Task("multiclass", classes), np.eye(classes)[labels]
    found = classify(task, outputs, targets)
    assert (found.support == np.bincount(labels, minlength=classes)).all()
    assert found.accuracy == pytest.approx(found.confusion.trace() / len(labels))
    assert found.accuracy == pytest.approx(score(task, outputs, targets))
    cells = [len(found.samples_in(row, at)) for row in range(classes) for at in range(classes)]
    assert cells == found.confusion.ravel().tolist()
    for figures in (found.precision, found.recall, found.f1):
        defined = figures[~np.isnan(figures)]
        assert ((defined >= 0) & (defined <= 1)).all()


@given(
    hnp.arrays(
        np.float64,
        st.tuples(st.integers(1, 20), st.integers(1, 3), st.just(2)),
        # Rounded: squares of the tiniest would be 0.
        elements=st.floats(-1e3, 1e3).map(lambda value: round(value, 6)),
    )
)
def test_figures_of_residuals_agree_with_one_another(values: np.ndarray) -> None:
    outputs, targets = values[..., 0], values[..., 1]
    found, task = regress(outputs, targets), Task("regression")
    assert found.overall.r_squared == pytest.approx(score(task, outputs, targets), nan_ok=True)
    for at, fit in enumerate(found.outputs):
        expected = score(task, outputs[:, [at]], targets[:, [at]])
        assert fit.r_squared == pytest.approx(expected, nan_ok=True)
        assert fit.largest_row is not None
        assert abs(found.residuals[fit.largest_row, at]) == fit.largest
        assert abs(fit.mean_residual) <= fit.mae * (1 + 1e-9)
        assert fit.mae <= fit.rmse * (1 + 1e-9) + 1e-200
        assert fit.rmse <= fit.largest * (1 + 1e-9)
    mean_square = np.mean([fit.rmse**2 for fit in found.outputs])
    assert found.overall.rmse == pytest.approx(math.sqrt(mean_square))


def test_the_task_the_targets_ask_for_is_the_one_measured() -> None:
    targets = column(-1, 1, 1)
    found = measure(task_of(targets), column(-0.1, 0.1, -0.1), targets)
    assert isinstance(found, Classification)
    assert found.confusion.tolist() == [[1, 0], [1, 1]]
