"""The person's own templates in the palette: placed, renamed, and removed only when asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from mlp_studio.project import fragments
from mlp_studio.project.templates import TEMPLATES
from mlp_studio.ui.mime import PaletteItem
from mlp_studio.ui.own_templates import OwnTemplates
from mlp_studio.ui.panels.palette import Palette
from mlp_studio.ui.panels.palette.own_tiles import OwnTiles
from mlp_studio.ui.theme import ThemeModel
from tests.ui.panels.conftest import Shown


@pytest.fixture
def own(qapp: object, folder: Path) -> OwnTemplates:
    return OwnTemplates(folder / "templates")


@pytest.fixture
def palette(own: OwnTemplates, theme: ThemeModel, shown: Shown) -> Palette:
    palette = Palette(theme=theme, templates=own)
    shown(palette)
    return palette


@pytest.fixture
def tiles(palette: Palette, own: OwnTemplates) -> OwnTiles:
    """Two templates and a file that is none."""
    assert palette.own is not None
    network = TEMPLATES[1].project
    for name in ("a", "b"):
        own.save(name, fragments.extract(network, [layer.id for layer in network.layers]))
    (own.all[0].file.parent / "broken.json").write_text("{")
    own.refresh()
    palette.own.tiles.setFocus()
    return palette.own.tiles


def names(tiles: OwnTiles) -> list[str]:
    return [tiles.item(row).text() for row in range(tiles.count())]


def test_an_empty_section_says_what_will_stand_there(palette: Palette) -> None:
    assert palette.own is not None
    assert palette.own.empty.isVisible()
    assert not palette.own.tiles.isVisible()


def test_saved_templates_stand_there_with_their_sizes(tiles: OwnTiles) -> None:
    assert names(tiles) == ["a", "b", "broken"]
    description = Qt.ItemDataRole.AccessibleDescriptionRole
    assert tiles.item(0).data(description) == "2 → 2 → 1"


def test_enter_places_one(palette: Palette, tiles: OwnTiles, qtbot: QtBot) -> None:
    qtbot.keyClick(tiles, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(tiles, Qt.Key.Key_Return)
    assert chosen.args == [PaletteItem("own_template", "b")]


def test_a_file_that_cannot_be_read_says_why_and_cannot_be_placed(
    palette: Palette, tiles: OwnTiles, qtbot: QtBot
) -> None:
    tiles.setCurrentRow(2)
    assert "broken.json" in tiles.item(2).toolTip()
    assert not tiles.item(2).flags() & Qt.ItemFlag.ItemIsDragEnabled
    with qtbot.assertNotEmitted(palette.chosen), qtbot.assertNotEmitted(palette.armed):
        qtbot.keyClick(tiles, Qt.Key.Key_Return)
        place = tiles.visualItemRect(tiles.item(2)).center()
        qtbot.mouseClick(tiles.viewport(), Qt.MouseButton.LeftButton, pos=place)


def rename(tiles: OwnTiles, name: str, qtbot: QtBot) -> None:
    qtbot.keyClick(tiles, Qt.Key.Key_F2)
    editor = tiles.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.hasFocus()
    editor.selectAll()
    editor.insert(name)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_f2_renames_in_place(tiles: OwnTiles, own: OwnTemplates, qtbot: QtBot) -> None:
    with qtbot.waitSignal(own.changed):
        rename(tiles, "  z ", qtbot)
    assert [template.name for template in own.all] == ["b", "broken", "z"]
    assert names(tiles) == ["b", "broken", "z"]
    qtbot.waitUntil(lambda: tiles.currentRow() == 2)


def test_a_name_that_is_taken_is_refused_with_the_reason(
    palette: Palette, tiles: OwnTiles, own: OwnTemplates, qtbot: QtBot
) -> None:
    assert palette.own is not None
    palette.resize(240, 300)
    rename(tiles, "B", qtbot)
    message = palette.own.message
    qtbot.waitUntil(message.isVisible)
    assert "“b”" in message.text()
    bottom = message.rect().bottomLeft()
    qtbot.waitUntil(lambda: message.mapTo(palette, bottom).y() <= palette.hint.y())
    assert names(tiles) == ["a", "b", "broken"]


def test_delete_asks_and_removes_nothing_itself(
    palette: Palette, tiles: OwnTiles, own: OwnTemplates, qtbot: QtBot
) -> None:
    tiles.setCurrentRow(1)
    with qtbot.waitSignal(palette.removal_wanted) as wanted:
        qtbot.keyClick(tiles, Qt.Key.Key_Delete)
    assert wanted.args == ["b"]
    assert len(own.all) == 3


def test_a_removed_template_is_not_armed_any_more(
    palette: Palette, tiles: OwnTiles, own: OwnTemplates, qtbot: QtBot
) -> None:
    place = tiles.visualItemRect(tiles.item(0)).center()
    qtbot.mouseClick(tiles.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(palette.armed) as armed:
        own.remove("a")
    assert armed.args == [None]
    assert names(tiles) == ["b", "broken"]


def test_the_menu_is_of_the_tile_under_the_pointer(
    palette: Palette, tiles: OwnTiles, qtbot: QtBot
) -> None:
    place = tiles.visualItemRect(tiles.item(1)).center()
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, place, tiles.viewport().mapToGlobal(place))
    QApplication.sendEvent(tiles.viewport(), event)
    assert tiles.menu.isVisible()
    tiles.menu.close()
    with qtbot.waitSignal(palette.removal_wanted) as wanted:
        tiles.remove.trigger()
    assert wanted.args == ["b"]
    with qtbot.waitSignal(palette.chosen) as chosen:
        tiles.place.trigger()
    assert chosen.args == [PaletteItem("own_template", "b")]


def test_the_menu_key_opens_it_at_the_current_tile(tiles: OwnTiles) -> None:
    tiles.setCurrentRow(2)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(tiles.viewport(), event)
    assert tiles.menu.isVisible()
    assert not tiles.place.isEnabled()
    assert tiles.remove.isEnabled()
    tiles.menu.close()


def test_the_first_template_can_be_named_where_it_stands_in_sight(
    palette: Palette, own: OwnTemplates, qtbot: QtBot
) -> None:
    palette.resize(280, 300)
    QApplication.processEvents()
    assert palette.own is not None
    network = TEMPLATES[1].project
    own.save("Template 1", fragments.extract(network, [layer.id for layer in network.layers]))
    palette.type_name("Template 1")
    editor = palette.own.tiles.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "Template 1"
    qtbot.waitUntil(lambda: editor.mapTo(palette, QPoint()).y() >= 0)
    bottom = editor.rect().bottomLeft()
    qtbot.waitUntil(lambda: editor.mapTo(palette, bottom).y() <= palette.hint.y())
