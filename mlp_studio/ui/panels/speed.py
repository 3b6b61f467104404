"""How fast the steps are played: a slider, and beside it the speed in words."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from mlp_studio.document.player import FASTEST, SLOWEST, StepPlayer
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, SPACING
from mlp_studio.ui.panels.sliders import StopSlider

SPEEDS = (SLOWEST, 1 / 3, 0.5, 1.0, 2.0, 3.0, 5.0, 8.0, 12.0, 20.0, 30.0, FASTEST)
"""Steps a second that can be chosen."""
_WIDTH = 80


class SpeedControl(QWidget):
    """Sets the player's speed, and shows it whoever sets it."""

    def __init__(self, player: StepPlayer) -> None:
        super().__init__()
        self._player = player
        self.slider = StopSlider(SPEEDS)
        self.slider.setFixedWidth(_WIDTH)
        self.slider.setMinimumHeight(CONTROL_HEIGHT)
        self.words = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        row.addWidget(self.slider)
        row.addWidget(self.words)
        self.slider.value_moved.connect(player.set_speed)
        player.speed_changed.connect(self._show)
        self.retranslate()

    def retranslate(self) -> None:
        self.slider.setAccessibleName(self.tr("Speed of playing"))
        self.slider.setToolTip(self.tr("How fast the steps are played"))
        self._keep_room()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_room()

    def _keep_room(self) -> None:
        """What stands beside must not move with the words."""
        advance = self.words.fontMetrics().horizontalAdvance
        self.words.setMinimumWidth(max(advance(self._text(speed)) for speed in SPEEDS) + 2)

    def _show(self) -> None:
        speed = self._player.steps_per_second
        text = self._text(speed)
        self.slider.show_value(speed)
        self.words.setText(text)
        self.slider.setAccessibleDescription(text)

    def _text(self, speed: float) -> str:
        if speed < 1:
            return self.tr("1 step in {seconds} s").format(seconds=round(1 / speed))
        if speed == 1:
            return self.tr("1 step a second")
        return self.tr("{steps} steps a second").format(steps=round(speed))
