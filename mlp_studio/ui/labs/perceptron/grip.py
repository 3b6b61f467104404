"""What a press on the plane takes hold of."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from mlp_studio.ui.labs.perceptron import ground as geometry
from mlp_studio.ui.labs.perceptron.ground import Ground, Place
from mlp_studio.ui.labs.perceptron.sight import Line, Sight

_TIP, _DOT, _LINE = 13.0, 11.0, 8.0
"""Pixels around each."""


@dataclass(frozen=True, slots=True)
class Grip:
    """A normal vector's tip, a line or a sample; `foot` is where the vector stood when taken."""

    what: Literal["tip", "line", "dot"]
    number: int
    foot: Place = (0.0, 0.0)


def tip(line: Line, sight: Sight, ground: Ground) -> Place:
    """The end of the drawn normal vector."""
    x, y = foot(line, ground)
    return x + sight.arrow * line.weights[0], y + sight.arrow * line.weights[1]


def foot(line: Line, ground: Ground) -> Place:
    """Where the drawn normal vector begins: on the line, and in sight."""
    return ground.held(geometry.foot(line.weights, ground))


def grip_at(sight: Sight, ground: Ground, at: Place, *, dots: bool) -> Grip | None:
    """Tips first, then samples if they may be moved, then lines; the nearest of each."""
    tips = [ground.to_pixel(tip(line, sight, ground)) for line in sight.lines]
    if (number := _nearest(tips, at, _TIP)) is not None:
        return Grip("tip", number, foot(sight.lines[number], ground))
    places = [ground.to_pixel(dot.place) for dot in sight.dots] if dots else []
    if (number := _nearest(places, at, _DOT)) is not None:
        return Grip("dot", number)
    away = [_distance(line, ground, at) for line in sight.lines]
    if away and min(away) <= _LINE:
        return Grip("line", away.index(min(away)))
    return None


def _nearest(places: list[Place], at: Place, reach: float) -> int | None:
    away = [math.dist(place, at) for place in places]
    return away.index(min(away)) if away and min(away) <= reach else None


def _distance(line: Line, ground: Ground, at: Place) -> float:
    """Pixels from the line to there."""
    size = geometry.length(line.weights)
    if size == 0.0:
        return math.inf
    return abs(geometry.height(line.weights, ground.to_place(*at))) / size * ground.scale
