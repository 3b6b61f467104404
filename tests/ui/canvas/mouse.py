"""A hand on the mouse: gestures as the events a window would send, in scene coordinates."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication

from mlp_studio.ui import mime
from mlp_studio.ui.canvas.view import NetworkView
from mlp_studio.ui.mime import ItemKind, PaletteItem

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


def on_screen(view: NetworkView, at: QPointF) -> QPoint:
    return view.mapFromScene(at)


def _send(
    view: NetworkView,
    kind: QEvent.Type,
    at: QPointF,
    button: Qt.MouseButton,
    held: Qt.MouseButton,
    modifiers: Qt.KeyboardModifier,
) -> None:
    screen = QPointF(on_screen(view, at))
    viewport = view.viewport()
    event = QMouseEvent(kind, screen, viewport.mapToGlobal(screen), button, held, modifiers)
    QApplication.sendEvent(viewport, event)


def press(view, at, *, button=LEFT, modifiers=NONE) -> None:
    _send(view, QEvent.Type.MouseButtonPress, at, button, button, modifiers)


def move(view, at, *, button=LEFT, modifiers=NONE) -> None:
    _send(view, QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton, button, modifiers)


def hover(view, at) -> None:
    move(view, at, button=Qt.MouseButton.NoButton)


def release(view, at, *, button=LEFT, modifiers=NONE) -> None:
    nothing = Qt.MouseButton.NoButton
    _send(view, QEvent.Type.MouseButtonRelease, at, button, nothing, modifiers)


def click(view, at, *, modifiers=NONE) -> None:
    press(view, at, modifiers=modifiers)
    release(view, at, modifiers=modifiers)


def double_click(view, at) -> None:
    click(view, at)
    _send(view, QEvent.Type.MouseButtonDblClick, at, LEFT, LEFT, NONE)
    release(view, at)


def drag(view, start, end, *, button=LEFT, modifiers=NONE, let_go=True) -> None:
    press(view, start, button=button, modifiers=modifiers)
    for share in (0.1, 0.4, 0.7, 1.0):
        move(view, start + (end - start) * share, button=button, modifiers=modifiers)
    if let_go:
        release(view, end, button=button, modifiers=modifiers)


def wheel(view, at, clicks, *, modifiers=NONE) -> None:
    screen = QPointF(on_screen(view, at))
    event = QWheelEvent(
        screen,
        view.viewport().mapToGlobal(screen),
        QPoint(),
        QPoint(0, round(120 * clicks)),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


class Dragged:
    """Something from the palette in the hand."""

    def __init__(self, view: NetworkView, kind: ItemKind, value: str = "") -> None:
        self._view = view
        self._data = mime.of(PaletteItem(kind, value))

    @property
    def _details(self):
        return Qt.DropAction.CopyAction, self._data, LEFT, NONE

    def over(self, at: QPointF) -> QDragMoveEvent:
        screen = on_screen(self._view, at)
        enter = QDragEnterEvent(screen, *self._details)
        QApplication.sendEvent(self._view.viewport(), enter)
        moved = QDragMoveEvent(screen, *self._details)
        QApplication.sendEvent(self._view.viewport(), moved)
        return moved

    def leave(self) -> None:
        QApplication.sendEvent(self._view.viewport(), QDragLeaveEvent())

    def drop(self, at: QPointF) -> QDropEvent:
        self.over(at)
        event = QDropEvent(QPointF(on_screen(self._view, at)), *self._details)
        QApplication.sendEvent(self._view.viewport(), event)
        return event


def middle_of(view: NetworkView, layer: str, unit: int) -> QPointF:
    """The middle of a unit's disc in the scene."""
    item = view.figure.layers[layer]
    return item.pos() + item.column.centre(unit)


def header_of(view: NetworkView, layer: str) -> QPointF:
    """The middle of a layer's header: where one takes hold of the whole layer."""
    item = view.figure.layers[layer]
    return item.pos() + item.column.header.center()


def unit_port(view: NetworkView, layer: str, unit: int, side: str) -> QPointF:
    """A unit's own port, which shows while the pointer is at the unit."""
    item = view.figure.layers[layer]
    return item.pos() + item.column.unit_port(unit, side)


def right_port(view: NetworkView, layer: str) -> QPointF:
    item = view.figure.layers[layer]
    return item.pos() + item.column.right_port


def left_port(view: NetworkView, layer: str) -> QPointF:
    item = view.figure.layers[layer]
    return item.pos() + item.column.left_port


def on_edge(view: NetworkView, link: str, j: int, k: int, share: float = 0.3) -> QPointF:
    """A point on an edge."""
    row = view.figure.table.find(link, j, k)
    x, y = view.figure.routes.points(row, np.array([share]))[0].tolist()
    return QPointF(x, y)
