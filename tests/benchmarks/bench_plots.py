"""The loss plot: a million points may cost at most three times what a thousand cost.

One turn is what a frame of a training run does: hand the whole history, which is a little longer
each time, to the plot and paint it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtWidgets import QApplication

from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.loss.curves import Curves
from mlp_studio.ui.plots.loss.markers import Marker
from mlp_studio.ui.theme import ThemeModel
from tests.benchmarks.harness import Row, Work, within

MANY, FEW = 1_000_000, 1_000
FACTOR = 3.0
_MORE = 10
"""Epochs that a frame brings, ..."""
_FRAMES = 10_000
"""... and so many frames until the history begins again."""
_KEEP = 0.9


def rows() -> Iterator[Row]:
    application = QApplication.instance() or QApplication([])
    yield _row("at rest", live=False, keep=0.0)
    yield _row("live", live=True, keep=0.0)
    yield _row("live, smoothed, with markers", live=True, keep=_KEEP)
    del application


def _row(name: str, *, live: bool, keep: float) -> Row:
    many, few = frame(MANY, live=live, keep=keep), frame(FEW, live=live, keep=keep)
    return within(f"loss plot, 10⁶ epochs against 10³: {name}", many, few, FACTOR)


def frame(points: int, *, live: bool, keep: float) -> Work:
    """Falling, noisy losses of so many epochs and a few more a frame, shown and painted."""
    plot = Curves(ThemeModel("light"), NumberFormat())
    plot.resize(900, 200)
    plot.show()
    total = points + _MORE * _FRAMES
    epochs = np.arange(total, dtype=np.float64)
    noise = np.random.default_rng(0).normal(size=(2, total))
    train, test = np.exp(-epochs / points * 4.0) * (1.0 + 0.05 * noise)
    if keep:
        plot.set_smoothing(keep)
        texts = ("η 0.1 → 0.03", "batch 10 → 32", "momentum 0 → 0.9")
        plot.set_markers([Marker(points * (0.2 + 0.2 * at), text) for at, text in enumerate(texts)])
    count = points

    def show() -> None:
        nonlocal count
        count = points if count + _MORE > total else count + _MORE
        plot.show_losses(epochs[:count], train[:count], test[:count], live=live)
        plot.grab()

    return show
