"""The graph measured for a font: discs, curves, and plates that cover no other number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath

from mlp_studio.engine.formula_graph import Edge
from mlp_studio.ui.labs.chain.arrangement import Arrangement, Spot

_ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8)
"""Where on its edge a plate may stand, the best first."""
_ROUNDS = 3
_STRETCHES = (1.0, 1.3, 1.7)
"""How many times as wide as the plates ask for the room between columns is tried."""
_SMALL = 0.9
PAD_ACROSS, PAD_DOWN = 5.0, 2.0
_GAP = 4.0
"""Pixels between a disc and its arrows, and around a plate."""


class Letters:
    """The fonts of the graph, made from the widget's, and their measures."""

    def __init__(self, base: QFont) -> None:
        self.small = QFont(base)
        self.small.setPointSizeF(base.pointSizeF() * _SMALL)
        self.small.setFeature(QFont.Tag("tnum"), 1)
        self.strong = QFont(base)
        self.strong.setWeight(QFont.Weight.DemiBold)
        self.small_metrics = QFontMetricsF(self.small)
        self.strong_metrics = QFontMetricsF(self.strong)

    @property
    def height(self) -> float:
        return self.small_metrics.height()

    def plate(self, lines: Iterable[str]) -> QRectF:
        """A plate for lines of text, at the origin."""
        kept = list(lines)
        width = max(map(self.small_metrics.horizontalAdvance, kept), default=0.0)
        return QRectF(0, 0, width + 2 * PAD_ACROSS, self.height * len(kept) + 2 * PAD_DOWN)


@dataclass(frozen=True, eq=False)
class Texts:
    """All that can come to stand on the graph: what is kept room for from the first step on.

    By variable the value, and the gradient under its disc; by edge the lines of its plate.
    """

    values: Mapping[str, str]
    gradients: Mapping[str, str]
    plates: Mapping[Edge, tuple[str, ...]]


@dataclass(frozen=True, eq=False)
class Sheet:
    """Pixels at a zoom of 1. `plates` lacks those for which there is no free place."""

    radius: float
    centres: dict[str, QPointF]
    paths: dict[Edge, QPainterPath]
    plates: dict[Edge, QRectF]
    crowded: dict[Edge, QRectF]
    """Where the other plates go while their edge is lit, over what is there."""
    bounds: QRectF


def laid_out(arrangement: Arrangement, texts: Texts, letters: Letters) -> Sheet:
    """Places for an arrangement and its texts, wider where plates would find none."""
    best = _stretched(arrangement, texts, letters, _STRETCHES[0])
    for stretch in _STRETCHES[1:]:
        if not best.crowded:
            break
        wider = _stretched(arrangement, texts, letters, stretch)
        if len(wider.crowded) < len(best.crowded):
            best = wider
    return best


def _stretched(arrangement: Arrangement, texts: Texts, letters: Letters, stretch: float) -> Sheet:
    radius = _radius(texts, letters)
    across = _column_places(arrangement, texts, letters, radius, stretch)
    down = 2 * radius + letters.height + 2.5 * _GAP

    def point(spot: Spot) -> QPointF:
        return QPointF(across[int(spot[0])], spot[1] * down)

    centres = {name: point(spot) for name, spot in arrangement.spots.items()}
    paths = {
        edge: _path([point(spot) for spot in route], radius)
        for edge, route in arrangement.routes.items()
    }
    taken = [
        rect for name, at in centres.items() for rect in _taken(at, name, radius, letters, texts)
    ]
    bounds = QRectF()
    for rect in (*taken, *(path.boundingRect() for path in paths.values())):
        bounds = bounds.united(rect)
    sizes = {edge: letters.plate(texts.plates.get(edge, ())) for edge in paths}
    plates, crowded = _plates(paths, sizes, taken)
    return Sheet(radius, centres, paths, plates, crowded, bounds)


