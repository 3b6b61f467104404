"""Training runs against the plain loop they stand for, and all the ways they can end."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.engine import datasets, optimizers, penalties, schedules, trainer
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.initializers import initial_parameters
from mlp_studio.engine.network import Network
from mlp_studio.engine.spec import (
    LayerSpec,
    LinkSpec,
    NetworkSpec,
    OptimizerSpec,
    PenaltySpec,
    ScheduleSpec,
    SpecError,
    TrainingSpec,
)
from mlp_studio.engine.splitting import Data, by_fraction
from mlp_studio.engine.trace import trace, update
from mlp_studio.engine.trainer import train

SGD = TrainingSpec(optimizer=OptimizerSpec("sgd", learning_rate=0.1), epochs=3)


def parted(data, *, test=0.0, validation=0.0, seed=0):
    """Samples to learn from, split anew."""
    inputs, targets = data.train_inputs, data.train_targets
    return Data.of(
        inputs, targets, by_fraction(len(inputs), test=test, validation=validation, seed=seed)
    )


def chain(*sizes, hidden="tanh", output="linear", loss="half_sse", **link):
    layers = [LayerSpec("x", sizes[0], is_input=True)]
    layers += [LayerSpec(f"h{k}", size, activation=hidden) for k, size in enumerate(sizes[1:-1])]
    layers.append(LayerSpec("o", sizes[-1], activation=output))
    names = [layer.name for layer in layers]
    links = [LinkSpec(*ends, **link) for ends in pairwise(names)]
    return NetworkSpec(tuple(layers), tuple(links), loss)


def problem(spec, samples=23, seed=0):
    rng = np.random.default_rng(seed)
    network = Network(spec)
    inputs = rng.normal(size=(samples, network.units_of_inputs))
    targets = rng.normal(size=(samples, network.units_of_output))
    return network, initial_parameters(spec, seed), Data(inputs, targets)


def plain(network, parameters, data, training):
    """The loop as a textbook writes it; the parameters after each epoch."""
    parameters = parameters.copy()
    optimizer = optimizers.make(training.optimizer, parameters.size)
    rng = np.random.default_rng([training.seed, 1])
    count = len(data.train_inputs)
    size, step, epochs = training.batch_size or count, 0, []
    for _ in range(training.epochs):
        order = rng.permutation(count) if training.shuffle and size < count else np.arange(count)
        for start in range(0, count, size):
            batch = order[start : start + size]
            before = parameters.copy()
            _, gradient = network.gradient(
                parameters, data.train_inputs[batch], data.train_targets[batch]
            )
            is_weight = network.layout.is_weight
            gradient += penalties.gradient(training.penalty, parameters, is_weight)
            gradient *= network.layout.trainable
            norm = np.linalg.norm(gradient)
            if training.clip_norm is not None and norm > training.clip_norm:
                gradient *= training.clip_norm / norm
            rate = schedules.rate(training.schedule, training.optimizer.learning_rate, step)
            optimizer.step(parameters, gradient, rate)
            parameters = np.where(network.layout.trainable, parameters, before)
            step += 1
        epochs.append(parameters.copy())
    return epochs


def finished(run):
    """The evaluated snapshots of a run, and its last one."""
    snapshots = list(run)
    return [s for s in snapshots if s.train_loss is not None], snapshots[-1]


def test_one_step_of_one_linear_unit_is_what_the_hand_computes():
    # a = 2·3 + 1 = 7, δ = 7 − 5 = 2: w ← 2 − 0.1·2·3, b ← 1 − 0.1·2, loss ½·2² before.
    network = Network(chain(1, 1))
    data = Data(np.array([[3.0]]), np.array([[5.0]]))
    start, end = train(network, [2.0, 1.0], data, replace(SGD, epochs=1))
    assert (start.epoch, start.step, start.train_loss) == (0, 0, 2.0)
    assert end.parameters == pytest.approx([1.4, 0.8])
    assert end.train_loss == pytest.approx(0.5 * (1.4 * 3 + 0.8 - 5) ** 2)
    assert (end.epoch, end.step, end.stopped) == (1, 1, "epochs")


@settings(deadline=None, max_examples=40)
@given(
    st.sampled_from(optimizers.NAMES),
    st.sampled_from([None, 1, 5, 8, 23, 99]),
    st.booleans(),
    st.sampled_from([None, 0.05]),
    st.sampled_from([PenaltySpec(), PenaltySpec(l1=0.01, l2=0.1)]),
    st.sampled_from([ScheduleSpec(), ScheduleSpec("cosine", warmup_steps=3, total_steps=9)]),
)
def test_training_is_the_plain_loop(name, batch_size, shuffle, clip_norm, penalty, schedule):
    network, parameters, data = problem(chain(2, 4, 3, 1))
    training = TrainingSpec(
        optimizer=OptimizerSpec(name, learning_rate=0.05, weight_decay=0.01),
        batch_size=batch_size,
        shuffle=shuffle,
        clip_norm=clip_norm,
        penalty=penalty,
        schedule=schedule,
        epochs=3,
        seed=7,
    )
    snapshots, last = finished(train(network, parameters, data, training))
    expected = plain(network, parameters, data, training)
    for snapshot, after in zip(snapshots[1:], expected, strict=True):
        np.testing.assert_allclose(snapshot.parameters, after, rtol=0, atol=1e-11)
    assert last.train_loss == pytest.approx(
        network.loss_value(last.parameters, data.train_inputs, data.train_targets), rel=1e-12
    )
    assert last.penalty == pytest.approx(
        penalties.value(penalty, last.parameters, network.layout.is_weight)
    )


@pytest.mark.parametrize(("samples", "batch_size"), [(150, 2), (4500, 2100), (4500, None)])
def test_many_batches_and_large_ones_are_the_plain_loop_too(samples, batch_size):
    network, parameters, data = problem(chain(2, 4, 1), samples=samples)
    training = replace(SGD, batch_size=batch_size, epochs=2)
    snapshots, _ = finished(train(network, parameters, data, training))
    for snapshot, after in zip(
        snapshots[1:], plain(network, parameters, data, training), strict=True
    ):
        np.testing.assert_allclose(snapshot.parameters, after, rtol=0, atol=1e-12)


def test_the_start_is_left_alone_and_a_snapshot_cannot_be_written_to():
    network, parameters, data = problem(chain(2, 3, 1))
    before = parameters.copy()
    _, last = finished(train(network, parameters, data, SGD))
    np.testing.assert_array_equal(parameters, before)
    with pytest.raises(ValueError, match="read-only"):
        last.parameters[0] = 1.0


def test_both_losses_are_those_of_the_snapshots_own_parameters():
    network, parameters, data = problem(chain(2, 3, 1), samples=40)
    data = parted(data, test=0.25, seed=3)
    for snapshot in train(network, parameters, data, replace(SGD, batch_size=4)):
        if snapshot.train_loss is None:
            continue
        p = snapshot.parameters
        train_loss = network.loss_value(p, data.train_inputs, data.train_targets)
        test_loss = network.loss_value(p, data.test_inputs, data.test_targets)
        assert snapshot.train_loss == pytest.approx(train_loss, rel=1e-12)
        assert snapshot.test_loss == pytest.approx(test_loss, rel=1e-12)


def test_the_loss_of_many_samples_is_evaluated_chunk_by_chunk():
    network, parameters, data = problem(chain(2, 3, 1), samples=5000)
    start = next(train(network, parameters, data, replace(SGD, batch_size=1000)))
    expected = network.loss_value(parameters, data.train_inputs, data.train_targets)
    assert start.train_loss == pytest.approx(expected, rel=1e-12)


def test_the_same_seed_gives_the_same_run_bit_for_bit_and_another_another():
    network, parameters, data = problem(chain(2, 4, 1))
    training = replace(SGD, batch_size=5, seed=11)
    runs = [finished(train(network, parameters, data, training))[0] for _ in range(2)]
    for once, again in zip(*runs, strict=True):
        np.testing.assert_array_equal(once.parameters, again.parameters)
        assert once.train_loss == again.train_loss
    other = finished(train(network, parameters, data, replace(training, seed=12)))[1]
    assert (other.parameters != runs[0][-1].parameters).any()


def test_slices_of_an_epoch_change_no_number(monkeypatch):
    network, parameters, data = problem(chain(2, 4, 1), samples=3000)
    training = replace(SGD, batch_size=7, optimizer=OptimizerSpec("adam", learning_rate=0.01))
    results = []
    for seconds in (0.0, 1e-4, 100.0):
        monkeypatch.setattr(trainer, "SLICE_SECONDS", seconds)
        results.append(list(train(network, parameters, data, training)))
    evaluated = [[s for s in result if s.train_loss is not None] for result in results]
    assert len(results[0]) > 1200 > len(results[1]) > len(evaluated[0])
    for snapshots in zip(*evaluated, strict=True):
        assert len({s.train_loss for s in snapshots}) == 1
        assert len({s.parameters.tobytes() for s in snapshots}) == 1
    within = [s for s in results[0] if s.train_loss is None]
    assert [s.step for s in within[:3]] == [1, 2, 3]


@pytest.mark.parametrize("name", ["sgd", "momentum", "adam"])
@pytest.mark.parametrize("batch_size", [None, 4])
def test_a_run_taken_up_again_goes_on_bit_for_bit(monkeypatch, name, batch_size):
    monkeypatch.setattr(trainer, "SLICE_SECONDS", 0.0)
    network, parameters, data = problem(chain(2, 4, 1), samples=18)
    data = parted(data, test=0.2)
    training = TrainingSpec(
        optimizer=OptimizerSpec(name, learning_rate=0.01),
        schedule=ScheduleSpec("exponential", step_size=10),
        batch_size=batch_size,
        epochs=4,
        patience=3,
    )
    whole = list(train(network, parameters, data, training))
    for leave_after in range(1, len(whole)):
        run = train(network, parameters, data, training)
        for _ in range(leave_after):
            next(run)
        checkpoint = run.checkpoint()
        run.close()
        rest, last = finished(train(network, parameters, data, training, resume=checkpoint))
        expected = [s for s in whole[leave_after:] if s.train_loss is not None]
        assert [s.train_loss for s in rest] == [s.train_loss for s in expected]
        assert [s.test_loss for s in rest] == [s.test_loss for s in expected]
        assert [s.step for s in rest] == [s.step for s in expected]
        assert last.stopped == whole[-1].stopped
        np.testing.assert_array_equal(last.parameters, whole[-1].parameters)


def test_a_finished_run_can_be_given_more_epochs():
    network, parameters, data = problem(chain(2, 4, 1))
    training = replace(SGD, batch_size=4)
    run = train(network, parameters, data, training)
    list(run)
    more = list(
        train(network, parameters, data, replace(training, epochs=6), resume=run.checkpoint())
    )
    _, straight = finished(train(network, parameters, data, replace(training, epochs=6)))
    np.testing.assert_array_equal(more[-1].parameters, straight.parameters)
    assert [s.epoch for s in more if s.train_loss is not None] == [4, 5, 6]


def test_a_finished_run_taken_up_without_more_to_do_says_so_again():
    network, parameters, data = problem(chain(2, 4, 1))
    run = train(network, parameters, data, SGD)
    *_, last = run
    (again,) = train(network, parameters, data, SGD, resume=run.checkpoint())
    assert (again.stopped, again.epoch, again.train_loss) == ("epochs", 3, last.train_loss)


def test_an_epoch_cannot_be_finished_with_other_batches(monkeypatch):
    monkeypatch.setattr(trainer, "SLICE_SECONDS", 0.0)
    network, parameters, data = problem(chain(2, 4, 1))
    run = train(network, parameters, data, replace(SGD, batch_size=4))
    next(run), next(run)
    with pytest.raises(SpecError, match="data and batches it began with"):
        train(network, parameters, data, replace(SGD, batch_size=5), resume=run.checkpoint())


def test_a_closed_run_gives_nothing_more_and_disturbs_no_other():
    network, parameters, data = problem(chain(2, 4, 1))
    run, other = (train(network, parameters, data, SGD) for _ in range(2))
    next(run)
    run.close()
    with pytest.raises(StopIteration):
        next(run)
    assert finished(other)[1].stopped == "epochs"


def test_no_epochs_at_all_show_the_start_and_stop():
    network, parameters, data = problem(chain(2, 4, 1))
    (only,) = train(network, parameters, data, replace(SGD, epochs=0))
    assert (only.epoch, only.stopped) == (0, "epochs")


def test_a_run_ends_when_the_training_loss_is_low_enough():
    network, parameters, data = problem(chain(2, 4, 1))
    free, _ = finished(train(network, parameters, data, replace(SGD, epochs=20)))
    below = free[5].train_loss
    snapshots, last = finished(
        train(network, parameters, data, replace(SGD, epochs=20, converge_below=below))
    )
    assert (last.stopped, last.epoch, len(snapshots)) == ("converged", 5, 6)


def test_early_stopping_waits_patiently_for_the_test_loss():
    # The test targets are the opposite of the training targets: learning only makes them worse.
    network, _, data = problem(chain(2, 1))
    data = Data(data.train_inputs, data.train_targets, data.train_inputs, -data.train_targets)
    training = replace(SGD, epochs=50, patience=4)
    snapshots, last = finished(train(network, np.zeros(3), data, training))
    assert (last.stopped, last.epoch) == ("early_stop", 4)
    assert [s.test_loss for s in snapshots] == sorted(s.test_loss for s in snapshots)


def test_early_stopping_counts_only_gains_above_min_delta():
    network, parameters, data = problem(chain(2, 4, 1))
    training = replace(SGD, epochs=50, patience=2, min_delta=1e6)
    # Without test data the training loss is watched.
    assert finished(train(network, parameters, data, training))[1].epoch == 2


@pytest.mark.parametrize("name", optimizers.NAMES)
def test_frozen_parameters_stay_bit_for_bit_and_absent_edges_0(name):
    mask = FrozenArray([[True, False], [True, True], [True, True]], bool)
    frozen = FrozenArray([[False, False], [True, False], [False, True]], bool)
    spec = NetworkSpec(
        (
            LayerSpec("x", 2, is_input=True),
            LayerSpec("h", 3, activation="tanh", freeze_biases=True),
            LayerSpec("o", 1),
        ),
        (LinkSpec("x", "h", mask=mask, frozen_edges=frozen), LinkSpec("h", "o")),
    )
    network, parameters, data = problem(spec)
    layout = network.layout
    layout.biases(parameters, "h")[:] = [0.1, -0.2, 0.3]
    training = TrainingSpec(
        optimizer=OptimizerSpec(name, learning_rate=0.1, weight_decay=0.3),
        penalty=PenaltySpec(l1=0.1, l2=0.1),
        clip_norm=0.5,
        batch_size=4,
        epochs=3,
    )
    _, last = finished(train(network, parameters, data, training))
    fixed = ~layout.trainable
    assert last.parameters[fixed].tobytes() == parameters[fixed].tobytes()
    assert (last.parameters[~layout.exists] == 0.0).all()
    assert (last.parameters[layout.trainable] != parameters[layout.trainable]).all()


def test_clipping_bounds_the_step_and_leaves_short_gradients_alone():
    network, data = Network(chain(1, 1)), Data(np.array([[3.0]]), np.array([[5.0]]))
    once = replace(SGD, epochs=1)
    _, long = train(network, [2.0, 1.0], data, replace(once, clip_norm=1.0))
    assert np.linalg.norm(long.parameters - [2.0, 1.0]) == pytest.approx(0.1)
    _, short = train(network, [2.0, 1.0], data, replace(once, clip_norm=100.0))
    assert short.parameters == pytest.approx([1.4, 0.8])


def test_clipping_works_where_the_squares_of_the_gradient_overflow():
    network = Network(chain(1, 1, loss="mae"))
    data = Data(np.array([[3e160]]), np.array([[5.0]]))
    _, last = train(network, [1e-160, 0.0], data, replace(SGD, epochs=1, clip_norm=1.0))
    assert last.parameters == pytest.approx([0.1, 0.0])


@pytest.mark.parametrize(("activation", "low"), [("step", 0.0), ("sign", -1.0)])
def test_the_perceptron_rule_moves_by_the_mistake_times_the_input(activation, low):
    network = Network(chain(2, 1, output=activation))
    data = Data(np.array([[2.0, -1.0]]), np.array([[low]]))
    training = replace(SGD, rule="perceptron", epochs=1)
    # z = 2 + 1 + 1 > 0, so y = 1 and w ← w + 0.1·(low − 1)·x.
    _, last = train(network, [1.0, -1.0, 1.0], data, training)
    change = 0.1 * (low - 1.0)
    assert last.parameters == pytest.approx([1 + 2 * change, -1 - change, 1 + change])


def test_the_perceptron_rule_knows_neither_optimizer_nor_penalty_nor_clipping():
    network = Network(chain(2, 1, output="step"))
    data = Data(np.array([[2.0, -1.0]]), np.array([[0.0]]))
    training = replace(
        SGD,
        rule="perceptron",
        optimizer=OptimizerSpec("adamw", learning_rate=0.1),
        penalty=PenaltySpec(l2=5.0),
        clip_norm=1e-3,
        epochs=1,
    )
    _, last = train(network, [1.0, -1.0, 1.0], data, training)
    assert last.parameters == pytest.approx([0.8, -0.9, 0.9])
    assert last.penalty == 0.0


def test_the_perceptron_rule_learns_what_a_line_can_separate_and_then_rests():
    _, inputs, targets = datasets.make("and", noise=0.0)
    network = Network(chain(2, 1, output="step"))
    training = TrainingSpec(
        rule="perceptron",
        optimizer=OptimizerSpec(learning_rate=1.0),
        batch_size=1,
        shuffle=False,
        epochs=20,
    )
    snapshots, last = finished(train(network, np.zeros(3), Data(inputs, targets), training))
    np.testing.assert_array_equal(network.predict(last.parameters, inputs), targets)
    np.testing.assert_array_equal(snapshots[-1].parameters, snapshots[-2].parameters)


@pytest.mark.parametrize("rule", ["gradient", "perceptron"])
def test_a_training_step_is_the_update_that_a_trace_shows(rule):
    network, parameters, data = problem(
        chain(2, 3, output="sign") if rule == "perceptron" else chain(2, 4, 3)
    )
    training = TrainingSpec(
        rule=rule,
        optimizer=OptimizerSpec("adam", learning_rate=0.1, weight_decay=0.1),
        schedule=ScheduleSpec(warmup_steps=4),
        penalty=PenaltySpec(l1=0.01, l2=0.1),
        clip_norm=0.3,
        epochs=1,
    )
    shown = update(trace(network, parameters, data.train_inputs, data.train_targets), training)
    _, made = train(network, parameters, data, training)
    np.testing.assert_allclose(made.parameters, shown.parameters, rtol=0, atol=1e-14)
    assert made.train_loss == pytest.approx(shown.loss_after, rel=1e-12)


def test_xor_is_learned():
    _, inputs, targets = datasets.make("xor", noise=0.0)
    spec = chain(2, 4, 1, output="sigmoid", loss="bce")
    training = TrainingSpec(
        optimizer=OptimizerSpec("adam", learning_rate=0.1), epochs=300, converge_below=0.01
    )
    _, last = finished(
        train(Network(spec), initial_parameters(spec, 1), Data(inputs, targets), training)
    )
    assert last.stopped == "converged"


def test_single_precision_trains_in_single_precision():
    network, parameters, data = problem(chain(2, 4, 1))
    _, single = finished(train(network, parameters, data, replace(SGD, precision="float32")))
    _, double = finished(train(network, parameters, data, SGD))
    assert single.parameters.dtype == np.float32
    np.testing.assert_allclose(single.parameters, double.parameters, rtol=1e-4)


def growing(samples=12):
    """A linear unit whose error is multiplied by −98 in every step."""
    network = Network(chain(1, 1))
    training = TrainingSpec(
        optimizer=OptimizerSpec(learning_rate=99.0), batch_size=1, shuffle=False, epochs=100
    )
    return network, Data(np.ones((samples, 1)), np.zeros((samples, 1))), training


@pytest.mark.parametrize("seconds", [0.0, 100.0])
def test_divergence_is_found_at_its_step_and_the_last_finite_parameters_are_kept(
    monkeypatch, seconds
):
    monkeypatch.setattr(trainer, "SLICE_SECONDS", seconds)
    network, data, training = growing()
    by_hand, steps = np.array([1.0, 0.0]), 0
    with np.errstate(over="ignore"):
        while True:
            after = by_hand - 99.0 * (by_hand.sum() * np.ones(2))
            if not np.isfinite(after).all():
                break
            by_hand, steps = after, steps + 1
    *_, last = train(network, [1.0, 0.0], data, training)
    # The loss, about the square, overflows at the end of an epoch before the parameters do.
    assert last.stopped == "diverged"
    assert last.divergence.layer == "o"
    assert np.isfinite(last.parameters).all()
    assert last.divergence.step == last.step + 1 <= steps + 1
    assert last.divergence.epoch == last.epoch + 1 == (last.divergence.step - 1) // 12 + 1
    assert last.train_loss is None


def test_divergence_within_one_epoch_is_found_at_its_very_step():
    network, data, training = growing(samples=400)
    parameters, steps = np.array([1.0, 0.0]), 0
    with np.errstate(over="ignore"):
        while np.isfinite(after := parameters - 99.0 * parameters.sum()).all():
            parameters, steps = after, steps + 1
    *_, last = train(network, [1.0, 0.0], data, training)
    assert (last.divergence.epoch, last.divergence.step) == (1, steps + 1)
    assert (last.epoch, last.step) == (0, steps)
    np.testing.assert_allclose(last.parameters, parameters, rtol=1e-9)


def test_divergence_names_the_layer_it_began_in():
    # The unit h1 is the first to overflow: 1e200 · 1e200.
    network = Network(chain(1, 1, 1, 1, hidden="linear"))
    data = Data(np.array([[1.0]] * 3), np.zeros((3, 1)))
    parameters = np.array([1e200, 0.0, 1e200, 0.0, 1.0, 0.0])
    (only,) = train(network, parameters, data, SGD)
    assert (only.stopped, only.divergence.layer) == ("diverged", "h1")
    assert (only.divergence.epoch, only.divergence.step) == (0, 0)
    np.testing.assert_array_equal(only.parameters, parameters)


def test_a_large_batch_of_equal_samples_diverges_when_a_single_one_does():
    ends = []
    for samples in (1, 5000):
        network, data, training = growing(samples)
        training = replace(training, batch_size=None, epochs=400)
        *_, last = train(network, [1.0, 0.0], data, training)
        assert last.stopped == "diverged"
        assert last.divergence.step == last.divergence.epoch == last.step + 1
        ends.append(last.step)
    # The sum of so many squares overflows a step before one square does.
    assert ends == [67, 66]


def test_a_run_can_be_taken_up_with_another_optimizer_or_rule():
    network, parameters, data = problem(chain(2, 3, output="sign"))
    adam = replace(SGD, optimizer=OptimizerSpec("adam", learning_rate=0.1))
    run = train(network, parameters, data, adam)
    *_, left = run
    for training in (replace(SGD, epochs=4), replace(adam, rule="perceptron", epochs=4)):
        *_, last = train(network, parameters, data, training, resume=run.checkpoint())
        (_, fresh) = train(network, left.parameters, data, replace(training, epochs=1))
        np.testing.assert_array_equal(last.parameters, fresh.parameters)


@pytest.mark.parametrize("name", optimizers.NAMES)
def test_divergence_is_the_same_however_the_epochs_are_sliced(monkeypatch, name):
    network, parameters, data = problem(chain(2, 4, 1, hidden="leaky_relu"), samples=50)
    training = TrainingSpec(
        optimizer=OptimizerSpec(name, learning_rate=1e100), batch_size=3, epochs=50
    )
    found = []
    for seconds in (0.0, 100.0):
        monkeypatch.setattr(trainer, "SLICE_SECONDS", seconds)
        *_, last = train(network, parameters, data, training)
        found.append((last.stopped, last.divergence, last.step, last.parameters.tobytes()))
    assert found[0] == found[1]
    assert found[0][0] == "diverged"


def test_the_callers_error_settings_are_untouched_by_a_run():
    network, data, training = growing()
    before = np.geterr()
    run = train(network, [1.0, 0.0], data, training)
    next(run)
    assert np.geterr() == before
    with np.errstate(over="raise"):
        list(run)
        assert np.geterr()["over"] == "raise"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"batch_size": 0}, "batch_size must be at least 1"),
        ({"epochs": -1}, "epochs must be at least 0"),
        ({"patience": 0}, "patience must be at least 1"),
        ({"seed": -1}, "seed must be at least 0"),
        ({"min_delta": -1.0}, "min_delta must not be negative"),
        ({"clip_norm": 0.0}, "clip_norm must be positive"),
        ({"precision": "float16"}, "unknown precision 'float16'"),
        ({"penalty": PenaltySpec(l2=-1.0)}, "l2 must not be negative"),
        ({"schedule": ScheduleSpec("linear")}, "unknown schedule 'linear'"),
        ({"optimizer": OptimizerSpec("adamax")}, "unknown optimizer 'adamax'"),
    ],
)
def test_an_impossible_training_is_refused_before_it_starts(changes, message):
    network, parameters, data = problem(chain(2, 4, 1))
    with pytest.raises(SpecError, match=message):
        train(network, parameters, data, replace(SGD, **changes))


def test_data_that_do_not_fit_the_network_are_refused():
    network, parameters, data = problem(chain(2, 4, 1))
    with pytest.raises(SpecError, match=r"training data should be inputs \(23, 2\)"):
        train(network, parameters, replace(data, train_inputs=np.zeros((23, 3))), SGD)
    with pytest.raises(SpecError, match="test data should be"):
        train(
            network,
            parameters,
            replace(data, test_inputs=np.zeros((3, 2)), test_targets=np.zeros((2, 1))),
            SGD,
        )
    with pytest.raises(SpecError, match="there are no training data"):
        train(network, parameters, Data(np.zeros((0, 2)), np.zeros((0, 1))), SGD)


def test_the_validation_loss_is_that_of_the_snapshots_own_parameters():
    network, parameters, data = problem(chain(2, 3, 1), samples=40)
    data = parted(data, test=0.25, validation=0.25, seed=3)
    *_, last = train(network, parameters, data, replace(SGD, batch_size=4))
    expected = network.loss_value(last.parameters, data.validation_inputs, data.validation_targets)
    assert last.validation_loss == pytest.approx(expected, rel=1e-12)
    assert last.test_loss is not None


def test_early_stopping_watches_the_validation_loss_where_there_is_one():
    network, parameters, data = problem(chain(2, 3, 1), samples=40)
    inputs, targets = data.train_inputs, data.train_targets
    # What is held out gets worse with every epoch, what is learned better.
    worse = replace_validation(Data(inputs, targets, inputs, targets), inputs, -targets)
    training = replace(SGD, epochs=200, patience=5)
    *_, stopped = train(network, parameters, worse, training)
    *_, other = train(network, parameters, Data(inputs, targets, inputs, targets), training)
    assert stopped.stopped == "early_stop"
    assert stopped.epoch < other.epoch


def replace_validation(data, inputs, targets):
    return replace(data, validation_inputs=inputs, validation_targets=targets)


def test_a_falling_test_loss_does_not_keep_a_run_going_whose_validation_loss_rises():
    # Learning makes the validation loss worse, and the test loss better.
    network, _, data = problem(chain(2, 1))
    inputs, targets = data.train_inputs, data.train_targets
    data = replace(
        data,
        test_inputs=inputs,
        test_targets=targets,
        validation_inputs=inputs,
        validation_targets=-targets,
    )
    training = replace(SGD, epochs=50, patience=3)
    snapshots, last = finished(train(network, np.zeros(3), data, training))
    assert (last.stopped, last.epoch) == ("early_stop", 3)
    falling = [snapshot.test_loss for snapshot in snapshots]
    assert falling == sorted(falling, reverse=True)
    rising = [snapshot.validation_loss for snapshot in snapshots]
    assert rising == sorted(rising)


def test_the_validation_loss_is_that_of_the_snapshots_own_parameters_and_changes_no_other():
    network, parameters, data = problem(chain(2, 3, 1), samples=40)
    data = parted(data, test=0.2, validation=0.3, seed=3)
    without = replace(data, validation_inputs=None, validation_targets=None)
    training = replace(SGD, batch_size=4)
    snapshots, _ = finished(train(network, parameters, data, training))
    others, _ = finished(train(network, parameters, without, training))
    for snapshot, other in zip(snapshots, others, strict=True):
        loss = network.loss_value(
            snapshot.parameters, data.validation_inputs, data.validation_targets
        )
        assert snapshot.validation_loss == pytest.approx(loss, rel=1e-12)
        assert other.validation_loss is None
        assert snapshot.test_loss == other.test_loss
        np.testing.assert_array_equal(snapshot.parameters, other.parameters)
