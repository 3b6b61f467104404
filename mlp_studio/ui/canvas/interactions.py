"""Gestures: objects with a start, moves, and an end, or Esc.

A gesture shows what it would do on the scene's overlays and asks `Commands` at its end; until
then the document is untouched, so cancelling is just not asking.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtWidgets import QGraphicsView

from mlp_studio.document.selection import Selected, Selection
from mlp_studio.ui.canvas.column import PITCH, Column
from mlp_studio.ui.canvas.commands import Commands
from mlp_studio.ui.canvas.hits import layer_at, layers_in
from mlp_studio.ui.canvas.places import roomy, snapped
from mlp_studio.ui.canvas.scene import NetworkScene


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the mouse is: in the scene, and in the view's pixels."""

    at: QPointF
    screen: QPoint


class Gesture:
    """One press of the mouse until its release."""

    def move(self, pointer: Pointer) -> None:
        """The pointer is there now; called once more just before the end."""

    def end(self) -> None:
        """The button was released."""

    def cancel(self) -> None:
        """Esc: everything is as it was before the gesture."""


class Pan(Gesture):
    """Drags the paper."""

    def __init__(self, view: QGraphicsView, screen: QPoint) -> None:
        self._view = view
        self._last = screen

    def move(self, pointer: Pointer) -> None:
        step = pointer.screen - self._last
        self._last = pointer.screen
        for bar, distance in (
            (self._view.horizontalScrollBar(), step.x()),
            (self._view.verticalScrollBar(), step.y()),
        ):
            bar.setValue(bar.value() - distance)


class SelectByBand(Gesture):
    """Selects the layers that a rectangle touches, with what was selected if `adding`."""

    def __init__(
        self, scene: NetworkScene, selection: Selection, start: QPointF, *, adding: bool
    ) -> None:
        self._scene = scene
        self._selection = selection
        self._start = start
        self._before = selection.current
        self._base = selection.current if adding else Selected()
        if not adding:
            selection.clear()

    def move(self, pointer: Pointer) -> None:
        box = QRectF(self._start, pointer.at).normalized()
        self._scene.band.stretch(box)
        self._selection.set(
            Selected(
                layers=self._base.layers | layers_in(self._scene, box),
                units=self._base.units,
                links=self._base.links,
                edges=self._base.edges,
            )
        )

    def end(self) -> None:
        self._scene.band.setVisible(False)

    def cancel(self) -> None:
        self._scene.band.setVisible(False)
        self._selection.set(self._before)


class MoveLayers(Gesture):
    """Carries layers along; one undo entry at the end. A press without a move is only a click."""

    def __init__(
        self,
        scene: NetworkScene,
        commands: Commands,
        layers: frozenset[str],
        start: QPointF,
        threshold: float,
    ) -> None:
        self._scene = scene
        self._commands = commands
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
            self._commands.move(self._moved)
            self._scene.preview_places({})

    def cancel(self) -> None:
        self._scene.preview_places({})


class DrawLink(Gesture):
    """From a port to another layer; says at the pointer why a link cannot be."""

    def __init__(
        self, scene: NetworkScene, commands: Commands, layer: str, *, from_right: bool
    ) -> None:
        self._scene = scene
        self._commands = commands
        self._layer = layer
        self._from_right = from_right
        item = scene.layers[layer]
        port = item.column.right_port if from_right else item.column.left_port
        self._start = item.pos() + port
        self._target: str | None = None

    def move(self, pointer: Pointer) -> None:
        at = pointer.at
        target = layer_at(self._scene, at)
        self._aim_at(target if target != self._layer else None)
        reason, end = "", at
        if self._target is not None:
            reason = self._commands.why_not_link(*self._ends(self._target))
            if not reason:
                end = self._port_of(self._target)
        if self._from_right:
            self._scene.wire.stretch(self._start, end, reason)
        else:
            self._scene.wire.stretch(end, self._start, reason)

    def end(self) -> None:
        target = self._target
        self.cancel()
        if target is not None:
            self._commands.link(*self._ends(target), self._scene.project_places)

    def cancel(self) -> None:
        self._aim_at(None)
        self._scene.wire.setVisible(False)

    def _ends(self, target: str) -> tuple[str, str]:
        return (self._layer, target) if self._from_right else (target, self._layer)

    def _port_of(self, target: str) -> QPointF:
        item = self._scene.layers[target]
        port = item.column.left_port if self._from_right else item.column.right_port
        return item.pos() + port

    def _aim_at(self, target: str | None) -> None:
        if self._target is not None and self._target in self._scene.layers:
            self._scene.layers[self._target].set_target(False)
        self._target = target
        if target is not None:
            self._scene.layers[target].set_target(True)
        self._scene.update()


class DropKind(Gesture):
    """Something from the palette over the canvas: its ghost first, then the thing itself."""

    def __init__(self, scene: NetworkScene, commands: Commands, kind: str, units: int) -> None:
        self._scene = scene
        self._commands = commands
        self._kind = kind
        self._column = Column(units)
        self._onto: str | None = None
        self._at = QPointF()
        self.added: str | None = None
        """The layer the drop made, or that a neuron joined."""

    def move(self, pointer: Pointer) -> None:
        at = pointer.at
        self._aim_at(layer_at(self._scene, at) if self._kind == "neuron" else None)
        if self._onto is not None:
            item = self._scene.layers[self._onto]
            last = float(item.column.heights[-1])
            self._scene.ghost.show_unit(item.pos() + QPointF(0.0, last + PITCH))
            return
        taken = [item.column.bounds.translated(item.pos()) for item in self._scene.layers.values()]
        level = snapped(at, self._scene.project_places.values())
        self._at = roomy(level, self._column.bounds, taken)
        self._scene.ghost.show_column(self._column, self._at)

    def end(self) -> None:
        onto = self._onto
        self.cancel()
        if onto is not None:
            self.added = onto if self._commands.add_unit(onto) else None
        else:
            seen = self._scene.project_places
            self.added = self._commands.add_layer(self._kind, self._at, seen)

    def cancel(self) -> None:
        self._aim_at(None)
        self._scene.ghost.setVisible(False)

    def _aim_at(self, layer: str | None) -> None:
        if layer == self._onto:
            return
        for item_id, item in self._scene.layers.items():
            item.set_target(item_id == layer)
        self._onto = layer
        self._scene.update()
