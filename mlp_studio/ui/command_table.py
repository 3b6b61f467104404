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


COMMANDS = (
    # File
    Command(
        "new",
        QT_TRANSLATE_NOOP("Commands", "&New"),
        QT_TRANSLATE_NOOP("Commands", "Start an empty project"),
        "new",
        ("Ctrl+N",),
    ),
    Command(
        "open",
        QT_TRANSLATE_NOOP("Commands", "&Open…"),
        QT_TRANSLATE_NOOP("Commands", "Open a project file"),
        "open",
        ("Ctrl+O",),
    ),
    Command(
        "save",
        QT_TRANSLATE_NOOP("Commands", "&Save"),
        QT_TRANSLATE_NOOP("Commands", "Save the project"),
        "save",
        ("Ctrl+S",),
    ),
    Command(
        "save_as",
        QT_TRANSLATE_NOOP("Commands", "Save &as…"),
        QT_TRANSLATE_NOOP("Commands", "Save the project to another file"),
        "save-as",
        ("Ctrl+Shift+S",),
    ),
    Command(
        "quit",
        QT_TRANSLATE_NOOP("Commands", "&Quit"),
        QT_TRANSLATE_NOOP("Commands", "Close the program"),
        "quit",
        ("Ctrl+Q",),
    ),
    # Edit
    Command(
        "undo",
        QT_TRANSLATE_NOOP("Commands", "&Undo"),
        QT_TRANSLATE_NOOP("Commands", "Take back the last change"),
        "undo",
        ("Ctrl+Z",),
    ),
    Command(
        "redo",
        QT_TRANSLATE_NOOP("Commands", "&Redo"),
        QT_TRANSLATE_NOOP("Commands", "Make the change again"),
        "redo",
        ("Ctrl+Shift+Z", "Ctrl+Y"),
    ),
    Command(
        "delete",
        QT_TRANSLATE_NOOP("Commands", "&Delete"),
        QT_TRANSLATE_NOOP("Commands", "Remove what is selected"),
        "delete",
        ("Del",),
    ),
    Command(
        "select_all",
        QT_TRANSLATE_NOOP("Commands", "Select &all"),
        QT_TRANSLATE_NOOP("Commands", "Select every layer"),
        "select-all",
        ("Ctrl+A",),
    ),
    # View
    Command(
        "build",
        QT_TRANSLATE_NOOP("Commands", "&Build"),
        QT_TRANSLATE_NOOP("Commands", "Show what is needed to build a network"),
        "build",
        ("Ctrl+1",),
        choice="perspective",
    ),
    Command(
        "step",
        QT_TRANSLATE_NOOP("Commands", "S&tep"),
        QT_TRANSLATE_NOOP("Commands", "Show what is needed to step through a pass"),
        "step",
        ("Ctrl+2",),
        choice="perspective",
    ),
    Command(
        "train",
        QT_TRANSLATE_NOOP("Commands", "T&rain"),
        QT_TRANSLATE_NOOP("Commands", "Show what is needed to train the network"),
        "curve",
        ("Ctrl+3",),
        choice="perspective",
    ),
    Command(
        "fit",
        QT_TRANSLATE_NOOP("Commands", "&Fit"),
        QT_TRANSLATE_NOOP("Commands", "Show the whole network"),
        "fit",
        ("Ctrl+9",),
    ),
    Command(
        "zoom_in",
        QT_TRANSLATE_NOOP("Commands", "Zoom &in"),
        QT_TRANSLATE_NOOP("Commands", "Look closer at the network"),
        "zoom-in",
        ("Ctrl++", "Ctrl+="),
    ),
    Command(
        "zoom_out",
        QT_TRANSLATE_NOOP("Commands", "Zoom &out"),
        QT_TRANSLATE_NOOP("Commands", "See more of the network"),
        "zoom-out",
        ("Ctrl+-",),
    ),
    Command(
        "zoom_reset",
        QT_TRANSLATE_NOOP("Commands", "&Original size"),
        QT_TRANSLATE_NOOP("Commands", "Show the network at 100 %"),
        "zoom-reset",
        ("Ctrl+0",),
    ),
    Command(
        "text_larger",
        QT_TRANSLATE_NOOP("Commands", "&Larger text"),
        QT_TRANSLATE_NOOP("Commands", "Make all text larger"),
        "text-larger",
        ("Ctrl+Alt++", "Ctrl+Alt+="),
    ),
    Command(
        "text_smaller",
        QT_TRANSLATE_NOOP("Commands", "S&maller text"),
        QT_TRANSLATE_NOOP("Commands", "Make all text smaller"),
        "text-smaller",
        ("Ctrl+Alt+-",),
    ),
    Command(
        "text_reset",
        QT_TRANSLATE_NOOP("Commands", "&Usual text size"),
        QT_TRANSLATE_NOOP("Commands", "Back to the usual text size"),
        keys=("Ctrl+Alt+0",),
    ),
    Command(
        "presentation",
        QT_TRANSLATE_NOOP("Commands", "&Presentation"),
        QT_TRANSLATE_NOOP("Commands", "Fill the screen with the network; Esc comes back"),
        "presentation",
        ("F11",),
        checkable=True,
    ),
    Command(
        "reset_panels",
        QT_TRANSLATE_NOOP("Commands", "Put panels &back"),
        QT_TRANSLATE_NOOP("Commands", "Put every panel back in its usual place"),
    ),
    Command(
        "theme_system",
        QT_TRANSLATE_NOOP("Commands", "As the &system"),
        QT_TRANSLATE_NOOP("Commands", "Light or dark, as the system is set"),
        choice="theme",
    ),
    Command(
        "theme_light",
        QT_TRANSLATE_NOOP("Commands", "&Light"),
        QT_TRANSLATE_NOOP("Commands", "Dark text on a light ground"),
        choice="theme",
    ),
    Command(
        "theme_dark",
        QT_TRANSLATE_NOOP("Commands", "&Dark"),
        QT_TRANSLATE_NOOP("Commands", "Light text on a dark ground"),
        choice="theme",
    ),
    # Languages are written in themselves: who cannot read the current one finds the own.
    Command(
        "language_system",
        QT_TRANSLATE_NOOP("Commands", "As the system (Language · 언어)"),
        QT_TRANSLATE_NOOP("Commands", "The language the system is set to"),
        choice="language",
    ),
    Command("language_en", "English", "English", choice="language"),
    Command("language_ko", "한국어", "한국어", choice="language"),
    Command(
        "digits_2",
        QT_TRANSLATE_NOOP("Commands", "&2 digits"),
        QT_TRANSLATE_NOOP("Commands", "Show numbers with 2 digits after the decimal sign"),
        choice="digits",
    ),
    Command(
        "digits_3",
        QT_TRANSLATE_NOOP("Commands", "&3 digits"),
        QT_TRANSLATE_NOOP("Commands", "Show numbers with 3 digits after the decimal sign"),
        choice="digits",
    ),
    Command(
        "digits_4",
        QT_TRANSLATE_NOOP("Commands", "&4 digits"),
        QT_TRANSLATE_NOOP("Commands", "Show numbers with 4 digits after the decimal sign"),
        choice="digits",
    ),
    Command(
        "digits_5",
        QT_TRANSLATE_NOOP("Commands", "&5 digits"),
        QT_TRANSLATE_NOOP("Commands", "Show numbers with 5 digits after the decimal sign"),
        choice="digits",
    ),
    Command(
        "digits_6",
        QT_TRANSLATE_NOOP("Commands", "&6 digits"),
        QT_TRANSLATE_NOOP("Commands", "Show numbers with 6 digits after the decimal sign"),
        choice="digits",
    ),
    Command(
        "decimal_point",
        QT_TRANSLATE_NOOP("Commands", "Decimal &point: 0.5"),
        QT_TRANSLATE_NOOP("Commands", "Write 0.5"),
        choice="decimal_sign",
    ),
    Command(
        "decimal_comma",
        QT_TRANSLATE_NOOP("Commands", "Decimal &comma: 0,5"),
        QT_TRANSLATE_NOOP("Commands", "Write 0,5"),
        choice="decimal_sign",
    ),
    # Network
    Command(
        "add_input",
        QT_TRANSLATE_NOOP("Commands", "Add &input"),
        QT_TRANSLATE_NOOP("Commands", "Add a layer the values come in by"),
        "kind-input",
        ("Ctrl+Shift+I",),
    ),
    Command(
        "add_dense",
        QT_TRANSLATE_NOOP("Commands", "Add &dense layer"),
        QT_TRANSLATE_NOOP("Commands", "Add a column of units"),
        "kind-dense",
        ("Ctrl+Shift+D",),
    ),
    Command(
        "add_neuron",
        QT_TRANSLATE_NOOP("Commands", "Add &neuron"),
        QT_TRANSLATE_NOOP("Commands", "Add one unit to the selected layer, or a layer of one"),
        "kind-neuron",
        ("Ctrl+Shift+U",),
    ),
    Command(
        "add_output",
        QT_TRANSLATE_NOOP("Commands", "Add &output"),
        QT_TRANSLATE_NOOP("Commands", "Add the layer the loss looks at"),
        "kind-output",
        ("Ctrl+Shift+O",),
    ),
    Command(
        "arrange",
        QT_TRANSLATE_NOOP("Commands", "&Arrange"),
        QT_TRANSLATE_NOOP("Commands", "Put the layers side by side, left to right"),
        "arrange",
        ("Ctrl+L",),
    ),
    Command(
        "redraw_weights",
        QT_TRANSLATE_NOOP("Commands", "&Draw new weights"),
        QT_TRANSLATE_NOOP("Commands", "Draw new random weights from the next seed"),
        "redraw",
        ("Ctrl+Shift+R",),
    ),
    Command(
        "reset_weights",
        QT_TRANSLATE_NOOP("Commands", "&Reset weights"),
        QT_TRANSLATE_NOOP("Commands", "Go back to the weights before training"),
        "reset",
        ("Ctrl+R",),
    ),
    # Train
    Command(
        "step_to_start",
        QT_TRANSLATE_NOOP("Commands", "To the &start of the pass"),
        QT_TRANSLATE_NOOP("Commands", "Go to before the first step"),
        "to-start",
        ("Alt+Home",),
    ),
    Command(
        "step_back",
        QT_TRANSLATE_NOOP("Commands", "Step &back"),
        QT_TRANSLATE_NOOP("Commands", "Take one step back"),
        "step-back",
        ("Alt+Left", "["),
    ),
    Command(
        "step_forward",
        QT_TRANSLATE_NOOP("Commands", "Step &forward"),
        QT_TRANSLATE_NOOP("Commands", "Take one step forward"),
        "step-forward",
        ("Alt+Right", "]"),
    ),
    Command(
        "step_to_end",
        QT_TRANSLATE_NOOP("Commands", "To the &end of the pass"),
        QT_TRANSLATE_NOOP("Commands", "Go to the last step, before the next sample"),
        "to-end",
        ("Alt+End",),
    ),
    Command(
        "by_unit",
        QT_TRANSLATE_NOOP("Commands", "Steps by &unit"),
        QT_TRANSLATE_NOOP("Commands", "Step through the pass unit by unit"),
        choice="granularity",
    ),
    Command(
        "by_layer",
        QT_TRANSLATE_NOOP("Commands", "Steps by &layer"),
        QT_TRANSLATE_NOOP("Commands", "Step through the pass layer by layer"),
        choice="granularity",
    ),
    Command(
        "by_phase",
        QT_TRANSLATE_NOOP("Commands", "Steps by &phase"),
        QT_TRANSLATE_NOOP("Commands", "Forward, loss, backward and update as one step each"),
        choice="granularity",
    ),
    Command(
        "run",
        QT_TRANSLATE_NOOP("Commands", "&Train"),
        QT_TRANSLATE_NOOP("Commands", "Train the network"),
        "train",
        ("F5",),
    ),
    # Takes the place of the one above while a run is on.
    Command(
        "pause",
        QT_TRANSLATE_NOOP("Commands", "&Pause"),
        QT_TRANSLATE_NOOP("Commands", "Stop training and keep the weights"),
        "pause",
        ("F5",),
    ),
    # Help
    Command(
        "command_palette",
        QT_TRANSLATE_NOOP("Commands", "&Find a command…"),
        QT_TRANSLATE_NOOP("Commands", "Give any command by typing part of its name"),
        "search",
        ("Ctrl+Shift+P",),
    ),
    Command(
        "shortcuts",
        QT_TRANSLATE_NOOP("Commands", "&Keyboard shortcuts"),
        QT_TRANSLATE_NOOP("Commands", "List every shortcut"),
        "keyboard",
        ("?",),
    ),
    Command(
        "about",
        QT_TRANSLATE_NOOP("Commands", "&About MLP Studio"),
        QT_TRANSLATE_NOOP("Commands", "Version, licence and credits"),
        "about",
    ),
)
