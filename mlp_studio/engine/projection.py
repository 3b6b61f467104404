"""From a layer's outputs to what can be looked at: two or three axes, planes in them, a camera.

A layer of m units puts each sample at a point of an m-dimensional space. `Axes` choose two or three
directions of it: units themselves, or principal components. A unit of a later layer parts that
space by its hyperplane Σ_k w_k a_k + b = 0, which `Axes.plane` restricts to what the axes span. A
`Box` is the part that is shown, mapped to −1..1 along each axis; a `Camera` looks at that cube.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import permutations
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mlp_studio.engine.layout import Layout

Array = NDArray[Any]
_NOTHING = 1e-9
"""A singular value below this share of the largest is none: its direction is arbitrary."""
STEEPEST = math.pi / 2
LEAST_ZOOM, GREATEST_ZOOM = 0.4, 6.0


class NothingFiniteError(ValueError):
    """No sample has finite outputs: there is nothing to see, as after a divergence."""


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """The points x with normal·x + offset = 0: a point, line, plane or hyperplane of k axes."""

    normal: Array
    offset: float

    def values(self, points: Array) -> Array:
        """normal·x + offset for points (n, k): (n,), positive on the side of the normal."""
        values: Array = points @ self.normal + self.offset
        return values

    def flipped(self) -> Plane:
        return Plane(-self.normal, -self.offset)


@dataclass(frozen=True, slots=True, eq=False)
class Axes:
    """k orthonormal `directions` (k, units) through `origin` (units,).

    `shares` (k,) is how much of the samples' variance lies along each; None for units as axes.
    """

    origin: Array
    directions: Array
    shares: Array | None = None

    def __len__(self) -> int:
        return len(self.directions)

    def coordinates(self, points: Array) -> Array:
        """Of points (n, units): (n, k)."""
        coordinates: Array = (points - self.origin) @ self.directions.T
        return coordinates

    def plane(self, plane: Plane) -> Plane:
        """Where a hyperplane of the layer's space meets what the axes span, in coordinates."""
        return Plane(
            self.directions @ plane.normal, float(plane.normal @ self.origin) + plane.offset
        )


def unit_axes(units: int, chosen: Sequence[int], through: Array | None = None) -> Axes:
    """Units as axes; where not all are, the others are held at `through` (units,), or at 0.

    Raises IndexError if the layer of `units` has no such unit.
    """
    if not all(0 <= unit < units for unit in chosen):
        raise IndexError(f"a layer of {units} units does not have all of {tuple(chosen)}")
    places = list(chosen)
    origin = np.zeros(units) if through is None else through.astype(np.float64)
    origin[places] = 0.0
    return Axes(origin, np.eye(units)[places])


def principal_axes(points: Array, count: int, before: Axes | None = None) -> Axes:
    """The first `count` principal components of points (n, units), through their mean.

    The largest entry of each direction is positive. With `before`, the axes of a moment ago, each
    is instead the one most like an axis of then, in its order and sign: so a picture does not jump
    when two components swap places. Rows that are not finite do not count. Raises
    NothingFiniteError if none is finite, and ValueError for more components than units.
    """
    units = points.shape[1]
    points = points[np.isfinite(points).all(axis=1)]
    if not len(points):
        raise NothingFiniteError("no sample has finite outputs")
    if count > units:
        raise ValueError(f"{units} units have no {count} components")
    mean = points.mean(axis=0)
    _, sizes, directions = np.linalg.svd(points - mean, full_matrices=False)
    largest = float(sizes[0]) if len(sizes) else 0.0
    rank = int((sizes[:count] > _NOTHING * largest).sum())
    shares = np.zeros(count)
    if rank:
        shares[:rank] = (sizes**2 / (sizes**2).sum())[:rank]
    same = before is not None and before.directions.shape == (count, units)
    kept = before.directions if before is not None and same else None
    directions = _completed(directions[:rank], count, kept)
    if kept is None:
        return Axes(mean, _upright(directions), shares)
    order, signs = _likest(directions, kept)
    return Axes(mean, directions[order] * signs[:, np.newaxis], shares[order])


def _completed(directions: Array, count: int, before: Array | None) -> Array:
    """Up to `count` orthonormal rows: where the points span less, those of before, else units."""
    candidates = np.eye(directions.shape[1]) if before is None else before
    while len(directions) < count:
        rest = candidates - candidates @ directions.T @ directions
        lengths = np.linalg.norm(rest, axis=1)
        longest = int(lengths.argmax())
        directions = np.vstack([directions, rest[longest] / lengths[longest]])
    return directions


def _upright(directions: Array) -> Array:
    largest = np.abs(directions).argmax(axis=1)
    signs = np.sign(directions[np.arange(len(directions)), largest])
    upright: Array = directions * signs[:, np.newaxis]
    return upright


def _likest(directions: Array, before: Array) -> tuple[list[int], Array]:
    """Which of the directions comes to which place, and turned round (−1) or not."""
    likeness = before @ directions.T
    places = range(len(directions))
    order = max(
        permutations(places),
        key=lambda order: sum(abs(likeness[place, order[place]]) for place in places),
    )
    signs = [1.0 if likeness[place, order[place]] >= 0.0 else -1.0 for place in places]
    return list(order), np.array(signs)


