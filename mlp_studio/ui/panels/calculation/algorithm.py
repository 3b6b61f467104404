"""The algorithm in five lines, the current one marked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from mlp_studio.ui.panels.labels import RoleLabel, set_property

_MARK = "▸"
_LINES = 5
_INDENTED = (2, 3)
_INDENT = 16
_MARGIN = 20
_LINE_OF = {"": 0, "again": 1, "forward": 2, "loss": 2, "backward": 2, "update": 3}
_ROLE_OF = {"forward": "forward", "backward": "backward"}


class Algorithm(QWidget):
    """Random weights; until convergence: gradients, update; the weights."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phase = ""
        self._texts: tuple[str, ...] = ("",) * _LINES
        self.lines = [RoleLabel("muted") for _ in range(_LINES)]
        self.marks = [QLabel() for _ in range(_LINES)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, 12)
        for number, (mark, label) in enumerate(zip(self.marks, self.lines, strict=True)):
            label.setIndent(_INDENT if number in _INDENTED else 0)
            grid.addWidget(mark, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, number, 1)
        self.retranslate()

    @property
    def current(self) -> int:
        """The number of the marked line, from 0."""
        return _LINE_OF[self._phase]

    def set_phase(self, phase: str) -> None:
        """Mark the line that a phase belongs to.

        "" is before the first step of all, "again" before that of a later pass.
        """
        self._phase = phase
        role = _ROLE_OF.get(phase, "title")
        for number, (mark, label) in enumerate(zip(self.marks, self.lines, strict=True)):
            marked = number == self.current
            mark.setText(_MARK if marked else "")
            set_property(mark, "role", role)
            label.set_role(role if marked else "muted")
            label.setAccessibleDescription(self.tr("current line") if marked else "")
        self._fit()

    def retranslate(self) -> None:
        texts = (
            self.tr("Start with random weights."),
            self.tr("Repeat until convergence:"),
            self.tr("find ∂L/∂w by the chain rule"),
            self.tr("update: w ← w − η ∂L/∂w"),
            self.tr("Return the weights."),
        )
        self._texts = texts
        for label, text in zip(self.lines, texts, strict=True):
            label.setAccessibleName(text)
        self.set_phase(self._phase)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room only the current line is shown in full, over several lines."""
        for number, (label, text) in enumerate(zip(self.lines, self._texts, strict=True)):
            room = self.width() - _MARGIN - (_INDENT if number in _INDENTED else 0)
            cut = label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
            label.setText(text if number == self.current else cut)
            label.setToolTip("" if label.text() == text else text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
