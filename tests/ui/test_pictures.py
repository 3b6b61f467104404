"""Copy and export: asked for a file, written whole, told in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSaveFile, QSizeF, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget

from mlp_studio.document.document import Document
from mlp_studio.project.model import Project
from mlp_studio.project.starting import STARTING_PROJECT
from mlp_studio.ui.dialogs import Dialogs
from mlp_studio.ui.drawing import Drawing
from mlp_studio.ui.pictures import Pictures
from tests.ui.answers import Answers

SHEET = Drawing(
    QSizeF(60.0, 40.0),
    lambda painter: painter.fillRect(QRectF(0.0, 0.0, 60.0, 40.0), QColor("red")),
)


class Desk:
    """Pictures of a red sheet, or of nothing."""

    def __init__(self, answers: Answers, project: Project = STARTING_PROJECT) -> None:
        self.document = Document(project)
        self.sheet: Drawing | None = SHEET
        self.said: list[str] = []
        self.pictures = Pictures(draw=lambda: self.sheet, document=self.document, ask=answers)
        self.pictures.said.connect(self.said.append)


@pytest.fixture
def desk(qapp, answers) -> Desk:
    return Desk(answers)


def test_copy_puts_the_picture_on_the_clipboard_at_twice_its_size(desk) -> None:
    QGuiApplication.clipboard().clear()
    desk.pictures.copy()
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (120, 80)
    assert image.pixelColor(60, 40) == QColor("red")
    assert desk.said == ["The picture is on the clipboard."]


@pytest.mark.parametrize("name", ["a.png", "a.svg", "a.pdf"])
def test_export_writes_the_file_that_was_chosen(desk, answers, folder, name) -> None:
    answers.picture = folder / name
    desk.pictures.export()
    assert (folder / name).stat().st_size > 100
    assert list(folder.glob("a*")) == [folder / name]
    assert desk.said == [f"The picture is in “{name}”."]


def test_the_exported_image_has_twice_the_size(desk, answers, folder) -> None:
    answers.picture = folder / "a.png"
    desk.pictures.export()
    assert QImage(str(folder / "a.png")).width() == 120


def test_no_file_is_an_answer_too(desk, answers, folder) -> None:
    desk.pictures.export()
    assert len(answers.asked) == 1
    assert not desk.said
    assert not answers.told


def test_a_file_that_cannot_be_written_is_told_and_the_old_one_stays(
    desk, answers, folder, monkeypatch
) -> None:
    old = folder / "a.png"
    old.write_bytes(b"old")
    answers.picture = old

    class Full(QSaveFile):
        def commit(self) -> bool:
            self.cancelWriting()
            return super().commit()

        def errorString(self) -> str:
            return "No space left on device"

    monkeypatch.setattr("mlp_studio.ui.drawing.QSaveFile", Full)
    desk.pictures.export()
    assert old.read_bytes() == b"old"
    assert answers.told == ["“a.png” cannot be written. No space left on device"]
    assert not desk.said


def test_a_folder_that_is_gone_is_told(desk, answers, folder) -> None:
    answers.picture = folder / "gone" / "a.svg"
    desk.pictures.export()
    assert len(answers.told) == 1
    assert answers.told[0].startswith("“a.svg” cannot be written. ")


def test_nothing_drawn_makes_no_picture(desk, answers) -> None:
    desk.sheet = None
    desk.pictures.export()
    desk.pictures.copy()
    assert not answers.asked
    assert desk.said == ["There is nothing to make a picture of yet."] * 2


@pytest.mark.parametrize(
    ("title", "name"),
    [("Mine", "Mine.png"), ("AND / OR?", "AND OR.png"), ("", "Network.png"), ("..", "Network.png")],
)
def test_the_name_suggested_is_the_projects(qapp, answers, title, name) -> None:
    Desk(answers, replace(STARTING_PROJECT, title=title)).pictures.export()
    assert answers.asked == [f"picture {name}"]


def test_a_saved_project_lends_its_name_and_its_folder(desk, answers, folder, monkeypatch) -> None:
    suggested: list[Path] = []
    monkeypatch.setattr(answers, "picture_to_save", suggested.append)
    desk.document.save(folder / "lesson 1.mlps")
    desk.pictures.export()
    assert suggested == [folder / "lesson 1.png"]


# The question itself ----------------------------------------------------------------------


@pytest.fixture
def dialogs(qtbot) -> Dialogs:
    window = QWidget()
    qtbot.addWidget(window)
    dialogs = Dialogs(window)
    window.show()
    return dialogs


def answer(name: str, name_filter: int = 0) -> Callable[[], None]:
    """Type a name under one of the filters and press Save."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        if name_filter:
            chosen = dialog.nameFilters()[name_filter]
            dialog.selectNameFilter(chosen)
            dialog.filterSelected.emit(chosen)
        dialog.findChild(QLineEdit).setText(name)
        dialog.accept()

    return act


@pytest.mark.parametrize(
    ("typed", "name_filter", "name"),
    [
        ("mine", 0, "mine.png"),
        ("mine", 1, "mine.svg"),
        ("mine", 2, "mine.pdf"),
        ("mine.svg", 0, "mine.svg"),
        ("mine.v2", 2, "mine.v2.pdf"),
    ],
)
def test_a_name_gets_the_suffix_of_the_filter(dialogs, folder, typed, name_filter, name) -> None:
    QTimer.singleShot(200, answer(typed, name_filter))
    assert dialogs.picture_to_save(folder / "Network.png") == folder / name


def test_no_file_is_overwritten_without_a_question(dialogs, folder) -> None:
    (folder / "mine.v2.png").write_bytes(b"old")
    asked: list[str] = []

    def refuse() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        box.reject()

    def again() -> None:
        # The dialog is shown again, with the whole name in it.
        QTimer.singleShot(200, refuse)
        QApplication.activeModalWidget().accept()
        QApplication.activeModalWidget().reject()

    QTimer.singleShot(200, answer("mine.v2"))
    QTimer.singleShot(600, again)
    assert dialogs.picture_to_save(folder / "Network.png") is None
    assert "mine.v2.png" in asked[0]
