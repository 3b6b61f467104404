"""Passes over a sample or a batch, and updates by sample, batch and epoch."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from mlp_studio.document.document import Document
from mlp_studio.document.stepper import StepCursor
from mlp_studio.engine.trace import trace, update
from mlp_studio.engine.trainer import train
from mlp_studio.project import edits
from mlp_studio.project.edits import EditError
from mlp_studio.project.model import Project


def parameters(document: Document) -> np.ndarray:
    assert document.compiled is not None
    return document.compiled.parameters


def trained(document: Document, batch_size: int | None) -> np.ndarray:
    """What one epoch of a run that does not shuffle arrives at."""
    compiled = document.compiled
    assert compiled is not None
    training = replace(compiled.training, epochs=1, shuffle=False, batch_size=batch_size)
    data = compiled.data
    *_, last = train(compiled.network, compiled.parameters, data, training)
    assert last.epoch == 1
    return last.parameters


def with_momentum(project: Project) -> Project:
    return edits.set_optimizer(project, name="momentum", learning_rate=0.5)


def with_adam_and_schedule(project: Project) -> Project:
    project = edits.set_optimizer(project, name="adamw", learning_rate=0.05)
    return edits.set_schedule(project, name="exponential", step_size=1, gamma=0.8)


def with_penalty_and_clipping(project: Project) -> Project:
    project = edits.set_penalty(project, l1=0.01, l2=0.02)
    return edits.set_training(project, clip_norm=0.05)


def with_a_test_set(project: Project) -> Project:
    return edits.set_training(project, test_fraction=0.3)


def plain(project: Project) -> Project:
    return project


VARIANTS = [
    plain,
    with_momentum,
    with_adam_and_schedule,
    with_penalty_and_clipping,
    with_a_test_set,
]


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("batch_size", [4, 5, None])
def test_an_epoch_of_batch_passes_is_an_epoch_of_the_trainer(
    ten: Document, variant, batch_size: int | None
) -> None:
    ten.new(edits.set_training(variant(ten.project), batch_size=batch_size))
    expected = trained(ten, batch_size)
    cursor = StepCursor(ten)
    cursor.set_scope("batch")
    cursor.set_granularity("epoch")
    cursor.forward()
    # The trainer scales each sum by the rate over the batch; the trace gives the mean: other
    # rounding.
    np.testing.assert_allclose(parameters(ten), expected, rtol=1e-13, atol=1e-15)
    assert cursor.passes[cursor.pass_number].epoch == 1


@pytest.mark.parametrize("variant", VARIANTS)
def test_an_epoch_of_single_samples_is_one_of_the_trainer_in_batches_of_one(
    ten: Document, variant
) -> None:
    ten.new(variant(ten.project))
    expected = trained(ten, 1)
    cursor = StepCursor(ten)
    cursor.set_granularity("epoch")
    cursor.forward()
    np.testing.assert_allclose(parameters(ten), expected, rtol=1e-13, atol=1e-15)


def test_the_perceptron_rule_makes_the_trainers_epoch_too(xor: Document) -> None:
    project = edits.remove_layer(xor.project, "h")
    project = edits.set_activation(edits.add_link(project, "x", "o"), "o", "step")
    xor.new(edits.set_training(project, rule="perceptron", batch_size=2))
    assert xor.compiled is not None, xor.problems
    expected = trained(xor, 2)
    cursor = StepCursor(xor)
    cursor.set_scope("batch")
    cursor.set_granularity("epoch")
    cursor.forward()
    np.testing.assert_allclose(parameters(xor), expected, rtol=1e-13, atol=1e-15)
    assert not np.array_equal(expected, parameters_before(xor))


def parameters_before(document: Document) -> np.ndarray:
    document.undo()
    found = parameters(document)
    document.redo()
    return found


def test_an_epoch_made_at_once_is_the_same_as_one_made_step_by_step(ten: Document) -> None:
    ten.new(with_momentum(ten.project))
    start = ten.project
    cursor = StepCursor(ten)
    for _ in range(10):
        cursor.to_end()
        cursor.forward()
    one_by_one = parameters(ten).tobytes()
    ten.new(start)
    cursor.set_granularity("epoch")
    cursor.forward()
    assert parameters(ten).tobytes() == one_by_one
    assert ten.undo_stack.count() == 1


def test_a_batch_pass_updates_with_the_mean_over_its_samples(ten: Document) -> None:
    compiled = ten.compiled
    assert compiled is not None
    rows = [0, 1, 2, 3]
    numbers = trace(
        compiled.network, compiled.parameters, compiled.inputs[rows], compiled.targets[rows]
    )
    cursor = StepCursor(ten)
    cursor.set_scope("batch")
    assert cursor.samples_of_pass.tolist() == rows
    cursor.to_end()
    cursor.forward()
    assert parameters(ten).tobytes() == update(numbers, compiled.training).parameters.tobytes()
    assert cursor.samples_of_pass.tolist() == [4, 5, 6, 7]
    assert ten.undo_stack.undo_text() == "Update from batch 1"


def test_the_last_batch_of_an_epoch_holds_what_is_left_over(ten: Document) -> None:
    cursor = StepCursor(ten)
    cursor.set_scope("batch")
    cursor.set_granularity("sample")
    seen = []
    for _ in range(4):
        seen.append((cursor.samples_of_pass.tolist(), cursor.passes[cursor.pass_number].epoch))
        cursor.forward()
    assert seen == [([0, 1, 2, 3], 0), ([4, 5, 6, 7], 0), ([8, 9], 0), ([0, 1, 2, 3], 1)]


def test_by_batch_single_samples_are_taken_as_many_as_a_batch_has(ten: Document) -> None:
    cursor = StepCursor(ten)
    cursor.set_granularity("batch")
    starts = []
    for _ in range(3):
        cursor.forward()
        starts.append((cursor.sample, cursor.pass_number, ten.undo_stack.count()))
    assert starts == [(4, 4, 1), (8, 8, 2), (0, 10, 3)]


def test_what_was_begun_by_hand_is_completed_with_the_batch(ten: Document) -> None:
    cursor = StepCursor(ten)
    cursor.to_end()
    cursor.forward()
    cursor.go_to(3)
    cursor.set_granularity("batch")
    cursor.forward()
    assert (cursor.sample, cursor.index) == (4, -1)
    cursor.back()
    assert (cursor.sample, cursor.index) == (0, -1)


def test_going_back_by_epoch_stops_at_the_start_of_each_epoch(ten: Document) -> None:
    cursor = StepCursor(ten)
    cursor.set_granularity("epoch")
    at_starts = []
    for _ in range(3):
        at_starts.append(parameters(ten).tobytes())
        cursor.forward()
    for expected in reversed(at_starts):
        cursor.back()
        assert parameters(ten).tobytes() == expected
        assert cursor.index == -1
    assert not cursor.can_go_back


def test_samples_set_aside_for_testing_are_not_learned_from(ten: Document) -> None:
    ten.apply("Test set", edits.set_training, test_fraction=0.3)
    cursor = StepCursor(ten)
    cursor.set_scope("batch")
    cursor.set_granularity("epoch")
    cursor.forward()
    learned = {int(n) for record in cursor.passes[:-1] for n in record.samples}
    assert len(learned) == 7
    aside = next(n for n in range(10) if n not in learned)
    shown = cursor.sample
    cursor.set_sample(aside)
    assert cursor.sample == shown
    cursor.set_scope("sample")
    cursor.set_sample(aside)
    assert cursor.samples_of_pass.tolist() == [aside]


def test_of_a_batch_any_sample_can_be_shown_without_leaving_the_step(ten: Document) -> None:
    cursor = StepCursor(ten)
    cursor.set_scope("batch")
    cursor.go_to(5)
    numbers = cursor.trace
    cursor.set_sample(2)
    assert (cursor.sample, cursor.column, cursor.index) == (2, 2, 5)
    assert cursor.trace is numbers
    cursor.set_sample(6)
    assert cursor.samples_of_pass.tolist() == [4, 5, 6, 7]
    assert (cursor.sample, cursor.column, cursor.index) == (6, 2, -1)


def test_the_samples_own_gradients_have_the_shown_mean(ten: Document) -> None:
    cursor = StepCursor(ten)
    cursor.set_scope("batch")
    mean = cursor.gradient
    assert mean is cursor.trace.gradient or np.shares_memory(mean, cursor.trace.gradient)
    cursor.set_mean(False)
    own = []
    for sample in (0, 1, 2, 3):
        cursor.set_sample(sample)
        own.append(cursor.gradient)
        alone = StepCursor(ten)
        alone.set_sample(sample)
        np.testing.assert_allclose(own[-1], alone.gradient, rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(np.mean(own, axis=0), mean, rtol=1e-12, atol=1e-15)
    assert not np.allclose(own[0], mean)


def test_changing_the_batch_size_changes_the_batch_at_hand(ten: Document) -> None:
    cursor = StepCursor(ten)
    cursor.set_scope("batch")
    cursor.set_sample(6)
    ten.apply("Batch", edits.set_training, batch_size=3)
    assert cursor.samples_of_pass.tolist() == [6, 7, 8]
    assert cursor.sample == 6


def test_the_optimizer_is_there_before_and_after_its_update(ten: Document) -> None:
    ten.new(with_momentum(ten.project))
    cursor = StepCursor(ten)
    before, after = cursor.optimizer_before, cursor.update.optimizer
    assert not before.state()["momentum_buffer"].any()
    velocity = after.state()["momentum_buffer"]
    assert velocity.any()
    cursor.to_end()
    cursor.forward()
    assert np.array_equal(cursor.optimizer_before.state()["momentum_buffer"], velocity)


@pytest.fixture
def overflowing(xor: Document) -> StepCursor:
    """Before an update that overflows, after one that does not."""
    xor.apply("Rate", edits.set_optimizer, learning_rate=1e200)
    xor.apply("Linear", edits.set_activation, "o", "linear")
    cursor = StepCursor(xor)
    cursor.set_sample(1)
    cursor.to_end()
    cursor.forward()
    cursor.to_end()
    return cursor


@pytest.mark.parametrize("granularity", ["unit", "sample", "batch", "epoch"])
def test_an_update_that_overflows_leaves_everything_as_it_was(
    xor: Document, overflowing: StepCursor, granularity: str
) -> None:
    cursor = overflowing
    cursor.set_granularity(granularity)
    project, moment, moments = xor.project, cursor.moment, cursor.moments
    with pytest.raises(EditError):
        cursor.forward()
    assert xor.project is project
    assert (cursor.moment, cursor.moments, xor.undo_stack.count()) == (moment, moments, 3)


def test_an_overflow_beyond_passes_made_before_leaves_one_where_one_was(
    xor: Document, overflowing: StepCursor
) -> None:
    cursor = overflowing
    cursor.go_to_moment(4)
    cursor.set_granularity("epoch")
    project, moment = xor.project, cursor.moment
    with pytest.raises(EditError):
        cursor.forward()
    assert xor.project is project
    assert (cursor.pass_number, cursor.moment, xor.undo_stack.index()) == (0, moment, 2)
