"""The commands of the Train menu."""

from __future__ import annotations

from mlp_studio.project.translation import QT_TRANSLATE_NOOP
from mlp_studio.ui.command_table.command import Command

COMMANDS = (
    Command(
        "step_to_start",
        QT_TRANSLATE_NOOP("CommandTable", "To the &start of the pass"),
        QT_TRANSLATE_NOOP("CommandTable", "Go to before the first step"),
        "to-start",
        ("Alt+Home",),
    ),
    Command(
        "step_back",
        QT_TRANSLATE_NOOP("CommandTable", "Step &back"),
        QT_TRANSLATE_NOOP("CommandTable", "Take one step back"),
        "step-back",
        ("Alt+Left", "["),
    ),
    Command(
        "step_forward",
        QT_TRANSLATE_NOOP("CommandTable", "Step &forward"),
        QT_TRANSLATE_NOOP("CommandTable", "Take one step forward"),
        "step-forward",
        ("Alt+Right", "]"),
    ),
    Command(
        "step_to_end",
        QT_TRANSLATE_NOOP("CommandTable", "To the &end of the pass"),
        QT_TRANSLATE_NOOP("CommandTable", "Go to the last step, before the next sample"),
        "to-end",
        ("Alt+End",),
    ),
    Command(
        "by_unit",
        QT_TRANSLATE_NOOP("CommandTable", "Steps by &unit"),
        QT_TRANSLATE_NOOP("CommandTable", "Step through the pass unit by unit"),
        choice="granularity",
        short=QT_TRANSLATE_NOOP("CommandTable", "unit"),
    ),
    Command(
        "by_layer",
        QT_TRANSLATE_NOOP("CommandTable", "Steps by &layer"),
        QT_TRANSLATE_NOOP("CommandTable", "Step through the pass layer by layer"),
        choice="granularity",
        short=QT_TRANSLATE_NOOP("CommandTable", "layer"),
    ),
    Command(
        "by_phase",
        QT_TRANSLATE_NOOP("CommandTable", "Steps by p&hase"),
        QT_TRANSLATE_NOOP("CommandTable", "Forward, loss, backward and update as one step each"),
        choice="granularity",
        short=QT_TRANSLATE_NOOP("CommandTable", "phase"),
    ),
    Command(
        "run",
        QT_TRANSLATE_NOOP("CommandTable", "Start &training"),
        QT_TRANSLATE_NOOP("CommandTable", "Train the network"),
        "train",
        ("F5",),
        short=QT_TRANSLATE_NOOP("CommandTable", "Start"),
    ),
    # Takes the place of the one above while a run is on.
    Command(
        "pause",
        QT_TRANSLATE_NOOP("CommandTable", "&Pause"),
        QT_TRANSLATE_NOOP("CommandTable", "Stop training and keep the weights"),
        "pause",
        ("F5",),
    ),
)
