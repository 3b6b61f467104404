"""Which links have a heat map, and what it shows at this moment."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRectF

from mlp_studio.document.training import READABLE_EVERY
from mlp_studio.project import edits
from mlp_studio.project.model import Link
from mlp_studio.ui.canvas.column import bias_capsule
from mlp_studio.ui.canvas.heat_image import Weights
from mlp_studio.ui.canvas.heat_map import HeatFace, HeatMapItem
from mlp_studio.ui.canvas.heat_place import place
from mlp_studio.ui.canvas.lettering import signed, widest
from mlp_studio.ui.canvas.scene import NetworkScene
from mlp_studio.ui.canvas.unit_numbers import capsule_width
from mlp_studio.ui.naming import unit_name

_TITLE_ASIDE = 40.0
"""How far a long title sticks out of its layer's header."""


class HeatMaps(QObject):
    """Keeps an item for each link that leads into or out of a folded layer.

    While a pass is stepped through there are none: then it is the edges that say what happens.
    """

    def __init__(self, scene: NetworkScene) -> None:
        super().__init__(scene)
        self._scene = scene
        self._shown = True
        self._reword_at = 0.0
        self.items: dict[str, HeatMapItem] = {}
        """By link id."""
        scene.refreshed.connect(self._on_refreshed)
        scene.drifted.connect(self._on_drifted)
        self._on_refreshed()

    @property
    def shown(self) -> bool:
        return self._shown

    def set_shown(self, shown: bool) -> None:
        """Show matrices, or only edges."""
        if shown != self._shown:
            self._shown = shown
            # Numbers on edges that were, or will be, under a matrix are placed anew.
            self._scene.retranslate()
            self._scene.ensure_fresh()

    def link_at(self, point: QPointF) -> str | None:
        """The link whose plate holds a point of the scene."""
        return next((link for link, item in self.items.items() if item.plate.contains(point)), None)

    def weight_at(self, point: QPointF) -> tuple[str, int, int] | None:
        """(link, target unit, source unit) of the weight whose colour a point of the scene has.

        Where a pixel stands for a block of weights that is the strongest of them; None where
        there is no matrix, or no edge.
        """
        link_id = self.link_at(point)
        block = self.items[link_id].block_at(point) if link_id is not None else None
        if link_id is None or block is None:
            return None
        link = self._scene.observed.document.project.link(link_id)
        sizes = np.abs(self._weights(link)[block])
        if link.mask is not None:
            sizes = np.where(link.mask.values[block], sizes, -1.0)
        row, column = np.unravel_index(int(np.argmax(sizes)), sizes.shape)
        if sizes[row, column] < 0.0:
            return None
        return link_id, block[0].start + int(row), block[1].start + int(column)

    def explain(self, point: QPointF) -> str:
        """The tooltip of a point: which weight is seen there, or whose weights these are."""
        link_id = self.link_at(point)
        if link_id is None:
            return ""
        project = self._scene.observed.document.project
        link = project.link(link_id)
        source, target = project.layer(link.source), project.layer(link.target)
        found = self.weight_at(point)
        if found is None:
            return f"{source.title} → {target.title}"
        _, j, k = found
        weight = signed(self._scene.observed.numbers, float(self._weights(link)[j, k]))
        ends = f"{unit_name(project, target, j)} ← {unit_name(project, source, k)}"
        lines = [f"w ({ends}) = {weight}"]
        down, across = self.items[link_id].steps
        if down * across > 1:
            lines.append(
                self.tr("The strongest of the {count} weights here").format(count=down * across)
            )
        return "\n".join(lines)

    def _on_refreshed(self) -> None:
        plates = self._plates()
        for link_id in self.items.keys() - plates.keys():
            self._scene.removeItem(self.items.pop(link_id))
        for link_id, plate in plates.items():
            self._show(self._scene.observed.document.project.link(link_id), plate)
        self._clear_numbers()

    def _plates(self) -> dict[str, QRectF]:
        """Where heat maps stand now, by link id."""
        scene = self._scene
        if not self._shown or scene.wording.reading is not None:
            return {}
        links = self._folded_links()
        if not links:
            return {}
        solid = {layer: item.obstacles() for layer, item in scene.layers.items()}
        extents = {layer: _extent(scene, layer, boxes) for layer, boxes in solid.items()}
        taken = [box for layer, boxes in solid.items() for box in _covered(scene, layer, boxes)]
        if scene.loss.isVisible():
            taken.append(scene.loss.body.translated(scene.loss.pos()))
        plates = {}
        for link in links:
            shape = scene.layers[link.target].column.units, scene.layers[link.source].column.units
            plate = place(extents[link.source], extents[link.target], shape, taken)
            if plate is not None:
                plates[link.id] = plate
                taken.append(plate)
        return plates

    def _folded_links(self) -> list[Link]:
        """Links of which only some edges are drawn, and these straight."""
        scene = self._scene
        return [
            link
            for number, link in enumerate(scene.observed.document.project.links)
            # An arc has no gap of its own: it runs over other layers.
            if number not in scene.routes.arcs
            and any(scene.layers[end].column.folded for end in (link.source, link.target))
        ]

    def _show(self, link: Link, plate: QRectF) -> None:
        scene = self._scene
        theme = scene.observed.theme.theme
        item = self.items.get(link.id)
        if item is None:
            item = self.items[link.id] = HeatMapItem(theme, scene.lettering)
            scene.addItem(item)
        elif item.theme is not theme or item.lettering is not scene.lettering:
            item.set_style(theme, scene.lettering)
        weights = self._weights(link)
        absent = None if link.mask is None else ~link.mask.values
        item.set_matrix(plate, (weights.shape[0], weights.shape[1]), absent)
        item.set_weights(weights)
        self._word(link.id, item)

    def _on_drifted(self) -> None:
        project = self._scene.observed.document.project
        reword = perf_counter() >= self._reword_at
        if reword:
            self._reword_at = perf_counter() + READABLE_EVERY
        for link_id, item in self.items.items():
            item.set_weights(self._weights(project.link(link_id)))
            if reword:
                self._word(link_id, item)

    def _word(self, link_id: str, item: HeatMapItem) -> None:
        numbers = self._scene.observed.numbers
        rows, columns = item.matrix
        selected = link_id in self._scene.observed.selection.current.links
        item.set_face(
            HeatFace(
                caption=f"W {rows}×{columns}",
                least=signed(numbers, -item.largest),
                most=signed(numbers, item.largest),
                selected=selected,
            )
        )

    def _weights(self, link: Link) -> Weights:
        """The matrix shown now, (target units, source units)."""
        document, vector = self._scene.observed.document, self._scene.parameters
        if document.compiled is None or vector is None:
            drawn = edits.materialised_weights(document.project, link.id).values
            return drawn if link.mask is None else np.where(link.mask.values, drawn, 0.0)
        return document.compiled.network.layout.weights(vector, link.source, link.target)

    def _clear_numbers(self) -> None:
        """Take away the numbers of edges that a plate would cut in half."""
        plates = [item.plate for item in self.items.values()]
        labels = self._scene.labels
        kept = [each for each in labels.plates if not any(map(each.box.intersects, plates))]
        if len(kept) < len(labels.plates):
            labels.set_plates(kept)


def _extent(scene: NetworkScene, layer: str, boxes: Sequence[QRectF]) -> QRectF:
    """What a layer takes up across, its biases among it, and its frame's height."""
    item = scene.layers[layer]
    frame = across = item.column.frame.translated(item.pos())
    if any(unit.bias for unit in item.face.units):
        # As wide as it gets: during a training the numbers of biases grow, the plate stays.
        width = capsule_width(scene.lettering, widest(scene.observed.numbers))
        across = across.united(bias_capsule(item.pos(), width))
    for box in boxes:
        across = across.united(box)
    return QRectF(across.left(), frame.top(), across.width(), frame.height())


def _covered(scene: NetworkScene, layer: str, boxes: Sequence[QRectF]) -> list[QRectF]:
    """All that a layer covers, and no plate may."""
    item = scene.layers[layer]
    header = item.column.header.adjusted(-_TITLE_ASIDE, 0.0, _TITLE_ASIDE, 0.0)
    parts = (item.column.frame, header, item.column.footer)
    return [*boxes, *(part.translated(item.pos()) for part in parts)]
