"""The whole program as tests open and close it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from mlp_studio.ui.app import Studio
from mlp_studio.ui.settings import Settings
from tests.ui.answers import Answers


def new_settings(folder: Path) -> Settings:
    """A new person's settings, in English and light."""
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    settings.language = "en"
    settings.theme = "light"
    return settings


@contextmanager
def open_studio(
    application: QApplication, settings: Settings, folder: Path, answers: Answers
) -> Iterator[Studio]:
    """The program, not shown yet; closed afterwards whatever was left unsaved."""
    font, colours = application.font(), application.palette()
    kept = folder / "kept"
    kept.mkdir()
    studio = Studio(application, settings, kept, answers)
    try:
        yield studio
    finally:
        answers.unsaved = "discard"
        studio.window.close()
        studio.shutdown()
        studio.window.deleteLater()
        studio.deleteLater()
        # pytest holds the fixture for longer, and with it menus that Python owns.
        vars(studio).clear()
        # Gone before the style is reset, which would dress each of its widgets anew.
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        application.setStyleSheet("")
        application.setFont(font)
        application.setPalette(colours)
