"""The built-in data sets: what they hold, and that a seed fixes them."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.engine import datasets
from mlp_studio.engine.datasets import make
from mlp_studio.engine.spec import SpecError

GATES = {"xor": [0, 1, 1, 0], "and": [0, 0, 0, 1], "or": [0, 1, 1, 1], "nand": [1, 1, 1, 0]}
FUNCTIONS = ["line", "sine", "step", "plane", "saddle", "bumps"]
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
    (_, *first), (_, *second) = (make(name, 20, 0.1, seed=seed) for seed in (1, 2))
    # What is displaced: the point, or the value of a function to be learned.
    assert any((one != other).all() for one, other in zip(first, second, strict=True))


def test_noise_has_the_standard_deviation_asked_for():
    clean, noisy = (make("moons", 4000, noise, seed=1)[1] for noise in (0.0, 0.2))
    assert np.std(noisy - clean) == pytest.approx(0.2, rel=0.03)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("spheres", 10, 0.1, 0), "unknown data set 'spheres'; known: xor, and"),
        (("moons", 0, 0.1, 0), "samples must be at least 1"),
        (("moons", 10, -0.1, 0), "noise must be 0 to"),
        (("moons", 10, float("nan"), 0), "noise must be 0 to"),
        (("line", 10, 1e308, 0), "noise must be 0 to"),
        (("moons", 10, 0.1, -1), "the seed must not be negative"),
    ],
)
def test_what_cannot_be_made_is_refused(arguments, message):
    with pytest.raises(SpecError, match=message):
        make(*arguments)


@pytest.mark.parametrize("name", datasets.NAMES)
def test_a_set_has_at_most_its_number_of_classes(name):
    most = {"spirals": 4, "blobs": 6}.get(name, 2)
    if name not in FUNCTIONS:
        targets = make(name, 12 * most, 0.1, 0, classes=most)[2]
        assert targets.shape[1] == (1 if most == 2 else most)
    for classes in (1, most + 1):
        with pytest.raises(SpecError, match=f"'{name}' cannot have {classes} classes"):
            make(name, 10, 0.1, 0, classes=classes)


@pytest.mark.parametrize("name", [name for name in datasets.NAMES if name != "bands"])
def test_only_bands_have_a_formula(name):
    with pytest.raises(SpecError, match=f"'{name}' has no formula"):
        make(name, 10, 0.1, 0, formula="x1")


@pytest.mark.parametrize("name", [*GATES, *FUNCTIONS])
def test_only_classes_that_are_drawn_have_a_balance(name):
    with pytest.raises(SpecError, match=f"'{name}' has no balance"):
        make(name, 10, 0.1, 0, balance=0.5)


@pytest.mark.parametrize("formula", ["log(x1)", "1e308", "1e7*x1", "exp(1000*x1)"])
def test_a_curve_that_bands_cannot_lie_about_is_refused_with_the_place(formula):
    with pytest.raises(SpecError, match=r"has no value within ±1e\+06 at x1 = -?0\.\d+"):
        make("bands", 50, 0.0, 0, formula=formula)


def test_bands_are_at_a_tenth_to_a_half_from_the_curve_they_begin_with():
    _, inputs, targets = make("bands", 300, 0.0, 4)
    above = inputs[:, 1] - np.sin(3 * inputs[:, 0]) / 2
    np.testing.assert_array_equal(above > 0, targets[:, 0] == 1)
    assert 0.1 <= np.abs(above).min() < 0.12
    assert 0.48 < np.abs(above).max() <= 0.5


@pytest.mark.parametrize("name", [*SHAPES, "checkerboard", "bands"])
def test_a_balance_is_kept_by_any_first_samples(name):
    targets = make(name, 90, 0.1, 0, balance=0.2)[2]
    first = np.cumsum(targets[:, 0] == 0)
    assert np.abs(first - 0.2 * np.arange(1, 91)).max() <= 0.5 + 1e-9


def test_arms_of_spirals_are_turned_by_equal_angles():
    _, inputs, targets = make("spirals", 120, 0.0, 0, classes=4)
    arms = [inputs[targets[:, k] == 1] for k in range(4)]
    for arm, following in pairwise(arms):
        # A quarter turn, (x, y) to (y, −x).
        np.testing.assert_allclose(following, np.stack([arm[:, 1], -arm[:, 0]], axis=1), atol=1e-12)


def test_a_balanced_set_is_the_one_without_a_balance_where_both_mean_the_same():
    alike, halved = (make("moons", 40, 0.0, 0, balance=share) for share in (None, 0.5))
    points = [{tuple(row) for row in made[1].round(9)} for made in (alike, halved)]
    assert points[0] == points[1]


# What files were made with: x and y of samples 5 and 39 of 40 at noise 0.1 and seed 7.
KEPT = {
    "xor": [[0.048984205019, 1.035688700816], [0.974980459948, 1.152352940046]],
    "circles": [[0.453492702206, 0.329581326962], [0.450508718096, -0.002155557142]],
    "moons": [[-0.248227289449, -0.01411094532], [0.974980459948, 0.319019606712]],
    "spirals": [[-0.08838179398, -0.024565612882], [0.974980459948, 0.152352940046]],
    "blobs": [[0.23015753659, -0.640459377586], [0.469955206779, 0.647327686876]],
}


@pytest.mark.parametrize("name", KEPT)
def test_recipes_of_earlier_files_still_give_the_same_data(name):
    _, inputs, _ = make(name, 40, 0.1, 7, classes=3 if name == "blobs" else 2)
    np.testing.assert_allclose(inputs[[5, 39]], KEPT[name], rtol=0, atol=1e-11)
