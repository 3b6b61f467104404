"""The slider over the epochs of a run."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.training import TrainingRun
from mlp_studio.project import edits
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.rewind import RewindBar
from mlp_studio.ui.theme import ThemeModel
from tests.ui.panels.conftest import Shown


@pytest.fixture
def run(moons: Document) -> TrainingRun:
    return TrainingRun(moons)


@pytest.fixture
def bar(run: TrainingRun, theme: ThemeModel, numbers: NumberFormat, shown: Shown) -> RewindBar:
    bar = RewindBar(run=run, theme=theme, numbers=numbers)
    shown(bar)
    bar._show()
    return bar


def learn(run: TrainingRun, moons: Document, qtbot: QtBot) -> None:
    with qtbot.waitSignal(run.finished):
        run.start(20)


def test_it_comes_with_the_first_run_and_goes_with_its_history(
    bar: RewindBar, run: TrainingRun, moons: Document, qtbot: QtBot
) -> None:
    assert not bar.isVisible()
    learn(run, moons, qtbot)
    assert bar.isVisible()
    assert (bar.slider.minimum(), bar.slider.maximum(), bar.slider.value()) == (0, 20, 20)
    assert bar.words.text() == "epoch 20"
    moons.apply("", edits.set_weight, moons.project.links[0].id, 0, 0, 9.0)
    assert not bar.isVisible()


def test_dragging_restores_the_weights_of_that_epoch(
    bar: RewindBar, run: TrainingRun, moons: Document, qtbot: QtBot
) -> None:
    assert moons.compiled is not None
    initial = moons.compiled.parameters.copy()
    learn(run, moons, qtbot)
    end = moons.compiled.parameters.copy()
    bar.slider.setValue(7)
    qtbot.waitUntil(lambda: run.shown_epoch == 7)
    assert bar.words.text() == "epoch 7 of 20"
    qtbot.mouseClick(bar.to_start, Qt.MouseButton.LeftButton)
    assert np.array_equal(moons.compiled.parameters, initial)
    assert not bar.to_start.isEnabled()
    qtbot.mouseClick(bar.to_end, Qt.MouseButton.LeftButton)
    assert np.array_equal(moons.compiled.parameters, end)
    assert run.shown_epoch is None
    assert not bar.to_end.isEnabled()


def test_keys_go_by_epochs_and_by_parts_of_the_run(
    bar: RewindBar, run: TrainingRun, moons: Document, qtbot: QtBot
) -> None:
    learn(run, moons, qtbot)
    for key, epoch in ((Qt.Key.Key_Left, 19), (Qt.Key.Key_PageDown, 17), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(bar.slider, key)
        qtbot.waitUntil(lambda epoch=epoch: run.shown_epoch == epoch)


def test_dragging_pauses_a_run_that_goes_on(bar: RewindBar, run: TrainingRun, qtbot: QtBot) -> None:
    run.start(10_000_000)
    qtbot.waitUntil(lambda: bar.isVisible() and bar.slider.maximum() > 50)
    bar.slider.setValue(10)
    qtbot.waitUntil(lambda: run.shown_epoch == 10)
    assert not run.running


def test_what_is_kept_is_said(
    bar: RewindBar, run: TrainingRun, moons: Document, qtbot: QtBot
) -> None:
    learn(run, moons, qtbot)
    assert "21 states, one in 1 epochs" in bar.words.toolTip()
