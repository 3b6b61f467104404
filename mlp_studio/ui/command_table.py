"""Every command of the program, in one table: menus, toolbar, shortcut list and palette read it.

Where each command is found is in `menu_table.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from mlp_studio.project.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Command:
    """A command a person can give. Texts are English; the window looks up the translation.

    Commands that share a `choice` exclude one another: exactly one of them is checked.
    """

    name: str
    text: str
    tip: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    choice: str = ""
    checkable: bool = False
    short: str = ""
    """What a button of the toolbar says where `text` would be too long."""


COMMANDS = (
    # File
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
    # Edit
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
    # View
    Command(
        "build",
        QT_TRANSLATE_NOOP("CommandTable", "&Build"),
        QT_TRANSLATE_NOOP("CommandTable", "Show what is needed to build a network"),
        "build",
        ("Ctrl+1",),
        choice="perspective",
    ),
    Command(
        "step",
        QT_TRANSLATE_NOOP("CommandTable", "S&tep"),
        QT_TRANSLATE_NOOP("CommandTable", "Show what is needed to step through a pass"),
        "step",
        ("Ctrl+2",),
        choice="perspective",
    ),
    Command(
        "train",
        QT_TRANSLATE_NOOP("CommandTable", "T&rain"),
        QT_TRANSLATE_NOOP("CommandTable", "Show what is needed to train the network"),
        "curve",
        ("Ctrl+3",),
        choice="perspective",
    ),
    Command(
        "fit",
        QT_TRANSLATE_NOOP("CommandTable", "&Fit"),
        QT_TRANSLATE_NOOP("CommandTable", "Show the whole network"),
        "fit",
        ("Ctrl+9",),
    ),
    Command(
        "zoom_in",
        QT_TRANSLATE_NOOP("CommandTable", "Zoom &in"),
        QT_TRANSLATE_NOOP("CommandTable", "Look closer at the network"),
        "zoom-in",
        ("Ctrl++", "Ctrl+="),
    ),
    Command(
        "zoom_out",
        QT_TRANSLATE_NOOP("CommandTable", "Zoom &out"),
        QT_TRANSLATE_NOOP("CommandTable", "See more of the network"),
        "zoom-out",
        ("Ctrl+-",),
    ),
    Command(
        "zoom_reset",
        QT_TRANSLATE_NOOP("CommandTable", "Original &size"),
        QT_TRANSLATE_NOOP("CommandTable", "Show the network at 100 %"),
        "zoom-reset",
        ("Ctrl+0",),
    ),
    Command(
        "text_larger",
        QT_TRANSLATE_NOOP("CommandTable", "&Larger text"),
        QT_TRANSLATE_NOOP("CommandTable", "Make all text larger"),
        "text-larger",
        ("Ctrl+Alt++", "Ctrl+Alt+="),
    ),
    Command(
        "text_smaller",
        QT_TRANSLATE_NOOP("CommandTable", "S&maller text"),
        QT_TRANSLATE_NOOP("CommandTable", "Make all text smaller"),
        "text-smaller",
        ("Ctrl+Alt+-",),
    ),
    Command(
        "text_reset",
        QT_TRANSLATE_NOOP("CommandTable", "&Usual text size"),
        QT_TRANSLATE_NOOP("CommandTable", "Back to the usual text size"),
        keys=("Ctrl+Alt+0",),
    ),
    Command(
        "presentation",
        QT_TRANSLATE_NOOP("CommandTable", "&Presentation"),
        QT_TRANSLATE_NOOP("CommandTable", "Fill the screen with the network; Esc comes back"),
        "presentation",
        ("F11",),
        checkable=True,
    ),
    Command(
        "reset_panels",
        QT_TRANSLATE_NOOP("CommandTable", "Put panels bac&k"),
        QT_TRANSLATE_NOOP("CommandTable", "Put every panel back in its usual place"),
    ),
    Command(
        "theme_system",
        QT_TRANSLATE_NOOP("CommandTable", "As the &system"),
        QT_TRANSLATE_NOOP("CommandTable", "Light or dark, as the system is set"),
        choice="theme",
    ),
    Command(
        "theme_light",
        QT_TRANSLATE_NOOP("CommandTable", "&Light"),
        QT_TRANSLATE_NOOP("CommandTable", "Dark text on a light ground"),
        choice="theme",
    ),
    Command(
        "theme_dark",
        QT_TRANSLATE_NOOP("CommandTable", "&Dark"),
        QT_TRANSLATE_NOOP("CommandTable", "Light text on a dark ground"),
        choice="theme",
    ),
    # Languages are written in themselves: who cannot read the current one finds the own.
    Command(
        "language_system",
        QT_TRANSLATE_NOOP("CommandTable", "As the system (Language · 언어)"),
        QT_TRANSLATE_NOOP("CommandTable", "The language the system is set to"),
        choice="language",
    ),
    Command("language_en", "English", "English", choice="language"),
    Command("language_ko", "한국어", "한국어", choice="language"),
    Command(
        "digits_2",
        QT_TRANSLATE_NOOP("CommandTable", "&2 digits"),
        QT_TRANSLATE_NOOP("CommandTable", "Show numbers with 2 digits after the decimal sign"),
        choice="digits",
    ),
    Command(
        "digits_3",
        QT_TRANSLATE_NOOP("CommandTable", "&3 digits"),
        QT_TRANSLATE_NOOP("CommandTable", "Show numbers with 3 digits after the decimal sign"),
        choice="digits",
    ),
    Command(
        "digits_4",
        QT_TRANSLATE_NOOP("CommandTable", "&4 digits"),
        QT_TRANSLATE_NOOP("CommandTable", "Show numbers with 4 digits after the decimal sign"),
        choice="digits",
    ),
    Command(
        "digits_5",
        QT_TRANSLATE_NOOP("CommandTable", "&5 digits"),
        QT_TRANSLATE_NOOP("CommandTable", "Show numbers with 5 digits after the decimal sign"),
        choice="digits",
    ),
    Command(
        "digits_6",
        QT_TRANSLATE_NOOP("CommandTable", "&6 digits"),
        QT_TRANSLATE_NOOP("CommandTable", "Show numbers with 6 digits after the decimal sign"),
        choice="digits",
    ),
    Command(
        "decimal_point",
        QT_TRANSLATE_NOOP("CommandTable", "Decimal &point: 0.5"),
        QT_TRANSLATE_NOOP("CommandTable", "Write 0.5"),
        choice="decimal_sign",
    ),
    Command(
        "decimal_comma",
        QT_TRANSLATE_NOOP("CommandTable", "Decimal &comma: 0,5"),
        QT_TRANSLATE_NOOP("CommandTable", "Write 0,5"),
        choice="decimal_sign",
    ),
    # Network
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
    # Train
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
    # Help
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
