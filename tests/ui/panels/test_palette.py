"""The palette: things to drag, to click and place, or to choose with a key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlp_studio.project.templates import TEMPLATES
from mlp_studio.ui import mime
from mlp_studio.ui.mime import PaletteItem
from mlp_studio.ui.panels.palette import Palette
from mlp_studio.ui.panels.palette.drawing import ARMED
from mlp_studio.ui.panels.palette.section import Section
from mlp_studio.ui.theme import ThemeModel
from tests.ui.panels.conftest import Shown

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def palette(theme: ThemeModel, shown: Shown) -> Palette:
    palette = Palette(theme=theme)
    shown(palette)
    return palette


def sections(palette: Palette) -> tuple[Section, ...]:
    return palette.list, palette.features.chips, palette.templates


def middle(section: Section, row: int) -> QPoint:
    return section.visualItemRect(section.item(row)).center()


def armed_rows(section: Section) -> list[int]:
    return [row for row in range(section.count()) if section.item(row).data(ARMED)]


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


def test_there_is_a_tile_for_every_template(palette: Palette) -> None:
    tiles = palette.templates
    things = [mime.item_of(tiles.mimeData([tiles.item(row)])) for row in range(tiles.count())]
    assert things == [PaletteItem("template", template.name) for template in TEMPLATES]
    assert "2 → 2 → 1" in tiles.item(1).toolTip()


def test_enter_chooses_what_the_arrows_went_to(palette: Palette, qtbot: QtBot) -> None:
    palette.list.setFocus()
    qtbot.keyClick(palette.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(palette.list, Qt.Key.Key_Return)
    assert chosen.args == [PaletteItem("dense")]


def test_tab_goes_from_section_to_section_and_arrows_along_the_chips(
    palette: Palette, qtbot: QtBot
) -> None:
    palette.list.setFocus()
    qtbot.keyClick(palette.list, Qt.Key.Key_Tab)
    assert palette.features.chips.hasFocus()
    qtbot.keyClick(palette.features.chips, Qt.Key.Key_Right)
    assert palette.features.chips.currentRow() == 1
    qtbot.keyClick(palette.features.chips, Qt.Key.Key_Tab)
    assert palette.templates.hasFocus()


def test_a_double_click_chooses_once_and_leaves_nothing_armed(
    palette: Palette, qtbot: QtBot
) -> None:
    tiles = palette.list
    chosen: list[PaletteItem] = []
    armed: list[PaletteItem | None] = []
    palette.chosen.connect(chosen.append)
    palette.armed.connect(armed.append)
    qtbot.mouseClick(tiles.viewport(), LEFT, pos=middle(tiles, 3))
    qtbot.mouseDClick(tiles.viewport(), LEFT, pos=middle(tiles, 3))
    assert chosen == [PaletteItem("output")]
    assert armed == [PaletteItem("output"), None]


def test_a_click_arms_a_tile_and_a_second_one_disarms_it(palette: Palette, qtbot: QtBot) -> None:
    armed: list[PaletteItem | None] = []
    palette.armed.connect(armed.append)
    tiles, chips = palette.list, palette.features.chips
    qtbot.mouseClick(tiles.viewport(), LEFT, pos=middle(tiles, 1))
    assert armed_rows(tiles) == [1]
    qtbot.mouseClick(chips.viewport(), LEFT, pos=middle(chips, 0))
    assert (armed_rows(tiles), armed_rows(chips)) == ([], [0])
    qtbot.mouseClick(chips.viewport(), LEFT, pos=middle(chips, 0))
    assert armed_rows(chips) == []
    assert armed == [PaletteItem("dense"), PaletteItem("feature", "x1**2"), None]


def test_the_text_below_says_what_to_do_with_an_armed_tile(palette: Palette, qtbot: QtBot) -> None:
    before = palette.hint.text()
    qtbot.mouseClick(palette.list.viewport(), LEFT, pos=middle(palette.list, 0))
    assert "Esc" in palette.hint.text()
    palette.disarm()
    assert palette.hint.text() == before


def test_esc_is_the_palettes_own_only_while_something_is_armed(
    palette: Palette, qtbot: QtBot
) -> None:
    def override() -> bool:
        event = QKeyEvent(
            QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier
        )
        event.ignore()
        QApplication.sendEvent(palette.list, event)
        return event.isAccepted()

    assert not override()
    qtbot.mouseClick(palette.list.viewport(), LEFT, pos=middle(palette.list, 2))
    assert override()
    with qtbot.waitSignal(palette.armed) as armed:
        qtbot.keyClick(palette.list, Qt.Key.Key_Escape)
    assert armed.args == [None]
    assert armed_rows(palette.list) == []


def test_disarming_what_is_not_armed_says_nothing(palette: Palette, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(palette.armed):
        palette.disarm()


@pytest.mark.parametrize("width", [240, 280, 320, 460])
def test_no_entry_is_cut_off_at_any_width(palette: Palette, width: int, qtbot: QtBot) -> None:
    palette.resize(width, 300)
    QApplication.processEvents()
    for section in sections(palette):
        last = section.visualItemRect(section.item(section.count() - 1))
        assert last.bottom() < section.viewport().height()
        for row in range(section.count()):
            assert section.visualItemRect(section.item(row)).right() < section.viewport().width()


def test_where_there_is_room_tiles_stand_side_by_side(palette: Palette) -> None:
    for width, columns in ((280, 1), (560, 2)):
        palette.resize(width, 400)
        QApplication.processEvents()
        tiles = palette.list
        tops = [tiles.visualItemRect(tiles.item(row)).top() for row in range(4)]
        assert tops.count(tops[0]) == columns


def test_what_the_keyboard_reaches_is_scrolled_into_sight(palette: Palette, qtbot: QtBot) -> None:
    palette.resize(280, 300)
    palette.templates.setFocus(Qt.FocusReason.TabFocusReason)
    for row in range(palette.templates.count()):
        palette.templates.setCurrentRow(max(0, row - 1))
        qtbot.keyClick(palette.templates, Qt.Key.Key_Down if row else Qt.Key.Key_Home)
        QApplication.processEvents()
        tile = palette.templates.visualItemRect(palette.templates.item(row))
        top = palette.templates.viewport().mapTo(palette, tile.topLeft()).y()
        assert top >= 0
        assert top + tile.height() <= palette.hint.y()
