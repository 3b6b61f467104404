"""The latest steps in numbers, below those of the minimum."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from mlp_studio.ui.labs.descent.experiment import Experiment
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.labels import set_property

ROWS = 7


class StepTable(QWidget):
    """A row a step: its number, the weights by their names, the loss, the way to the minimum."""

    def __init__(self, numbers: NumberFormat, names: Sequence[str]) -> None:
        super().__init__()
        self._numbers = numbers
        self._names = tuple(names)
        self._columns = len(self._names) + 3
        self._is_closed_form = True
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(3)
        self.heads = self._row(0, "muted")
        self.least = self._row(1, "ok")
        rule = QFrame()
        rule.setFrameShape(QFrame.Shape.HLine)
        self._grid.addWidget(rule, 2, 0, 1, self._columns)
        self.rows = tuple(self._row(3 + row, "ink") for row in range(ROWS))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)

    def retranslate(self) -> None:
        texts = (self.tr("step"), *self._names, "L", self.tr("distance"))
        for head, text in zip(self.heads, texts, strict=True):
            head.setText(text)
        self._name_least()

    def show_steps(self, experiment: Experiment, place: int) -> None:
        """Those up to a place, the latest below and marked."""
        number, walk = self._numbers.text, experiment.walk
        self._is_closed_form = experiment.loss.is_linear
        self._name_least()
        ideal = (*experiment.minimum.tolist(), experiment.least)
        for cell, value in zip(self.least[1:-1], ideal, strict=True):
            cell.setText(number(value))
        first = max(0, place + 1 - ROWS)
        for row, cells in enumerate(self.rows):
            step = first + row
            texts = [""] * self._columns
            if step <= place:
                values = (*walk.weights[step], walk.losses[step], experiment.distances[step])
                texts = [str(step), *(number(float(value)) for value in values)]
            for cell, text in zip(cells, texts, strict=True):
                cell.setText(text)
                set_property(cell, "role", "title" if step == place else "ink")

    def _name_least(self) -> None:
        closed, found = self.tr("closed form"), self.tr("least loss")
        self.least[0].setText(closed if self._is_closed_form else found)

    def _row(self, line: int, role: str) -> tuple[QLabel, ...]:
        cells = tuple(QLabel() for _ in range(self._columns))
        for column, cell in enumerate(cells):
            cell.setProperty("role", role)
            cell.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(cell, line, column)
        return cells
