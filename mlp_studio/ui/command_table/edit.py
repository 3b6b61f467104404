"""The commands of the Edit menu."""

from __future__ import annotations

from mlp_studio.project.translation import QT_TRANSLATE_NOOP
from mlp_studio.ui.command_table.command import Command

COMMANDS = (
    Command(
        "undo",
        QT_TRANSLATE_NOOP("CommandTable", "&Undo"),
        QT_TRANSLATE_NOOP("CommandTable", "Take back the last change"),
        "undo",
        ("Ctrl+Z",),
    ),
    Command(
        "redo",
        QT_TRANSLATE_NOOP("CommandTable", "&Redo"),
        QT_TRANSLATE_NOOP("CommandTable", "Make the change again"),
        "redo",
        ("Ctrl+Shift+Z", "Ctrl+Y"),
    ),
    Command(
        "delete",
        QT_TRANSLATE_NOOP("CommandTable", "&Delete"),
        QT_TRANSLATE_NOOP("CommandTable", "Remove what is selected"),
        "delete",
        ("Del",),
    ),
    Command(
        "select_all",
        QT_TRANSLATE_NOOP("CommandTable", "Select &all"),
        QT_TRANSLATE_NOOP("CommandTable", "Select every layer"),
        "select-all",
        ("Ctrl+A",),
    ),
    Command(
        "cut",
        QT_TRANSLATE_NOOP("CommandTable", "Cu&t"),
        QT_TRANSLATE_NOOP("CommandTable", "Copy what is selected and remove it"),
        keys=("Ctrl+X",),
    ),
    Command(
        "copy",
        QT_TRANSLATE_NOOP("CommandTable", "&Copy"),
        QT_TRANSLATE_NOOP("CommandTable", "Copy the selected layers with their weights"),
        icon="copy",
        keys=("Ctrl+C",),
    ),
    Command(
        "paste",
        QT_TRANSLATE_NOOP("CommandTable", "&Paste"),
        QT_TRANSLATE_NOOP("CommandTable", "Add the layers of the clipboard"),
        icon="paste",
        keys=("Ctrl+V",),
    ),
    Command(
        "duplicate",
        QT_TRANSLATE_NOOP("CommandTable", "Dup&licate"),
        QT_TRANSLATE_NOOP("CommandTable", "Copy the selected layers or units, weights too"),
        icon="duplicate",
        keys=("Ctrl+D",),
    ),
    Command(
        "copy_picture",
        QT_TRANSLATE_NOOP("CommandTable", "Copy p&icture"),
        QT_TRANSLATE_NOOP("CommandTable", "Copy the canvas as a picture of twice its size"),
        icon="picture",
        keys=("Ctrl+Shift+C",),
    ),
    Command(
        "align_left",
        QT_TRANSLATE_NOOP("CommandTable", "Align &left"),
        QT_TRANSLATE_NOOP("CommandTable", "Put the left sides of the selected layers in line"),
        icon="align-left",
    ),
    Command(
        "align_centre",
        QT_TRANSLATE_NOOP("CommandTable", "Align in a &column"),
        QT_TRANSLATE_NOOP("CommandTable", "Put the selected layers one above the other"),
        icon="align-centre",
    ),
    Command(
        "align_right",
        QT_TRANSLATE_NOOP("CommandTable", "Align &right"),
        QT_TRANSLATE_NOOP("CommandTable", "Put the right sides of the selected layers in line"),
        icon="align-right",
    ),
    Command(
        "align_top",
        QT_TRANSLATE_NOOP("CommandTable", "Align &top"),
        QT_TRANSLATE_NOOP("CommandTable", "Put the upper sides of the selected layers in line"),
        icon="align-top",
    ),
    Command(
        "align_middle",
        QT_TRANSLATE_NOOP("CommandTable", "Align in a r&ow"),
        QT_TRANSLATE_NOOP("CommandTable", "Put the selected layers at the same height"),
        icon="align-middle",
    ),
    Command(
        "align_bottom",
        QT_TRANSLATE_NOOP("CommandTable", "Align &bottom"),
        QT_TRANSLATE_NOOP("CommandTable", "Put the lower sides of the selected layers in line"),
        icon="align-bottom",
    ),
    Command(
        "align_across",
        QT_TRANSLATE_NOOP("CommandTable", "Distribute &across"),
        QT_TRANSLATE_NOOP(
            "CommandTable", "Put equal gaps between the selected layers, left to right"
        ),
        icon="distribute-across",
    ),
    Command(
        "align_down",
        QT_TRANSLATE_NOOP("CommandTable", "Distribute &down"),
        QT_TRANSLATE_NOOP(
            "CommandTable", "Put equal gaps between the selected layers, top to bottom"
        ),
        icon="distribute-down",
    ),
)
