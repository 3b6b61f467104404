"""The canvas's twin for keyboards and screen readers: the same network as a list."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Qt,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selected, Selection
from mlp_studio.ui.panels.outline_model import OutlineModel

_Flag = QItemSelectionModel.SelectionFlag

_MANY = 1000
"""A link with more edges is not opened only because one of them is selected elsewhere."""


class Outline(QTreeView):
    """Selecting here selects on the canvas, and the other way round."""

    def __init__(
        self, *, document: Document, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._selection = selection
        self._showing = False
        self._selecting = False
        self._model = OutlineModel(document)
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setIndentation(16)
        self._model.syncing.connect(self._ignore_selection)
        self._model.synced.connect(self._show_selection)
        selection.changed.connect(self._show_selection)
        self.selectionModel().selectionChanged.connect(self._select)
        self._show_selection()
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Outline of the network"))
        self.setToolTip(self.tr("Layers with their units, and links with their edges"))
        self._model.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _ignore_selection(self) -> None:
        self._showing = True

    def _show_selection(self) -> None:
        """Select the rows of what is selected in the window."""
        if self._selecting:
            return
        self._showing = True
        try:
            indexes = self._model.indexes_of(self._selection.current)
            self.selectionModel().select(_joined(indexes), _Flag.ClearAndSelect | _Flag.Rows)
            if indexes:
                self.selectionModel().setCurrentIndex(self._near(indexes[0]), _Flag.NoUpdate)
        finally:
            self._showing = False

    def _near(self, index: QModelIndex) -> QModelIndex:
        """The row itself; its parent where showing it would lay out thousands of others."""
        parent = index.parent()
        if self.isExpanded(parent) or self._model.rowCount(parent) <= _MANY:
            return index
        return parent

    def _select(self, *_changes: QItemSelection) -> None:
        if self._showing:
            return
        things = [self._model.thing_at(index) for index in self.selectedIndexes()]
        chosen = Selected(
            layers=frozenset().union(*(thing.layers for thing in things)),
            units=frozenset().union(*(thing.units for thing in things)),
            links=frozenset().union(*(thing.links for thing in things)),
            edges=frozenset().union(*(thing.edges for thing in things)),
        )
        # What comes back from this is what the person did here: their current row stays.
        self._selecting = True
        try:
            self._selection.set(chosen)
        finally:
            self._selecting = False


def _joined(indexes: list[QModelIndex]) -> QItemSelection:
    """The rows as few ranges: thousands of single ones take Qt seconds."""
    selection = QItemSelection()
    first = last = QModelIndex()
    for index in sorted(indexes, key=lambda index: (index.internalId(), index.row())):
        if last.isValid() and index == last.siblingAtRow(last.row() + 1):
            last = index
            continue
        if first.isValid():
            selection.append(QItemSelectionRange(first, last))
        first = last = index
    if first.isValid():
        selection.append(QItemSelectionRange(first, last))
    return selection
