"""What every test of a view needs: the shared parts of the window, sandboxed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mlp_studio.document.selection import Selection
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.theme import ThemeModel


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
