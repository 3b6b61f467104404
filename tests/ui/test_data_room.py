"""Data come into the window: from files, the clipboard and a drop; what cannot be is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from mlp_studio.project import builtin, edits, importing, projectfile
from mlp_studio.project.compile import Compiled
from mlp_studio.project.model import Project, Source
from mlp_studio.project.sources import digest
from mlp_studio.ui.app import Studio
from tests.ui.answers import Answers

TABLE = b"length,width,kind\n" + b"".join(
    b"%d,%d.5,%s\n" % (i, i % 7, [b"cat", b"dog", b"owl"][i % 3]) for i in range(30)
)


def accept(studio: Studio, qtbot: QtBot) -> None:
    dialog = studio.data_room.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: not dialog.reading.is_busy, timeout=5_000)
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "animals.csv"
    path.write_bytes(TABLE)
    return path


def test_a_table_is_imported_and_the_network_fitted_in_two_undo_entries(
    window: Studio, answers: Answers, table: Path, qtbot: QtBot
) -> None:
    before = window.document.project
    answers.table = table
    window.actions["import_data"].trigger()
    accept(window, qtbot)
    assert window.document.project.data is not None
    assert window.document.project.data.classes == ("cat", "dog", "owl")
    assert window.document.compiled is None
    assert window.data_room.data.isVisible()
    window.actions["fit_to_data"].trigger()
    compiled = window.document.compiled
    assert isinstance(compiled, Compiled)
    assert compiled.spec.output.units == 3
    window.document.undo()
    window.document.undo()
    assert window.document.project == before


def test_a_table_that_is_dropped_is_looked_at_first(
    window: Studio, table: Path, qtbot: QtBot
) -> None:
    before = window.document.project
    window.window.file_dropped.emit(table)
    assert window.document.project is before
    dialog = window.data_room.dialog
    assert dialog is not None
    dialog.reject()
    assert window.document.project is before
    qtbot.waitUntil(lambda: window.data_room.dialog is None)


def test_cells_of_a_spreadsheet_are_pasted(window: Studio, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("1\t2\t0.5\n3\t4\t0.25\n")
    window.actions["paste_data"].trigger()
    accept(window, qtbot)
    data = window.document.project.data
    assert data is not None
    assert data.inputs.values.tolist() == [[1, 2], [3, 4]]


def test_an_empty_clipboard_is_said(window: Studio) -> None:
    QGuiApplication.clipboard().clear()
    window.actions["paste_data"].trigger()
    assert window.data_room.dialog is None
    assert window.window.statusBar().currentMessage().startswith("Copy some cells")


def test_arrays_are_taken_at_once(window: Studio, tmp_path: Path) -> None:
    path = tmp_path / "arrays.npz"
    np.savez(path, X=np.arange(8.0).reshape(4, 2), y=np.array([0, 1, 1, 0]))
    window.data_room.import_file(path)
    data = window.document.project.data
    assert data is not None
    assert data.samples == 4


@pytest.mark.parametrize("name", ["missing.csv", "wrong.npz", "missing.npz"])
def test_a_file_that_cannot_be_read_is_said_and_nothing_is_lost(
    window: Studio, answers: Answers, tmp_path: Path, name: str
) -> None:
    (tmp_path / "wrong.npz").write_bytes(b"no arrays")
    before = window.document.project
    window.data_room.import_file(tmp_path / name)
    assert len(answers.told) == 1
    assert name in answers.told[0]
    assert window.document.project is before


def test_data_that_moved_are_asked_for(
    window: Studio, answers: Answers, tmp_path: Path, table: Path
) -> None:
    recipe = importing.sniffed(TABLE).recipe
    data = importing.imported(TABLE, recipe).data
    data = replace(data, source=Source(str(table), digest(TABLE), recipe))
    file = tmp_path / "lesson.mlps"
    projectfile.save(edits.set_data(Project(), data), file)
    moved = table.rename(tmp_path / "moved.csv")
    before = window.document.project
    window.files.open_path(file)
    assert answers.asked[-1] == "data animals.csv"
    assert window.document.project is before
    answers.data_file = moved
    window.files.open_path(file)
    assert window.document.project.data is not None
    assert window.document.project.data.inputs == data.inputs
    assert window.document.path == file


@pytest.mark.parametrize(("name", "hidden", "epochs"), [("iris", 8, 100), ("digits", 32, 25)])
def test_real_data_are_learned_to_over_95_percent_from_the_window(
    window: Studio, qtbot: QtBot, name: str, hidden: int, epochs: int
) -> None:
    document = window.document
    document.new(Project())
    document.apply("Data", edits.set_data, builtin.generated(builtin.find(name).default))
    window.actions["fit_to_data"].trigger()
    document.apply("Units", edits.set_units, layer_id="h1", units=hidden)
    document.apply("Scale", edits.set_scaling, scaling="standard")
    document.apply(
        "Training",
        edits.set_training,
        test_fraction=0.2,
        stratified=True,
        batch_size=16,
        epochs=epochs,
        seed=3,
    )
    document.apply("Optimizer", edits.set_optimizer, name="adam", learning_rate=0.01)
    with qtbot.waitSignal(window.run.finished, timeout=120_000):
        window.actions["run"].trigger()
    assert window.run.scores.test[-1] > 0.95


def test_the_panels_are_brought_from_the_menu_and_from_the_data(window: Studio) -> None:
    for command, panel in (("show_table", "table"), ("show_drawing", "drawing")):
        assert not window.window.docks[panel].isVisible()
        window.actions[command].trigger()
        assert window.window.docks[panel].isVisible()
    window.window.docks["table"].close()
    window.data_room.data.table_asked.emit()
    assert window.window.docks["table"].isVisible()


def test_class_names_stand_in_every_view_of_learning(window: Studio, qtbot: QtBot) -> None:
    document = window.document
    document.new(Project())
    document.apply("Data", edits.set_data, builtin.generated(builtin.find("iris").default))
    window.actions["fit_to_data"].trigger()
    window.actions["train"].trigger()
    qtbot.wait(50)
    names = document.project.data.classes
    view = window.room.decision
    assert [view._class_name(number) for number in range(3)] == list(names)
    assert window.room.metrics._class_names(view._subject.samples.task, document.compiled) == names
