"""The algorithm in five lines, the current one marked."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_studio.ui.panels.labels import RoleLabel

_MARK = "▸ "
_SPACE = "\u2003"
_LINES = 5
_INDENTED = (2, 3)
_LINE_OF = {"": 0, "forward": 2, "loss": 2, "backward": 2, "update": 3}
_ROLE_OF = {"forward": "forward", "backward": "backward"}


class Algorithm(QWidget):
    """Random weights; until convergence: gradients, update; the weights."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phase = ""
        self.lines = [RoleLabel("muted") for _ in range(_LINES)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for label in self.lines:
            column.addWidget(label)
        self.retranslate()

    @property
    def current(self) -> int:
        """The number of the marked line, from 0."""
        return _LINE_OF[self._phase]

    def set_phase(self, phase: str) -> None:
        """Mark the line that a phase belongs to; "" is before the first step."""
        self._phase = phase
        self.retranslate()

    def retranslate(self) -> None:
        texts = (
            self.tr("Start with random weights."),
            self.tr("Repeat until convergence:"),
            self.tr("find the gradients ∂L/∂w by the chain rule,"),
            self.tr("update the weights, w ← w − η ∂L/∂w."),
            self.tr("Return the weights."),
        )
        for number, (label, text) in enumerate(zip(self.lines, texts, strict=True)):
            marked = number == self.current
            indent = _SPACE if number in _INDENTED else ""
            label.setText(f"{_MARK if marked else _SPACE}{indent}{text}")
            label.set_role(_ROLE_OF.get(self._phase, "title") if marked else "muted")
            label.setAccessibleDescription(self.tr("current line") if marked else "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
