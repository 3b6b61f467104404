"""The names above the columns of the table: clicked to sort, and an input's can be changed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QMenu, QWidget

from mlp_studio.ui.panels.table.model import SheetModel
from mlp_studio.ui.panels.table.sorting import Sorting


class _NameLine(QLineEdit):
    """Lies over a name: Enter or leaving it takes what was typed, Esc drops it."""

    named = Signal(str)

    def __init__(self, parent: QWidget, text: str) -> None:
        super().__init__(text, parent)
        self.setStyleSheet("padding: 0 4px; border-radius: 0;")
        self.editingFinished.connect(self._finish)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setModified(False)
            self._finish()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._finish()

    def _finish(self) -> None:
        text, is_changed = self.text(), self.isModified()
        self.setModified(False)
        if not self.isHidden():
            self.hide()
            self.deleteLater()
        if is_changed:
            self.named.emit(text)


class SheetHeader(QHeaderView):
    """Sorts on its own; says which column is to be called what."""

    sorting_asked = Signal(object)
    """A Sorting, or None for the order of the data."""
    name_entered = Signal(int, str)
    """The section and its new name."""

    def __init__(self, model: SheetModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sheet_model = model
        self._named = -1
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHighlightSections(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)
        self.sectionClicked.connect(self._sort)

    def edit_name(self, section: int) -> QLineEdit:
        """Open a line over the name of an input."""
        self._named = section
        left = self.sectionViewportPosition(section)
        line = _NameLine(self.viewport(), self._sheet_model.column(section).name)
        line.setGeometry(QRect(left, 0, self.sectionSize(section), self.height()))
        line.setAccessibleName(self.tr("Name of the column"))
        line.named.connect(self._take_name)
        line.show()
        line.setFocus()
        line.selectAll()
        return line

    def menu(self, section: int) -> QMenu:
        """What can be done with a column."""
        menu = QMenu(self)
        column = self._sheet_model.column(section)
        for text, sorting in (
            (self.tr("Sort upward"), Sorting(column)),
            (self.tr("Sort downward"), Sorting(column, is_descending=True)),
            (self.tr("Order of the data"), None),
        ):
            menu.addAction(text).setData(sorting)
        for action in menu.actions():
            action.triggered.connect(self._sort_as_chosen)
        if column.kind == "input":
            menu.addSeparator()
            renaming = menu.addAction(self.tr("Rename…"))
            renaming.setData(section)
            renaming.triggered.connect(self._rename_chosen)
        return menu

    def _offer(self, place: QPoint) -> None:
        section = self.logicalIndexAt(place)
        if section >= 0:
            menu = self.menu(section)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(place))

    def _sort(self, section: int) -> None:
        column, before = self._sheet_model.column(section), self._sheet_model.sorting
        is_same = before is not None and before.column == column
        after = before.next() if is_same and before is not None else Sorting(column)
        self.sorting_asked.emit(after)

    def _sort_as_chosen(self) -> None:
        self.sorting_asked.emit(self.sender().data())  # type: ignore[attr-defined]  # a QAction

    def _rename_chosen(self) -> None:
        self.edit_name(self.sender().data())  # type: ignore[attr-defined]  # a QAction

    def _take_name(self, name: str) -> None:
        self.name_entered.emit(self._named, name)
