"""The square of the plane that is looked at, and lines on it: plain geometry, no drawing.

Lines are given by weights (w1, w2, b): the points where w1·x1 + w2·x2 + b = 0.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

Place = tuple[float, float]
Weights = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Ground:
    """From `low` on, `span` wide and high, shown in a square of pixels at `left`, `top`."""

    low: Place
    span: float
    left: float = 0.0
    top: float = 0.0
    side: float = 1.0

    @property
    def scale(self) -> float:
        """Pixels per unit."""
        return self.side / self.span

    @property
    def centre(self) -> Place:
        return self.low[0] + self.span / 2, self.low[1] + self.span / 2

    @property
    def corners(self) -> tuple[Place, ...]:
        """Counter-clockwise."""
        (x, y), span = self.low, self.span
        return (x, y), (x + span, y), (x + span, y + span), (x, y + span)

    def to_pixel(self, place: Place) -> Place:
        x = self.left + (place[0] - self.low[0]) * self.scale
        return x, self.top + self.side - (place[1] - self.low[1]) * self.scale

    def to_place(self, x: float, y: float) -> Place:
        return (
            self.low[0] + (x - self.left) / self.scale,
            self.low[1] + (self.top + self.side - y) / self.scale,
        )

    def held(self, place: Place) -> Place:
        """The nearest place that is in sight."""
        x, y = place
        return (
            min(max(x, self.low[0]), self.low[0] + self.span),
            min(max(y, self.low[1]), self.low[1] + self.span),
        )

    def ticks(self) -> tuple[float, ...]:
        """Round numbers, the same along both axes if both begin at the same number."""
        rough = self.span / 5
        power = 10.0 ** math.floor(math.log10(rough))
        step = next(power * size for size in (1, 2, 5, 10) if power * size >= rough)
        first = math.ceil(self.low[0] / step)
        last = math.floor((self.low[0] + self.span) / step)
        return tuple(step * number for number in range(first, last + 1))


def height(weights: Weights, place: Place) -> float:
    """z at the place."""
    return weights[0] * place[0] + weights[1] * place[1] + weights[2]


def length(weights: Weights) -> float:
    """Of the normal vector (w1, w2)."""
    return math.hypot(weights[0], weights[1])


def foot(weights: Weights, ground: Ground) -> Place:
    """Where the normal vector stands: the point of the line that is nearest to the middle.

    Without a line, the middle itself; of a line far out, the last point of its direction in sight.
    """
    squared = weights[0] ** 2 + weights[1] ** 2
    if squared == 0.0:
        return ground.centre
    share = height(weights, ground.centre) / squared
    x, y = ground.centre
    return x - share * weights[0], y - share * weights[1]


def part(corners: tuple[Place, ...], weights: Weights, sign: float) -> tuple[Place, ...]:
    """What is left of a convex polygon where sign·z ≥ 0."""
    kept: list[Place] = []
    for a, b in pairwise((*corners, *corners[:1])):
        at_a, at_b = sign * height(weights, a), sign * height(weights, b)
        if at_a >= 0.0:
            kept.append(a)
        if (at_a > 0.0 > at_b) or (at_a < 0.0 < at_b):
            share = at_a / (at_a - at_b)
            kept.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
    return tuple(kept)


def segment(weights: Weights, ground: Ground) -> tuple[Place, Place] | None:
    """The part of the line that is in sight; None if there is none."""
    if length(weights) == 0.0:
        return None
    on_it = [place for place in part(ground.corners, weights, 1.0) if _is_on(weights, place)]
    if len(on_it) < 2:
        return None
    return max(((a, b) for a in on_it for b in on_it), key=lambda ends: math.dist(*ends))


def _is_on(weights: Weights, place: Place) -> bool:
    room = length(weights) * (1.0 + abs(place[0]) + abs(place[1])) + abs(weights[2])
    return abs(height(weights, place)) <= 1e-9 * room


def through(weights: Weights, place: Place) -> Weights:
    """The same direction, moved so that the line goes through the place."""
    return weights[0], weights[1], -(weights[0] * place[0] + weights[1] * place[1])


def turned(normal: Place, at: Place) -> Weights:
    """The line through `at` with this normal vector."""
    return through((normal[0], normal[1], 0.0), at)
