"""Tiles of the person's own templates: F2 renames one in its place, Delete asks to remove it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QMenu, QStyleOptionViewItem, QWidget

from mlp_studio.ui.panels.palette.drawing import ITEM, Index
from mlp_studio.ui.panels.palette.tiles import SKETCH, TileDelegate, Tiles
from mlp_studio.ui.theme import ThemeModel

_FIELD_PADDING = 8
"""Of a line's text to its border, so that the name stays where it was."""


class OwnTiles(Tiles):
    """`renamed` carries the old and the new name; nothing is renamed yet."""

    renamed = Signal(str, str)
    removal_wanted = Signal(str)

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__(theme, SKETCH)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.menu = QMenu(self)
        self.place = QAction(self.menu)
        self.rename = QAction(self.menu)
        self.remove = QAction(self.menu)
        self.menu.addActions((self.place, self.rename, self.remove))
        self.place.triggered.connect(self._place_current)
        self.rename.triggered.connect(self.rename_current)
        self.remove.triggered.connect(self.remove_current)
        self.retranslate()

    def retranslate(self) -> None:
        # Their keys are the tiles' own; a shortcut would be the window's.
        self.place.setText(self.tr("Place") + "\t" + self.tr("Enter"))
        self.rename.setText(self.tr("Rename") + "\tF2")
        self.remove.setText(self.tr("Delete…") + "\t" + self.tr("Del"))

    def make_delegate(self, theme: ThemeModel, picture: QSize) -> TileDelegate:
        return _RenamingDelegate(theme, self, picture)

    def rename_current(self) -> None:
        """Let the person type another name over that of the current tile."""
        if (item := self.currentItem()) is not None:
            self.editItem(item)
            self.reach()

    def remove_current(self) -> None:
        """Ask to remove the current template."""
        if (item := self.currentItem()) is not None:
            self.removal_wanted.emit(item.text())

    def takes(self, event: QKeyEvent) -> bool:
        mine = event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete)
        return (mine and self.currentItem() is not None) or super().takes(event)

    def press(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.rename_current()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_current()
        else:
            super().press(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        item = self.itemAt(event.pos()) if by_mouse else self.currentItem()
        if item is None:
            return
        self.setCurrentItem(item)
        self.place.setEnabled(item.data(ITEM) is not None)
        middle = self.viewport().mapToGlobal(self.visualItemRect(item).center())
        self.menu.popup(event.globalPos() if by_mouse else middle)

    def _place_current(self) -> None:
        if (item := self.currentItem()) is not None:
            self.choose(item)


class _RenamingDelegate(TileDelegate):
    def __init__(self, theme: ThemeModel, view: OwnTiles, picture: QSize) -> None:
        super().__init__(theme, view, picture)
        self._tiles = view

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QLineEdit:
        line = QLineEdit(parent)
        line.setAccessibleName(self._tiles.rename.text().partition("\t")[0])
        return line

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        tile = self.tile_rect(option.rect)
        room = self.text_rect(tile)
        field = QRect(0, 0, room.width() + 2 * _FIELD_PADDING - 4, editor.sizeHint().height())
        field.moveCenter(tile.center())
        field.moveLeft(room.left() - _FIELD_PADDING)
        editor.setGeometry(field)

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit) and editor.text() != index.data():
            self._tiles.renamed.emit(str(index.data()), editor.text())
