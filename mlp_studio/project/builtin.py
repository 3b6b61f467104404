"""The data sets that come with the program: generated ones, and small real ones."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mlp_studio import paths
from mlp_studio.engine import datasets
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.spec import SpecError
from mlp_studio.project.model import Dataset, Generator
from mlp_studio.project.rules import MAX_DATA_VALUES

Group = Literal["gates", "classes", "functions", "real"]
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """What can be chosen of a set; `classes` are the fewest and the most there may be."""

    name: str
    group: Group
    default: Generator
    has_noise: bool = True
    has_samples: bool = True
    has_balance: bool = False
    classes: tuple[int, int] | None = None
    has_formula: bool = False


def _gate(name: str) -> BuiltIn:
    return BuiltIn(name, "gates", Generator(name, noise=0.0))


def _classes(name: str, noise: float = 0.1) -> BuiltIn:
    most = datasets.MOST_CLASSES.get(name)
    bounds = None if most is None else (2, most)
    default = Generator(name, noise=noise)
    return BuiltIn(name, "classes", default, has_balance=True, classes=bounds)


def _function(name: str, samples: int = 200) -> BuiltIn:
    return BuiltIn(name, "functions", Generator(name, samples, 0.05))


def _real(name: str, samples: int) -> BuiltIn:
    return BuiltIn(name, "real", Generator(name, samples, 0.0))


_BANDS = Generator("bands", noise=0.03, formula=datasets.CURVE)

SETS: tuple[BuiltIn, ...] = (
    *map(_gate, ("xor", "and", "or", "nand")),
    _classes("circles"),
    _classes("moons"),
    _classes("spirals", 0.03),
    _classes("blobs", 0.2),
    _classes("checkerboard", 0.02),
    BuiltIn("bands", "classes", _BANDS, has_balance=True, has_formula=True),
    *(_function(name, 60) for name in ("line", "sine", "step")),
    *(_function(name) for name in ("plane", "saddle", "bumps")),
    _real("iris", 150),
    _real("wine", 178),
    _real("breast_cancer", 569),
    _real("digits", 1797),
)
"""The noise each begins with is enough to look real, and its shape can still be seen."""


def find(name: str) -> BuiltIn:
    """Raises SpecError for an unknown name."""
    for each in SETS:
        if each.name == name:
            return each
    known = ", ".join(each.name for each in SETS)
    raise SpecError(f"unknown data set {name!r}; known: {known}")


def generated(generator: Generator, low: float = 0.0) -> Dataset:
    """The data of a recipe; `low` is the target that stands for "no" of two classes, 0 or −1.

    Of real data `samples` are taken, of each class its share, and `noise` is in standard
    deviations of each column. Raises SpecError for settings the set cannot have, ExpressionError
    for a formula that cannot be read.
    """
    if low not in (0.0, -1.0):
        raise SpecError(f'the target for "no" must be 0 or −1: {low}')
    group = find(generator.name).group
    if generator.samples > MAX_DATA_VALUES:
        raise SpecError(f"data hold at most {MAX_DATA_VALUES} values: {generator.samples} samples")
    if group == "real":
        data = _measured(generator)
    else:
        columns, inputs, targets = datasets.make(
            generator.name,
            generator.samples,
            generator.noise,
            generator.seed,
            classes=generator.classes,
            balance=generator.balance,
            formula=generator.formula,
        )
        data = Dataset(columns, FrozenArray(inputs), FrozenArray(targets), generator)
    is_binary = group != "functions" and data.targets.shape[1] == 1
    if low == 0.0 or not is_binary:
        return data
    return replace(data, targets=FrozenArray(low + (1.0 - low) * data.targets.values))


@dataclass(frozen=True, slots=True, eq=False)
class _Measured:
    """A real set: `values` is (samples, columns), `labels` the class of each sample from 0."""

    columns: tuple[str, ...]
    values: Array
    target: str
    classes: tuple[str, ...]
    labels: NDArray[np.intp]


@cache
def _read(name: str) -> _Measured:
    path = paths.resources() / "data" / f"{name}.csv"
    with path.open(newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    classes = tuple(dict.fromkeys(row[-1] for row in rows))
    # Digits turn up in no order; words in the order that the source has them in.
    classes = tuple(sorted(classes)) if all(map(str.isdigit, classes)) else classes
    return _Measured(
        columns=tuple(header[:-1]),
        values=np.array([row[:-1] for row in rows], np.float64),
        target=header[-1],
        classes=classes,
        labels=np.array([classes.index(row[-1]) for row in rows]),
    )


def _measured(generator: Generator) -> Dataset:
    name = generator.name
    known = _read(name)
    most = len(known.labels)
    if not len(known.classes) <= generator.samples <= most:
        raise SpecError(
            f"data set {name!r} has {most} samples of {len(known.classes)} classes: "
            f"{generator.samples} cannot be taken"
        )
    datasets.check_drawing(name, generator.noise, generator.seed)
    if generator.classes != 2 or generator.balance is not None or generator.formula:
        raise SpecError(f"data set {name!r} has its own classes, balance and values")
    rows = _share(known.labels, generator.samples, generator.seed)
    displacement = np.random.default_rng(generator.seed).normal(
        size=(len(rows), len(known.columns))
    )
    values = known.values[rows] + generator.noise * known.values.std(axis=0) * displacement
    labels = known.labels[rows]
    count = len(known.classes)
    targets = labels[:, np.newaxis] if count == 2 else np.eye(count)[labels]
    return Dataset(
        columns=known.columns,
        inputs=FrozenArray(values),
        targets=FrozenArray(targets),
        generator=generator,
        classes=known.classes,
        target_columns=(known.target,),
    )


def _share(labels: NDArray[np.intp], samples: int, seed: int) -> NDArray[np.intp]:
    """The rows of so many samples, ascending, of each class its share to within one sample."""
    shuffled = np.random.default_rng([seed, 1]).permutation(len(labels))
    # Each sample's place within its class, as a share of it: the first `samples` of that order.
    place = np.empty(len(labels))
    for label in range(int(labels.max()) + 1):
        mine = shuffled[labels[shuffled] == label]
        place[mine] = (np.arange(len(mine)) + 0.5) / len(mine)
    return np.sort(np.argsort(place, kind="stable")[:samples])
