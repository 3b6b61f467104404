"""The typesetter comes in the background, and no thread outlives the window."""

from __future__ import annotations

import threading
import time

import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.ui.typeset import loading
from mlp_studio.ui.typeset.loading import Loading


def test_shutting_down_waits_for_the_thread_under_way(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[bool] = []

    def slowly() -> None:
        time.sleep(0.1)
        ended.append(True)

    monkeypatch.setattr(loading.shapes, "load", slowly)
    fetching, before = Loading(), threading.active_count()
    fetching.start()
    assert threading.active_count() == before + 1
    fetching.shutdown()
    fetching.shutdown()
    assert ended == [True]
    assert threading.active_count() == before