def _plates(
    paths: Mapping[Edge, QPainterPath], sizes: Mapping[Edge, QRectF], taken: list[QRectF]
) -> tuple[dict[Edge, QRectF], dict[Edge, QRectF]]:
    """Plates that cover nothing, and those that found no such place, in the middle of their edge.

    Those that found none choose first the next time round.
    """
    order = list(paths)
    for _ in range(_ROUNDS):
        full = list(taken)
        plates: dict[Edge, QRectF] = {}
        crowded: dict[Edge, QRectF] = {}
        for edge in order:
            path = paths[edge]
            places = [_centred(sizes[edge], path.pointAtPercent(share)) for share in _ALONG]
            others = [other for other in paths.values() if other is not path]
            free = _free(places, full, others)
            if free is None:
                crowded[edge] = places[0]
            else:
                plates[edge] = free
                full.append(free)
        if not crowded:
            break
        order = [*crowded, *plates]
    return plates, crowded


def _radius(texts: Texts, letters: Letters) -> float:
    """Room for a name and its value; a long one is cut."""
    widest = max(
        (
            *(letters.strong_metrics.horizontalAdvance(name) for name in texts.gradients),
            *map(letters.small_metrics.horizontalAdvance, texts.values.values()),
        ),
        default=0.0,
    )
    return min(max(1.35 * letters.height, 0.56 * widest + _GAP), 2.2 * letters.height)


def _column_places(
    arrangement: Arrangement, texts: Texts, letters: Letters, radius: float, stretch: float
) -> list[float]:
    """The middle of each column: plates and gradients between it and the next have room."""
    widest = max(map(letters.small_metrics.horizontalAdvance, texts.gradients.values()), default=0)
    aside = max(widest + _GAP - 2 * radius, 0.0)
    gaps = [4.0 * letters.height] * arrangement.columns
    for edge, lines in texts.plates.items():
        start = int(arrangement.spots[edge.source][0])
        gaps[start] = max(gaps[start], letters.plate(lines).width() + 2.2 * letters.height)
    places = [0.0]
    for gap in gaps[:-1]:
        places.append(places[-1] + stretch * gap + aside + 2 * radius)
    return places


def _taken(
    at: QPointF, name: str, radius: float, letters: Letters, texts: Texts
) -> tuple[QRectF, QRectF]:
    """The disc, and the gradient under it."""
    disc = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
    return disc, gradient_rect(at, radius, texts.gradients.get(name, ""), letters)


def gradient_rect(at: QPointF, radius: float, text: str, letters: Letters) -> QRectF:
    """Where the gradient of a variable stands."""
    width = letters.small_metrics.horizontalAdvance(text) + _GAP
    return QRectF(at.x() - width / 2, at.y() + radius + 1, width, letters.height)


def _path(points: list[QPointF], radius: float) -> QPainterPath:
    """From disc to disc, smoothly by the bends."""
    start = _towards(points[0], points[1], radius + _GAP / 2)
    end = _towards(points[-1], points[-2], radius + _GAP)
    path = QPainterPath(start)
    for bend, after in pairwise(points[1:]):
        # Half way to the next bend the direction is that of the straight line between them.
        path.quadTo(bend, (bend + after) / 2)
    path.lineTo(end)
    return path


def _towards(point: QPointF, other: QPointF, distance: float) -> QPointF:
    line = QLineF(point, other)
    line.setLength(distance)
    return line.p2()


def _centred(plate: QRectF, at: QPointF) -> QRectF:
    moved = QRectF(plate)
    moved.moveCenter(at)
    return moved


def _free(places: list[QRectF], taken: list[QRectF], others: list[QPainterPath]) -> QRectF | None:
    """The first place that covers nothing, if there is one where no other edge passes by."""
    free = [at for at in places if not _meets(at, taken)]
    alone = (at for at in free if not any(_passes(other, at) for other in others))
    return next(alone, free[0] if free else None)


def _passes(path: QPainterPath, place: QRectF) -> bool:
    return path.controlPointRect().adjusted(-1, -1, 1, 1).intersects(place) and path.intersects(
        place
    )


def _meets(plate: QRectF, taken: list[QRectF]) -> bool:
    around = plate.adjusted(-_GAP / 2, -_GAP / 2, _GAP / 2, _GAP / 2)
    return any(around.intersects(rect) for rect in taken)
