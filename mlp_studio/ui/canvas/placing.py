"""Placing things without a mouse: where they go follows from what is selected."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF

from mlp_studio.document.selection import Selected, Selection
from mlp_studio.project.model import Project
from mlp_studio.ui.canvas.additions import units_for
from mlp_studio.ui.canvas.building import Building
from mlp_studio.ui.canvas.column import Column
from mlp_studio.ui.canvas.landing import Landings
from mlp_studio.ui.canvas.places import COLUMN_GAP, free_place
from mlp_studio.ui.canvas.scene import NetworkScene
from mlp_studio.ui.mime import PaletteItem


class Placing(QObject):
    """A neuron joins the selected layer, a layer continues it or is inserted in a chosen link."""

    def __init__(self, scene: NetworkScene, building: Building, landings: Landings) -> None:
        super().__init__(building)
        self._scene = scene
        self._building = building
        self._landings = landings
        self._selection: Selection = scene.observed.selection

    def place(
        self, item: PaletteItem, template: tuple[str, Project] | None, middle: QPointF
    ) -> Selected | None:
        """`middle` is where an empty canvas gets its first thing; what to select then."""
        seen = self._scene.project_places
        chosen = self._selection.current.within(self._project)
        if template is not None:
            at = self._below_everything() if seen else middle
            landing = self._landings.of(item, template[1], at)
            return self._building.place(item, template, landing, seen)
        if item.kind in ("dense", "neuron") and len(chosen.links) == 1 and not chosen.layers:
            return self._building.insert(item.kind, next(iter(chosen.links)), seen)
        goal = self._goal(item, chosen)
        if goal is not None:
            return self._building.join(item, *goal)
        return self._layer(item, middle)

    @property
    def _project(self) -> Project:
        return self._scene.observed.document.project

    def _goal(self, item: PaletteItem, chosen: Selected) -> tuple[str, int] | None:
        """The layer that a neuron or a feature joins, and before which unit."""
        if item.kind not in ("neuron", "feature"):
            return None
        layers = set(chosen.layers) | {layer for layer, _ in chosen.units}
        if item.kind == "feature":
            inputs = {layer.id for layer in self._project.layers if layer.kind == "input"}
            layers = layers & inputs or inputs
        if len(layers) != 1:
            return None
        (layer,) = layers
        after = [unit for owner, unit in chosen.units if owner == layer]
        return layer, max(after) + 1 if after else self._project.layer(layer).units

    def _layer(self, item: PaletteItem, middle: QPointF) -> Selected | None:
        seen = self._scene.project_places
        chosen = self._selection.current.within(self._project)
        layers = set(chosen.layers) | {layer for layer, _ in chosen.units}
        # A layer that computes continues the selected one.
        continues = len(layers) == 1 and item.kind not in ("input", "feature")
        before = next(iter(layers)) if continues else None
        if before is not None:
            wanted = seen[before] + QPointF(COLUMN_GAP, 0.0)
        elif seen:
            last = max(seen.values(), key=lambda at: at.x())
            wanted = QPointF(last.x() + COLUMN_GAP, last.y())
        else:
            wanted = middle
        column = Column(units_for(self._project, item.kind))
        figures = self._scene.layers.values()
        taken = (figure.column.bounds.translated(figure.pos()) for figure in figures)
        at = free_place(wanted, column.bounds, taken)
        if item.kind == "feature":
            return self._building.add_feature_layer(item.value, at, seen)
        return self._building.add_layer(item.kind, at, seen, before)

    def _below_everything(self) -> QPointF:
        content = self._scene.content_rect()
        return QPointF(content.center().x(), content.bottom() + content.height() / 2)
