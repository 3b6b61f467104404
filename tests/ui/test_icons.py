"""The icon set: drawable, and tinted from the theme."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from mlp_studio import paths
from mlp_studio.ui import icons
from mlp_studio.ui.theme import ThemeModel

NAMES = sorted(path.stem for path in (paths.resources() / "icons").glob("*.svg"))


def strongest_colour(name: str, colour: QColor) -> str:
    image = icons.pixmap(name, colour, 60).toImage()
    pixels = [image.pixelColor(x, y) for x in range(60) for y in range(60)]
    return max(pixels, key=lambda pixel: pixel.alpha()).name()


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_in_the_colour_asked_for(name: str, theme: ThemeModel) -> None:
    assert strongest_colour(name, theme.theme.forward) == theme.theme.forward.name()


def test_an_icon_is_sharp_on_a_screen_of_double_density(theme: ThemeModel) -> None:
    sizes = icons.icon("save", theme.theme).availableSizes(QIcon.Mode.Normal, QIcon.State.Off)

    assert {size.width() for size in sizes} >= {20, 40}


def test_a_disabled_icon_steps_back(theme: ThemeModel) -> None:
    save = icons.icon("save", theme.theme)
    on, off = (save.pixmap(20, mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled))

    assert on != off


def test_an_unknown_icon_is_an_error(qapp: QApplication, theme: ThemeModel) -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon", theme.theme)
