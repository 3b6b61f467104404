"""The commands of the Network menu."""

from __future__ import annotations

from mlp_studio.project.translation import QT_TRANSLATE_NOOP
from mlp_studio.ui.command_table.command import Command

COMMANDS = (
    Command(
        "add_input",
        QT_TRANSLATE_NOOP("CommandTable", "Add &input"),
        QT_TRANSLATE_NOOP("CommandTable", "Add a layer the values come in by"),
        "kind-input",
        ("Ctrl+Shift+I",),
    ),
    Command(
        "add_dense",
        QT_TRANSLATE_NOOP("CommandTable", "Add &dense layer"),
        QT_TRANSLATE_NOOP("CommandTable", "Add a column of units"),
        "kind-dense",
        ("Ctrl+Shift+D",),
    ),
    Command(
        "add_neuron",
        QT_TRANSLATE_NOOP("CommandTable", "Add &neuron"),
        QT_TRANSLATE_NOOP("CommandTable", "Add one unit to the selected layer, or a layer of one"),
        "kind-neuron",
        ("Ctrl+Shift+U",),
    ),
    Command(
        "add_output",
        QT_TRANSLATE_NOOP("CommandTable", "Add &output"),
        QT_TRANSLATE_NOOP("CommandTable", "Add the layer the loss looks at"),
        "kind-output",
        ("Ctrl+Shift+O",),
    ),
    Command(
        "arrange",
        QT_TRANSLATE_NOOP("CommandTable", "&Arrange"),
        QT_TRANSLATE_NOOP("CommandTable", "Put the layers side by side, left to right"),
        "arrange",
        ("Ctrl+L",),
    ),
    Command(
        "redraw_weights",
        QT_TRANSLATE_NOOP("CommandTable", "Draw ne&w weights"),
        QT_TRANSLATE_NOOP("CommandTable", "Draw new random weights from the next seed"),
        "redraw",
        ("Ctrl+Shift+R",),
    ),
    Command(
        "reset_weights",
        QT_TRANSLATE_NOOP("CommandTable", "&Reset weights"),
        QT_TRANSLATE_NOOP("CommandTable", "Go back to the weights before training"),
        "reset",
        ("Ctrl+R",),
    ),
    Command(
        "add_template",
        QT_TRANSLATE_NOOP("CommandTable", "Add &template…"),
        QT_TRANSLATE_NOOP("CommandTable", "Add a ready network: choose one from a list"),
        icon="template",
        keys=("T",),
    ),
    Command(
        "save_template",
        QT_TRANSLATE_NOOP("CommandTable", "&Save selection as template…"),
        QT_TRANSLATE_NOOP(
            "CommandTable", "Keep the selected layers, or all, as a template of your own"
        ),
        icon="template",
    ),
    Command(
        "link_selected",
        QT_TRANSLATE_NOOP("CommandTable", "&Link selected"),
        QT_TRANSLATE_NOOP("CommandTable", "Link the selected layers or units, left to right"),
        icon="link",
        keys=("Ctrl+K",),
    ),
    Command(
        "pattern_dense",
        QT_TRANSLATE_NOOP("CommandTable", "&Dense"),
        QT_TRANSLATE_NOOP("CommandTable", "New links have all edges"),
        choice="pattern",
    ),
    Command(
        "pattern_one_to_one",
        QT_TRANSLATE_NOOP("CommandTable", "&One-to-one"),
        QT_TRANSLATE_NOOP("CommandTable", "New links join units of the same number"),
        choice="pattern",
    ),
    Command(
        "pattern_sparse",
        QT_TRANSLATE_NOOP("CommandTable", "Random &sparse"),
        QT_TRANSLATE_NOOP("CommandTable", "New links have half of the edges, chosen at random"),
        choice="pattern",
    ),
    Command(
        "unfold",
        QT_TRANSLATE_NOOP("CommandTable", "&Unfold layer"),
        QT_TRANSLATE_NOOP("CommandTable", "Show all units of a large layer"),
        icon="unfold",
    ),
    Command(
        "fold",
        QT_TRANSLATE_NOOP("CommandTable", "&Fold layer"),
        QT_TRANSLATE_NOOP("CommandTable", "Show only the first and last units of a large layer"),
        icon="fold",
    ),
    Command(
        "freeze",
        QT_TRANSLATE_NOOP("CommandTable", "Free&ze"),
        QT_TRANSLATE_NOOP("CommandTable", "Training leaves the selected weights as they are"),
        icon="lock",
        keys=("Ctrl+Shift+F",),
    ),
    Command(
        "unfreeze",
        QT_TRANSLATE_NOOP("CommandTable", "Unfreez&e"),
        QT_TRANSLATE_NOOP("CommandTable", "Training changes the selected weights again"),
        icon="unlock",
    ),
    Command(
        "edit_weight",
        QT_TRANSLATE_NOOP("CommandTable", "T&ype the weight…"),
        QT_TRANSLATE_NOOP(
            "CommandTable", "Type the weight of the selected edge, or the bias of the unit (F2)"
        ),
    ),
)
