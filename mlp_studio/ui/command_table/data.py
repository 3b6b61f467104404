"""The commands of the Data menu."""

from __future__ import annotations

from mlp_studio.project.translation import QT_TRANSLATE_NOOP
from mlp_studio.ui.command_table.command import Command

COMMANDS = (
    Command(
        "import_data",
        QT_TRANSLATE_NOOP("CommandTable", "&Import a table…"),
        QT_TRANSLATE_NOOP("CommandTable", "Read data from a CSV, TSV or NPZ file"),
        "import",
        ("Ctrl+I",),
    ),
    Command(
        "paste_data",
        QT_TRANSLATE_NOOP("CommandTable", "&Paste a table…"),
        QT_TRANSLATE_NOOP("CommandTable", "Take data that were copied from a spreadsheet"),
        "paste",
        ("Ctrl+Shift+V",),
    ),
    Command(
        "fit_to_data",
        QT_TRANSLATE_NOOP("CommandTable", "&Fit the network to the data"),
        QT_TRANSLATE_NOOP(
            "CommandTable", "Give the network the inputs, outputs and loss that suit the data"
        ),
        "ok",
    ),
    Command(
        "show_table",
        QT_TRANSLATE_NOOP("CommandTable", "&Table of the data"),
        QT_TRANSLATE_NOOP("CommandTable", "See and edit every sample, with its prediction"),
        "table",
    ),
    Command(
        "show_drawing",
        QT_TRANSLATE_NOOP("CommandTable", "&Draw data"),
        QT_TRANSLATE_NOOP("CommandTable", "Paint samples with the mouse"),
        "draw",
    ),
)
