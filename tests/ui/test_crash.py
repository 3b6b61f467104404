"""An error nobody caught is shown, the work is kept, and the program goes on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from mlp_studio.ui.crash import CrashReports
from mlp_studio.ui.crash_dialog import CrashDialog


@dataclass
class Seen:
    """What a report led to, in order."""

    events: list[str] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)

    def keep(self) -> None:
        self.events.append("kept")

    def show(self, details: str, count: int) -> None:
        self.events.append(details)
        self.counts.append(count)


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def reports(qapp: QApplication, seen: Seen) -> Iterator[CrashReports]:
    hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    reports = CrashReports(keep_work=seen.keep, show=seen.show)
    reports.install()
    yield reports
    reports.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == hooks


def fail() -> None:
    raise ZeroDivisionError("the very error")


def test_an_error_in_a_slot_is_shown_after_the_work_was_kept(
    qtbot, reports: CrashReports, seen: Seen
) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.clicked.connect(fail)

    button.click()
    qtbot.waitUntil(lambda: bool(seen.counts))

    assert seen.events[0] == "kept"
    assert "ZeroDivisionError: the very error" in seen.events[1]
    assert "MLP Studio" in seen.events[1]


def test_the_program_goes_on_after_an_error(qtbot, reports: CrashReports, seen: Seen) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.clicked.connect(fail)
    button.click()
    button.click()

    qtbot.waitUntil(lambda: seen.counts == [1, 2])


def test_an_error_in_a_thread_is_shown_on_the_windows_thread(
    qtbot, reports: CrashReports, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    monkeypatch.setattr(
        reports, "_show", lambda _details, _count: threads.append(threading.current_thread())
    )
    worker = threading.Thread(target=fail)
    worker.start()
    worker.join()

    qtbot.waitUntil(lambda: bool(threads))

    assert threads == [threading.main_thread()]


def test_an_error_while_something_is_deleted_is_shown(
    qtbot, reports: CrashReports, seen: Seen
) -> None:
    class Fragile:
        def __del__(self) -> None:
            fail()

    thing: Fragile | None = Fragile()
    assert thing is not None
    thing = None

    qtbot.waitUntil(lambda: bool(seen.counts))
    assert "the very error" in seen.events[1]


def test_an_error_while_keeping_the_work_does_not_hide_the_first(
    qtbot, qapp: QApplication, seen: Seen
) -> None:
    def cannot_keep() -> None:
        raise OSError("the disk is full")

    reports = CrashReports(keep_work=cannot_keep, show=seen.show)
    reports.report(ValueError("the first"))

    qtbot.waitUntil(lambda: bool(seen.counts))
    assert "the first" in seen.events[0]
    assert "the disk is full" in seen.events[0]


def test_an_error_while_showing_an_error_does_not_go_round_in_circles(
    qtbot, qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    calls: list[int] = []

    def cannot_show(_details: str, _count: int) -> None:
        calls.append(1)
        raise RuntimeError("no window")

    reports = CrashReports(keep_work=lambda: None, show=cannot_show)
    reports.report(ValueError("the first"))
    qtbot.waitUntil(lambda: bool(calls))
    qtbot.wait(20)

    assert calls == [1]
    assert "no window" in capsys.readouterr().err


def test_ctrl_c_is_no_crash(qtbot, reports: CrashReports, seen: Seen) -> None:
    reports.report(KeyboardInterrupt())
    qtbot.wait(20)

    assert seen.counts == []


def test_an_error_that_a_signal_carries_is_shown(qtbot, reports: CrashReports, seen: Seen) -> None:
    class Carrier(QObject):
        failed = Signal(object)

    carrier = Carrier()
    carrier.failed.connect(reports.report)
    carrier.failed.emit(ValueError("carried"))

    qtbot.waitUntil(lambda: bool(seen.counts))
    assert "ValueError: carried" in seen.events[1]


def test_the_dialog_does_not_block_and_its_details_can_be_copied(qtbot) -> None:
    dialog = CrashDialog()
    qtbot.addWidget(dialog)

    dialog.report("Traceback …", 1)
    assert dialog.isVisible()
    assert not dialog.isModal()
    dialog.copy.click()

    assert QGuiApplication.clipboard().text() == "Traceback …"


def test_the_dialog_counts_an_error_that_repeats(qtbot) -> None:
    dialog = CrashDialog()
    qtbot.addWidget(dialog)

    dialog.report("Traceback …", 1)
    assert "times" not in dialog.sentence.text()
    dialog.report("Traceback …", 3)

    assert "3 times" in dialog.sentence.text()
