"""Carrying layers across the canvas, and units into other places or other layers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF

from mlp_studio.document.selection import Selection, Unit
from mlp_studio.ui.canvas.column import PITCH
from mlp_studio.ui.canvas.gestures.gesture import Gesture, Pointer
from mlp_studio.ui.canvas.hits import layer_at
from mlp_studio.ui.canvas.moving import Moving
from mlp_studio.ui.canvas.places import snapped
from mlp_studio.ui.canvas.scene import NetworkScene


class MoveLayers(Gesture):
    """Carries layers along; one undo entry at the end. A press without a move is only a click."""

    def __init__(
        self,
        scene: NetworkScene,
        moving: Moving,
        layers: frozenset[str],
        start: QPointF,
        threshold: float,
    ) -> None:
        self._scene = scene
        self._moving = moving
        self._start = start
        self._threshold = threshold
        self._origins = {layer: at for layer, at in scene.project_places.items() if layer in layers}
        self._moved: dict[str, QPointF] = {}

    @property
    def has_moved(self) -> bool:
        return bool(self._moved)

    def move(self, pointer: Pointer) -> None:
        step = pointer.at - self._start
        if not self._moved and step.manhattanLength() < self._threshold:
            return
        leader = min(self._origins)
        others = [
            place
            for layer, place in self._scene.project_places.items()
            if layer not in self._origins
        ]
        step = snapped(self._origins[leader] + step, others) - self._origins[leader]
        self._moved = {layer: origin + step for layer, origin in self._origins.items()}
        self._scene.preview_places(self._moved)

    def end(self) -> None:
        if self._moved:
            self._moving.move(self._moved)
            self._scene.preview_places({})

    def cancel(self) -> None:
        self._scene.preview_places({})


class MoveUnits(QObject, Gesture):
    """Carries units to another place in their layer, or into another layer."""

    def __init__(
        self,
        scene: NetworkScene,
        moving: Moving,
        selection: Selection,
        units: Sequence[Unit],
        start: QPointF,
        threshold: float,
    ) -> None:
        super().__init__()
        self._scene = scene
        self._moving = moving
        self._selection = selection
        self._units = sorted(units)
        self._start = start
        self._threshold = threshold
        self._goal: tuple[str, int] | None = None
        self._refused = ""
        self.has_moved = False

    def move(self, pointer: Pointer) -> None:
        if not self.has_moved:
            if (pointer.at - self._start).manhattanLength() < self._threshold:
                return
            self.has_moved = True
        layer = layer_at(self._scene, pointer.at)
        self._goal = None if layer is None else (layer, self._slot(layer, pointer.at))
        self._refused = self._why_not()
        shown = self._goal if not self._refused else None
        for layer_id, item in self._scene.layers.items():
            item.set_slot(shown[1] if shown and shown[0] == layer_id else None)
        middle = (len(self._units) - 1) / 2
        self._scene.ghost.show_discs(
            [
                pointer.at + QPointF(0.0, (number - middle) * PITCH)
                for number in range(len(self._units))
            ]
        )
        self._scene.note.say(self._refused, pointer.at, refusal=True)

    def end(self) -> None:
        goal, refused = self._goal, self._refused
        self.cancel()
        if not self.has_moved or goal is None:
            return
        chosen = self._moving.move_units(self._units, *goal)
        if chosen is not None and not refused:
            self._selection.set(chosen)

    def cancel(self) -> None:
        for item in self._scene.layers.values():
            item.set_slot(None)
        self._scene.ghost.setVisible(False)
        self._scene.note.hush()

    def _slot(self, layer: str, at: QPointF) -> int:
        item = self._scene.layers[layer]
        return item.column.slot_at(at - item.pos())

    def _why_not(self) -> str:
        if self._goal is None:
            return self.tr("Let go over a layer.")
        return self._moving.why_not_units(self._units, *self._goal)
