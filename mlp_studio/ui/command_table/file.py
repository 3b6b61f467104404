"""The commands of the File menu."""

from __future__ import annotations

from mlp_studio.project.translation import QT_TRANSLATE_NOOP
from mlp_studio.ui.command_table.command import Command

COMMANDS = (
    Command(
        "new",
        QT_TRANSLATE_NOOP("CommandTable", "&New"),
        QT_TRANSLATE_NOOP("CommandTable", "Start an empty project"),
        "new",
        ("Ctrl+N",),
    ),
    Command(
        "open",
        QT_TRANSLATE_NOOP("CommandTable", "&Open…"),
        QT_TRANSLATE_NOOP("CommandTable", "Open a project file"),
        "open",
        ("Ctrl+O",),
    ),
    Command(
        "save",
        QT_TRANSLATE_NOOP("CommandTable", "&Save"),
        QT_TRANSLATE_NOOP("CommandTable", "Save the project"),
        "save",
        ("Ctrl+S",),
    ),
    Command(
        "save_as",
        QT_TRANSLATE_NOOP("CommandTable", "Save &as…"),
        QT_TRANSLATE_NOOP("CommandTable", "Save the project to another file"),
        "save-as",
        ("Ctrl+Shift+S",),
    ),
    Command(
        "quit",
        QT_TRANSLATE_NOOP("CommandTable", "&Quit"),
        QT_TRANSLATE_NOOP("CommandTable", "Close the program"),
        "quit",
        ("Ctrl+Q",),
    ),
    Command(
        "export_picture",
        QT_TRANSLATE_NOOP("CommandTable", "Export pic&ture…"),
        QT_TRANSLATE_NOOP("CommandTable", "Write the canvas to a PNG, SVG or PDF file"),
        icon="export",
        keys=("Ctrl+E",),
    ),
)
