"""What the view of one unit shows: its output, and where its z is 0."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine import activations
from mlp_studio.engine.layout import Layout
from mlp_studio.engine.network import Network
from mlp_studio.engine.probe import Extent
from mlp_studio.project.model import Layer
from mlp_studio.ui.plots.plane.content import CURVE_PLACES, scale_bar
from mlp_studio.ui.plots.plane.frame import round_above, round_values
from mlp_studio.ui.plots.plane.grid import Grid
from mlp_studio.ui.plots.plane.picture import Bar, Curve, Line, Picture
from mlp_studio.ui.plots.plane.section import Inputs, Section
from mlp_studio.ui.plots.plane.shading import Scale
from mlp_studio.ui.theme import Theme

Array = NDArray[Any]
_ABOVE = 1.1
_TICKS = 5
_PIECES = 24


def known_reach(layer: Layer, unit: int) -> float | None:
    """1 for a unit whose activation stays within ±1; None for one that knows no bound."""
    if layer.kind == "input":
        return None
    least, greatest = activations.get(layer.activation_of(unit)).bounds
    return 1.0 if max(-least, greatest) <= 1.0 else None


@dataclass(slots=True, eq=False)
class UnitMap:
    """One unit over the plane. A scale that knows no bound follows its outputs in round steps."""

    layer: str
    unit: int
    has_z: bool
    known: float | None
    reach: float = field(default=1.0, init=False)

    def extent(self, section: Section) -> Extent:
        return section.extent

    @property
    def scale(self) -> Scale:
        return Scale(-self.reach, 0.0, self.reach)

    def bar(self, theme: Theme) -> Bar | None:
        return scale_bar(self.scale, theme, round_values(-self.reach, self.reach, _TICKS))

    def picture(self, parameters: Array, grid: Grid | None, theme: Theme) -> Picture:
        assert grid is not None
        outputs = grid.unit(self.layer, self.unit)
        self.reach = self.known or reach_of(outputs)
        lines: tuple[Line, ...] = ()
        if self.has_z:
            z = grid.pre_activation(parameters, self.layer, self.unit)
            lines = (Line(grid.contour(z, 0.0), 0.0, "z", strong=True, toothed=True),)
        return Picture(self.scale.colours(outputs, theme), lines)


@dataclass(slots=True, eq=False)
class UnitCurve:
    """One unit along the only column; z = 0 are the places where the line is crossed."""

    layer: str
    unit: int
    has_z: bool
    known: float | None
    network: Network
    inputs: Inputs
    across: tuple[float, float]
    reach: float = field(default=1.0, init=False)

    def extent(self, section: Section) -> Extent:
        high = self.reach * _ABOVE
        return (*section.extent[:2], -high, high)

    def bar(self, _theme: Theme) -> Bar | None:
        return None

    def picture(self, parameters: Array, _grid: Grid | None, theme: Theme) -> Picture:
        x = np.linspace(*self.across, CURVE_PLACES)
        z, outputs = self.values(parameters, np.column_stack([x, np.zeros_like(x)]))
        self.reach = self.known or reach_of(outputs)
        curve = Curve(np.column_stack([x, outputs]), theme.accent)
        if not self.has_z:
            return Picture(curves=(curve,))
        high = self.reach * _ABOVE
        at, rises = crossings(x, z)
        lines = (Line(_upright(at, rises, high), 0.0, "z", strong=True, toothed=True),)
        return Picture(lines=lines, curves=(curve,))

    def values(self, parameters: Array, places: Array) -> tuple[Array, Array]:
        """z and a of the unit at places (n, 2), each (n,)."""
        return unit_values(
            self.network, parameters, self.inputs.at(places), (self.layer, self.unit)
        )


def _upright(at: Array, rises: NDArray[np.bool_], high: float) -> Array:
    """Vertical lines at these places, in short pieces (n, 4)."""
    heights = np.linspace(-high, high, _PIECES + 1)
    x = np.repeat(at, _PIECES)
    low, up = np.tile(heights[:-1], len(at)), np.tile(heights[1:], len(at))
    pieces = np.column_stack([x, low, x, up])
    # What is above is on the left of a piece: where z falls, that is upward.
    downward = np.repeat(rises, _PIECES)
    pieces[downward] = pieces[downward][:, [0, 3, 2, 1]]
    return pieces


def unit_values(
    network: Network, parameters: Array, inputs: Array, unit: tuple[str, int]
) -> tuple[Array, Array]:
    """z and a of one unit for inputs (n, d), each (n,)."""
    row = node_row(network.layout, unit)
    with np.errstate(all="ignore"):
        z, a = network.forward(parameters, inputs)
    return z[row], a[row]


def node_row(layout: Layout, unit: tuple[str, int]) -> int:
    return int(layout.rows[unit[0]].start) + unit[1]


def reach_of(outputs: Array) -> float:
    """A round number that no finite output is beyond; 1 if all are 0."""
    sizes = np.abs(outputs)
    greatest = float(np.max(sizes, where=np.isfinite(sizes), initial=0.0))
    return round_above(greatest) if greatest > 0.0 and math.isfinite(greatest) else 1.0


def crossings(x: Array, z: Array) -> tuple[Array, NDArray[np.bool_]]:
    """Where z is 0 between two places (by linear interpolation), and whether it rises there."""
    above = z > 0.0
    finite = np.isfinite(z)
    at = np.flatnonzero((above[1:] != above[:-1]) & finite[1:] & finite[:-1])
    low, high = z[at], z[at + 1]
    return x[at] - low * (x[at + 1] - x[at]) / (high - low), above[at + 1]
