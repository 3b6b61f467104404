"""The palette: what a network is built of, dragged onto the canvas or chosen with Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QDrag, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.ui import icons, mime
from mlp_studio.ui.panels.labels import RoleLabel
from mlp_studio.ui.panels.panel import MARGIN, RADIUS, SPACING
from mlp_studio.ui.theme import ThemeModel, blend

_KIND = Qt.ItemDataRole.UserRole
_WHAT = Qt.ItemDataRole.UserRole + 1
_PICTURE = 36
_PAD = 8
_GAP = 2
_TEXT_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)

Index = QModelIndex | QPersistentModelIndex


class Palette(QWidget):
    """`chosen(kind)` asks for the thing to be placed without a mouse."""

    chosen = Signal(str)

    def __init__(self, *, theme: ThemeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = _Tiles(theme)
        self.hint = RoleLabel("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        column.addWidget(self.list)
        column.addWidget(self.hint)
        column.addStretch()
        self.setFocusProxy(self.list)
        self.list.chosen.connect(self.chosen)
        self.retranslate()

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Palette"))
        self.list.describe("input", self.tr("Input"), self.tr("takes the data in"))
        self.list.describe("dense", self.tr("Dense layer"), self.tr("a column of units"))
        self.list.describe("neuron", self.tr("Neuron"), self.tr("a single unit"))
        self.list.describe("output", self.tr("Output"), self.tr("where the loss looks"))
        self.hint.setText(
            self.tr("Drag onto the canvas, or press Enter. Drop a neuron on a layer to add a unit.")
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class _Tiles(QListWidget):
    """The four kinds, each draggable as MIME data that names it."""

    chosen = Signal(str)

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__()
        self._theme = theme
        self.setItemDelegate(_TileDelegate(theme, self))
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSpacing(2)
        self.setMouseTracking(True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self._items = {kind: QListWidgetItem(self) for kind in mime.KINDS}
        for kind, item in self._items.items():
            item.setData(_KIND, kind)
        self.setCurrentRow(0)
        self.itemDoubleClicked.connect(self._choose)
        theme.changed.connect(self.viewport().update)

    def describe(self, kind: str, name: str, what: str) -> None:
        item = self._items[kind]
        item.setText(name)
        item.setData(_WHAT, what)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, what)
        self.updateGeometry()

    def mimeTypes(self) -> list[str]:
        return [mime.KIND]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        return mime.of_kind(str(items[0].data(_KIND)))

    def startDrag(self, _actions: Qt.DropAction) -> None:
        item = self.currentItem()
        drag = QDrag(self)
        drag.setMimeData(self.mimeData([item]))
        ratio = self.devicePixelRatioF()
        picture = icons.pixmap(
            f"kind-{item.data(_KIND)}", self._theme.theme.accent, round(_PICTURE * ratio)
        )
        picture.setDevicePixelRatio(ratio)
        drag.setPixmap(picture)
        drag.setHotSpot(QRect(0, 0, _PICTURE, _PICTURE).center())
        drag.exec(Qt.DropAction.CopyAction)

    def event(self, event: QEvent) -> bool:
        # Enter places the item; without this a default button elsewhere would take the key.
        if event.type() == QEvent.Type.KeyPress and _is_enter(event) and self.currentItem():
            self._choose(self.currentItem())
            return True
        return super().event(event)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(_KIND)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        height = sum(self.sizeHintForRow(row) + 2 * self.spacing() for row in range(self.count()))
        return QSize(200, height + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())


def _is_enter(event: QEvent) -> bool:
    key = getattr(event, "key", None)
    return key is not None and key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _TileDelegate(QStyledItemDelegate):
    """A picture, the name, and in a quieter colour what it is."""

    def __init__(self, theme: ThemeModel, view: QListWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme.theme
        tile = option.rect.adjusted(0, 0, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QPen(theme.accent if focused else theme.line, 1.5 if focused else 1.0))
        painter.setBrush(blend(theme.accent, theme.panel, 0.10) if hovered else theme.canvas)
        painter.drawRoundedRect(tile, RADIUS, RADIUS)
        self._paint_picture(painter, tile, str(index.data(_KIND)))
        where = self._text_rect(tile)
        painter.setFont(_bold(option.font))
        painter.setPen(theme.ink)
        used = painter.drawText(where, _TEXT_FLAGS, str(index.data()))
        painter.setFont(option.font)
        painter.setPen(theme.muted)
        rest = where.adjusted(0, used.height() + _GAP, 0, 0)
        painter.drawText(rest, _TEXT_FLAGS, str(index.data(_WHAT)))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width() - 2 * self._view.spacing()
        where = self._text_rect(QRect(0, 0, width, 1000))
        name = QFontMetrics(_bold(option.font)).boundingRect(where, _TEXT_FLAGS, str(index.data()))
        what = option.fontMetrics.boundingRect(where, _TEXT_FLAGS, str(index.data(_WHAT)))
        height = name.height() + _GAP + what.height() + 2 * _PAD
        return QSize(width, max(height, _PICTURE + 2 * _PAD))

    def _paint_picture(self, painter: QPainter, tile: QRect, kind: str) -> None:
        ratio = self._view.devicePixelRatioF()
        picture = icons.pixmap(f"kind-{kind}", self._theme.theme.ink, round(_PICTURE * ratio))
        picture.setDevicePixelRatio(ratio)
        top = tile.top() + (tile.height() - _PICTURE) // 2
        painter.drawPixmap(tile.left() + _PAD, top, picture)

    @staticmethod
    def _text_rect(tile: QRect) -> QRect:
        return tile.adjusted(_PICTURE + 2 * _PAD, _PAD, -_PAD, -_PAD)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
