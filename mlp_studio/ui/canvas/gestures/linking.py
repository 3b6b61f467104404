"""Drawing links and single edges from port to port."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt

from mlp_studio.ui.canvas.building import Building, End, Pattern
from mlp_studio.ui.canvas.gestures.gesture import Gesture, Pointer
from mlp_studio.ui.canvas.hits import layer_at
from mlp_studio.ui.canvas.scene import NetworkScene

_PATTERN_KEYS: dict[int, Pattern] = {
    Qt.Key.Key_1: "dense",
    Qt.Key.Key_2: "one_to_one",
    Qt.Key.Key_3: "sparse",
}


class DrawLink(QObject, Gesture):
    """From a layer's port to a layer, or from a unit's port to a unit.

    What would be made, or why it cannot be, stands at the pointer. While a link between layers is
    drawn, 1, 2 and 3 choose its pattern.
    """

    def __init__(
        self, scene: NetworkScene, building: Building, start: End, *, from_right: bool
    ) -> None:
        super().__init__()
        self._scene = scene
        self._building = building
        self._start = start
        self._from_right = from_right
        self._from = _port(scene, start, right=from_right)
        self._target: End | None = None
        self._pointer: Pointer | None = None

    def move(self, pointer: Pointer) -> None:
        self._pointer = pointer
        self._aim(self._end_at(pointer.at))
        refusal, text, end = "", "", pointer.at
        circle: frozenset[str] = frozenset()
        if self._target is not None:
            refusal = self._building.why_not_link(*self._ends(self._target))
            circle = self._building.circle(*self._ends(self._target))
            if not refusal:
                end = _port(self._scene, self._target, right=not self._from_right)
                text = self._what(self._target)
        self._scene.aim_at_links(circle)
        first, last = (self._from, end) if self._from_right else (end, self._from)
        self._scene.wire.stretch(first, last, refused=bool(refusal))
        self._scene.note.say(refusal or text, pointer.at, refusal=bool(refusal))

    def end(self) -> None:
        target = self._target
        self.cancel()
        if target is not None:
            self._building.link(*self._ends(target), self._scene.project_places)

    def cancel(self) -> None:
        self._aim(None)
        self._scene.aim_at_links(frozenset())
        self._scene.wire.setVisible(False)
        self._scene.note.hush()

    def press_key(self, key: int) -> bool:
        if key not in _PATTERN_KEYS:
            return False
        self._building.set_pattern(_PATTERN_KEYS[key])
        if self._pointer is not None:
            self.move(self._pointer)
        return True

    def _end_at(self, at: QPointF) -> End | None:
        layer = layer_at(self._scene, at)
        if layer is None or layer == self._start[0]:
            return None
        if self._start[1] is None:
            return layer, None
        item = self._scene.layers[layer]
        return layer, item.column.unit_at(at - item.pos())

    def _ends(self, target: End) -> tuple[End, End]:
        return (self._start, target) if self._from_right else (target, self._start)

    def _what(self, target: End) -> str:
        project = self._scene.observed.document.project
        ends = (self._start, target)
        if any(unit is not None for _, unit in ends):
            count = 1
            for layer, unit in ends:
                count *= 1 if unit is not None else project.layer(layer).units
            return self.tr("1 edge") if count == 1 else self.tr("{n} edges").format(n=count)
        return {
            "dense": self.tr("dense (2: one-to-one, 3: sparse)"),
            "one_to_one": self.tr("one-to-one (1: dense, 3: sparse)"),
            "sparse": self.tr("random sparse (1: dense, 2: one-to-one)"),
        }[self._building.pattern]

    def _aim(self, target: End | None) -> None:
        for layer, item in self._scene.layers.items():
            aimed = target is not None and target[0] == layer
            unit = target[1] if target is not None and aimed else None
            item.set_target(aimed and unit is None)
            item.set_hot_unit(unit, "left" if self._from_right else "right")
        self._target = target
        self._scene.update()


def _port(scene: NetworkScene, end: End, *, right: bool) -> QPointF:
    """Where a wire at this end of a link starts or ends."""
    layer, unit = end
    item = scene.layers[layer]
    if unit is not None:
        return item.pos() + item.column.unit_port(unit, "right" if right else "left")
    return item.pos() + (item.column.right_port if right else item.column.left_port)
