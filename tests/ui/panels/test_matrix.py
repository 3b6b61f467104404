"""The weights panel: what is typed, pasted, frozen and removed there is in the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selected, Selection
from mlp_studio.project import edits
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.matrix import MatrixPanel
from mlp_studio.ui.panels.matrix.painting import ground
from mlp_studio.ui.theme import ThemeModel
from tests.ui.panels.conftest import Enter, Shown, moons_project

Select = Callable[..., None]


@pytest.fixture
def panel(
    mazur: Document, selection: Selection, theme: ThemeModel, numbers: NumberFormat, shown: Shown
) -> MatrixPanel:
    panel = MatrixPanel(document=mazur, selection=selection, theme=theme, numbers=numbers)
    shown(panel)
    selection.set(link("x->h"))
    return panel


@pytest.fixture
def select(panel: MatrixPanel) -> Select:
    """Select cells as a person does; the first becomes the current one."""

    def select(*cells: tuple[int, int]) -> None:
        model = panel.table.selectionModel()
        panel.table.setCurrentIndex(panel.model.index(*cells[0]))
        for cell in cells[1:]:
            index = panel.model.index(*cell)
            model.select(index, QItemSelectionModel.SelectionFlag.Select)

    return select


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    yield QGuiApplication.clipboard().setText
    QGuiApplication.clipboard().clear()


def link(*ids: str) -> Selected:
    return Selected(links=frozenset(ids))


def edges(*triples: tuple[str, int, int]) -> Selected:
    return Selected(edges=frozenset(triples))


def texts(panel: MatrixPanel) -> list[list[str]]:
    model = panel.model
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def weights(document: Document, link_id: str = "x->h") -> list[list[float]]:
    values: list[list[float]] = edits.materialised_weights(document.project, link_id).tolist()
    return values


def biases(document: Document, layer_id: str = "h") -> list[float]:
    frozen = document.project.layer(layer_id).biases
    assert frozen is not None
    values: list[float] = frozen.tolist()
    return values


def type_into(panel: MatrixPanel, qtbot: QtBot, cell: tuple[int, int], text: str) -> QLineEdit:
    """Type into a cell and press Enter; the line that was typed into."""
    index = panel.model.index(*cell)
    panel.table.setCurrentIndex(index)
    panel.table.edit(index)
    line = panel.table.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.selectAll()
    line.insert(text)
    line.setModified(True)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    # Qt lets the line have the key before it takes what was typed.
    QApplication.processEvents()
    return line


def test_rows_are_targets_columns_are_sources_and_the_biases_come_last(
    panel: MatrixPanel,
) -> None:
    assert texts(panel) == [["0.1500", "0.2000", "0.3500"], ["0.2500", "0.3000", "0.3500"]]
    across = [panel.model.headerData(k, Qt.Orientation.Horizontal) for k in range(3)]
    down = [panel.model.headerData(j, Qt.Orientation.Vertical) for j in range(2)]
    assert (across, down) == (["i₁", "i₂", "b"], ["h₁", "h₂"])
    assert panel.heading.text() == "Inputs → Hidden"


def test_a_small_table_is_seen_whole_with_the_sentence_right_below(
    panel: MatrixPanel, qtbot: QtBot
) -> None:
    type_into(panel, qtbot, (0, 0), "much")
    QApplication.processEvents()
    last = panel.table.visualRect(panel.model.index(1, 2))
    assert panel.table.viewport().rect().contains(last)
    assert panel.message.y() - panel.table.geometry().bottom() < 20


def test_with_nothing_to_show_it_says_what_to_select(
    panel: MatrixPanel, selection: Selection
) -> None:
    selection.clear()
    assert panel.hint.isVisible()
    assert "Select a link" in panel.hint.text()
    assert not panel.table.isVisible()


def test_a_layer_offers_its_incoming_links(
    panel: MatrixPanel, mazur: Document, selection: Selection
) -> None:
    mazur.apply("", edits.add_link, "x", "o")
    selection.set(Selected(layers=frozenset({"o"})))
    assert panel.links.isVisible()
    assert [panel.links.itemData(at) for at in range(2)] == ["h->o", "x->o"]
    panel.links.setCurrentIndex(1)
    panel.links.activated.emit(1)
    assert panel.model.grid is not None
    assert panel.model.grid.link.id == "x->o"
    selection.set(Selected(layers=frozenset({"h"})))
    assert not panel.links.isVisible()
    assert panel.model.grid.link.id == "x->h"


@pytest.mark.parametrize(
    ("typed", "value"), [("0.5", 0.5), ("0,5", 0.5), ("−2", -2.0), ("1/3", 1 / 3), ("1e-3", 1e-3)]
)
def test_a_number_typed_in_any_way_is_the_edges_weight(
    panel: MatrixPanel, mazur: Document, qtbot: QtBot, typed: str, value: float
) -> None:
    type_into(panel, qtbot, (1, 0), typed)
    assert weights(mazur) == [[0.15, 0.2], [value, 0.3]]
    assert mazur.undo_stack.count() == 1
    assert mazur.undo_stack.undo_text().startswith("Set weight i₁ → h₂ to ")
    mazur.undo()
    assert texts(panel)[1][0] == "0.2500"


def test_a_number_in_the_last_column_is_the_units_bias(
    panel: MatrixPanel, mazur: Document, qtbot: QtBot
) -> None:
    type_into(panel, qtbot, (0, 2), "-1")
    assert biases(mazur) == [-1.0, 0.35]
    assert mazur.undo_stack.undo_text() == "Set bias of h₁ to −1"


def test_a_wrong_entry_stays_with_the_reason_until_it_is_mended(
    panel: MatrixPanel, mazur: Document, qtbot: QtBot
) -> None:
    project = mazur.project
    line = type_into(panel, qtbot, (0, 0), "much")
    assert mazur.project is project
    assert line.isVisible(), "still being typed"
    assert line.text() == "much"
    assert "“much” is not a number" in panel.message.text()
    panel.table.setCurrentIndex(panel.model.index(1, 1))
    qtbot.waitUntil(lambda: panel.table.findChild(QLineEdit) is None)
    assert texts(panel)[0][0] == "much", "leaving the cell loses nothing"
    type_into(panel, qtbot, (0, 0), "0.7")
    assert weights(mazur)[0][0] == 0.7
    assert not panel.message.isVisible()


def test_esc_forgets_a_wrong_entry(panel: MatrixPanel, qtbot: QtBot) -> None:
    line = type_into(panel, qtbot, (0, 0), "much")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert texts(panel)[0][0] == "0.1500"


def test_a_block_from_a_spreadsheet_is_one_change(
    panel: MatrixPanel,
    mazur: Document,
    select: Select,
    clipboard: Callable[[str], None],
    qtbot: QtBot,
) -> None:
    clipboard("0,5\t1/4\t1\r\n-2\t−0.125\t0\r\n")
    select((0, 0))
    qtbot.keyClick(panel.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert weights(mazur) == [[0.5, 0.25], [-2.0, -0.125]]
    assert biases(mazur) == [1.0, 0.0]
    assert mazur.undo_stack.count() == 1
    assert mazur.undo_stack.undo_text() == "Paste 6 weights into Inputs → Hidden"
    mazur.undo()
    assert weights(mazur) == [[0.15, 0.2], [0.25, 0.3]]


@pytest.mark.parametrize(
    ("block", "place", "found"),
    [
        ("1\t2\nx\t4", (0, 0), "Row 2, column 1 of the block is “x”"),
        (
            "1\t2\t3",
            (1, 1),
            "The block is 1 × 3, but from row h₂, column i₂ on there is room for 1 × 2",
        ),
        ("1\n2\n3", (0, 0), "The block is 3 × 1"),
        ("1\t2", (0, 0), "Row 1, column 2 of the block falls on i₂ → h₁, which was removed"),
    ],
)
def test_a_block_that_cannot_be_pasted_says_where_and_changes_nothing(
    panel: MatrixPanel,
    mazur: Document,
    select: Select,
    clipboard: Callable[[str], None],
    block: str,
    place: tuple[int, int],
    found: str,
) -> None:
    mazur.apply("", edits.remove_edge, "x->h", 0, 1)
    project = mazur.project
    clipboard(block)
    select(place)
    panel.table.pasting.trigger()
    assert found in panel.message.text()
    assert mazur.project is project


def test_one_number_is_pasted_into_all_chosen_cells(
    panel: MatrixPanel, mazur: Document, select: Select, clipboard: Callable[[str], None]
) -> None:
    clipboard("3")
    select((0, 0), (1, 1))
    panel.table.pasting.trigger()
    assert weights(mazur) == [[3.0, 0.2], [0.25, 3.0]]


def test_copied_cells_are_read_back_bit_for_bit(
    panel: MatrixPanel, mazur: Document, qtbot: QtBot
) -> None:
    mazur.apply("", edits.set_weight, "x->h", 0, 1, -1 / 3)
    mazur.apply("", edits.remove_edge, "x->h", 1, 0)
    qtbot.keyClick(panel.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied == "0.15\t-0.3333333333333333\t0.35\n\t0.3\t0.35"
    before = mazur.project
    mazur.apply("", edits.set_weights, "x->h", np.ones((2, 2)))
    panel.table.setCurrentIndex(panel.model.index(0, 0))
    panel.table.pasting.trigger()
    assert weights(mazur)[0] == weights(Document(before))[0]


def test_several_cells_are_set_at_once_below_the_table(
    panel: MatrixPanel, mazur: Document, select: Select, enter: Enter
) -> None:
    select((0, 0), (1, 1), (1, 2))
    assert panel.value.line.placeholderText() == "several"
    enter(panel.value.line, "1/2")
    assert weights(mazur) == [[0.5, 0.2], [0.25, 0.5]]
    assert biases(mazur) == [0.35, 0.5]
    assert mazur.undo_stack.count() == 1
    assert panel.value.line.text() == "0.5"


def test_delete_removes_the_edges_and_they_come_back(
    panel: MatrixPanel, mazur: Document, selection: Selection, select: Select, qtbot: QtBot
) -> None:
    select((0, 0), (1, 1))
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    mask = mazur.project.link("x->h").mask
    assert mask is not None
    assert mask.tolist() == [[False, True], [True, False]]
    assert texts(panel)[0][0] == "·"
    assert selection.current == link("x->h"), "the table goes on showing the link"
    flags = panel.model.flags(panel.model.index(0, 0))
    assert not flags & Qt.ItemFlag.ItemIsEditable
    panel.table.restoring.trigger()
    assert mazur.project.link("x->h").mask is None
    assert mazur.undo_stack.count() == 2


def test_a_bias_is_not_removed_and_says_why(
    panel: MatrixPanel, mazur: Document, select: Select, qtbot: QtBot
) -> None:
    project = mazur.project
    select((0, 2))
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert mazur.project is project
    assert "A bias cannot be removed alone" in panel.message.text()


def test_cells_are_frozen_and_let_learn_again(
    panel: MatrixPanel, mazur: Document, select: Select
) -> None:
    select((0, 0), (1, 0))
    panel.table.freezing.trigger()
    frozen = mazur.project.link("x->h").frozen_edges
    assert frozen is not None
    assert frozen.tolist() == [[True, False], [True, False]]
    assert panel.model.cell(0, 0).frozen
    panel.table.thawing.trigger()
    assert mazur.project.link("x->h").frozen_edges is None
    select((0, 2))
    panel.table.thawing.trigger()
    assert not mazur.project.layer("h").freeze_biases
    assert mazur.undo_stack.undo_text() == "Let the biases of Hidden learn"


def test_cells_and_edges_are_selected_together_without_an_echo(
    panel: MatrixPanel, selection: Selection, select: Select
) -> None:
    changes = QSignalSpy(selection.changed)
    select((1, 0))
    assert selection.current == edges(("x->h", 1, 0))
    assert changes.count() == 1
    selection.set(edges(("x->h", 0, 1), ("x->h", 1, 1)))
    assert changes.count() == 2
    chosen = panel.table.chosen_cells(panel.model.grid)  # type: ignore[arg-type]
    assert chosen.tolist() == [[False, True, False], [False, True, False]]
    selection.set(edges(("h->o", 0, 0)))
    assert panel.heading.text() == "Hidden → Output"


def test_a_selected_edge_that_goes_with_its_unit_is_forgotten(
    panel: MatrixPanel, mazur: Document, selection: Selection
) -> None:
    selection.set(edges(("x->h", 1, 0)))
    mazur.apply("", edits.set_units, "h", 1)
    assert len(texts(panel)) == 1
    mazur.undo()
    assert len(texts(panel)) == 2


def test_what_was_selected_while_it_was_hidden_is_shown_when_it_appears(
    panel: MatrixPanel, selection: Selection
) -> None:
    panel.hide()
    selection.set(link("h->o"))
    panel.show()
    assert panel.heading.text() == "Hidden → Output"


def test_all_edges_of_a_link_are_the_link(panel: MatrixPanel, selection: Selection) -> None:
    selection.set(edges(("x->h", 0, 0)))
    panel.table.selectAll()
    assert selection.current == link("x->h")
    chosen = panel.table.chosen_cells(panel.model.grid)  # type: ignore[arg-type]
    assert chosen.all(), "the cells stay selected"


def test_a_runs_weights_are_shown_and_then_the_documents_again(
    panel: MatrixPanel, mazur: Document
) -> None:
    assert mazur.compiled is not None
    layout = mazur.compiled.network.layout
    live = np.arange(layout.size, dtype=np.float64)
    panel.show_parameters(live)
    assert texts(panel)[0] == ["0.0000", "1.0000", "2.0000"]
    panel.show_parameters(None)
    assert texts(panel)[0] == ["0.1500", "0.2000", "0.3500"]


def test_what_is_being_typed_survives_a_frame_of_a_run(panel: MatrixPanel, mazur: Document) -> None:
    assert mazur.compiled is not None
    index = panel.model.index(0, 0)
    panel.table.setCurrentIndex(index)
    panel.table.edit(index)
    line = panel.table.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText("0.12")
    line.setModified(True)
    panel.show_parameters(np.zeros(mazur.compiled.network.layout.size))
    assert line.text() == "0.12"


def test_a_large_matrix_asks_only_for_the_cells_in_view(
    selection: Selection,
    theme: ThemeModel,
    numbers: NumberFormat,
    shown: Shown,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = Document(moons_project(hidden=128))
    document.apply("", edits.set_units, "x", 784)
    panel = MatrixPanel(document=document, selection=selection, theme=theme, numbers=numbers)
    asked: set[tuple[int, int]] = set()
    cell = panel.model.cell

    def count(row: int, column: int) -> object:
        asked.add((row, column))
        return cell(row, column)

    monkeypatch.setattr(panel.model, "cell", count)
    shown(panel)
    selection.set(link("x->h1"))
    panel.table.selectAll()
    QApplication.processEvents()
    panel.table.grab()
    assert panel.model.columnCount() == 785
    assert 0 < len(asked) < 300


def test_many_cells_are_selected_on_the_canvas_once_the_mouse_rests(
    selection: Selection, theme: ThemeModel, numbers: NumberFormat, shown: Shown, qtbot: QtBot
) -> None:
    document = Document(edits.set_units(moons_project(hidden=40), "x", 40))
    panel = MatrixPanel(document=document, selection=selection, theme=theme, numbers=numbers)
    shown(panel)
    selection.set(link("x->h1"))
    changes = QSignalSpy(selection.changed)
    for column in range(10, 20):
        block = QItemSelection(panel.model.index(0, 0), panel.model.index(39, column))
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        panel.table.selectionModel().select(block, select)
    assert changes.count() == 0
    qtbot.waitUntil(lambda: len(selection.current.edges) == 40 * 20)
    assert changes.count() == 1


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("share", [-1.0, 0.0, 1.0])
@pytest.mark.parametrize("chosen", [False, True])
def test_numbers_stay_readable_on_their_tint(
    theme: ThemeModel, name: str, share: float, chosen: bool
) -> None:
    theme.set(name)  # type: ignore[arg-type]
    behind = ground(theme.theme, share, chosen=chosen)
    assert contrast(theme.theme.ink, behind) >= 4.5


def contrast(one: object, other: object) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: object) -> float:
    """Relative luminance after WCAG 2.1."""
    channels = np.array(colour.getRgbF()[:3])  # type: ignore[attr-defined]
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def test_the_table_is_not_measured_in_the_midst_of_becoming_another(
    panel: MatrixPanel, selection: Selection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A header that is asked for its size then reads sections that are gone: found by the monkey,
    as a crash of the interpreter."""
    header = panel.table.horizontalHeader()
    size, end = header.sizeHint, panel.model.endResetModel
    within, asked = [False], []

    def measured():
        asked.append(within[0])
        return size()

    def ended() -> None:
        within[0] = True
        end()
        within[0] = False

    monkeypatch.setattr(header, "sizeHint", measured)
    monkeypatch.setattr(panel.model, "endResetModel", ended)
    selection.set(link("h->o"))
    selection.set(Selected())
    selection.set(link("x->h"))
    assert asked
    assert not any(asked)
