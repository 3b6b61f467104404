"""Single edges drawn from unit to unit, and patterns of whole links."""

from PySide6.QtCore import QPointF, Qt

from tests.ui.canvas.mouse import (
    drag,
    hover,
    middle_of,
    move,
    press,
    release,
    right_port,
    unit_port,
)
from tests.ui.canvas.test_links import three_layers


def from_unit(studio, layer: str, unit: int) -> QPointF:
    """The port of a unit, after the pointer went there: only then does it show."""
    hover(studio.view, middle_of(studio.view, layer, unit))
    return unit_port(studio.view, layer, unit, "right")


def test_a_drag_from_a_unit_to_a_unit_makes_one_edge(show) -> None:
    studio = show(three_layers())
    drag(studio.view, from_unit(studio, "x", 0), middle_of(studio.view, "h1", 1))
    assert studio.project.link("x->h1").mask.tolist() == [[False, False], [True, False]]
    assert studio.document.undo_stack.undo_text() == "Link x₁ to h¹₂"
    drag(studio.view, from_unit(studio, "x", 1), middle_of(studio.view, "h1", 1))
    assert studio.project.link("x->h1").mask.tolist() == [[False, False], [True, True]]


def test_an_edge_that_is_there_already_says_so(show) -> None:
    studio = show(three_layers())
    drag(studio.view, from_unit(studio, "x", 0), middle_of(studio.view, "h1", 1))
    drag(studio.view, from_unit(studio, "x", 0), middle_of(studio.view, "h1", 1))
    assert len(studio.refusals) == 1
    assert studio.document.undo_stack.count() == 1


def test_what_would_be_made_stands_at_the_pointer_and_digits_choose_the_pattern(
    qtbot, show
) -> None:
    studio = show(three_layers())
    view, note = studio.view, studio.figure.note
    press(view, right_port(view, "x"))
    move(view, middle_of(view, "h1", 0))
    assert note.text.startswith("dense")
    qtbot.keyClick(view, Qt.Key.Key_2)
    assert note.text.startswith("one-to-one")
    release(view, middle_of(view, "h1", 0))
    assert studio.project.link("x->h1").mask.tolist() == [[True, False], [False, True]]


def test_a_sparse_link_has_some_edges_into_every_unit_and_not_all(qtbot, show) -> None:
    studio = show(three_layers())
    view = studio.view
    drag(view, right_port(view, "x"), middle_of(view, "h1", 0), let_go=False)
    qtbot.keyClick(view, Qt.Key.Key_3)
    release(view, middle_of(view, "h1", 0))
    mask = studio.project.link("x->h1").mask.values
    assert mask.any(axis=1).all()
    assert not mask.all()


def test_unit_ports_show_only_where_the_pointer_is(show) -> None:
    studio = show(three_layers())
    from_unit(studio, "x", 1)
    assert studio.figure.layers["x"].hot_unit == 1
    hover(studio.view, QPointF(-100.0, 220.0))
    assert studio.figure.layers["x"].hot_unit is None
