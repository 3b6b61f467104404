"""The canvas widget: it turns mouse, keyboard, wheel and drops into gestures on the scene."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGraphicsView, QToolTip, QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selected, Selection
from mlp_studio.document.stepper import StepCursor
from mlp_studio.ui import mime
from mlp_studio.ui.canvas.additions import units_for
from mlp_studio.ui.canvas.backdrop import Backdrop
from mlp_studio.ui.canvas.choosing import contains, toggled
from mlp_studio.ui.canvas.column import Column
from mlp_studio.ui.canvas.commands import Commands
from mlp_studio.ui.canvas.hits import Hit, hit
from mlp_studio.ui.canvas.interactions import (
    DrawLink,
    DropKind,
    Gesture,
    MoveLayers,
    Pan,
    Pointer,
    SelectByBand,
)
from mlp_studio.ui.canvas.keyboard import ARROWS, Keyboard
from mlp_studio.ui.canvas.observed import Observed
from mlp_studio.ui.canvas.paper import Paper
from mlp_studio.ui.canvas.places import COLUMN_GAP, free_place
from mlp_studio.ui.canvas.pointing import Pointing
from mlp_studio.ui.canvas.scene import NetworkScene
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.theme import ThemeModel

_SCROLL_STEP = 60


class NetworkView(QGraphicsView):
    """Shows the document's network and lets it be built by hand.

    `refused` says in one sentence why a gesture could not be done.
    """

    refused = Signal(str)

    def __init__(
        self,
        *,
        document: Document,
        cursor: StepCursor,
        selection: Selection,
        theme: ThemeModel,
        numbers: NumberFormat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._selection = selection
        # The view does not own its scene: without this reference there would be none.
        observed = Observed(document, cursor, selection, theme, numbers)
        self.figure = NetworkScene(observed, self)
        self.setScene(self.figure)
        self._commands = Commands(document, self)
        self._commands.refused.connect(self.refused)
        self._keyboard = Keyboard(self.figure, selection, self._commands)
        self._paper = Paper(self, self.figure)
        self._pointing = Pointing(self.figure, self)
        self._backdrop = Backdrop(self.figure, theme, self)
        self._gesture: Gesture | None = None
        self._pressed: Hit | None = None
        self._space = False
        self._set_up_widget()
        self.figure.refreshed.connect(self._paper.follow)
        document.replaced.connect(self._on_replaced)
        # What a gesture carries may be gone: undo works from the keyboard during a drag.
        document.layer_removed.connect(self._drop_gesture)
        self.retranslate()

    def _set_up_widget(self) -> None:
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        # Fixed: bars that come and go resize the viewport and redraw everything.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Canvas"))
        self.setAccessibleDescription(
            self.tr("The network as a figure. Tab goes from layer to layer; the outline lists all.")
        )
        self.figure.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self.figure.set_base_font(self.font())
            self._paper.set_text_size(self.font())
        super().changeEvent(event)

    # For the window -----------------------------------------------------------------------

    def fit(self) -> None:
        """Show the whole network, as large as is sensible."""
        self._paper.fit()

    def zoom_in(self) -> None:
        self._paper.zoom_by(1.25)

    def zoom_out(self) -> None:
        self._paper.zoom_by(1 / 1.25)

    def zoom_reset(self) -> None:
        self._paper.zoom_reset()

    def select_all(self) -> None:
        """Select every layer."""
        layers = frozenset(layer.id for layer in self._document.project.layers)
        self._selection.set(Selected(layers=layers))

    def delete_selection(self) -> None:
        """Delete what is selected, in one undo entry."""
        if self._commands.remove(self._selection.current):
            self._selection.clear()

    def add(self, kind: str) -> None:
        """Place something without a mouse; a layer is linked from the one selected layer."""
        layers = self._keyboard.selected_layers()
        if kind == "neuron" and len(layers) == 1:
            self._commands.add_unit(next(iter(layers)))
            return
        spots = self.figure.project_places
        # A layer that computes continues the selected one.
        before = next(iter(layers)) if len(layers) == 1 and kind != "input" else None
        if before is not None:
            wanted = spots[before] + QPointF(COLUMN_GAP, 0.0)
        elif spots:
            last = max(spots.values(), key=lambda at: at.x())
            wanted = QPointF(last.x() + COLUMN_GAP, last.y())
        else:
            wanted = QPointF(self.mapToScene(self.viewport().rect().center()))
        column = Column(units_for(self._document.project, kind))
        taken = (item.column.bounds.translated(item.pos()) for item in self.figure.layers.values())
        at = free_place(wanted, column.bounds, taken)
        self._select_layer(self._commands.add_layer(kind, at, spots, before))

    def show_parameters(self, vector: NDArray[np.floating] | None) -> None:
        """Show the weights of a training snapshot; None returns to the document's."""
        self.figure.show_parameters(vector)

    def _select_layer(self, layer: str | None) -> None:
        if layer is not None:
            self._selection.set(Selected(layers=frozenset({layer})))

    def _on_replaced(self) -> None:
        self._drop_gesture()
        self._selection.clear()
        self._paper.fit()

    # Gestures -----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        screen = event.position().toPoint()
        at = self.mapToScene(screen)
        left = event.button() == Qt.MouseButton.LeftButton
        if self._gesture is not None:
            return
        if event.button() == Qt.MouseButton.MiddleButton or (left and self._space):
            self._paper.let_go()
            self._begin(Pan(self, screen))
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif left:
            adding = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._press(hit(self.figure, at, self._paper.zoom), at, adding=adding)
        event.accept()

    def _press(self, found: Hit, at: QPointF, *, adding: bool) -> None:
        self._pointing.leave()
        if found.kind in ("right port", "left port"):
            from_right = found.kind == "right port"
            self._begin(DrawLink(self.figure, self._commands, found.layer, from_right=from_right))
        elif found.kind in ("nothing", "loss"):
            self._begin(SelectByBand(self.figure, self._selection, at, adding=adding))
        elif found.kind == "edge":
            self._select(self._pointing.selected_by(found), adding=adding)
        else:
            chosen = self._pointing.selected_by(found)
            if adding or not contains(self._selection.current, chosen):
                self._select(chosen, adding=adding)
            else:
                self._pressed = found
            layers = self._selection.current.layers
            carried = layers if found.layer in layers else frozenset({found.layer})
            threshold = QApplication.startDragDistance() / self._paper.zoom
            self._begin(MoveLayers(self.figure, self._commands, carried, at, threshold))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pointer = self._pointer(event.position())
        if self._gesture is not None:
            self._gesture.move(pointer)
        elif not self._space:
            found = hit(self.figure, pointer.at, self._paper.zoom)
            self.viewport().setCursor(self._pointing.point(found, pointer.at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture, pressed = self._gesture, self._pressed
        self._gesture = self._pressed = None
        if gesture is None:
            return
        gesture.move(self._pointer(event.position()))
        gesture.end()
        if isinstance(gesture, Pan):
            self._show_resting_cursor()
        elif isinstance(gesture, MoveLayers):
            if gesture.has_moved:
                self._paper.let_go()
            elif pressed is not None:
                # A click, not a drag, on one of several selected things: only that one.
                self._selection.set(self._pointing.selected_by(pressed))
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click on an edge takes its whole link."""
        at = self.mapToScene(event.position().toPoint())
        found = hit(self.figure, at, self._paper.zoom)
        row = self.figure.table.edge(found.edge) if found.kind == "edge" else None
        if row is None:
            self.mousePressEvent(event)
        else:
            self._selection.set(Selected(links=frozenset({row[0]})))

    def _pointer(self, position: QPointF) -> Pointer:
        screen = position.toPoint()
        return Pointer(self.mapToScene(screen), screen)

    def _begin(self, gesture: Gesture) -> None:
        self._gesture = gesture

    def _drop_gesture(self, _layer: str = "") -> None:
        if self._gesture is not None:
            self._gesture.cancel()
            self._gesture = self._pressed = None
            self._show_resting_cursor()

    def _select(self, chosen: Selected, *, adding: bool) -> None:
        self._selection.set(toggled(self._selection.current, chosen) if adding else chosen)

    def _show_resting_cursor(self) -> None:
        shape = Qt.CursorShape.OpenHandCursor if self._space else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    # Dropping from the palette ------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        kind = mime.kind_of(event.mimeData())
        if kind is None:
            event.ignore()
            return
        self._drop_gesture()
        units = units_for(self._document.project, kind)
        self._gesture = DropKind(self.figure, self._commands, kind, units)
        event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not isinstance(self._gesture, DropKind):
            event.ignore()
            return
        self._gesture.move(self._pointer(event.position()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_gesture()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        gesture = self._gesture
        if not isinstance(gesture, DropKind):
            event.ignore()
            return
        self._gesture = None
        gesture.move(self._pointer(event.position()))
        gesture.end()
        self._select_layer(gesture.added)
        event.acceptProposedAction()
        self.setFocus()

    # Keys ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            return self._escape()
        if key == Qt.Key.Key_Space:
            self._space = True
            if self._gesture is None:
                self._show_resting_cursor()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_selection()
        elif key in ARROWS:
            far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if not self._keyboard.press_arrow(key, far=far):
                self._paper.scroll(QPoint(*ARROWS[Qt.Key(key)]) * _SCROLL_STEP)
        elif key == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.select_all()
        else:
            return False
        return True

    def _escape(self) -> bool:
        """Cancel the gesture, else clear the selection; with neither, Esc is for the window."""
        if self._gesture is not None:
            self._drop_gesture()
            return True
        had_selection = bool(self._selection.current)
        self._selection.clear()
        return had_selection

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            if self._gesture is None:
                self._show_resting_cursor()
        elif event.key() in ARROWS and not event.isAutoRepeat():
            self._document.end_merge()
        super().keyReleaseEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        return self._keyboard.walk(1 if forwards else -1) or super().focusNextPrevChild(forwards)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space = False
        super().focusOutEvent(event)

    # Paper and pointer --------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._paper.wheel(event)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._paper.resized()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self.mapToScene(event.pos())
            text = self._pointing.explain(
                self._document.project, hit(self.figure, at, self._paper.zoom)
            )
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self._pointing.leave()
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.figure.ensure_fresh()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._backdrop.draw(painter, QRectF(self.viewport().rect()))
        painter.end()
