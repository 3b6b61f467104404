"""The confusion matrix: a row for each class asked for, a column for each one given."""

from __future__ import annotations

from math import ceil, floor

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy

from mlp_studio.ui.counting import count_text
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.metrics.confusion_layout import Cell, lay_out
from mlp_studio.ui.panels.metrics.confusion_painting import Counts, Drawing, paint
from mlp_studio.ui.theme import ThemeModel

_ROWS = 12
"""More classes than this scroll."""
_MOVES = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_Policy = Qt.ScrollBarPolicy


class ConfusionMatrix(QAbstractScrollArea):
    """Shows counts, and says which cell is looked at or chosen; does nothing itself.

    The diagonal is what was right. A cell's ground is the stronger the larger its part of the
    row, so classes of few samples show as well.
    """

    looked_at = Signal()
    """Another cell, or none, is under the mouse or the keyboard."""
    chosen = Signal(int, int)
    """A cell was clicked, or Enter pressed on it."""

    def __init__(self, theme: ThemeModel, numbers: NumberFormat) -> None:
        super().__init__()
        self._theme = theme
        self._numbers = numbers
        self._names: tuple[str, ...] = ()
        self._counts: Counts = np.zeros((0, 0), np.intp)
        self._captions = ("", "")
        self._largest = ""
        self._marked: Cell | None = None
        self._hovered: Cell | None = None
        self._current: Cell = (0, 0)
        self._has_keyboard = False
        self._layout = lay_out(0.0, names=(), largest="", font=self.font())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self.viewport().update)

    @property
    def looked(self) -> Cell | None:
        """The cell under the mouse, else the keyboard's while it is here."""
        if not self._names:
            return None
        return self._hovered or (self._current if self._has_keyboard else None)

    @property
    def counts(self) -> Counts:
        return self._counts

    @property
    def marked(self) -> Cell | None:
        """The cell of the current sample."""
        return self._marked

    def box(self, cell: Cell) -> QRectF:
        """Where a cell is in the viewport."""
        return self._layout.box(cell).translated(-self._offset())

    def set_captions(self, target: str, predicted: str) -> None:
        """What rows and columns are of."""
        self._captions = (target, predicted)
        self.viewport().update()

    def show_counts(self, names: tuple[str, ...], counts: Counts, marked: Cell | None) -> None:
        """Show counts (classes, classes); `marked` is the cell of the current sample."""
        # As wide as a row's whole sum, so that cells keep their size while a network learns.
        digits = len(str(int(counts.sum(axis=1).max(initial=0))))
        largest = count_text(self._numbers, int("8" * digits))
        others = names != self._names or largest != self._largest
        self._names, self._counts, self._largest = names, counts, largest
        self._marked = marked
        if max(self._current) >= len(names):
            self._current = (0, 0)
        if self._hovered is not None and max(self._hovered) >= len(names):
            self._hovered = None
        if others:
            self._fit()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        layout = self._layout
        height = layout.height_of(min(layout.classes, _ROWS))
        if self._is_too_wide:
            height += self.horizontalScrollBar().sizeHint().height()
        return QSize(200, ceil(height))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def scrollContentsBy(self, _x: int, _y: int) -> None:
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._has_keyboard = True
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._has_keyboard = False
        self._tell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._cell_at(event.position()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self._hovered, self._current = cell, cell
            self.viewport().update()
            self.chosen.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._has_keyboard = True
        key = Qt.Key(event.key())
        if key in _MOVES and self._names:
            self._move(*_MOVES[key])
        elif key in _ENTER and self._names:
            self._hovered = None
            self.chosen.emit(*self._current)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._names:
            return
        drawing = Drawing(
            layout=self._layout,
            offset=self._offset(),
            captions=self._captions,
            names=self._names,
            counts=self._counts,
            marked=self._marked,
            focused=self._current if self._has_keyboard else None,
            hovered=self._hovered,
        )
        painter = QPainter(self.viewport())
        port = QRectF(self.viewport().rect())
        paint(painter, drawing, port, self._theme.theme, self._numbers)
        painter.end()

    @property
    def _is_too_wide(self) -> bool:
        return self._layout.total_width > self.width() - self._bar_width

    @property
    def _bar_width(self) -> int:
        is_long = len(self._names) > _ROWS
        return self.verticalScrollBar().sizeHint().width() if is_long else 0

    def _fit(self) -> None:
        """Lay out anew: for other names, another width or text size."""
        before = self.sizeHint()
        bar_width = self._bar_width
        self._layout = lay_out(
            float(self.width() - bar_width),
            names=self._names,
            largest=self._largest,
            font=self.font(),
        )
        self.setVerticalScrollBarPolicy(
            _Policy.ScrollBarAlwaysOn if bar_width else _Policy.ScrollBarAlwaysOff
        )
        self.setHorizontalScrollBarPolicy(
            _Policy.ScrollBarAlwaysOn if self._is_too_wide else _Policy.ScrollBarAlwaysOff
        )
        self._set_ranges()
        if self.sizeHint() != before:
            self.updateGeometry()
        self.viewport().update()

    def _set_ranges(self) -> None:
        layout, port = self._layout, self.viewport()
        for bar, total, page, step in (
            (self.horizontalScrollBar(), layout.total_width, port.width(), layout.width),
            (self.verticalScrollBar(), layout.total_height, port.height(), layout.height),
        ):
            bar.setRange(0, max(0, ceil(total) - page))
            bar.setPageStep(page)
            bar.setSingleStep(int(step))

    def _move(self, rows: int, columns: int) -> None:
        """Let the keyboard be at another cell."""
        last = len(self._names) - 1
        row, column = self._current
        self._current = min(max(row + rows, 0), last), min(max(column + columns, 0), last)
        self._hovered = None
        self._bring_into_view(self._current)
        self._tell()

    def _bring_into_view(self, cell: Cell) -> None:
        box, port, layout = self.box(cell), self.viewport(), self._layout
        for bar, low, high, least, most in (
            (self.horizontalScrollBar(), box.left(), box.right(), layout.left, port.width()),
            (self.verticalScrollBar(), box.top(), box.bottom(), layout.top, port.height()),
        ):
            if low < least:
                bar.setValue(bar.value() + floor(low - least))
            elif high > most:
                bar.setValue(bar.value() + ceil(high - most))

    def _hover(self, cell: Cell | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self._tell()

    def _tell(self) -> None:
        self.viewport().update()
        self.looked_at.emit()

    def _cell_at(self, place: QPointF) -> Cell | None:
        """The cell at a place of the viewport; names, which do not scroll, are none."""
        if place.x() < self._layout.left or place.y() < self._layout.top:
            return None
        return self._layout.cell_at(place + self._offset())

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
