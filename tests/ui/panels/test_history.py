"""The history: the changes in words, the present one marked, a way to each of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.project import edits
from mlp_studio.ui.panels.history import History
from mlp_studio.ui.theme import ThemeModel
from tests.ui.panels.conftest import Shown


@pytest.fixture
def history(moons: Document, theme: ThemeModel, shown: Shown) -> History:
    panel = History(document=moons, theme=theme)
    shown(panel)
    return panel


def texts(history: History) -> list[str]:
    model = history.rows.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def row(history: History, number: int) -> QModelIndex:
    return history.rows.model().index(number, 0)


def make_three_changes(document: Document) -> None:
    document.apply("Give h1 5 units", edits.set_units, "h1", 5)
    document.apply("Name h1 hidden", edits.rename_layer, "h1", "hidden")
    document.apply("Give h1 6 units", edits.set_units, "h1", 6)


def test_while_nothing_was_changed_it_says_what_will_stand_there(history: History) -> None:
    assert history.hint.isVisible()
    assert "Every change" in history.hint.text()
    assert not history.rows.isVisible()


def test_changes_stand_in_order_below_the_start_and_the_last_is_marked(
    history: History, moons: Document
) -> None:
    make_three_changes(moons)
    assert texts(history) == ["Start", "Give h1 5 units", "Name h1 hidden", "Give h1 6 units"]
    assert history.rows.currentIndex().row() == 3
    assert not history.hint.isVisible()
    moons.undo()
    assert history.rows.currentIndex().row() == 2
    assert row(history, 3).data(Qt.ItemDataRole.AccessibleTextRole) == "Give h1 6 units, undone"


def test_a_click_goes_to_that_state_and_forward_again(
    history: History, moons: Document, qtbot: QtBot
) -> None:
    make_three_changes(moons)
    for number, units in ((1, 5), (0, 4), (3, 6)):
        place = history.rows.visualRect(row(history, number)).center()
        qtbot.mouseClick(history.rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert moons.project.layer("h1").units == units
        assert moons.undo_stack.index() == history.rows.currentIndex().row() == number


def test_a_run_ends_before_the_history_is_gone_back_in(history: History, moons: Document) -> None:
    make_three_changes(moons)
    ended = QSignalSpy(moons.about_to_change)
    history.rows.clicked.emit(row(history, 1))
    assert ended.count() == 1
    history.rows.clicked.emit(row(history, 1))
    assert ended.count() == 1, "it is there already"


def test_enter_goes_to_the_row_that_the_arrow_keys_reached(
    history: History, moons: Document, qtbot: QtBot
) -> None:
    make_three_changes(moons)
    qtbot.keyClick(history.rows, Qt.Key.Key_Up)
    qtbot.keyClick(history.rows, Qt.Key.Key_Up)
    assert moons.undo_stack.index() == 3, "looking changes nothing"
    qtbot.keyClick(history.rows, Qt.Key.Key_Return)
    assert moons.undo_stack.index() == 1
    qtbot.keyClick(history.rows, Qt.Key.Key_S)
    assert history.rows.currentIndex().row() == 1, "a letter jumps nowhere"


def test_a_change_made_after_going_back_replaces_what_was_undone(
    history: History, moons: Document
) -> None:
    make_three_changes(moons)
    history.rows.clicked.emit(row(history, 1))
    moons.apply("Set activation of h1 to ReLU", edits.set_activation, "h1", "relu")
    assert texts(history) == ["Start", "Give h1 5 units", "Set activation of h1 to ReLU"]


def test_another_project_begins_a_new_history(history: History, moons: Document) -> None:
    make_three_changes(moons)
    moons.new()
    assert texts(history) == ["Start"]
    assert history.hint.isVisible()
