"""All there is to paint: samples, grid and plane, within a cube from −1 to 1."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mlp_studio.document.live import Samples
from mlp_studio.engine.projection import Axes, Box, Plane
from mlp_studio.engine.tasks import Task
from mlp_studio.project.model import Project
from mlp_studio.ui.plots.hidden.choosing import AxesChoice, Unit
from mlp_studio.ui.plots.hidden.colouring import Colouring
from mlp_studio.ui.plots.hidden.lattice import Lattice
from mlp_studio.ui.plots.hidden.parting import Parting, deciding_z, right_ones
from mlp_studio.ui.plots.hidden.passage import Passage
from mlp_studio.ui.plots.hidden.room import Room

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
_FAR = 30.0
"""Half cubes: beyond it nothing is drawn anyway, and huge numbers are slow to clip."""
_LANES = 0.5
"""Along a single axis each class has a lane of its own, up to so far from the middle."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What is to be looked at: a layer by axes of its space, with a next unit's plane or none."""

    layer: str
    choice: AxesChoice
    unit: Unit | None


@dataclass(frozen=True, eq=False)
class Seen:
    """Samples (n) and the grid's points (g) where they are given and where the layer puts them.

    `coordinates` are (n, k) along the axes, `ticks` (k, 2) two values on each; the other places
    are (n, 3) or (g, 3) in the cube, the third 0 of a flat picture; there `plane` is the parting's.
    """

    aim: Aim
    task: Task
    axes: Axes
    box: Box
    ticks: Array
    rows: NDArray[np.intp]
    coordinates: Array
    given: Array
    mapped: Array
    colours: NDArray[np.intp]
    wrong: Flags
    tested: Flags
    lattice: Lattice | None
    grid_given: Array
    grid_mapped: Array
    cell_colours: NDArray[np.intp]
    parting: Parting | None
    plane: Plane | None

    @property
    def is_flat(self) -> bool:
        return len(self.axes) < 3


class Sighting:
    """Looks at one network's data with one aim, frame after frame."""

    def __init__(
        self,
        project: Project,
        samples: Samples,
        passage: Passage,
        aim: Aim,
        before: Sighting | None = None,
    ) -> None:
        """With the same aim it goes on from the axes and the box of the one before."""
        self._project = project
        self._passage = passage
        self.aim = aim
        rows = passage.rows
        self._targets: Array = samples.targets[rows]
        self._task = samples.task
        self._colouring = Colouring.of(samples.task, samples.targets)
        self._colours = self._colouring.of_samples(self._targets)
        self._tested: Flags = np.isin(
            rows, np.concatenate([samples.test_rows, samples.validation_rows])
        )
        follows = before is not None and before.aim == aim
        self._axes: Axes | None = before._axes if before is not None and follows else None
        box = before._last_box if before is not None and follows else None
        self._room = Room(project.layer(aim.layer), aim.choice, box)
        self._given = self._on_floor(passage.columns)
        lattice = passage.lattice if aim.choice.count > 1 else None
        self._lattice = lattice
        self._grid_given = self._on_floor(lattice.points if lattice else np.empty((0, 2)))

    @property
    def _last_box(self) -> Box | None:
        return self._room.box

    def see(self, *, gently: bool) -> Seen:
        """What the passage holds now. Raises NothingFiniteError if no sample is anywhere."""
        passage, aim = self._passage, self.aim
        outputs, grid = passage.outputs(aim.layer)
        axes = self._axes = aim.choice.axes(outputs, self._axes)
        coordinates = axes.coordinates(outputs)
        lattice = self._lattice
        grid_at = axes.coordinates(grid) if lattice else np.empty((0, len(axes)))
        # Of components the box is the samples': what the grid does beyond them is no matter.
        around = coordinates if aim.choice.is_components else np.vstack([coordinates, grid_at])
        box = self._room.box_for(around, gently=gently)
        network = passage.compiled.network
        answers, grid_answers = passage.outputs(network.layout.output)
        right = right_ones(self._task, answers, self._targets)
        parting = self._parting(axes, right)
        return Seen(
            aim=aim,
            task=self._task,
            axes=axes,
            box=box,
            ticks=self._room.ticks(box),
            rows=passage.rows,
            coordinates=coordinates,
            given=self._given,
            mapped=self._in_lanes(self._in_cube(box, coordinates)),
            colours=self._colours,
            wrong=np.zeros(len(passage.rows), bool) if right is None else ~right,
            tested=self._tested,
            lattice=lattice,
            grid_given=self._grid_given,
            grid_mapped=self._in_cube(box, grid_at),
            cell_colours=self._of_cells(lattice, grid_answers),
            parting=parting,
            plane=None if parting is None else _padded(box.plane_in_cube(parting.plane)),
        )

    def _parting(self, axes: Axes, right: Flags | None) -> Parting | None:
        aim, output = self.aim, self._passage.compiled.network.layout.output
        layer = self._project.layer(output)
        level = deciding_z(self._task, layer)
        count = len(self._passage.rows)
        hits = 0 if right is None else int(right.sum())
        if aim.layer == output:
            if self._task.kind != "binary":
                return None
            plane = Plane(np.ones(1), -self._task.threshold)
            return Parting(
                plane, self._task.threshold, decides=True, is_own=True, right=hits, count=count
            )
        if aim.unit is None:
            return None
        whole = self._passage.plane_of(aim.layer, aim.unit)
        decides = aim.unit == (output, 0) and level is not None
        level = level if decides and level is not None else 0.0
        units = whole.normal.size
        return Parting(
            axes.plane(Plane(whole.normal, whole.offset - level)),
            level,
            is_slice=not aim.choice.shows_all(units),
            holds_rest=len(self._passage.compiled.network.layout.blocks[aim.unit[0]]) > 1,
            decides=decides,
            right=hits,
            count=count,
        )

    def _on_floor(self, columns: Array) -> Array:
        """Samples (n, 1 or 2) on the input plane: the cube's floor, or all of a flat picture."""
        x0, x1, y0, y1 = self._passage.extent
        places = np.zeros((len(columns), 3))
        places[:, 0] = 2.0 * (columns[:, 0] - x0) / (x1 - x0) - 1.0
        if columns.shape[1] > 1:
            places[:, 1] = 2.0 * (columns[:, 1] - y0) / (y1 - y0) - 1.0
        places[:, 2] = -1.0 if self.aim.choice.count == 3 else 0.0
        return places

    def _in_cube(self, box: Box, coordinates: Array) -> Array:
        places = np.zeros((len(coordinates), 3))
        places[:, : coordinates.shape[1]] = np.clip(box.to_cube(coordinates), -_FAR, _FAR)
        return places

    def _in_lanes(self, places: Array) -> Array:
        """Along a single axis, the samples of each class beside those of the others."""
        if self.aim.choice.count == 1 and self._task.classes > 1:
            places[:, 1] = _LANES * (2.0 * self._colours / (self._task.classes - 1) - 1.0)
        return places

    def _of_cells(self, lattice: Lattice | None, answers: Array) -> NDArray[np.intp]:
        """The network's answer in each cell of the grid: the mean of those around it."""
        if lattice is None or not lattice.is_plane:
            return np.empty(0, np.intp)
        with np.errstate(all="ignore"):
            return self._colouring.of_places(answers[lattice.corners].mean(axis=1))


def _padded(plane: Plane) -> Plane:
    """In three axes, of which it does not depend on those it did not have."""
    normal = np.zeros(3)
    normal[: len(plane.normal)] = plane.normal
    return replace(plane, normal=normal)
