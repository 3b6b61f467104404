"""Everything around the plane: axes with their names and values, the bar, the legend, the note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPixmap

from mlp_studio.engine.probe import Extent
from mlp_studio.ui.class_marks import RADIUS_OF_ENTRY
from mlp_studio.ui.plots.plane.cloud import draw_centred
from mlp_studio.ui.plots.plane.frame import Frame, round_values
from mlp_studio.ui.plots.plane.picture import Bar
from mlp_studio.ui.plots.plane.shading import as_image
from mlp_studio.ui.theme import Theme

_GAP = 4.0
_BETWEEN = 12.0
_BAR = 12.0
_TICK = 3.0
_SMALLER = 0.88
_TICKS_EVERY = 64.0
_LEAST_SIDE = 48.0
_ROOMY = 180.0
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop

Text = Callable[[float], str]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One line of the legend: a mark and what it means."""

    mark: QPixmap
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """What stands around the plane. `text` writes a round value."""

    across: str
    up: str
    extent: Extent
    text: Text
    bar: Bar | None = None
    bar_name: str = ""
    legend: tuple[Entry, ...] = ()
    note: str = ""
    is_square: bool = True


def smaller(font: QFont) -> QFont:
    """For values along an axis, and on lines."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALLER)
    return small


class Chrome:
    """Lays a face out in the size there is; `frame` is where the plane goes."""

    def __init__(self, face: Face, size: QSizeF, font: QFont, least_note: float = 0.0) -> None:
        self._face = face
        self._font = font
        self._small = smaller(font)
        self._metrics = QFontMetricsF(font)
        self._small_metrics = QFontMetricsF(self._small)
        self._width = size.width()
        line = self._metrics.height()
        self._rows = self._legend_rows()
        self.note_height = max(self._height_of(face.note), least_note)
        below = self._small_metrics.height() + _TICK + _GAP
        under = below + len(self._rows) * (line + _GAP) + self.note_height + line + _GAP
        top = line + _GAP
        # A long reading takes two lines where the plane does not have to be small for it.
        lines = 2 if size.height() - top - under - line >= _ROOMY else 1
        under += (lines - 1) * line
        self.frame = Frame(self._plane(top, size.height() - top - under), face.extent)
        y = self.frame.rect.bottom() + below
        self._legend_top = y
        y += len(self._rows) * (line + _GAP)
        self._note_rect = QRectF(0.0, y, self._width, self.note_height)
        y += self.note_height
        self.status_rect = QRectF(0.0, y + _GAP, self._width, lines * line)

    def _plane(self, top: float, height: float) -> QRectF:
        small = self._small_metrics
        y0, y1 = self._face.extent[2:]
        height = max(height, _LEAST_SIDE)
        texts = [self._face.text(value) for value in round_values(y0, y1, _most(height))]
        left = max((small.horizontalAdvance(text) for text in texts), default=0.0) + 2 * _GAP
        right = self._bar_room()
        width = max(self._width - left - right, _LEAST_SIDE)
        if self._face.is_square:
            width = height = min(width, height)
            spare = self._width - left - right - width
            left += max(0.0, spare / 2.0)
        return QRectF(round(left), round(top), round(width), round(height))

    def _bar_room(self) -> float:
        bar = self._face.bar
        if bar is None:
            # A value at the end of an axis reaches beyond it.
            return 2 * _GAP + self._small_metrics.averageCharWidth() * 2
        texts = [self._face.text(value) for _, value in bar.ticks]
        widest = max((self._small_metrics.horizontalAdvance(text) for text in texts), default=0.0)
        return _BETWEEN + _BAR + _TICK + _GAP + widest + _GAP

    def _height_of(self, text: str) -> float:
        if not text:
            return 0.0
        room = QRectF(0.0, 0.0, self._width, 1e5)
        return self._metrics.boundingRect(room, int(_WRAPPED), text).height() + _GAP

    def _legend_rows(self) -> list[list[Entry]]:
        rows: list[list[Entry]] = []
        room = 0.0
        for entry in self._face.legend:
            width = self._entry_width(entry)
            if not rows or width > room:
                rows.append([])
                room = self._width
            rows[-1].append(entry)
            room -= width + _BETWEEN
        return rows

    def _entry_width(self, entry: Entry) -> float:
        return 2 * RADIUS_OF_ENTRY + _GAP + self._metrics.horizontalAdvance(entry.text)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """All but the plane itself and the status."""
        painter.setFont(self._small)
        self._paint_axes(painter, theme)
        if self._face.bar is not None:
            self._paint_bar(painter, self._face.bar, theme)
        painter.setFont(self._font)
        self._paint_names(painter, theme)
        self._paint_legend(painter, theme)
        painter.setPen(theme.ink)
        painter.drawText(self._note_rect, int(_WRAPPED), self._face.note)

    def paint_status(self, painter: QPainter, theme: Theme, text: str, *, is_hint: bool) -> None:
        painter.setFont(self._font)
        painter.setPen(theme.muted if is_hint else theme.ink)
        line = self._metrics.lineSpacing()
        if self.status_rect.height() < 2 * line:
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, self._width)
        painter.drawText(self.status_rect, int(_WRAPPED), text)

    def _paint_axes(self, painter: QPainter, theme: Theme) -> None:
        face, frame, rect = self._face, self.frame, self.frame.rect
        x0, x1, y0, y1 = face.extent
        painter.setPen(theme.muted)
        height = self._small_metrics.height()
        name = self._metrics.horizontalAdvance(face.across) + 2 * _GAP
        for value in round_values(x0, x1, _most(rect.width())):
            x = frame.at(value, y0).x()
            painter.drawLine(QPointF(x, rect.bottom()), QPointF(x, rect.bottom() + _TICK))
            text = face.text(value)
            width = self._small_metrics.horizontalAdvance(text)
            if x + width / 2 < rect.right() - name:
                box = QRectF(x - width, rect.bottom() + _TICK, 2 * width, height)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        for value in round_values(y0, y1, _most(rect.height())):
            y = frame.at(x0, value).y()
            painter.drawLine(QPointF(rect.left() - _TICK, y), QPointF(rect.left(), y))
            box = QRectF(0.0, y - height / 2, rect.left() - _TICK - _GAP / 2, height)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, flags, face.text(value))

    def _paint_names(self, painter: QPainter, theme: Theme) -> None:
        face, rect = self._face, self.frame.rect
        painter.setPen(theme.ink)
        line = self._metrics.height()
        below = QRectF(rect.left(), rect.bottom() + _TICK, rect.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, face.across)
        above = QRectF(rect.left(), rect.top() - line - _GAP / 2, rect.width(), line)
        painter.drawText(above, Qt.AlignmentFlag.AlignLeft, face.up)
        if face.bar is not None:
            over = QRectF(rect.left(), above.top(), self._bar_rect().right() - rect.left(), line)
            painter.drawText(over, Qt.AlignmentFlag.AlignRight, face.bar_name)

    def _bar_rect(self) -> QRectF:
        rect = self.frame.rect
        return QRectF(rect.right() + _BETWEEN, rect.top(), _BAR, rect.height())

    def _paint_bar(self, painter: QPainter, bar: Bar, theme: Theme) -> None:
        rect = self._bar_rect()
        image = as_image(bar.colours)
        painter.drawImage(rect, image, QRectF(image.rect()))
        painter.setPen(theme.line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)
        painter.setPen(theme.muted)
        height = self._small_metrics.height()
        for share, value in bar.ticks:
            y = rect.bottom() - share * rect.height()
            painter.drawLine(QPointF(rect.right(), y), QPointF(rect.right() + _TICK, y))
            # The values at the ends stay beside the bar.
            top = min(max(y - height / 2, rect.top() - height / 4), rect.bottom() - 0.75 * height)
            box = QRectF(rect.right() + _TICK + _GAP / 2, top, self._width, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._face.text(value))

    def _paint_legend(self, painter: QPainter, theme: Theme) -> None:
        painter.setPen(theme.ink)
        y, line = self._legend_top, self._metrics.height()
        for row in self._rows:
            x = 0.0
            for entry in row:
                draw_centred(painter, entry.mark, x + RADIUS_OF_ENTRY, y + line / 2)
                x += 2 * RADIUS_OF_ENTRY + _GAP
                box = QRectF(x, y, self._width - x, line)
                flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
                painter.drawText(box, int(flags), entry.text)
                x += self._metrics.horizontalAdvance(entry.text) + _BETWEEN
            y += line + _GAP


def _most(pixels: float) -> int:
    return max(2, int(pixels / _TICKS_EVERY) + 1)
