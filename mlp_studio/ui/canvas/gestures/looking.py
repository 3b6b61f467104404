"""Moving the paper, and choosing with a rectangle."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtWidgets import QGraphicsView

from mlp_studio.document.selection import Selected, Selection
from mlp_studio.ui.canvas.gestures.gesture import Gesture, Pointer
from mlp_studio.ui.canvas.hits import layers_in, units_in
from mlp_studio.ui.canvas.scene import NetworkScene


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
    """Selects the layers that a rectangle touches, or with Ctrl the units.

    What was selected stays so if `adding`.
    """

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
        layers, units = self._base.layers, self._base.units
        if pointer.keys & Qt.KeyboardModifier.ControlModifier:
            units |= units_in(self._scene, box)
        else:
            layers |= layers_in(self._scene, box)
        self._selection.set(
            Selected(layers=layers, units=units, links=self._base.links, edges=self._base.edges)
        )

    def end(self) -> None:
        self._scene.band.setVisible(False)

    def cancel(self) -> None:
        self._scene.band.setVisible(False)
        self._selection.set(self._before)
