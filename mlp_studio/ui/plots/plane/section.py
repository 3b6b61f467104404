"""The plane that is looked at: two columns of the data, the others held at given values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.probe import Extent
from mlp_studio.project.compile import Compiled
from mlp_studio.project.feature_values import data_extent, input_values
from mlp_studio.project.model import Dataset, Project

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Section:
    """Column `across` goes to the right and `up` upward; `up` is None for data of one column.

    `held` has a value for each column; it counts for those that are not shown.
    """

    across: int
    up: int | None
    extent: Extent
    held: tuple[float, ...]

    @property
    def is_line(self) -> bool:
        """Whether there is only one column, so that upward is what comes out."""
        return self.up is None

    def samples(self, places: Array) -> Array:
        """The columns (n, columns) at places (n, 2) of the plane."""
        samples = np.tile(np.array(self.held), (len(places), 1))
        samples[:, self.across] = places[:, 0]
        if self.up is not None:
            samples[:, self.up] = places[:, 1]
        return samples


def section_of(data: Dataset, across: int, up: int | None, held: Array) -> Section:
    """The plane of these two columns, as far as the data reach and a margin more."""
    shown = [across, across if up is None else up]
    columns = tuple(data.columns[column] for column in shown)
    values = FrozenArray(data.inputs.values[:, shown])
    extent = data_extent(replace(data, columns=columns, inputs=values))
    return Section(across, up, extent, tuple(held.tolist()))


class Inputs:
    """What the network gets at places of a plane."""

    def __init__(self, project: Project, compiled: Compiled, section: Section) -> None:
        assert project.data is not None
        self._network = compiled.network
        self._section = section
        self._from_columns = partial(
            input_values, project, project.data.columns, scaler=compiled.scaler
        )

    def at(self, places: Array) -> Array:
        """(n, input units) from (n, 2); not finite where a formula has no value."""
        with np.errstate(all="ignore"):
            return self._from_columns(self._section.samples(places))

    def outputs(self, parameters: Array, places: Array) -> Array:
        """The network's outputs at places (n, 2), (n, outputs)."""
        with np.errstate(all="ignore"):
            return np.asarray(self._network.predict(parameters, self.at(places)), np.float64)
