"""Any command by typing part of its name, and the list of all shortcuts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.ui.actions import Actions, plain_text, shortcut_text

_ACTION = Qt.ItemDataRole.UserRole
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def matches(query: str, text: str) -> bool:
    """Whether every word typed is part of `text`, in any order, whatever the case."""
    return all(word in text.casefold() for word in query.casefold().split())


class _CommandList(QTreeWidget):
    """Commands beside their shortcuts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setColumnCount(2)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setHeaderHidden(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def add(self, action: QAction) -> None:
        item = QTreeWidgetItem(self, [plain_text(action), shortcut_text(action)])
        item.setIcon(0, action.icon())
        item.setToolTip(0, action.toolTip())
        item.setData(0, _ACTION, action.objectName())
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setDisabled(not action.isEnabled())


class CommandPalette(QDialog):
    """A line to type in over a list that narrows; Enter gives the command."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setModal(True)
        self.line = QLineEdit()
        self.list = _CommandList(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.resize(560, 420)
        self.line.textChanged.connect(self._narrow)
        self.line.returnPressed.connect(self._give)
        self.list.itemActivated.connect(self._give)
        self.list.itemClicked.connect(self._give)
        self.line.installEventFilter(self)
        self.retranslate()

    def present(self) -> None:
        """Open with nothing typed yet and the commands as they are now."""
        self.line.clear()
        self._fill()
        self.open()
        self.line.setFocus()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Find a command"))
        self.line.setPlaceholderText(self.tr("Type part of a command's name"))
        self.list.setAccessibleName(self.tr("Commands"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The line keeps the focus; the arrow keys move in the list all the same.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _LIST_KEYS
        ):
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        self.list.clear()
        for action in self._actions:
            if action.isVisible() and action.objectName() != "command_palette":
                self.list.add(action)
        self._narrow()

    def _narrow(self) -> None:
        first = None
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            if item is None:
                continue
            shown = matches(self.line.text(), f"{item.text(0)} {item.toolTip(0)}")
            item.setHidden(not shown)
            if shown and first is None and not item.isDisabled():
                first = item
        if first is not None:
            self.list.setCurrentItem(first)
        else:
            self.list.setCurrentIndex(QModelIndex())

    def _give(self) -> None:
        item = self.list.currentItem()
        if item is None or item.isHidden() or item.isDisabled():
            return
        self.accept()
        self._actions[str(item.data(0, _ACTION))].trigger()


class ShortcutList(QDialog):
    """Every command that has a shortcut."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.list = _CommandList(self)
        self.canvas_keys = QLabel()
        self.canvas_keys.setWordWrap(True)
        self.canvas_keys.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.list)
        column.addWidget(self.canvas_keys)
        self.resize(520, 640)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.list.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.canvas_keys.setText(
            self.tr(
                "On the canvas: Ctrl and wheel zoom, the wheel moves up and down, Shift and wheel "
                "sideways. Drag with the middle button, or with Space held, to move about. "
                "Esc ends a gesture."
            )
        )
        self.list.clear()
        for action in self._actions:
            if action.shortcuts() and action.isVisible():
                self.list.add(action)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
