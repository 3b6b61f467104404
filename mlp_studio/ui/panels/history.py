"""Every change since the project was opened, as a diary one can go back in."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from mlp_studio.document.document import Document
from mlp_studio.ui.panels.labels import RoleLabel
from mlp_studio.ui.panels.panel import MARGIN
from mlp_studio.ui.theme import ThemeModel

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class HistoryModel(QAbstractListModel):
    """Row 0 is the project before all changes, row n the state after change number n.

    Unlike Qt's own model of an undo stack it only shows: going somewhere is the document's work,
    because a run has to end first.
    """

    def __init__(self, document: Document, theme: ThemeModel) -> None:
        super().__init__()
        self._stack = document.undo_stack
        self._theme = theme
        self._rows = self._stack.count() + 1
        self._now = QFont()
        self._now.setWeight(QFont.Weight.DemiBold)
        self._stack.index_changed.connect(self._follow)
        self._stack.clean_changed.connect(self.announce)
        theme.changed.connect(self.announce)

    @property
    def current(self) -> int:
        """The row of the state the document is in."""
        return self._stack.index()

    def announce(self) -> None:
        """Every row may read differently."""
        self.dataChanged.emit(self.index(0), self.index(self._rows - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else self._rows

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == _Role.DisplayRole:
            return self._text(index.row())
        if role == _Role.ToolTipRole:
            return self._label(index.row())
        if role == _Role.AccessibleTextRole:
            return self._spoken(index.row())
        if role == _Role.ForegroundRole and index.row() > self.current:
            return self._theme.theme.muted
        if role == _Role.FontRole and index.row() == self.current:
            return self._now
        return None

    def _label(self, row: int) -> str:
        return self._stack.text(row - 1) if row else self.tr("Start")

    def _text(self, row: int) -> str:
        saved = 0 < row == self._stack.clean_index()
        text = self.tr("{label} · saved") if saved else "{label}"
        return text.format(label=self._label(row))

    def _spoken(self, row: int) -> str:
        """The row with how it stands to now, for a screen reader."""
        text = "{label}"
        if row == self.current:
            text = self.tr("{label}, now")
        elif row > self.current:
            text = self.tr("{label}, undone")
        return text.format(label=self._text(row))

    def _follow(self) -> None:
        rows = self._stack.count() + 1
        if rows > self._rows:
            self.beginInsertRows(QModelIndex(), self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()
        elif rows < self._rows:
            self.beginRemoveRows(QModelIndex(), rows, self._rows - 1)
            self._rows = rows
            self.endRemoveRows()
        self.announce()


class _Diary(QListView):
    """The arrow keys walk through it, letters jump nowhere."""

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: a letter typed by mistake must not change the project."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class History(QWidget):
    """A click, or Enter, goes to the state of a row; the present one is selected."""

    def __init__(
        self, *, document: Document, theme: ThemeModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._model = HistoryModel(document, theme)
        self.rows = _Diary()
        self.rows.setModel(self._model)
        self.rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setUniformItemSizes(True)
        self.rows.setStyleSheet(f"QListView::item {{ padding: 0 {MARGIN}px; }}")
        self.hint = RoleLabel("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._hint_room = QWidget()
        room = QVBoxLayout(self._hint_room)
        room.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        room.addWidget(self.hint)
        room.addStretch()
        column.addWidget(self._hint_room, 1)
        column.addWidget(self.rows, 1)
        self.setFocusProxy(self.rows)
        self.rows.clicked.connect(self._go)
        self.rows.activated.connect(self._go)
        document.undo_stack.index_changed.connect(self._follow)
        self.retranslate()
        self._follow()

    def retranslate(self) -> None:
        self.rows.setAccessibleName(self.tr("History of changes"))
        self.hint.setText(
            self.tr("Every change will stand here; a click on one goes back to how it was then.")
        )
        self._model.announce()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _follow(self) -> None:
        """Mark where the document stands now."""
        is_empty = self._model.rowCount() == 1
        self._hint_room.setVisible(is_empty)
        self.rows.setVisible(not is_empty)
        current = self._model.index(self._model.current)
        self.rows.setCurrentIndex(current)
        self.rows.scrollTo(current)

    def _go(self, index: QModelIndex) -> None:
        if index.row() != self._model.current:
            self._document.go_to(index.row())
        self._follow()
