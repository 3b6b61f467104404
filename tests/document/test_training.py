"""Training runs: what was learned enters the project once, and nothing shown is stale."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.training import TrainingRun
from mlp_studio.engine.trainer import train
from mlp_studio.project import edits


@pytest.fixture
def run(xor: Document) -> TrainingRun:
    return TrainingRun(xor)


def trained_parameters(document: Document, epochs: int) -> bytes:
    """What the engine alone learns in so many epochs."""
    compiled = document.compiled
    assert compiled is not None
    training = compiled.training
    data = compiled.data
    for snapshot in train(compiled.network, compiled.parameters, data, training):
        if snapshot.epoch == epochs and snapshot.train_loss is not None:
            return snapshot.parameters.tobytes()
    raise AssertionError(f"the run ended before epoch {epochs}")


def parameters(document: Document) -> bytes:
    assert document.compiled is not None
    return document.compiled.parameters.tobytes()


def test_a_run_learns_what_the_engine_learns_and_is_one_undo_entry(
    xor: Document, run: TrainingRun, qtbot: QtBot
) -> None:
    xor.apply("Epochs", edits.set_training, epochs=200)
    start = xor.project
    expected = trained_parameters(xor, 200)
    with qtbot.waitSignal(run.finished, timeout=10_000) as finished:
        run.start()
    assert finished.args == ["epochs"]
    assert parameters(xor) == expected
    assert xor.undo_stack.count() == 2
    xor.undo()
    assert xor.project == start


def test_the_history_is_complete_to_the_last_value(
    xor: Document, run: TrainingRun, qtbot: QtBot
) -> None:
    xor.apply("Epochs", edits.set_training, epochs=3000)
    with qtbot.waitSignal(run.finished, timeout=20_000):
        run.start()
    history = run.history
    assert np.array_equal(history.epochs, np.arange(3001))
    assert xor.compiled is not None
    compiled = xor.compiled
    now = compiled.network.loss_value(compiled.parameters, compiled.inputs, compiled.targets)
    assert history.train[-1] == pytest.approx(now, rel=1e-12)


def test_pausing_and_going_on_gives_the_numbers_of_one_run(
    xor: Document, run: TrainingRun, qtbot: QtBot
) -> None:
    xor.apply("Adam", edits.set_optimizer, name="adam", learning_rate=0.01)
    xor.apply("Epochs", edits.set_training, epochs=100_000)
    start = xor.project
    run.start()
    qtbot.waitUntil(lambda: len(run.history) > 50)
    run.pause()
    paused_at = int(run.history.epochs[-1])
    run.start()
    qtbot.waitUntil(lambda: len(run.history) > paused_at + 50)
    run.pause()
    assert run.latest is not None
    learned, epoch = parameters(xor), run.latest.epoch
    assert np.array_equal(run.history.epochs, np.arange(len(run.history)))
    assert learned == trained_parameters(Document(start), epoch)


def test_an_edit_during_a_run_ends_it_and_keeps_what_was_learned(
    xor: Document, run: TrainingRun, qtbot: QtBot
) -> None:
    xor.apply("Epochs", edits.set_training, epochs=1_000_000)
    run.start()
    qtbot.waitUntil(lambda: len(run.history) > 10)
    xor.apply("Set activation", edits.set_activation, "h", "relu")
    assert not run.running
    assert xor.project.layer("h").activation == "relu"
    assert xor.project.link("x->h").initial_weights is not None
    xor.undo()
    xor.undo()
    assert xor.project.link("x->h").weights is None


def test_moving_a_layer_does_not_end_a_run(xor: Document, run: TrainingRun, qtbot: QtBot) -> None:
    xor.apply("Epochs", edits.set_training, epochs=1_000_000)
    run.start()
    xor.apply("Move", edits.move_layers, {"h": (1.0, 2.0)})
    assert run.running
    run.pause()


@pytest.mark.parametrize("change", ["weight", "undo", "data", "reset", "new"])
def test_no_stale_history_after(change: str, xor: Document, run: TrainingRun, qtbot: QtBot) -> None:
    xor.apply("Epochs", edits.set_training, epochs=50)
    with qtbot.waitSignal(run.finished, timeout=10_000):
        run.start()
    assert len(run.history) == 51
    with qtbot.waitSignal(run.cleared):
        match change:
            case "weight":
                xor.apply("Weight", edits.set_weight, "x->h", 0, 0, 1.0)
            case "undo":
                xor.undo()
            case "data":
                xor.apply("Data", edits.set_data, None)
            case "reset":
                xor.apply("Reset", edits.reset_parameters)
            case "new":
                xor.new()
    assert len(run.history) == 0
    assert run.latest is None


def test_reset_returns_to_the_initial_weights(
    xor: Document, run: TrainingRun, qtbot: QtBot
) -> None:
    xor.apply("Epochs", edits.set_training, epochs=50)
    initial = parameters(xor)
    with qtbot.waitSignal(run.finished, timeout=10_000):
        run.start()
    assert parameters(xor) != initial
    xor.apply("Reset", edits.reset_parameters)
    assert parameters(xor) == initial


def test_a_network_with_problems_cannot_be_trained(xor: Document, run: TrainingRun) -> None:
    xor.apply("Delete", edits.remove_link, "h->o")
    with pytest.raises(ValueError, match="problems"):
        run.start()


def test_shutting_down_ends_the_thread_any_number_of_times(
    xor: Document, run: TrainingRun, qtbot: QtBot
) -> None:
    xor.apply("Epochs", edits.set_training, epochs=1_000_000)
    run.start()
    run.shutdown()
    run.shutdown()
    assert "training" not in {thread.name for thread in threading.enumerate()}


def test_an_exception_of_the_trainer_reaches_the_window(
    xor: Document, run: TrainingRun, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("a defect in the trainer")

    monkeypatch.setattr("mlp_studio.document.worker.train", broken)
    with qtbot.waitSignal(run.failed, timeout=5_000) as failed:
        run.start()
    assert "a defect" in str(failed.args[0])
    assert not run.running


def test_while_the_window_draws_the_worker_waits(
    xor: Document, run: TrainingRun, qtbot: QtBot
) -> None:
    xor.apply("Epochs", edits.set_training, epochs=1_000_000)
    run.start()
    qtbot.waitUntil(lambda: len(run.history) > 10)
    with run.window_first():
        time.sleep(0.05)  # the snapshot under way may still come in
        epochs = len(run.history)
        time.sleep(0.1)
        assert len(run.history) == epochs
    qtbot.waitUntil(lambda: len(run.history) > epochs)
    run.pause()


def test_a_run_that_is_held_can_still_be_ended(
    xor: Document, run: TrainingRun, qtbot: QtBot
) -> None:
    xor.apply("Epochs", edits.set_training, epochs=1_000_000)
    run.start()
    with run.window_first():
        run.pause()
    assert not run.running


def test_another_learning_rate_goes_on_with_the_same_history(
    xor: Document, run: TrainingRun, qtbot: QtBot
) -> None:
    xor.apply("Epochs", edits.set_training, epochs=50)
    with qtbot.waitSignal(run.finished, timeout=10_000):
        run.start()
    first = run.history.train.copy()
    xor.apply("Rate", edits.set_optimizer, learning_rate=0.05)
    assert np.array_equal(run.history.train, first)
    with qtbot.waitSignal(run.finished, timeout=10_000):
        run.start()
    assert np.array_equal(run.history.epochs, np.arange(101))
    assert np.array_equal(run.history.train[:51], first)


def test_the_project_of_a_run_has_what_was_learned_so_far(
    xor: Document, run: TrainingRun, qtbot: QtBot
) -> None:
    xor.apply("Epochs", edits.set_training, epochs=1_000_000)
    assert run.project() is xor.project
    run.start()
    qtbot.waitUntil(lambda: len(run.history) > 10)
    weights = run.project().link("x->h").weights
    assert weights is not None
    assert xor.project.link("x->h").weights is None
    run.pause()
    assert run.project() is xor.project
