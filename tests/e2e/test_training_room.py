"""The training room with a real mouse: run, slow down, look inside, rewind, go on as a branch."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mlp_studio.engine import datasets
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import edits
from mlp_studio.project.model import Dataset, Generator, Project
from mlp_studio.ui.app import Studio
from mlp_studio.ui.examples import examples
from tests.e2e.mouse import Mouse, middle
from tests.e2e.test_stepping import tab, unit


@pytest.fixture
def circles(studio: Studio, qtbot: QtBot) -> Studio:
    """The circles in the Train perspective of a large window, forty epochs to train."""
    studio.window.setGeometry(0, 0, 1800, 1000)
    studio.canvas.motion.wanted = False
    path, title = next(each for each in examples() if each[0].stem == "circles")
    studio.files.open_example(path, title)
    studio.document.apply("Epochs", edits.set_training, epochs=40)
    studio.actions["train"].trigger()
    qtbot.wait(400)
    return studio


def parameters(studio: Studio) -> np.ndarray:
    assert studio.document.compiled is not None
    return studio.document.compiled.parameters


def press(studio: Studio, mouse: Mouse, button: QWidget, qtbot: QtBot) -> None:
    mouse.click(middle(button))
    qtbot.waitUntil(lambda: not studio.run.running, timeout=20_000)


def test_a_run_is_watched_rewound_and_taken_up_as_a_branch(
    circles: Studio, mouse: Mouse, qtbot: QtBot
) -> None:
    room, run = circles.room, circles.run
    press(circles, mouse, room.training.controls.one_epoch, qtbot)
    assert run.history.epochs.tolist() == [0, 1]
    press(circles, mouse, room.training.controls.train, qtbot)
    end, last = parameters(circles).copy(), int(run.history.epochs[-1])
    assert last == 41
    losses = run.history.train.copy()

    mouse.click(middle(room.rewind.to_start))
    qtbot.waitUntil(lambda: run.shown_epoch == 0)
    assert not np.array_equal(parameters(circles), end)
    slider = room.rewind.slider
    y = slider.height() // 2
    start = slider.mapToGlobal(QPoint(8, y))
    mouse.drag(start, slider.mapToGlobal(QPoint(slider.width() // 2, y)))
    qtbot.waitUntil(lambda: run.shown_epoch is not None and 10 < run.shown_epoch < 30)
    at = run.shown_epoch

    press(circles, mouse, room.training.controls.one_epoch, qtbot)
    assert int(run.history.epochs[-1]) == at + 1
    while not np.array_equal(parameters(circles), end):
        assert circles.document.undo_stack.can_undo()
        mouse.press_key("ctrl+z")
    assert np.array_equal(run.history.train, losses)


def test_the_rate_is_pulled_while_it_trains_and_the_speed_is_slow_motion(
    circles: Studio, mouse: Mouse, qtbot: QtBot
) -> None:
    room, run = circles.room, circles.run
    circles.document.apply("Epochs", edits.set_training, epochs=1_000_000)
    mouse.click(middle(room.training.controls.train))
    qtbot.waitUntil(lambda: len(run.history) > 5, timeout=10_000)
    slider = room.training.rate.slider
    y = slider.height() // 2
    before = circles.document.project.training.optimizer.learning_rate
    # The handle stands at the rate: two thirds of the way from 1e-5 to 10 for about 0.03.
    share = (np.log10(before) + 5) / 6
    handle = slider.mapToGlobal(QPoint(round(8 + share * (slider.width() - 16)), y))
    mouse.drag(handle, handle - QPoint(20, 0))
    # Events of a busy window come when they come.
    document = circles.document
    qtbot.waitUntil(lambda: document.project.training.optimizer.learning_rate < before)
    assert run.running
    assert len(run.changes) == 1

    speed = room.training.controls.speed
    mouse.click(speed.mapToGlobal(QPoint(10, speed.height() // 2)))
    mouse.press_key("Home")
    assert run.speed == 1.0
    step = run.latest.step if run.latest else 0
    qtbot.wait(1200)
    assert run.latest is not None
    assert run.latest.step <= step + 3
    mouse.click(middle(room.training.controls.train))
    assert not run.running


def test_a_sample_of_the_decision_view_is_the_steppers_and_a_place_is_predicted(
    circles: Studio, mouse: Mouse, qtbot: QtBot
) -> None:
    press(circles, mouse, circles.room.training.controls.train, qtbot)
    view = circles.room.decision
    plot = view.plot
    frame, samples = plot.frame, circles.room.live.samples
    assert frame is not None
    assert samples is not None
    row = int(samples.train_rows[5])
    x, y = samples.inputs[row].tolist()
    mouse.click(plot.mapToGlobal(frame.at(x, y).toPoint()))
    chosen = samples.inputs[circles.cursor.sample]
    assert np.hypot(*(chosen - samples.inputs[row])) < 0.15

    mouse.click(plot.mapToGlobal(frame.at(0.0, 0.0).toPoint()))
    if view.pin is None:  # a sample lies there: beside it
        mouse.click(plot.mapToGlobal(frame.at(-1.15, 1.15).toPoint()))
    assert view.pin is not None


def test_hovering_a_sample_points_it_out_in_the_hidden_space(
    circles: Studio, mouse: Mouse, qtbot: QtBot
) -> None:
    press(circles, mouse, circles.room.training.controls.train, qtbot)
    plot = circles.room.decision.plot
    samples, frame = circles.room.live.samples, plot.frame
    assert frame is not None
    assert samples is not None
    told: list[object] = []
    circles.room.decision.pointed.connect(told.append)
    x, y = samples.inputs[int(samples.train_rows[5])].tolist()
    mouse.point(plot.mapToGlobal(frame.at(x, y).toPoint()))
    assert told
    assert told[-1] is not None


def test_a_clicked_unit_is_shown_large_with_where_its_z_is_0(
    circles: Studio, mouse: Mouse, qtbot: QtBot
) -> None:
    mouse.click(tab(circles, "Unit"))
    mouse.click(unit(circles, "h1", 0))
    view = circles.room.unit
    qtbot.waitUntil(lambda: view.unit is not None)
    assert view.picture.lines


def test_the_numbers_are_those_of_the_weights_at_once(
    circles: Studio, mouse: Mouse, qtbot: QtBot
) -> None:
    mouse.click(tab(circles, "Numbers"))
    press(circles, mouse, circles.room.training.controls.train, qtbot)
    scores = circles.run.scores
    assert scores.epochs[-1] == circles.run.history.epochs[-1]
    assert 0.5 < scores.train[-1] <= 1.0


def chain(data: Dataset, hidden: tuple[int, ...], output: str, loss: str) -> Project:
    """Fully connected tanh layers on a data set."""
    project = edits.add_layer(
        edits.set_data(Project(), data), "input", len(data.columns), layer_id="x"
    )
    before = "x"
    layers = [(f"h{n + 1}", units, "tanh") for n, units in enumerate(hidden)]
    for name, units, activation in (*layers, ("o", data.targets.values.shape[1], output)):
        project = edits.add_layer(project, "dense", units, layer_id=name, activation=activation)
        project = edits.add_link(project, before, name)
        before = name
    return edits.set_loss(project, loss)


def generated(name: str, samples: int, classes: int = 2) -> Dataset:
    generator = Generator(name, samples=samples)
    columns, inputs, targets = datasets.make(
        name, samples, generator.noise, generator.seed, classes=classes
    )
    return Dataset(tuple(columns), FrozenArray(inputs), FrozenArray(targets), generator)


def spirals() -> Project:
    project = chain(generated("spirals", 200), (8, 8), "sigmoid", "bce")
    project = edits.set_optimizer(project, name="adam", learning_rate=0.01)
    return edits.set_training(project, epochs=20_000, seed=2)


def blobs() -> Project:
    project = chain(generated("blobs", 150, classes=3), (4,), "softmax", "cross_entropy")
    project = edits.set_optimizer(project, name="adam", learning_rate=0.05)
    return edits.set_training(project, epochs=300, test_fraction=0.2)


def wave() -> Project:
    inputs = np.linspace(-3.0, 3.0, 60)[:, None]
    data = Dataset(("x",), FrozenArray(inputs), FrozenArray(np.sin(inputs)))
    project = edits.set_optimizer(
        chain(data, (8,), "linear", "mse"), name="adam", learning_rate=0.02
    )
    return edits.set_training(project, epochs=1500)


@pytest.mark.parametrize(("make", "least"), [(spirals, 0.95), (blobs, 0.95), (wave, 0.95)])
def test_a_problem_is_trained_to_the_end_from_the_window(
    circles: Studio, mouse: Mouse, qtbot: QtBot, make: Callable[[], Project], least: float
) -> None:
    circles.document.undo_stack.set_clean()
    circles.document.new(make())
    circles.actions["train"].trigger()
    qtbot.wait(200)
    mouse.click(middle(circles.room.training.controls.train))
    qtbot.waitUntil(lambda: not circles.run.running, timeout=90_000)
    assert circles.run.scores.train[-1] > least
    epochs = circles.document.project.training.epochs
    assert np.array_equal(circles.run.history.epochs, np.arange(epochs + 1))
