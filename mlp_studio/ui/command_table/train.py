"""The commands of the Train menu that step through a pass."""

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
        "play",
        QT_TRANSLATE_NOOP("CommandTable", "P&lay the steps"),
        QT_TRANSLATE_NOOP("CommandTable", "Take one step after another, or pause"),
        "play",
        ("P",),
        checkable=True,
    ),
    Command(
        "finish_layer",
        QT_TRANSLATE_NOOP("CommandTable", "Finish the la&yer"),
        QT_TRANSLATE_NOOP("CommandTable", "Go to the last step of the layer, or of the next"),
        "finish-layer",
        ("Alt+Shift+Right",),
    ),
    Command(
        "finish_phase",
        QT_TRANSLATE_NOOP("CommandTable", "Finish the p&hase"),
        QT_TRANSLATE_NOOP("CommandTable", "Go to the last step of the phase, or of the next"),
        "finish-phase",
        ("Alt+PgDown",),
    ),
    Command(
        "run_to_unit",
        QT_TRANSLATE_NOOP("CommandTable", "Run to the selected &unit"),
        QT_TRANSLATE_NOOP("CommandTable", "Go to the next step about the selected unit"),
        "run-to",
        ("Alt+Return",),
    ),
    Command(
        "by_term",
        QT_TRANSLATE_NOOP("CommandTable", "&Term"),
        QT_TRANSLATE_NOOP("CommandTable", "Step through the pass term by term"),
        "term",
        choice="granularity",
        short=QT_TRANSLATE_NOOP("CommandTable", "term"),
    ),
    Command(
        "by_unit",
        QT_TRANSLATE_NOOP("CommandTable", "&Unit"),
        QT_TRANSLATE_NOOP("CommandTable", "Step through the pass unit by unit"),
        choice="granularity",
        short=QT_TRANSLATE_NOOP("CommandTable", "unit"),
    ),
    Command(
        "by_layer",
        QT_TRANSLATE_NOOP("CommandTable", "&Layer"),
        QT_TRANSLATE_NOOP("CommandTable", "Step through the pass layer by layer"),
        choice="granularity",
        short=QT_TRANSLATE_NOOP("CommandTable", "layer"),
    ),
    Command(
        "by_phase",
        QT_TRANSLATE_NOOP("CommandTable", "&Phase"),
        QT_TRANSLATE_NOOP("CommandTable", "Forward, loss, backward and update as one step each"),
        choice="granularity",
        short=QT_TRANSLATE_NOOP("CommandTable", "phase"),
    ),
    Command(
        "by_sample",
        QT_TRANSLATE_NOOP("CommandTable", "&Sample"),
        QT_TRANSLATE_NOOP("CommandTable", "Take a whole pass with its update in one step"),
        choice="granularity",
        short=QT_TRANSLATE_NOOP("CommandTable", "sample"),
    ),
    Command(
        "by_batch",
        QT_TRANSLATE_NOOP("CommandTable", "&Batch"),
        QT_TRANSLATE_NOOP("CommandTable", "Take all updates of a batch in one step"),
        choice="granularity",
        short=QT_TRANSLATE_NOOP("CommandTable", "batch"),
    ),
    Command(
        "by_epoch",
        QT_TRANSLATE_NOOP("CommandTable", "&Epoch"),
        QT_TRANSLATE_NOOP("CommandTable", "Take all updates of an epoch in one step"),
        choice="granularity",
        short=QT_TRANSLATE_NOOP("CommandTable", "epoch"),
    ),
    Command(
        "scope_sample",
        QT_TRANSLATE_NOOP("CommandTable", "One &sample"),
        QT_TRANSLATE_NOOP("CommandTable", "A pass is computed for one sample"),
        choice="scope",
    ),
    Command(
        "scope_batch",
        QT_TRANSLATE_NOOP("CommandTable", "A &batch"),
        QT_TRANSLATE_NOOP("CommandTable", "A pass is computed for all samples of a batch"),
        choice="scope",
    ),
    Command(
        "show_mean",
        QT_TRANSLATE_NOOP("CommandTable", "&Mean gradient of the batch"),
        QT_TRANSLATE_NOOP(
            "CommandTable",
            "Edges show the mean over the batch; off, what the sample shown adds to it",
        ),
        checkable=True,
    ),
    Command(
        "flow",
        QT_TRANSLATE_NOOP("CommandTable", "&Values flow along edges"),
        QT_TRANSLATE_NOOP("CommandTable", "While stepping, let what edges carry move along them"),
        checkable=True,
    ),
    Command(
        "show_lens",
        QT_TRANSLATE_NOOP("CommandTable", "Path le&ns"),
        QT_TRANSLATE_NOOP("CommandTable", "Show every path from what is selected to the loss"),
        "lens",
    ),
    Command(
        "show_costs",
        QT_TRANSLATE_NOOP("CommandTable", "&Cost of the gradient"),
        QT_TRANSLATE_NOOP("CommandTable", "Show what three ways to get all gradients cost"),
        "costs",
    ),
    Command(
        "show_check",
        QT_TRANSLATE_NOOP("CommandTable", "Gradient chec&k"),
        QT_TRANSLATE_NOOP("CommandTable", "Compare every gradient with finite differences"),
        "check",
    ),
    Command(
        "show_guide",
        QT_TRANSLATE_NOOP("CommandTable", "Worked exa&mples"),
        QT_TRANSLATE_NOOP("CommandTable", "Show worked examples that can be stepped through"),
        "guide",
    ),
)
