"""Linking layers by dragging from port to layer."""

import numpy as np
from PySide6.QtCore import QPointF, Qt

from mlp_studio.project import edits
from mlp_studio.project.model import Project
from mlp_studio.ui.canvas.emphasis import Emphasis
from tests.ui.canvas.mouse import drag, left_port, middle_of, move, press, release, right_port


def three_layers() -> Project:
    project = Project()
    for kind, layer, x in (("input", "x", -200), ("dense", "h1", 0), ("dense", "o", 200)):
        project = edits.add_layer(project, kind, 2, layer_id=layer, position=(x, 0))
    return project


def test_a_drag_from_a_right_port_to_a_layer_links_all_units(show) -> None:
    studio = show(three_layers())
    drag(studio.view, right_port(studio.view, "x"), middle_of(studio.view, "h1", 1))
    assert [link.id for link in studio.project.links] == ["x->h1"]
    assert studio.document.undo_stack.undo_text() == "Link x to h1"
    weights = ~studio.figure.table.is_bias
    assert weights.sum() == 4


def test_the_outer_half_of_a_port_takes_a_link_too(show) -> None:
    studio = show(three_layers())
    outside = left_port(studio.view, "h1") - QPointF(5.0, 0.0)
    drag(studio.view, right_port(studio.view, "x"), outside)
    assert [link.id for link in studio.project.links] == ["x->h1"]


def test_a_drag_from_a_left_port_links_backwards(show) -> None:
    studio = show(three_layers())
    drag(studio.view, left_port(studio.view, "o"), middle_of(studio.view, "h1", 0))
    assert [link.id for link in studio.project.links] == ["h1->o"]


def test_the_wire_follows_the_pointer_and_snaps_to_the_port(show) -> None:
    studio = show(three_layers())
    view, wire = studio.view, studio.figure.wire
    press(view, right_port(view, "x"))
    move(view, QPointF(-150.0, 120.0))
    assert wire.isVisible()
    assert not studio.figure.note.is_refusal
    move(view, middle_of(view, "h1", 0))
    assert wire.boundingRect().contains(left_port(view, "h1"))
    assert not studio.project.links


def test_esc_gives_the_wire_up(qtbot, show) -> None:
    studio = show(three_layers())
    view = studio.view
    drag(view, right_port(view, "x"), middle_of(view, "h1", 0), let_go=False)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not studio.figure.wire.isVisible()
    assert not studio.project.links


def test_a_drag_that_ends_nowhere_does_nothing(show) -> None:
    studio = show(three_layers())
    drag(studio.view, right_port(studio.view, "x"), QPointF(-150.0, 200.0))
    assert studio.document.undo_stack.count() == 0
    assert not studio.refusals


def test_a_link_that_cannot_be_says_why_at_the_pointer_and_in_the_status_bar(show) -> None:
    studio = show(edits.add_link(three_layers(), "x", "h1"))
    view = studio.view
    drag(view, right_port(view, "x"), middle_of(view, "h1", 0), let_go=False)
    assert studio.figure.note.text == "x and h1 are linked already."
    assert not studio.refusals
    release(view, middle_of(view, "h1", 0))
    assert studio.refusals == ["x and h1 are linked already."]
    assert not studio.figure.wire.isVisible()


def test_a_circle_is_refused_by_name(show) -> None:
    studio = show(edits.add_link(three_layers(), "h1", "o"))
    drag(studio.view, right_port(studio.view, "o"), middle_of(studio.view, "h1", 0))
    (refusal,) = studio.refusals
    assert "h1 → o → h1" in refusal
    assert len(studio.project.links) == 1


def test_the_links_of_the_circle_light_up_while_it_is_refused(show) -> None:
    project = edits.add_link(three_layers(), "x", "h1")
    studio = show(edits.add_link(project, "h1", "o"))
    drag(
        studio.view,
        right_port(studio.view, "o"),
        middle_of(studio.view, "h1", 0),
        let_go=False,
    )
    studio.figure.ensure_fresh()
    lit = np.flatnonzero(studio.figure.edges.emphasis == Emphasis.LIT)
    assert set(lit) == set(np.flatnonzero(studio.figure.table.of_link("h1->o")))
    release(studio.view, middle_of(studio.view, "h1", 0))
    studio.figure.ensure_fresh()
    assert not (studio.figure.edges.emphasis == Emphasis.LIT).any()


def test_nothing_can_be_linked_into_an_input(show) -> None:
    studio = show(three_layers())
    drag(studio.view, right_port(studio.view, "h1"), middle_of(studio.view, "x", 0))
    assert studio.refusals == ["x is an input layer: only the data can flow into it."]
