"""The mistakes of each epoch as bars with their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.ui.theme import ThemeModel, blend

_WIDEST = 34.0
_LEAST = 15.0
"""Of a bar with its gap; more epochs than fit are shown by the latest."""
_LINES = 4.4


class MistakeBars(QWidget):
    """What has been counted so far; a press on a bar asks for the end of its epoch."""

    epoch_wanted = Signal(int)
    """From 0."""

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__()
        self._theme = theme
        self._counts: tuple[int, ...] = ()
        self._open = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_counts(self, counts: Sequence[int], *, last_is_open: bool) -> None:
        """By epoch; the last one may still be going on, and is drawn open."""
        self._counts = tuple(counts)
        self._open = last_is_open
        self.setAccessibleDescription(", ".join(map(str, self._counts)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, round(_LINES * self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        first, width = self._window()
        epoch = first + int(event.position().x() // width)
        if 0 <= epoch < len(self._counts):
            self.epoch_wanted.emit(epoch)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, line = self._theme.theme, self.fontMetrics().height()
        floor = self.height() - line - 2.0
        painter.setPen(QPen(theme.line, 1.0))
        painter.drawLine(0, round(floor), self.width(), round(floor))
        first, width = self._window()
        most = max((*self._counts, 1))
        for epoch in range(first, len(self._counts)):
            left, count = (epoch - first) * width, self._counts[epoch]
            tall = (floor - line - 4.0) * count / most
            bar = QRectF(left + 2.0, floor - tall, width - 4.0, tall)
            is_open = self._open and epoch == len(self._counts) - 1
            painter.setPen(QPen(theme.error, 1.2))
            painter.setBrush(theme.panel if is_open else blend(theme.error, theme.panel, 0.55))
            if count:
                painter.drawRect(bar)
            painter.setPen(theme.ink if count or is_open else theme.ok)
            above = QRectF(left, bar.top() - line - 1.0, width, line)
            painter.drawText(above, int(Qt.AlignmentFlag.AlignCenter), str(count))
            painter.setPen(theme.muted)
            below = QRectF(left, floor + 2.0, width, line)
            if self._is_numbered(epoch, first, width):
                painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), str(epoch + 1))
        painter.end()

    def _is_numbered(self, epoch: int, first: int, width: float) -> bool:
        room = self.fontMetrics().horizontalAdvance(str(len(self._counts))) + 4
        every = max(1, -int(-room // width))
        return (epoch - first) % every == 0

    def _window(self) -> tuple[int, float]:
        """The first epoch shown, and how wide one is."""
        fits = max(int(self.width() // _LEAST), 1)
        first = max(len(self._counts) - fits, 0)
        shown = max(len(self._counts) - first, 1)
        return first, min(self.width() / shown, _WIDEST)
