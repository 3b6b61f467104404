"""Problems stand at their layer, each with a sentence and, where there is one, its remedy."""

from PySide6.QtCore import Qt

from mlp_studio.project import edits
from tests.ui.canvas.conftest import xor_project
from tests.ui.canvas.mouse import click


def unlinked(show):
    """XOR without its last link: o has nothing flowing in."""
    return show(edits.remove_link(xor_project(), "h1->o"))


def badge(studio, layer: str):
    item = studio.figure.layers[layer]
    return item.pos() + item.column.badge.center()


def test_a_click_on_the_mark_opens_the_sentences(show) -> None:
    studio = unlinked(show)
    click(studio.view, badge(studio, "o"))
    note = studio.view.problem_note
    assert note.isVisible()
    assert note.where == "o"
    assert studio.view.viewport().rect().contains(note.geometry())


def test_the_button_mends_it_in_one_undo_entry_and_the_note_goes(show) -> None:
    studio = unlinked(show)
    click(studio.view, badge(studio, "o"))
    button = studio.view.problem_note.buttons[0]
    said = button.text()
    button.click()
    assert studio.document.problems == ()
    assert studio.project.has_link("h1->o")
    assert studio.document.undo_stack.undo_text() == said
    assert not studio.view.problem_note.isVisible()


def test_esc_closes_it(qtbot, show) -> None:
    studio = unlinked(show)
    click(studio.view, badge(studio, "o"))
    qtbot.keyClick(studio.view.problem_note, Qt.Key.Key_Escape)
    assert not studio.view.problem_note.isVisible()


def test_a_layer_without_problems_has_no_note(xor) -> None:
    xor.view.problem_note.show_problems("h1", xor.figure.project_places["h1"], 40.0)
    assert not xor.view.problem_note.isVisible()
