"""Units dragged within their layer and into others, by mouse and by keyboard."""

from PySide6.QtCore import QPointF, Qt

from mlp_studio.document.selection import Selected
from mlp_studio.project import edits
from mlp_studio.project.model import Project
from tests.ui.canvas.mouse import drag, middle_of, move, press, release


def two_hidden() -> Project:
    """2-2-2-1 in a row, weights known."""
    project = Project()
    for kind, layer, units in (("input", "x", 2), ("dense", "h1", 2), ("dense", "h2", 2)):
        project = edits.add_layer(project, kind, units, layer_id=layer)
    project = edits.add_link(edits.add_link(project, "x", "h1"), "x", "h2")
    project = edits.set_weights(project, "x->h1", [[1.0, 2.0], [3.0, 4.0]])
    return edits.set_weights(project, "x->h2", [[5.0, 6.0], [7.0, 8.0]])


def weights(studio, link: str) -> list[list[float]]:
    return edits.materialised_weights(studio.project, link).values.tolist()


def test_a_unit_dragged_below_another_trades_places_with_it_and_keeps_its_weights(xor) -> None:
    below = middle_of(xor.view, "h1", 1) + QPointF(0.0, 40.0)
    drag(xor.view, middle_of(xor.view, "h1", 0), below)
    assert weights(xor, "x->h1") == [[-1.0, 0.75], [0.5, -0.25]]
    assert weights(xor, "h1->o") == [[-0.5, 1.0]]
    assert xor.project.layer("h1").biases.tolist() == [0.0, 0.1]
    assert xor.document.undo_stack.count() == 1
    assert xor.selection.current.units == {("h1", 1)}


def test_a_unit_dragged_into_another_layer_takes_its_weights_along(show) -> None:
    studio = show(two_hidden())
    above = middle_of(studio.view, "h2", 0) - QPointF(0.0, 40.0)
    drag(studio.view, middle_of(studio.view, "h1", 1), above)
    assert weights(studio, "x->h1") == [[1.0, 2.0]]
    assert weights(studio, "x->h2") == [[3.0, 4.0], [5.0, 6.0], [7.0, 8.0]]
    assert studio.selection.current.units == {("h2", 0)}
    assert studio.document.undo_stack.undo_text() == "Move h¹₂ to h2"


def test_all_selected_units_are_carried(show) -> None:
    studio = show(two_hidden())
    studio.selection.set(Selected(units=frozenset({("h1", 0), ("h1", 1)})))
    below = middle_of(studio.view, "h2", 1) + QPointF(0.0, 40.0)
    drag(studio.view, middle_of(studio.view, "h1", 0), below)
    assert weights(studio, "x->h2") == [[5.0, 6.0], [7.0, 8.0], [1.0, 2.0], [3.0, 4.0]]
    assert not studio.project.has_layer("h1"), "a layer without units is gone"


def test_what_letting_go_would_do_is_seen_beforehand_and_esc_gives_it_up(qtbot, xor) -> None:
    before = xor.project
    press(xor.view, middle_of(xor.view, "h1", 0))
    move(xor.view, middle_of(xor.view, "h1", 1) + QPointF(0.0, 40.0))
    assert xor.figure.ghost.isVisible()
    assert xor.figure.layers["h1"]._slot == 2
    move(xor.view, QPointF(0.0, 260.0))
    assert xor.figure.note.text == "Let go over a layer."
    assert xor.figure.layers["h1"]._slot is None
    qtbot.keyClick(xor.view, Qt.Key.Key_Escape)
    assert not xor.figure.ghost.isVisible()
    release(xor.view, QPointF(0.0, 260.0))
    assert xor.project is before


def test_a_unit_that_computes_cannot_become_an_input(xor) -> None:
    before = xor.project
    drag(xor.view, middle_of(xor.view, "h1", 0), middle_of(xor.view, "x", 0), let_go=False)
    assert xor.figure.note.is_refusal
    sentence = xor.figure.note.text
    release(xor.view, middle_of(xor.view, "x", 0))
    assert xor.refusals == [sentence]
    assert xor.project is before


def test_ctrl_and_arrows_carry_a_unit_without_a_mouse(qtbot, show) -> None:
    studio = show(two_hidden())
    studio.selection.set(Selected(units=frozenset({("h1", 0)})))
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(studio.view, Qt.Key.Key_Down, control)
    assert weights(studio, "x->h1") == [[3.0, 4.0], [1.0, 2.0]]
    assert studio.selection.current.units == {("h1", 1)}
    qtbot.keyClick(studio.view, Qt.Key.Key_Down, control)
    assert studio.document.undo_stack.count() == 1, "there is no place below the last"
    qtbot.keyClick(studio.view, Qt.Key.Key_Right, control)
    assert weights(studio, "x->h2") == [[5.0, 6.0], [1.0, 2.0], [7.0, 8.0]]
