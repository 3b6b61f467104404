"""A run whose history a test writes itself, and the plot of it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlp_studio.document.run_log import LossHistory, ScoreHistory, SettingChange
from mlp_studio.engine.tasks import Task
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.loss import LossPlot
from mlp_studio.ui.theme import ThemeModel

NOTHING = np.empty(0)


class WrittenRun(QObject):
    """What the plot reads of a TrainingRun."""

    started = Signal()
    readable = Signal()
    finished = Signal(str)
    cleared = Signal()
    place_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.running = False
        self.history = LossHistory(NOTHING, NOTHING, NOTHING, NOTHING)
        self.scores = ScoreHistory(NOTHING, NOTHING, NOTHING, NOTHING)
        self.task: Task | None = Task("binary", 2)
        self.changes: tuple[SettingChange, ...] = ()
        self.shown_epoch: int | None = None

    def write(self, epochs: int, *, tested: bool = True, validated: bool = False) -> None:
        """Losses 1 / (1 + epoch), half of that on the test set, a third of it on validation."""
        at = np.arange(float(epochs))
        train = 1.0 / (1.0 + at)
        nothing = np.full(epochs, np.nan)
        test = train / 2 if tested else nothing
        self.history = LossHistory(at, train, test, train / 3 if validated else nothing)

    def write_scores(self, epochs: list[float], train: list[float], test: list[float]) -> None:
        nothing = np.full(len(epochs), np.nan)
        self.scores = ScoreHistory(np.array(epochs), np.array(train), np.array(test), nothing)


@pytest.fixture
def written(qapp: QApplication) -> WrittenRun:
    return WrittenRun()


@pytest.fixture
def shown(written: WrittenRun, theme: ThemeModel, numbers: NumberFormat, qtbot: QtBot) -> LossPlot:
    """The plot of that run, 900×300."""
    plot = LossPlot(run=written, theme=theme, numbers=numbers)  # type: ignore[arg-type]
    qtbot.addWidget(plot)
    plot.resize(900, 300)
    plot.show()
    return plot
