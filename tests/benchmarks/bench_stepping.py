"""Stepping through 64-64-64-10 in the whole window: canvas, calculation, step list, scrubber."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from mlp_studio.document.stepper import Granularity
from mlp_studio.ui.app import Studio, make_application
from tests.benchmarks.bench_canvas import large_project
from tests.benchmarks.harness import Row
from tests.studio import new_settings, open_studio
from tests.ui.answers import Answers

PLACES = 40
"""Here and there in the pass, where a step is measured."""
ANSWER_MS = 50.0
"""Within which an answer feels like one's own doing."""


def rows() -> Iterator[Row]:
    application = QApplication.instance() or make_application(["bench"])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_studio(application, new_settings(folder), folder, Answers()) as studio:
            studio.document.new(large_project())
            studio.window.resize(1440, 900)
            studio.show()
            studio.actions["step"].trigger()
            _live(1.5)  # the typesetter comes in after the first paint
            for granularity in ("term", "unit", "layer"):
                yield Row(
                    f"64-64-64-10 in the window: a step by {granularity}, median ms",
                    _step(studio, granularity),
                    ANSWER_MS,
                    "at_most",
                )
            yield Row(
                "64-64-64-10: opening the list by term over opening it by unit",
                _open_list(studio, "term") / _open_list(studio, "unit"),
                3.0,
                "at_most",
            )


def _step(studio: Studio, granularity: Granularity) -> float:
    """From the key to the picture, in milliseconds."""
    cursor = studio.cursor
    cursor.set_granularity(granularity)
    count = len(cursor.steps)
    times = []
    for place in range(0, count - 1, max(1, count // PLACES)):
        cursor.go_to(place)
        QApplication.processEvents()
        times.append(_timed(studio.actions["step_forward"].trigger))
    return 1000 * median(times)


def _open_list(studio: Studio, granularity: Granularity) -> float:
    """Coming to it from the list of layers, with the list in sight."""
    studio.window.bring("steps")
    cursor, times = studio.cursor, []
    for _ in range(PLACES):
        cursor.set_granularity("layer")
        cursor.to_start()
        QApplication.processEvents()
        times.append(_timed(lambda: cursor.set_granularity(granularity)))
    return median(times)


def _timed(act: Callable[[], object]) -> float:
    """Until the window has painted what came of it."""
    start = perf_counter()
    act()
    QApplication.processEvents()
    return perf_counter() - start


def _live(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()
