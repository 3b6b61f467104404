"""The commands of the Labs menu: scenes of their own, beside the project."""

from __future__ import annotations

from mlp_studio.project.translation import QT_TRANSLATE_NOOP
from mlp_studio.ui.command_table.command import Command

COMMANDS = (
    Command(
        "lab_perceptron",
        QT_TRANSLATE_NOOP("CommandTable", "&Perceptron…"),
        QT_TRANSLATE_NOOP("CommandTable", "One line, its rule, and why XOR needs two"),
        "kind-neuron",
    ),
    Command(
        "lab_lift",
        QT_TRANSLATE_NOOP("CommandTable", "&Kernel lift…"),
        QT_TRANSLATE_NOOP(
            "CommandTable", "Lift the plane to 3-D, cut it with one plane, come back"
        ),
        "hidden",
    ),
    Command(
        "lab_descent",
        QT_TRANSLATE_NOOP("CommandTable", "&Descent…"),
        QT_TRANSLATE_NOOP("CommandTable", "A loss and its slope, and what the learning rate does"),
        "curve",
    ),
    Command(
        "lab_chain",
        QT_TRANSLATE_NOOP("CommandTable", "&Chain rule…"),
        QT_TRANSLATE_NOOP(
            "CommandTable", "Formulas as a graph: sum over paths, or reuse from the back"
        ),
        "lens",
    ),
    Command(
        "lab_chain_network",
        QT_TRANSLATE_NOOP("CommandTable", "This &network as formulas…"),
        QT_TRANSLATE_NOOP("CommandTable", "Open the network, for the current sample, as a graph"),
        "calculation",
    ),
)
