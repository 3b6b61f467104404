"""From the columns of the data to the inputs of the network, for samples that are in no data."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.probe import Extent
from mlp_studio.engine.scaling import Scaler
from mlp_studio.project.fitting import feature_column
from mlp_studio.project.model import Dataset, Project

_MARGIN = 0.1
"""How much further than the data the plane reaches to each side, as a share of their range."""


def input_values(
    project: Project, columns: Sequence[str], values: NDArray[np.float64], scaler: Scaler
) -> NDArray[np.float64]:
    """What flows into the input layers, side by side: (n, input units) from (n, columns).

    Layers with features compute theirs from all columns, the others are dealt the columns in turn;
    then they are scaled as the project's own samples are, by its `Compiled.scaler`.
    Where a formula has no value the result is not finite. Raises ExpressionError if a formula
    cannot be read.
    """
    blocks = []
    dealt = 0
    for layer in project.layers:
        if layer.kind != "input":
            continue
        if layer.features is None:
            blocks.append(values[:, dealt : dealt + layer.units])
            dealt += layer.units
        else:
            features = [feature_column(text, columns, values) for text in layer.features]
            blocks.append(np.stack(features, axis=1))
    return scaler.scaled(np.hstack(blocks))


def data_extent(data: Dataset) -> Extent:
    """Of the plane of the first two columns: the data's range in each, and a margin."""
    least, greatest = data.inputs.values.min(axis=0), data.inputs.values.max(axis=0)
    span = greatest - least
    # A column that is always the same still has to be as wide as something.
    margin = np.where(span > 0, _MARGIN * span, 1.0)
    (x0, y0), (x1, y1) = (least - margin)[:2].tolist(), (greatest + margin)[:2].tolist()
    return x0, x1, y0, y1
