"""Where the commands are found: the menus and the toolbar."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_studio.project.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Menu:
    """A top-level menu. In `items`, "-" is a separator and ">name" a submenu filled elsewhere."""

    name: str
    text: str
    items: tuple[str, ...]


MENUS = (
    Menu(
        "file",
        QT_TRANSLATE_NOOP("CommandTable", "&File"),
        (
            *("new", "open", ">recent", ">examples", "-"),
            *("save", "save_as", "export_picture", "-", "quit"),
        ),
    ),
    Menu(
        "edit",
        QT_TRANSLATE_NOOP("CommandTable", "&Edit"),
        (
            *("undo", "redo", "-"),
            *("cut", "copy", "paste", "duplicate", "delete", "-"),
            *("select_all", ">align", "-", "copy_picture"),
        ),
    ),
    Menu(
        "view",
        QT_TRANSLATE_NOOP("CommandTable", "&View"),
        (
            *("build", "step", "train", "-"),
            *(">panels", "reset_panels", "-"),
            *("fit", "fit_selection", "zoom_in", "zoom_out", "zoom_reset", "-"),
            *(">showing", ">pictures", "heat_maps", "overview", "motion", "-"),
            *("text_larger", "text_smaller", "text_reset", "-"),
            *(">theme", ">language", ">digits", "-"),
            "presentation",
        ),
    ),
    Menu(
        "network",
        QT_TRANSLATE_NOOP("CommandTable", "&Network"),
        (
            *("add_input", "add_dense", "add_neuron", "add_output", "-"),
            *("add_template", "save_template", "-"),
            *("link_selected", ">pattern", "unfold", "fold", "-"),
            *("edit_weight", "freeze", "unfreeze", "-"),
            *("arrange", "-", "redraw_weights", "reset_weights"),
        ),
    ),
    Menu(
        "data",
        QT_TRANSLATE_NOOP("CommandTable", "&Data"),
        ("import_data", "paste_data", "-", "fit_to_data", "-", "show_table", "show_drawing"),
    ),
    Menu(
        "train",
        QT_TRANSLATE_NOOP("CommandTable", "T&rain"),
        (
            *("run", "pause", "run_epoch", "run_until_converged", "reset_weights", "-"),
            *("step_to_start", "step_back", "play", "step_forward", "step_to_end", "-"),
            *("finish_layer", "finish_phase", "run_to_unit", "-"),
            *(">granularity", ">scope", "flow", "-"),
            *("show_lens", "show_costs", "show_check", "show_guide", "-"),
            *("show_decision", "show_hidden", "show_unit", "show_metrics"),
        ),
    ),
    Menu(
        "labs",
        QT_TRANSLATE_NOOP("CommandTable", "&Labs"),
        (
            *("lab_perceptron", "lab_lift", "lab_descent", "lab_chain", "-"),
            "lab_chain_network",
        ),
    ),
    Menu(
        "help",
        QT_TRANSLATE_NOOP("CommandTable", "&Help"),
        ("command_palette", "shortcuts", "-", "about"),
    ),
)

SUBMENUS = (
    Menu("recent", QT_TRANSLATE_NOOP("CommandTable", "Open &recent"), ()),
    Menu("examples", QT_TRANSLATE_NOOP("CommandTable", "&Examples"), ()),
    Menu(
        "align",
        QT_TRANSLATE_NOOP("CommandTable", "Ali&gn"),
        (
            *("align_left", "align_centre", "align_right", "-"),
            *("align_top", "align_middle", "align_bottom", "-"),
            *("align_across", "align_down"),
        ),
    ),
    Menu(
        "showing",
        QT_TRANSLATE_NOOP("CommandTable", "Sho&w"),
        ("showing_everything", "showing_focus", "showing_on_click"),
    ),
    Menu(
        "pictures",
        QT_TRANSLATE_NOOP("CommandTable", "Units &display"),
        ("pictures_auto", "pictures_map", "pictures_bar", "pictures_none"),
    ),
    Menu(
        "pattern",
        QT_TRANSLATE_NOOP("CommandTable", "New lin&ks"),
        ("pattern_dense", "pattern_one_to_one", "pattern_sparse"),
    ),
    Menu(
        "granularity",
        QT_TRANSLATE_NOOP("CommandTable", "Step si&ze"),
        (
            *("by_term", "by_unit", "by_layer", "by_phase", "-"),
            *("by_sample", "by_batch", "by_epoch"),
        ),
    ),
    Menu(
        "scope",
        QT_TRANSLATE_NOOP("CommandTable", "A pass is f&or"),
        ("scope_sample", "scope_batch", "-", "show_mean"),
    ),
    Menu("panels", QT_TRANSLATE_NOOP("CommandTable", "P&anels"), ()),
    Menu(
        "theme",
        QT_TRANSLATE_NOOP("CommandTable", "T&heme"),
        ("theme_system", "theme_light", "theme_dark"),
    ),
    Menu(
        "language",
        # Both languages, for someone who cannot read the current one.
        QT_TRANSLATE_NOOP("CommandTable", "Lan&guage · 언어"),
        ("language_system", "language_en", "language_ko"),
    ),
    Menu(
        "digits",
        QT_TRANSLATE_NOOP("CommandTable", "&Numbers"),
        (
            *("digits_2", "digits_3", "digits_4", "digits_5", "digits_6"),
            *("-", "decimal_point", "decimal_comma"),
        ),
    ),
)

TOOLBAR = (
    *("build", "step", "train", "-"),
    *("undo", "redo", "-"),
    *("step_to_start", "step_back", "play", "step_forward", "step_to_end", ">granularity", "-"),
    *("run", "pause", "reset_weights", "redraw_weights", "-"),
    *(">sample", "-", ">digits", "text_larger", "text_smaller", "fit"),
)
"""">name" stands for a control that is not a plain button."""
