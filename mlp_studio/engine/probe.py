"""What a network makes of its input plane: the decision, each unit's response, the hidden space.

The plane is spanned by the first two columns of the data; further columns are held at given
values. A map is indexed [row, column]: rows go up the second column (y) and columns along the
first (x), both from the lower end of the extent to the upper, ends included.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mlp_studio.engine.network import Network

Array = NDArray[Any]
Extent = tuple[float, float, float, float]
"""(least x, greatest x, least y, greatest y)."""
Features = Callable[[Array], Array]
"""From the data's columns (n, columns) to the network's inputs (n, inputs)."""


def plane(extent: Extent, resolution: int, rest: Sequence[float] = ()) -> Array:
    """The points of the plane as samples, (resolution², 2 + len(rest)), row by row of a map.

    Raises ValueError for a resolution below 1.
    """
    if resolution < 1:
        raise ValueError(f"resolution should be at least 1, not {resolution}")
    points = np.empty((resolution, resolution, 2 + len(rest)))
    points[:, :, 0] = np.linspace(extent[0], extent[1], resolution)
    points[:, :, 1] = np.linspace(extent[2], extent[3], resolution)[:, np.newaxis]
    points[:, :, 2:] = rest
    return points.reshape(resolution * resolution, -1)


class Probe:
    """All response maps of a network over one plane, again and again while its parameters change.

    One forward pass fills them; nothing is allocated or copied but the parameters. `maps` holds a
    view (units, resolution, resolution) for each layer, inputs among them; the next `run` writes
    into the same memory. `features` makes the network's inputs from the columns; without it they
    are the columns themselves, `rest` (0 where it is not given) those beyond the second.

    Raises ValueError if `rest` holds more values than there are such columns. Must stay in one
    thread.
    """

    def __init__(
        self,
        network: Network,
        extent: Extent,
        resolution: int,
        *,
        rest: Sequence[float] = (),
        features: Features | None = None,
    ) -> None:
        samples = plane(extent, resolution, rest)
        samples = features(samples) if features else _columns(samples, network.units_of_inputs)
        layout = network.layout
        self._pass = network.bind(np.zeros(layout.size, network.dtype), len(samples))
        self._pass.load(samples.astype(network.dtype))
        square = (-1, resolution, resolution)
        self.maps: Mapping[str, Array] = {
            name: self._pass.activations[rows].reshape(square) for name, rows in layout.rows.items()
        }
        self.decision: Array = self.maps[layout.output]
        """The output layer's maps, (outputs, resolution, resolution)."""

    def run(self, parameters: ArrayLike) -> None:
        """Fill the maps for these parameters (P,)."""
        self._pass.parameters[:] = parameters
        # A network that diverged has maps too; infinite is what they are then.
        with np.errstate(all="ignore"):
            self._pass.forward()


def _columns(samples: Array, count: int) -> Array:
    """The samples with `count` columns: those not given are 0; of one, only x is left."""
    given = samples.shape[1]
    if given > max(count, 2):
        raise ValueError(
            f"{given - 2} columns are to be held, "
            f"but there are {max(count - 2, 0)} beyond the plane"
        )
    if count < 2:
        return samples[:, :count]
    return np.pad(samples, ((0, 0), (0, count - given)))


def decision_grid(
    network: Network,
    parameters: ArrayLike,
    extent: Extent,
    resolution: int,
    *,
    rest: Sequence[float] = (),
    features: Features | None = None,
) -> Array:
    """The outputs over the plane: (resolution, resolution), with outputs as a last axis if several.

    See `Probe` for the arguments, and use it where the same grid is wanted more than once.
    """
    probe = Probe(network, extent, resolution, rest=rest, features=features)
    probe.run(parameters)
    if len(probe.decision) == 1:
        (only,) = probe.decision.copy()
        return np.asarray(only)
    return np.ascontiguousarray(np.moveaxis(probe.decision, 0, -1))


def response_maps(
    network: Network,
    parameters: ArrayLike,
    extent: Extent,
    resolution: int,
    *,
    rest: Sequence[float] = (),
    features: Features | None = None,
) -> Array:
    """Every unit's output over the plane, (units, resolution, resolution).

    The units of all layers one after the other, inputs first, in the order of `Layout.order`.
    """
    probe = Probe(network, extent, resolution, rest=rest, features=features)
    probe.run(parameters)
    return np.concatenate([probe.maps[name] for name in network.layout.order])


def hidden_points(network: Network, parameters: ArrayLike, inputs: ArrayLike, layer: str) -> Array:
    """Where a layer puts the samples: its outputs, (n, units).

    Raises KeyError if there is no such layer.
    """
    rows = network.layout.rows[layer]
    with np.errstate(all="ignore"):
        _, outputs = network.forward(parameters, inputs)
    return outputs[rows].T.copy()
