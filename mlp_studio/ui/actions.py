"""The commands as QActions: made from the table, retranslated and retinted in place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from mlp_studio.ui import icons
from mlp_studio.ui.command_table import COMMANDS, Command
from mlp_studio.ui.theme import Theme


class Actions(QObject):
    """One QAction per command, by name: `actions["undo"]`. Whoever wires it gives it its meaning.

    Texts are set by `retranslate` and icons by `tint`; their owner calls both.
    """

    retranslated = Signal()
    """All texts are the table's again; whoever says more in one says it now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands = {command.name: command for command in COMMANDS}
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {command.name: self._action(command) for command in COMMANDS}
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        """Raises KeyError if no command has this name."""
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def choose(self, choice: str, value: str) -> None:
        """Check the command that stands for `value` of `choice`, without triggering it."""
        name = value if choice == "perspective" else f"{_PREFIX.get(choice, choice)}_{value}"
        self._actions[name].setChecked(True)

    def tip(self, name: str) -> str:
        """What the command does, with its first shortcut."""
        tip = _translated(self._commands[name].tip)
        keys = self._actions[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return f"{tip} ({keys})" if keys else tip

    def retranslate(self) -> None:
        for name, action in self._actions.items():
            command = self._commands[name]
            action.setText(_translated(command.text))
            action.setIconText(_translated(command.short) or plain_text(action))
            action.setToolTip(self.tip(name))
        self.retranslated.emit()

    def tint(self, theme: Theme) -> None:
        for name, action in self._actions.items():
            if icon := self._commands[name].icon:
                action.setIcon(icons.icon(icon, theme))

    def _action(self, command: Command) -> QAction:
        action = QAction(self)
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setCheckable(command.checkable or bool(command.choice))
        action.setMenuRole(_menu_role(command.name))
        if command.choice:
            self._group(command.choice).addAction(action)
        return action

    def _group(self, choice: str) -> QActionGroup:
        if choice not in self._groups:
            self._groups[choice] = QActionGroup(self)
        return self._groups[choice]


_MNEMONIC_BEHIND = re.compile(r"\(&.\)")
_PREFIX = {"granularity": "by", "decimal_sign": "decimal"}


def plain_text(action: QAction) -> str:
    """The action's text as prose: no mnemonic mark, no dots.

    Korean puts the mnemonic behind the word, as in 저장(&S).
    """
    return without_mnemonic(action.text()).removesuffix("…")


def without_mnemonic(text: str) -> str:
    """The text of a menu or a command, as it is read."""
    return _MNEMONIC_BEHIND.sub("", text).replace("&", "")


def shortcut_text(action: QAction) -> str:
    """All of the action's shortcuts, as the system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(keys.toString(native) for keys in action.shortcuts())


def _translated(text: str) -> str:
    # An empty text would be looked up as the file's own header.
    return text and QCoreApplication.translate("CommandTable", text)


def _menu_role(name: str) -> QAction.MenuRole:
    # Without this macOS guesses from the text, in any language, what belongs in its own menu.
    roles = {"about": QAction.MenuRole.AboutRole, "quit": QAction.MenuRole.QuitRole}
    return roles.get(name, QAction.MenuRole.NoRole)
