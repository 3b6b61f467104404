"""A run with a validation part: what it watches, what it keeps, and how it is rewound."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.live import LiveWeights
from mlp_studio.document.order import Order
from mlp_studio.document.training import TrainingRun
from mlp_studio.engine.trainer import Snapshot, train
from mlp_studio.project import edits


@pytest.fixture
def parted(ten: Document) -> Document:
    ten.apply("Adam", edits.set_optimizer, name="adam", learning_rate=0.05)
    ten.apply(
        "Parts",
        edits.set_training,
        test_fraction=0.2,
        validation_fraction=0.3,
        epochs=30,
        shuffle=True,
    )
    ten.apply("Scale", edits.set_scaling, "standard")
    return ten


def by_the_engine(document: Document) -> list[Snapshot]:
    compiled = document.compiled
    assert compiled is not None
    run = train(compiled.network, compiled.parameters, compiled.data, compiled.training)
    return [snapshot for snapshot in run if snapshot.train_loss is not None]


def learn(run: TrainingRun, qtbot: QtBot, epochs: int | None = None) -> None:
    with qtbot.waitSignal(run.finished, timeout=10_000):
        run.start(epochs)


def test_the_history_has_the_validation_loss_of_every_epoch(parted: Document, qtbot: QtBot) -> None:
    expected = by_the_engine(parted)
    run = TrainingRun(parted)
    learn(run, qtbot)
    assert run.history.epochs.tolist() == list(range(31))
    for name in ("train", "test", "validation"):
        losses = [getattr(snapshot, f"{name}_loss") for snapshot in expected]
        assert getattr(run.history, name).tolist() == losses
    assert np.isfinite(run.scores.validation[-1])


def test_the_best_epoch_is_that_of_the_smallest_validation_loss(
    parted: Document, qtbot: QtBot
) -> None:
    run = TrainingRun(parted)
    learn(run, qtbot)
    assert run.best_epoch() == int(np.argmin(run.history.validation))
    assert int(np.argmin(run.history.train)) != run.best_epoch(), "else nothing is told apart"


@pytest.mark.parametrize("epoch", [0, 11, 29])
def test_a_run_with_validation_is_rewound_and_goes_on_to_the_same_bits(
    parted: Document, qtbot: QtBot, epoch: int
) -> None:
    expected = by_the_engine(parted)
    run = TrainingRun(parted)
    learn(run, qtbot)
    whole = [column.copy() for column in (run.history.train, run.history.validation)]
    assert run.rewind(epoch) == epoch
    assert parted.compiled is not None
    assert np.array_equal(parted.compiled.parameters, expected[epoch].parameters)
    learn(run, qtbot, 30 - epoch)
    assert np.array_equal(parted.compiled.parameters, expected[30].parameters)
    assert np.array_equal(run.history.train, whole[0])
    assert np.array_equal(run.history.validation, whole[1])


@pytest.mark.parametrize(
    "change",
    [
        lambda document: document.apply("", edits.set_training, validation_fraction=0.2),
        lambda document: document.apply("", edits.set_training, stratified=True, seed=9),
        lambda document: document.apply("", edits.set_parts, [0, 0, 0, 0, 0, 0, 1, 1, 2, 2]),
        lambda document: document.apply("", edits.set_scaling, "min_max"),
    ],
)
def test_other_parts_or_another_scale_begin_another_run(
    parted: Document, qtbot: QtBot, change: object
) -> None:
    run = TrainingRun(parted)
    learn(run, qtbot)
    change(parted)  # type: ignore[operator]
    assert len(run.history) == 0
    parted.undo()
    assert len(run.history) == 31


def test_passes_and_views_take_their_rows_from_the_same_split(parted: Document) -> None:
    compiled = parted.compiled
    assert compiled is not None
    samples = LiveWeights(parted, TrainingRun(parted)).samples
    assert samples is not None
    assert Order.of(compiled).rows is compiled.split.train
    parts = (samples.train_rows, samples.validation_rows, samples.test_rows)
    assert [len(rows) for rows in parts] == [5, 3, 2]
    assert sorted(np.concatenate(parts).tolist()) == list(range(10))
