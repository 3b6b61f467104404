"""What another part of the window points at: a ring of the accent colour around it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from mlp_studio.ui.canvas.column import RADIUS
from mlp_studio.ui.canvas.edge_table import NONE, EdgeTable
from mlp_studio.ui.canvas.layer_item import LayerItem
from mlp_studio.ui.canvas.lettering import Lettering
from mlp_studio.ui.canvas.loss_item import HALF, LossItem
from mlp_studio.ui.canvas.overlays import Overlay
from mlp_studio.ui.canvas.routes import Routes
from mlp_studio.ui.places_of_numbers import LOSS, Place
from mlp_studio.ui.theme import Theme, blend

_AWAY = 4.0
_RING, _STRIPE = 4.0, 12.0
_CORNER = 9.0


class Halo(Overlay):
    """Rings around units, biases and the loss, stripes along edges; beneath all of them."""

    def __init__(self, theme: Theme, lettering: Lettering) -> None:
        super().__init__(theme, lettering)
        self.setZValue(-0.5)
        self.places: frozenset[Place] = frozenset()
        self._rings: list[tuple[QRectF, float]] = []
        """Boxes, and how round their corners are."""
        self._stripes: list[QLineF] = []
        self._bounds = QRectF()

    def surround(
        self,
        places: Collection[Place],
        table: EdgeTable,
        routes: Routes,
        layers: Mapping[str, LayerItem],
        loss: LossItem,
    ) -> None:
        """Mark these places, as far as they are seen."""
        self.prepareGeometryChange()
        self.places = frozenset(places)
        self._rings, self._stripes = [], []
        for place in places:
            if place == LOSS and loss.isVisible():
                self._add_ring(QRectF(-HALF, -HALF, 2 * HALF, 2 * HALF), loss.pos(), _CORNER)
            elif place.parameter is not None:
                self._surround_parameter(place.parameter, table, routes, layers)
            elif place.layer in layers and place.unit is not None:
                item = layers[place.layer]
                disc = item.column.disc(place.unit)
                if disc is not None:
                    self._add_ring(disc, item.pos(), RADIUS + _AWAY)
        self._bounds = QRectF()
        for box in (*(ring for ring, _ in self._rings), *(_box(line) for line in self._stripes)):
            self._bounds |= box.adjusted(-_STRIPE, -_STRIPE, _STRIPE, _STRIPE)
        self.setVisible(bool(self._rings or self._stripes))
        self.update()

    def _surround_parameter(
        self, parameter: int, table: EdgeTable, routes: Routes, layers: Mapping[str, LayerItem]
    ) -> None:
        row = table.row_of(parameter)
        if row is None:
            return
        if table.link[row] == NONE:
            item = layers[table.layers[table.target[row]]]
            capsule = item.bias_box(int(table.j[row]))
            if capsule is not None:
                self._add_ring(capsule, item.pos(), capsule.height() / 2 + _AWAY)
            return
        pieces = routes.segments[routes.first[row] : routes.first[row + 1]]
        self._stripes += [QLineF(*piece) for piece in pieces.tolist()]

    def _add_ring(self, box: QRectF, at: QPointF, corner: float) -> None:
        around = box.translated(at).adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY)
        self._rings.append((around, corner))

    def boundingRect(self) -> QRectF:
        return self._bounds

    def draw(self, painter: QPainter, _zoom: float) -> None:
        pen = QPen(blend(self.theme.accent, self.theme.canvas, 0.5), _STRIPE)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLines(self._stripes)
        painter.setPen(QPen(self.theme.accent, _RING))
        painter.setBrush(self.theme.canvas)
        for ring, corner in self._rings:
            painter.drawRoundedRect(ring, corner, corner)


def _box(line: QLineF) -> QRectF:
    return QRectF(line.p1(), line.p2()).normalized()
