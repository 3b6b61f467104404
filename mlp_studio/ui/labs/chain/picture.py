"""Paints the graph: discs with their values, edges with their local derivatives, what is lit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from mlp_studio.engine.chain import Derivatives
from mlp_studio.engine.chain_steps import Evaluation, Standing
from mlp_studio.engine.formula_graph import Edge
from mlp_studio.ui.labs.chain.sheet import PAD_ACROSS, Letters, Sheet, Texts, gradient_rect
from mlp_studio.ui.theme import Theme, blend

_ARROW = 9.0
_QUIET = 0.45
_RADIUS = 4.0
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True, eq=False)
class Picture:
    """All a painter needs; `found` and `place` are None where there are no numbers.

    `gradients` are the texts under the discs, as far as they are known.
    """

    sheet: Sheet
    texts: Texts
    names: tuple[str, ...]
    output: str
    found: Derivatives | None
    place: Standing | None
    gradients: Mapping[str, str]

    def paint(self, painter: QPainter, theme: Theme, letters: Letters) -> None:
        """The whole graph at a zoom of 1, its own coordinates."""
        _Painting(self, painter, theme, letters).paint()


class _Painting:
    def __init__(self, picture: Picture, painter: QPainter, theme: Theme, letters: Letters) -> None:
        self._picture = picture
        self._painter = painter
        self._theme = theme
        self._letters = letters
        place = picture.place
        self._lit_nodes = place.nodes if place else frozenset()
        self._lit_edges = place.edges if place else frozenset()
        is_forward = place is None or isinstance(place.step, Evaluation)
        self._light = theme.forward if is_forward else theme.backward

    def paint(self) -> None:
        paths = self._picture.sheet.paths
        for edge in sorted(paths, key=lambda edge: edge in self._lit_edges):
            self._paint_edge(edge, paths[edge])
        for name in self._picture.names:
            self._paint_disc(name)
        self._paint_plates()

    def _paint_edge(self, edge: Edge, path: QPainterPath) -> None:
        is_lit = edge in self._lit_edges
        quiet = blend(self._theme.muted, self._theme.canvas, _QUIET)
        colour = self._light if is_lit else quiet
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(colour, 3.0 if is_lit else 1.4))
        self._painter.drawPath(path)
        tip = path.pointAtPercent(1.0)
        along = QLineF(path.pointAtPercent(0.97), tip)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        self._painter.drawPolygon(_arrow(tip, along.angle()))

    def _paint_disc(self, name: str) -> None:
        sheet, theme, painter = self._picture.sheet, self._theme, self._painter
        at, radius = sheet.centres[name], sheet.radius
        is_lit = name in self._lit_nodes
        painter.setBrush(blend(self._light, theme.panel, 0.14) if is_lit else theme.panel)
        ring = self._light if is_lit else blend(theme.ink, theme.panel, 0.55)
        painter.setPen(QPen(ring, 2.6 if is_lit else 1.4))
        painter.drawEllipse(at, radius, radius)
        if name == self._picture.output:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, radius + 3.5, radius + 3.5)
        place = self._picture.place
        has_value = place is not None and name in place.values
        self._write_inside(at, name, self._picture.texts.values.get(name, "") if has_value else "")
        if text := self._picture.gradients.get(name, ""):
            self._write_gradient(at, name, text)

    def _write_inside(self, at: QPointF, name: str, value: str) -> None:
        letters, painter, radius = self._letters, self._painter, self._picture.sheet.radius
        width, height = 2 * radius - 4, letters.height
        shift = 0.0 if not value else -0.5 * height
        name_rect = QRectF(at.x() - width / 2, at.y() + shift - 0.55 * height, width, 1.1 * height)
        shown = letters.strong_metrics.elidedText(name, Qt.TextElideMode.ElideRight, width)
        painter.setFont(letters.strong)
        painter.setPen(self._theme.ink)
        painter.drawText(name_rect, _CENTRE, shown)
        if value:
            painter.setFont(letters.small)
            painter.setPen(self._theme.forward)
            painter.drawText(name_rect.translated(0, 0.95 * height), _CENTRE, value)

    def _write_gradient(self, at: QPointF, name: str, text: str) -> None:
        rect = gradient_rect(at, self._picture.sheet.radius, text, self._letters)
        if name == self._picture.output:
            rect.translate(0, 3.5)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.canvas)
        self._painter.drawRect(rect)
        self._painter.setFont(self._letters.small)
        self._painter.setPen(self._theme.backward)
        self._painter.drawText(rect, _CENTRE, text)

    def _paint_plates(self) -> None:
        sheet, place = self._picture.sheet, self._picture.place
        if self._picture.found is None or place is None:
            return
        over = {edge: sheet.crowded[edge] for edge in self._lit_edges if edge in sheet.crowded}
        for edge, plate in sheet.plates.items():
            is_lit = edge in self._lit_edges
            hidden = not is_lit and any(plate.intersects(other) for other in over.values())
            if edge.target in place.values and not hidden:
                self._paint_plate(edge, plate)
        for edge, plate in over.items():
            self._paint_plate(edge, plate)

    def _paint_plate(self, edge: Edge, plate: QRectF) -> None:
        painter, theme, found = self._painter, self._theme, self._picture.found
        if found is None:
            return
        colour = theme.negative if found.slopes[edge] < 0 else theme.positive
        is_lit = edge in self._lit_edges
        painter.setPen(QPen(self._light if is_lit else blend(colour, theme.canvas, 0.4), 1.0))
        painter.setBrush(theme.canvas)
        painter.drawRoundedRect(plate, _RADIUS, _RADIUS)
        painter.setFont(self._letters.small)
        painter.setPen(colour)
        inside = plate.adjusted(PAD_ACROSS, 0, -PAD_ACROSS, 0)
        painter.drawText(inside, _CENTRE, "\n".join(self._picture.texts.plates[edge]))


def _arrow(tip: QPointF, degrees: float) -> QPolygonF:
    """A head that points along `degrees`, counted against the clock from the right."""
    sides = []
    for turn in (155.0, -155.0):
        side = QLineF(tip, tip + QPointF(_ARROW, 0))
        side.setAngle(degrees + turn)
        sides.append(side.p2())
    return QPolygonF([tip, *sides])
