"""How a cell of the table is drawn and typed into."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mlp_studio.ui.icons import pixmap
from mlp_studio.ui.panels.labels import set_property
from mlp_studio.ui.panels.matrix.model import Cell, Index, MatrixModel
from mlp_studio.ui.theme import Theme, ThemeModel, blend

PADDING = 6
_STRONGEST = 0.3
"""The share of its sign's colour in the ground of the largest weight; ink must stay readable."""
_CHOSEN = 0.2
"""The share of the accent in the ground of a selected cell."""
_LOCK = 10
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_ENDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


def ground(theme: Theme, share: float, *, chosen: bool) -> QColor:
    """The colour behind a value that is `share` (−1 to 1) of the largest."""
    sign = theme.negative if share < 0 else theme.positive
    tint = blend(sign, theme.panel, _STRONGEST * min(abs(share), 1.0))
    return blend(theme.accent, tint, _CHOSEN) if chosen else tint


class CellDelegate(QStyledItemDelegate):
    """Tinted by sign and size; hatched where the edge is absent, locked where it is frozen."""

    def __init__(self, model: MatrixModel, theme: ThemeModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._edited = QPersistentModelIndex()
        self._name = ""
        self._locks: dict[tuple[str, int], QPixmap] = {}

    def set_name(self, name: str) -> None:
        """What a screen reader calls the line that is typed into."""
        self._name = name

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme.theme
        cell = self._model.cell(index.row(), index.column())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = option.rect
        painter.fillRect(rect, ground(theme, cell.share, chosen=chosen))
        if not cell.exists:
            painter.fillRect(rect, QBrush(theme.line, Qt.BrushStyle.BDiagPattern))
        if cell.is_bias:
            painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), theme.line)
        self._write(painter, rect, cell)
        if cell.frozen:
            self._draw_lock(painter, rect)
        if cell.refused:
            _frame(painter, rect, theme.error)
        elif option.state & QStyle.StateFlag.State_HasFocus:
            _frame(painter, rect, theme.accent)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        line = QLineEdit(parent)
        line.setAccessibleName(self._name)
        line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.setTextMargins(0, 0, 0, 0)
        line.setStyleSheet("padding: 0 4px; border-radius: 0;")
        self._edited = QPersistentModelIndex(index)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # Numbers that change meanwhile must not write over what is being typed.
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(self._model.data(index, Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, _model: QObject, index: Index) -> None:
        if isinstance(editor, QLineEdit) and editor.isModified():
            self._model.setData(index, editor.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """A wrong entry is not left by Enter or Tab, and forgotten by Esc."""
        if isinstance(event, QKeyEvent) and isinstance(editor, QLineEdit):
            if event.type() == QEvent.Type.KeyPress and event.key() in _ENDING:
                if editor.isModified() and not self._is_number(editor.text()):
                    self._model.setData(self._edited, editor.text())
                    set_property(editor, "invalid", True)
                    editor.selectAll()
                    return True
            elif event.key() == Qt.Key.Key_Escape and event.type() == QEvent.Type.KeyPress:
                self._model.drop_draft(self._edited)
        return super().eventFilter(editor, event)

    def _is_number(self, text: str) -> bool:
        try:
            self._model.parse(text)
        except ValueError:
            return False
        return True

    def _write(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        theme = self._theme.theme
        colour = theme.ink if cell.exists else theme.muted
        painter.setPen(theme.error if cell.refused else colour)
        room = rect.adjusted(PADDING, 0, -PADDING, 0)
        text = cell.text
        if cell.refused:
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        align = _RIGHT if cell.exists else _MIDDLE
        if len(text) <= self._model.usual_length:
            painter.drawText(room, align, text)
            return
        font, width = painter.font(), painter.fontMetrics().horizontalAdvance(text)
        if width > room.width():  # a rare number: smaller, but whole
            smaller = QFont(font)
            smaller.setPointSizeF(font.pointSizeF() * room.width() / width)
            painter.setFont(smaller)
        painter.drawText(room, align, text)
        painter.setFont(font)

    def _draw_lock(self, painter: QPainter, rect: QRect) -> None:
        colour = self._theme.theme.ink
        size = round(_LOCK * painter.device().devicePixelRatio())
        look = colour.name(), size
        if look not in self._locks:
            self._locks = {look: pixmap("lock", colour, size)}
        place = QRect(rect.left() + 2, rect.top() + 2, _LOCK, _LOCK)
        painter.drawPixmap(place, self._locks[look])


def _frame(painter: QPainter, rect: QRect, colour: QColor) -> None:
    painter.setPen(QPen(colour, 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -1, -1))
