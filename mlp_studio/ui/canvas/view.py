"""The canvas widget: it hands mouse, keys, wheel and drops to those who know what they mean."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
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
from PySide6.QtWidgets import QGraphicsView, QToolTip, QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selection
from mlp_studio.document.stepper import StepCursor
from mlp_studio.ui import mime
from mlp_studio.ui.canvas.acts import Acts
from mlp_studio.ui.canvas.backdrop import Backdrop
from mlp_studio.ui.canvas.check_overlay import CheckOverlay
from mlp_studio.ui.canvas.finding import layers_of, place_of, rect_of
from mlp_studio.ui.canvas.flow import Flow
from mlp_studio.ui.canvas.hands import Hands
from mlp_studio.ui.canvas.heat_maps import HeatMaps
from mlp_studio.ui.canvas.hits import Hit
from mlp_studio.ui.canvas.keyboard import ARROWS, Keyboard
from mlp_studio.ui.canvas.motion import Motion
from mlp_studio.ui.canvas.observed import Observed
from mlp_studio.ui.canvas.overview import Overview
from mlp_studio.ui.canvas.paper import Paper
from mlp_studio.ui.canvas.path_overlay import PathOverlay
from mlp_studio.ui.canvas.pointing import Pointing
from mlp_studio.ui.canvas.problem_note import ProblemNote
from mlp_studio.ui.canvas.scene import NetworkScene
from mlp_studio.ui.canvas.weighing import Weight
from mlp_studio.ui.canvas.weight_editor import WeightEditor
from mlp_studio.ui.mime import PaletteItem
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.theme import ThemeModel

_SCROLL_STEP = 60


class NetworkView(QGraphicsView):
    """Shows the document's network and lets it be built by hand.

    `refused` says in one sentence why something could not be done; `menu_wanted` asks for the menu
    of what is under the pointer, at a place of the screen; `link_opened` for a link's weights.
    """

    refused = Signal(str)
    menu_wanted = Signal(object, QPoint)
    link_opened = Signal(str)
    placed = Signal()
    """What was armed in the palette was placed or given up."""

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
        self.figure = NetworkScene(Observed(document, cursor, selection, theme, numbers), self)
        self.setScene(self.figure)
        self.motion = Motion(self.figure)
        self.acts = Acts(self.figure, self.motion, self)
        self._keyboard = Keyboard(self.figure, selection, self.acts.moving)
        self.paper = Paper(self, self.figure)
        self._pointing = Pointing(self.figure, self)
        self._backdrop = Backdrop(self.figure, theme, self)
        self.heat_maps = HeatMaps(self.figure)
        self.flow = Flow(self.figure)
        self.path_overlay = PathOverlay(self.figure)
        self.check_overlay = CheckOverlay(self.figure)
        self.hands = Hands(self, self.figure, self.paper, self._pointing, self.acts, self.heat_maps)
        self._set_up_widget()
        self.overview = Overview(self, self.figure, self.paper)
        self.weight_editor = WeightEditor(self.viewport(), self.acts.weighing, numbers)
        self.problem_note = ProblemNote(self.viewport(), self.acts.applier)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        document, hands = self._document, self.hands
        for part in (self.acts.applier, self.acts.copying, hands):
            part.refused.connect(self.refused)
        hands.placed.connect(self.placed)
        hands.link_opened.connect(self.link_opened)
        hands.weight_wanted.connect(self._type_weight)
        hands.badge_clicked.connect(self.show_problems)
        self.figure.refreshed.connect(self.paper.follow)
        document.replaced.connect(self._on_replaced)
        # What a gesture carries may be gone: undo works from the keyboard during a drag.
        document.layer_removed.connect(hands.drop_gesture)

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
            self.paper.set_text_size(self.font())
        super().changeEvent(event)

    # For the window -----------------------------------------------------------------------

    def fit(self) -> None:
        """Show the whole network, as large as is sensible."""
        self.paper.fit()

    def zoom_in(self) -> None:
        self.paper.zoom_by(1.25)

    def zoom_out(self) -> None:
        self.paper.zoom_by(1 / 1.25)

    def fit_selection(self) -> None:
        """Show what is selected as large as is sensible."""
        layers = layers_of(self._document.project, self.acts.chosen)
        self.paper.fit_to(rect_of(self.figure, layers))

    def arm(self, item: PaletteItem | None) -> None:
        """The next click on the canvas places this; None for nothing."""
        self.hands.arm(item)

    def show_parameters(self, vector: NDArray[np.floating] | None) -> None:
        """Show the weights of a training snapshot; None returns to the document's."""
        self.figure.show_parameters(vector)

    def show_problems(self, layer: str) -> None:
        """Open what is wrong with a layer beside it, with what mends it."""
        item = self.figure.layers[layer]
        at = self.mapFromScene(item.pos() + item.column.badge.center())
        foot = self.mapFromScene(item.pos() + item.column.bounds.bottomLeft())
        self.problem_note.show_problems(layer, QPointF(at), foot.y())

    def edit_selected_weight(self) -> bool:
        """Type the weight of the one selected edge, or the bias of the one unit."""
        chosen = self.acts.chosen
        if len(chosen.edges) == 1 and not chosen.units:
            self._type_weight(Weight(*next(iter(chosen.edges))))
        elif len(chosen.units) == 1 and not chosen.edges:
            layer, unit = next(iter(chosen.units))
            if self.figure.table.bias_row(layer, unit) is None:
                return False
            self._type_weight(Weight(layer, unit))
        else:
            return False
        return True

    def _on_replaced(self) -> None:
        self.hands.drop_gesture()
        self._selection.clear()
        self.figure.unfolded.clear()
        self.paper.fit()

    def _type_weight(self, weight: Weight) -> None:
        at = place_of(self.figure, weight)
        if at is not None:
            self.weight_editor.edit(weight, QPointF(self.mapFromScene(at)))

    # The mouse ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.motion.stop()
        self.problem_note.hide()
        self.hands.press(event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hands.move(event.position(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.hands.release(event)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.hands.double_click(event)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        found = self.hands.under(self.mapToScene(event.pos())) if by_mouse else Hit("nothing")
        if by_mouse:
            self.hands.escape()
            self.hands.select_for_menu(found)
        at = event.globalPos() if by_mouse else self.mapToGlobal(self.rect().center())
        self.menu_wanted.emit(found, at)
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        item = mime.item_of(event.mimeData())
        if item is None or not self.hands.begin_drop(item):
            event.ignore()
            return
        event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        _answer(event, accepted=self.hands.move_drop(event.position()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hands.drop_gesture()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        done = self.hands.end_drop(event.position())
        _answer(event, accepted=done)
        if done:
            self.setFocus()

    # Keys ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            return self._escape()
        if self.hands.press_key(key):
            return True
        if key in ARROWS:
            self._press_arrow(event)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.acts.delete()
        elif key == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.acts.select_all()
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self.edit_selected_weight()
        else:
            return False
        return True

    def _press_arrow(self, event: QKeyEvent) -> None:
        key, keys = event.key(), event.modifiers()
        if keys & Qt.KeyboardModifier.ControlModifier:
            self._keyboard.carry(key)
            return
        far = bool(keys & Qt.KeyboardModifier.ShiftModifier)
        if not self._keyboard.press_arrow(key, far=far):
            self.paper.scroll(QPoint(*ARROWS[Qt.Key(key)]) * _SCROLL_STEP)

    def _escape(self) -> bool:
        """Cancel the gesture, else clear the selection; with neither, Esc is for the window."""
        if self.problem_note.isVisible():
            self.problem_note.hide()
            return True
        if self.hands.escape():
            return True
        had_selection = bool(self._selection.current)
        self._selection.clear()
        return had_selection

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.hands.release_space()
        elif event.key() in ARROWS and not event.isAutoRepeat():
            self._document.end_merge()
        super().keyReleaseEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        return self._keyboard.walk(1 if forwards else -1) or super().focusNextPrevChild(forwards)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.hands.release_space()
        super().focusOutEvent(event)

    # Paper and pointer --------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.weight_editor.give_up()
        self.problem_note.hide()
        self.paper.wheel(event)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.paper.resized()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self.mapToScene(event.pos())
            found = self.hands.under(at)
            text = self._pointing.explain(self._document.project, found)
            if found.kind == "matrix":
                text = self.heat_maps.explain(at)
            elif found.kind == "edge":
                text = "\n".join(filter(None, (text, self.check_overlay.explain(found.edge))))
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self._pointing.leave()
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.figure.ensure_fresh()
        self.figure.look_from(self.paper.zoom)
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._backdrop.show(painter, QRectF(self.viewport().rect()))
        painter.end()


def _answer(event: QDropEvent, *, accepted: bool) -> None:
    if accepted:
        event.acceptProposedAction()
    else:
        event.ignore()
