"""What all units give over the plane, at as many places as there is time for."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.contours import contour
from mlp_studio.engine.network import Network
from mlp_studio.engine.probe import Probe
from mlp_studio.project.compile import Compiled
from mlp_studio.ui.plots.plane.section import Inputs, Section

Array = NDArray[Any]

COARSEST, FINEST = 12, 120
"""Places along a side of the plane."""
_PER_NODE, _PER_PARAMETER, _PER_PLACE = 18e-9, 0.1e-9, 60e-9
"""About how many seconds a place costs: to compute it, and to colour it and draw its lines."""


def affordable(network: Network, seconds: float) -> int:
    """Places along a side, so that a picture takes about so many seconds."""
    layout = network.layout
    a_place = _PER_NODE * layout.nodes + _PER_PARAMETER * layout.size + _PER_PLACE
    return int(np.clip(np.sqrt(seconds / a_place), COARSEST, FINEST))


class Grid:
    """Filled again and again while the parameters change, in the same memory."""

    def __init__(
        self, compiled: Compiled, section: Section, inputs: Inputs, resolution: int
    ) -> None:
        self.resolution = resolution
        self._layout = compiled.network.layout
        self._extent = section.extent
        with np.errstate(all="ignore"):
            self._probe = Probe(compiled.network, section.extent, resolution, features=inputs.at)

    def run(self, parameters: Array) -> None:
        self._probe.run(parameters)

    @property
    def outputs(self) -> Array:
        """(outputs, rows, columns), the lowest row first."""
        return self._probe.decision

    def unit(self, layer: str, unit: int) -> Array:
        """The output of one unit, (rows, columns)."""
        return np.asarray(self._probe.maps[layer][unit])

    def pre_activation(self, parameters: Array, layer: str, unit: int) -> Array:
        """z = Σ w·a + b of one unit that is no input, (rows, columns)."""
        z = np.zeros((self.resolution, self.resolution))
        with np.errstate(all="ignore"):
            for block in self._layout.blocks[layer]:
                weights = block.of(parameters)[unit]
                arriving = self._probe.maps[block.source]
                z += np.tensordot(weights[: len(arriving)], arriving, axes=1)
                if block.has_bias:
                    z += weights[-1]
        return z

    def contour(self, values: Array, level: float) -> NDArray[np.float64]:
        """The contour of values (rows, columns) in the units of the plane, (n, 4)."""
        pieces = contour(values, level)
        x0, x1, y0, y1 = self._extent
        last = self.resolution - 1
        pieces[:, ::2] = x0 + pieces[:, ::2] * ((x1 - x0) / last)
        pieces[:, 1::2] = y0 + pieces[:, 1::2] * ((y1 - y0) / last)
        return pieces
