"""Whether a line separates two sets of points in the plane, and why, or why not.

A line separates them, touching none, exactly where their convex hulls have no point in common
(Minkowski). Computed with fractions: floating-point numbers are fractions, so there is no rounding,
and hulls that only touch are told from hulls that nearly do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import numpy as np

from mlp_studio.engine.activations import Array

Point = tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True, eq=False)
class Separability:
    """`hulls` are the corners (n, 2) of each set's convex hull, counter-clockwise.

    `common` is a point (2,) of both hulls, None if there is none; then `line` (w1, w2, b) has
    w·x + b < 0 on the first set and > 0 on the second, halfway between the two points of the hulls
    that are nearest to one another, and `margin` is its distance from both. All three are None
    where a set is empty.
    """

    hulls: tuple[Array, Array]
    common: Array | None = None
    line: Array | None = None
    margin: float | None = None

    @property
    def is_separable(self) -> bool:
        return self.common is None


def separability(first: Array, second: Array) -> Separability:
    """Of two sets (n, 2) and (m, 2) of points with finite coordinates."""
    hulls = convex_hull(_exact(first)), convex_hull(_exact(second))
    shown = _floats(hulls[0]), _floats(hulls[1])
    if not (hulls[0] and hulls[1]):
        return Separability(shown)
    shared = list(_common(*hulls))
    if shared:
        return Separability(shown, common=_floats([_mean(shared)])[0])
    one, other = _nearest(*hulls)
    normal = other[0] - one[0], other[1] - one[1]
    middle = _mean([one, other])
    line = np.array([*map(float, normal), float(-_dot(normal, middle))])
    return Separability(shown, line=line, margin=float(np.hypot(line[0], line[1])) / 2)


def convex_hull(points: Sequence[Point]) -> list[Point]:
    """The corners, counter-clockwise from the leftmost: Andrew's monotone chain.

    None lies on the line between its neighbours; a single point or two may be all there is.
    """
    ordered = sorted(set(points))
    if len(ordered) <= 2:
        return ordered
    return _chain(ordered)[:-1] + _chain(ordered[::-1])[:-1]


def _chain(ordered: Sequence[Point]) -> list[Point]:
    chain: list[Point] = []
    for point in ordered:
        while len(chain) >= 2 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _common(one: Sequence[Point], other: Sequence[Point]) -> Iterator[Point]:
    """Corners of the two hulls' intersection: enough of them to say whether it is empty."""
    yield from (corner for corner in one if _contains(other, corner))
    yield from (corner for corner in other if _contains(one, corner))
    for a, b in _sides(one):
        for c, d in _sides(other):
            crossing = _crossing(a, b, c, d)
            if crossing is not None:
                yield crossing


def _contains(hull: Sequence[Point], point: Point) -> bool:
    """Whether the point is in the hull or on its border."""
    if len(hull) == 1:
        return hull[0] == point
    if len(hull) == 2:
        a, b = hull
        is_between = _dot(_from(point, a), _from(point, b)) <= 0
        return _turn(a, b, point) == 0 and is_between
    return all(_turn(a, b, point) >= 0 for a, b in _sides(hull))


def _sides(hull: Sequence[Point]) -> list[tuple[Point, Point]]:
    closed = [*hull, hull[0]] if len(hull) > 2 else hull
    return list(pairwise(closed))


def _crossing(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Where the segments ab and cd cross, if each has its ends on both sides of the other."""
    from_c, from_d = _turn(c, d, a), _turn(c, d, b)
    if from_c * from_d >= 0 or _turn(a, b, c) * _turn(a, b, d) >= 0:
        return None
    share = from_c / (from_c - from_d)
    return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])


def _nearest(one: Sequence[Point], other: Sequence[Point]) -> tuple[Point, Point]:
    """The two points of hulls without a common point that are nearest to one another."""
    pairs = [(corner, _nearest_of(other, corner)) for corner in one]
    pairs += [(_nearest_of(one, corner), corner) for corner in other]
    return min(pairs, key=lambda pair: _squared(_from(*pair)))


def _nearest_of(hull: Sequence[Point], point: Point) -> Point:
    """The point of the hull's border that is nearest to a point outside."""
    if len(hull) == 1:
        return hull[0]
    feet = (_foot(a, b, point) for a, b in _sides(hull))
    return min(feet, key=lambda foot: _squared(_from(point, foot)))


def _foot(a: Point, b: Point, point: Point) -> Point:
    along = _from(a, b)
    share = min(max(_dot(_from(a, point), along) / _squared(along), Fraction(0)), Fraction(1))
    return a[0] + share * along[0], a[1] + share * along[1]


def _turn(a: Point, b: Point, c: Point) -> Fraction:
    """Twice the area of the triangle: positive if a, b, c turn counter-clockwise."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _from(a: Point, b: Point) -> Point:
    return b[0] - a[0], b[1] - a[1]


def _dot(a: Point, b: Point) -> Fraction:
    return a[0] * b[0] + a[1] * b[1]


def _squared(a: Point) -> Fraction:
    return _dot(a, a)


def _mean(points: Sequence[Point]) -> Point:
    count = len(points)
    return sum(x for x, _ in points) / Fraction(count), sum(y for _, y in points) / Fraction(count)


def _exact(points: Array) -> list[Point]:
    return [(Fraction(x), Fraction(y)) for x, y in points.tolist()]


def _floats(points: Sequence[Point]) -> Array:
    return np.array([(float(x), float(y)) for x, y in points]).reshape(-1, 2)
