"""The truth table of the two lines: each row lights up once it is right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from mlp_studio.ui.labs.perceptron.pair import CORNERS, TARGETS, Pair
from mlp_studio.ui.panels.labels import set_property

_HEADS = ("x1", "x2", "h1", "h2", "y", "t", "")


class TruthTable(QWidget):
    """A row for each corner: inputs, both hidden units, the answer, the target, right or wrong."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(4)
        for column, text in enumerate(_HEADS):
            head = _cell(text)
            head.setProperty("role", "muted")
            self._grid.addWidget(head, 0, column)
        rule = QFrame()
        rule.setFrameShape(QFrame.Shape.HLine)
        self._grid.addWidget(rule, 1, 0, 1, len(_HEADS))
        self.rows = tuple(self._row(2 + row) for row in range(len(CORNERS)))
        self._grid.setColumnStretch(len(_HEADS), 1)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.addLayout(self._grid)

    def show_pair(self, pair: Pair) -> None:
        for row, cells in enumerate(self.rows):
            is_right = pair.right[row]
            h1, h2 = pair.hidden[row].tolist()
            values = (*CORNERS[row], h1, h2, pair.answers[row], TARGETS[row])
            for cell, value in zip(cells, values, strict=False):
                cell.setText(f"{value:g}")
            cells[-1].setText("✓" if is_right else "✗")
            for cell in (cells[4], cells[-1]):
                set_property(cell, "role", "ok" if is_right else "error")

    def _row(self, line: int) -> tuple[QLabel, ...]:
        cells = tuple(_cell("") for _ in _HEADS)
        for column, cell in enumerate(cells):
            self._grid.addWidget(cell, line, column)
        return cells


def _cell(text: str) -> QLabel:
    label = QLabel(text)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
