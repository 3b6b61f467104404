"""Networks with known weights, and a view that shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selection
from mlp_studio.document.stepper import StepCursor
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import edits
from mlp_studio.project.model import Dataset, Project
from mlp_studio.ui.canvas.view import NetworkView
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.theme import ThemeModel

Show = Callable[[Project], "Studio"]


class Studio:
    """A view with everything it observes."""

    def __init__(
        self, project: Project, selection: Selection, theme: ThemeModel, numbers: NumberFormat
    ) -> None:
        self.document = Document(project)
        self.cursor = StepCursor(self.document)
        self.selection = selection
        self.theme = theme
        self.numbers = numbers
        self.view = NetworkView(
            document=self.document,
            cursor=self.cursor,
            selection=selection,
            theme=theme,
            numbers=numbers,
        )
        self.refusals: list[str] = []
        self.view.refused.connect(self.refusals.append)

    @property
    def figure(self):
        return self.view.figure

    @property
    def project(self) -> Project:
        return self.document.project

    def texts(self) -> dict[tuple[str, int, int], list[str]]:
        """What the plates say, by edge."""
        table, plates = self.figure.table, self.figure.labels.plates
        return {
            table.edge(plate.label.edge): [line.text for line in plate.label.lines]
            for plate in plates
        }

    def step_to(self, phase: str, layer: str, unit: int) -> None:
        steps = self.cursor.steps
        place = next(
            number
            for number, step in enumerate(steps)
            if (step.phase, step.layer, step.unit) == (phase, layer, unit)
        )
        self.cursor.go_to(place)
        self.figure.ensure_fresh()


def xor_project() -> Project:
    """XOR on 2-2-1, sigmoid everywhere, with weights one can compute with."""
    project = Project()
    for kind, units, layer in (("input", 2, "x"), ("dense", 2, "h1"), ("output", 1, "o")):
        project = edits.add_layer(project, kind, units, layer_id=layer)
    project = edits.add_link(edits.add_link(project, "x", "h1"), "h1", "o")
    project = edits.set_weights(project, "x->h1", [[0.5, -0.25], [-1.0, 0.75]])
    project = edits.set_weights(project, "h1->o", [[1.0, -0.5]])
    project = edits.set_bias(project, "h1", 0, 0.1)
    inputs, targets = [[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]]
    data = Dataset(("x1", "x2"), FrozenArray(inputs), FrozenArray(targets))
    return edits.set_data(project, data)


def chain_project(*sizes: int) -> Project:
    """Layers in a row, without data: x, h1, h2 …, o."""
    project = Project()
    names = ["x", *(f"h{number}" for number in range(1, len(sizes) - 1)), "o"]
    for number, (layer, units) in enumerate(zip(names, sizes, strict=True)):
        kind = "input" if number == 0 else "dense"
        project = edits.add_layer(project, kind, units, layer_id=layer)
        if number:
            project = edits.add_link(project, names[number - 1], layer)
    return project


@pytest.fixture
def show(
    qtbot: QtBot, selection: Selection, theme: ThemeModel, numbers: NumberFormat
) -> Iterator[Show]:
    """Shows a project in a view of 1000×640."""
    shown: list[Studio] = []

    def showing(project: Project) -> Studio:
        studio = Studio(project, selection, theme, numbers)
        shown.append(studio)
        qtbot.addWidget(studio.view)
        studio.view.resize(1000, 640)
        with qtbot.waitExposed(studio.view):
            studio.view.show()
        studio.figure.ensure_fresh()
        return studio

    yield showing
    for studio in shown:
        studio.view.close()


@pytest.fixture
def xor(show: Show) -> Studio:
    return show(xor_project())


@pytest.fixture
def empty(show: Show) -> Studio:
    return show(Project())
