"""The questions themselves: each button means what it says, and Esc never loses anything."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget

from mlp_studio.project.model import Project
from mlp_studio.ui.dialogs import Dialogs
from mlp_studio.ui.recovery import LostWork


@pytest.fixture
def dialogs(qtbot) -> Dialogs:
    window = QWidget()
    qtbot.addWidget(window)
    dialogs = Dialogs(window)
    window.show()
    return dialogs


def box_on_top() -> QMessageBox:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    return box


def press(text: str) -> Callable[[], None]:
    """Press the button called so in the message box that is open by then."""

    def act() -> None:
        next(button for button in box_on_top().buttons() if button.text() == text).click()

    return act


def escape() -> None:
    QTest.keyClick(box_on_top(), Qt.Key.Key_Escape)


def enter() -> None:
    QTest.keyClick(box_on_top(), Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("act", "answer"),
    [
        (press("Save"), "save"),
        (press("Discard"), "discard"),
        (press("Cancel"), "cancel"),
        (escape, "cancel"),
        (enter, "save"),
    ],
)
def test_unsaved_changes(dialogs: Dialogs, act: Callable[[], None], answer: str) -> None:
    QTimer.singleShot(0, act)

    assert dialogs.about_unsaved_changes("mine.mlps") == answer


@pytest.mark.parametrize(
    ("act", "answer"),
    [
        (press("Restore"), "restore"),
        (press("Discard"), "discard"),
        (press("Decide later"), "later"),
        (escape, "later"),
    ],
)
def test_lost_work(dialogs: Dialogs, tmp_path: Path, act: Callable[[], None], answer: str) -> None:
    moment = datetime(2026, 5, 1, 12, tzinfo=UTC)
    lock = QLockFile(str(tmp_path / "lock"))
    work = LostWork(Project(), tmp_path / "mine.mlps", moment, tmp_path / "0.recovery", lock)
    QTimer.singleShot(0, act)

    assert dialogs.about_lost_work(work) == answer


def test_an_error_is_told_with_its_reason(dialogs: Dialogs) -> None:
    seen: list[str] = []

    def look() -> None:
        seen.extend((box_on_top().text(), box_on_top().informativeText()))
        escape()

    QTimer.singleShot(0, look)
    dialogs.tell_error("“mine.mlps” cannot be saved.", "No space left on device")

    assert seen == ["“mine.mlps” cannot be saved.", "No space left on device"]


def test_a_file_saved_without_a_suffix_gets_one(dialogs: Dialogs, tmp_path: Path) -> None:
    def type_a_name() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setText("mine")
        dialog.accept()

    QTimer.singleShot(200, type_a_name)

    assert dialogs.file_to_save(tmp_path / "Untitled.mlps") == tmp_path / "mine.mlps"


def test_no_place_to_save_is_an_answer_too(dialogs: Dialogs, tmp_path: Path) -> None:
    QTimer.singleShot(200, lambda: QApplication.activeModalWidget().reject())

    assert dialogs.file_to_save(tmp_path / "Untitled.mlps") is None
