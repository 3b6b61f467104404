"""What all gestures are."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, Qt


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the mouse is: in the scene, and in the view's pixels; how large the figure is there."""

    at: QPointF
    screen: QPoint
    zoom: float = 1.0
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier


class Gesture:
    """One press of the mouse until its release."""

    def move(self, pointer: Pointer) -> None:
        """The pointer is there now; called once more just before the end."""

    def end(self) -> None:
        """The button was released."""

    def cancel(self) -> None:
        """Esc: everything is as it was before the gesture."""

    def press_key(self, key: int) -> bool:
        """Whether a key pressed meanwhile meant something to the gesture."""
        del key
        return False
