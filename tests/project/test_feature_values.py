"""Inputs of the network from columns that are in no data."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.scaling import Scaler
from mlp_studio.project import edits
from mlp_studio.project.feature_values import data_extent, input_values
from mlp_studio.project.fitting import network_inputs
from mlp_studio.project.model import Dataset, Project


def two_inputs() -> Project:
    """One layer with features between two that are dealt a column each."""
    project = Project()
    for layer, units in (("a", 1), ("f", 2), ("b", 1)):
        project = edits.add_layer(project, "input", units, layer_id=layer)
    return edits.set_features(project, "f", ("x1 * x2", "1 / x1"))


def test_samples_of_the_data_get_the_inputs_that_training_uses() -> None:
    rng = np.random.default_rng(0)
    values = rng.random((5, 2)) + 0.5
    data = Dataset(("x1", "x2"), FrozenArray(values), FrozenArray(np.zeros((5, 1))))
    inputs = input_values(two_inputs(), data.columns, values, Scaler.identity(4))
    np.testing.assert_array_equal(inputs, network_inputs(two_inputs(), data))


def test_a_formula_without_a_value_leaves_that_input_not_finite() -> None:
    inputs = input_values(
        two_inputs(), ("x1", "x2"), np.array([[0.0, 3.0], [2.0, 3.0]]), Scaler.identity(4)
    )
    assert not np.isfinite(inputs[0, 2])
    np.testing.assert_array_equal(inputs[1], [2.0, 6.0, 0.5, 3.0])
    np.testing.assert_array_equal(inputs[0, [0, 1, 3]], [0.0, 0.0, 3.0])


def test_the_extent_is_the_range_of_each_column_and_a_tenth_more() -> None:
    values = FrozenArray([[0.0, -10.0], [2.0, 10.0]])
    data = Dataset(("x1", "x2"), values, FrozenArray([[0.0], [1.0]]))
    assert data_extent(data) == pytest.approx((-0.2, 2.2, -12.0, 12.0))


def test_a_column_of_equal_values_is_still_a_plane() -> None:
    values = FrozenArray([[3.0, 0.0], [3.0, 1.0]])
    data = Dataset(("x1", "x2"), values, FrozenArray([[0.0], [1.0]]))
    assert data_extent(data) == pytest.approx((2.0, 4.0, -0.1, 1.1))
