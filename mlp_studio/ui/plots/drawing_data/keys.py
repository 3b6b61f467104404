"""Which keys draw: arrows move the cross, Enter places, Delete erases, digits choose a class."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Down: (0, -1),
    Qt.Key.Key_Up: (0, 1),
}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
ERASE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_BEFORE_FIRST = Qt.Key.Key_0.value


def class_of_key(event: QKeyEvent, classes: int) -> int | None:
    """The class, from 0, that a digit asks for."""
    number = event.key() - _BEFORE_FIRST - 1
    is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return number if is_plain and 0 <= number < min(classes, 9) else None


def is_ours(event: QKeyEvent, *, classes: int, is_busy: bool) -> bool:
    """Whether the plane takes this key before a shortcut of the window does."""
    if event.modifiers() & ~_PLAIN:
        return False
    key = Qt.Key(event.key())
    if key == Qt.Key.Key_Escape:
        return is_busy
    return key in (*ARROWS, *ENTER, *ERASE) or class_of_key(event, classes) is not None
