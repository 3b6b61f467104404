"""Tiles: a picture, a name, and in a quieter colour what it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from PySide6.QtWidgets import QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from mlp_studio.ui import icons
from mlp_studio.ui.mime import PaletteItem
from mlp_studio.ui.panels.palette.drawing import (
    BROKEN,
    ITEM,
    PICTURE,
    WHAT,
    Index,
    draw_lines,
    draw_outline,
    height_of,
    lines_of,
    name_font,
    small_font,
)
from mlp_studio.ui.panels.palette.section import Section
from mlp_studio.ui.panels.palette.sketch import Sketch, draw_sketch
from mlp_studio.ui.panels.panel import RADIUS
from mlp_studio.ui.theme import ThemeModel, blend

_PAD = 8
_GAP = 4
"""Below a tile, and beside it where there is another."""
ICON = QSize(24, 24)
SKETCH = QSize(52, 34)
_NAME_LINES, _WHAT_LINES = 2, 3
_NARROWEST_EMS = 15
"""Where two tiles of so many times the font's height fit side by side, they stand so."""


class Tiles(Section):
    """Tiles under one another, or in columns where the palette is wide."""

    def __init__(self, theme: ThemeModel, picture: QSize) -> None:
        super().__init__(theme)
        self.setFlow(Section.Flow.LeftToRight)
        self.setWrapping(True)
        self._delegate = self.make_delegate(theme, picture)
        self.setItemDelegate(self._delegate)

    def make_delegate(self, theme: ThemeModel, picture: QSize) -> TileDelegate:
        return TileDelegate(theme, self, picture)

    def add(self, thing: PaletteItem | None, picture: str | Sketch) -> QListWidgetItem:
        """Append a tile; what it says is set with `describe`. None: nothing to place."""
        item = QListWidgetItem(self)
        item.setData(ITEM, thing)
        item.setData(PICTURE, picture)
        if thing is None:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDragEnabled)
        return item

    def describe(self, row: int, name: str, what: str, tip: str = "") -> None:
        item = self.item(row)
        item.setText(name)
        item.setData(WHAT, what)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, what)
        item.setToolTip(tip)

    def drag_picture(self, item: QListWidgetItem) -> QPixmap:
        return self._delegate.picture_of(item, self._theme.theme.accent)


@dataclass(frozen=True, slots=True)
class _Words:
    """The lines of one tile and what each is set in."""

    name: list[str]
    name_font: QFont
    what: list[str]
    what_font: QFont

    @property
    def height(self) -> int:
        return height_of(self.name, self.name_font) + height_of(self.what, self.what_font)


class TileDelegate(QStyledItemDelegate):
    def __init__(self, theme: ThemeModel, view: Section, picture: QSize) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._picture = picture

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme.theme
        tile = self.tile_rect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_outline(painter, option, index, theme, RADIUS, tile)
        broken = bool(index.data(BROKEN))
        place = QRect(tile.topLeft(), self._picture)
        place.translate(_PAD, (tile.height() - self._picture.height()) // 2)
        self._draw_picture(painter, place, index, theme.warning if broken else theme.ink)
        room = self.text_rect(tile)
        words = self._words(option.font, index, room.width())
        at = QPointF(room.left(), tile.top() + (tile.height() - words.height) / 2)
        taken = draw_lines(painter, at, words.name, words.name_font, theme.ink)
        below = QPointF(at.x(), at.y() + taken)
        colour = theme.warning if broken else theme.muted
        draw_lines(painter, below, words.what, words.what_font, colour)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        # A list view wraps one pixel before its right border.
        columns = self._columns()
        width = (self._view.viewport().width() - (columns > 1)) // columns
        room = self.text_rect(QRect(0, 0, width - self._beside(), 0))
        words = self._words(option.font, index, room.width())
        height = max(words.height + 2 * _PAD - 4, self._picture.height() + _PAD)
        return QSize(width, height + _GAP)

    def picture_of(self, item: QListWidgetItem, colour: QColor) -> QPixmap:
        """The picture alone, as it hangs on the pointer."""
        ratio = self._view.devicePixelRatioF()
        picture = QPixmap(self._picture * 1.5 * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(1.5, 1.5)
        index = self._view.indexFromItem(item)
        self._draw_picture(painter, QRect(QRect().topLeft(), self._picture), index, colour)
        painter.end()
        return picture

    def _draw_picture(self, painter: QPainter, place: QRect, index: Index, colour: QColor) -> None:
        picture = index.data(PICTURE)
        if isinstance(picture, Sketch):
            lines = blend(colour, self._theme.theme.canvas, 0.35)
            draw_sketch(painter, QRectF(place), picture, colour, lines)
            return
        side = min(place.width(), place.height(), ICON.height())
        square = QRect(0, 0, side, side)
        square.moveCenter(place.center())
        scale = painter.deviceTransform().m11()
        painter.drawPixmap(square, icons.pixmap(picture, colour, round(side * scale)))

    def _words(self, font: QFont, index: Index, width: int) -> _Words:
        bold, small = name_font(font), small_font(font)
        name = lines_of(str(index.data()), bold, width, _NAME_LINES)
        what = lines_of(str(index.data(WHAT) or ""), small, width, _WHAT_LINES)
        return _Words(name, bold, what, small)

    def tile_rect(self, cell: QRect) -> QRect:
        """The tile itself, without the gap to its neighbours."""
        return cell.adjusted(0, 0, -self._beside(), -_GAP)

    def text_rect(self, tile: QRect) -> QRect:
        return tile.adjusted(self._picture.width() + 2 * _PAD, 0, -_PAD, 0)

    def _columns(self) -> int:
        narrowest = _NARROWEST_EMS * self._view.fontMetrics().height()
        return max(1, self._view.viewport().width() // narrowest)

    def _beside(self) -> int:
        return _GAP if self._columns() > 1 else 0
