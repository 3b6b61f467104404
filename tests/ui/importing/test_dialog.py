"""The import dialog: what it detects can be changed, what is wrong is said."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from mlp_studio.project.importing import Imported
from mlp_studio.project.sources import digest
from mlp_studio.ui.importing import ImportDialog
from mlp_studio.ui.theme import ThemeModel

TABLE = (
    "a;b;colour;kind\n"
    + "".join(f"{i},5;{2 * i};{'red' if i % 3 else 'blue'};{'xy'[i % 2]}\n" for i in range(40))
    + "oops;3;red;x\n?;4;blue;y\n1;2\n"
).encode()


@pytest.fixture
def open_dialog(qtbot: QtBot, theme: ThemeModel):
    dialogs = []

    def show(content: bytes = TABLE, path: Path | None = None) -> ImportDialog:
        dialog = ImportDialog(content, "table.csv", theme, path=path)
        dialogs.append(dialog)
        dialog.show()
        settle(dialog, qtbot)
        return dialog

    yield show
    for dialog in dialogs:
        dialog.reject()
        dialog.deleteLater()


def settle(dialog: ImportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.reading.is_busy, timeout=5_000)


def imports(dialog: ImportDialog):
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)


def take(dialog: ImportDialog, qtbot: QtBot) -> Imported:
    with qtbot.waitSignal(dialog.accepted_data) as signal:
        imports(dialog).click()
    return signal.args[0]


def choose(box, value) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_what_was_detected_is_shown_and_can_be_taken(open_dialog, qtbot: QtBot) -> None:
    dialog = open_dialog()
    choices = dialog.choices
    assert choices.delimiter.currentData() == ";"
    assert choices.decimal.currentData() is True
    assert choices.header.isChecked()
    assert dialog.model.headerData(3, Qt.Orientation.Horizontal) == "kind\ntarget · words"
    assert dialog.summary.text() == "40 rows: 4 inputs, 2 classes; 3 rows are left out."
    lines = dialog.dropped.toPlainText().splitlines()
    assert lines[0] == "row 42, a: expected a number, found “oops”"
    assert lines[2] == "row 44: 2 cells instead of 4"
    imported = take(dialog, qtbot)
    assert imported.data.columns == ("a", "b", "colour=blue", "colour=red")
    assert imported.data.inputs.values[1].tolist() == [1.5, 2, 0, 1]
    assert imported.data.classes == ("x", "y")


def test_roles_are_changed_by_key_by_choice_and_at_the_heading(open_dialog, qtbot: QtBot) -> None:
    dialog = open_dialog()
    dialog.table.setCurrentIndex(dialog.model.index(0, 2))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    settle(dialog, qtbot)
    assert dialog.model.headerData(2, Qt.Orientation.Horizontal) == "colour\nleft out · words"
    assert take_columns(dialog) == ("a", "b")
    qtbot.keyClick(dialog.table, Qt.Key.Key_T)
    settle(dialog, qtbot)
    assert dialog.choices.role.currentIndex() == 1
    choose_role(dialog, 0)
    settle(dialog, qtbot)
    assert "colour=red" in take_columns(dialog)
    dialog.table.horizontalHeader().sectionDoubleClicked.emit(0)
    settle(dialog, qtbot)
    assert dialog.model.headerData(0, Qt.Orientation.Horizontal) == "a\ntarget · numbers"


def take_columns(dialog: ImportDialog) -> tuple[str, ...]:
    assert dialog._imported is not None
    return dialog._imported.data.columns


def choose_role(dialog: ImportDialog, at: int) -> None:
    dialog.choices.role.setCurrentIndex(at)
    dialog.choices.role.activated.emit(at)


def test_each_choice_reads_anew(open_dialog, qtbot: QtBot) -> None:
    dialog = open_dialog()
    choose(dialog.choices.missing, "mean")
    settle(dialog, qtbot)
    assert "1 empty cell is filled in" in dialog.summary.text()
    dialog.table.setCurrentIndex(dialog.model.index(0, 2))
    dialog.choices.one_hot.click()
    settle(dialog, qtbot)
    assert take_columns(dialog) == ("a", "b", "colour")
    choose(dialog.choices.decimal, False)
    settle(dialog, qtbot)
    assert dialog.model.headerData(0, Qt.Orientation.Horizontal).startswith("a\n")
    choose(dialog.choices.delimiter, ",")
    settle(dialog, qtbot)
    assert dialog.model.columnCount() == 2
    choose(dialog.choices.delimiter, ";")
    settle(dialog, qtbot)
    dialog.choices.header.click()
    settle(dialog, qtbot)
    assert dialog.model.columnCount() == 4
    assert dialog.model.headerData(0, Qt.Orientation.Horizontal).startswith("x1\n")


def test_a_target_of_words_cannot_be_numbers_and_says_so_in_place(open_dialog, qtbot) -> None:
    dialog = open_dialog()
    choose(dialog.choices.task, "regression")
    settle(dialog, qtbot)
    assert dialog.message.text().startswith("No row can be used. Row 2, column kind")
    assert not imports(dialog).isEnabled()
    choose(dialog.choices.task, "classification")
    settle(dialog, qtbot)
    assert not dialog.message.isVisible()
    assert imports(dialog).isEnabled()


@pytest.mark.parametrize("content", [b"", b'a,b\n"1,2\n3,4\n', b"PK\x03\x04", bytes(range(256))])
def test_what_is_no_table_is_one_sentence_and_the_dialog_stays(open_dialog, content) -> None:
    dialog = open_dialog(content)
    assert dialog.isVisible()
    assert dialog.message.text()
    assert not imports(dialog).isEnabled()


def test_a_korean_table_is_read_in_its_encoding(open_dialog) -> None:
    dialog = open_dialog("키,종류\n1.5,가\n2.5,나\n".encode("cp949"))
    assert dialog.choices.encoding.currentData() == "cp949"
    assert dialog.model.headerData(0, Qt.Orientation.Horizontal) == "키\ninput · numbers"


def test_the_data_can_stay_in_their_file(open_dialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = open_dialog(path=tmp_path / "table.csv")
    dialog.refer.setChecked(True)
    source = take(dialog, qtbot).data.source
    assert source is not None
    assert (source.path, source.sha256) == (str(tmp_path / "table.csv"), digest(TABLE))


def test_a_pasted_table_has_no_file_to_stay_in(open_dialog) -> None:
    assert not open_dialog().refer.isVisible()


def test_what_is_chosen_leaves_the_rest_to_be_detected(open_dialog, qtbot: QtBot) -> None:
    dialog = open_dialog(b"a;b\n1,5;2\n2,5;3\n")
    choices = dialog.choices
    assert choices.origin.text() == "Detected: UTF-8 · semicolon · comma: 0,5 · with names"
    choose(choices.delimiter, ",")
    settle(dialog, qtbot)
    assert choices.decimal.currentData() is False
    assert choices.origin.text() == "Detected: UTF-8 · point: 0.5 · without names"
    choices.detect.click()
    settle(dialog, qtbot)
    assert choices.delimiter.currentData() == ";"
    assert not choices.detect.isVisible()


def test_an_encoding_that_does_not_fit_leaves_no_table_of_before(open_dialog, qtbot) -> None:
    dialog = open_dialog("키,종류\n1.5,가\n2.5,나\n".encode("cp949"))
    choose(dialog.choices.encoding, "utf-8")
    settle(dialog, qtbot)
    assert dialog.message.text().startswith("Row 1 holds bytes")
    assert dialog.model.columnCount() == 0
    dialog.choices.detect.click()
    settle(dialog, qtbot)
    assert dialog.model.columnCount() == 2
    assert imports(dialog).isEnabled()


def test_space_goes_through_the_uses_of_a_column(open_dialog, qtbot: QtBot) -> None:
    dialog = open_dialog()
    dialog.table.setCurrentIndex(dialog.model.index(0, 1))
    found = []
    for _ in range(3):
        qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
        settle(dialog, qtbot)
        found.append(dialog.model.headerData(1, Qt.Orientation.Horizontal))
    assert found == ["b\ntarget · numbers", "b\nleft out · numbers", "b\ninput · numbers"]


def test_the_newest_of_many_requests_is_what_comes(open_dialog, qtbot: QtBot) -> None:
    lines = "\n".join("1,2,3" for _ in range(100_000))
    dialog = open_dialog(f"a,b,c\n{lines}".encode())
    results = []
    dialog.reading.finished.connect(results.append)
    for column in (0, 1):
        dialog.choices.set_role(column, "none")
        dialog.choices.set_role(column, "input")
        qtbot.wait(150)
    dialog.choices.set_role(0, "none")
    settle(dialog, qtbot)
    assert results[-1].recipe.inputs == (1,)
    assert take_columns(dialog) == ("b",)


def test_a_dialog_that_is_closed_reads_no_more(theme: ThemeModel, qtbot: QtBot) -> None:
    rows = "\n".join("1,2,3" for _ in range(200_000))
    dialog = ImportDialog(f"a,b,c\n{rows}".encode(), "large.csv", theme)
    dialog.show()
    qtbot.waitUntil(lambda: any(t.name == "import" for t in threading.enumerate()))
    dialog.reject()
    assert not any(t.name == "import" for t in threading.enumerate())
    dialog.deleteLater()


def test_large_data_are_advised_to_stay_in_their_file(open_dialog, tmp_path: Path) -> None:
    rng = np.random.default_rng(0).random((30_000, 8)).round(3)
    lines = "\n".join(",".join(map(str, row)) for row in rng.tolist())
    dialog = open_dialog(lines.encode(), tmp_path / "large.csv")
    assert "can stay in its own file" in dialog.advice.text()
