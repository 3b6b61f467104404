"""The built-in data sets: known values, counts, seeds, and nothing wrong in silence."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.engine.expressions import ExpressionError
from mlp_studio.engine.initializers import initial_parameters
from mlp_studio.engine.network import Network
from mlp_studio.engine.spec import (
    LayerSpec,
    LinkSpec,
    NetworkSpec,
    OptimizerSpec,
    SpecError,
    TrainingSpec,
)
from mlp_studio.engine.tasks import score, task_of
from mlp_studio.engine.trainer import Data, train
from mlp_studio.project.builtin import SETS, find, generated
from mlp_studio.project.model import Generator
from mlp_studio.project.rules import check_data

REAL = {
    "iris": (4, [50, 50, 50]),
    "wine": (13, [59, 71, 48]),
    "breast_cancer": (30, [212, 357]),
    "digits": (64, [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]),
}


def labels(data):
    return task_of(data.targets.values).labels(data.targets.values)


@pytest.mark.parametrize("chosen", SETS, ids=lambda each: each.name)
def test_every_set_as_it_begins_is_data_a_project_can_have(chosen):
    data = generated(chosen.default)
    assert check_data(data) == data
    assert data.generator == chosen.default
    is_regression = task_of(data.targets.values).kind == "regression"
    assert is_regression == (chosen.group == "functions")


@pytest.mark.parametrize("name", REAL)
def test_a_real_set_has_its_columns_and_its_samples_of_each_class(name):
    columns, counts = REAL[name]
    data = generated(find(name).default)
    assert data.inputs.shape == (sum(counts), columns)
    assert np.bincount(labels(data)).tolist() == counts
    assert len(data.classes) == len(counts)


def test_known_rows_of_the_real_sets():
    iris = generated(find("iris").default)
    assert iris.inputs.values[0].tolist() == [5.1, 3.5, 1.4, 0.2]
    assert iris.inputs.values[-1].tolist() == [5.9, 3.0, 5.1, 1.8]
    assert iris.classes == ("setosa", "versicolor", "virginica")
    assert iris.target_columns == ("species",)
    wine = generated(find("wine").default)
    assert wine.inputs.values[0, [0, -1]].tolist() == [14.23, 1065.0]
    cancer = generated(find("breast_cancer").default)
    assert cancer.inputs.values[0, :2].tolist() == [17.99, 10.38]
    assert cancer.classes == ("malignant", "benign")
    digits = generated(find("digits").default)
    assert digits.inputs.values[0, :8].tolist() == [0, 0, 5, 13, 9, 1, 0, 0]
    assert digits.classes[labels(digits)[0]] == "0"
    assert digits.inputs.values.max() == 16


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(list(REAL)), st.integers(10, 150), st.integers(0, 5))
def test_a_part_of_a_real_set_has_each_class_in_its_share(name, samples, seed):
    whole = np.array(REAL[name][1])
    data = generated(Generator(name, samples, 0.0, seed))
    counts = np.bincount(labels(data), minlength=len(whole))
    assert counts.sum() == samples
    assert np.abs(counts - samples * whole / whole.sum()).max() <= 1.0


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from([each for each in SETS if each.has_balance]),
    st.integers(2, 200),
    st.floats(0.05, 0.95),
    st.integers(2, 6),
)
def test_a_balance_is_kept_to_within_one_sample(chosen, samples, balance, classes):
    classes = min(max(classes, 2), chosen.classes[1]) if chosen.classes else 2
    made = Generator(chosen.name, samples, 0.1, 0, classes, balance, chosen.default.formula)
    data = generated(made)
    first = labels(data) == 0 if data.targets.shape[1] > 1 else data.targets.values[:, 0] == 0
    assert abs(first.sum() - balance * samples) <= 1
    if data.targets.shape[1] > 2:
        rest = data.targets.values.sum(axis=0)[1:]
        assert rest.max() - rest.min() <= 1


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(SETS), st.integers(0, 3))
def test_the_same_recipe_gives_the_same_data_and_another_seed_others(chosen, seed):
    recipe = Generator(chosen.name, 50, 0.2, seed, 2, None, chosen.default.formula)
    assert generated(recipe) == generated(recipe)
    other = generated(Generator(chosen.name, 50, 0.2, seed + 1, 2, None, chosen.default.formula))
    assert not np.array_equal(other.inputs.values, generated(recipe).inputs.values) or (
        not np.array_equal(other.targets.values, generated(recipe).targets.values)
    )


def test_functions_lie_on_their_curve_without_noise():
    def values(name):
        data = generated(Generator(name, 41, 0.0))
        return data.inputs.values, data.targets.values[:, 0]

    x, y = values("line")
    np.testing.assert_allclose(y, 0.8 * x[:, 0] + 0.1)
    x, y = values("sine")
    np.testing.assert_allclose(y, np.sin(np.pi * x[:, 0]))
    x, y = values("step")
    np.testing.assert_array_equal(y, np.where(x[:, 0] < 0, -0.5, 0.5))
    x, y = values("saddle")
    np.testing.assert_allclose(y, x[:, 0] ** 2 - x[:, 1] ** 2)
    x, y = values("plane")
    np.testing.assert_allclose(y, 0.6 * x[:, 0] - 0.4 * x[:, 1])
    x, y = values("bumps")
    high = ((x - 0.45) ** 2).sum(axis=1)
    low = ((x + 0.45) ** 2).sum(axis=1)
    np.testing.assert_allclose(y, np.exp(-high / 0.245) - np.exp(-low / 0.245))


def test_bands_lie_on_both_sides_of_their_curve_and_squares_take_turns():
    data = generated(Generator("bands", 200, 0.0, formula="x1**2"))
    x, y = data.inputs.values.T
    assert ((y > x**2) == (data.targets.values[:, 0] == 1)).all()
    assert np.abs(y - x**2).min() >= 0.1
    board = generated(Generator("checkerboard", 400, 0.0))
    square = np.floor((board.inputs.values + 1.0) * 2.0).astype(int)
    assert ((square.sum(axis=1)) % 2 == board.targets.values[:, 0]).all()


@pytest.mark.parametrize(("name", "classes"), [("spirals", 4), ("blobs", 6)])
def test_more_than_two_classes_are_one_hot(name, classes):
    data = generated(Generator(name, 60, 0.0, classes=classes))
    assert data.targets.shape == (60, classes)
    assert np.bincount(labels(data)).tolist() == [60 // classes] * classes


@pytest.mark.parametrize(
    "recipe",
    [
        Generator("nothing"),
        Generator("iris", 151, 0.0),
        Generator("iris", 2, 0.0),
        Generator("iris", 150, -1.0),
        Generator("iris", 150, 0.0, classes=3),
        Generator("moons", classes=3),
        Generator("spirals", classes=5),
        Generator("blobs", classes=7),
        Generator("moons", balance=0.0),
        Generator("moons", balance=1.0),
        Generator("xor", balance=0.5),
        Generator("line", balance=0.5),
        Generator("moons", 0),
        Generator("moons", noise=float("nan")),
        Generator("bands", formula="log(x1)"),
        Generator("moons", formula="x1"),
        Generator("iris", 150, 0.0, formula="x1"),
        Generator("iris", 150, 0.0, balance=0.5),
        Generator("moons", seed=-1),
        Generator("iris", 150, 0.0, seed=-1),
        Generator("moons", 10**12),
        Generator("wine", 178, 1e308),
    ],
)
def test_settings_a_set_cannot_have_are_refused(recipe):
    with pytest.raises(SpecError) as error:
        generated(recipe)
    assert "\n" not in str(error.value)


@settings(max_examples=300, deadline=None)
@given(
    st.builds(
        Generator,
        st.sampled_from([each.name for each in SETS]),
        st.integers(1, 300) | st.integers(-1, 1800),
        st.floats(0.0, 1.0) | st.floats(),
        st.integers(0, 9) | st.integers(-1, 2**63),
        st.just(2) | st.integers(0, 7),
        st.none() | st.floats(0.0, 1.0) | st.floats(),
        st.just("") | st.sampled_from(["x1", "1/x1", "1e400", "sin(", "x2", " "]),
    ),
    st.sampled_from([0.0, -1.0]),
)
def test_any_recipe_gives_data_a_project_can_have_or_says_why_not(recipe, low):
    try:
        data = generated(recipe, low)
    except (SpecError, ExpressionError):
        return
    assert check_data(data) == data
    assert data.generator == recipe


@pytest.mark.parametrize("low", [1.0, -2.0, float("nan")])
def test_the_target_for_no_is_zero_or_minus_one(low):
    with pytest.raises(SpecError, match="must be 0 or −1"):
        generated(Generator("moons"), low)


def test_noise_displaces_real_data_by_deviations_of_each_column():
    clean, noisy = (generated(Generator("breast_cancer", 569, noise)) for noise in (0.0, 0.5))
    moved = (noisy.inputs.values - clean.inputs.values).std(axis=0)
    np.testing.assert_allclose(moved / clean.inputs.values.std(axis=0), 0.5, rtol=0.12)
    np.testing.assert_array_equal(noisy.targets.values, clean.targets.values)


def test_the_noise_of_real_data_is_drawn_by_the_seed():
    one, other = (generated(Generator("iris", 150, 0.1, seed)) for seed in (1, 2))
    assert (one.inputs.values != other.inputs.values).all()


def test_pixels_that_never_vary_are_not_displaced():
    clean, noisy = (generated(Generator("digits", 1797, noise)) for noise in (0.0, 0.5))
    still = clean.inputs.values.std(axis=0) == 0
    assert still.any()
    np.testing.assert_array_equal(noisy.inputs.values[:, still], clean.inputs.values[:, still])


@pytest.mark.parametrize(
    "name", ["checkerboard", "bands", "plane", "saddle", "bumps", "iris", "digits"]
)
def test_what_is_drawn_even_without_noise_is_drawn_by_the_seed(name):
    one, same, other = (generated(Generator(name, 60, 0.0, seed)) for seed in (1, 1, 2))
    assert one == same
    assert not np.array_equal(one.inputs.values, other.inputs.values)


def test_a_part_of_a_real_set_is_rows_of_it_in_their_order_each_once():
    whole = generated(find("digits").default)
    rows = [row.tobytes() for row in whole.inputs.values]
    part = generated(Generator("digits", 200, 0.0, 4))
    at = [rows.index(row.tobytes()) for row in part.inputs.values]
    assert at == sorted(set(at))
    np.testing.assert_array_equal(whole.targets.values[at], part.targets.values)


def test_a_curve_that_cannot_be_read_says_where():
    with pytest.raises(ExpressionError) as error:
        generated(Generator("bands", formula="sin(x1"))
    assert error.value.position == 3


def test_two_classes_can_be_minus_one_and_one_and_functions_stay_as_they_are():
    assert set(generated(Generator("moons"), -1.0).targets.values.ravel()) == {-1.0, 1.0}
    assert set(generated(find("breast_cancer").default, -1.0).targets.values.ravel()) == {-1.0, 1.0}
    assert generated(Generator("sine"), -1.0) == generated(Generator("sine"))
    assert set(generated(find("iris").default, -1.0).targets.values.ravel()) == {0.0, 1.0}


@pytest.mark.parametrize(("name", "hidden", "epochs"), [("iris", 8, 100), ("digits", 32, 15)])
def test_a_small_network_tells_over_95_percent_of_what_it_was_not_shown(name, hidden, epochs):
    data = generated(find(name).default)
    inputs, targets = data.inputs.values, data.targets.values
    network = softmax_network(inputs.shape[1], hidden, targets.shape[1])
    outputs = np.empty_like(targets)
    # In five parts, each tested by a network trained on the others: every sample is tested once,
    # so that no lucky choice of a part decides.
    for test in np.array_split(np.random.default_rng(0).permutation(len(inputs)), 5):
        rest = np.setdiff1d(np.arange(len(inputs)), test)
        scaled = standardised(inputs, rest)
        trained = learned(network, Data(scaled[rest], targets[rest]), epochs)
        outputs[test] = network.predict(trained, scaled[test])
    assert score(task_of(targets), outputs, targets) > 0.95


def softmax_network(inputs, hidden, outputs):
    layers = (
        LayerSpec("x", inputs, is_input=True),
        LayerSpec("h", hidden, activation="tanh"),
        LayerSpec("o", outputs, activation="softmax"),
    )
    return Network(NetworkSpec(layers, (LinkSpec("x", "h"), LinkSpec("h", "o")), "cross_entropy"))


def standardised(inputs, rows):
    """By the mean and deviation of `rows`; a column that does not vary there is only shifted."""
    deviation = inputs[rows].std(axis=0)
    return (inputs - inputs[rows].mean(axis=0)) / np.where(deviation > 0, deviation, 1.0)


def learned(network, data, epochs):
    """The parameters after training."""
    adam = OptimizerSpec("adam", 0.01)
    training = TrainingSpec(optimizer=adam, batch_size=16, epochs=epochs, seed=1)
    start = initial_parameters(network.spec, 1, np.dtype(np.float64))
    *_, last = train(network, start, data, training)
    return last.parameters
