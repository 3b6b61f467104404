"""Every unit's output over the plane of two inputs, as one bank of small pictures."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from mlp_studio.engine.network import Network
from mlp_studio.engine.probe import Probe
from mlp_studio.project.compile import Compiled
from mlp_studio.project.feature_values import data_extent, input_values
from mlp_studio.project.model import Project
from mlp_studio.ui.canvas.output_scale import fixed_scale, scale_of

COARSEST, FINEST = 12, 64
"""Points along a side of a map."""
_ZERO = 127
"""Where in the table of shades an output of 0 is; the least is at 0, the greatest at 2·_ZERO."""
_NO_VALUE = 255
_PER_NODE, _PER_PARAMETER, _PER_PIXEL = 18e-9, 0.1e-9, 12e-9
"""About how many seconds a point of the plane costs, and a pixel of a picture."""


def affordable(network: Network, pictures: int, seconds: float) -> int:
    """Points along a side of a map, so that all pictures take about so many seconds."""
    layout = network.layout
    a_point = _PER_NODE * layout.nodes + _PER_PARAMETER * layout.size + _PER_PIXEL * pictures
    return int(np.clip(np.sqrt(seconds / a_point), COARSEST, FINEST))


class ResponseMaps:
    """The pictures of the units in `shown` (by layer), one below the other in one image.

    `fill` draws all of them for other parameters, in the same memory. For projects that compile
    and have two columns of data.
    """

    def __init__(
        self,
        project: Project,
        compiled: Compiled,
        shown: Mapping[str, NDArray[np.intp]],
        resolution: int,
    ) -> None:
        data = project.data
        if data is None:
            raise ValueError("a project without data has no plane of inputs")
        self.resolution = resolution
        self._shown = shown
        self._scales = {layer.id: fixed_scale(layer)[shown[layer.id]] for layer in project.layers}
        with np.errstate(all="ignore"):
            self._probe = Probe(
                compiled.network,
                data_extent(data),
                resolution,
                features=partial(input_values, project, data.columns, scaler=compiled.scaler),
            )
        self._first: dict[str, int] = {}
        count = 0
        for layer, units in shown.items():
            self._first[layer] = count
            count += len(units)
        self._bank = np.zeros((count, resolution, resolution), dtype=np.uint32)
        self.image = QImage(
            self._bank.data,
            resolution,
            count * resolution,
            4 * resolution,
            QImage.Format.Format_RGB32,
        )

    def fill(self, parameters: ArrayLike, colours: NDArray[np.uint32]) -> None:
        """Draw the outputs for these parameters (P,) in `colours`, 256 as of `Shades.table`."""
        self._probe.run(parameters)
        for layer, units in self._shown.items():
            outputs = self._probe.maps[layer][units]
            first = self._first[layer]
            pictures = self._bank[first : first + len(units)]
            np.take(colours, levels(outputs, self._scales[layer]), out=pictures)

    def source(self, layer: str, place: int) -> QRect:
        """Where in the image the picture of the unit at a `place` among those shown is."""
        side = self.resolution
        return QRect(0, (self._first[layer] + place) * side, side, side)


def levels(outputs: NDArray[np.floating], fixed: NDArray[np.float64]) -> NDArray[np.uint8]:
    """The level of every output (units, rows, columns), the upper end of the plane first."""
    factor = (_ZERO / scale_of(fixed, outputs)).astype(outputs.dtype)
    with np.errstate(all="ignore"):
        level = outputs[:, ::-1] * factor[:, np.newaxis, np.newaxis]
        level += _ZERO + 0.5
        np.clip(level, 0.5, 2 * _ZERO + 0.5, out=level)
    np.nan_to_num(level, copy=False, nan=_NO_VALUE)
    return level.astype(np.uint8)
