"""The window while a small network trains flat out: does it stay fluent, and does training?"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from mlp_studio.document.document import Document
from mlp_studio.document.training import TrainingRun
from mlp_studio.engine import datasets
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import edits
from mlp_studio.project.model import Dataset, Generator, Project
from mlp_studio.ui.app import Studio, make_application
from tests.benchmarks.harness import Row
from tests.studio import new_settings, open_studio
from tests.ui.answers import Answers

SECONDS = 4.0
TURNS = 3


def spirals() -> Project:
    """2-8-8-1 tanh on spirals, in batches of ten."""
    generator = Generator("spirals", samples=200)
    columns, inputs, targets = datasets.make("spirals", 200, generator.noise, generator.seed)
    data = Dataset(tuple(columns), FrozenArray(inputs), FrozenArray(targets), generator)
    project = edits.add_layer(edits.set_data(Project(), data), "input", 2, layer_id="x")
    sizes = (("h1", 8, "tanh"), ("h2", 8, "tanh"), ("o", 1, "sigmoid"))
    before = "x"
    for name, units, activation in sizes:
        project = edits.add_layer(project, "dense", units, layer_id=name, activation=activation)
        project = edits.add_link(project, before, name)
        before = name
    return edits.set_training(project, batch_size=10, epochs=10**9)


def rows() -> Iterator[Row]:
    application = QApplication.instance() or make_application(["bench"])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        studio = stack.enter_context(
            open_studio(application, new_settings(folder), folder, Answers())
        )
        shares, gaps, canvas = [], [], []
        for _ in range(TURNS):
            alone = _speed_alone()
            with_window, frames, moves = _speed_in_window(studio)
            shares.append(with_window / alone)
            gaps += _gaps(frames)
            canvas += _gaps(moves)
    yield Row(
        "2-8-8-1 training flat out: p99 frame gap, ms", quantiles(gaps, n=100)[98], 33, "at_most"
    )
    yield Row(
        "2-8-8-1 training flat out: median gap of the canvas, ms", median(canvas), 50, "at_most"
    )
    yield Row("2-8-8-1 training with the window over alone", median(shares), 0.5, "at_least")


def _gaps(times: list[float]) -> list[float]:
    """Milliseconds from each to the next."""
    return [1000 * (later - sooner) for sooner, later in pairwise(times)]


def _speed_in_window(studio: Studio) -> tuple[float, list[float], list[float]]:
    """Epochs a second with the views of the Train perspective live.

    And when there was a frame, and when it was the canvas's turn (docs/adr/0014).
    """
    studio.document.new(spirals())
    studio.window.resize(1280, 800)
    studio.show()
    studio.actions["train"].trigger()
    _live(0.5)
    frames: list[float] = []
    moves: list[float] = []

    # Not when it is painted: where no pen, map or number is another, nothing has to be.
    links = [
        signal.connect(partial(_note, times))
        for signal, times in ((studio.run.advanced, frames), (studio.room.live.moved, moves))
    ]
    studio.run.start()
    start = perf_counter()
    _live(SECONDS)
    epochs = len(studio.run.history) / (perf_counter() - start)
    for link in links:
        QObject.disconnect(link)
    studio.run.pause()
    return epochs, frames, moves


def _note(times: list[float]) -> None:
    times.append(perf_counter())


def _speed_alone() -> float:
    """Epochs a second of the same run with no window to serve."""
    run = TrainingRun(Document(spirals()))
    run.start()
    start = perf_counter()
    assert run._worker is not None
    run._worker.join(SECONDS)
    epochs = len(run.history) / (perf_counter() - start)
    run.shutdown()
    return epochs


def _live(seconds: float) -> None:
    """Let the window live, asleep between events as it is in earnest."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()
