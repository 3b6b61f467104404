"""The stepper's buttons: those of every row of steps, and two that finish more of a pass."""

from __future__ import annotations

from mlp_studio.document.stepper import StepCursor
from mlp_studio.ui.panels.step_buttons import StepButtons
from mlp_studio.ui.theme import ThemeModel


class PassButtons(StepButtons):
    """Also called by name: finish-layer and finish-phase."""

    def __init__(self, *, cursor: StepCursor, theme: ThemeModel) -> None:
        self._cursor = cursor
        super().__init__(cursor, theme, more=("finish-layer", "finish-phase"))

    def _texts(self) -> dict[str, str]:
        return super()._texts() | {
            "to-start": self.tr("To the start of the pass"),
            "to-end": self.tr("To the end of the pass"),
            "finish-layer": self.tr("Finish the layer"),
            "finish-phase": self.tr("Finish the phase"),
        }

    def _connect(self) -> None:
        super()._connect()
        self["finish-layer"].clicked.connect(self._finish_layer)
        self["finish-phase"].clicked.connect(self._finish_phase)

    def _finish_layer(self) -> None:
        self.attempt(self._cursor.finish_layer)

    def _finish_phase(self) -> None:
        self.attempt(self._cursor.finish_phase)
