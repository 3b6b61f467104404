"""How a run is driven: for so many epochs, until convergence, slowly, with other settings."""

from __future__ import annotations

import time

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.training import TrainingRun
from mlp_studio.project import edits


@pytest.fixture
def run(ten: Document) -> TrainingRun:
    return TrainingRun(ten)


def finish(run: TrainingRun, qtbot: QtBot, epochs: int | None = None) -> str:
    with qtbot.waitSignal(run.finished, timeout=20_000) as finished:
        run.start(epochs)
    return str(finished.args[0])


def test_one_epoch_and_then_so_many_more(ten: Document, run: TrainingRun, qtbot: QtBot) -> None:
    assert finish(run, qtbot, 1) == "epochs"
    assert run.history.epochs.tolist() == [0, 1]
    assert finish(run, qtbot, 3) == "epochs"
    assert run.history.epochs.tolist() == [0, 1, 2, 3, 4]
    assert ten.undo_stack.count() == 2
    assert (run.progress.done, run.progress.total) == (3, 3)


def test_until_convergence_ends_at_the_limit_that_is_set(
    ten: Document, run: TrainingRun, qtbot: QtBot
) -> None:
    ten.apply("Limit", edits.set_training, converge_below=0.2, epochs=1)
    ten.apply("Rate", edits.set_optimizer, learning_rate=0.5)
    with qtbot.waitSignal(run.finished, timeout=20_000) as finished:
        run.start_until_converged()
    assert finished.args == ["converged"]
    assert run.history.train[-1] <= 0.2 < run.history.train[-2]
    assert run.progress.total is None


def test_without_a_limit_it_ends_where_the_loss_falls_no_more(
    ten: Document, run: TrainingRun, qtbot: QtBot
) -> None:
    ten.apply("Rate", edits.set_optimizer, learning_rate=1e-12)
    with qtbot.waitSignal(run.finished, timeout=20_000) as finished:
        run.start_until_converged()
    assert finished.args == ["early_stop"]


def test_a_run_can_be_slowed_down_to_single_updates(
    ten: Document, run: TrainingRun, qtbot: QtBot
) -> None:
    run.set_speed(20.0)
    run.start(1000)
    steps: set[int] = set()
    begun = time.perf_counter()
    while time.perf_counter() - begun < 1.0:
        qtbot.wait(5)
        if run.latest is not None:
            steps.add(run.latest.step)
    assert 8 <= max(steps) <= 22
    assert len(steps) >= max(steps) - 2, "each update is shown"
    run.set_speed(None)
    qtbot.waitUntil(lambda: run.latest is not None and run.latest.step > 200, timeout=5_000)
    run.pause()


def test_a_slow_run_ends_at_once(run: TrainingRun, qtbot: QtBot) -> None:
    run.set_speed(0.05)
    run.start(10)
    qtbot.waitUntil(lambda: run.latest is not None)
    begun = time.perf_counter()
    run.pause()
    assert time.perf_counter() - begun < 0.5


def test_speed_changes_no_number(ten: Document, run: TrainingRun, qtbot: QtBot) -> None:
    finish(run, qtbot, 4)
    fast = run.history.train.copy()
    ten.undo()
    run.set_speed(60.0)
    finish(run, qtbot, 4)
    assert np.array_equal(run.history.train, fast)


def test_the_rate_is_changed_while_it_runs_on_and_marked(
    ten: Document, run: TrainingRun, qtbot: QtBot
) -> None:
    run.start(1_000_000)
    qtbot.waitUntil(lambda: len(run.history) > 20)
    for rate in (0.05, 0.04, 0.03):
        ten.apply_merged("rate", f"Rate {rate}", edits.set_optimizer, learning_rate=rate)
        assert run.running
    (change,) = run.changes
    assert change.text == "Rate 0.03"
    assert change.epoch > 0
    epochs = len(run.history)
    qtbot.waitUntil(lambda: len(run.history) > epochs + 20)
    run.pause()
    assert ten.project.training.optimizer.learning_rate == 0.03
    assert np.array_equal(run.history.epochs, np.arange(len(run.history)))
    assert ten.undo_stack.count() == 2


def test_what_a_run_cannot_survive_ends_it(ten: Document, run: TrainingRun, qtbot: QtBot) -> None:
    run.start(1_000_000)
    ten.apply("Batch", edits.set_training, batch_size=2)
    assert not run.running


def test_scores_are_kept_for_train_and_test(ten: Document, run: TrainingRun, qtbot: QtBot) -> None:
    ten.apply("Split", edits.set_training, test_fraction=0.3)
    finish(run, qtbot, 30)
    scores, compiled = run.scores, ten.compiled
    assert compiled is not None
    assert run.task is not None
    assert run.task.kind == "regression"
    assert (scores.epochs[0], scores.epochs[-1]) == (0, 30)
    assert np.isfinite(scores.test).all()


def test_the_best_epoch_is_that_of_the_smallest_loss(
    ten: Document, run: TrainingRun, qtbot: QtBot
) -> None:
    finish(run, qtbot, 5)
    assert run.best_epoch() == int(np.argmin(run.history.train))


def test_time_left_is_told_by_the_speed(run: TrainingRun, qtbot: QtBot) -> None:
    run.start(1_000_000)
    qtbot.waitUntil(lambda: run.progress.seconds_left is not None, timeout=5_000)
    progress = run.progress
    assert progress.total == 1_000_000
    assert progress.seconds_left is not None
    assert progress.seconds_left > 0
    run.pause()
