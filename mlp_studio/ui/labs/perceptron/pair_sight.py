"""What the two planes show of a pair of lines and the unit over them."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QColor

from mlp_studio.ui.labs.perceptron.ground import Ground, part
from mlp_studio.ui.labs.perceptron.pair import CORNERS, TARGETS, Pair
from mlp_studio.ui.labs.perceptron.sight import Dot, Line, Region, Sight

_ARROW = 0.2
"""How long a weight of 1 is drawn, in units of the plane."""
Entries = tuple[tuple[str, str], ...]


def inputs(pair: Pair, colours: tuple[QColor, QColor], ground: Ground, entries: Entries) -> Sight:
    """The four corners, both lines, and the answer of the third unit in each part."""
    return Sight(
        lines=(
            Line(pair.first, colours[0], "h1", "w1"),
            Line(pair.second, colours[1], "h2", "w2"),
        ),
        dots=tuple(map(Dot, CORNERS, TARGETS, pair.right)),
        regions=tuple(Region(corners, y) for corners, y in pair.sides(ground)),
        arrow=_ARROW,
        entries=entries,
    )


def hidden(pair: Pair, ink: QColor, ground: Ground, entries: Entries) -> Sight:
    """Where the corners are after the first layer, and the line of the third unit."""
    places = Counter(
        ((h1, h2), target, is_right)
        for (h1, h2), target, is_right in zip(
            pair.hidden.tolist(), TARGETS, pair.right, strict=True
        )
    )
    shared = Counter(place for place, _, _ in places)
    dots, seen = [], Counter[tuple[float, float]]()
    for (place, target, is_right), count in places.items():
        # Marks of both classes in one place stand beside one another.
        aside = (seen[place] - (shared[place] - 1) / 2) * 0.16
        seen[place] += 1
        dots.append(Dot((place[0] + aside, place[1]), target, is_right, count))
    sides = ((part(ground.corners, pair.third, sign), sign) for sign in (-1.0, 1.0))
    return Sight(
        lines=(Line(pair.third, ink, "y", "v"),),
        dots=tuple(dots),
        regions=tuple(Region(side, int(sign > 0.0)) for side, sign in sides if len(side) > 2),
        arrow=_ARROW,
        names=("h1", "h2"),
        entries=entries,
    )
