"""The loss plot: it follows a run, shows what the run knows, and is imported late."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.training import TrainingRun
from mlp_studio.engine import datasets
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import edits
from mlp_studio.project.model import Dataset, Project
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.loss import LossPlot
from mlp_studio.ui.theme import ThemeModel


@pytest.fixture
def moons(qapp: object) -> Document:
    """Two moons on 2-3-1, a quarter kept for testing, ten epochs."""
    columns, inputs, targets = datasets.make("moons", 40, 0.1, 0)
    data = Dataset(columns, FrozenArray(inputs), FrozenArray(targets))
    project = edits.set_data(Project(), data)
    project = edits.add_layer(project, "input", 2, layer_id="x")
    project = edits.add_layer(project, "dense", 3, layer_id="h")
    project = edits.add_layer(project, "dense", 1, layer_id="o")
    project = edits.add_link(edits.add_link(project, "x", "h"), "h", "o")
    return Document(edits.set_training(project, epochs=10, test_fraction=0.25))


@pytest.fixture
def run(moons: Document) -> TrainingRun:
    return TrainingRun(moons)


@pytest.fixture
def plot(run: TrainingRun, theme: ThemeModel, numbers: NumberFormat, qtbot: QtBot) -> LossPlot:
    plot = LossPlot(run=run, theme=theme, numbers=numbers)
    qtbot.addWidget(plot)
    plot.resize(600, 200)
    plot.show()
    return plot


def train(run: TrainingRun, qtbot: QtBot) -> None:
    with qtbot.waitSignal(run.finished):
        run.start()


def test_before_a_run_it_says_what_to_do(plot: LossPlot) -> None:
    assert plot.empty.isVisible()
    assert plot.empty.text() == "Press Start to see the loss fall."
    assert not plot.train.isVisible()


def test_after_a_run_the_curves_are_the_runs_history(
    plot: LossPlot, run: TrainingRun, numbers: NumberFormat, qtbot: QtBot
) -> None:
    train(run, qtbot)
    assert not plot.empty.isVisible()
    curves = plot.curves
    assert curves is not None
    for values, expected in zip(
        (curves.train_data(), curves.test_data()),
        (run.history.train, run.history.test),
        strict=True,
    ):
        assert np.array_equal(values[0], run.history.epochs)
        assert np.array_equal(values[1], expected)
    assert plot.train.value.text() == numbers.text(float(run.history.train[-1]))
    assert plot.test.value.text() == numbers.text(float(run.history.test[-1]))
    assert plot.epoch.text() == "epoch 10"


def test_without_a_test_set_there_is_one_curve(
    plot: LossPlot, run: TrainingRun, moons: Document, qtbot: QtBot
) -> None:
    moons.apply("", edits.set_training, test_fraction=0.0)
    train(run, qtbot)
    assert plot.train.isVisible()
    assert not plot.test.isVisible()
    assert plot.curves is not None
    assert plot.curves.test_data() == (None, None)


def test_an_edit_that_makes_the_history_stale_empties_the_plot(
    plot: LossPlot, run: TrainingRun, moons: Document, qtbot: QtBot
) -> None:
    train(run, qtbot)
    moons.apply("", edits.set_weight, "x->h", 0, 0, 1.0)
    assert plot.empty.isVisible()
    assert not plot.epoch.isVisible()


def test_the_loss_can_be_shown_on_a_logarithmic_scale(
    plot: LossPlot, run: TrainingRun, qtbot: QtBot
) -> None:
    plot.logarithmic.setChecked(True)
    train(run, qtbot)
    assert plot.curves is not None
    assert plot.curves.is_logarithmic
    plot.logarithmic.click()
    assert not plot.curves.is_logarithmic


def test_many_points_are_drawn_thin(
    plot: LossPlot, theme: ThemeModel, numbers: NumberFormat
) -> None:
    plot.prepare()
    curves = plot.curves
    assert curves is not None
    epochs = np.arange(20_001.0)
    curves.show_losses(epochs[:100], epochs[:100], None)
    assert curves.line_width == 2.0
    curves.show_losses(epochs, epochs, None)
    assert curves.line_width == 1.0
    theme.set("dark")
    assert curves.line_width == 1.0


def test_the_axes_hold_still_while_the_curves_grow(plot: LossPlot) -> None:
    plot.prepare()
    curves = plot.curves
    assert curves is not None
    epochs = np.arange(1000.0)
    losses = 1.0 / (1.0 + epochs)

    def view() -> list[list[float]]:
        return curves.getViewBox().viewRange()

    moves = 0
    before = None
    for count in range(1, 1001):
        curves.show_losses(epochs[:count], losses[:count], None, live=True)
        moves += view() != before
        before = view()
        assert view()[0][1] >= epochs[count - 1]
        assert view()[1][0] <= losses[:count].min() <= losses[:count].max() <= view()[1][1]
    assert moves < 25
    curves.show_losses(epochs, losses, None)
    assert view()[0] == pytest.approx([-9.99, 999.0])


def test_a_part_a_person_looks_at_stays_in_view(plot: LossPlot) -> None:
    plot.prepare()
    curves = plot.curves
    assert curves is not None
    epochs = np.arange(100.0)
    curves.show_losses(epochs, epochs, None)
    box = curves.getViewBox()
    box.setRange(xRange=(10.0, 20.0), padding=0)
    box.sigRangeChangedManually.emit(box.state["mouseEnabled"])
    curves.show_losses(epochs, epochs, None)
    assert box.viewRange()[0] == [10.0, 20.0]
    curves.forget()
    curves.show_losses(epochs, epochs, None)
    assert box.viewRange()[0] == pytest.approx([-0.99, 99.0])


def test_the_axis_writes_losses_as_plain_numbers_that_do_not_collide() -> None:
    from mlp_studio.ui.plots.loss.axes import log_ticks

    assert log_ticks(-2.0, 0.0, 400.0) == pytest.approx(
        [-2.0, -2 + np.log10(2), -2 + np.log10(5), -1.0, -1 + np.log10(2), -1 + np.log10(5), 0.0]
    )
    assert log_ticks(-3.0, 0.0, 100.0) == [-3.0, -2.0, -1.0, 0.0]
    sparse = log_ticks(-30.0, 0.0, 100.0)
    assert len(sparse) > 2
    assert np.diff(sparse).min() * 100.0 / 30.0 >= 20.0, "pixels from one number to the next"


def test_an_empty_plot_has_not_imported_the_plotting_library() -> None:
    script = """
import sys
from PySide6.QtWidgets import QApplication
application = QApplication([])
from mlp_studio.document.document import Document
from mlp_studio.document.training import TrainingRun
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.loss import LossPlot
from mlp_studio.ui.theme import ThemeModel
document = Document()
run = TrainingRun(document)
plot = LossPlot(run=run, theme=ThemeModel("light"), numbers=NumberFormat())
plot.show()
application.processEvents()
assert "pyqtgraph" not in sys.modules
plot.prepare()
assert "pyqtgraph" in sys.modules
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)
