"""Which part of the curves is in view on its own."""

from __future__ import annotations

import math

import pytest

from mlp_studio.ui.plots.loss.following import Following, loss_span, score_span


def test_a_logarithmic_span_goes_from_half_decade_to_half_decade() -> None:
    assert loss_span(0.02, 0.7, logarithmic=True) == (-2.0, 0.0)
    assert loss_span(0.2, 0.2, logarithmic=True) == (-1.0, -0.5)


def test_without_a_loss_above_0_there_is_a_span_all_the_same() -> None:
    assert loss_span(math.inf, 0.0, logarithmic=True) == (-1.0, 0.0)
    assert loss_span(math.inf, 0.0, logarithmic=False) == (0.0, 1.0)


def test_logarithmic_epochs_begin_at_the_first() -> None:
    low, high = Following().across(1000.0, live=False, logarithmic=True)
    assert low == pytest.approx(-0.03)
    assert high == pytest.approx(3.0)
    assert Following().across(0.0, live=False, logarithmic=True)[1] > 0.0


def test_scores_are_seen_from_0_to_1_and_r2_a_little_below() -> None:
    assert score_span(0.0) == pytest.approx((-0.06, 1.06))
    assert score_span(-0.3) == pytest.approx((-0.59, 1.09))
    assert score_span(-50.0) == pytest.approx((-1.12, 1.12))
