"""Rows of a list with a name, a signed number, a bar for its size, and the working below."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from mlp_studio.ui.panels.labels import role_colour
from mlp_studio.ui.panels.panel import SPACING
from mlp_studio.ui.theme import ThemeModel, blend

Index = QModelIndex | QPersistentModelIndex
FACE = Qt.ItemDataRole.UserRole
"""The role under which a model gives a row's `RowFace`."""
_BAR = 4
_PAD = 6
_LINES = 11
"""Of text, that a list has room for at the least."""
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class RowFace:
    """`colour` is the role that `value` and the bar are set in, `share` the bar's length, 0 to 1.

    A row that is not `counted` steps back.
    """

    name: str
    value: str = ""
    colour: str = "ink"
    share: float | None = None
    working: str = ""
    counted: bool = True


class RowDelegate(QStyledItemDelegate):
    """Draws rows as wide as the list: a long name, and the working, wrap."""

    def __init__(self, view: QListView, theme: ThemeModel) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        face: RowFace | None = index.data(FACE)
        if face is None:
            return super().sizeHint(option, index)
        width = self._view.viewport().width()
        height = 2 * _PAD + self._name(QFontMetrics(_bold(option.font)), face, width).height()
        if face.share is not None:
            height += _BAR + 4
        if face.working:
            height += 2 + self._working(QFontMetrics(option.font), face, width).height()
        return QSize(0, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        face: RowFace | None = index.data(FACE)
        if face is None:
            super().paint(painter, option, index)
            return
        background = QStyleOptionViewItem(option)
        self._view.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, background, painter, self._view
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, option.rect, option.font, face)
        painter.restore()

    def _draw(self, painter: QPainter, box: QRect, base: QFont, face: RowFace) -> None:
        theme = self._theme.theme
        bold, plain = _bold(base), QFontMetrics(base)
        metrics = QFontMetrics(bold)
        inner = box.adjusted(SPACING, _PAD, -SPACING, -_PAD)
        name = self._name(metrics, face, box.width()).translated(inner.topLeft())
        painter.setFont(bold)
        painter.setPen(self._shade(role_colour(theme, face.colour), face))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight, face.value)
        painter.setPen(self._shade(theme.ink, face))
        painter.drawText(name, _WRAPPED, face.name)
        top = name.bottom() + 1
        if face.share is not None:
            self._draw_bar(painter, QRect(inner.left(), top + 2, inner.width(), _BAR), face)
            top += _BAR + 4
        if face.working:
            painter.setFont(base)
            painter.setPen(theme.muted)
            working = self._working(plain, face, box.width())
            painter.drawText(working.translated(inner.left(), top + 2), _WRAPPED, face.working)

    def _draw_bar(self, painter: QPainter, box: QRect, face: RowFace) -> None:
        theme = self._theme.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(theme.line, theme.panel, 0.6))
        painter.drawRoundedRect(box, 2, 2)
        if face.share:
            box.setWidth(max(round(face.share * box.width()), 2))
            painter.setBrush(self._shade(role_colour(theme, face.colour), face))
            painter.drawRoundedRect(box, 2, 2)

    def _shade(self, colour: QColor, face: RowFace) -> QColor:
        return colour if face.counted else blend(colour, self._theme.theme.panel, 0.55)

    def _name(self, metrics: QFontMetrics, face: RowFace, width: int) -> QRect:
        """What the name takes up beside the value."""
        beside = metrics.horizontalAdvance(face.value) + SPACING if face.value else 0
        room = QRect(0, 0, max(width - 2 * SPACING - beside, 1), 10_000)
        return metrics.boundingRect(room, _WRAPPED, face.name)

    def _working(self, metrics: QFontMetrics, face: RowFace, width: int) -> QRect:
        room = QRect(0, 0, max(width - 2 * SPACING, 1), 10_000)
        return metrics.boundingRect(room, _WRAPPED, face.working)


class RowList(QListView):
    """A list of such rows that lays itself out anew when it is wider or narrower."""

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__()
        self.setItemDelegate(RowDelegate(self, theme))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # Qt lays rows out anew for another width only if it thinks that they wrap.
        self.setWordWrap(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.viewport().update)
        self._give_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._give_room()

    def _give_room(self) -> None:
        self.setMinimumHeight(_LINES * self.fontMetrics().height())
        self.scheduleDelayedItemsLayout()


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
