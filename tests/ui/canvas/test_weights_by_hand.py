"""Weights and biases dragged up and down, or typed where they stand."""

import pytest
from PySide6.QtCore import QPointF, Qt

from mlp_studio.document.selection import Selected
from mlp_studio.project import edits
from tests.ui.canvas.mouse import double_click, drag, press, release


def weight(studio, j: int, k: int) -> float:
    return float(edits.materialised_weights(studio.project, "x->h1").values[j, k])


def plate_of(studio, link: str, j: int, k: int) -> QPointF:
    row = studio.figure.table.find(link, j, k)
    return next(
        plate.box.center() for plate in studio.figure.labels.plates if plate.label.edge == row
    )


def bias_of(studio, layer: str, unit: int) -> QPointF:
    """The middle of a bias's capsule, found as a pointer would find it."""
    item = studio.figure.layers[layer]
    centre = item.column.centre(unit)
    for x in range(-110, 0, 2):
        for y in range(-60, 0, 2):
            local = centre + QPointF(x, y)
            if item.bias_at(local) == unit:
                return item.pos() + local + QPointF(6.0, 6.0)
    raise AssertionError("no bias capsule")


def test_dragging_a_number_up_makes_it_larger_in_one_undo_entry(xor) -> None:
    at = plate_of(xor, "x->h1", 0, 0)
    drag(xor.view, at, at - QPointF(0.0, 60.0))
    zoom = xor.view.paper.zoom
    assert weight(xor, 0, 0) == pytest.approx(0.5 + 0.02 * round(60 * zoom), abs=0.021)
    assert xor.document.undo_stack.count() == 1
    assert xor.document.undo_stack.undo_text().startswith("Set weight x₁ → h¹₁ to ")
    xor.document.undo()
    assert weight(xor, 0, 0) == 0.5


def test_two_drags_are_two_entries(xor) -> None:
    for _ in range(2):
        at = plate_of(xor, "x->h1", 0, 0)
        drag(xor.view, at, at - QPointF(0.0, 40.0))
    assert xor.document.undo_stack.count() == 2


def test_esc_takes_a_dragged_weight_back_and_leaves_no_trace(qtbot, xor) -> None:
    at = plate_of(xor, "x->h1", 0, 0)
    drag(xor.view, at, at - QPointF(0.0, 60.0), let_go=False)
    assert weight(xor, 0, 0) > 0.5
    assert xor.figure.note.text.startswith("w = ")
    qtbot.keyClick(xor.view, Qt.Key.Key_Escape)
    release(xor.view, at)
    assert weight(xor, 0, 0) == 0.5
    assert not xor.document.undo_stack.can_undo()
    assert not xor.document.undo_stack.can_redo()


def test_a_click_on_a_number_selects_its_edge_and_changes_nothing(xor) -> None:
    at = plate_of(xor, "x->h1", 1, 0)
    press(xor.view, at)
    release(xor.view, at)
    assert xor.selection.current.edges == {("x->h1", 1, 0)}
    assert xor.document.undo_stack.count() == 0


def test_a_double_click_on_a_number_lets_it_be_typed(qtbot, xor) -> None:
    double_click(xor.view, plate_of(xor, "x->h1", 0, 0))
    editor = xor.view.weight_editor
    assert editor.isVisible()
    assert editor.text() == "0.5"
    qtbot.keyClicks(editor, "1/4")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert weight(xor, 0, 0) == 0.25
    assert not editor.isVisible()
    assert xor.document.undo_stack.undo_text() == "Set weight x₁ → h¹₁ to 0.2500"


def test_what_is_no_number_stays_to_be_mended(qtbot, xor) -> None:
    xor.selection.set(Selected(edges=frozenset({("x->h1", 0, 0)})))
    qtbot.keyClick(xor.view, Qt.Key.Key_F2)
    editor = xor.view.weight_editor
    qtbot.keyClicks(editor, "half")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.isVisible()
    assert editor.text() == "half"
    assert weight(xor, 0, 0) == 0.5
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()


def test_a_bias_is_typed_and_dragged_too(qtbot, xor) -> None:
    at = bias_of(xor, "h1", 0)
    double_click(xor.view, at)
    qtbot.keyClicks(xor.view.weight_editor, "-2")
    qtbot.keyClick(xor.view.weight_editor, Qt.Key.Key_Return)
    assert xor.project.layer("h1").biases.tolist() == [-2.0, 0.0]
    at = bias_of(xor, "h1", 0)
    drag(xor.view, at, at + QPointF(0.0, 60.0))
    assert xor.project.layer("h1").biases.tolist()[0] < -2.0


def test_the_field_closes_when_what_it_belongs_to_is_gone(qtbot, xor) -> None:
    """Undo works from the keyboard meanwhile: found by the monkey."""
    xor.selection.set(Selected(edges=frozenset({("x->h1", 0, 0)})))
    qtbot.keyClick(xor.view, Qt.Key.Key_F2)
    assert xor.view.weight_editor.isVisible()
    xor.document.apply("", edits.set_bias, "h1", 0, 0.3)
    assert xor.view.weight_editor.isVisible(), "another change does not take the text away"
    xor.document.apply("", edits.remove_link, "x->h1")
    assert not xor.view.weight_editor.isVisible()
