"""Networks and data that the views over the plane are shown with."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.live import LiveWeights
from mlp_studio.document.stepper import StepCursor
from mlp_studio.document.training import TrainingRun
from mlp_studio.engine import datasets
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import edits
from mlp_studio.project.model import Dataset, Project
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.plane import DecisionView
from mlp_studio.ui.theme import ThemeModel


def project_of(inputs, targets, sizes, *, output="sigmoid", test=0.0, names=None) -> Project:
    """Layers x, h1 …, o of these sizes, tanh within, every weight drawn."""
    columns = names or tuple(f"x{number + 1}" for number in range(inputs.shape[1]))
    project = edits.set_data(Project(), Dataset(columns, FrozenArray(inputs), FrozenArray(targets)))
    layers = ["x", *[f"h{number}" for number in range(1, len(sizes) - 1)], "o"]
    for number, (layer, units) in enumerate(zip(layers, sizes, strict=True)):
        kind = "dense" if number else "input"
        activation = output if layer == "o" else "tanh"
        project = edits.add_layer(project, kind, units, layer_id=layer, activation=activation)
        if number:
            project = edits.add_link(project, layers[number - 1], layer)
    return edits.set_training(project, epochs=5000, test_fraction=test, seed=2)


def circles(samples: int = 60, test: float = 0.0) -> Project:
    _, inputs, targets = datasets.make("circles", samples, 0.1, 0)
    return project_of(inputs, targets, (2, 4, 1), test=test)


def blobs() -> Project:
    _, inputs, targets = datasets.make("blobs", 60, 0.2, 0, classes=3)
    return project_of(inputs, targets, (2, 4, 3), output="softmax")


def sine() -> Project:
    x = np.linspace(-3.0, 3.0, 40)[:, None]
    return project_of(x, np.sin(x), (1, 4, 1), output="linear")


def surface(outputs: int = 1) -> Project:
    inputs = np.random.default_rng(0).uniform(-2.0, 2.0, (50, 2))
    targets = np.column_stack([inputs.sum(axis=1), inputs[:, 0] - 5.0])[:, :outputs]
    return project_of(inputs, targets, (2, 4, outputs), output="linear")


def four_columns() -> Project:
    inputs = np.random.default_rng(0).normal(size=(40, 4))
    targets = (inputs[:, :1] + inputs[:, 3:] > 0.0).astype(float)
    return project_of(inputs, targets, (4, 3, 1), names=("a", "b", "c", "d"))


class Bench:
    """A document with everything that a view of learning needs."""

    def __init__(self, project: Project) -> None:
        self.document = Document(project)
        self.run = TrainingRun(self.document)
        self.live = LiveWeights(self.document, self.run)
        self.cursor = StepCursor(self.document)

    def predict(self, columns: list[list[float]]) -> np.ndarray:
        """The outputs for rows of the network's inputs, with the weights of now."""
        compiled = self.document.compiled
        assert compiled is not None
        return compiled.network.predict(self.live.parameters, columns)


Show = Callable[[Project], tuple[DecisionView, Bench]]


@pytest.fixture
def show(theme: ThemeModel, numbers: NumberFormat, qtbot: QtBot):
    """A decision view of a project, on screen."""
    kept = []

    def show(project: Project) -> tuple[DecisionView, Bench]:
        bench = Bench(project)
        view = DecisionView(
            document=bench.document,
            live=bench.live,
            cursor=bench.cursor,
            theme=theme,
            numbers=numbers,
        )
        # Held until it is closed: Qt may still paint it when the test has let go of it.
        kept.append((view, bench))
        qtbot.addWidget(view)
        view.resize(380, 460)
        view.show()
        return view, bench

    yield show
    for _, bench in kept:
        bench.run.shutdown()


@pytest.fixture
def click(qtbot: QtBot):
    """Click a place of the plane."""

    def click(view, x: float, y: float) -> None:
        point: QPoint = view.plot.frame.at(x, y).toPoint()
        qtbot.mouseMove(view.plot, point)
        qtbot.mouseClick(view.plot, Qt.MouseButton.LeftButton, pos=point)

    return click
