"""The commands of the Help menu."""

from __future__ import annotations

from mlp_studio.project.translation import QT_TRANSLATE_NOOP
from mlp_studio.ui.command_table.command import Command

COMMANDS = (
    Command(
        "command_palette",
        QT_TRANSLATE_NOOP("CommandTable", "&Find a command…"),
        QT_TRANSLATE_NOOP("CommandTable", "Give any command by typing part of its name"),
        "search",
        ("Ctrl+Shift+P",),
    ),
    Command(
        "shortcuts",
        QT_TRANSLATE_NOOP("CommandTable", "&Keyboard shortcuts"),
        QT_TRANSLATE_NOOP("CommandTable", "List every shortcut"),
        "keyboard",
        ("?",),
    ),
    Command(
        "about",
        QT_TRANSLATE_NOOP("CommandTable", "&About MLP Studio"),
        QT_TRANSLATE_NOOP("CommandTable", "Version, licence and credits"),
        "about",
    ),
)
