"""All that can be done to the network from the canvas, each an undo entry."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsView

from mlp_studio.document.selection import Selected
from mlp_studio.project.errors import ProjectFileError
from mlp_studio.project.model import Project
from mlp_studio.ui.canvas.applying import Applier
from mlp_studio.ui.canvas.building import Building, FragmentOf
from mlp_studio.ui.canvas.copying import Copying
from mlp_studio.ui.canvas.landing import Landings
from mlp_studio.ui.canvas.motion import Motion
from mlp_studio.ui.canvas.moving import Moving, aligned, distributed
from mlp_studio.ui.canvas.places import arranged
from mlp_studio.ui.canvas.placing import Placing
from mlp_studio.ui.canvas.removing import Removing
from mlp_studio.ui.canvas.scene import NetworkScene
from mlp_studio.ui.canvas.weighing import Weighing
from mlp_studio.ui.mime import PaletteItem

_OF_FILES = ("template", "own_template")


class Acts:
    """The parts that change the document, made once and handed to gestures, keys and menus.

    The methods are what commands without a place on the canvas do: to what is selected.
    """

    def __init__(self, scene: NetworkScene, motion: Motion, view: QGraphicsView) -> None:
        observed = scene.observed
        self._scene = scene
        self._motion = motion
        self._view = view
        self._document = observed.document
        self._selection = observed.selection
        self.applier = Applier(observed.document, view)
        self.building = Building(self.applier)
        self.moving = Moving(self.applier)
        self.removing = Removing(self.applier)
        self.weighing = Weighing(self.applier, observed.numbers)
        self.landings = Landings(scene, self.applier)
        self.placing = Placing(scene, self.building, self.landings)
        self.copying = Copying(scene, self.building)
        self.fragment_of: FragmentOf = _no_template

    @property
    def chosen(self) -> Selected:
        """What is selected and still exists."""
        return self._selection.current.within(self._document.project)

    def template(self, item: PaletteItem) -> tuple[str, Project] | None:
        """The title and network of a template from the palette; None for anything else.

        Raises ProjectFileError or OSError if it cannot be read.
        """
        return self.fragment_of(item) if item.kind in _OF_FILES else None

    def add(self, item: PaletteItem) -> None:
        """Place something without a mouse, where it follows from what is selected."""
        try:
            template = self.template(item)
        except (ProjectFileError, OSError) as error:
            self.applier.refused.emit(str(error))
            return
        middle = self._view.mapToScene(self._view.viewport().rect().center())
        self._select(self.placing.place(item, template, middle))

    def select_all(self) -> None:
        """Select every layer."""
        layers = frozenset(layer.id for layer in self._document.project.layers)
        self._selection.set(Selected(layers=layers))

    def delete(self) -> None:
        """Delete what is selected, in one undo entry."""
        if self.removing.remove(self._selection.current):
            self._selection.clear()

    def copy(self) -> None:
        self.copying.copy()

    def cut(self) -> None:
        if self.copying.copy():
            self.delete()

    def paste(self) -> None:
        self._select(self.copying.paste())

    def duplicate(self) -> None:
        self._select(self.copying.duplicate())

    def arrange(self) -> None:
        """Layers side by side in the order things flow; they glide there."""
        before = self._scene.project_places
        columns = {layer: item.column for layer, item in self._scene.layers.items()}
        self.moving.arrange(arranged(self._document.project, columns))
        self._motion.glide(before, self._scene.project_places)

    def align(self, side: str) -> None:
        """Level the selected layers: "left", "centre", "right", "top", "middle", "bottom"; or put
        equal gaps between them: "across", "down".
        """
        before = self._scene.project_places
        places = {layer: at for layer, at in before.items() if layer in self.chosen.layers}
        frames: dict[str, QRectF] = {
            layer: self._scene.layers[layer].column.frame.translated(at)
            for layer, at in places.items()
        }
        if len(places) > 1:
            change = distributed if side in ("across", "down") else aligned
            self.moving.align(side, change(side, places, frames))
            self._motion.glide(before, self._scene.project_places)

    def link(self) -> None:
        """Link the selected layers, each to the next on its right; or units of two layers."""
        chosen, seen = self.chosen, self._scene.project_places
        if not chosen.units:
            order = _from_left(chosen.layers, seen)
            pairs = [((before, None), (after, None)) for before, after in pairwise(order)]
            self.building.link_all(pairs, seen)
            return
        columns = _from_left(frozenset(layer for layer, _ in chosen.units), seen)
        if len(columns) > 1:
            sources, targets = (
                [unit for unit in sorted(chosen.units) if unit[0] == layer] for layer in columns[:2]
            )
            edges = [(source, target) for source in sources for target in targets]
            self.building.link_all(edges, seen)

    def _select(self, chosen: Selected | None) -> None:
        if chosen is not None:
            self._selection.set(chosen)


def _from_left(layers: frozenset[str], seen: dict[str, QPointF]) -> list[str]:
    return sorted(layers, key=lambda layer: (seen[layer].x(), layer))


def _no_template(item: PaletteItem) -> tuple[str, Project]:
    raise ProjectFileError(f"there is no template {item.value!r}")
