"""How a cell of the table is drawn, and typed or chosen into."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mlp_studio.project.model import PARTS
from mlp_studio.ui.class_marks import Mark, class_colours, stamp
from mlp_studio.ui.panels.labels import set_property
from mlp_studio.ui.panels.table.model import LEFT, RIGHT, WORDS, Cell, Index, SheetModel
from mlp_studio.ui.panels.table.wording import Wording
from mlp_studio.ui.theme import Theme, ThemeModel, blend

PADDING = 8
MARK_ROOM = 16
"""To the right of where a class's mark begins."""
_MARK = 4.0
_CHOSEN, _CURRENT = 0.2, 0.1
"""The share of the accent in the ground of a selected cell, and of the current sample's row."""
_BAR = 3
_SHORT = 8
"""Up to so many characters a text fits its column."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENDING = (*_ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class CellDelegate(QStyledItemDelegate):
    """A class has its mark; the current sample's row is tinted and has a bar before it."""

    def __init__(
        self, model: SheetModel, wording: Wording, theme: ThemeModel, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._wording = wording
        self._theme = theme
        self._edited = QPersistentModelIndex()
        self._stamps: dict[tuple[str, int, int, float], QPixmap] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, cell, rect = self._theme.theme, self._model.cell(index), option.rect
        state = option.state
        ground = blend(theme.accent, theme.panel, _CURRENT) if cell.is_current else theme.panel
        if state & QStyle.StateFlag.State_Selected:
            ground = blend(theme.accent, ground, _CHOSEN)
        painter.fillRect(rect, ground)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line)
        if cell.is_current and cell.kind == "number":
            painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), theme.accent)
        self._write(painter, rect, cell, theme)
        if cell.is_refused:
            _frame(painter, rect, theme.error)
        elif state & QStyle.StateFlag.State_HasFocus:
            _frame(painter, rect, theme.accent)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        self._edited = QPersistentModelIndex(index)
        choices = self._choices(index)
        name = self._wording.name(self._model.column(index))
        if not choices:
            line = QLineEdit(parent)
            line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            line.setStyleSheet("padding: 0 4px; border-radius: 0;")
            line.setAccessibleName(name)
            return line
        box = QComboBox(parent)
        box.setStyleSheet("min-height: 0; padding: 0 4px; border-radius: 0;")
        box.addItems(choices)
        box.setAccessibleName(name)
        if self._model.column(index).kind == "class":
            box.setEditable(True)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.activated.connect(self._finish)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # Numbers that change meanwhile must not write over what is being typed.
        text = self._model.data(index, Qt.ItemDataRole.EditRole)
        if isinstance(editor, QLineEdit):
            if not editor.isModified():
                editor.setText(text)
        elif isinstance(editor, QComboBox) and not _is_typed_into(editor):
            editor.setCurrentText(text)

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        self._model.setData(index, _text_of(editor))

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        rect = QRect(option.rect)
        rect.setWidth(max(rect.width(), editor.minimumSizeHint().width()))
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """A wrong entry is not left by Enter or Tab, and forgotten by Esc."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and isinstance(editor, QWidget):
            if event.key() in _ENDING and self._model.why_not(self._edited, _text_of(editor)):
                self._model.setData(self._edited, _text_of(editor))
                line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
                if isinstance(line, QLineEdit):
                    set_property(line, "invalid", True)
                    line.selectAll()
                return True
            if isinstance(editor, QComboBox) and event.key() in _ENTER:
                # Left to the box, it would choose as well, and say so once it is gone.
                self.commitData.emit(editor)
                self.closeEditor.emit(editor)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._model.drop_draft(self._edited)
        return super().eventFilter(editor, event)

    def _choices(self, index: Index) -> tuple[str, ...]:
        """What a cell is chosen from; nothing where a number is typed."""
        sheet, kind = self._model.sheet, self._model.column(index).kind
        if kind == "part":
            return tuple(self._wording.part(part) for part in PARTS)
        if kind == "class" and sheet is not None and sheet.classes is not None:
            return sheet.classes.names
        return ()

    def _finish(self, _choice: int) -> None:
        box = self.sender()
        if isinstance(box, QComboBox):
            self.commitData.emit(box)
            self.closeEditor.emit(box)

    def _write(self, painter: QPainter, rect: QRect, cell: Cell, theme: Theme) -> None:
        room = rect.adjusted(PADDING, 0, -PADDING, 0)
        if cell.label is not None:
            mark = self._stamp(theme, cell.label, painter)
            middle = mark.deviceIndependentSize() / 2
            at = QPointF(room.left() + _MARK, rect.center().y())
            painter.drawPixmap(at - QPointF(middle.width(), middle.height()), mark)
            room.setLeft(room.left() + MARK_ROOM)
        text = cell.text
        if len(text) > _SHORT:
            metrics = painter.fontMetrics()
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(_ink(theme, cell))
        painter.drawText(room, LEFT if cell.kind in WORDS else RIGHT, text)

    def _stamp(self, theme: Theme, label: int, painter: QPainter) -> QPixmap:
        sheet = self._model.sheet
        classes = len(sheet.classes) if sheet is not None and sheet.classes is not None else 2
        ratio = painter.device().devicePixelRatio()
        look = theme.name, label, classes, ratio
        if look not in self._stamps:
            colour = class_colours(theme, classes)[label]
            self._stamps[look] = stamp(Mark(label, colour, filled=True), _MARK, theme, ratio)
        return self._stamps[look]


def _ink(theme: Theme, cell: Cell) -> QColor:
    if cell.is_refused or cell.is_wrong:
        return theme.error
    if cell.kind == "number":
        return theme.accent if cell.is_current else theme.muted
    return theme.muted if cell.kind == "part" else theme.ink


def _text_of(editor: QWidget) -> str:
    return editor.currentText() if isinstance(editor, QComboBox) else editor.property("text")


def _is_typed_into(box: QComboBox) -> bool:
    line = box.lineEdit()
    return line is not None and line.isModified()


def _frame(painter: QPainter, rect: QRect, colour: QColor) -> None:
    painter.setPen(QPen(colour, 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -1, -1))
