"""Which samples a run learns from, which decide when it stops, and which only test it.

Everything follows from the seed: the samples are shuffled by `default_rng([seed, 2])`, and the
first of them are set aside. Without a validation part the test part is the same as with one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mlp_studio.engine.spec import SpecError

Array = NDArray[Any]
Indices = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """The rows of each part, ascending; every sample is in exactly one."""

    train: Indices
    validation: Indices
    test: Indices

    @property
    def samples(self) -> int:
        return len(self.train) + len(self.validation) + len(self.test)

    def same_as(self, other: Split) -> bool:
        return (
            np.array_equal(self.train, other.train)
            and np.array_equal(self.validation, other.validation)
            and np.array_equal(self.test, other.test)
        )


@dataclass(frozen=True, slots=True, eq=False)
class Data:
    """Samples to learn from and, if any, samples to test on and to choose the epoch by.

    Each is (samples, units).
    """

    train_inputs: Array
    train_targets: Array
    test_inputs: Array | None = None
    test_targets: Array | None = None
    validation_inputs: Array | None = None
    validation_targets: Array | None = None

    @classmethod
    def of(cls, inputs: ArrayLike, targets: ArrayLike, split: Split) -> Data:
        """The parts of (samples, units); the arrays themselves where all are to learn from."""
        inputs, targets = np.asarray(inputs), np.asarray(targets)
        if len(split.train) == len(inputs):
            return cls(inputs, targets)
        test, validation = (
            (inputs[rows], targets[rows]) if len(rows) else (None, None)
            for rows in (split.test, split.validation)
        )
        return cls(inputs[split.train], targets[split.train], *test, *validation)


def by_fraction(
    samples: int,
    *,
    test: float = 0.0,
    validation: float = 0.0,
    seed: int = 0,
    labels: ArrayLike | None = None,
) -> Split:
    """Random parts of so many samples; with `labels` (samples,), each class keeps its share.

    A part is its fraction of the samples, rounded, but at least one if the fraction is not 0, and
    never so many that none is left to learn from. Raises SpecError if a fraction is negative, if
    together they reach 1, and if there are too few samples.
    """
    _check(samples, test, validation)
    if test == validation == 0.0:
        nothing = np.empty(0, np.intp)
        return Split(np.arange(samples), nothing, nothing)
    tested = _size(test, samples, samples - 1 - (validation > 0.0))
    validated = _size(validation, samples, samples - 1 - tested)
    shuffled = np.random.default_rng([seed, 2]).permutation(samples)
    if labels is None:
        ends = [tested, tested + validated]
        return _split(*np.split(shuffled, ends))
    return _stratified(shuffled, np.asarray(labels), tested, validated)


def by_parts(parts: ArrayLike) -> Split:
    """As chosen by hand: `parts` (samples,) is 0 for training, 1 for validation, 2 for testing."""
    numbers = np.asarray(parts)
    return Split(*(np.flatnonzero(numbers == number) for number in range(3)))


def _check(samples: int, test: float, validation: float) -> None:
    for name, fraction in (("test_fraction", test), ("validation_fraction", validation)):
        if not 0.0 <= fraction < 1.0:
            raise SpecError(f"{name} must be at least 0 and below 1: {fraction}")
    if test + validation >= 1.0:
        raise SpecError(
            "test_fraction and validation_fraction must be below 1 together: "
            f"{test} and {validation}"
        )
    needed = 1 + (test > 0.0) + (validation > 0.0)
    if needed > 1 and samples < needed:
        count = "a single sample" if samples == 1 else f"{samples} samples"
        parts = ("training", *("validation",) * (validation > 0.0), *("test",) * (test > 0.0))
        raise SpecError(f"{count} cannot be split into {_listed(parts)} data")


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(words[:-1]) + " and " + words[-1]


def _size(fraction: float, samples: int, most: int) -> int:
    return min(max(round(fraction * samples), 1), most) if fraction > 0.0 else 0


def _split(test: Indices, validation: Indices, train: Indices) -> Split:
    return Split(np.sort(train), np.sort(validation), np.sort(test))


def _stratified(shuffled: Indices, labels: Indices, tested: int, validated: int) -> Split:
    classes, sizes = np.unique(labels, return_counts=True)
    tests = _shares(tested, sizes, sizes)
    validations = _shares(validated, sizes, sizes - tests)
    pieces: tuple[list[Indices], list[Indices], list[Indices]] = ([], [], [])
    for label, test, validation in zip(classes, tests, validations, strict=True):
        members = shuffled[labels[shuffled] == label]
        for kept, piece in zip(pieces, np.split(members, [test, test + validation]), strict=True):
            kept.append(piece)
    return _split(*(np.concatenate(kept) for kept in pieces))


def _shares(total: int, sizes: Indices, left: Indices) -> Indices:
    """So many of each class, `total` together: each its share, rounded down or up.

    What rounding leaves goes where most is lacking, but only at last to a class that would have
    no sample left to learn from.
    """
    samples = int(sizes.sum())
    counts = np.minimum(total * sizes // samples, left)
    while counts.sum() < total:
        lacking = np.where(counts < left, total * sizes - counts * samples, -samples * samples)
        spares_one = (lacking >= 0) & (left - counts > 1)
        chosen = spares_one if spares_one.any() else counts < left
        counts[int(np.argmax(np.where(chosen, lacking, -samples * samples)))] += 1
    return counts
