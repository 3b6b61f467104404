"""From mouse and keys to gestures: which gesture a press begins, and what its end leaves behind."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QGraphicsView

from mlp_studio.document.selection import Selected, Selection, Unit
from mlp_studio.project.errors import ProjectFileError
from mlp_studio.ui.canvas.acts import Acts
from mlp_studio.ui.canvas.choosing import contains, toggled
from mlp_studio.ui.canvas.gestures.carrying import MoveLayers, MoveUnits
from mlp_studio.ui.canvas.gestures.dropping import Drop
from mlp_studio.ui.canvas.gestures.gesture import Gesture, Pointer
from mlp_studio.ui.canvas.gestures.linking import DrawLink
from mlp_studio.ui.canvas.gestures.looking import Pan, SelectByBand
from mlp_studio.ui.canvas.gestures.weighing import DragWeight
from mlp_studio.ui.canvas.heat_maps import HeatMaps
from mlp_studio.ui.canvas.hits import Hit, hit
from mlp_studio.ui.canvas.paper import Paper
from mlp_studio.ui.canvas.pointing import Pointing
from mlp_studio.ui.canvas.scene import NetworkScene
from mlp_studio.ui.canvas.weighing import Weight
from mlp_studio.ui.mime import PaletteItem


class Hands(QObject):
    """Holds the one gesture there is at a time.

    `placed` is emitted when something armed in the palette was placed, or given up; `weight_wanted`
    asks for a number to be typed, and `badge_clicked` for the problems of a layer.
    """

    placed = Signal()
    weight_wanted = Signal(object)
    badge_clicked = Signal(str)
    link_opened = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        view: QGraphicsView,
        scene: NetworkScene,
        paper: Paper,
        pointing: Pointing,
        acts: Acts,
        heat_maps: HeatMaps,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._scene = scene
        self._paper = paper
        self._pointing = pointing
        self._acts = acts
        self._heat_maps = heat_maps
        self._selection: Selection = scene.observed.selection
        self._gesture: Gesture | None = None
        self._pressed: Hit | None = None
        self._armed: PaletteItem | None = None
        self._space = False

    @property
    def are_busy(self) -> bool:
        return self._gesture is not None

    @property
    def armed(self) -> PaletteItem | None:
        """What a click on the canvas would place."""
        return self._armed

    # The mouse ----------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        pointer = self._pointer(event.position(), event.modifiers())
        left = event.button() == Qt.MouseButton.LeftButton
        if self._armed is not None and left:
            self._place_armed(pointer)
        elif self._gesture is not None and self._armed is None:
            return
        elif event.button() == Qt.MouseButton.MiddleButton or (left and self._space):
            self.drop_gesture()
            self._paper.let_go()
            self._gesture = Pan(self._view, pointer.screen)
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif left:
            self._begin(self.under(pointer.at), pointer)

    def move(self, position: QPointF, keys: Qt.KeyboardModifier) -> None:
        pointer = self._pointer(position, keys)
        if self._armed is not None and self._gesture is None:
            self._gesture = self._drop(self._armed)
        if self._gesture is not None:
            self._gesture.move(pointer)
        elif not self._space:
            cursor = self._pointing.point(self.under(pointer.at), pointer.at)
            self._view.viewport().setCursor(cursor)

    def release(self, event: QMouseEvent) -> None:
        gesture, pressed = self._gesture, self._pressed
        if gesture is None or self._armed is not None:
            return
        self._gesture = self._pressed = None
        gesture.move(self._pointer(event.position(), event.modifiers()))
        gesture.end()
        if isinstance(gesture, Pan):
            self._show_resting_cursor()
        elif isinstance(gesture, MoveLayers | MoveUnits):
            if gesture.has_moved:
                self._paper.let_go()
            elif pressed is not None:
                # A click, not a drag, on one of several selected things: only that one.
                self._selection.set(self._pointing.selected_by(pressed))

    def double_click(self, event: QMouseEvent) -> None:
        """On a number: type it. On an edge: its whole link. On a layer's "more": unfold it."""
        self.drop_gesture()
        found = self.under(self._pointer(event.position(), event.modifiers()).at)
        row = self._scene.table.edge(found.edge) if found.kind == "edge" else None
        if found.kind == "matrix":
            self.link_opened.emit(found.link)
        elif found.on_number:
            self.weight_wanted.emit(self._weight(found.edge))
        elif row is not None:
            self._selection.set(Selected(links=frozenset({row[0]})))
            self.link_opened.emit(row[0])
        else:
            self.press(event)

    def select_for_menu(self, found: Hit) -> None:
        """A right click selects what is under it, unless that is selected already."""
        if found.kind in ("nothing", "loss"):
            self._selection.clear()
            return
        chosen = self._pointing.selected_by(found)
        if not contains(self._selection.current, chosen):
            self._selection.set(chosen)

    def under(self, at: QPointF) -> Hit:
        """The foremost thing at a place of the scene."""
        found = hit(self._scene, at, self._paper.zoom)
        if found.kind in ("nothing", "edge", "layer"):
            link = self._heat_maps.link_at(at)
            if link is not None:
                return Hit("matrix", link=link)
        return found

    # Things from the palette --------------------------------------------------------------

    def begin_drop(self, item: PaletteItem) -> bool:
        """Something is dragged over the canvas; False if it cannot be read."""
        self.drop_gesture()
        self._gesture = self._drop(item)
        return self._gesture is not None

    def move_drop(self, position: QPointF) -> bool:
        if not isinstance(self._gesture, Drop):
            return False
        self._gesture.move(self._pointer(position))
        return True

    def end_drop(self, position: QPointF) -> bool:
        gesture = self._gesture
        if not isinstance(gesture, Drop):
            return False
        self._gesture = None
        gesture.move(self._pointer(position))
        gesture.end()
        if gesture.placed is not None:
            self._selection.set(gesture.placed)
        return True

    def arm(self, item: PaletteItem | None) -> None:
        """From now on a click places this, until it is placed or given up; None gives up."""
        self.drop_gesture()
        self._armed = item

    # Keys ---------------------------------------------------------------------------------

    def press_key(self, key: int) -> bool:
        """Keys that belong to a gesture, or begin one."""
        if self._gesture is not None and self._gesture.press_key(key):
            return True
        if key == Qt.Key.Key_Space:
            self._hold_space(True)
            return True
        return False

    def release_space(self) -> None:
        self._hold_space(False)

    def escape(self) -> bool:
        """Cancel the gesture, or put down what was to be placed; False if there was neither."""
        busy = self._gesture is not None or self._armed is not None
        if self._armed is not None:
            self._armed = None
            self.placed.emit()
        self.drop_gesture()
        return busy

    def drop_gesture(self, _layer: str = "") -> None:
        if self._gesture is not None:
            self._gesture.cancel()
            self._gesture = self._pressed = None
            self._show_resting_cursor()

    # Which gesture ------------------------------------------------------------------------

    def _begin(self, found: Hit, pointer: Pointer) -> None:
        self._pointing.leave(keep_unit=found.kind == "unit port")
        adding = bool(pointer.keys & Qt.KeyboardModifier.ShiftModifier)
        begin: dict[str, Callable[[Hit, Pointer, bool], None]] = {
            "right port": self._begin_link,
            "left port": self._begin_link,
            "unit port": self._begin_link,
            "nothing": self._begin_band,
            "loss": self._begin_band,
            "edge": self._press_edge,
            "matrix": self._press_matrix,
            "fold": self._fold,
            "badge": self._press_badge,
            "unit": self._press_thing,
            "layer": self._press_thing,
        }
        begin[found.kind](found, pointer, adding)

    def _begin_link(self, found: Hit, _pointer: Pointer, _adding: bool) -> None:
        from_unit = found.kind == "unit port"
        from_right = found.side == "right" if from_unit else found.kind == "right port"
        start = (found.layer, found.unit if from_unit else None)
        self._gesture = DrawLink(self._scene, self._acts.building, start, from_right=from_right)

    def _begin_band(self, _found: Hit, pointer: Pointer, adding: bool) -> None:
        self._gesture = SelectByBand(self._scene, self._selection, pointer.at, adding=adding)

    def _press_edge(self, found: Hit, pointer: Pointer, adding: bool) -> None:
        self._select(self._pointing.selected_by(found), adding=adding)
        if found.on_number and not adding:
            self._gesture = DragWeight(
                self._scene,
                self._acts.weighing,
                self._weight(found.edge),
                pointer,
                QApplication.startDragDistance(),
            )

    def _press_matrix(self, found: Hit, _pointer: Pointer, adding: bool) -> None:
        self._select(Selected(links=frozenset({found.link})), adding=adding)

    def _fold(self, found: Hit, _pointer: Pointer, _adding: bool) -> None:
        self._scene.set_unfolded(found.layer, found.layer not in self._scene.unfolded)

    def _press_badge(self, found: Hit, _pointer: Pointer, _adding: bool) -> None:
        self._select(Selected(layers=frozenset({found.layer})), adding=False)
        self.badge_clicked.emit(found.layer)

    def _press_thing(self, found: Hit, pointer: Pointer, adding: bool) -> None:
        chosen = self._pointing.selected_by(found)
        if adding or not contains(self._selection.current, chosen):
            self._select(chosen, adding=adding)
        else:
            self._pressed = found
        threshold = QApplication.startDragDistance() / self._paper.zoom
        current = self._selection.current
        if found.kind == "unit" and found.layer not in current.layers:
            units: set[Unit] = set(current.units) | {(found.layer, found.unit)}
            self._gesture = MoveUnits(
                self._scene, self._acts.moving, self._selection, list(units), pointer.at, threshold
            )
            return
        layers = current.layers if found.layer in current.layers else frozenset({found.layer})
        self._gesture = MoveLayers(self._scene, self._acts.moving, layers, pointer.at, threshold)

    def _weight(self, row: int) -> Weight:
        table = self._scene.table
        edge = table.edge(row)
        if edge is not None:
            return Weight(*edge)
        return Weight(table.layers[table.target[row]], int(table.j[row]))

    def _drop(self, item: PaletteItem) -> Drop | None:
        try:
            template = self._acts.template(item)
        except (ProjectFileError, OSError) as error:
            self._armed = None
            self.refused.emit(str(error))
            return None
        acts = self._acts
        return Drop(self._scene, acts.building, acts.landings, item, template)

    def _place_armed(self, pointer: Pointer) -> None:
        if self._gesture is None and self._armed is not None:
            self._gesture = self._drop(self._armed)
        self._armed = None
        self.end_drop(QPointF(pointer.screen))
        self.placed.emit()

    def _select(self, chosen: Selected, *, adding: bool) -> None:
        current = self._selection.current
        self._selection.set(toggled(current, chosen) if adding else chosen)

    def _pointer(
        self,
        position: QPointF,
        keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> Pointer:
        screen: QPoint = position.toPoint()
        return Pointer(self._view.mapToScene(screen), screen, self._paper.zoom, keys)

    def _hold_space(self, held: bool) -> None:
        self._space = held
        if self._gesture is None:
            self._show_resting_cursor()

    def _show_resting_cursor(self) -> None:
        shape = Qt.CursorShape.OpenHandCursor if self._space else Qt.CursorShape.ArrowCursor
        self._view.viewport().setCursor(shape)
