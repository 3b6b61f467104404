"""The built-in data sets: what they hold, and that a seed fixes them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.engine import datasets
from mlp_studio.engine.datasets import make
from mlp_studio.engine.spec import SpecError

GATES = {"xor": [0, 1, 1, 0], "and": [0, 0, 0, 1], "or": [0, 1, 1, 1], "nand": [1, 1, 1, 0]}
SHAPES = ["circles", "moons", "spirals", "blobs"]


@pytest.mark.parametrize("name", GATES)
def test_a_gate_without_noise_is_its_truth_table_whatever_the_samples(name):
    columns, inputs, targets = make(name, samples=77, noise=0.0, seed=5)
    assert columns == ("x1", "x2")
    assert inputs.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert targets.ravel().tolist() == GATES[name]


@pytest.mark.parametrize("name", GATES)
def test_a_noisy_gate_has_its_samples_around_the_corners(name):
    _, inputs, targets = make(name, samples=40, noise=0.05, seed=5)
    assert inputs.shape == (40, 2)
    corners = np.round(inputs).astype(int)
    np.testing.assert_array_equal(targets[:, 0], np.array(GATES[name])[corners @ [2, 1]])
    assert 0.03 < np.std(inputs - corners) < 0.07


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_is_about_minus_1_to_1_and_its_classes_take_turns(name):
    _, inputs, targets = make(name, samples=101, noise=0.0, seed=0)
    assert inputs.shape == (101, 2)
    assert targets[:, 0].tolist() == [i % 2 for i in range(101)]
    assert 0.45 < np.abs(inputs).max() <= 1.0 + 1e-12
    assert np.abs(inputs.mean(axis=0)).max() < 0.12


def test_circles_lie_at_radius_1_and_one_half_without_a_point_twice():
    _, inputs, targets = make("circles", samples=60, noise=0.0, seed=0)
    np.testing.assert_allclose(np.hypot(*inputs.T), np.where(targets[:, 0] == 0, 1.0, 0.5))
    assert len(np.unique(inputs.round(9), axis=0)) == 60


def test_moons_are_half_circles_that_reach_into_each_other():
    _, inputs, targets = make("moons", samples=200, noise=0.0, seed=0)
    upper, lower = inputs[targets[:, 0] == 0], inputs[targets[:, 0] == 1]
    np.testing.assert_allclose(np.hypot(*(upper - [-1 / 3, -1 / 6]).T), 2 / 3)
    np.testing.assert_allclose(np.hypot(*(lower - [1 / 3, 1 / 6]).T), 2 / 3)
    assert lower[:, 1].max() > upper[:, 1].min()


def test_spirals_are_each_others_half_turn():
    _, inputs, targets = make("spirals", samples=80, noise=0.0, seed=0)
    first, second = inputs[targets[:, 0] == 0], inputs[targets[:, 0] == 1]
    np.testing.assert_allclose(first, -second, atol=1e-12)
    assert np.diff(np.hypot(*first.T)).min() > 0


def test_more_than_two_blobs_are_one_hot_and_stand_apart():
    _, inputs, targets = make("blobs", samples=90, noise=0.01, seed=3, classes=3)
    assert targets.shape == (90, 3)
    np.testing.assert_array_equal(targets.sum(axis=1), 1)
    centres = [inputs[targets[:, k] == 1].mean(axis=0) for k in range(3)]
    gaps = [np.linalg.norm(centres[i] - centres[i - 1]) for i in range(3)]
    assert gaps == pytest.approx([0.7 * np.sqrt(3)] * 3, abs=0.02)


@given(
    st.sampled_from(datasets.NAMES),
    st.integers(1, 60),
    st.floats(0.0, 1.0),
    st.integers(0, 2**32 - 1),
)
def test_the_same_arguments_give_the_same_data(name, samples, noise, seed):
    once, again = (make(name, samples, noise, seed) for _ in range(2))
    np.testing.assert_array_equal(once[1], again[1])
    np.testing.assert_array_equal(once[2], again[2])
    assert np.isfinite(once[1]).all()


@pytest.mark.parametrize("name", datasets.NAMES)
def test_another_seed_gives_other_noise(name):
    assert (make(name, 20, 0.1, seed=1)[1] != make(name, 20, 0.1, seed=2)[1]).all()


def test_noise_has_the_standard_deviation_asked_for():
    clean, noisy = (make("moons", 4000, noise, seed=1)[1] for noise in (0.0, 0.2))
    assert np.std(noisy - clean) == pytest.approx(0.2, rel=0.03)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("spheres", 10, 0.1, 0), "unknown data set 'spheres'; known: xor, and"),
        (("moons", 0, 0.1, 0), "samples must be at least 1"),
        (("moons", 10, -0.1, 0), "noise must not be negative"),
        (("moons", 10, float("nan"), 0), "noise must not be negative"),
    ],
)
def test_what_cannot_be_made_is_refused(arguments, message):
    with pytest.raises(SpecError, match=message):
        make(*arguments)


def test_only_blobs_have_more_than_two_classes():
    with pytest.raises(SpecError, match="'moons' cannot have 3 classes"):
        make("moons", 10, 0.1, 0, classes=3)
