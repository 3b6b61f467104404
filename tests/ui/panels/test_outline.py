"""The outline: the network as a tree that follows every edit, and selects both ways."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selected, Selection
from mlp_studio.project import edits
from mlp_studio.project.model import Project
from mlp_studio.ui.panels.outline import Outline
from mlp_studio.ui.panels.outline_model import OutlineModel


@pytest.fixture
def model(mazur: Document) -> Iterator[OutlineModel]:
    """Watched by Qt's own checks of what a model must keep to."""
    model = OutlineModel(mazur)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield model
    assert tester.model() is model


def texts(model: OutlineModel, parent: QModelIndex | None = None) -> list[str]:
    parent = QModelIndex() if parent is None else parent
    return [model.index(row, 0, parent).data() for row in range(model.rowCount(parent))]


def test_layers_come_first_then_links_each_with_its_parts(model: OutlineModel) -> None:
    assert texts(model) == [
        "Inputs  2",
        "Hidden  2 · sigmoid",
        "Output  2 · sigmoid",
        "Inputs → Hidden",
        "Hidden → Output",
    ]
    assert texts(model, model.index(1, 0)) == ["h₁", "h₂"]
    assert texts(model, model.index(3, 0)) == ["i₁ → h₁", "i₂ → h₁", "i₁ → h₂", "i₂ → h₂"]


def test_a_screen_reader_is_told_what_a_row_is(model: OutlineModel) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    layer, link = model.index(1, 0), model.index(3, 0)
    assert layer.data(role) == "layer Hidden  2 · sigmoid"
    assert model.index(0, 0, layer).data(role) == "unit h₁"
    assert model.index(0, 0, link).data(role) == "edge i₁ → h₁"


def test_the_rows_follow_every_edit_and_its_undoing(model: OutlineModel, mazur: Document) -> None:
    before = texts(model)
    mazur.apply("", edits.add_layer, "dense", 3, layer_id="h2")
    mazur.apply("", edits.add_link, "x", "h2")
    mazur.apply("", edits.add_unit, "h")
    mazur.apply("", edits.remove_edge, "h->o", 0, 1)
    mazur.apply("", edits.rename_layer, "x", "in")
    assert texts(model) == [
        "in  2",
        "Hidden  3 · sigmoid",
        "Output  2 · sigmoid",
        "h2  3 · sigmoid",
        "in → Hidden",
        "Hidden → Output",
        "in → h2",
    ]
    assert model.rowCount(model.index(4, 0)) == 6
    assert model.rowCount(model.index(5, 0)) == 5, "one of six edges is gone"
    mazur.apply("", edits.remove_layer, "h")
    assert texts(model) == ["in  2", "Output  2 · sigmoid", "h2  3 · sigmoid", "in → h2"]
    while mazur.undo_stack.can_undo():
        mazur.undo()
    assert texts(model) == before


def test_another_document_is_read_afresh(model: OutlineModel, mazur: Document) -> None:
    mazur.new(edits.add_layer(Project(), "input", 1))
    assert texts(model) == ["x  1"]


def test_moving_a_layer_changes_no_row(model: OutlineModel, mazur: Document, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        mazur.apply("", edits.move_layers, {"h": (5.0, 5.0)})


def test_absent_edges_have_no_row_and_present_ones_keep_their_numbers(
    model: OutlineModel, mazur: Document
) -> None:
    mazur.apply("", edits.remove_edge, "x->h", 0, 0)
    link = model.index(3, 0)
    assert texts(model, link) == ["i₂ → h₁", "i₁ → h₂", "i₂ → h₂"]
    third = model.index(2, 0, link)
    assert model.thing_at(third) == Selected(edges=frozenset({("x->h", 1, 1)}))
    assert model.indexes_of(model.thing_at(third)) == [third]
    assert model.indexes_of(Selected(edges=frozenset({("x->h", 0, 0)}))) == []


@pytest.fixture
def outline(mazur: Document, selection: Selection, qtbot: QtBot) -> Outline:
    outline = Outline(document=mazur, selection=selection)
    qtbot.addWidget(outline)
    outline.expandAll()
    outline.show()
    return outline


def rows(outline: Outline) -> set[str]:
    return {index.data() for index in outline.selectedIndexes()}


def test_selecting_in_the_outline_selects_in_the_window(
    outline: Outline, selection: Selection
) -> None:
    model = outline.model()
    flags = QItemSelectionModel.SelectionFlag
    unit = model.index(0, 0, model.index(1, 0))
    edge = model.index(1, 0, model.index(3, 0))
    outline.selectionModel().select(unit, flags.ClearAndSelect)
    outline.selectionModel().select(edge, flags.Select)
    assert selection.current == Selected(
        units=frozenset({("h", 0)}), edges=frozenset({("x->h", 0, 1)})
    )


def test_selecting_in_the_window_selects_in_the_outline(
    outline: Outline, selection: Selection
) -> None:
    selection.set(Selected(layers=frozenset({"o"}), units=frozenset({("h", 1)})))
    assert rows(outline) == {"Output  2 · sigmoid", "h₂"}
    selection.clear()
    assert rows(outline) == set()


def test_the_arrow_keys_move_the_selection(
    outline: Outline, selection: Selection, qtbot: QtBot
) -> None:
    selection.set(Selected(layers=frozenset({"h"})))
    qtbot.keyClick(outline, Qt.Key.Key_Down)
    assert selection.current == Selected(units=frozenset({("h", 0)}))


def test_an_edit_elsewhere_leaves_the_selection_alone(
    outline: Outline, selection: Selection, mazur: Document
) -> None:
    chosen = Selected(units=frozenset({("h", 1)}))
    selection.set(chosen)
    mazur.apply("", edits.add_layer, "dense", 1)
    mazur.apply("", edits.remove_layer, "x")
    assert selection.current == chosen
    assert rows(outline) == {"h₂"}


def test_what_qt_keeps_of_children_stays_true_while_rows_above_come_and_go(document, qtbot) -> None:
    """A child's index outlives the row its parent had: Qt follows it with what was kept of it."""
    project = Project()
    for name in ("a", "b", "c"):
        project = edits.add_layer(project, "dense", 2, layer_id=name)
    document.new(project)
    model = OutlineModel(document)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    kept = QPersistentModelIndex(model.index(1, 0, model.index(2, 0)))
    document.apply("", edits.remove_layer, "a")
    assert kept.isValid()
    assert kept.parent().row() == 1
    assert model.thing_at(kept) == Selected(units=frozenset({("c", 1)}))
    document.undo()
    assert kept.parent().row() == 2
    assert model.thing_at(kept) == Selected(units=frozenset({("c", 1)}))
    document.apply("", edits.remove_layer, "c")
    assert not kept.isValid()
