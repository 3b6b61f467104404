"""After any change each view of the training room shows what one built afresh would show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selected, Selection
from mlp_studio.document.stepper import StepCursor
from mlp_studio.document.training import TrainingRun
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import edits
from mlp_studio.project.model import Dataset
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.theme import ThemeModel
from mlp_studio.ui.training_room import TrainingRoom
from tests.ui.panels.conftest import moons_project

VIEWS = ("decision", "hidden", "unit", "metrics")
Make = Callable[[Document], TrainingRoom]


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    document = Document(moons_project())
    document.apply("", edits.set_training, epochs=15, test_fraction=0.2)
    return document


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    """Rooms whose views stand in the open, side by side."""
    theme, numbers = ThemeModel("light"), NumberFormat()
    kept: list[object] = [theme, numbers]

    def build(document: Document) -> TrainingRoom:
        selection = Selection(document)
        room = TrainingRoom(
            document=document,
            run=TrainingRun(document, document),
            cursor=StepCursor(document, document),
            selection=selection,
            theme=theme,
            numbers=numbers,
            parent=document,
        )
        kept.extend((room, selection))
        for panel in room.panels.values():
            qtbot.addWidget(panel)
            panel.resize(360, 420)
            panel.show()
        selection.set(Selected(units=frozenset({("h1", 0)})))
        # Two units for axes: principal components keep their turn from frame to frame.
        room.hidden.chooser.kind.activated.emit(0)
        qtbot.wait(50)
        return room

    yield build
    kept.clear()


def weight(document: Document, _run: TrainingRun, _folder: Path) -> None:
    document.apply("", edits.set_weight, "x->h1", 0, 0, 4.0)


def reset(document: Document, _run: TrainingRun, _folder: Path) -> None:
    document.apply("", edits.reset_parameters)


def redraw(document: Document, _run: TrainingRun, _folder: Path) -> None:
    document.apply("", edits.redraw_parameters, 7)


def other_data(document: Document, _run: TrainingRun, _folder: Path) -> None:
    data = document.project.data
    assert data is not None
    turned = Dataset(
        data.columns, FrozenArray(-data.inputs.values), FrozenArray(data.targets.values)
    )
    document.apply("", edits.set_data, turned)


def undo(document: Document, _run: TrainingRun, _folder: Path) -> None:
    document.undo()


def reopen(document: Document, _run: TrainingRun, folder: Path) -> None:
    document.save(folder / "kept.mlps")
    document.apply("", edits.reset_parameters)
    document.open(folder / "kept.mlps")


def rewind(_document: Document, run: TrainingRun, _folder: Path) -> None:
    run.rewind(4)


CHANGES = (weight, reset, redraw, other_data, undo, reopen, rewind)


def picture(widget: QWidget, qtbot: QtBot) -> QImage:
    qtbot.wait(120)  # what is drawn finely at rest, and larger data in slices
    return widget.grab().toImage()


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_views_of_the_data_show_what_fresh_ones_do(
    document: Document, make: Make, qtbot: QtBot, tmp_path: Path, change: Callable[..., None]
) -> None:
    room = make(document)
    run = room.training.controls._run
    with qtbot.waitSignal(run.finished, timeout=10_000):
        run.start()
    before = {name: picture(room.panels[name], qtbot) for name in VIEWS}
    change(document, run, tmp_path)
    fresh = make(Document(document.project))
    for name in VIEWS:
        shown = picture(room.panels[name], qtbot)
        assert shown == picture(fresh.panels[name], qtbot), name
        if change is not reopen:
            assert shown != before[name], f"{name} shows no difference: the change is too small"


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_the_curve_of_other_weights_is_not_kept(
    document: Document, make: Make, qtbot: QtBot, tmp_path: Path, change: Callable[..., None]
) -> None:
    room = make(document)
    run = room.training.controls._run
    with qtbot.waitSignal(run.finished, timeout=10_000):
        run.start()
    change(document, run, tmp_path)
    qtbot.wait(50)
    if change is rewind:
        assert room.rewind.slider.value() == 4
        assert len(run.history) == 16
        return
    assert len(run.history) == 0
    assert not room.rewind.isVisible()
    assert room.loss.empty.isVisible()
    assert np.isnan(run.scores.train).sum() == len(run.scores.train) == 0
