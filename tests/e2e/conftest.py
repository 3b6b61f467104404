"""Whole stories run in the real window on a real display, with a real mouse (`make test`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlp_studio.ui.app import Studio
from tests.e2e.mouse import Mouse
from tests.studio import new_settings, open_studio
from tests.ui.answers import Answers


@pytest.fixture
def answers() -> Answers:
    return Answers(unsaved="discard")


@pytest.fixture
def studio(qapp: QApplication, qtbot: QtBot, tmp_path: Path, answers: Answers) -> Iterator[Studio]:
    """The program as it starts: an empty project in a window of 1280 × 800."""
    assert qapp.platformName() == "xcb", "the stories need an X display: run `make test`"
    with open_studio(qapp, new_settings(tmp_path), tmp_path, answers) as studio:
        studio.window.setGeometry(0, 0, 1280, 800)
        with qtbot.waitExposed(studio.window):
            studio.show()
        qtbot.wait(300)
        yield studio


@pytest.fixture
def mouse(qtbot: QtBot) -> Mouse:
    return Mouse(qtbot)
