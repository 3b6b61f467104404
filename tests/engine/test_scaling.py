"""Scaling of inputs, and its way back."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mlp_studio.engine.scaling import Scaler, min_max, standard

tables = arrays(np.float64, (7, 3), elements=st.floats(-1e6, 1e6).map(lambda v: round(v, 3)))


@given(tables)
def test_standardised_columns_have_mean_0_and_deviation_1(values):
    scaled = standard(values).scaled(values)
    varies = np.ptp(values, axis=0) > 0
    np.testing.assert_allclose(scaled.mean(axis=0), 0.0, atol=1e-6)
    np.testing.assert_allclose(scaled.std(axis=0)[varies], 1.0, rtol=1e-6)
    assert (scaled[:, ~varies] == 0.0).all()


@given(tables)
def test_min_max_goes_from_0_to_1(values):
    scaled = min_max(values).scaled(values)
    varies = np.ptp(values, axis=0) > 0
    assert (scaled.min(axis=0) == 0.0).all()
    np.testing.assert_allclose(scaled.max(axis=0)[varies], 1.0)


@given(tables)
def test_the_way_back_leads_to_the_values(values):
    for scaler in (standard(values), min_max(values)):
        np.testing.assert_allclose(scaler.raw(scaler.scaled(values)), values, rtol=1e-9, atol=1e-6)


def test_nothing_to_scale_gives_the_very_array():
    values = np.ones((2, 2))
    assert Scaler.identity(2).scaled(values) is values
    assert Scaler.identity(2).raw(values) is values
