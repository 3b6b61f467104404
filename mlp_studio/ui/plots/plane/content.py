"""What a decision view shows, by the task: a map of one output, regions of classes, or a curve."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.probe import Extent
from mlp_studio.engine.tasks import Task
from mlp_studio.ui.plots.plane.frame import round_values
from mlp_studio.ui.plots.plane.grid import Grid
from mlp_studio.ui.plots.plane.picture import Bar, Curve, Line, Picture
from mlp_studio.ui.plots.plane.section import Inputs, Section
from mlp_studio.ui.plots.plane.shading import Scale, class_ramps, region_colours
from mlp_studio.ui.theme import Theme

Array = NDArray[Any]

CURVE_PLACES = 193
_BAR_SHADES = 128
_BAR_TICKS = 5
_LEVELS = 6
_QUARTERS = (0.25, 0.5, 0.75)
_MARGIN = 0.1


class Content(Protocol):
    """Made for one network and its data; drawn for any parameters of it."""

    def extent(self, section: Section) -> Extent:
        """What the plot reaches over."""

    def bar(self, theme: Theme) -> Bar | None:
        """What the colours of the map mean; None where there is no map."""

    def picture(self, parameters: Array, grid: Grid | None, theme: Theme) -> Picture:
        """Draw it; `grid` has been run for these parameters, and is None for a single column."""


def scale_bar(scale: Scale, theme: Theme, ticks: list[float]) -> Bar:
    """The colours of a scale, with these values beside it."""
    values = np.linspace(scale.least, scale.greatest, _BAR_SHADES)
    span = scale.greatest - scale.least
    shares = tuple(((value - scale.least) / span, value) for value in ticks)
    return Bar(scale.colours(values, theme)[:, np.newaxis], shares)


@dataclass(frozen=True, slots=True)
class ValueMap:
    """One output as a map; `levels` are those of its contours, `strong` the one that decides."""

    scale: Scale
    levels: tuple[float, ...]
    output: int = 0
    strong: float | None = None
    ticks: tuple[float, ...] = ()

    def extent(self, section: Section) -> Extent:
        return section.extent

    def bar(self, theme: Theme) -> Bar | None:
        ends = self.scale.least, self.scale.greatest
        return scale_bar(self.scale, theme, list(self.ticks) or round_values(*ends, _BAR_TICKS))

    def picture(self, _parameters: Array, grid: Grid | None, theme: Theme) -> Picture:
        assert grid is not None
        values = grid.outputs[self.output]
        lines = tuple(
            Line(grid.contour(values, level), level, strong=level == self.strong)
            for level in self.levels
        )
        return Picture(self.scale.colours(values, theme), lines)


def probability_map(task: Task) -> ValueMap:
    """Of two classes: contours a quarter, half and three quarters of the way between them."""
    levels = tuple(task.low + share * (task.high - task.low) for share in _QUARTERS)
    scale = Scale(task.low, task.threshold, task.high)
    return ValueMap(scale, levels, 0, levels[1], (task.low, *levels, task.high))


def value_map(targets: Array, output: int) -> ValueMap:
    """Of numbers: the scale of the targets of one output, contours at round values."""
    scale = value_scale(targets[:, output])
    return ValueMap(scale, tuple(round_values(scale.least, scale.greatest, _LEVELS)), output)


def value_scale(targets: Array) -> Scale:
    return Scale.around_zero(float(targets.min()), float(targets.max()))


@dataclass(frozen=True, slots=True)
class ClassRegions:
    """Where which of several outputs is the largest, and where that changes."""

    classes: int

    def extent(self, section: Section) -> Extent:
        return section.extent

    def bar(self, theme: Theme) -> Bar | None:
        """A column for each class, from no lead over the second largest output to a lead of 1."""
        shades = np.ascontiguousarray(class_ramps(theme, self.classes).T)
        return Bar(shades, ((0.0, 0.0), (0.5, 0.5), (1.0, 1.0)))

    def picture(self, _parameters: Array, grid: Grid | None, theme: Theme) -> Picture:
        assert grid is not None
        outputs = grid.outputs
        labels = np.where(np.isnan(outputs), -np.inf, outputs).argmax(axis=0)
        two = np.partition(outputs, self.classes - 2, axis=0)[-2:]
        with np.errstate(invalid="ignore"):
            leads = two[1] - two[0]
        lines = tuple(
            Line(grid.contour(self._lead_of(outputs, number, labels, two), 0.0), strong=True)
            for number in np.unique(labels)[:-1].tolist()
        )
        return Picture(region_colours(labels, leads, theme, self.classes), lines)

    @staticmethod
    def _lead_of(outputs: Array, number: int, labels: NDArray[np.intp], two: Array) -> Array:
        """By how much one output is larger than the largest of the others."""
        with np.errstate(invalid="ignore"):
            return np.asarray(outputs[number] - np.where(labels == number, two[0], two[1]))


@dataclass(frozen=True, slots=True, eq=False)
class OutputCurve:
    """Of a single column: one output along it, over the points (x, t)."""

    inputs: Inputs
    across: tuple[float, float]
    targets: Array
    output: int = 0
    threshold: float | None = None

    def extent(self, section: Section) -> Extent:
        values = self.targets[:, self.output]
        low, high = float(values.min()), float(values.max())
        margin = _MARGIN * (high - low) or 1.0
        return (*section.extent[:2], low - margin, high + margin)

    def bar(self, _theme: Theme) -> Bar | None:
        return None

    def picture(self, parameters: Array, _grid: Grid | None, theme: Theme) -> Picture:
        x = np.linspace(*self.across, CURVE_PLACES)
        places = np.column_stack([x, np.zeros_like(x)])
        outputs = self.inputs.outputs(parameters, places)[:, self.output]
        curve = Curve(np.column_stack([x, outputs]), theme.accent)
        if self.threshold is None:
            return Picture(curves=(curve,))
        across = np.array([[self.across[0], self.threshold, self.across[1], self.threshold]])
        return Picture(lines=(Line(across, self.threshold),), curves=(curve,))
