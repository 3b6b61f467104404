"""One section of the palette: entries to drag, to click and place, or to choose with a key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QFocusEvent, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QSizePolicy

from mlp_studio.ui import mime
from mlp_studio.ui.mime import PaletteItem
from mlp_studio.ui.panels.palette.drawing import ARMED, ITEM
from mlp_studio.ui.theme import ThemeModel

GAP = 6


class Section(QListWidget):
    """As high as its entries: the palette around it scrolls.

    `chosen` and `clicked_on` carry the PaletteItem, `reached` where in this widget the entry is
    that the keyboard went to.
    """

    chosen = Signal(object)
    clicked_on = Signal(object)
    let_go = Signal()
    dragged = Signal()
    reached = Signal(QRect)

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__()
        self._theme = theme
        self._armed: PaletteItem | None = None
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setAutoScroll(False)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.itemClicked.connect(self._click)
        self.itemDoubleClicked.connect(self.choose)
        self.itemChanged.connect(self.updateGeometry)
        theme.changed.connect(self.viewport().update)

    def show_armed(self, armed: PaletteItem | None) -> None:
        """Mark the entry the next click on the canvas places, if it is one of these."""
        self._armed = armed
        self.mark_armed()

    def mark_armed(self) -> None:
        """Mark it again, after the entries changed."""
        armed = self._armed
        for row in range(self.count()):
            item = self.item(row)
            item.setData(ARMED, armed is not None and item.data(ITEM) == armed)

    def row_of(self, wanted: PaletteItem) -> int:
        """-1 if none of the entries is that."""
        rows = (row for row in range(self.count()) if self.item(row).data(ITEM) == wanted)
        return next(rows, -1)

    def choose(self, item: QListWidgetItem) -> None:
        """Place it without a mouse; an entry that is nothing to place does nothing."""
        if (thing := item.data(ITEM)) is not None:
            self.chosen.emit(thing)

    def drag_picture(self, item: QListWidgetItem) -> QPixmap:
        """What hangs on the pointer: the entry as it looks."""
        return self.viewport().grab(self.visualItemRect(item))

    def mimeTypes(self) -> list[str]:
        return [mime.KIND]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        return mime.of(items[0].data(ITEM))

    def startDrag(self, _actions: Qt.DropAction) -> None:
        item = self.currentItem()
        if item is None or item.data(ITEM) is None:
            return
        self.dragged.emit()
        drag = QDrag(self)
        drag.setMimeData(self.mimeData([item]))
        picture = self.drag_picture(item)
        drag.setPixmap(picture)
        middle = picture.deviceIndependentSize() / 2
        drag.setHotSpot(QPoint(round(middle.width()), round(middle.height())))
        drag.exec(Qt.DropAction.CopyAction)

    def event(self, event: QEvent) -> bool:
        # Before a default button or a command of the window takes the key.
        if isinstance(event, QKeyEvent) and self.takes(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.press(event)
                return True
        return super().event(event)

    def takes(self, event: QKeyEvent) -> bool:
        """Whether the key is for this section, whatever it means elsewhere in the window."""
        if event.key() == Qt.Key.Key_Escape:
            return self._armed is not None
        return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0

    def press(self, event: QKeyEvent) -> None:
        """Do what a key that this section takes means."""
        if event.key() == Qt.Key.Key_Escape:
            self.let_go.emit()
        else:
            self.choose(self.currentItem())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        # Not on every change of the current entry: what the mouse presses must stay under it.
        self.reach()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.reach()

    def reach(self) -> None:
        """Say where the current entry is."""
        if self.currentItem() is not None:
            self.reached.emit(self.visualItemRect(self.currentItem()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        bottom = max(
            (self.visualItemRect(self.item(row)).bottom() + 1 for row in range(self.count())),
            default=0,
        )
        return QSize(200, bottom)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def _click(self, item: QListWidgetItem) -> None:
        if (thing := item.data(ITEM)) is not None:
            self.clicked_on.emit(thing)
