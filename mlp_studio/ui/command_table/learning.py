"""The commands of the Train menu that drive a run, and show what it learns."""

from __future__ import annotations

from mlp_studio.project.translation import QT_TRANSLATE_NOOP
from mlp_studio.ui.command_table.command import Command

COMMANDS = (
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
    Command(
        "run_epoch",
        QT_TRANSLATE_NOOP("CommandTable", "Tr&ain one epoch"),
        QT_TRANSLATE_NOOP("CommandTable", "Train once through the data, then pause"),
        "run-epoch",
        ("Shift+F5",),
    ),
    Command(
        "run_until_converged",
        QT_TRANSLATE_NOOP("CommandTable", "Train until conver&gence"),
        QT_TRANSLATE_NOOP("CommandTable", "Train until the loss no longer falls"),
        "converge",
        ("Ctrl+F5",),
    ),
    Command(
        "show_decision",
        QT_TRANSLATE_NOOP("CommandTable", "&Decision view"),
        QT_TRANSLATE_NOOP("CommandTable", "Show what the network answers over the plane of inputs"),
        "map",
    ),
    Command(
        "show_hidden",
        QT_TRANSLATE_NOOP("CommandTable", "H&idden space"),
        QT_TRANSLATE_NOOP("CommandTable", "Show the data as a layer sees them"),
        "hidden",
    ),
    Command(
        "show_unit",
        QT_TRANSLATE_NOOP("CommandTable", "Large vie&w of the unit"),
        QT_TRANSLATE_NOOP("CommandTable", "Show the output of the selected unit, and where z is 0"),
        "kind-neuron",
    ),
    Command(
        "show_metrics",
        QT_TRANSLATE_NOOP("CommandTable", "Confusion matri&x, residuals"),
        QT_TRANSLATE_NOOP(
            "CommandTable", "Show how many samples are right, or how large the errors"
        ),
        "metrics",
    ),
)
