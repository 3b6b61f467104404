"""The pass as a list: every step in a line, with its numbers once it has been taken."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.document.document import Document
from mlp_studio.document.stepper import StepCursor
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.labels import RoleLabel, role_colour
from mlp_studio.ui.panels.panel import MARGIN, SPACING
from mlp_studio.ui.panels.phases import ROLES, phase_names
from mlp_studio.ui.panels.step_model import (
    BEGINS_PHASE,
    IS_HERE,
    IS_TAKEN,
    PHASE,
    Index,
    StepModel,
)
from mlp_studio.ui.theme import ThemeModel, blend

_BAR, _PAD, _LEAST_HEIGHT = 3, 4, 24
_MARK = "▸"


class _StepDelegate(QStyledItemDelegate):
    """Rows of one height: a bar in the phase's colour, the line, the phase's name at its first."""

    def __init__(self, view: QAbstractItemView, theme: ThemeModel) -> None:
        super().__init__(view)
        self._theme = theme
        self.phase_names: dict[str, str] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        phase = index.data(PHASE)
        if phase is None:
            return
        theme, box = self._theme.theme, option.rect
        colour = role_colour(theme, ROLES[phase])
        painter.save()
        if index.data(IS_HERE):
            painter.fillRect(box, blend(colour, theme.panel, 0.16))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, blend(theme.ink, theme.panel, 0.07))
        bar = QRect(box.left(), box.top(), _BAR, box.height())
        painter.fillRect(bar, colour if index.data(IS_TAKEN) else blend(colour, theme.panel, 0.35))
        inner = box.adjusted(_BAR + _PAD, 0, -_PAD, 0)
        if index.data(BEGINS_PHASE) and index.row():
            painter.setPen(theme.line)
            painter.drawLine(inner.topLeft(), inner.topRight())
        self._paint_line(painter, inner, QFont(option.font), index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.accent)
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_line(self, painter: QPainter, inner: QRect, font: QFont, index: Index) -> None:
        """The mark of the present step, its line, and a phase's name if there is room for it."""
        theme, phase, text = self._theme.theme, index.data(PHASE), index.data()
        plain = QFontMetrics(font)
        line = inner.adjusted(plain.horizontalAdvance(_MARK) + 4, 0, 0, 0)
        painter.setPen(role_colour(theme, ROLES[phase]))
        name = self.phase_names.get(phase, "") if index.data(BEGINS_PHASE) else ""
        beside = plain.horizontalAdvance(name) + SPACING
        if name and plain.horizontalAdvance(text) + beside <= line.width():
            painter.setFont(font)
            painter.drawText(line, _RIGHT, name)
            line.setRight(line.right() - beside)
        if index.data(IS_HERE):
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.drawText(inner, _LEFT, _MARK)
        painter.setFont(font)
        painter.setPen(theme.ink if index.data(IS_TAKEN) else theme.muted)
        # What it is about stands at the beginning, the result at the end.
        shortened = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, _LEFT, shortened)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Steps(QTableView):
    """The arrow keys walk through it, Enter goes there, letters jump nowhere.

    A table of one column: a QListView asks for every row whenever one of them changes.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows()

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: making thousands of texts to look through them would stop the window."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = self.model().rowCount() - 1
            self.setCurrentIndex(self.model().index(0 if key == Qt.Key.Key_Home else last, 0))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()

    def _fit_rows(self) -> None:
        height = max(self.fontMetrics().height() + 6, _LEAST_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)


class StepListPanel(QWidget):
    """A click, or Enter, goes to a row's step; the list follows wherever else one goes."""

    def __init__(
        self,
        *,
        document: Document,
        cursor: StepCursor,
        theme: ThemeModel,
        numbers: NumberFormat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._cursor = cursor
        self.model = StepModel(document, cursor, numbers)
        self.rows = _Steps()
        self._delegate = _StepDelegate(self.rows, theme)
        self.hint = RoleLabel("muted")
        self._arrange()
        self.rows.clicked.connect(self._go)
        self.rows.activated.connect(self._go)
        cursor.moved.connect(self._follow)
        cursor.trace_changed.connect(self._renew)
        for renaming in (document.layer_changed, document.link_changed, document.data_changed):
            renaming.connect(self._renew)
        numbers.changed.connect(self._renew)
        theme.changed.connect(self.rows.viewport().update)
        self.retranslate()
        self._renew()

    def retranslate(self) -> None:
        self.rows.setAccessibleName(self.tr("Steps of the pass"))
        self.hint.setText(
            self.tr("Once the network can run, every step of a pass will stand here.")
        )
        self._delegate.phase_names = phase_names()
        self.model.announce()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _arrange(self) -> None:
        rows = self.rows
        rows.setItemDelegate(self._delegate)
        rows.setModel(self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._hint_room = QWidget()
        room = QVBoxLayout(self._hint_room)
        room.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        room.addWidget(self.hint)
        room.addStretch()
        column.addWidget(self._hint_room, 1)
        column.addWidget(rows, 1)
        self.setFocusProxy(rows)

    def _renew(self, _changed: str = "") -> None:
        self.model.renew()
        is_empty = self.model.rowCount() == 0
        self._hint_room.setVisible(is_empty)
        self.rows.setVisible(not is_empty)
        self._show_current()

    def _follow(self) -> None:
        self.model.follow()
        self._show_current()

    def _show_current(self) -> None:
        current = self.model.index(max(self.model.current, 0))
        self.rows.setCurrentIndex(current)
        self.rows.scrollTo(current)

    def _go(self, index: QModelIndex) -> None:
        if index.isValid() and index.row() != self._cursor.index:
            self._cursor.go_to(index.row())
