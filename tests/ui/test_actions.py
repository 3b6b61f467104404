"""One table of commands: complete, without clashes, and read by everything that offers them."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from mlp_studio.ui.actions import Actions, plain_text, shortcut_text
from mlp_studio.ui.command_palette import CommandPalette, ShortcutList, matches
from mlp_studio.ui.command_table import COMMANDS
from mlp_studio.ui.menu_table import MENUS, SUBMENUS, TOOLBAR
from mlp_studio.ui.theme import ThemeModel

NEVER_TOGETHER = {frozenset({"run", "pause"})}
"""Commands that may share a shortcut, since one of them is always hidden."""


@pytest.fixture
def actions(qapp: QApplication) -> Actions:
    return Actions()


def test_every_command_has_a_name_of_its_own() -> None:
    assert Counter(command.name for command in COMMANDS).most_common(1)[0][1] == 1


def test_no_shortcut_is_given_twice() -> None:
    owners: dict[str, list[str]] = {}
    for command in COMMANDS:
        for keys in command.keys:
            owners.setdefault(QKeySequence(keys).toString(), []).append(command.name)

    clashes = [names for names in owners.values() if len(names) > 1]

    assert all(frozenset(names) in NEVER_TOGETHER for names in clashes)


def test_every_shortcut_is_one_qt_understands() -> None:
    for command in COMMANDS:
        for keys in command.keys:
            assert QKeySequence(keys)[0].key() != Qt.Key.Key_unknown, keys


def test_every_command_is_found_in_a_menu() -> None:
    listed = {item for menu in (*MENUS, *SUBMENUS) for item in menu.items}

    assert {command.name for command in COMMANDS} <= listed


def test_menus_and_toolbar_name_only_commands_and_submenus_that_exist() -> None:
    known = {command.name for command in COMMANDS} | {"-"}
    submenus = {f">{menu.name}" for menu in SUBMENUS}
    controls = {">granularity", ">sample", ">digits"}

    for menu in (*MENUS, *SUBMENUS):
        assert set(menu.items) <= known | submenus
    assert set(TOOLBAR) <= known | controls


def test_no_two_entries_of_a_menu_share_a_letter(actions: Actions) -> None:
    submenus = {f">{menu.name}": menu.text for menu in SUBMENUS}
    for menu in (*MENUS, *SUBMENUS):
        items = [item for item in menu.items if item != "-"]
        texts = [submenus[item] if item in submenus else actions[item].text() for item in items]
        # Languages have none: they are written in themselves.
        marked = texts if menu in MENUS else [text for text in texts if "&" in text]
        letters = Counter(text[text.index("&") + 1].lower() for text in marked)

        assert [letter for letter, count in letters.items() if count > 1] == [], menu.name


def test_a_tooltip_names_the_shortcut(actions: Actions) -> None:
    assert actions["save"].toolTip() == "Save the project (Ctrl+S)"


def test_a_text_can_be_read_as_prose(actions: Actions) -> None:
    assert plain_text(actions["save_as"]) == "Save as"
    assert shortcut_text(actions["redo"]) == "Ctrl+Shift+Z, Ctrl+Y"


def test_choices_exclude_one_another(actions: Actions) -> None:
    actions.choose("digits", "3")
    actions["digits_5"].trigger()

    assert actions["digits_5"].isChecked()
    assert not actions["digits_3"].isChecked()


def test_icons_follow_the_theme(actions: Actions, theme: ThemeModel) -> None:
    actions.tint(theme.theme)
    light = actions["save"].icon().pixmap(20).toImage()
    theme.set("dark")
    actions.tint(theme.theme)

    assert actions["save"].icon().pixmap(20).toImage() != light


@pytest.mark.parametrize(
    ("query", "found"),
    [("", True), ("zoom", True), ("IN zoom", True), ("zoom out", False)],
)
def test_a_query_matches_its_words_in_any_order(query: str, found: bool) -> None:
    assert matches(query, "Zoom in") is found


def shown(palette: CommandPalette) -> list[str]:
    items = [palette.list.topLevelItem(row) for row in range(palette.list.topLevelItemCount())]
    return [item.text(0) for item in items if not item.isHidden()]


def test_typing_narrows_the_palette_and_enter_gives_the_command(qtbot, actions: Actions) -> None:
    palette = CommandPalette(actions)
    qtbot.addWidget(palette)
    palette.present()

    qtbot.keyClicks(palette.line, "arrange")
    assert shown(palette) == ["Arrange"]

    with qtbot.waitSignal(actions["arrange"].triggered):
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert not palette.isVisible()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("dark", "Theme: Dark"),
        ("theme d", "Theme: Dark"),
        ("language en", "Language · 언어: English"),
        ("한국", "Language · 언어: 한국어"),
        ("3 digits", "Numbers: 3 digits"),
        ("forward", "Step forward"),
        ("step size epoch", "Step size: Epoch"),
        ("by term", "Step size: Term"),
        ("play", "Play the steps"),
    ],
)
def test_the_palette_lists_the_best_match_first(
    qtbot, actions: Actions, typed: str, first: str
) -> None:
    palette = CommandPalette(actions)
    qtbot.addWidget(palette)
    palette.present()

    palette.line.setText(typed)

    assert shown(palette)[0] == first
    assert palette.list.currentItem().text(0) == first


def test_a_submenus_name_finds_all_that_is_in_it(qtbot, actions: Actions) -> None:
    palette = CommandPalette(actions)
    qtbot.addWidget(palette)
    palette.present()

    palette.line.setText("theme")

    assert shown(palette) == ["Theme: As the system", "Theme: Light", "Theme: Dark"]


def test_a_query_without_an_answer_says_so(qtbot, actions: Actions) -> None:
    palette = CommandPalette(actions)
    qtbot.addWidget(palette)
    palette.present()

    palette.line.setText("make coffee")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)

    assert shown(palette) == ["No such command"]
    assert palette.isVisible()


def test_arrow_keys_move_in_the_palette_while_typing(qtbot, actions: Actions) -> None:
    palette = CommandPalette(actions)
    qtbot.addWidget(palette)
    palette.present()
    qtbot.keyClicks(palette.line, "zoom")

    qtbot.keyClick(palette.line, Qt.Key.Key_Down)

    with qtbot.waitSignal(actions["zoom_out"].triggered):
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)


def test_the_palette_does_not_give_a_command_that_is_off(qtbot, actions: Actions) -> None:
    actions["undo"].setEnabled(False)
    palette = CommandPalette(actions)
    qtbot.addWidget(palette)
    palette.present()
    qtbot.keyClicks(palette.line, "take back the last")

    with qtbot.assertNotEmitted(actions["undo"].triggered):
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_the_shortcut_list_has_every_command_with_a_shortcut(qtbot, actions: Actions) -> None:
    shortcuts = ShortcutList(actions)
    qtbot.addWidget(shortcuts)

    listed = {
        shortcuts.list.topLevelItem(row).text(0)
        for row in range(shortcuts.list.topLevelItemCount())
    }

    assert listed == {plain_text(action) for action in actions if action.shortcuts()}
