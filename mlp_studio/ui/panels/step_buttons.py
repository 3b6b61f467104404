"""The buttons that take steps: named after those of a tape recorder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from mlp_studio.document.player import StepPlayer
from mlp_studio.project.edits import EditError
from mlp_studio.ui import icons
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT
from mlp_studio.ui.theme import ThemeModel

BUTTONS = ("to-start", "back", "play", "forward", "to-end")
_ICONS = {"back": "step-back", "forward": "step-forward"}
"""Where the icon is not called as the button."""
_AROUND_ICON = 12


class Stepped(Protocol):
    """What the buttons move: a cursor over a pass, or a walk over a lab's moments."""

    player: StepPlayer

    @property
    def is_at_start(self) -> bool: ...

    @property
    def is_at_end(self) -> bool: ...

    @property
    def can_go_back(self) -> bool: ...

    @property
    def can_go_forward(self) -> bool: ...

    def to_start(self) -> None: ...

    def back(self) -> None: ...

    def forward(self) -> None: ...

    def to_end(self) -> None: ...


class StepButtons(QWidget):
    """Move what is stepped, and are off where it cannot move; `refused` carries an EditError.

    `keys` are told in the tool tips, for windows without a menu that tells them.
    """

    refused = Signal(object)

    def __init__(
        self,
        stepped: Stepped,
        theme: ThemeModel,
        *,
        more: tuple[str, ...] = (),
        keys: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._stepped = stepped
        self._theme = theme
        self._keys = keys or {}
        self._buttons = {name: _button() for name in (*BUTTONS, *more)}
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
        """The button called to-start, back, play, forward or to-end."""
        return self._buttons[name]

    def retranslate(self) -> None:
        for name, text in self._texts().items():
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
        stepped = self._stepped
        possible = {
            "to-start": not stepped.is_at_start,
            "back": stepped.can_go_back,
            "to-end": not stepped.is_at_end,
        }
        for name, button in self._buttons.items():
            button.setEnabled(possible.get(name, stepped.can_go_forward))

    def attempt(self, act: Callable[[], None]) -> None:
        """Take a step that an EditError may refuse."""
        try:
            act()
        except EditError as error:
            self.refused.emit(error)

    def _texts(self) -> dict[str, str]:
        return {
            "to-start": self.tr("To the start"),
            "back": self.tr("One step back"),
            "forward": self.tr("One step on"),
            "to-end": self.tr("To the end"),
        }

    def _connect(self) -> None:
        stepped = self._stepped
        for name, act in {
            "to-start": stepped.to_start,
            "back": stepped.back,
            "play": self.play_or_pause,
            "forward": self._go_on,
            "to-end": stepped.to_end,
        }.items():
            self._buttons[name].clicked.connect(act)
        stepped.player.playing_changed.connect(self._show_playing)
        stepped.player.failed.connect(self.refused)
        self._theme.changed.connect(self._tint)

    def _go_on(self) -> None:
        self.attempt(self._stepped.forward)

    def play_or_pause(self) -> None:
        player = self._stepped.player
        if player.is_playing:
            player.pause()
        else:
            player.play()

    def _show_playing(self) -> None:
        is_playing = self._stepped.player.is_playing
        self._name("play", self.tr("Pause") if is_playing else self.tr("Play the steps"))
        self._tint_button("play")

    def _name(self, name: str, text: str) -> None:
        key = QKeySequence(self._keys.get(name, ""))
        told = key.toString(QKeySequence.SequenceFormat.NativeText)
        self._buttons[name].setToolTip(f"{text} ({told})" if told else text)
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
        is_pause = name == "play" and self._stepped.player.is_playing
        icon = "pause" if is_pause else _ICONS.get(name, name)
        self._buttons[name].setIcon(icons.icon(icon, self._theme.theme))


def _button() -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
