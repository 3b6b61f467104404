"""The row of a lab that takes its steps: the stepper's buttons, keys and speed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from mlp_studio.document.walk import Walk
from mlp_studio.ui.command_table import train
from mlp_studio.ui.panels.labels import RoleLabel
from mlp_studio.ui.panels.speed import SpeedControl
from mlp_studio.ui.panels.step_buttons import StepButtons
from mlp_studio.ui.panels.wrap import Wrap
from mlp_studio.ui.theme import ThemeModel

_COMMANDS = {
    "to-start": "step_to_start",
    "back": "step_back",
    "play": "play",
    "forward": "step_forward",
    "to-end": "step_to_end",
}


class StepRow(QWidget):
    """To the start, back, play, on, to the end, the speed, and where one stands."""

    def __init__(self, walk: Walk, theme: ThemeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walk = walk
        keys = _keys()
        self._buttons = StepButtons(
            walk, theme, keys={name: several[0] for name, several in keys.items()}
        )
        self.speed = SpeedControl(walk.player)
        self.place = RoleLabel("muted")
        self._row = Wrap()
        self._row.add(self._buttons)
        self._row.add(self.speed)
        self._row.add(self.place, elastic=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        self._shortcuts = [
            self._shortcut(key, act) for name, act in self._acts().items() for key in keys[name]
        ]
        walk.moved.connect(self._buttons.show_place)
        self._buttons.show_place()

    def button(self, name: str) -> QToolButton:
        """The button called to-start, back, play, forward or to-end."""
        return self._buttons[name]

    def say(self, place: str) -> None:
        """Tell in words where one stands: "sample 3 of epoch 2"."""
        self.place.setText(place)

    def _acts(self) -> dict[str, Callable[[], None]]:
        walk = self._walk
        return {
            "to-start": walk.to_start,
            "back": walk.back,
            "play": self._buttons.play_or_pause,
            "forward": walk.forward,
            "to-end": walk.to_end,
        }

    def _shortcut(self, key: str, act: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(key, self)
        shortcut.activated.connect(act)
        return shortcut


def _keys() -> dict[str, tuple[str, ...]]:
    """The stepper's own keys of each button."""
    keys = {command.name: command.keys for command in train.COMMANDS}
    return {button: tuple(keys[command]) for button, command in _COMMANDS.items()}
