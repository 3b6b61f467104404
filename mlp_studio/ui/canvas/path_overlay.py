"""The paths of the lens over the figure: from a weight, a bias or a unit on to the loss."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from mlp_studio.engine.paths import Path
from mlp_studio.project.compile import Compiled
from mlp_studio.ui.canvas.canvas_item import CanvasItem
from mlp_studio.ui.canvas.column import RADIUS
from mlp_studio.ui.canvas.emphasis import Emphasis, signed_ink
from mlp_studio.ui.canvas.labels import Label, Line, Plate, draw_plate, size_of
from mlp_studio.ui.canvas.lettering import Lettering, signed
from mlp_studio.ui.canvas.path_strokes import (
    Hop,
    Stroke,
    factors_by_hop,
    hops,
    place_of_row,
    strokes,
)
from mlp_studio.ui.canvas.scene import NetworkScene
from mlp_studio.ui.theme import Theme, blend

_UNDER_LABELS, _OVER_MATRICES, _OVER_UNITS, _TOP = 0.9, 1.3, 2.55, 2.6
_THINNEST, _WIDEST = 2.0, 7.0
_HALO = 4.0
_HEAD = 9.0
_SHARES = (0.5, 0.36, 0.64, 0.26, 0.74, 0.16, 0.84)
"""Where on a hop its plate may stand, the best place first."""
_LETTERS = {"output": "a", "weight": "w", "slope": "f′", "loss": "∂L/∂a", "delta": "δ"}
_COUPLING = "∂a/∂z"
_LEGIBLE = 0.3
_CORNER = 8.0
_BESIDE = 8.0
"""From a stroke to a plate that stands over or under it."""


class PathsItem(CanvasItem):
    """The lines, the strongest last, each with an arrowhead towards the loss."""

    def __init__(self, theme: Theme, lettering: Lettering, height: float) -> None:
        super().__init__(theme, lettering, height)
        self.strokes: tuple[Stroke, ...] = ()
        self._bounds = QRectF()

    def set_strokes(self, found: Sequence[Stroke]) -> None:
        self.redraw()
        self.strokes = tuple(sorted(found, key=lambda stroke: stroke.share))
        self._bounds = QRectF()
        for stroke in self.strokes:
            self._bounds |= stroke.points.boundingRect().adjusted(-16.0, -16.0, 16.0, 16.0)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def draw(self, painter: QPainter, _zoom: float) -> None:
        colour = self.theme.backward
        for stroke in self.strokes:
            width = _THINNEST + (_WIDEST - _THINNEST) * stroke.share
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.canvas, width + _HALO))
            painter.drawPolyline(stroke.points)
            pen = QPen(colour, width)
            if stroke.is_hidden:
                pen.setDashPattern([8.0 / width, 5.0 / width])
            painter.setPen(pen)
            painter.drawPolyline(stroke.points)
        for stroke in self.strokes:
            self._draw_head(painter, stroke)

    def _draw_head(self, painter: QPainter, stroke: Stroke) -> None:
        last = stroke.points.size() - 1
        tip, before = stroke.points.at(last), stroke.at(0.9)
        length = math.dist(tip.toTuple(), before.toTuple()) or 1.0
        along = (tip - before) / length
        across = QPointF(-along.y(), along.x())
        size = _HEAD + 5.0 * stroke.share
        back = tip - along * size
        painter.setPen(QPen(self.theme.canvas, 1.5))
        painter.setBrush(self.theme.backward)
        half = across * (0.55 * size)
        painter.drawPolygon(QPolygonF([tip, back + half, back - half]))


@dataclass(frozen=True, slots=True)
class Ring:
    """Around a unit: round, or square as its picture is."""

    box: QRectF
    is_square: bool


class PathNotesItem(CanvasItem):
    """What is written beside the lines, and rings around the units they come by."""

    def __init__(self, theme: Theme, lettering: Lettering) -> None:
        super().__init__(theme, lettering, height=_TOP)
        self.plates: tuple[Plate, ...] = ()
        self.rings: tuple[Ring, ...] = ()

    def set_notes(self, plates: Sequence[Plate], rings: Sequence[Ring]) -> None:
        self.redraw()
        self.plates, self.rings = tuple(plates), tuple(rings)

    def boundingRect(self) -> QRectF:
        bounds = QRectF()
        for plate in self.plates:
            bounds |= plate.box
        for ring in self.rings:
            bounds |= ring.box
        return bounds.adjusted(-8.0, -8.0, 8.0, 8.0)

    def draw(self, painter: QPainter, zoom: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.backward, 3.0))
        for ring in self.rings:
            corner = _CORNER if ring.is_square else RADIUS + 3.0
            painter.drawRoundedRect(ring.box, corner, corner)
        if zoom < _LEGIBLE:
            return
        painter.setFont(self.lettering.small)
        for plate in self.plates:
            draw_plate(painter, plate, self.theme)


class PathOverlay(QObject):
    """Shows paths until the network changes: then their numbers are no longer those of the figure.

    While a training run shows other weights they step out of sight.
    """

    def __init__(self, scene: NetworkScene) -> None:
        super().__init__(scene)
        self._scene = scene
        self._paths: tuple[Path, ...] = ()
        self._of: Compiled | None = None
        theme = scene.observed.theme.theme
        self.lines = PathsItem(theme, scene.lettering, _UNDER_LABELS)
        self.ends = PathsItem(theme, scene.lettering, _OVER_UNITS)
        """What runs over other items: into the loss, and between the units of a softmax."""
        self.notes = PathNotesItem(theme, scene.lettering)
        self._items = (self.lines, self.ends, self.notes)
        for item in self._items:
            item.setVisible(False)
            scene.addItem(item)
        scene.refreshed.connect(self._draw)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Those on show."""
        return self._paths if self.lines.isVisible() else ()

    def show_paths(self, paths: Sequence[Path]) -> None:
        """Light these; none to clear."""
        self._paths = tuple(paths)
        self._of = self._scene.observed.document.compiled
        self._scene.ensure_fresh()
        self._draw()

    def clear(self) -> None:
        self.show_paths(())

    def _draw(self) -> None:
        scene = self._scene
        compiled = scene.observed.document.compiled
        if compiled is None or compiled is not self._of:
            self._paths = ()
        is_live = compiled is None or scene.parameters is not compiled.parameters
        is_seen = bool(self._paths) and not is_live
        for item in self._items:
            item.setVisible(is_seen)
        if not is_seen:
            return
        theme = scene.observed.theme.theme
        for item in self._items:
            if item.theme is not theme or item.lettering is not scene.lettering:
                item.set_style(theme, scene.lettering)
        is_folded = any(item.column.folded for item in scene.layers.values())
        self.lines.setZValue(_OVER_MATRICES if is_folded else _UNDER_LABELS)
        found = strokes(scene, self._paths)
        for item, along in ((self.lines, True), (self.ends, False)):
            item.set_strokes([found[hop] for hop in found if (hop[0] >= 0) == along])
        self.notes.set_notes(self._plates(found), self._rings())

    def _rings(self) -> list[Ring]:
        scene = self._scene
        maps = {layer for layer, item in scene.layers.items() if item.face.picture == "map"}
        rows = {row for path in self._paths for row in path.nodes}
        rings = []
        for row in sorted(rows):
            place = place_of_row(scene, row)
            if place is not None and place.is_shown:
                at, half = place.at, RADIUS + 3.0
                box = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
                rings.append(Ring(box, place.layer in maps))
        return rings

    def _plates(self, found: dict[Hop, Stroke]) -> list[Plate]:
        """The sum at the origin; of a single path also every factor, where it is met."""
        taken = [plate.box for plate in self._scene.labels.plates]
        taken += [box for item in self._scene.layers.values() for box in item.obstacles()]
        loss = self._scene.loss
        taken += [box.translated(loss.pos()) for box in (*loss.target_boxes(), loss.body)]
        theme, plates = self._scene.observed.theme.theme, []
        for hop, lines in self._texts():
            stroke = found.get(hop)
            if stroke is None:
                continue
            label = Label(-1, tuple(lines), border=blend(theme.backward, theme.canvas, 0.8))
            box = self._box(label, stroke, taken)
            plates.append(Plate(label, box))
            taken.append(box)
        return plates

    def _texts(self) -> list[tuple[Hop, list[Line]]]:
        theme, numbers = self._scene.observed.theme.theme, self._scene.observed.numbers
        total = sum(path.product for path in self._paths)
        text = signed(numbers, total)
        if len(self._paths) > 1:
            text = self.tr("{count} paths: {sum}").format(count=len(self._paths), sum=text)
        sum_line = Line(text, signed_ink(theme, total, Emphasis.LIT))
        first = next(hops(self._paths[0]))
        if len(self._paths) > 1:
            return [(first, [sum_line])]
        path = self._paths[0]
        texts: list[tuple[Hop, list[Line]]] = []
        for hop, factors in zip(hops(path), factors_by_hop(path), strict=False):
            lines = [
                Line(
                    f"{_LETTERS.get(factor.kind, _COUPLING)} {numbers.text(factor.value)}",
                    theme.backward,
                )
                for factor in factors
            ]
            if hop == first:
                lines.insert(0, sum_line)
            if lines:
                texts.append((hop, lines))
        return texts

    def _box(self, label: Label, stroke: Stroke, taken: Sequence[QRectF]) -> QRectF:
        """The place on the stroke, or right beside it, where the least is covered."""
        width, height = size_of(label, self._scene.lettering)
        boxes = []
        for aside in (0.0, -1.0, 1.0):
            for share in _SHARES:
                at = stroke.at(share) + QPointF(0.0, aside * (height / 2 + _BESIDE))
                boxes.append(QRectF(at.x() - width / 2, at.y() - height / 2, width, height))
        return min(boxes, key=lambda box: sum(_area(box.intersected(other)) for other in taken))


def _area(box: QRectF) -> float:
    return box.width() * box.height() if box.isValid() else 0.0
