"""Rewinding a run: any epoch again, exactly; on from there as a branch; nothing lost."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.stepper import StepCursor
from mlp_studio.document.training import TrainingRun
from mlp_studio.document.waypoints import Waypoint, Waypoints
from mlp_studio.engine.spec import TrainingSpec
from mlp_studio.engine.trainer import Checkpoint, train
from mlp_studio.project import edits


@pytest.fixture
def run(ten: Document, qtbot: QtBot) -> TrainingRun:
    """Forty epochs of Adam in shuffled batches have been run."""
    ten.apply("Adam", edits.set_optimizer, name="adam", learning_rate=0.02)
    ten.apply("Epochs", edits.set_training, epochs=40, shuffle=True)
    run = TrainingRun(ten)
    learn(run, qtbot)
    return run


def learn(run: TrainingRun, qtbot: QtBot, epochs: int | None = None) -> None:
    with qtbot.waitSignal(run.finished, timeout=10_000):
        run.start(epochs)


def parameters(document: Document) -> np.ndarray:
    assert document.compiled is not None
    return document.compiled.parameters


def learned_by_the_engine(document: Document, epochs: int) -> np.ndarray:
    """What the engine alone learns in so many epochs from where the document's history begins."""
    start = Document(document.project_at(2))
    compiled = start.compiled
    assert compiled is not None
    training = compiled.training
    data = compiled.data
    return next(
        snapshot.parameters
        for snapshot in train(compiled.network, compiled.parameters, data, training)
        if snapshot.epoch == epochs and snapshot.train_loss is not None
    )


@pytest.mark.parametrize("epoch", [0, 1, 17, 39, 40])
def test_every_epoch_comes_back_to_the_bit(ten: Document, run: TrainingRun, epoch: int) -> None:
    assert run.rewind(epoch) == epoch
    assert run.shown_epoch == (None if epoch == 40 else epoch)
    assert np.array_equal(parameters(ten), learned_by_the_engine(ten, epoch))
    assert len(run.history) == 41


def test_the_stepper_stands_at_that_moment_too(ten: Document, run: TrainingRun) -> None:
    cursor = StepCursor(ten)
    run.rewind(7)
    assert cursor.trace is not None
    assert np.array_equal(cursor.trace.parameters, learned_by_the_engine(ten, 7))


def test_going_on_from_there_learns_what_was_learned_before(
    ten: Document, run: TrainingRun, qtbot: QtBot
) -> None:
    end = parameters(ten).copy()
    losses = run.history.train.copy()
    run.rewind(12)
    learn(run, qtbot, 28)
    assert np.array_equal(parameters(ten), end)
    assert np.array_equal(run.history.train, losses)


def test_undo_leads_from_a_branch_back_to_the_old_future_and_its_curve(
    ten: Document, run: TrainingRun, qtbot: QtBot
) -> None:
    end, losses = parameters(ten).copy(), run.history.train.copy()
    run.rewind(12)
    ten.apply("Rate", edits.set_optimizer, learning_rate=0.001)
    learn(run, qtbot, 5)
    assert len(run.history) == 18
    assert run.changes[-1].epoch == 12
    assert not np.array_equal(parameters(ten), end)
    while not np.array_equal(parameters(ten), end):
        ten.undo()
    assert np.array_equal(run.history.train, losses)
    assert run.shown_epoch is None


def test_a_change_of_a_weight_in_the_past_clears_the_curve_and_undo_brings_it_back(
    ten: Document, run: TrainingRun
) -> None:
    end = parameters(ten).copy()
    run.rewind(3)
    ten.apply("Weight", edits.set_weight, "x->h", 0, 0, 5.0)
    assert len(run.history) == 0
    while not np.array_equal(parameters(ten), end):
        ten.undo()
    assert len(run.history) == 41


def test_a_run_with_pauses_is_rewound_across_them(
    ten: Document, run: TrainingRun, qtbot: QtBot
) -> None:
    ten.apply("Rate", edits.set_optimizer, learning_rate=0.001)
    learn(run, qtbot, 10)
    end = parameters(ten).copy()
    run.rewind(20)
    assert np.array_equal(parameters(ten), learned_by_the_engine(ten, 20))
    run.rewind(45)
    middle = parameters(ten).copy()
    run.rewind(50)
    assert np.array_equal(parameters(ten), end)
    assert not np.array_equal(middle, end)


def test_rewinding_and_stepping_on_is_undone_step_by_step(
    ten: Document, run: TrainingRun, qtbot: QtBot
) -> None:
    cursor = StepCursor(ten)
    end = parameters(ten).copy()
    run.rewind(5)
    there = parameters(ten).copy()
    cursor.set_granularity("sample")
    cursor.forward()
    assert not np.array_equal(parameters(ten), there)
    cursor.back()
    assert np.array_equal(parameters(ten), there)
    while ten.undo_stack.can_undo() and not np.array_equal(parameters(ten), end):
        ten.undo()
    assert np.array_equal(parameters(ten), end)


def test_nothing_learned_cannot_be_rewound(ten: Document) -> None:
    with pytest.raises(ValueError, match="no run"):
        TrainingRun(ten).rewind(3)


def waypoint(epoch: int, size: int = 4, training: TrainingSpec | None = None) -> Waypoint:
    state = Checkpoint(
        parameters=np.zeros(size),
        optimizer_name="sgd",
        optimizer_memory=(epoch, np.zeros(size)),
        batch_size=None,
        epoch=epoch,
        step=epoch,
        steps_done=0,
        order=np.empty(0, np.intp),
        random_state=None,
        losses=None,
        best_loss=0.0,
        epochs_without_gain=0,
    )
    return Waypoint(state, training or TRAINING)


TRAINING = TrainingSpec()


@given(epochs=st.integers(1, 3000), most=st.integers(4, 60))
def test_states_thin_out_evenly_and_stay_within_their_room(epochs: int, most: int) -> None:
    points = Waypoints(most=most)
    for epoch in range(epochs):
        if points.wants(epoch):
            points.add(waypoint(epoch))
    assert len(points) <= most
    for epoch in range(epochs):
        before = points.before(epoch)
        assert before is not None
        assert 0 <= epoch - before.epoch < points.stride


def test_the_room_in_bytes_bounds_large_networks() -> None:
    points = Waypoints(room=1_000_000)
    for epoch in range(500):
        if points.wants(epoch):
            points.add(waypoint(epoch, size=5000))
    assert points.size <= 1_000_000
    assert len(points) >= 6


def test_a_change_of_settings_keeps_its_state() -> None:
    points, other = Waypoints(most=8), TrainingSpec(epochs=5)
    for epoch in range(200):
        if points.wants(epoch) or epoch == 33:
            points.add(waypoint(epoch, training=TRAINING if epoch < 33 else other))
    found = points.before(33)
    assert found is not None
    assert found.epoch == 33
