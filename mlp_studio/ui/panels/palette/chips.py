"""Chips: formulas in a row that wraps, and one that asks for another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from mlp_studio.ui.mime import PaletteItem
from mlp_studio.ui.panels.palette.drawing import ITEM, Index, draw_outline
from mlp_studio.ui.panels.palette.features import shown
from mlp_studio.ui.panels.palette.section import Section
from mlp_studio.ui.theme import ThemeModel

_ACROSS, _DOWN = 10, 4
"""From the edge of a chip to its text."""
_GAP = 4
_HEIGHT = 26


class Chips(Section):
    """The features to place; the last chip emits `another_wanted`."""

    another_wanted = Signal()

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__(theme)
        self.setFlow(Section.Flow.LeftToRight)
        self.setWrapping(True)
        self.setItemDelegate(_ChipDelegate(theme, self))
        self._another = ("", "")

    def name_last(self, text: str, tip: str) -> None:
        """What the chip that asks for another formula says."""
        self._another = text, tip
        if self.count():
            self._say(self.item(self.count() - 1))

    def show_formulas(self, formulas: Sequence[str]) -> None:
        """Offer these, in this order, keeping the current one if it is among them."""
        current = self.currentItem().data(ITEM) if self.currentItem() else None
        self.clear()
        for formula in formulas:
            item = QListWidgetItem(shown(formula), self)
            item.setData(ITEM, PaletteItem("feature", formula))
            item.setToolTip(formula)
        last = QListWidgetItem(self)
        self._say(last)
        last.setFlags(last.flags() & ~Qt.ItemFlag.ItemIsDragEnabled)
        self.setCurrentRow(max(0, self.row_of(current) if current else 0))
        self.mark_armed()
        self.updateGeometry()

    def _say(self, last: QListWidgetItem) -> None:
        text, tip = self._another
        last.setText(text)
        last.setToolTip(tip)
        self.updateGeometry()

    def choose(self, item: QListWidgetItem) -> None:
        if item.data(ITEM) is None:
            self.another_wanted.emit()
        else:
            super().choose(item)

    def _click(self, item: QListWidgetItem) -> None:
        if item.data(ITEM) is None:
            self.another_wanted.emit()
        else:
            super()._click(item)


class _ChipDelegate(QStyledItemDelegate):
    def __init__(self, theme: ThemeModel, view: Section) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme.theme
        chip = option.rect.adjusted(0, 0, -_GAP, -_GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_outline(painter, option, index, theme, chip.height() / 2, chip)
        painter.setFont(option.font)
        painter.setPen(theme.muted if index.data(ITEM) is None else theme.ink)
        room = chip.adjusted(_ACROSS, 0, -_ACROSS, 0)
        text = QFontMetrics(option.font).elidedText(
            str(index.data()), Qt.TextElideMode.ElideMiddle, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(option.font)
        wanted = metrics.horizontalAdvance(str(index.data())) + 2 * _ACROSS + 1
        height = max(_HEIGHT, metrics.height() + 2 * _DOWN)
        return QSize(min(wanted + _GAP, self._view.viewport().width()), height + _GAP)
