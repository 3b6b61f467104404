"""The canvas's twin for keyboards and screen readers: the same network as a list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selected, Selection
from mlp_studio.ui.panels.outline_model import OutlineModel

_Flag = QItemSelectionModel.SelectionFlag


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
            wanted = QItemSelection()
            indexes = self._model.indexes_of(self._selection.current)
            for index in indexes:
                wanted.select(index, index)
            self.selectionModel().select(wanted, _Flag.ClearAndSelect | _Flag.Rows)
            if indexes:
                self.selectionModel().setCurrentIndex(indexes[0], _Flag.NoUpdate)
                self.scrollTo(indexes[0])
        finally:
            self._showing = False

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
