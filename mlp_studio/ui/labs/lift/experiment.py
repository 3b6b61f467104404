"""The samples that are lifted, the feature that lifts them, and both as networks."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine import datasets
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.lifting import COLUMNS
from mlp_studio.engine.probe import Extent, plane
from mlp_studio.engine.projection import Plane
from mlp_studio.engine.spec import OptimizerSpec
from mlp_studio.project import edits
from mlp_studio.project.feature_values import data_extent
from mlp_studio.project.model import Dataset, Generator, Project
from mlp_studio.ui.plots.hidden.lattice import FINE, Lattice

Array = NDArray[np.float64]

SETS = ("xor", "circles")
READY = {"xor": "x1*x2", "circles": "x1**2 + x2**2"}
"""The feature that makes each set separable by one plane."""
SAMPLES = 40
_NOISE = {"xor": 0.08, "circles": 0.05}
_SEED = 1
RESOLUTION = 81
"""Places along a side of the plane at which curves are looked for."""
UNITS = (2, 3)
_EPOCHS = 3000
_RATE = 0.05
_LOW_ENOUGH = 0.01
_PATIENCE, _GAIN = 300, 1e-3
"""A run that has lowered its loss by no more than this in so many epochs is stuck."""


@dataclass(frozen=True, eq=False)
class Experiment:
    """A set of samples over the plane. `places` (RESOLUTION², 2) cover its extent."""

    name: str
    data: Dataset
    extent: Extent = field(init=False)
    lattice: Lattice = field(init=False)
    places: Array = field(init=False)

    def __post_init__(self) -> None:
        extent = data_extent(self.data)
        object.__setattr__(self, "extent", extent)
        object.__setattr__(self, "lattice", Lattice(extent, 2, FINE))
        object.__setattr__(self, "places", plane(extent, RESOLUTION))

    @property
    def inputs(self) -> Array:
        """(samples, 2)."""
        return self.data.inputs.values

    @property
    def classes(self) -> NDArray[np.intp]:
        """0 or 1 of each sample."""
        return self.data.targets.values[:, 0].astype(np.intp)


def of_set(name: str) -> Experiment:
    """The samples of "xor" or "circles"."""
    noise = _NOISE[name]
    columns, inputs, targets = datasets.make(name, SAMPLES, noise, _SEED)
    made = Generator(name, SAMPLES, noise, _SEED)
    return Experiment(name, Dataset(columns, FrozenArray(inputs), FrozenArray(targets), made))


def lifted_network(experiment: Experiment, formula: str, cut: Plane) -> Project:
    """x1, x2 and the formula as inputs of one unit whose weights are those of the plane."""
    project = _with_training(Project(data=experiment.data))
    project = edits.add_layer(
        project, "input", layer_id="x", name="x", features=(*COLUMNS, formula)
    )
    project = edits.add_layer(project, "output", 1, layer_id="o", name="y")
    project = edits.add_link(project, "x", "o")
    project = edits.set_weights(project, "x->o", cut.normal[np.newaxis])
    return edits.set_bias(project, "o", 0, cut.offset)


def hidden_network(experiment: Experiment, units: int, seed: int) -> Project:
    """2-units-1 with tanh, its weights drawn from the seed."""
    project = _with_training(Project(data=experiment.data), seed)
    for kind, count, layer_id, name, activation in (
        ("input", 2, "x", "x", "sigmoid"),
        ("dense", units, "h", "h", "tanh"),
        ("output", 1, "o", "y", "sigmoid"),
    ):
        project = edits.add_layer(
            project, kind, count, layer_id=layer_id, name=name, activation=activation
        )
    project = edits.add_link(project, "x", "h")
    return edits.add_link(project, "h", "o")


def _with_training(project: Project, seed: int = 0) -> Project:
    project = edits.set_loss(project, "bce")
    return edits.set_training(
        project,
        optimizer=OptimizerSpec("adam", _RATE),
        epochs=_EPOCHS,
        converge_below=_LOW_ENOUGH,
        patience=_PATIENCE,
        min_delta=_GAIN,
        seed=seed,
    )
