"""What can be looked at: a layer, axes in its space, and a unit whose plane stands in it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.layout import Layout
from mlp_studio.engine.projection import Axes, NothingFiniteError, principal_axes, unit_axes
from mlp_studio.engine.spec import NetworkSpec

Kind = Literal["unit", "two_units", "three_units", "two_components", "three_components"]
Array = NDArray[np.float64]
Unit = tuple[str, int]
"""A unit: its layer's id and its number."""
_COUNT: dict[Kind, int] = {
    "unit": 1,
    "two_units": 2,
    "three_units": 3,
    "two_components": 2,
    "three_components": 3,
}


@dataclass(frozen=True, slots=True)
class AxesChoice:
    """Which axes: `units` as many as the kind says, or none of them for components."""

    kind: Kind
    units: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        return _COUNT[self.kind]

    @property
    def is_components(self) -> bool:
        return self.kind in ("two_components", "three_components")

    def shows_all(self, units: int) -> bool:
        """Whether every one of a layer's `units` is an axis, so that nothing is left out."""
        return not self.is_components and self.count == units

    def axes(self, points: Array, before: Axes | None) -> Axes:
        """The axes for a layer's outputs (n, units); what they leave out is held at its mean.

        Raises NothingFiniteError if no sample's outputs are finite.
        """
        if self.is_components:
            return principal_axes(points, self.count, before)
        finite = points[np.isfinite(points).all(axis=1)]
        if not len(finite):
            raise NothingFiniteError("no sample has finite outputs")
        return unit_axes(points.shape[1], self.units, finite.mean(axis=0))


def kinds_for(units: int) -> tuple[Kind, ...]:
    """The kinds of axes that a layer of so many units has."""
    if units == 1:
        return ("unit",)
    if units == 2:
        return ("two_units",)
    return ("two_units", "three_units", "two_components", "three_components")


def of_kind(kind: Kind, units: tuple[int, ...] = ()) -> AxesChoice:
    """Axes of a kind: the units already chosen as far as they go, then the first others."""
    count = _COUNT[kind]
    if kind in ("two_components", "three_components"):
        return AxesChoice(kind)
    others = [unit for unit in range(count) if unit not in units]
    return AxesChoice(kind, (*units, *others)[:count])


def default_axes(units: int) -> AxesChoice:
    """All units where that can be seen, else three components."""
    if units > 3:
        return AxesChoice("three_components")
    kinds: tuple[Kind, ...] = ("unit", "two_units", "three_units")
    return of_kind(kinds[units - 1])


def still_fits(choice: AxesChoice, units: int) -> bool:
    return choice.kind in kinds_for(units) and all(unit < units for unit in choice.units)


def default_layer(layout: Layout, lifted: Collection[str] = ()) -> str:
    """The last hidden layer: there the network has done what it can for its output.

    Without one, an input layer of those `lifted`: its features are what the output sees.
    """
    hidden = [name for name in layout.computed if name != layout.output]
    feeding = {link.source for link in layout.spec.links_into(layout.output)}
    for name in (*reversed(hidden), *lifted):
        if name in feeding:
            return name
    return layout.output


def next_units(spec: NetworkSpec, layer: str) -> tuple[Unit, ...]:
    """The units that a layer feeds, those of the output first."""
    fed = [link.target for link in spec.links if link.source == layer]
    fed.sort(key=lambda name: name != spec.output.name)
    return tuple((name, unit) for name in fed for unit in range(spec.layer(name).units))
