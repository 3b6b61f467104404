"""Data that stay in their own file: found again, missed with a sentence, never taken unseen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mlp_studio.project import edits, importing, projectfile
from mlp_studio.project.model import Project, Source
from mlp_studio.project.projectfile import MissingDataError, ProjectFileError
from mlp_studio.project.sources import digest, holding_data

TABLE = b"a,b,kind\n1,2,x\n3,4,y\n5,6,x\n"


@pytest.fixture
def saved(tmp_path):
    """A project beside its table: both paths, and the project."""
    folder = tmp_path / "lesson"
    folder.mkdir()
    table, file = folder / "table.csv", folder / "lesson.mlps"
    table.write_bytes(TABLE)
    recipe = importing.sniffed(TABLE).recipe
    data = importing.imported(TABLE, recipe).data
    data = replace(data, source=Source(str(table), digest(TABLE), recipe), scaling="min_max")
    project = edits.set_parts(edits.set_data(Project(), data), [0, 2, 0])
    projectfile.save(project, file)
    return table, file, project


def test_the_data_are_read_again_with_parts_and_scaling(saved):
    _, file, project = saved
    assert projectfile.load(file) == project
    assert b"setosa" not in file.read_bytes()
    assert len(file.read_bytes()) < 3000


def test_a_project_that_moves_with_its_table_finds_it(saved, tmp_path):
    table, file, project = saved
    elsewhere = tmp_path / "elsewhere"
    table.parent.rename(elsewhere)
    loaded = projectfile.load(elsewhere / file.name)
    assert loaded.data.inputs == project.data.inputs


def test_a_file_that_has_moved_is_named_and_can_be_pointed_at(saved, tmp_path):
    table, file, project = saved
    moved = tmp_path / "moved.csv"
    table.rename(moved)
    with pytest.raises(MissingDataError, match="say where it is now") as error:
        projectfile.load(file)
    assert error.value.path == table
    assert str(table) in str(error.value)
    loaded = projectfile.load(file, data_file=moved)
    assert loaded.data.inputs == project.data.inputs
    assert loaded.data.source.path == str(moved)


def test_a_file_that_was_changed_is_not_taken_unseen(saved):
    table, file, _ = saved
    table.write_bytes(TABLE.replace(b"5", b"7"))
    with pytest.raises(MissingDataError, match="was changed since"):
        projectfile.load(file)
    loaded = projectfile.load(file, data_file=table)
    assert loaded.data.inputs.values[2, 0] == 7


def test_a_file_that_no_longer_is_the_table_is_one_sentence(saved, tmp_path):
    _, file, _ = saved
    other = tmp_path / "other.csv"
    other.write_bytes(b"")
    with pytest.raises(ProjectFileError, match="cannot be read"):
        projectfile.load(file, data_file=other)


def test_a_project_whose_table_was_changed_is_saved_with_its_data_in_it(saved):
    table, file, project = saved
    for spoil in (lambda: table.write_bytes(b"other"), table.unlink):
        spoil()
        projectfile.save(project, file)
        loaded = projectfile.load(file)
        assert loaded.data.inputs == project.data.inputs
        assert loaded.data.source is None


def test_a_copy_for_a_crash_holds_the_data(saved, tmp_path):
    table, _, project = saved
    copy = tmp_path / "copy.mlps"
    projectfile.save(holding_data(project), copy)
    table.unlink()
    assert projectfile.load(copy).data.inputs == project.data.inputs


def test_data_edited_by_hand_are_the_projects_own(saved):
    _, _, project = saved
    assert edits.set_cell(project, 0, 0, 9.0).data.source is None


def test_what_is_no_file_is_not_read(saved, tmp_path):
    table, file, _ = saved
    table.unlink()
    table.mkdir()
    with pytest.raises(MissingDataError, match="not a file"):
        projectfile.load(file)
