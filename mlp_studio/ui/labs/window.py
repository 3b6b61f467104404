"""The window of a lab: what to try above the scene, the question below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mlp_studio.ui.labs.lab import Lab
from mlp_studio.ui.panels.labels import Message, RoleLabel
from mlp_studio.ui.panels.panel import MARGIN, SPACING

_SIZE = QSize(1240, 800)
_LEAST = QSize(720, 480)
_OF_SCREEN = 0.92


class LabWindow(QWidget):
    """One lab in a window of its own; it remembers nothing, and is deleted once closed.

    Whoever opens it keeps a reference until `closed`.
    """

    closed = Signal()

    def __init__(self, lab: Lab, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(f"lab-{lab.name}")
        self.lab = lab
        self.opening = RoleLabel("title")
        self.question = RoleLabel()
        self.answer = Message("ok")
        self.show_answer = QPushButton()
        self.show_answer.setCheckable(True)
        self.show_answer.setAutoDefault(False)
        self._arrange()
        self.show_answer.toggled.connect(self._say_answer)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text of the frame; the lab sets its own."""
        self.setWindowTitle(self.lab.title())
        self.opening.setText(self.lab.opening())
        self.question.setText(self.lab.question())
        self._say_answer(self.show_answer.isChecked())

    def sizeHint(self) -> QSize:
        most = self.screen().availableSize() * _OF_SCREEN
        return _SIZE.boundedTo(most).expandedTo(_LEAST)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.lab.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.lab.rest()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.lab.rest()
        super().closeEvent(event)
        self.closed.emit()

    def _arrange(self) -> None:
        ask = QHBoxLayout()
        ask.setSpacing(MARGIN)
        ask.addWidget(self.question, 1)
        ask.addWidget(self.show_answer, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        column.addWidget(self.opening)
        column.addWidget(self.lab, 1)
        column.addLayout(ask)
        column.addWidget(self.answer)

    def _say_answer(self, shown: bool) -> None:
        self.show_answer.setText(
            self.tr("Hide the answer") if shown else self.tr("Show the answer")
        )
        self.answer.say(self.lab.answer() if shown else "")
