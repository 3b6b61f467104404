"""The four phases of a pass in a row, the current one marked in its colour."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.project.translation import QT_TRANSLATE_NOOP
from mlp_studio.ui.panels.labels import role_colour
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, RADIUS
from mlp_studio.ui.theme import ThemeModel, blend

PHASES = ("forward", "loss", "backward", "update")
ROLES = {"forward": "forward", "loss": "accent", "backward": "backward", "update": "accent"}
"""Which of the theme's colours stands for a phase."""
_NAMES = {
    "forward": QT_TRANSLATE_NOOP("PhaseStrip", "forward"),
    "loss": QT_TRANSLATE_NOOP("PhaseStrip", "loss"),
    "backward": QT_TRANSLATE_NOOP("PhaseStrip", "backward"),
    "update": QT_TRANSLATE_NOOP("PhaseStrip", "update"),
}
_ARROW = "→"
_PAD = 10.0
_LEAST_PAD = 2.0
_GAP = 2.0


def phase_names() -> dict[str, str]:
    """What the phases are called in the person's language."""
    return {phase: QCoreApplication.translate("PhaseStrip", name) for phase, name in _NAMES.items()}


class PhaseStrip(QWidget):
    """forward → loss → backward → update; a click on a phase asks to go there."""

    chosen = Signal(str)

    def __init__(self, *, theme: ThemeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._phase = ""
        self._names = dict.fromkeys(PHASES, "")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)
        self.retranslate()

    @property
    def phase(self) -> str:
        return self._phase

    def set_phase(self, phase: str) -> None:
        """Mark a phase; "" marks none."""
        if phase != self._phase:
            self._phase = phase
            self._describe()
            self.update()

    def retranslate(self) -> None:
        self._names = phase_names()
        self._describe()
        self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Phase of the pass"))
        self.setAccessibleDescription(self._names.get(self._phase, ""))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self._width_with(_PAD), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width_with(_LEAST_PAD), self._height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for phase, place in self._places().items():
            if place.contains(event.position()):
                self.chosen.emit(phase)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        here = PHASES.index(self._phase) if self._phase else -1
        self.chosen.emit(PHASES[min(max(here + way, 0), len(PHASES) - 1)])

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        arrow = self._arrow_width()
        for phase, place in self._places().items():
            current = phase == self._phase
            colour = role_colour(theme, ROLES[phase])
            if current:
                painter.setPen(QPen(colour, 1.5))
                painter.setBrush(blend(colour, theme.panel, 0.14))
                painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
            painter.setFont(self._font(current))
            painter.setPen(colour if current else theme.muted)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._names[phase])
            if phase != PHASES[-1]:
                painter.setFont(self.font())
                painter.setPen(theme.muted)
                beside = QRectF(place.right(), place.top(), arrow, place.height())
                painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, _ARROW)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.accent, 1.0, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS, RADIUS)
        painter.end()

    def _font(self, current: bool) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if current else QFont.Weight.Normal)
        return font

    def _arrow_width(self) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(_ARROW) + _GAP

    def _height(self) -> int:
        return max(CONTROL_HEIGHT, self.fontMetrics().height() + 8)

    def _width_with(self, pad: float) -> int:
        metrics = QFontMetricsF(self._font(current=True))
        names = sum(metrics.horizontalAdvance(name) + 2 * pad for name in self._names.values())
        return math.ceil(names + (len(PHASES) - 1) * self._arrow_width()) + 1

    def _places(self) -> dict[str, QRectF]:
        """Where each phase stands; as wide as its bold form, so that nothing moves."""
        metrics = QFontMetricsF(self._font(current=True))
        spare = self.width() - self._width_with(0.0)
        pad = min(max(spare / (2 * len(PHASES)), _LEAST_PAD), _PAD)
        arrow = self._arrow_width()
        places: dict[str, QRectF] = {}
        left = 0.0
        for phase in PHASES:
            width = metrics.horizontalAdvance(self._names[phase]) + 2 * pad
            places[phase] = QRectF(left, 0.0, width, self.height())
            left += width + arrow
        return places
