"""What letting go of something here would do: worked out before it is done, so it can be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRectF

from mlp_studio.project import edits
from mlp_studio.project.model import Link, Project
from mlp_studio.ui.canvas.additions import units_for
from mlp_studio.ui.canvas.applying import Applier
from mlp_studio.ui.canvas.column import Column
from mlp_studio.ui.canvas.hits import layer_at
from mlp_studio.ui.canvas.places import COLUMN_GAP, places, roomy, snapped
from mlp_studio.ui.canvas.scene import NetworkScene
from mlp_studio.ui.mime import PaletteItem

_INSERTED = ("dense", "neuron")
_INNER = (0.2, 0.8)
"""Between these shares of the way from layer to layer, something dropped is inserted."""


@dataclass(frozen=True, slots=True)
class Landing:
    """Where something goes: into `layer` before its unit `slot`, into `link`, or to `at`.

    `columns` are the new layers with their places in the scene; `refusal` says why nothing can be
    done here.
    """

    at: QPointF
    columns: tuple[tuple[Column, QPointF], ...] = ()
    layer: str = ""
    slot: int = 0
    link: str = ""
    refusal: str = ""


class Landings(QObject):
    """Reads the scene; changes nothing."""

    def __init__(self, scene: NetworkScene, applier: Applier) -> None:
        super().__init__(applier)
        self._scene = scene
        self._applier = applier

    def of(self, item: PaletteItem, fragment: Project | None, at: QPointF) -> Landing:
        """`fragment` is the network of a template; None for anything else."""
        self._scene.ensure_fresh()
        layer = layer_at(self._scene, at)
        if layer is not None and item.kind in ("neuron", "feature"):
            return self._joining(item, layer, at)
        link = self._link_at(at) if item.kind in _INSERTED else None
        if link is not None:
            return self._inserted(item, link)
        if fragment is not None:
            return self._template(fragment, at)
        return self._new_layer(item.kind, at)

    def _joining(self, item: PaletteItem, layer: str, at: QPointF) -> Landing:
        figure = self._scene.layers[layer]
        slot = figure.column.slot_at(at - figure.pos())
        if item.kind == "feature":
            reason = self._applier.why_not(edits.add_feature, layer, item.value, slot)
        else:
            reason = self._applier.why_not(edits.add_unit, layer, slot)
        return Landing(at, layer=layer, slot=slot, refusal=reason)

    def _inserted(self, item: PaletteItem, link: Link) -> Landing:
        spots = self._scene.project_places
        middle = (spots[link.source] + spots[link.target]) / 2
        column = Column(units_for(self._applier.project, item.kind))
        reason = self._applier.why_not(edits.insert_layer, link.id, item.kind, column.units)
        return Landing(middle, columns=((column, middle),), link=link.id, refusal=reason)

    def _template(self, fragment: Project, at: QPointF) -> Landing:
        columns = {layer.id: Column(layer.units) for layer in fragment.layers}
        spots = places(fragment, columns)
        bounds = QRectF()
        for layer, spot in spots.items():
            bounds |= columns[layer].bounds.translated(spot)
        # Over the pointer is the middle of what is dropped.
        step = snapped(at - bounds.center(), ())
        step = _clear(bounds.translated(step), list(self._taken())) + step
        ghosts = tuple((columns[layer], spot + step) for layer, spot in spots.items())
        return Landing(at, columns=ghosts)

    def _new_layer(self, kind: str, at: QPointF) -> Landing:
        column = Column(units_for(self._applier.project, kind))
        level = snapped(at, self._scene.project_places.values())
        place = roomy(level, column.bounds, self._taken())
        return Landing(place, columns=((column, place),))

    def _taken(self) -> Iterator[QRectF]:
        for item in self._scene.layers.values():
            yield item.column.bounds.translated(item.pos())

    def _link_at(self, at: QPointF) -> Link | None:
        """The link whose edges run through here; of several the one between the nearest layers."""
        found = [
            (abs(self._way(link).x()), link.id, link)
            for link in self._applier.project.links
            if self._is_between(link, at)
        ]
        return min(found)[2] if found else None

    def _way(self, link: Link) -> QPointF:
        return self._scene.layers[link.target].pos() - self._scene.layers[link.source].pos()

    def _is_between(self, link: Link, at: QPointF) -> bool:
        source, target = self._scene.layers[link.source], self._scene.layers[link.target]
        way = target.pos().x() - source.pos().x()
        share = (at.x() - source.pos().x()) / way if way else 0.0
        if not _INNER[0] < share < _INNER[1]:
            return False
        number = self._scene.table.links.index(link.id)
        if number in self._scene.routes.arcs:
            return False
        upper, lower = (
            (1 - share) * (source.pos().y() + side(source.column.frame))
            + share * (target.pos().y() + side(target.column.frame))
            for side in (QRectF.top, QRectF.bottom)
        )
        return upper < at.y() < lower


def _clear(box: QRectF, taken: list[QRectF]) -> QPointF:
    """How far down a box has to go to cover none of those taken."""
    start = box.top()
    while met := [other for other in taken if other.intersects(box)]:
        box.moveTop(max(other.bottom() for other in met) + COLUMN_GAP / 8)
    return QPointF(0.0, box.top() - start)
