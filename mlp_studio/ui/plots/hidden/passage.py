"""The samples and the grid on their way through the network, again and again as it learns."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mlp_studio.engine.projection import Plane, hyperplane
from mlp_studio.project.compile import Compiled
from mlp_studio.project.feature_values import data_extent, input_values
from mlp_studio.project.model import Dataset, Project
from mlp_studio.ui.plots.hidden.choosing import Unit
from mlp_studio.ui.plots.hidden.lattice import Lattice
from mlp_studio.ui.spreading import spread_rows

MOST_SAMPLES = 1000
"""More than this are drawn thinned out."""

Array = NDArray[np.float64]
Rows = NDArray[np.intp]


def rows_to_draw(samples: int) -> Rows:
    """All rows of the data, or evenly thinned ones."""
    return spread_rows(samples, MOST_SAMPLES)


class Passage:
    """One forward pass for the samples drawn and the points of the grid; memory bound once.

    `rows` are the samples' rows of the data. `lattice` is None where the data has more than two
    columns: what the others are held at would decide what is seen.
    """

    def __init__(self, project: Project, compiled: Compiled, data: Dataset, pieces: int) -> None:
        self.compiled = compiled
        self.pieces = pieces
        self.rows = rows_to_draw(len(compiled.inputs))
        width = len(data.columns)
        self.columns: Array = data.inputs.values[self.rows, :2]
        """Where the samples are given, (n, 1 or 2)."""
        values = data.inputs.values
        extent = (
            data_extent(data)
            if width > 1
            else (
                float(values.min()) - _edge(values),
                float(values.max()) + _edge(values),
                0.0,
                0.0,
            )
        )
        self.extent = extent
        self.lattice = Lattice(extent, width, pieces) if width in (1, 2) else None
        inputs = [compiled.inputs[self.rows]]
        if self.lattice is not None:
            with np.errstate(all="ignore"):
                points = self.lattice.points
                inputs.append(input_values(project, data.columns, points, compiled.scaler))
        stacked = np.vstack(inputs)
        network = compiled.network
        self._pass = network.bind(np.zeros(network.layout.size, network.dtype), len(stacked))
        self._pass.load(stacked.astype(network.dtype))

    def run(self, parameters: ArrayLike) -> None:
        """Fill the outputs for these parameters (P,)."""
        self._pass.parameters[:] = parameters
        with np.errstate(all="ignore"):
            self._pass.forward()

    def outputs(self, layer: str) -> tuple[Array, Array]:
        """A layer's outputs: for the samples (n, units), and for the grid's points (g, units)."""
        rows = self.compiled.network.layout.rows[layer]
        outputs = self._pass.activations[rows].T
        count = len(self.rows)
        return outputs[:count].astype(np.float64), outputs[count:].astype(np.float64)

    def plane_of(self, layer: str, unit: Unit) -> Plane:
        """Where z of a unit fed by `layer` is 0; other layers' outputs held at their mean."""
        with np.errstate(all="ignore"):
            means = self._pass.activations[:, : len(self.rows)].mean(axis=1, dtype=np.float64)
            layout = self.compiled.network.layout
            return hyperplane(layout, self._pass.parameters, layer, unit[0], unit[1], means)


def _edge(values: Array) -> float:
    """How much further than a single column the line along it reaches."""
    span = float(values.max() - values.min())
    return 0.1 * span if span > 0.0 else 1.0
