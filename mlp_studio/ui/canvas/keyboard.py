"""The canvas without a mouse: moving the selection, nudging layers, walking from layer to layer."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from mlp_studio.document.selection import Selected, Selection, Unit
from mlp_studio.ui.canvas.moving import Moving
from mlp_studio.ui.canvas.scene import NetworkScene

NUDGE, BIG_NUDGE = 4.0, 40.0
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Keyboard:
    """What keys do to a scene's selection and layers."""

    def __init__(self, scene: NetworkScene, selection: Selection, moving: Moving) -> None:
        self._scene = scene
        self._selection = selection
        self._moving = moving

    def press_arrow(self, key: int, *, far: bool) -> bool:
        """Nudge the selected layers, or go to a selected unit's neighbour; False if neither."""
        across, down = ARROWS[Qt.Key(key)]
        current = self._selection.current
        if len(current.units) == 1 and not current.layers:
            self._go_to_neighbour(next(iter(current.units)), across, down)
            return True
        spots = self._scene.project_places
        step = QPointF(across, down) * (BIG_NUDGE if far else NUDGE)
        moved = {layer: spots[layer] + step for layer in current.layers if layer in spots}
        if moved:
            self._moving.nudge(moved)
        return bool(moved)

    def carry(self, key: int) -> bool:
        """Take the selected units one place up or down, or into the next layer; False if none."""
        across, down = ARROWS[Qt.Key(key)]
        units = sorted(self._selection.current.within(self._scene.observed.document.project).units)
        if not units:
            return False
        if len({layer for layer, _ in units}) > 1:
            return True
        layer, first = units[0]
        last = units[-1][1]
        goal: tuple[str, int] | None = None
        if across:
            goal = self._beside(layer, first, across)
        elif down > 0 and last + 1 < self._scene.observed.document.project.layer(layer).units:
            goal = layer, last + 2
        elif down < 0 and first > 0:
            goal = layer, first - 1
        chosen = self._moving.move_units(units, *goal) if goal is not None else None
        if chosen is not None:
            self._selection.set(chosen)
        return True

    def _beside(self, layer: str, unit: int, across: int) -> tuple[str, int] | None:
        """The place at a unit's height in the layer to the left or right; None past the end."""
        order = self._from_left_to_right()
        place = order.index(layer) + across
        if not 0 <= place < len(order):
            return None
        beside = self._scene.observed.document.project.layer(order[place])
        return beside.id, min(unit, beside.units)

    def walk(self, step: int) -> bool:
        """Select the next layer from left to right, or the one before; False past the end."""
        order = self._from_left_to_right()
        chosen = [layer for layer in order if layer in self.selected_layers()]
        if not order:
            return False
        if chosen:
            place = order.index(chosen[-1] if step > 0 else chosen[0]) + step
        else:
            place = 0 if step > 0 else len(order) - 1
        if not 0 <= place < len(order):
            return False
        self._selection.set(Selected(layers=frozenset({order[place]})))
        return True

    def selected_layers(self) -> set[str]:
        """The layers that are selected or have a selected unit, as far as they exist."""
        return self._layers_of(self._selection.current) & self._scene.layers.keys()

    def _from_left_to_right(self) -> list[str]:
        spots = self._scene.project_places
        return sorted(spots, key=lambda layer: (spots[layer].x(), spots[layer].y()))

    def _layers_of(self, selected: Selected) -> set[str]:
        return set(selected.layers) | {layer for layer, _ in selected.units}

    def _go_to_neighbour(self, unit: Unit, across: int, down: int) -> None:
        layer, number = unit
        if layer not in self._scene.layers:
            return
        if across:
            order = self._from_left_to_right()
            place = order.index(layer) + across
            if not 0 <= place < len(order):
                return
            layer = order[place]
        shown = self._scene.layers[layer].column.shown.tolist()
        row = min(range(len(shown)), key=lambda row: abs(shown[row] - number)) + down
        if 0 <= row < len(shown):
            self._selection.set(Selected(units=frozenset({(layer, shown[row])})))
