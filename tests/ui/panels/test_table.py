"""The table of the data: what is typed, pasted, sorted and deleted there is in the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.live import LiveWeights
from mlp_studio.document.stepper import StepCursor
from mlp_studio.document.training import TrainingRun
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import edits
from mlp_studio.project.model import PARTS, Dataset
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.table import TablePanel
from mlp_studio.ui.panels.table.answers import Answers
from mlp_studio.ui.theme import ThemeModel
from tests.ui.panels.conftest import Shown, moons_project

Make = Callable[[Document], TablePanel]
Clip = Callable[[str], None]
NUMBER, PART, X1, X2, CLASS, PREDICTION, LOSS = range(7)


@pytest.fixture
def make(theme: ThemeModel, numbers: NumberFormat, shown: Shown) -> Iterator[Make]:
    runs: list[TrainingRun] = []

    def make(document: Document) -> TablePanel:
        run = TrainingRun(document)
        runs.append(run)
        panel = TablePanel(
            document=document,
            cursor=StepCursor(document, document),
            live=LiveWeights(document, run, document),
            run=run,
            numbers=numbers,
            theme=theme,
        )
        shown(panel)
        return panel

    yield make
    for run in runs:
        run.shutdown()


@pytest.fixture
def panel(moons: Document, make: Make) -> TablePanel:
    return make(moons)


@pytest.fixture
def clip(qapp: QApplication) -> Iterator[Clip]:
    yield QGuiApplication.clipboard().setText
    QGuiApplication.clipboard().clear()


def data_of(document: Document) -> Dataset:
    assert document.project.data is not None
    return document.project.data


def text(panel: TablePanel, row: int, column: int) -> str:
    found: str = panel.model.index(row, column).data()
    return found


def column_texts(panel: TablePanel, column: int) -> list[str]:
    return [text(panel, row, column) for row in range(panel.model.rowCount())]


def choose_rows(panel: TablePanel, *rows: int) -> None:
    selection = panel.table.selectionModel()
    panel.table.setCurrentIndex(panel.model.index(rows[0], NUMBER))
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in rows:
        selection.select(panel.model.index(row, NUMBER), flags)


def type_into(panel: TablePanel, qtbot: QtBot, row: int, column: int, entry: str) -> QLineEdit:
    """Type into a cell and press Enter; the line that was typed into."""
    index = panel.model.index(row, column)
    panel.table.setCurrentIndex(index)
    panel.table.edit(index)
    line = panel.table.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.selectAll()
    line.insert(entry)
    box = line.parentWidget()
    # A box has the focus of the line in it.
    qtbot.keyClick(box if isinstance(box, QComboBox) else line, Qt.Key.Key_Return)
    qtbot.wait(1)
    return line


def test_every_sample_has_its_row_with_what_the_network_answers(
    panel: TablePanel, moons: Document, numbers: NumberFormat
) -> None:
    compiled = moons.compiled
    assert compiled is not None
    outputs = compiled.network.predict(compiled.parameters, compiled.inputs)
    data = data_of(moons)

    assert panel.model.rowCount() == 40
    for row in (0, 17, 39):
        said = float(outputs[row, 0])
        right = (said > 0.5) == bool(data.targets.values[row, 0])
        label = f"{int(said > 0.5)}  {numbers.text(said)}"
        assert text(panel, row, NUMBER) == str(row + 1)
        assert text(panel, row, X2) == numbers.text(float(data.inputs.values[row, 1]))
        assert text(panel, row, PREDICTION) == (label if right else f"✗ {label}")
        loss = 0.5 * (said - float(data.targets.values[row, 0])) ** 2
        assert text(panel, row, LOSS) == numbers.text(loss)


def test_only_what_is_looked_at_is_computed(moons: Document) -> None:
    compiled = moons.compiled
    assert compiled is not None
    answers = Answers(compiled, compiled.parameters)
    one = answers.of(33)
    computed = answers.computed
    outputs, losses = answers.all()

    assert computed < 40
    assert np.allclose(one[0], outputs[33])
    assert one[1] == pytest.approx(float(losses[33]))


def test_a_number_typed_is_one_entry_of_the_history(
    panel: TablePanel, moons: Document, qtbot: QtBot
) -> None:
    before = moons.project.data

    type_into(panel, qtbot, 3, X1, "1/4")

    assert data_of(moons).inputs.values[3, 0] == 0.25
    assert moons.undo_stack.count() == 1
    moons.undo()
    assert moons.project.data == before
    assert text(panel, 3, X1) != "0.2500"


def test_a_wrong_number_stays_in_its_cell_with_the_reason(
    panel: TablePanel, moons: Document, qtbot: QtBot
) -> None:
    line = type_into(panel, qtbot, 3, X1, "abc")

    assert line.text() == "abc"
    assert line.property("invalid") is True
    assert "“abc” is not a number" in panel.message.text()
    assert text(panel, 3, X1) == "abc"
    assert moons.undo_stack.count() == 0
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert text(panel, 3, X1) != "abc"
    assert panel.message.text() == ""


def named(document: Document) -> Document:
    document.apply("", edits.set_data, Dataset(
        ("x1", "x2"),
        FrozenArray([[0.5, 3.0], [0.25, 1.0], [0.75, 2.0]]),
        FrozenArray([[0.0], [1.0], [1.0]]),
        classes=("no", "yes"),
    ))  # fmt: skip
    return document


def test_a_class_is_typed_by_its_name(moons: Document, make: Make, qtbot: QtBot) -> None:
    panel = make(named(moons))

    type_into(panel, qtbot, 0, CLASS, "Yes")

    assert column_texts(panel, CLASS) == ["yes", "yes", "yes"]
    line = type_into(panel, qtbot, 1, CLASS, "maybe")
    assert "“maybe” is not a class here: write no, yes" in panel.message.text()
    assert line.property("invalid") is True
    assert data_of(moons).targets.tolist() == [[1.0], [1.0], [1.0]]


def test_a_class_is_chosen_from_a_list(moons: Document, make: Make, qtbot: QtBot) -> None:
    panel = make(named(moons))
    index = panel.model.index(2, CLASS)
    panel.table.edit(index)
    box = panel.table.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    assert [box.itemText(at) for at in range(box.count())] == ["no", "yes"]

    box.setCurrentIndex(0)
    box.activated.emit(0)

    assert data_of(moons).targets.tolist() == [[0.0], [1.0], [0.0]]


def test_sorting_is_only_a_view_and_the_old_order_comes_back(moons: Document, make: Make) -> None:
    panel = make(named(moons))
    before = moons.project.data
    click = panel.table.header.sectionClicked.emit

    click(X1)
    assert column_texts(panel, NUMBER) == ["2", "1", "3"]
    click(X1)
    assert column_texts(panel, NUMBER) == ["3", "1", "2"]
    click(X1)
    assert column_texts(panel, NUMBER) == ["1", "2", "3"]
    assert moons.project.data is before


def test_a_click_on_a_name_sorts_and_selects_nothing(
    moons: Document, make: Make, qtbot: QtBot
) -> None:
    panel = make(named(moons))
    header = panel.table.header
    place = QPoint(header.sectionViewportPosition(X1) + 10, header.height() // 2)

    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert column_texts(panel, NUMBER) == ["2", "1", "3"]
    assert panel.model.headerData(X1, Qt.Orientation.Horizontal) == "x1 ↑"
    assert not panel.table.chosen_cells().any()


def test_the_current_cell_goes_with_its_sample_when_sorted(moons: Document, make: Make) -> None:
    panel = make(named(moons))
    panel.table.setCurrentIndex(panel.model.index(1, X2))

    panel.table.header.sectionClicked.emit(X1)

    assert (panel.table.currentIndex().row(), panel.table.currentIndex().column()) == (0, X2)
    assert panel.model.current == 1


def test_samples_are_sorted_by_their_loss(panel: TablePanel) -> None:
    panel.table.header.sectionClicked.emit(LOSS)
    panel.table.header.sectionClicked.emit(LOSS)
    losses = [float(each) for each in column_texts(panel, LOSS)]

    assert losses == sorted(losses, reverse=True)
    assert losses[0] > losses[-1]


def test_an_edit_in_a_sorted_table_changes_the_sample_of_that_row(
    moons: Document, make: Make, qtbot: QtBot
) -> None:
    panel = make(named(moons))
    panel.table.header.sectionClicked.emit(X1)

    type_into(panel, qtbot, 0, X2, "9")

    assert data_of(moons).inputs.tolist() == [[0.5, 3.0], [0.25, 9.0], [0.75, 2.0]]
    assert column_texts(panel, NUMBER) == ["2", "1", "3"], "and the row stays where it is"


def test_a_row_is_added_at_the_end_and_gone_to(panel: TablePanel, moons: Document) -> None:
    panel.head.adding.click()

    assert data_of(moons).samples == 41
    assert data_of(moons).inputs.tolist()[-1] == [0.0, 0.0]
    assert (panel.table.currentIndex().row(), panel.table.currentIndex().column()) == (40, X1)


def test_selected_rows_are_deleted_as_one_entry(panel: TablePanel, moons: Document) -> None:
    kept = data_of(moons).inputs.values[[0, 2]].tolist()
    choose_rows(panel, 1, 3, 4)

    panel.table.deleting.trigger()

    assert data_of(moons).samples == 37
    assert data_of(moons).inputs.values[:2].tolist() == kept
    assert moons.undo_stack.text(0) == "Delete 3 samples"


def test_after_the_last_row_the_panel_offers_to_begin_anew(moons: Document, make: Make) -> None:
    panel = make(named(moons))
    choose_rows(panel, 0, 1, 2)
    panel.table.deleting.trigger()

    assert moons.project.data is None
    assert not panel.hint.isHidden()
    panel.beginning.click()
    assert column_texts(panel, CLASS) == ["A"]


def test_a_block_goes_past_the_end(moons: Document, make: Make, clip: Clip) -> None:
    panel = make(named(moons))
    panel.table.setCurrentIndex(panel.model.index(2, X1))
    clip("7\t8\tno\n9\t10,5\tyes\n")

    panel.table.pasting.trigger()

    assert data_of(moons).inputs.tolist()[2:] == [[7.0, 8.0], [9.0, 10.5]]
    assert data_of(moons).targets.tolist() == [[0.0], [1.0], [0.0], [1.0]]
    assert moons.undo_stack.count() == 2, "the data, and the block"


def test_a_block_falls_on_the_rows_as_they_are_sorted(
    moons: Document, make: Make, clip: Clip
) -> None:
    panel = make(named(moons))
    panel.table.header.sectionClicked.emit(X1)
    panel.table.setCurrentIndex(panel.model.index(0, X2))
    clip("10\n20\n30")

    panel.table.pasting.trigger()

    assert data_of(moons).inputs.values[:, 1].tolist() == [20.0, 10.0, 30.0]


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        ("1;x", "Row 1, column 2 of the block is “x”, which does not fit x2"),
        ("1;2;perhaps", "Row 1, column 3 of the block is “perhaps”, which does not fit class"),
        ("1;2;no;4", "The block is 4 columns wide, but from x1 on there are 3 only"),
        ("1;2\n3;4\n5;6\n7;8", "Sample 4 would be new and has no value for “t”"),
    ],
)
def test_a_block_that_cannot_be_changes_nothing_and_says_why(
    moons: Document, make: Make, clip: Clip, block: str, reason: str
) -> None:
    panel = make(named(moons))
    before = moons.project.data
    panel.table.setCurrentIndex(panel.model.index(0, X1))
    clip(block)

    panel.table.pasting.trigger()

    assert reason in panel.message.text()
    assert moons.project.data is before


def test_cells_are_copied_for_a_spreadsheet(moons: Document, make: Make, clip: Clip) -> None:
    panel = make(named(moons))
    choose_rows(panel, 0)
    selection = panel.table.selectionModel()
    selection.clear()
    for row in (0, 1):
        for column in (X1, X2, CLASS):
            index = panel.model.index(row, column)
            selection.select(index, QItemSelectionModel.SelectionFlag.Select)

    panel.table.copying.trigger()

    assert QGuiApplication.clipboard().text() == "0.5\t3\tno\n0.25\t1\tyes"


def test_selected_samples_are_put_into_a_part(panel: TablePanel, moons: Document) -> None:
    choose_rows(panel, 0, 5)

    panel.table.uses["validation"].trigger()

    parts = data_of(moons).parts
    assert parts is not None
    assert np.flatnonzero(parts.values == PARTS.index("validation")).tolist() == [0, 5]
    assert text(panel, 5, PART) == "validation"
    panel.table.by_shares.trigger()
    assert data_of(moons).parts is None


def test_the_part_of_a_sample_follows_the_share_set_aside(
    panel: TablePanel, moons: Document
) -> None:
    moons.apply("", edits.set_training, test_fraction=0.25)

    compiled = moons.compiled
    assert compiled is not None
    parts = np.array(column_texts(panel, PART))
    assert np.flatnonzero(parts == "test").tolist() == compiled.split.test.tolist()
    assert len(compiled.split.test) == 10


def test_going_to_a_row_makes_its_sample_the_steppers(panel: TablePanel) -> None:
    panel.table.setCurrentIndex(panel.model.index(7, X1))

    assert panel.model.current == 7


def test_a_sample_set_aside_says_why_it_is_not_shown(panel: TablePanel, moons: Document) -> None:
    moons.apply("", edits.set_part, [7], "test")
    cursor = moons.findChild(StepCursor)
    assert isinstance(cursor, StepCursor)
    cursor.set_scope("batch")

    choose_rows(panel, 7)
    assert panel.model.current != 7
    assert "Sample 8 is set aside" in panel.aside.text()

    choose_rows(panel, 6)
    assert panel.model.current == 6
    assert panel.aside.text() == ""


def test_while_the_network_has_problems_its_answers_are_blank(
    panel: TablePanel, moons: Document
) -> None:
    moons.apply("", edits.remove_link, "h1->o")

    assert set(column_texts(panel, PREDICTION) + column_texts(panel, LOSS)) == {""}
    assert "once the network fits" in panel.note.text()
    moons.undo()
    assert text(panel, 0, LOSS) != ""


def test_a_column_is_called_otherwise(panel: TablePanel, moons: Document, qtbot: QtBot) -> None:
    line = panel.table.header.edit_name(X2)
    line.selectAll()
    line.insert("width")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert data_of(moons).columns == ("x1", "width")
    assert panel.model.headerData(X2, Qt.Orientation.Horizontal) == "width"


def test_out_of_sight_nothing_is_shown_or_computed(moons: Document, make: Make) -> None:
    panel = make(moons)
    panel.hide()
    shown = panel.model.sheet

    moons.apply("", edits.set_cell, 0, 0, 5.0)
    assert panel.model.sheet is shown
    panel.show()
    assert text(panel, 0, X1) == "5.0000"


def test_two_outputs_of_numbers_have_a_prediction_each(qapp: QApplication, make: Make) -> None:
    project = moons_project()
    data = Dataset(("x1", "x2"), FrozenArray([[1.0, 2.0]]), FrozenArray([[0.5, 0.25]]))
    panel = make(Document(edits.set_data(project, data)))
    names = [panel.model.headerData(at, Qt.Orientation.Horizontal) for at in range(9)]

    assert names == [
        *("no.", "part", "x1", "x2", "t1", "t2", "prediction of t1", "prediction of t2", "loss"),
    ]


def test_fifty_thousand_samples_are_shown_and_the_last_can_be_read(
    qapp: QApplication, make: Make, numbers: NumberFormat
) -> None:
    inputs = np.random.default_rng(0).normal(size=(50_000, 20))
    targets = (inputs[:, :1] > 0).astype(float)
    columns = tuple(f"x{number}" for number in range(20))
    data = Dataset(columns, FrozenArray(inputs), FrozenArray(targets))
    panel = make(Document(edits.set_data(moons_project(), data)))

    assert panel.model.rowCount() == 50_000
    assert text(panel, 49_999, X1) == numbers.text(float(inputs[-1, 0]))
