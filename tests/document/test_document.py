"""The document: one project, undo, and word of what changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.project import edits
from mlp_studio.project.edits import EditError
from mlp_studio.project.model import Project
from mlp_studio.project.projectfile import ProjectFileError


def signals_of(document: Document) -> list[tuple[str, ...]]:
    """A list that fills with what the document emits from now on."""
    heard: list[tuple[str, ...]] = []
    for name in (
        "layer_added",
        "layer_removed",
        "layer_changed",
        "link_added",
        "link_removed",
        "link_changed",
    ):
        getattr(document, name).connect(lambda each, name=name: heard.append((name, each)))
    for name in ("data_changed", "training_changed", "loss_changed", "replaced"):
        getattr(document, name).connect(lambda name=name: heard.append((name,)))
    return heard


def test_an_edit_names_only_what_it_touched(xor: Document) -> None:
    heard = signals_of(xor)
    xor.apply("Set activation", edits.set_activation, "h", "relu")
    assert heard == [("layer_changed", "h")]


def test_removing_a_layer_takes_its_links_first(xor: Document) -> None:
    heard = signals_of(xor)
    xor.apply("Delete h", edits.remove_layer, "h")
    assert heard == [("link_removed", "h->o"), ("link_removed", "x->h"), ("layer_removed", "h")]


def test_undo_and_redo_return_equal_projects(xor: Document) -> None:
    start = xor.project
    xor.apply("Add unit", edits.add_unit, "h")
    xor.apply("Set loss", edits.set_loss, "mse")
    end = xor.project
    xor.undo()
    xor.undo()
    assert xor.project == start
    xor.redo()
    xor.redo()
    assert xor.project == end


def test_an_edit_that_changes_nothing_leaves_no_undo_entry(xor: Document) -> None:
    xor.apply("Same", edits.set_activation, "h", xor.project.layer("h").activation)
    assert xor.undo_stack.count() == 0
    assert not xor.is_modified


def test_an_impossible_edit_changes_nothing_and_says_why(xor: Document) -> None:
    before = xor.project
    with pytest.raises(EditError, match="circle"):
        xor.apply("Link", edits.add_link, "o", "h")
    assert xor.project is before
    assert xor.undo_stack.count() == 0


def test_a_drag_is_one_undo_entry_and_the_next_drag_another(xor: Document) -> None:
    start = xor.project
    for x in (10.0, 20.0, 30.0):
        xor.apply_merged("drag", "Move h", edits.move_layers, {"h": (x, 0.0)})
    xor.end_merge()
    xor.apply_merged("drag", "Move h", edits.move_layers, {"h": (99.0, 0.0)})
    assert xor.undo_stack.count() == 2
    xor.undo()
    assert xor.project.layer("h").position == (30.0, 0.0)
    xor.undo()
    assert xor.project == start


def test_moving_a_layer_does_not_compile_again(xor: Document, qtbot: QtBot) -> None:
    compiled = xor.compiled
    with qtbot.assertNotEmitted(xor.compiled_changed):
        xor.apply("Move h", edits.move_layers, {"h": (5.0, 5.0)})
    assert xor.compiled is compiled


def test_every_change_makes_a_new_revision(xor: Document) -> None:
    seen = [xor.revision]
    xor.apply("Set loss", edits.set_loss, "mse")
    seen.append(xor.revision)
    xor.undo()
    seen.append(xor.revision)
    assert seen == sorted(set(seen))


def test_a_half_built_network_has_problems_and_nothing_to_run(xor: Document) -> None:
    xor.apply("Delete link", edits.remove_link, "h->o")
    assert xor.compiled is None
    assert "o" in {problem.where for problem in xor.problems}
    xor.undo()
    assert xor.compiled is not None
    assert xor.problems == ()


def test_saving_and_opening_gives_the_same_project(xor: Document, tmp_path: Path) -> None:
    xor.apply("Set weight", edits.set_weight, "x->h", 0, 1, 0.125)
    path = tmp_path / "xor.mlps"
    xor.save(path)
    assert not xor.is_modified
    other = Document()
    other.open(path)
    assert other.project == xor.project
    assert other.path == path


def test_a_file_that_cannot_be_read_leaves_all_as_it_was(xor: Document, tmp_path: Path) -> None:
    path = tmp_path / "broken.mlps"
    path.write_bytes(b"not a project")
    before = xor.project
    with pytest.raises(ProjectFileError):
        xor.open(path)
    assert xor.project is before
    assert xor.path is None


def test_a_project_without_a_file_cannot_be_saved_nowhere(xor: Document) -> None:
    with pytest.raises(ValueError, match="path"):
        xor.save()


def test_restored_work_counts_as_modified(xor: Document) -> None:
    project = edits.set_loss(xor.project, "mse")
    xor.restore(project, None)
    assert xor.project == project
    assert xor.is_modified


def test_a_new_project_forgets_the_history(xor: Document) -> None:
    xor.apply("Set loss", edits.set_loss, "mse")
    xor.new()
    assert xor.project == Project()
    assert not xor.undo_stack.can_undo()
    assert not xor.is_modified
