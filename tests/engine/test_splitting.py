"""Parts of the samples: by fraction, stratified, by hand; and the split of earlier versions."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.engine.spec import SpecError
from mlp_studio.engine.splitting import Data, by_fraction, by_parts

fractions = st.floats(0.01, 0.48)


def rows(split):
    return np.concatenate([split.train, split.validation, split.test])


@given(st.integers(3, 80), fractions, fractions, st.integers(0, 2**32 - 1))
def test_every_sample_is_in_one_part_and_the_parts_are_ascending(samples, test, validation, seed):
    split = by_fraction(samples, test=test, validation=validation, seed=seed)
    assert sorted(rows(split).tolist()) == list(range(samples))
    for part in (split.train, split.validation, split.test):
        assert len(part) >= 1
        assert (np.diff(part) > 0).all()
    assert abs(len(split.test) - test * samples) <= 1
    assert split.same_as(by_fraction(samples, test=test, validation=validation, seed=seed))


@given(st.integers(2, 80), st.floats(0.01, 0.99), st.integers(0, 2**32 - 1))
def test_without_a_validation_part_files_keep_the_split_they_had(samples, fraction, seed):
    count = min(max(round(fraction * samples), 1), samples - 1)
    shuffled = np.random.default_rng([seed, 2]).permutation(samples)
    split = by_fraction(samples, test=fraction, seed=seed)
    assert split.test.tolist() == sorted(shuffled[:count])
    assert split.train.tolist() == sorted(shuffled[count:])
    assert not len(split.validation)


@given(
    st.lists(st.integers(0, 3), min_size=12, max_size=120), fractions, fractions, st.integers(0, 9)
)
def test_stratified_parts_have_each_class_in_its_share(labels, test, validation, seed):
    labels = np.array(labels)
    split = by_fraction(len(labels), test=test, validation=validation, seed=seed, labels=labels)
    assert sorted(rows(split).tolist()) == list(range(len(labels)))
    for part in (split.test, split.validation):
        for label in np.unique(labels):
            share = len(part) * (labels == label).sum() / len(labels)
            assert abs((labels[part] == label).sum() - share) <= 2
    big = [label for label in np.unique(labels) if (labels == label).sum() >= 12]
    for label in big:
        share = len(split.test) * (labels == label).sum() / len(labels)
        assert abs((labels[split.test] == label).sum() - share) <= 1 + 1e-9


def test_parts_by_hand_are_taken_as_they_are():
    split = by_parts([0, 2, 1, 0, 2])
    assert (split.train.tolist(), split.validation.tolist(), split.test.tolist()) == (
        [0, 3],
        [2],
        [1, 4],
    )


def test_a_split_of_nothing_leaves_the_very_arrays():
    inputs, targets = np.ones((4, 2)), np.ones((4, 1))
    data = Data.of(inputs, targets, by_fraction(4))
    assert data.train_inputs is inputs
    assert data.test_inputs is data.validation_inputs is None


@pytest.mark.parametrize("fraction", [-0.1, 1.0, float("nan")])
@pytest.mark.parametrize("name", ["test", "validation"])
def test_a_fraction_out_of_range_is_refused(name, fraction):
    with pytest.raises(SpecError, match=f"{name}_fraction must be"):
        by_fraction(4, **{name: fraction})


def test_too_much_or_too_few_to_split_is_refused():
    with pytest.raises(SpecError, match="a single sample"):
        by_fraction(1, test=0.5)
    with pytest.raises(SpecError, match="2 samples cannot be split into"):
        by_fraction(2, test=0.2, validation=0.2)
    with pytest.raises(SpecError, match="below 1 together"):
        by_fraction(10, test=0.5, validation=0.5)
