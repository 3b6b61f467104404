"""Samples, grid and plane of three axes (or two), as the hidden space's stage shows them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.projection import Box, Plane, unit_axes
from mlp_studio.engine.tasks import Task
from mlp_studio.ui.labs.lift.experiment import Experiment
from mlp_studio.ui.plots.hidden.choosing import AxesChoice
from mlp_studio.ui.plots.hidden.colouring import Colouring
from mlp_studio.ui.plots.hidden.seen import Aim, Seen
from mlp_studio.ui.plots.plane.frame import round_values

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

TASK = Task("binary", 2)
_ROOM = 0.12
"""Above and below the samples, as a share of their range."""
_MORE = 0.5
"""The box grows towards the grid by so much of the samples' range at most."""
_TICKS = 9


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """Samples (n, k) and the lattice's points (g, k) along k axes, with a plane among them.

    `right` (n,) are the samples on their own side; `sides` (g,) is above 0 on the positive side,
    NaN where a point of the grid is nowhere. `ticks` (k, 2) are written along the axes.
    """

    samples: Array
    grid: Array
    sides: Array
    box: Box
    ticks: Array
    plane: Plane
    right: Flags


def seen_of(experiment: Experiment, space: Space) -> Seen:
    """All that is painted; on the input plane the samples stand on the cube's floor."""
    count = space.samples.shape[1]
    choice = AxesChoice("three_units" if count == 3 else "two_units", tuple(range(count)))
    lattice = experiment.lattice
    with np.errstate(invalid="ignore"):
        answers = (space.sides > 0.0).astype(np.float64)[:, np.newaxis]
    colouring = Colouring(TASK, TASK.low, TASK.high)
    cells = colouring.of_places(answers[lattice.corners].mean(axis=1))
    cube = space.box.plane_in_cube(space.plane)
    return Seen(
        aim=Aim("", choice, None),
        task=TASK,
        axes=unit_axes(count, choice.units),
        box=space.box,
        ticks=space.ticks,
        rows=np.arange(len(space.samples)),
        coordinates=space.samples,
        given=_on_floor(experiment, experiment.inputs, deep=count == 3),
        mapped=_in_cube(space.box, space.samples),
        colours=experiment.classes,
        wrong=~space.right,
        tested=np.zeros(len(space.samples), np.bool_),
        lattice=lattice,
        grid_given=_on_floor(experiment, lattice.points, deep=count == 3),
        grid_mapped=_inside(_in_cube(space.box, space.grid)),
        cell_colours=cells,
        parting=None,
        plane=replace(cube, normal=np.pad(cube.normal, (0, 3 - count))),
    )


def lifted_box(experiment: Experiment, samples: Array, grid: Array) -> tuple[Box, Array]:
    """Around lifted samples (n, 3), and as much of the grid as leaves them large; and its ticks."""
    x0, x1, y0, y1 = experiment.extent
    low, high = _range(samples[:, 2])
    span = (high - low) or 1.0
    grid_low, grid_high = _range(grid[:, 2])
    least = max(min(grid_low, low - _ROOM * span), low - _MORE * span)
    most = min(max(grid_high, high + _ROOM * span), high + _MORE * span)
    box = Box(np.array([x0, y0, least]), np.array([x1, y1, most]))
    ticks = [_ends(*ends) for ends in ((x0, x1), (y0, y1), (least, most))]
    return box, np.array(ticks)


def _range(values: Array) -> tuple[float, float]:
    finite = values[np.isfinite(values)]
    return (float(finite.min()), float(finite.max())) if len(finite) else (0.0, 1.0)


def _ends(low: float, high: float) -> tuple[float, float]:
    """The first and the last round value."""
    values = round_values(low, high, _TICKS)
    return (values[0], values[-1]) if len(values) > 1 else (low, high)


def _in_cube(box: Box, places: Array) -> Array:
    return np.pad(box.to_cube(places), ((0, 0), (0, 3 - places.shape[1])))


def _inside(places: Array) -> Array:
    """The sheet ends where the cube does."""
    with np.errstate(invalid="ignore"):
        beyond = np.abs(places).max(axis=1) > 1.0 + 1e-9
    return np.where(beyond[:, np.newaxis], np.nan, places)


def _on_floor(experiment: Experiment, inputs: Array, *, deep: bool) -> Array:
    x0, x1, y0, y1 = experiment.extent
    floor = Box(np.array([x0, y0]), np.array([x1, y1])).to_cube(inputs)
    return np.column_stack([floor, np.full(len(inputs), -1.0 if deep else 0.0)])
