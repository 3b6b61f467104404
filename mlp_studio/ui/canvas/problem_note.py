"""What is wrong with a layer, beside it, with buttons that mend it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from mlp_studio.project.fixes import Fix, fix_for
from mlp_studio.project.problems import Problem
from mlp_studio.ui.canvas.applying import Applier
from mlp_studio.ui.conventions import problem_text

_WIDTH = 300
_AWAY = 14.0


class ProblemNote(QFrame):
    """One sentence for each problem, and under it the button that fixes it, where there is one."""

    def __init__(self, viewport: QWidget, applier: Applier) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._applier = applier
        self.where = ""
        self.buttons: list[QPushButton] = []
        self.setObjectName("problems")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 12, 12, 12)
        self._column.setSpacing(8)
        self.hide()
        applier.document.compiled_changed.connect(self.hide)
        applier.document.replaced.connect(self.hide)

    def show_problems(self, where: str, at: QPointF, below: float) -> None:
        """Open beside a place of the viewport, or from this height on down where it has no room.

        Nothing happens if all is well there.
        """
        problems = [
            problem for problem in self._applier.document.problems if problem.where == where
        ]
        if not problems:
            return
        self.where = where
        self._fill(problems)
        self.setFixedWidth(min(_WIDTH, self._viewport.width() - 8))
        self.adjustSize()
        room = self._viewport.size()
        left, top = at.x() + _AWAY, at.y() - 20.0
        if left + self.width() > room.width() - 4.0:
            left, top = room.width() - self.width() - 4.0, below
        top = min(max(4.0, top), max(4.0, room.height() - self.height() - 4.0))
        self.move(round(left), round(top))
        self.show()
        self.raise_()
        (self.buttons[0] if self.buttons else self).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._viewport.setFocus()
        else:
            super().keyPressEvent(event)

    def _fill(self, problems: list[Problem]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.buttons = []
        for problem in problems:
            sentence = QLabel(problem_text(problem))
            sentence.setWordWrap(True)
            sentence.setTextFormat(Qt.TextFormat.PlainText)
            self._column.addWidget(sentence)
            fix = fix_for(self._applier.project, problem)
            if fix is not None:
                self._column.addWidget(self._button(fix))

    def _button(self, fix: Fix) -> QPushButton:
        label = fix.label(QCoreApplication.translate)
        button = QPushButton(label)
        button.setAutoDefault(False)
        # The sentence and its button go with the problem: `compiled_changed` hides the note.
        button.clicked.connect(lambda: self._applier.apply(label, fix.edit))
        self.buttons.append(button)
        return button
