"""The buttons that take steps: named after those of a tape recorder."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from mlp_studio.document.stepper import StepCursor
from mlp_studio.project.edits import EditError
from mlp_studio.ui import icons
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT
from mlp_studio.ui.theme import ThemeModel

_BUTTONS = ("to-start", "back", "play", "forward", "to-end", "finish-layer", "finish-phase")
_ICONS = {"back": "step-back", "forward": "step-forward"}
"""Where the icon is not called as the button."""
_AROUND_ICON = 12


class StepButtons(QWidget):
    """Move the cursor, and are off where it cannot move; `refused` carries an EditError."""

    refused = Signal(object)

    def __init__(self, *, cursor: StepCursor, theme: ThemeModel) -> None:
        super().__init__()
        self._cursor = cursor
        self._theme = theme
        self._buttons = {name: _button() for name in _BUTTONS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in self._buttons.values():
            row.addWidget(button)
        self._connect()
        self._fit()
        self._tint()
        self.retranslate()

    def __getitem__(self, name: str) -> QToolButton:
        """The button called to-start, back, play, forward, to-end, finish-layer or finish-phase."""
        return self._buttons[name]

    def retranslate(self) -> None:
        for name, text in {
            "to-start": self.tr("To the start of the pass"),
            "back": self.tr("One step back"),
            "forward": self.tr("One step on"),
            "to-end": self.tr("To the end of the pass"),
            "finish-layer": self.tr("Finish the layer"),
            "finish-phase": self.tr("Finish the phase"),
        }.items():
            self._name(name, text)
        self._show_playing()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def show_place(self) -> None:
        """Which moves are possible now."""
        cursor = self._cursor
        is_ready = cursor.can_go_forward
        for name, possible in {
            "to-start": cursor.index >= 0,
            "back": cursor.can_go_back,
            "to-end": cursor.index + 1 < len(cursor.steps),
            **dict.fromkeys(("play", "forward", "finish-layer", "finish-phase"), is_ready),
        }.items():
            self._buttons[name].setEnabled(possible)

    def _connect(self) -> None:
        cursor = self._cursor
        for name, act in {
            "to-start": cursor.to_start,
            "back": cursor.back,
            "play": self._play_or_pause,
            "forward": self._go_on,
            "to-end": cursor.to_end,
            "finish-layer": self._finish_layer,
            "finish-phase": self._finish_phase,
        }.items():
            self._buttons[name].clicked.connect(act)
        cursor.player.playing_changed.connect(self._show_playing)
        cursor.player.failed.connect(self.refused)
        self._theme.changed.connect(self._tint)

    def _go_on(self) -> None:
        self._attempt(self._cursor.forward)

    def _finish_layer(self) -> None:
        self._attempt(self._cursor.finish_layer)

    def _finish_phase(self) -> None:
        self._attempt(self._cursor.finish_phase)

    def _attempt(self, act: Callable[[], None]) -> None:
        try:
            act()
        except EditError as error:
            self.refused.emit(error)

    def _play_or_pause(self) -> None:
        player = self._cursor.player
        if player.is_playing:
            player.pause()
        else:
            player.play()

    def _show_playing(self) -> None:
        is_playing = self._cursor.player.is_playing
        self._name("play", self.tr("Pause") if is_playing else self.tr("Play the steps"))
        self._tint_button("play")

    def _name(self, name: str, text: str) -> None:
        self._buttons[name].setToolTip(text)
        self._buttons[name].setAccessibleName(text)

    def _fit(self) -> None:
        """Keep the buttons as large as the text."""
        size = max(CONTROL_HEIGHT, self.fontMetrics().height() + 10)
        icon = size - _AROUND_ICON
        for button in self._buttons.values():
            button.setFixedSize(size, size)
            button.setIconSize(QSize(icon, icon))

    def _tint(self) -> None:
        for name in self._buttons:
            self._tint_button(name)

    def _tint_button(self, name: str) -> None:
        is_pause = name == "play" and self._cursor.player.is_playing
        icon = "pause" if is_pause else _ICONS.get(name, name)
        self._buttons[name].setIcon(icons.icon(icon, self._theme.theme))


def _button() -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
