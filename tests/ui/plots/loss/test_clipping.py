"""Lines end where their frame does."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.ui.plots.loss.clipping import clip


def test_a_line_that_leaves_the_frame_is_cut_where_it_crosses_the_edge() -> None:
    across, up = clip(np.array([0.0, 4.0]), np.array([0.0, 8.0]), (1.0, 10.0), (0.0, 6.0))
    drawn = np.isfinite(up)
    assert across[drawn] == pytest.approx([1.0, 3.0])
    assert up[drawn] == pytest.approx([2.0, 6.0])


def test_a_line_within_is_left_alone() -> None:
    line = np.array([1.0, 2.0, 3.0]), np.array([5.0, 4.0, 5.0])
    across, up = clip(*line, (0.0, 4.0), (0.0, 6.0))
    assert (across.tolist(), up.tolist()) == (line[0].tolist(), line[1].tolist())


def test_a_peak_over_the_edge_leaves_two_pieces() -> None:
    across, up = clip(np.array([0.0, 1.0, 2.0]), np.array([0.0, 2.0, 0.0]), (0.0, 2.0), (0.0, 1.0))
    assert across[np.isfinite(up)] == pytest.approx([0.0, 0.5, 1.5, 2.0])
    assert np.isnan(up[across == 1.0]).all()
