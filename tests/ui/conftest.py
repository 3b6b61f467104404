"""What every test of the window needs: its shared parts, sandboxed, and the whole window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from mlp_studio.document.selection import Selection
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.settings import Settings
from mlp_studio.ui.theme import ThemeModel
from tests.ui.answers import Answers

if TYPE_CHECKING:
    from mlp_studio.ui.app import Studio


@pytest.fixture
def theme(qapp: QApplication) -> ThemeModel:
    return ThemeModel("light")


@pytest.fixture
def numbers(qapp: QApplication) -> NumberFormat:
    return NumberFormat(digits=4)


@pytest.fixture
def selection(qapp: QApplication) -> Selection:
    return Selection()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where this test's files go."""
    return tmp_path


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A new person's settings, in English and light."""
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings = Settings(store)
    settings.language = "en"
    settings.theme = "light"
    return settings


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def studio(
    qapp: QApplication, settings: Settings, tmp_path: Path, answers: Answers
) -> Iterator[Studio]:
    """The whole program, not shown yet; closed afterwards whatever was left unsaved."""
    from tests.studio import open_studio

    with open_studio(qapp, settings, tmp_path, answers) as studio:
        yield studio


@pytest.fixture
def window(studio: Studio, qtbot) -> Studio:
    """The whole program, on screen."""
    studio.window.resize(1440, 900)
    with qtbot.waitExposed(studio.window):
        studio.show()
    qtbot.wait(1)
    return studio
