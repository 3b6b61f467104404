"""The view of the table: its keys, its menu, and columns as wide as what they hold needs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from mlp_studio.project.model import PARTS
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT
from mlp_studio.ui.panels.table.cells import MARK_ROOM, PADDING, CellDelegate
from mlp_studio.ui.panels.table.header import SheetHeader
from mlp_studio.ui.panels.table.model import SheetModel
from mlp_studio.ui.panels.table.sheet import Column, Sheet
from mlp_studio.ui.panels.table.wording import MISS, Wording
from mlp_studio.ui.theme import ThemeModel

Indices = NDArray[np.intp]
_Key = QKeySequence.StandardKey
_KEYS = (_Key.Copy, _Key.Paste, _Key.SelectAll, _Key.Delete)
"""What these keys do in the window is not meant while the table has the focus."""
_SPARE = 4
"""Letters reach beyond their advance."""
_AROUND_NAME = 2 * PADDING + 12
_WIDEST = 180
_MOST_CLASSES = 40
"""More names are not measured."""


class SheetView(QTableView):
    """Says what a person wants done with the chosen samples; does nothing itself."""

    chosen = Signal()
    """Other cells are selected."""
    sample_wanted = Signal(int)
    """A person went to another row: its sample."""

    def __init__(
        self, model: SheetModel, wording: Wording, theme: ThemeModel, numbers: NumberFormat
    ) -> None:
        super().__init__()
        self._sheet_model = model
        self._wording = wording
        self._numbers = numbers
        self._by_itself = False
        """While the current cell moves, but no person moved it."""
        self._delegate = CellDelegate(model, wording, theme, self)
        self.header = SheetHeader(model, self)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        # A click sorts. It must not select the column as well: Delete would mean all samples.
        self.header.sectionPressed.disconnect()
        self.header.sectionEntered.disconnect()
        # Of the table's selection the header would ask whether every single cell is in it.
        self.header.setSelectionModel(QItemSelectionModel(model, self.header))
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._make_actions()
        self.selectionModel().selectionChanged.connect(self._tell)
        self.selectionModel().currentRowChanged.connect(self._on_row)
        model.modelReset.connect(self.measure)
        theme.changed.connect(self.viewport().update)
        numbers.changed.connect(self.measure)
        self.measure()

    def _make_actions(self) -> None:
        self.copying = self._action(_Key.Copy)
        self.pasting = self._action(_Key.Paste)
        self._separate()
        self.using = QMenu(self)
        self.uses = {part: self.using.addAction("") for part in PARTS}
        self.using.addSeparator()
        self.by_shares = self.using.addAction("")
        self.addAction(self.using.menuAction())
        self._separate()
        self.deleting = self._action(_Key.Delete)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Samples of the data"))
        self.copying.setText(self.tr("Copy"))
        self.pasting.setText(self.tr("Paste"))
        self.deleting.setText(self.tr("Delete the samples"))
        self.using.setTitle(self.tr("Use for"))
        for part, action in self.uses.items():
            action.setText(self._wording.part(part))
        self.by_shares.setText(self.tr("Split by shares again"))
        self.measure()

    def chosen_samples(self) -> Indices:
        """The samples of which a cell is selected, in the order they are shown."""
        rows = [np.arange(each.top(), each.bottom() + 1) for each in self._ranges()]
        if not rows:
            return np.empty(0, np.intp)
        return self._sheet_model.samples(np.unique(np.concatenate(rows)))

    def chosen_cells(self) -> NDArray[np.bool_]:
        """Which cells are selected, (rows, columns)."""
        chosen = np.zeros((self._sheet_model.rowCount(), self._sheet_model.columnCount()), bool)
        for each in self._ranges():
            chosen[each.top() : each.bottom() + 1, each.left() : each.right() + 1] = True
        return chosen

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one and bring it into view, as if nobody had asked."""
        index = self._sheet_model.index(row, column)
        self._by_itself = True
        try:
            self.setCurrentIndex(index)
            self.scrollTo(index)
        finally:
            self._by_itself = False

    def measure(self) -> None:
        """Columns as wide as their widest text is likely to be; never by looking at all of it."""
        metrics = QFontMetrics(self.font())
        height = max(CONTROL_HEIGHT - 4, metrics.height() + 8)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        sheet = self._sheet_model.sheet
        if sheet is None:
            return
        number = max(self._numbers.text(value) for value in (-88.888888, -8.888888e-9))
        for section, column in enumerate(sheet.columns):
            texts = self._likely(sheet, column, number)
            widest = max(map(metrics.horizontalAdvance, texts)) + 2 * PADDING + _SPARE
            if column.kind == "class":
                widest += MARK_ROOM
            name = metrics.horizontalAdvance(f"{self._wording.name(column)} ↑") + _AROUND_NAME
            self.setColumnWidth(section, min(max(widest, name), _WIDEST))

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(key) for key in _KEYS)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        for key, action in (
            (_Key.Copy, self.copying),
            (_Key.Paste, self.pasting),
            (_Key.Delete, self.deleting),
        ):
            if event.matches(key):
                action.trigger()
                return
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            # The key that ends an edit comes here as well.
            is_editing = self.state() == QAbstractItemView.State.EditingState
            if self._sheet_model.column(index).is_editable and not is_editing:
                self.edit(index)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.measure()

    def _ranges(self) -> list[QItemSelectionRange]:
        return self.selectionModel().selection().toList()

    def _likely(self, sheet: Sheet, column: Column, number: str) -> list[str]:
        """Texts as long as those of a column are."""
        classes = [] if sheet.classes is None else list(sheet.classes.names[:_MOST_CLASSES])
        if column.kind == "number":
            return [self._wording.given(sheet, sheet.samples - 1, column)]
        if column.kind == "part":
            return [self._wording.part(part) for part in PARTS]
        if column.kind == "class":
            return classes
        if column.kind == "prediction" and classes:
            return [f"{MISS} {name}  {number}" for name in classes]
        return [number]

    def _action(self, keys: QKeySequence.StandardKey) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        # Only its place in the menu: the keys come by `keyPressEvent`.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(action)
        return action

    def _separate(self) -> None:
        separator = QAction(self)
        separator.setSeparator(True)
        self.addAction(separator)

    def _tell(self, _new: QItemSelection, _old: QItemSelection) -> None:
        self.chosen.emit()

    def _on_row(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._by_itself:
            self.sample_wanted.emit(self._sheet_model.sample(now))
