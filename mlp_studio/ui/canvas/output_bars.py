"""Every unit's output for one sample, as a share of its scale: the lengths of the bars."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mlp_studio.project.compile import Compiled
from mlp_studio.project.model import Project
from mlp_studio.ui.canvas.output_scale import fixed_scale, scale_of

_MOST, _FEWEST = 256, 8
"""Samples whose outputs tell how large those of an unbounded unit get."""
_PER_NODE, _PER_PARAMETER = 12e-9, 0.15e-9
"""About how many seconds a sample costs."""
BUDGET = 3e-3


class OutputBars:
    """Lengths by layer, (units,) each, from −1 to 1; NaN where there is no number."""

    def __init__(self, project: Project, compiled: Compiled) -> None:
        self._compiled = compiled
        self._fixed = {layer.id: fixed_scale(layer) for layer in project.layers}
        layout = compiled.network.layout
        cost = _PER_NODE * layout.nodes + _PER_PARAMETER * layout.size
        count = int(np.clip(BUDGET / cost, _FEWEST, _MOST))
        samples = len(compiled.inputs)
        self._others = np.unique(np.linspace(0, samples - 1, count).astype(np.intp))

    def lengths(self, sample: int, parameters: ArrayLike) -> Mapping[str, NDArray[np.float64]]:
        """For sample number `sample` and these parameters (P,)."""
        rows = np.concatenate([[sample], self._others])
        with np.errstate(all="ignore"):
            inputs = self._compiled.inputs[rows]
            _, outputs = self._compiled.network.forward(parameters, inputs)
            return {
                layer: np.clip(
                    outputs[nodes, 0] / scale_of(self._fixed[layer], outputs[nodes]), -1.0, 1.0
                )
                for layer, nodes in self._compiled.network.layout.rows.items()
            }
