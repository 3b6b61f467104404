"""The loss plot: a million points may cost at most three times what a thousand cost.

One turn is what a frame of a training run does: hand the whole history to the plot and paint it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtWidgets import QApplication

from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.curves import Curves
from mlp_studio.ui.theme import ThemeModel
from tests.benchmarks.harness import Row, Work, within

MANY, FEW = 1_000_000, 1_000
FACTOR = 3.0


def rows() -> Iterator[Row]:
    application = QApplication.instance() or QApplication([])
    many, few = _frame(MANY), _frame(FEW)
    yield within("loss plot, a frame at 10⁶ epochs against one at 10³", many, few, FACTOR)
    del application


def _frame(points: int) -> Work:
    """A falling, noisy loss of so many epochs, shown and painted."""
    plot = Curves(ThemeModel("light"), NumberFormat())
    plot.resize(900, 200)
    plot.show()
    epochs = np.arange(points, dtype=np.float64)
    noise = np.random.default_rng(0).normal(size=points)
    losses = np.exp(-epochs / points * 4.0) * (1.0 + 0.05 * noise)

    def frame() -> None:
        plot.show_losses(epochs, losses, None)
        plot.grab()

    return frame
