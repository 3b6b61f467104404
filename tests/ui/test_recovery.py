"""Unsaved work survives the end of the program, and nothing else does."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.commands.demo import build_xor
from mlp_studio.document.document import Document
from mlp_studio.document.training import TrainingRun
from mlp_studio.project import edits, projectfile
from mlp_studio.ui.recovery import LostWork, Recovery, lost_work


def keeper(document: Document, folder: Path, **times: int) -> Recovery:
    return Recovery(document, folder, now=lambda: datetime(2026, 5, 1, 12, tzinfo=UTC), **times)


def add_layer(document: Document) -> None:
    document.apply("Add layer", edits.add_layer, "input", 2)


def die(recovery: Recovery) -> None:
    """What a crash does: the process and its lock are gone, its files stay."""
    recovery._lock.unlock()  # the only trace of a live process
    recovery._settled.stop()
    recovery._at_most.stop()


def test_nothing_is_kept_of_a_project_without_changes(document: Document, tmp_path: Path) -> None:
    recovery = keeper(document, tmp_path)
    recovery.keep_now()

    assert not recovery.file.exists()
    recovery.finish()


def test_a_change_is_kept_after_a_moment(qtbot, document: Document, tmp_path: Path) -> None:
    recovery = keeper(document, tmp_path, settle_ms=10)
    add_layer(document)
    assert not recovery.file.exists()

    qtbot.waitUntil(recovery.file.exists)

    assert projectfile.load(recovery.file) == document.project
    recovery.finish()


def test_unceasing_changes_are_kept_all_the_same(qtbot, document: Document, tmp_path: Path) -> None:
    recovery = keeper(document, tmp_path, settle_ms=60_000, at_most_ms=10)
    add_layer(document)

    qtbot.waitUntil(recovery.file.exists)
    recovery.finish()


def test_lost_work_is_offered_with_the_file_it_belongs_to(
    document: Document, tmp_path: Path
) -> None:
    document.save(tmp_path / "mine.mlps")
    recovery = keeper(document, tmp_path)
    add_layer(document)
    recovery.keep_now()
    die(recovery)

    [work] = lost_work(tmp_path)

    assert work.project == document.project
    assert work.path == tmp_path / "mine.mlps"
    assert work.saved_at == datetime(2026, 5, 1, 12, tzinfo=UTC)
    work.leave()


def test_the_work_of_a_killed_process_is_offered(tmp_path: Path) -> None:
    """The real thing: the lock of a process that is gone does not stand in the way."""
    code = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from mlp_studio.document.document import Document\n"
        "from mlp_studio.project import edits\n"
        "from mlp_studio.ui.recovery import Recovery\n"
        "application = QCoreApplication([])\n"
        "document = Document()\n"
        "recovery = Recovery(document, Path(sys.argv[1]))\n"
        "document.apply('Add layer', edits.add_layer, 'input', 7)\n"
        "recovery.keep_now()\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
        assert done.returncode == -signal.SIGKILL
    next(tmp_path.glob("*.recovery")).unlink()  # one of the two had nothing to lose

    [work] = lost_work(tmp_path)

    assert work.project.layers[0].units == 7
    assert len(list(tmp_path.glob("*.lock"))) == 1
    work.discard()
    assert not list(tmp_path.glob("*.recovery"))


def test_the_work_of_a_living_window_is_not_offered(document: Document, tmp_path: Path) -> None:
    recovery = keeper(document, tmp_path)
    add_layer(document)
    recovery.keep_now()

    assert lost_work(tmp_path) == []
    recovery.finish()


def test_lost_work_is_offered_to_one_window_at_a_time(document: Document, tmp_path: Path) -> None:
    recovery = keeper(document, tmp_path)
    add_layer(document)
    recovery.keep_now()
    die(recovery)
    first = lost_work(tmp_path)

    assert lost_work(tmp_path) == []
    first[0].leave()
    [again] = lost_work(tmp_path)
    again.leave()


def test_discarded_work_is_gone(document: Document, tmp_path: Path) -> None:
    recovery = keeper(document, tmp_path)
    add_layer(document)
    recovery.keep_now()
    die(recovery)

    lost_work(tmp_path)[0].discard()

    assert lost_work(tmp_path) == []
    assert not list(tmp_path.glob("*.recovery"))


def test_saving_removes_the_copy(document: Document, tmp_path: Path) -> None:
    recovery = keeper(document, tmp_path)
    add_layer(document)
    recovery.keep_now()

    document.save(tmp_path / "mine.mlps")

    assert not recovery.file.exists()
    recovery.finish()


def test_an_end_in_good_order_leaves_nothing(document: Document, tmp_path: Path) -> None:
    recovery = keeper(document, tmp_path)
    add_layer(document)
    recovery.keep_now()

    recovery.finish()
    recovery.finish()

    assert list(tmp_path.iterdir()) == []


def test_the_users_file_is_never_touched(document: Document, tmp_path: Path) -> None:
    mine = tmp_path / "mine.mlps"
    document.save(mine)
    before = mine.read_bytes()
    recovery = keeper(document, tmp_path)
    add_layer(document)
    recovery.keep_now()

    assert mine.read_bytes() == before
    recovery.finish()
    assert mine.read_bytes() == before


def test_what_cannot_be_read_is_left_where_it_is(tmp_path: Path) -> None:
    broken = tmp_path / "0.recovery"
    broken.write_bytes(b"half a file")
    broken.with_suffix(".json").write_text(
        '{"path": null, "saved_at": "2026-05-01T12:00:00+00:00"}'
    )

    assert lost_work(tmp_path) == []
    assert broken.exists()


def test_a_full_disk_is_told_once(qtbot, document: Document, tmp_path: Path, monkeypatch) -> None:
    recovery = keeper(document, tmp_path)
    told: list[str] = []
    recovery.failed.connect(told.append)

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(projectfile, "save", full)
    add_layer(document)
    recovery.keep_now()
    recovery.keep_now()

    assert told == ["No space left on device"]
    recovery.finish()


@pytest.fixture
def two_lost(document: Document, tmp_path: Path) -> list[LostWork]:
    for hour in (8, 9):
        recovery = Recovery(
            document, tmp_path, now=lambda hour=hour: datetime(2026, 5, 1, hour, tzinfo=UTC)
        )
        add_layer(document)
        recovery.keep_now()
        die(recovery)
    found = lost_work(tmp_path)
    for work in found:
        work.leave()
    return found


def test_the_newest_lost_work_comes_first(two_lost: list[LostWork]) -> None:
    assert [work.saved_at.hour for work in two_lost] == [9, 8]


def test_what_a_run_learned_so_far_is_kept_too(
    document: Document, tmp_path: Path, qtbot: QtBot
) -> None:
    document.new(edits.set_training(build_xor(), epochs=10**9))
    run = TrainingRun(document)
    recovery = Recovery(document, tmp_path, at_most_ms=50, current=run.project)
    run.readable.connect(recovery.keep_soon)
    run.start()
    qtbot.waitUntil(lambda: recovery.file.exists(), timeout=5_000)
    kept = projectfile.load(recovery.file)
    assert kept.link("x->h").initial_weights is not None
    run.shutdown()
    recovery.finish()
