"""The figure: it observes the document by id and keeps one item for each layer, one for all edges.

The scene only reads the model. What changed is marked stale at once and drawn anew once control
returns to the event loop, or before the next look at the scene, whichever comes first.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from time import perf_counter

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QGraphicsScene

from mlp_studio.document.training import READABLE_EVERY
from mlp_studio.ui.canvas import edge_table
from mlp_studio.ui.canvas.attention import Showing
from mlp_studio.ui.canvas.column import Column
from mlp_studio.ui.canvas.composing import Composer
from mlp_studio.ui.canvas.edges_item import EdgesItem
from mlp_studio.ui.canvas.halo import Halo
from mlp_studio.ui.canvas.labels import LabelsItem, Plate, size_of
from mlp_studio.ui.canvas.layer_face import LayerFace
from mlp_studio.ui.canvas.layer_item import LayerItem
from mlp_studio.ui.canvas.lettering import Lettering, enlargement
from mlp_studio.ui.canvas.loss_item import LossItem
from mlp_studio.ui.canvas.loss_place import loss_place, output_layer
from mlp_studio.ui.canvas.observed import Observed
from mlp_studio.ui.canvas.overlays import Band, Ghost, HoverEdge, Note, Wire
from mlp_studio.ui.canvas.places import places
from mlp_studio.ui.canvas.routes import Placed, Routes, route
from mlp_studio.ui.canvas.unit_pictures import UnitPictures
from mlp_studio.ui.canvas.wording import Wording
from mlp_studio.ui.places_of_numbers import Place

_BIAS_ASIDE = 60.0
"""How far a bias sticks out of its column, with four digits."""
SETTLED_AFTER = 150
"""Milliseconds of stillness before edges are drawn smoothly."""


class NetworkScene(QGraphicsScene):
    """Layer items by id, and single items for edges, labels, the loss and what gestures show."""

    refreshed = Signal()
    """Items stand, and show, what the model says."""
    pointed_at = Signal(object)
    """The `Place` that the mouse is at, or None."""
    drifted = Signal()
    """Only the weights shown are others, as in each frame of a running training."""

    def __init__(self, observed: Observed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.observed = observed
        self._document = observed.document
        self._cursor = observed.cursor
        self._selection = observed.selection
        self._theme = theme = observed.theme
        self._numbers = observed.numbers
        self.composer = Composer(observed, self)
        self._lettering = Lettering.of(self.font())
        self._live: NDArray[np.floating] | None = None
        self._reword_at = 0.0
        self._zoom = 1.0
        self._pointed_at: Place | None = None
        self._preview: dict[str, QPointF] = {}
        self._aimed_links: frozenset[str] = frozenset()
        self._showing: Showing = "focus"
        self.unfolded: set[str] = set()
        """Layers that show all their units however many they are; nobody's but this view's."""
        self._structure_stale = self._numbers_stale = True
        self.layers: dict[str, LayerItem] = {}
        self.edges = EdgesItem(theme.theme, self._lettering)
        self.labels = LabelsItem(theme.theme, self._lettering)
        self.loss = LossItem(theme.theme, self._lettering)
        self.ghost = Ghost(theme.theme, self._lettering)
        self.wire = Wire(theme.theme, self._lettering)
        self.band = Band(theme.theme, self._lettering)
        self.note = Note(theme.theme, self._lettering)
        self.hover = HoverEdge(theme.theme, self._lettering)
        self.halo = Halo(theme.theme, self._lettering)
        self.pictures = UnitPictures(observed, self.layers, self._lettering, self)
        self._fixed = (
            self.edges,
            self.labels,
            self.loss,
            self.ghost,
            self.wire,
            self.band,
            self.note,
            self.hover,
            self.halo,
            self.pictures.item,
        )
        for item in self._fixed:
            self.addItem(item)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.ensure_fresh)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLED_AFTER)
        self._settle.timeout.connect(self._on_settled)
        # Nothing is looked up by position in Qt's own index: the scene has its own hit testing.
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._connect()
        self._rebuild()
        self.ensure_fresh()

    def _connect(self) -> None:
        document, cursor = self._document, self._cursor
        document.replaced.connect(self._rebuild)
        document.layer_added.connect(self._add_layer)
        document.layer_removed.connect(self._remove_layer)
        for by_id in (
            document.layer_changed,
            document.link_added,
            document.link_removed,
            document.link_changed,
        ):
            by_id.connect(self._on_changed)
        document.compiled_changed.connect(self._on_compiled)
        document.data_changed.connect(self._mark_numbers)
        document.loss_changed.connect(self._mark_numbers)
        cursor.moved.connect(self._mark_numbers)
        cursor.trace_changed.connect(self._mark_numbers)
        self._selection.changed.connect(self._mark_numbers)
        self._numbers.changed.connect(self._mark_structure)
        self.pictures.mode_changed.connect(self._mark_numbers)
        self._theme.changed.connect(self._restyle)

    # What the model says ------------------------------------------------------------------

    def _rebuild(self) -> None:
        for layer_id in list(self.layers):
            self._remove_layer(layer_id)
        for layer in self._document.project.layers:
            self._add_layer(layer.id)
        self._live = None
        self._preview.clear()
        self._restyle()

    def _add_layer(self, layer_id: str) -> None:
        if layer_id in self.layers:
            return
        item = LayerItem(layer_id, Column(1), LayerFace(), self._theme.theme, self._lettering)
        self.layers[layer_id] = item
        self.addItem(item)
        self._mark_structure()

    def _remove_layer(self, layer_id: str) -> None:
        if layer_id not in self.layers:
            return
        self.removeItem(self.layers.pop(layer_id))
        self._preview.pop(layer_id, None)
        self._mark_structure()

    def _on_changed(self, _id: str) -> None:
        self._mark_structure()

    def _on_compiled(self) -> None:
        self._live = None
        self._mark_structure()

    def _mark_structure(self) -> None:
        self._structure_stale = True
        self._mark_numbers()

    def _mark_numbers(self) -> None:
        self._numbers_stale = True
        self._later.start()

    def _restyle(self) -> None:
        self._lettering = Lettering.of(self.font())
        theme = self._theme.theme
        self.setBackgroundBrush(theme.canvas)
        for item in (*self._fixed, *self.layers.values()):
            item.set_style(theme, self._lettering)
        self._mark_structure()

    def set_base_font(self, font: QFont) -> None:
        """Take the window's font; sizes stay the canvas's own."""
        self.setFont(font)
        self._restyle()

    def retranslate(self) -> None:
        self._mark_numbers()

    # What is shown ------------------------------------------------------------------------

    @property
    def project_places(self) -> dict[str, QPointF]:
        """Where each layer stands, also those nobody has placed."""
        self.ensure_fresh()
        return {layer: QPointF(item.pos()) for layer, item in self.layers.items()}

    @property
    def table(self) -> edge_table.EdgeTable:
        self.ensure_fresh()
        return self._table

    @property
    def routes(self) -> Routes:
        self.ensure_fresh()
        return self._routes

    @property
    def wording(self) -> Wording:
        """What is written on edges now."""
        self.ensure_fresh()
        return self.composer.wording

    @property
    def lettering(self) -> Lettering:
        return self._lettering

    @property
    def parameters(self) -> NDArray[np.floating] | None:
        """The flat vector shown now: a training snapshot's or the document's; None without one."""
        if self._live is not None:
            return self._live
        compiled = self._document.compiled
        return None if compiled is None else compiled.parameters

    @property
    def is_empty(self) -> bool:
        return not self.layers

    def content_rect(self) -> QRectF:
        """What Fit shows."""
        self.ensure_fresh()
        bounds = QRectF(self.edges.boundingRect())
        for item in self.layers.values():
            aside = _BIAS_ASIDE if any(unit.bias for unit in item.face.units) else 12.0
            bounds |= item.column.bounds.translated(item.pos()).adjusted(-aside, 0.0, 12.0, 0.0)
        if self.loss.isVisible():
            bounds |= self.loss.body.translated(self.loss.pos())
        return bounds

    def preview_places(self, preview: Mapping[str, QPointF]) -> None:
        """Show layers elsewhere while they are dragged; an empty mapping ends that."""
        self.stir()
        self._preview = dict(preview)
        self._mark_structure()
        self.ensure_fresh()

    def show_parameters(self, vector: NDArray[np.floating] | None) -> None:
        """Show the weights of a training snapshot; None returns to the document's.

        Cheap: the pens each time, and now and then the text of the labels that are there already.
        """
        self.ensure_fresh()
        if vector is None:
            if self._live is not None:
                self._live = None
                self._mark_numbers()
            return
        self.stir()
        first = self._live is None
        self._live = vector
        if first:
            self._mark_numbers()
            self.ensure_fresh()
            return
        self.hover.setVisible(False)
        self.edges.set_values(self._table.values_in(vector))
        self.pictures.drift(vector)
        self.drifted.emit()
        if perf_counter() >= self._reword_at:
            self._reword_at = perf_counter() + READABLE_EVERY
            self._compose()
            self._dress()
            self.labels.set_plates([*filter(None, map(self._reworded, self.labels.plates))])

    def aim_at_links(self, links: frozenset[str]) -> None:
        """Light the links that a gesture would end on, or that are in its way."""
        if links != self._aimed_links:
            self._aimed_links = links
            self._mark_numbers()

    def set_showing(self, showing: Showing) -> None:
        """How much is shown of what is not selected."""
        self._showing = showing
        self._mark_numbers()

    def set_unfolded(self, layer: str, unfolded: bool) -> None:
        """Show all units of a layer, or fold it again if it is a large one."""
        (self.unfolded.add if unfolded else self.unfolded.discard)(layer)
        self._mark_structure()
        self.ensure_fresh()

    def look_from(self, zoom: float) -> None:
        """The figure is seen at this zoom: what is at work keeps letters that can be read."""
        farther = enlargement(zoom) != enlargement(self._zoom)
        self._zoom = zoom
        if farther:
            self._mark_numbers()
            self.ensure_fresh()

    def point_out(self, places: Collection[Place]) -> None:
        """Surround these units, edges, biases or the loss; nothing ends that."""
        self.ensure_fresh()
        self._surround(places)

    def point_at(self, place: Place | None) -> None:
        """The mouse is at this place, or at none."""
        if place != self._pointed_at:
            self._pointed_at = place
            self.pointed_at.emit(place)

    def stir(self) -> None:
        """Something is moving: draw fast until it has been still for a moment."""
        self.edges.set_at_rest(False)
        self._settle.start()

    def _on_settled(self) -> None:
        self.edges.set_at_rest(True)

    def _reworded(self, plate: Plate) -> Plate | None:
        """The plate with the present number, if that still fits where the plate is."""
        label = self.composer.wording.label(plate.label.edge)
        width, _ = size_of(label, self._lettering)
        return replace(plate, label=label) if width <= plate.box.width() else None

    def ensure_fresh(self) -> None:
        """Bring items up to date with the model, if anything changed."""
        if not self._numbers_stale:
            return
        self._later.stop()
        self._numbers_stale = False
        if self._structure_stale:
            self._place_layers()
            self._numbers_stale = self._structure_stale = False
        self._compose()
        # Its number may be another now, and its edge elsewhere.
        self.hover.setVisible(False)
        self.composer.light(self.edges)
        self._dress()
        shown = self.composer.label(self._routes, self.layers, self.loss, self._zoom)
        self.labels.set_plates(shown)
        self.pictures.follow(self.pictures.kind(self.wording.reading), self.parameters)
        self._surround(self.halo.places)
        self.update()
        self.refreshed.emit()

    def _surround(self, places: Collection[Place]) -> None:
        if places or self.halo.places:
            self.halo.surround(places, self._table, self._routes, self.layers, self.loss)

    def _keep_up(self) -> None:
        """Have the project's layers and no others: a change may be announced only in part yet."""
        wanted = {layer.id for layer in self._document.project.layers}
        for gone in self.layers.keys() - wanted:
            self._remove_layer(gone)
        for new in sorted(wanted - self.layers.keys()):
            self._add_layer(new)
        self._later.stop()

    def _place_layers(self) -> None:
        self._keep_up()
        project = self._document.project
        columns = {
            layer.id: Column(layer.units, layer.id in self.unfolded) for layer in project.layers
        }
        spots = places(project, columns) | self._preview
        standing = {}
        for layer_id, item in self.layers.items():
            item.set_column(columns[layer_id])
            item.setPos(spots[layer_id])
            standing[layer_id] = Placed(columns[layer_id], spots[layer_id])
        self._table = edge_table.build(project, self._document.compiled, columns)
        self._routes = route(self._table, standing)
        self.edges.set_routes(self._routes, self._table.value, self._table.frozen)
        self._place_loss(standing)

    def _place_loss(self, standing: Mapping[str, Placed]) -> None:
        output = self._output()
        self.loss.setVisible(output is not None)
        if output is None:
            return
        layer = standing[output]
        self.loss.setPos(loss_place(layer, standing.values(), self.loss.body))
        back = layer.at - self.loss.pos()
        heights = layer.column.heights.tolist()
        self.loss.set_outputs([back + QPointF(0.0, height) for height in heights])

    def _output(self) -> str | None:
        """The layer the loss is joined to."""
        spots = {layer: item.pos() for layer, item in self.layers.items()}
        return output_layer(self._document.project, spots)

    def _compose(self) -> None:
        self.composer.compose(self._table, self._live, self._aimed_links, self._showing)

    def _dress(self) -> None:
        picture = self.pictures.kind(self.composer.wording.reading)
        self.composer.dress(self.layers, self.loss, self._output(), picture)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        super().drawBackground(painter, rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.SolidLine)
        for item in self.layers.values():
            item.paint_frame(painter)
