"""Where the numbers of edges go among all that stands on the canvas, and how much each can say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from mlp_studio.ui.canvas.attention import Attention
from mlp_studio.ui.canvas.emphasis import Emphasis
from mlp_studio.ui.canvas.labels import Label, Line, Plate, size_of
from mlp_studio.ui.canvas.layer_item import LayerItem
from mlp_studio.ui.canvas.lettering import Lettering, widest
from mlp_studio.ui.canvas.loss_item import LossItem
from mlp_studio.ui.canvas.placement import Choices, anchor, place
from mlp_studio.ui.canvas.routes import Floats, Routes, sides
from mlp_studio.ui.canvas.wording import Wording

MOST = 300
"""Plates placed at most."""
MOST_IN_CROWD = 48
"""Plates placed at most where more edges are lit than can be told apart."""
_CELL = (130.0, 40.0)
"""In a crowd each piece of the paper of this size has one plate at most."""
_SOUP = 2000
"""Segments among which single ones are not told apart."""
_NEAR = 60.0
"""From an edge to a plate beside it, at most, for which others may say less."""
_FEW = 12
"""For more plates than this not every way is tried: a step is to answer at once."""
_MANY, _ENOUGH = 6, 0.6
"""Of so many labels at least this share is to be shown."""


@dataclass(frozen=True, eq=False)
class Room:
    """Where plates may go. `obstacles` and `frames` are boxes and `importance` goes by edge: as in
    `placement.place`.

    `least` is a width that plates have at least, so that other numbers fit on them later; `scale`
    how much larger they are than the figure.
    """

    lettering: Lettering
    routes: Routes
    obstacles: Floats
    frames: Floats
    importance: Floats
    least: float
    scale: float = 1.0
    _known: dict[tuple[object, ...], Choices] = field(default_factory=dict)

    def hold(self, labels: Sequence[Label], *, beside: int) -> list[Plate]:
        """Those of the labels that find a place, said as they are."""
        scales = self.scale * np.array([label.size for label in labels]).reshape(-1, 1)
        sizes = np.array([size_of(label, self.lettering, self.least) for label in labels])
        rank = np.array([2 if label.must else int(label.always) for label in labels], np.intp)
        edges = [label.edge for label in labels]
        boxes = place(
            edges,
            scales * sizes.reshape(-1, 2),
            rank,
            self.routes,
            self.obstacles,
            self.frames,
            self.importance,
            beside=beside,
            known=self._known,
        )
        plates = []
        for number, box in boxes.items():
            point = anchor(edges[number], box, self.routes) if rank[number] else None
            at = None if point is None else QPointF(*point.tolist())
            left, top, right, bottom = box.tolist()
            area = QRectF(left, top, right - left, bottom - top)
            plates.append(Plate(labels[number], area, at, float(scales[number, 0])))
        return plates


def plates(
    wording: Wording,
    attention: Attention,
    routes: Routes,
    layers: Collection[LayerItem],
    loss: LossItem,
    scale: float = 1.0,
) -> list[Plate]:
    """The labels that find a place beside discs, headers, the loss, and one another.

    A `scale` above 1 enlarges them; then only what is lit has one.
    """
    obstacles = [box for item in layers for box in item.obstacles(scale)]
    if loss.isVisible():
        at = loss.pos()
        obstacles.append(loss.body.translated(at))
        obstacles += [box.translated(at) for box in loss.target_boxes()]
    frames = [item.column.frame.translated(item.pos()) for item in layers]
    lettering = loss.lettering
    room = Room(
        lettering,
        routes,
        sides(obstacles),
        sides(frames),
        _importance(attention, routes),
        least=lettering.width(widest(wording.numbers)),
        scale=scale,
    )
    edges = wording.worth_saying(lit_only=scale > 1.0)
    if wording.is_crowd:
        return _told_apart(wording.labels(_spread(edges, routes)), room)
    return placed(wording.labels(edges[:MOST]), room)


def _importance(attention: Attention, routes: Routes) -> Floats:
    """An edge that steps back may be hidden by the number of one that does not.

    Of very many that step back, or are at rest, one more or less hidden is not seen.
    """
    quiet = 0.15 if len(routes.segments) <= _SOUP else 0.0
    still = 1.0 if len(routes.segments) <= _SOUP else 0.0
    by_degree = {Emphasis.BACK: quiet, Emphasis.REST: still, Emphasis.LIT: 1.0}
    costs: Floats = np.array([by_degree[degree] for degree in Emphasis])[attention.edges]
    return costs


def placed(labels: Sequence[Label], room: Room) -> list[Plate]:
    """The labels that find a place, each on its plate, saying as much as there is room for."""
    wanted = sum(label.must or label.always for label in labels)
    brief = [_said(label, label.short) for label in labels]
    mixed = [long if long.must else short for long, short in zip(labels, brief, strict=True)]
    found: list[Plate] = []
    if wanted <= _FEW and any(label.long for label in labels):
        full = [_said(label, label.long) for label in labels]
        stated = [long if long.must else short for long, short in zip(full, brief, strict=True)]
        plain = [replace(label, size=1.0) for label in stated]
        for texts, beside in ((full, 0), (stated, 1), (plain, 1)):
            found = max(found, room.hold(texts, beside=beside), key=_seen)
            if _seen(found) == wanted and all(map(_is_close, found)):
                return _without_sparse(found, labels)
    found = room.hold(labels, beside=0)
    fitting = {plate.label.edge for plate in found}
    some = [
        long if long.edge in fitting else short for long, short in zip(labels, brief, strict=True)
    ]
    # What happens now keeps its whole text as long as it can, then its place on the edge.
    attempts = ((some, 0), (mixed, 0), (mixed, 1), (brief, 0), (brief, 1), (brief, 2))
    for texts, beside in attempts if wanted <= _FEW else ((some, 0), (brief, 1)):
        if _seen(found) == wanted:
            break
        found = max(found, room.hold(texts, beside=beside), key=_seen)
    return _without_sparse(found, labels)


def _said(label: Label, lines: tuple[Line, ...]) -> Label:
    """The label in another form, if it has that."""
    return replace(label, lines=lines) if lines else label


def _spread(edges: Sequence[int], routes: Routes) -> list[int]:
    """The first edge of each piece of the paper."""
    chosen: dict[tuple[int, int], int] = {}
    rows = np.array(edges, np.intp)
    starts = routes.segments[routes.first[rows], :2]
    ends = routes.segments[routes.first[rows + 1] - 1, 2:]
    cells = ((starts + ends) / 2 // _CELL).astype(int).tolist()
    for edge, (across, down) in zip(edges, cells, strict=True):
        chosen.setdefault((across, down), edge)
    return list(chosen.values())[:MOST_IN_CROWD]


def _told_apart(labels: Sequence[Label], room: Room) -> list[Plate]:
    """Shortly said, and only where there is room on the edge itself; the rest is for hovering."""
    brief = [replace(_said(label, label.short), always=label.must, must=False) for label in labels]
    return room.hold(brief, beside=0)


def _is_close(plate: Plate) -> bool:
    """Whether it stands on its edge, or so near that the eye needs no line to it."""
    if plate.anchor is None:
        return True
    nearest = plate.box.adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR)
    return nearest.contains(plate.anchor)


def _seen(plates: Sequence[Plate]) -> int:
    return sum(plate.label.must or plate.label.always for plate in plates)


def _without_sparse(plates: list[Plate], labels: Sequence[Label]) -> list[Plate]:
    """A large group of which few labels found a place shows none: they would look chosen."""
    wanted = Counter(label.group for label in labels if not label.must)
    found = Counter(plate.label.group for plate in plates if not plate.label.must)
    sparse = {
        group
        for group, count in wanted.items()
        if count >= _MANY and found[group] < _ENOUGH * count
    }
    return [plate for plate in plates if plate.label.must or plate.label.group not in sparse]
