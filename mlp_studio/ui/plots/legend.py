"""One entry of a legend: the line as it is drawn, its name, and its newest value."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from mlp_studio.ui.live_label import LiveLabel
from mlp_studio.ui.theme import ThemeModel

_SAMPLE = 20
_SPACING = 6


class LegendEntry(QWidget):
    def __init__(self, theme: ThemeModel, role: str, style: Qt.PenStyle) -> None:
        super().__init__()
        self.role = role
        self.style_of_line = style
        self.name = QLabel()
        self.value = LiveLabel()
        self.value.setProperty("role", "title")
        self.aside = LiveLabel()
        """What is to be said of the value, quieter than it; hidden while that is nothing."""
        self.aside.setProperty("role", "muted")
        self.aside.hide()
        self._long = self._short = ""
        self._is_short = False
        self._aside = self._short_aside = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_SPACING)
        row.addWidget(_Sample(theme, role, style))
        for label in (self.name, self.value, self.aside):
            row.addWidget(label)

    def set_name(self, name: str, short: str = "") -> None:
        """`short` is what stands there where room is scarce."""
        self._long, self._short = name, short or name
        self.value.setAccessibleName(name)
        self.setToolTip(name)
        self._write_name()

    def set_short(self, on: bool) -> None:
        if on != self._is_short:
            self._is_short = on
            self._write_name()
            self.aside.setMinimumWidth(0)  # else it keeps the width of the longer text
            self._write_aside()

    def set_value(self, text: str, aside: str = "", short_aside: str = "") -> None:
        self.value.setText(text)
        self._aside, self._short_aside = aside, short_aside or aside
        self._write_aside()

    def width_with(self, *, short: bool) -> int:
        """Pixels that the entry takes with one name or the other."""
        name, aside = (self._short, self._short_aside) if short else (self._long, self._aside)
        advance = self.name.fontMetrics().horizontalAdvance
        width = _SAMPLE + _SPACING + advance(name)
        width += _SPACING + max(self.value.minimumWidth(), self.value.sizeHint().width())
        return width + (_SPACING + advance(aside) if aside else 0)

    def _write_aside(self) -> None:
        aside = self._short_aside if self._is_short else self._aside
        self.aside.setText(aside)
        self.aside.setVisible(bool(aside))

    def _write_name(self) -> None:
        self.name.setText(self._short if self._is_short else self._long)


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
        return QSize(_SAMPLE, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(getattr(self._theme.theme, self._role), 2.0, self._style))
        middle = self.height() / 2
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        painter.end()
