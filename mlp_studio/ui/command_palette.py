"""Any command by typing part of its name, and the list of all shortcuts."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
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

from mlp_studio.ui.actions import Actions, plain_text, shortcut_text, without_mnemonic
from mlp_studio.ui.menu_table import SUBMENUS

_ACTION = Qt.ItemDataRole.UserRole
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def matches(query: str, text: str) -> bool:
    """Whether every word typed is part of `text`, in any order, whatever the case."""
    return all(word in text.casefold() for word in query.casefold().split())


def rank(query: str, name: str, title: str, tip: str) -> int | None:
    """How well a command answers the query, 0 best; None if it does not.

    `title` is its name with what tells it apart, as in "Theme: Dark".
    """
    typed, words = query.casefold().strip(), query.casefold().split()
    if name.casefold().startswith(typed) or title.casefold().startswith(typed):
        return 0
    beginnings = re.split(r"[\s:·(]+", title.casefold())
    if all(any(part.startswith(word) for part in beginnings) for word in words):
        return 1
    if matches(query, title):
        return 2
    return 3 if matches(query, f"{title} {tip}") else None


def title_of(action: QAction) -> str:
    """The command's name, after that of its submenu: "Dark" alone says too little."""
    name = plain_text(action)
    for menu in SUBMENUS:
        if action.objectName() in menu.items:
            above = without_mnemonic(QCoreApplication.translate("CommandTable", menu.text))
            return name if above in name else f"{above}: {name}"
    return name


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
        item = QTreeWidgetItem(self, [title_of(action), shortcut_text(action)])
        item.setIcon(0, action.icon())
        item.setToolTip(0, action.toolTip())
        item.setData(0, _ACTION, action.objectName())
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setDisabled(not action.isEnabled())

    def say(self, sentence: str) -> None:
        """A line that is no command."""
        QTreeWidgetItem(self, [sentence]).setDisabled(True)

    def choose_first(self) -> None:
        """Make the first command that can be given the current one."""
        for row in range(self.topLevelItemCount()):
            item = self.topLevelItem(row)
            if item is not None and not item.isDisabled():
                self.setCurrentItem(item)
                return


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
        self.line.textChanged.connect(self._fill)
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
        """List what answers the line, the best first, in the order of the menus otherwise."""
        ranked = []
        for action in self._actions:
            if action.isVisible() and action.objectName() != "command_palette":
                name, title = plain_text(action), title_of(action)
                ranked.append((rank(self.line.text(), name, title, action.toolTip()), action))
        found = [(place, action) for place, action in ranked if place is not None]
        self.list.clear()
        for _, action in sorted(found, key=lambda pair: pair[0]):
            self.list.add(action)
        if not found:
            self.list.say(self.tr("No such command"))
        self.list.choose_first()

    def _give(self) -> None:
        item = self.list.currentItem()
        if item is None or item.isDisabled():
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
