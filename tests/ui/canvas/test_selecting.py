"""Selecting, moving and deleting by hand, and what the selection lights."""

import numpy as np
from PySide6.QtCore import QPointF, Qt

from mlp_studio.document.selection import Selected
from mlp_studio.project import edits
from mlp_studio.ui.canvas.emphasis import Emphasis
from tests.ui.canvas.mouse import (
    SHIFT,
    click,
    double_click,
    drag,
    header_of,
    middle_of,
    on_edge,
    release,
)


def test_a_click_selects_a_unit_a_layer_an_edge_and_then_nothing(xor) -> None:
    view, selection = xor.view, xor.selection
    click(view, middle_of(view, "h1", 1))
    assert selection.current == Selected(units=frozenset({("h1", 1)}))
    click(view, header_of(xor.view, "h1"))
    assert selection.current == Selected(layers=frozenset({"h1"}))
    click(view, on_edge(view, "x->h1", 1, 0))
    assert selection.current == Selected(edges=frozenset({("x->h1", 1, 0)}))
    click(view, QPointF(0.0, 260.0))
    assert not selection.current


def test_a_double_click_on_an_edge_selects_its_link(xor) -> None:
    double_click(xor.view, on_edge(xor.view, "h1->o", 0, 1))
    assert xor.selection.current == Selected(links=frozenset({"h1->o"}))


def test_a_bias_belongs_to_its_unit(xor) -> None:
    item = xor.figure.layers["h1"]
    row = xor.figure.table.bias_row("h1", 0)
    x, y = xor.figure.routes.points(row, np.array([0.1]))[0].tolist()
    assert item.column.unit_at(QPointF(x, y) - item.pos()) is None
    click(xor.view, QPointF(x, y))
    assert xor.selection.current.units == {("h1", 0)}


def test_shift_adds_and_takes_away(xor) -> None:
    view = xor.view
    click(view, middle_of(view, "h1", 0))
    click(view, middle_of(view, "o", 0), modifiers=SHIFT)
    assert xor.selection.current.units == {("h1", 0), ("o", 0)}
    click(view, middle_of(view, "h1", 0), modifiers=SHIFT)
    assert xor.selection.current.units == {("o", 0)}


def test_a_selection_made_elsewhere_shows_on_the_canvas(xor) -> None:
    xor.selection.set(Selected(layers=frozenset({"h1"}), units=frozenset({("o", 0)})))
    xor.figure.ensure_fresh()
    assert xor.figure.layers["h1"].face.selected
    assert not xor.figure.layers["o"].face.selected
    assert xor.figure.layers["o"].face.units[0].selected


def test_a_selected_unit_lights_its_edges_in_and_out_and_dims_the_rest(xor) -> None:
    click(xor.view, middle_of(xor.view, "h1", 0))
    table = xor.figure.table
    lit = xor.figure.edges.emphasis == Emphasis.LIT
    assert {table.edge(row) for row in np.flatnonzero(lit)} == {
        ("x->h1", 0, 0),
        ("x->h1", 0, 1),
        ("h1->o", 0, 0),
        None,  # its bias
    }
    assert (xor.figure.edges.emphasis[~lit] == Emphasis.BACK).all()
    emphasis = {face.unit: face.emphasis for face in xor.figure.layers["h1"].face.units}
    assert emphasis == {0: Emphasis.REST, 1: Emphasis.BACK}


def test_a_band_selects_the_layers_it_touches(xor) -> None:
    spots = xor.figure.project_places
    start = QPointF(spots["h1"].x() - 80.0, 200.0)
    end = QPointF(spots["o"].x() + 20.0, spots["o"].y() - 20.0)
    drag(xor.view, start, end, let_go=False)
    assert xor.figure.band.isVisible()
    release(xor.view, end)
    assert xor.selection.current.layers == {"h1", "o"}
    assert not xor.figure.band.isVisible()


def test_dragging_a_layer_moves_it_in_one_undo_entry(xor) -> None:
    start = xor.figure.project_places["h1"]
    before = xor.project
    at = header_of(xor.view, "h1")
    drag(xor.view, at, at + QPointF(40, 80))
    assert xor.figure.project_places["h1"] == start + QPointF(40, 80)
    assert xor.project.layer("h1").position is not None
    assert xor.document.undo_stack.count() == 1
    assert xor.document.undo_stack.undo_text() == "Move h1"
    xor.document.undo()
    assert xor.project == before
    assert xor.figure.project_places["h1"] == start


def test_edges_follow_while_a_layer_is_dragged(xor) -> None:
    row = xor.figure.table.find("x->h1", 0, 0)
    before = xor.figure.routes.segments[row].copy()
    at = header_of(xor.view, "h1")
    drag(xor.view, at, at + QPointF(0, 80), let_go=False)
    during = xor.figure.routes.segments[row]
    assert (during - before).tolist() == [0, 0, 0, 80]
    assert xor.document.undo_stack.count() == 0
    release(xor.view, at + QPointF(0, 80))


def test_all_selected_layers_move_together(xor) -> None:
    spots = xor.figure.project_places
    xor.selection.set(Selected(layers=frozenset({"h1", "o"})))
    drag(xor.view, header_of(xor.view, "h1"), header_of(xor.view, "h1") + QPointF(0, 100))
    after = xor.figure.project_places
    assert after["h1"] == spots["h1"] + QPointF(0, 100)
    assert after["o"] == spots["o"] + QPointF(0, 100)
    assert after["x"] == spots["x"]
    assert xor.document.undo_stack.undo_text() == "Move 2 layers"


def test_esc_puts_a_dragged_layer_back(qtbot, xor) -> None:
    spots = xor.figure.project_places
    at = header_of(xor.view, "h1")
    drag(xor.view, at, at + QPointF(60, 60), let_go=False)
    assert xor.figure.project_places != spots
    qtbot.keyClick(xor.view, Qt.Key.Key_Escape)
    assert xor.figure.project_places == spots
    release(xor.view, at + QPointF(60, 60))
    assert xor.document.undo_stack.count() == 0


def test_undo_during_a_drag_ends_the_drag(xor) -> None:
    xor.document.apply("", edits.add_layer, "dense", 2, layer_id="h9", position=(0.0, 160.0))
    at = header_of(xor.view, "h9")
    drag(xor.view, at, at + QPointF(40, 0), let_go=False)
    xor.document.undo()
    release(xor.view, at + QPointF(40, 0))
    assert "h9" not in xor.figure.layers
    assert xor.document.undo_stack.index() == 0


def test_delete_removes_the_whole_selection_in_one_undo(qtbot, xor) -> None:
    before = xor.project
    xor.selection.set(Selected(units=frozenset({("h1", 0)}), edges=frozenset({("x->h1", 1, 1)})))
    qtbot.keyClick(xor.view, Qt.Key.Key_Delete)
    assert xor.project.layer("h1").units == 1
    assert xor.project.link("x->h1").mask.tolist() == [[True, False]]
    assert not xor.selection.current
    xor.document.undo()
    assert xor.project == before


def test_deleting_what_is_gone_already_does_nothing(qtbot, xor) -> None:
    xor.selection.set(Selected(layers=frozenset({"h7"}), edges=frozenset({("h7->o", 0, 0)})))
    qtbot.keyClick(xor.view, Qt.Key.Key_Delete)
    assert xor.document.undo_stack.count() == 0
    assert not xor.refusals
