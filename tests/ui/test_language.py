"""Everything on screen speaks the chosen language, and changes while the program runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QSpinBox,
    QWidget,
)

from mlp_studio.document.selection import Selected
from mlp_studio.ui.app import Studio
from mlp_studio.ui.examples import examples
from mlp_studio.ui.language import Language
from resources.i18n.__main__ import LANGUAGES, faults, source

SAME_IN_BOTH = {"English", "XOR", "AND", "OR", "NAND"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_translation_is_complete_and_in_step_with_the_code(language: str) -> None:
    """Otherwise run `make translations`, fill in what is unfinished, and run it again."""
    assert list(faults(language)) == []


def templates() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Each English text whose Korean differs, and what it looks like once filled in."""
    for message in ElementTree.parse(source("ko")).getroot().iter("message"):
        english = message.findtext("source") or ""
        korean = message.findtext("translation") or ""
        plain = english.replace("&", "").removesuffix("…")
        parts = re.split(r"\{\w+\}", plain)
        # A template without words of its own would match anything.
        if korean != english and re.search("[A-Za-z]{2}", "".join(parts)):
            yield english, re.compile(".*".join(map(re.escape, parts)), re.DOTALL)


def texts(root: QObject) -> Iterator[tuple[str, str]]:
    """All that `root` and what is in it show or say: where, and the text."""
    for item in (root, *root.findChildren(QObject)):
        if _is_put_away(item):
            continue
        where = f"{type(item).__name__} {item.objectName()}"
        for text in _texts_of(item):
            if text.strip():
                yield where, text.replace("&", "").removesuffix("…")


def _is_put_away(item: QObject) -> bool:
    """Whether it is part of something hidden that is written anew before it is shown."""
    ancestor: QObject | None = item
    while ancestor is not None:
        opens_by_itself = isinstance(ancestor, QDockWidget | QMenu | QDialog | QMainWindow)
        if isinstance(ancestor, QWidget) and ancestor.isHidden() and not opens_by_itself:
            return True
        ancestor = ancestor.parent()
    return False


def _texts_of(item: QObject) -> Iterator[str]:
    if isinstance(item, QWidget):
        yield from (item.toolTip(), item.accessibleName(), item.accessibleDescription())
        yield item.windowTitle()
    if isinstance(item, QAction):
        yield from (item.text(), item.iconText(), item.toolTip())
    if isinstance(item, QLabel | QAbstractButton):
        yield item.text()
    if isinstance(item, QMenu):
        yield item.title()
    if isinstance(item, QLineEdit):
        yield item.placeholderText()
    if isinstance(item, QSpinBox):
        yield from (item.prefix(), item.specialValueText())
    if isinstance(item, QComboBox):
        yield from (item.itemText(row) for row in range(item.count()))


def english_left(studio: Studio) -> list[str]:
    """What is still English although it has a Korean translation."""
    known = list(templates())
    names = {layer.title for layer in studio.document.project.layers} | SAME_IN_BOTH
    return [
        f"{where}: {text!r}"
        for where, text in texts(studio.window)
        if text not in names and any(pattern.fullmatch(text) for _, pattern in known)
    ]


@pytest.fixture
def visited(window: Studio, qtbot) -> Studio:
    """The window with XOR in it, after every perspective was shown."""
    path, title = next(item for item in examples() if item[0].stem == "xor")
    window.files.open_example(path, title)
    window.document.undo_stack.clear()
    for perspective in ("build", "step", "train"):
        window.actions[perspective].trigger()
        qtbot.wait(1)
    window.cursor.go_to(2)
    qtbot.wait(20)
    return window


@pytest.mark.parametrize(
    "selected",
    [
        Selected(),
        Selected(layers=frozenset({"h1"})),
        Selected(layers=frozenset({"x", "h1"})),
        Selected(units=frozenset({("h1", 0)})),
        Selected(links=frozenset({"x->h1"})),
        Selected(edges=frozenset({("x->h1", 0, 0)})),
    ],
    ids=["nothing", "layer", "layers", "unit", "link", "edge"],
)
def test_switching_the_language_changes_every_text(
    visited: Studio, qtbot, selected: Selected
) -> None:
    visited.selection.set(selected)

    visited.actions["language_ko"].trigger()
    qtbot.wait(20)

    assert visited.window.submenu("file").title() == "파일(&F)"
    # The example's own title and labels in the undo list are the project's, not the window's.
    left = [text for text in english_left(visited) if "XOR with two" not in text]
    assert left == [], "\n".join(left)


def test_an_example_is_titled_in_the_windows_language(visited: Studio, qtbot) -> None:
    shipped = visited.window.submenu("examples")
    visited.actions["language_ko"].trigger()
    qtbot.wait(20)
    korean = visited.window.windowTitle()
    assert any(korean.startswith(action.text()) for action in shipped.actions())
    assert not korean.startswith("XOR with")

    visited.actions["language_en"].trigger()
    qtbot.wait(20)
    assert visited.window.windowTitle().startswith("XOR with two hidden units")


def test_an_example_opened_in_korean_keeps_the_title_it_has_in_its_file(
    visited: Studio, qtbot
) -> None:
    visited.actions["language_ko"].trigger()
    qtbot.wait(20)
    visited.window.submenu("examples").actions()[1].trigger()

    assert visited.document.project.title == "XOR with two hidden units"
    assert not visited.window.windowTitle().startswith("XOR with")


def test_switching_there_and_back_leaves_every_text_as_it_was(visited: Studio, qtbot) -> None:
    before = sorted(texts(visited.window))

    visited.actions["language_ko"].trigger()
    qtbot.wait(20)
    assert sorted(texts(visited.window)) != before
    visited.actions["language_en"].trigger()
    qtbot.wait(20)

    assert sorted(texts(visited.window)) == before


def test_a_dialog_that_was_closed_while_the_language_changed_speaks_it_too(
    visited: Studio, qtbot
) -> None:
    visited.actions["language_ko"].trigger()
    qtbot.wait(20)

    assert visited.about.windowTitle() == "MLP Studio 정보"
    assert visited.crash_dialog.windowTitle() == "문제가 생겼습니다"


def test_problems_are_said_in_korean(window: Studio, qtbot) -> None:
    window.actions["language_ko"].trigger()
    qtbot.wait(20)

    assert window.status.problems.text() == "문제 2개"
    assert "신경망이 비어 있습니다" in window.actions["run"].toolTip()


@pytest.mark.parametrize(
    ("system", "code"),
    [
        (["ko-KR", "en-US"], "ko"),
        (["ko_KR"], "ko"),
        (["en-GB", "ko-KR"], "en"),
        (["de-DE", "ko-KR"], "ko"),
        (["de-DE"], "en"),
        ([], "en"),
    ],
)
def test_the_system_decides_unless_a_language_is_chosen(
    qapp: object, monkeypatch: pytest.MonkeyPatch, system: list[str], code: str
) -> None:
    class System(QLocale):
        def uiLanguages(self) -> list[str]:
            return system

    monkeypatch.setattr(QLocale, "system", lambda: System())
    language = Language("system")
    assert language.code == code

    language.set("en")
    assert language.code == "en"
    language.remove()


def test_qt_s_own_buttons_are_translated_too(qapp: object) -> None:
    language = Language("ko")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "취소"

    language.remove()
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
