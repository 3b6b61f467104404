"""A hidden space view on small networks, beside the document it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest
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
from mlp_studio.ui.plots.hidden import HiddenView
from mlp_studio.ui.theme import ThemeModel

XOR_BY_HAND = {"h": ([[20.0, 20.0], [20.0, 20.0]], [-10.0, -30.0]), "o": ([[20.0, -20.0]], [-10.0])}
"""Weights and biases of 2-2-1 sigmoid that solve XOR: h₁ is OR, h₂ is AND."""


def network(project: Project, *hidden: int, activation: str = "tanh", output: str = "") -> Project:
    """Layers x, h (h1, h2 … of several) and o, densely linked, for the project's data."""
    assert project.data is not None
    outputs = project.data.targets.shape[1]
    project = edits.add_layer(project, "input", len(project.data.columns), layer_id="x")
    before = "x"
    for number, units in enumerate(hidden):
        name = "h" if len(hidden) == 1 else f"h{number + 1}"
        project = edits.add_layer(project, "dense", units, layer_id=name, activation=activation)
        project = edits.add_link(project, before, name)
        before = name
    last = output or ("sigmoid" if outputs == 1 else "softmax")
    project = edits.add_layer(project, "dense", outputs, layer_id="o", activation=last)
    project = edits.add_link(project, before, "o")
    loss = {"sigmoid": "bce", "softmax": "cross_entropy"}.get(last, "half_sse")
    return edits.set_loss(project, loss)


def with_data(inputs: np.ndarray, targets: np.ndarray, **training: object) -> Project:
    columns = tuple(f"x{number + 1}" for number in range(inputs.shape[1]))
    data = Dataset(columns, FrozenArray(inputs), FrozenArray(targets))
    project = edits.set_data(Project(), data)
    return edits.set_training(project, **training) if training else project


def generated(name: str, samples: int = 40, classes: int = 2, **training: object) -> Project:
    _, inputs, targets = datasets.make(name, samples, 0.1 * (name != "xor"), 1, classes=classes)
    return with_data(inputs, targets, **training)


def solved_xor() -> Project:
    project = network(generated("xor"), 2, activation="sigmoid")
    for layer, (weights, biases) in XOR_BY_HAND.items():
        source = "x" if layer == "h" else "h"
        project = edits.set_weights(project, f"{source}->{layer}", weights)
        for unit, bias in enumerate(biases):
            project = edits.set_bias(project, layer, unit, bias)
    return project


@dataclass(frozen=True, eq=False)
class Room:
    document: Document
    cursor: StepCursor
    run: TrainingRun
    live: LiveWeights
    view: HiddenView


Open = Callable[[Project], Room]


@pytest.fixture
def open_room(theme: ThemeModel, numbers: NumberFormat, qtbot: QtBot):
    """Opens the view on a project, in sight unless told otherwise."""
    rooms = []

    def open_it(project: Project, *, shown: bool = True) -> Room:
        document = Document(project)
        cursor, run = StepCursor(document), TrainingRun(document)
        live = LiveWeights(document, run)
        view = HiddenView(document=document, live=live, cursor=cursor, theme=theme, numbers=numbers)
        qtbot.addWidget(view)
        view.resize(400, 460)
        if shown:
            with qtbot.waitExposed(view):
                view.show()
        room = Room(document, cursor, run, live, view)
        rooms.append(room)
        return room

    yield open_it
    for room in rooms:
        room.run.shutdown()
