"""The style sheet is complete in every theme, and one zoom moves all text."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel

from mlp_studio.ui import theme as themes
from mlp_studio.ui.style import (
    BASE_POINTS,
    LARGEST_TEXT,
    SMALLEST_TEXT,
    Style,
    palette,
    style_sheet,
)
from mlp_studio.ui.theme import ThemeModel


@pytest.fixture
def restored(qapp: QApplication):
    """The application as it was, after a test that styles it."""
    font, colours = qapp.font(), qapp.palette()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(colours)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_place_of_the_style_sheet_is_filled_in(name: str, qapp: QApplication) -> None:
    sheet = style_sheet(themes.load(name))

    assert "$" not in sheet
    for file in re.findall(r'url\("([^"]+)"\)', sheet):
        assert file.endswith(".svg")


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_palette_takes_its_colours_from_the_theme(name: str, qapp: QApplication) -> None:
    theme = themes.load(name)

    assert palette(theme).color(QPalette.ColorRole.Window) == theme.panel
    assert palette(theme).color(QPalette.ColorRole.WindowText) == theme.ink


def test_text_grows_and_shrinks_within_limits(restored: QApplication, theme: ThemeModel) -> None:
    style = Style(restored, theme)
    assert restored.font().pointSizeF() == pytest.approx(BASE_POINTS)

    style.enlarge_text()
    assert restored.font().pointSizeF() == pytest.approx(BASE_POINTS * 1.15, abs=0.01)
    for _ in range(50):
        style.enlarge_text()
    assert style.text_scale == LARGEST_TEXT
    for _ in range(50):
        style.reduce_text()
    assert style.text_scale == SMALLEST_TEXT
    style.reset_text()
    assert restored.font().pointSizeF() == pytest.approx(BASE_POINTS)


def test_a_label_on_screen_follows_the_text_zoom(
    qtbot, restored: QApplication, theme: ThemeModel
) -> None:
    style = Style(restored, theme)
    label = QLabel("text")
    qtbot.addWidget(label)
    label.show()

    style.enlarge_text()

    assert label.font().pointSizeF() == pytest.approx(BASE_POINTS * 1.15, abs=0.01)


def test_a_new_theme_restyles_the_application(restored: QApplication, theme: ThemeModel) -> None:
    style = Style(restored, theme)

    theme.set("dark")

    assert restored.palette().color(QPalette.ColorRole.Window) == theme.theme.panel
    assert theme.theme.panel.name() in restored.styleSheet()
    assert style.text_scale == 1.0


def test_a_text_size_that_cannot_be_is_the_usual_one(
    restored: QApplication, theme: ThemeModel
) -> None:
    assert Style(restored, theme, float("nan")).text_scale == 1.0
