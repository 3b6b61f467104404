"""Networks the panels are shown with, and what a person does to a field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mlp_studio import paths
from mlp_studio.document.document import Document
from mlp_studio.document.stepper import StepCursor
from mlp_studio.engine import datasets
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import edits, projectfile
from mlp_studio.project.model import Dataset, Generator, Project

MAZUR = Path("examples") / "mazur.json"


@pytest.fixture
def mazur(qapp: object) -> Document:
    """The published worked example: 2-2-2 sigmoid, one sample, η = 0.5, frozen biases."""
    return Document(projectfile.load(paths.resources() / MAZUR))


@pytest.fixture
def cursor(mazur: Document) -> StepCursor:
    return StepCursor(mazur)


def moons_project(hidden: int = 4) -> Project:
    """2-hidden-1 on two moons, tanh and sigmoid, every weight drawn."""
    generator = Generator("moons", samples=40)
    columns, inputs, targets = datasets.make("moons", 40, generator.noise, generator.seed)
    data = Dataset(columns, FrozenArray(inputs), FrozenArray(targets), generator)
    project = edits.set_data(Project(), data)
    project = edits.add_layer(project, "input", 2, layer_id="x")
    project = edits.add_layer(project, "dense", hidden, layer_id="h1", activation="tanh")
    project = edits.add_layer(project, "dense", 1, layer_id="o")
    return edits.add_link(edits.add_link(project, "x", "h1"), "h1", "o")


@pytest.fixture
def moons(qapp: object) -> Document:
    return Document(moons_project())


Enter = Callable[[QLineEdit, str], None]


@pytest.fixture
def enter(qtbot: QtBot) -> Enter:
    """Replace what a line holds and press Enter."""

    def enter(line: QLineEdit, text: str) -> None:
        line.selectAll()
        line.insert(text)
        qtbot.keyClick(line, Qt.Key.Key_Return)

    return enter


Shown = Callable[[QWidget], None]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """Show a panel as wide as it may be at the narrowest that nothing may be cut off at."""

    def show(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.resize(320, 700)
        widget.show()

    return show
