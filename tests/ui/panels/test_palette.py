"""The palette: four things to drag or to choose with a key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mlp_studio.ui import mime
from mlp_studio.ui.panels.palette import Palette
from mlp_studio.ui.theme import ThemeModel
from tests.ui.panels.conftest import Shown


@pytest.fixture
def palette(theme: ThemeModel, shown: Shown) -> Palette:
    palette = Palette(theme=theme)
    shown(palette)
    return palette


def test_there_is_a_tile_for_every_kind_that_can_be_dropped(palette: Palette) -> None:
    tiles = palette.list
    data = [tiles.mimeData([tiles.item(row)]) for row in range(tiles.count())]
    assert [mime.kind_of(each) for each in data] == list(mime.KINDS)
    assert [tiles.item(row).text() for row in range(4)] == [
        "Input",
        "Dense layer",
        "Neuron",
        "Output",
    ]


def test_enter_chooses_what_the_arrows_went_to(palette: Palette, qtbot: QtBot) -> None:
    palette.list.setFocus()
    qtbot.keyClick(palette.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(palette.list, Qt.Key.Key_Return)
    assert chosen.args == ["dense"]


def test_a_double_click_chooses_once(palette: Palette, qtbot: QtBot) -> None:
    tiles = palette.list
    place = tiles.visualItemRect(tiles.item(3)).center()
    chosen: list[str] = []
    palette.chosen.connect(chosen.append)
    qtbot.mouseClick(tiles.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(tiles.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == ["output"]


def test_no_tile_needs_scrolling_and_none_is_cut_off(palette: Palette) -> None:
    tiles = palette.list
    last = tiles.visualItemRect(tiles.item(3))
    assert last.bottom() <= tiles.viewport().height()
    assert last.right() <= tiles.viewport().width()
