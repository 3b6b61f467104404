"""The view of a link's table: its keys, its menu, and cells of one size however many there are."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QHeaderView, QTableView

from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.matrix.choosing import flags_of, ranges_of
from mlp_studio.ui.panels.matrix.grid import Flags, Grid
from mlp_studio.ui.panels.matrix.model import MatrixModel
from mlp_studio.ui.panels.matrix.painting import PADDING, CellDelegate
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT
from mlp_studio.ui.theme import ThemeModel

_Key = QKeySequence.StandardKey
_Flag = QItemSelectionModel.SelectionFlag
_KEYS = (_Key.Copy, _Key.Paste, _Key.SelectAll, _Key.Delete)
"""What these keys do in the window is not meant while the table has the focus."""
_WIDEST_NAME = 120
_LOOKS = (
    "QTableCornerButton::section { background: transparent; border: none;"
    " border-bottom: 1px solid palette(mid); }"
    " QAbstractScrollArea::corner { background: transparent; border: none; }"
)


class MatrixTable(QTableView):
    """Says what a person wants done with the chosen cells; does nothing itself."""

    chosen = Signal()
    """Other cells are selected."""

    def __init__(self, model: MatrixModel, theme: ThemeModel, numbers: NumberFormat) -> None:
        super().__init__()
        self._matrix = model
        self._numbers = numbers
        self._delegate = CellDelegate(model, theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setStyleSheet(_LOOKS)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setTextElideMode(Qt.TextElideMode.ElideMiddle)
            header.setHighlightSections(False)
            # Later: both speak in the midst of counting their sections anew, and a header that is
            # asked for its size then reads sections that are gone.
            for changed in (header.geometriesChanged, header.sectionCountChanged):
                changed.connect(self.fit, Qt.ConnectionType.QueuedConnection)
        self.verticalHeader().setMaximumWidth(_WIDEST_NAME)
        self.copying = self._action(_Key.Copy)
        self.pasting = self._action(_Key.Paste)
        self.setting = self._action()
        self._separate()
        self.freezing = self._action()
        self.thawing = self._action()
        self._separate()
        self.removing = self._action(_Key.Delete)
        self.restoring = self._action()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.selectionModel().selectionChanged.connect(self._tell)
        theme.changed.connect(self.viewport().update)
        numbers.changed.connect(self._measure)
        self._measure()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Weights of the link"))
        self.copying.setText(self.tr("Copy"))
        self.pasting.setText(self.tr("Paste"))
        self.setting.setText(self.tr("Set to…"))
        self.freezing.setText(self.tr("Freeze"))
        self.thawing.setText(self.tr("Let learn"))
        self.removing.setText(self.tr("Remove the edges"))
        self.restoring.setText(self.tr("Bring back removed edges"))
        self._delegate.set_name(self.tr("Weight"))
        corner = self.findChild(QAbstractButton)
        assert isinstance(corner, QAbstractButton)
        corner.setAccessibleName(self.tr("Select all"))
        corner.setToolTip(self.tr("Select all"))

    def chosen_cells(self, grid: Grid) -> Flags:
        """The selected cells, shaped like the grid."""
        return flags_of(self.selectionModel().selection(), grid.shape)

    def choose(self, cells: Flags) -> None:
        """Select just these cells and bring the first of them into view."""
        self.selectionModel().select(ranges_of(self._matrix, cells), _Flag.ClearAndSelect)
        if cells.any():
            row, column = np.argwhere(cells)[0].tolist()
            index = self._matrix.index(row, column)
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
            self.scrollTo(index)

    def enable_actions(self, grid: Grid, chosen: Flags) -> None:
        """Offer what can be done with the chosen cells."""
        there = chosen & grid.exists
        for action, possible in (
            (self.copying, chosen.any()),
            (self.setting, there.any()),
            (self.freezing, (there & ~grid.frozen).any()),
            (self.thawing, (there & grid.frozen).any()),
            (self.removing, there.any()),
            (self.restoring, (chosen & ~grid.exists).any()),
        ):
            action.setEnabled(bool(possible))

    def fit(self) -> None:
        """Be no higher than the rows there are."""
        rows = self._matrix.rowCount() * self.verticalHeader().defaultSectionSize()
        header = self.horizontalHeader().sizeHint().height()
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setMaximumHeight(rows + header + bar + 2 * self.frameWidth())

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
            (_Key.Delete, self.removing),
        ):
            if event.matches(key):
                action.trigger()
                return
        if event.key() == Qt.Key.Key_Backspace:
            self.removing.trigger()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _measure(self) -> None:
        """Cells as wide as the widest number; never by looking at all of them."""
        metrics = QFontMetrics(self.font())
        samples = (self._numbers.text(value) for value in (-88.888888, -8.888888e-9))
        width = max(metrics.horizontalAdvance(text) for text in samples) + 2 * PADDING + 4
        height = max(CONTROL_HEIGHT, metrics.height() + 12)
        self.horizontalHeader().setDefaultSectionSize(width)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.fit()

    def _action(self, keys: QKeySequence.StandardKey | None = None) -> QAction:
        action = QAction(self)
        if keys is not None:
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
