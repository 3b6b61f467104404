"""Dragging the number on an edge, or a bias, up and down."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from mlp_studio.ui.canvas.gestures.gesture import Gesture, Pointer
from mlp_studio.ui.canvas.scene import NetworkScene
from mlp_studio.ui.canvas.weighing import Weighing, Weight

_PER_PIXEL, _FINELY = 0.02, 0.001
"""What a pixel is worth, and what with Shift."""


class DragWeight(QObject, Gesture):
    """Up is more; with Shift, finely. A press without a move is only a click."""

    def __init__(
        self,
        scene: NetworkScene,
        weighing: Weighing,
        weight: Weight,
        start: Pointer,
        threshold: int,
    ) -> None:
        super().__init__()
        self._scene = scene
        self._weighing = weighing
        self._weight = weight
        self._threshold = threshold
        self._last = start.screen.y()
        self._value = weighing.value(weight)
        self.has_moved = False

    def move(self, pointer: Pointer) -> None:
        up = self._last - pointer.screen.y()
        if not self.has_moved and abs(up) < self._threshold:
            return
        fine = pointer.keys & Qt.KeyboardModifier.ShiftModifier
        self._value += up * (_FINELY if fine else _PER_PIXEL)
        self._last = pointer.screen.y()
        # What is written is what it is: a drag ends on the digits that are shown.
        numbers = self._scene.observed.numbers
        value = round(self._value, numbers.digits)
        self.has_moved = self._weighing.drag(self._weight, value) or self.has_moved
        letter = "b" if self._weight.k is None else "w"
        self._scene.note.say(f"{letter} = {numbers.text(value)}", pointer.at)

    def end(self) -> None:
        self._weighing.end_drag()
        self._scene.note.hush()

    def cancel(self) -> None:
        if self.has_moved:
            self._weighing.take_back_drag()
        self._scene.note.hush()
