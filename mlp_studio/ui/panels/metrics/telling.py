"""A sentence that changes often: painted, so that a new one moves nothing around it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.ui.theme import ThemeModel

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_TWO_LINES = "X\nX"


class Telling(QWidget):
    """Has room for two lines, and for as many as a sentence needed so far."""

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__()
        self._theme = theme
        self._text = ""
        self._height = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def text(self) -> str:
        return self._text

    def say(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self._grow()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_anew()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.theme.muted)
        painter.drawText(self.rect(), int(_WRAPPED), self._text)
        painter.end()

    def _fit_anew(self) -> None:
        self._height = self._height_of(_TWO_LINES)
        self._grow()
        self.updateGeometry()

    def _grow(self) -> None:
        height = self._height_of(self._text)
        if height > self._height:
            self._height = height
            self.updateGeometry()

    def _height_of(self, text: str) -> int:
        room = QRect(0, 0, max(self.width(), 1), 10_000)
        return self.fontMetrics().boundingRect(room, int(_WRAPPED), text).height()
