"""What mouse and keys do on the curves: move the crosshair, choose an epoch, zoom, read a label."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from mlp_studio.ui.plots.loss.curves import Curves

_ZOOM = 1.25
_SHARE = 0.1
"""Of the epochs in view, for a page and for a move of the view."""

Key = Qt.Key
_STEPS = {Key.Key_Left: -1, Key.Key_Right: 1}
_PAGES = {Key.Key_PageDown: -1, Key.Key_PageUp: 1}
_ENTER = (Key.Key_Return, Key.Key_Enter)
_ZOOMS = {Key.Key_Plus: 1 / _ZOOM, Key.Key_Equal: 1 / _ZOOM, Key.Key_Minus: _ZOOM}
_KEYS = (*_STEPS, *_PAGES, *_ENTER, *_ZOOMS, Key.Key_Home, Key.Key_End, Key.Key_Escape)
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_HARMLESS = _SHIFT | Qt.KeyboardModifier.KeypadModifier


class Pointer(QObject):
    epoch_chosen = Signal(int)
    """By a double click, or Enter where the crosshair is."""

    def __init__(self, curves: Curves) -> None:
        super().__init__(curves)
        self._curves = curves
        self._by_mouse = False
        curves.installEventFilter(self)
        curves.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._curves:
            return self._on_viewport(event)
        return isinstance(event, QKeyEvent) and self._on_key(event)

    def _on_viewport(self, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QHelpEvent) and kind == QEvent.Type.ToolTip:
            text = self._curves.markers.text_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), text, self._curves)
            return True
        if isinstance(event, QMouseEvent) and kind == QEvent.Type.MouseMove:
            self._move_to(event.position())
        elif kind == QEvent.Type.Leave and self._by_mouse:
            self._curves.point_at(None)
        elif isinstance(event, QMouseEvent) and kind == QEvent.Type.MouseButtonDblClick:
            self._move_to(event.position())
            return event.button() == Qt.MouseButton.LeftButton and self._choose()
        return False

    def _move_to(self, position: QPointF) -> None:
        """Point at the epoch nearest to a place of the mouse."""
        curves = self._curves
        inside = any(rect.left() <= position.x() <= rect.right() for rect in curves.panes.rects())
        self._by_mouse = True
        if not len(curves.record) or not inside:
            curves.point_at(None)
            return
        curves.point_at(self._within(curves.record.nearest(curves.panes.epoch_at(position.x()))))

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() not in _KEYS or event.modifiers() & ~_HARMLESS:
            return False
        if event.key() == Key.Key_Escape and self._curves.crosshair is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            # Keys mean this here, and not what they are a shortcut for elsewhere.
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress or not len(self._curves.record):
            return False
        self._do(Key(event.key()), shifted=bool(event.modifiers() & _SHIFT))
        return True

    def _do(self, key: Qt.Key, *, shifted: bool) -> None:
        curves = self._curves
        if key == Key.Key_Escape:
            curves.point_at(None)
        elif key in _ENTER:
            self._choose()
        elif key in _ZOOMS:
            self._zoom(_ZOOMS[key])
        elif shifted and key in _STEPS:
            low, high = curves.panes.across()
            move = _SHARE * _STEPS[key] * (high - low)
            curves.look_at(low + move, high + move)
        elif key in (Key.Key_Home, Key.Key_End):
            self._step_to(0 if key == Key.Key_Home else len(curves.record) - 1)
        else:
            self._step_to(self._place() + self._stride(key))

    def _place(self) -> int:
        """Where the crosshair is, or where it comes from: the end of the run."""
        place = self._curves.crosshair
        return len(self._curves.record) - 1 if place is None else place

    def _stride(self, key: Qt.Key) -> int:
        if key in _STEPS:
            return _STEPS[key] if self._curves.crosshair is not None else 0
        panes, record = self._curves.panes, self._curves.record
        rect = next(panes.rects())
        first, last = (record.nearest(panes.epoch_at(x)) for x in (rect.left(), rect.right()))
        return _PAGES[key] * max(1, round(_SHARE * (last - first)))

    def _step_to(self, place: int) -> None:
        record = self._curves.record
        place = self._within(min(max(place, 0), len(record) - 1))
        self._by_mouse = False
        self._reveal(float(record.epochs[place]))
        self._curves.point_at(place)

    def _reveal(self, epoch: float) -> None:
        """Pan until an epoch is in view."""
        low, high = self._curves.panes.across()
        at = self._curves.panes.scaled(epoch)
        if math.isfinite(at) and not low <= at <= high:
            half = (high - low) / 2
            self._curves.look_at(at - half, at + half)

    def _zoom(self, factor: float) -> None:
        """See `factor` times as many epochs, around the crosshair or the middle."""
        low, high = self._curves.panes.across()
        place = self._curves.crosshair
        centre = (low + high) / 2
        if place is not None:
            at = self._curves.panes.scaled(float(self._curves.record.epochs[place]))
            centre = min(max(at, low), high)
        self._curves.look_at(centre - factor * (centre - low), centre + factor * (high - centre))

    def _within(self, place: int) -> int:
        """Epoch 0 is not on a logarithmic scale: the next one is."""
        record = self._curves.record
        hidden = self._curves.panes.log_across and record.epochs[place] <= 0.0
        return min(place + 1, len(record) - 1) if hidden else place

    def _choose(self) -> bool:
        place = self._curves.crosshair
        if place is None:
            return False
        self.epoch_chosen.emit(int(self._curves.record.epochs[place]))
        return True
