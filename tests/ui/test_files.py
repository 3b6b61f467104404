"""New, open and save never cost anyone their work."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from mlp_studio.document.document import Document
from mlp_studio.project import edits, projectfile
from mlp_studio.project.model import Project
from mlp_studio.project.starting import STARTING_PROJECT
from mlp_studio.ui.files import Files
from mlp_studio.ui.recovery import LostWork
from mlp_studio.ui.settings import Settings
from tests.ui.answers import Answers


@pytest.fixture
def files(document: Document, settings: Settings, answers: Answers) -> Files:
    return Files(document=document, settings=settings, ask=answers, come_to_rest=lambda: None)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A file with one layer in it."""
    path = tmp_path / "saved.mlps"
    projectfile.save(edits.add_layer(Project(), "input", 3), path)
    return path


def change(document: Document) -> None:
    document.apply("Add layer", edits.add_layer, "input", 2)


def test_new_empties_an_unchanged_project_without_a_question(
    files: Files, document: Document, saved: Path, answers: Answers
) -> None:
    files.open_path(saved)

    files.new()

    assert document.project == STARTING_PROJECT
    assert document.path is None
    assert answers.asked == []


def test_cancel_keeps_the_changed_project(
    files: Files, document: Document, answers: Answers
) -> None:
    change(document)
    project = document.project

    files.new()

    assert document.project is project
    assert answers.asked == ["unsaved Untitled"]


def test_discard_gives_the_changes_up(files: Files, document: Document, answers: Answers) -> None:
    answers.unsaved = "discard"
    change(document)

    files.new()

    assert document.project == STARTING_PROJECT


def test_save_saves_and_then_goes_on(
    files: Files, document: Document, answers: Answers, tmp_path: Path
) -> None:
    answers.unsaved = "save"
    answers.saves = tmp_path / "chosen.mlps"
    change(document)
    project = document.project

    files.new()

    assert projectfile.load(tmp_path / "chosen.mlps") == project
    assert document.project == STARTING_PROJECT


def test_leaving_is_off_when_no_place_to_save_is_chosen(
    files: Files, document: Document, answers: Answers
) -> None:
    answers.unsaved = "save"
    change(document)

    assert not files.may_leave()
    assert document.is_modified


def test_a_file_is_opened_and_becomes_recent(
    files: Files, document: Document, settings: Settings, answers: Answers, saved: Path
) -> None:
    answers.opens = saved

    files.open()

    assert document.path == saved
    assert document.project.layers[0].units == 3
    assert settings.recent_files == (saved,)
    assert files.name == "saved.mlps"


def test_a_broken_file_is_told_and_the_project_stays(
    files: Files, document: Document, answers: Answers, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.mlps"
    broken.write_bytes(b"nothing of ours")
    before = document.project

    files.open_path(broken)

    assert document.project is before
    assert answers.told[0].startswith("“broken.mlps” cannot be opened.")


def test_a_recent_file_that_is_gone_is_told_and_forgotten(
    files: Files, settings: Settings, answers: Answers, tmp_path: Path
) -> None:
    settings.add_recent_file(tmp_path / "gone.mlps")

    files.open_path(tmp_path / "gone.mlps")

    assert answers.told[0].startswith("“gone.mlps” cannot be ")
    assert settings.recent_files == ()


def test_saving_again_asks_nothing(
    files: Files, document: Document, saved: Path, answers: Answers
) -> None:
    files.open_path(saved)
    change(document)

    assert files.save()

    assert answers.asked == []
    assert not document.is_modified
    assert len(projectfile.load(saved).layers) == 2


def test_a_project_without_a_file_asks_for_one(
    files: Files, document: Document, answers: Answers, tmp_path: Path
) -> None:
    answers.saves = tmp_path / "new.mlps"

    assert files.save()

    assert answers.asked == ["save Untitled.mlps"]
    assert document.path == tmp_path / "new.mlps"


def test_what_cannot_be_saved_is_told_and_stays_changed(
    files: Files, document: Document, answers: Answers, tmp_path: Path
) -> None:
    answers.saves = tmp_path / "no such folder" / "new.mlps"
    change(document)

    assert not files.save()

    assert answers.told[0].startswith("“new.mlps” cannot be saved.")
    assert document.is_modified


def test_an_example_is_opened_as_a_project_of_its_own(
    files: Files, document: Document, saved: Path, settings: Settings
) -> None:
    files.open_example(saved, "An example")

    assert document.path is None
    assert document.project.title == "An example"
    assert len(document.project.layers) == 1
    assert settings.recent_files == ()


def test_a_run_ends_before_the_question_about_unsaved_changes(
    document: Document, settings: Settings, answers: Answers
) -> None:
    """What was learned is part of the work, and must not come after the question."""
    files = Files(
        document=document,
        settings=settings,
        ask=answers,
        come_to_rest=lambda: change(document),
    )

    files.new()

    assert answers.asked == ["unsaved Untitled"]


def lost(tmp_path: Path, name: str) -> LostWork:
    file = tmp_path / f"{name}.recovery"
    file.write_bytes(b"")
    lock = QLockFile(str(file.with_suffix(".lock")))
    assert lock.tryLock(0)
    project = edits.add_layer(Project(), "input", 5)
    return LostWork(project, tmp_path / name, datetime(2026, 5, 1, tzinfo=UTC), file, lock)


def test_restored_work_is_kept_anew_before_the_old_copy_goes(
    files: Files, document: Document, answers: Answers, tmp_path: Path
) -> None:
    answers.lost = "restore"
    work = lost(tmp_path, "mine.mlps")
    seen: list[bool] = []

    files.offer([work], lambda: seen.append(work.file.exists()))

    assert seen == [True]
    assert not work.file.exists()
    assert document.project == work.project
    assert document.path == tmp_path / "mine.mlps"
    assert document.is_modified


def test_only_one_lost_project_is_restored_and_the_others_stay(
    files: Files, document: Document, answers: Answers, tmp_path: Path
) -> None:
    answers.lost = "restore"
    first, second = lost(tmp_path, "a.mlps"), lost(tmp_path, "b.mlps")

    files.offer([first, second], lambda: None)

    assert answers.asked == ["lost a.mlps"]
    assert second.file.exists()


@pytest.mark.parametrize(("answer", "stays"), [("later", True), ("discard", False)])
def test_lost_work_can_wait_or_go(
    files: Files, answers: Answers, tmp_path: Path, answer: str, stays: bool
) -> None:
    answers.lost = answer  # type: ignore[assignment]  # the two cases of the parameter
    work = lost(tmp_path, "mine.mlps")

    files.offer([work], lambda: None)

    assert work.file.exists() is stays
