"""Garbage is collected in the window's thread only."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.ui.app import Studio
from mlp_studio.ui.collector import Collector


class Knot:
    """A cycle that only the collector can free."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    collector = Collector(lambda: False)
    yield collector
    collector.remove()


def tie(number: int) -> list[weakref.ref[Knot]]:
    return [weakref.ref(Knot()) for _ in range(number)]


def test_no_other_thread_collects(collector: Collector) -> None:
    threads = set()

    def note(phase: str, _info: dict[str, Any]) -> None:
        threads.add(threading.current_thread())

    knots: list[weakref.ref[Knot]] = []
    gc.callbacks.append(note)
    try:
        worker = threading.Thread(target=lambda: knots.extend(tie(5000)))
        worker.start()
        worker.join()
        assert not threads
        assert any(knot() is not None for knot in knots)
        collector.look()
    finally:
        gc.callbacks.remove(note)
    assert threads == {threading.current_thread()}
    assert all(knot() is None for knot in knots)


def test_it_collects_by_itself(collector: Collector, qtbot: QtBot) -> None:
    knots = tie(5000)
    qtbot.waitUntil(lambda: all(knot() is None for knot in knots))


def test_python_collects_by_itself_again_where_it_did(qtbot: QtBot) -> None:
    assert gc.isenabled()
    collector = Collector(lambda: False)
    assert not gc.isenabled()
    collector.remove()
    assert gc.isenabled()


def test_the_program_has_one_until_it_ends(studio: Studio) -> None:
    assert not gc.isenabled()
    studio.shutdown()
    assert gc.isenabled()
