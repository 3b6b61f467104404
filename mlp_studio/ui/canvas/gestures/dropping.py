"""Something from the palette over the canvas, dragged there or to be placed by a click."""

from __future__ import annotations

from PySide6.QtCore import QObject

from mlp_studio.document.selection import Selected
from mlp_studio.project.model import Project
from mlp_studio.ui.canvas.building import Building
from mlp_studio.ui.canvas.gestures.gesture import Gesture, Pointer
from mlp_studio.ui.canvas.landing import Landing, Landings
from mlp_studio.ui.canvas.scene import NetworkScene
from mlp_studio.ui.mime import PaletteItem


class Drop(QObject, Gesture):
    """Shows the ghost of what letting go would do: a slot in a layer, a lit link, new layers."""

    def __init__(
        self,
        scene: NetworkScene,
        building: Building,
        landings: Landings,
        item: PaletteItem,
        template: tuple[str, Project] | None,
    ) -> None:
        super().__init__()
        self._scene = scene
        self._building = building
        self._landings = landings
        self._item = item
        self._template = template
        self._landing: Landing | None = None
        self.placed: Selected | None = None
        """What the drop made, to be selected; None before it, or if it was refused."""

    def move(self, pointer: Pointer) -> None:
        fragment = self._template[1] if self._template else None
        landing = self._landing = self._landings.of(self._item, fragment, pointer.at)
        refused = bool(landing.refusal)
        for layer, item in self._scene.layers.items():
            joins = layer == landing.layer and not refused
            item.set_slot(landing.slot if joins else None)
        self._scene.aim_at_links(frozenset({landing.link} if landing.link else ()))
        if landing.columns and not refused:
            self._scene.ghost.show_columns(landing.columns)
        else:
            self._scene.ghost.setVisible(False)
        self._scene.note.say(landing.refusal or self._what(landing), pointer.at, refusal=refused)

    def end(self) -> None:
        landing = self._landing
        self.cancel()
        if landing is not None:
            seen = self._scene.project_places
            self.placed = self._building.place(self._item, self._template, landing, seen)

    def cancel(self) -> None:
        for item in self._scene.layers.values():
            item.set_slot(None)
        self._scene.aim_at_links(frozenset())
        self._scene.ghost.setVisible(False)
        self._scene.note.hush()

    def _what(self, landing: Landing) -> str:
        project = self._scene.observed.document.project
        if landing.layer:
            title = project.layer(landing.layer).title
            return self.tr("Joins {layer}").format(layer=title)
        return self.tr("Inserted here and wired") if landing.link else ""
