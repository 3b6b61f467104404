"""One entry of a legend: the line as it is drawn, its name, and its newest value."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from mlp_studio.ui.live_label import LiveLabel
from mlp_studio.ui.theme import ThemeModel


class LegendEntry(QWidget):
    def __init__(self, theme: ThemeModel, role: str, style: Qt.PenStyle) -> None:
        super().__init__()
        self.name = QLabel()
        self.value = LiveLabel()
        self.value.setProperty("role", "title")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(_Sample(theme, role, style))
        row.addWidget(self.name)
        row.addWidget(self.value)

    def set_name(self, name: str) -> None:
        self.name.setText(name)
        self.value.setAccessibleName(name)

    def set_value(self, text: str) -> None:
        self.value.setText(text)


class _Sample(QWidget):
    """A short piece of the line."""

    def __init__(self, theme: ThemeModel, role: str, style: Qt.PenStyle) -> None:
        super().__init__()
        self._theme = theme
        self._role = role
        self._style = style
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(20, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(getattr(self._theme.theme, self._role), 2.0, self._style))
        middle = self.height() / 2
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        painter.end()