def hyperplane(
    layout: Layout, parameters: ArrayLike, layer: str, target: str, unit: int, means: Array
) -> Plane:
    """Where z of a unit of `target` is 0, in the space of `layer`'s outputs, which feed it.

    What other layers pass to the unit is held: their outputs are taken from `means`, one for each
    node row (nodes,). Raises KeyError if no link leads from `layer` to `target`.
    """
    vector = np.asarray(parameters, np.float64)
    normal = layout.weights(vector, layer, target)[unit].copy()
    offset = 0.0
    for block in layout.blocks[target]:
        if block.source != layer:
            offset += float(block.weights(vector)[unit] @ means[layout.rows[block.source]])
        if block.has_bias:
            offset += float(block.of(vector)[unit, -1])
    return Plane(normal, offset)


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """The part of k axes that is shown: from `low` (k,) to `high` (k,), each the greater."""

    low: Array
    high: Array

    def to_cube(self, points: Array) -> Array:
        """Points (n, k) with `low` at −1 and `high` at 1."""
        cube: Array = (points - self.low) * (2.0 / (self.high - self.low)) - 1.0
        return cube

    def plane_in_cube(self, plane: Plane) -> Plane:
        half = (self.high - self.low) / 2.0
        middle = (self.high + self.low) / 2.0
        return Plane(plane.normal * half, float(plane.normal @ middle) + plane.offset)


def clip(polygon: Array, plane: Plane) -> Array:
    """The part of a convex polygon (m, k) on the side of the plane's normal; maybe (0, k)."""
    kept: list[Array] = []
    values = plane.values(polygon)
    for at in range(len(polygon)):
        here, there = polygon[at - 1], polygon[at]
        value, next_value = float(values[at - 1]), float(values[at])
        if (value < 0.0) != (next_value < 0.0):
            kept.append(here + (there - here) * (value / (value - next_value)))
        if next_value >= 0.0:
            kept.append(there)
    return np.array(kept).reshape(-1, polygon.shape[1])


def cut(plane: Plane) -> Array:
    """Where a plane meets the cube −1..1 of its axes: corners (m, k) in order around, or (0, k).

    Of two axes it is the two ends of a line.
    """
    axes = len(plane.normal)
    size = float(np.linalg.norm(plane.normal))
    if not math.isfinite(size + plane.offset) or size == 0.0:
        return np.empty((0, axes))
    main = int(np.abs(plane.normal).argmax())
    others = [axis for axis in range(axes) if axis != main]
    # Over the other axes it is a function of them; then what lies outside along the main one goes.
    square = np.array([[-1.0], [1.0]] if axes == 2 else [[-1, -1], [1, -1], [1, 1], [-1, 1.0]])
    corners = np.empty((len(square), axes))
    corners[:, others] = square
    corners[:, main] = -(square @ plane.normal[others] + plane.offset) / plane.normal[main]
    for side in (1.0, -1.0):
        wall = np.zeros(axes)
        wall[main] = side
        corners = clip(corners, Plane(wall, 1.0))
    if axes == 2 and len(corners):
        # A segment is clipped as if it had two sides: its ends are the outermost of what is left.
        ends = corners[:, others[0]]
        corners = corners[[int(ends.argmin()), int(ends.argmax())]]
    return corners


@dataclass(frozen=True, slots=True)
class Camera:
    """Looks at the origin, the third axis upright: `yaw` about it, `pitch` from above (radians).

    `distance` is the eye's; infinite, lines that are parallel stay so.
    """

    yaw: float = 0.0
    pitch: float = 0.0
    zoom: float = 1.0
    distance: float = math.inf

    def turned(self, yaw: float, pitch: float) -> Camera:
        """By so much more; never past looking straight down or up."""
        steep = min(max(self.pitch + pitch, -STEEPEST), STEEPEST)
        return replace(self, yaw=math.remainder(self.yaw + yaw, math.tau), pitch=steep)

    def zoomed(self, factor: float) -> Camera:
        return replace(self, zoom=min(max(self.zoom * factor, LEAST_ZOOM), GREATEST_ZOOM))

    @property
    def rotation(self) -> Array:
        """(3, 3), read-only: rightward, upward and towards the eye, each a unit vector."""
        return _rotation(self.yaw, self.pitch)

    def look(self, points: Array) -> Array:
        """Points (n, 3) as (n, 3): right, up, and the depth towards the eye, never zoomed."""
        seen: Array = points @ self.rotation.T
        scale = self.zoom / (1.0 - seen[:, 2:] / self.distance)
        seen[:, :2] *= scale
        return seen

    def is_in_front(self, plane: Plane) -> bool:
        """Whether the eye is on the side of the plane's normal."""
        towards = float(self.rotation[2] @ plane.normal)
        if math.isinf(self.distance):
            return towards > 0.0
        return self.distance * towards + plane.offset > 0.0


@lru_cache(maxsize=8)
def _rotation(yaw: float, pitch: float) -> Array:
    sine, cosine = math.sin(yaw), math.cos(yaw)
    up, level = math.sin(pitch), math.cos(pitch)
    rotation = np.array(
        [
            [cosine, sine, 0.0],
            [-sine * up, cosine * up, level],
            [sine * level, -cosine * level, up],
        ]
    )
    rotation.setflags(write=False)
    return rotation
