"""Of classes: the confusion matrix of one set, and each class's figures below it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mlp_studio.engine.metrics import Classification
from mlp_studio.project.model import Part
from mlp_studio.ui.counting import count_text
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.metrics.confusion import ConfusionMatrix
from mlp_studio.ui.panels.metrics.confusion_layout import Cell
from mlp_studio.ui.panels.metrics.evaluation import SetFigures, Sets
from mlp_studio.ui.panels.metrics.figure_table import FigureTable, Row
from mlp_studio.ui.panels.metrics.part_names import part_name
from mlp_studio.ui.panels.metrics.percent import figure_text, percent_text
from mlp_studio.ui.panels.metrics.present import PresentSample
from mlp_studio.ui.panels.metrics.telling import Telling
from mlp_studio.ui.panels.panel import SPACING
from mlp_studio.ui.theme import ThemeModel


class ClassSection(QWidget):
    """One part of the data, by a switch that is there where there is a choice."""

    def __init__(self, theme: ThemeModel, numbers: NumberFormat, present: PresentSample) -> None:
        super().__init__()
        self._numbers = numbers
        self._present = present
        self._sets: Sets | None = None
        self._names: tuple[str, ...] = ()
        self.train, self.validation, self.test = QPushButton(), QPushButton(), QPushButton()
        self._buttons: dict[Part, QPushButton] = {
            "train": self.train,
            "validation": self.validation,
            "test": self.test,
        }
        self.matrix = ConfusionMatrix(theme, numbers)
        self.telling = Telling(theme)
        self.table = FigureTable(theme)
        self._arrange()
        self._group.buttonClicked.connect(self._show)
        self.matrix.looked_at.connect(self._tell)
        self.matrix.chosen.connect(self._take)
        self.retranslate()

    @property
    def shown(self) -> SetFigures | None:
        """The figures of the set that is chosen."""
        if self._sets is None:
            return None
        for part, figures in self._sets.each():
            if self._buttons[part].isChecked():
                return figures
        return self._sets.train

    def show_sets(self, names: tuple[str, ...], sets: Sets) -> None:
        """Show one of these sets; `names` are of the classes."""
        self._names, self._sets = names, sets
        parts = sets.names()
        self._switch.setVisible(len(parts) > 1)
        for part, button in self._buttons.items():
            button.setVisible(part in parts)
        self._show()

    def clear(self) -> None:
        self._sets = None

    def mark(self) -> None:
        """Another sample is the current one."""
        self._show_matrix()

    def describe(self) -> None:
        """Let a screen reader have the figures of now."""
        self.table.describe()

    def retranslate(self) -> None:
        for part, button in self._buttons.items():
            button.setText(part_name(part))
        self.train.setToolTip(self.tr("Count the samples that a run learns from"))
        self.validation.setToolTip(self.tr("Count the samples that decide when a run stops"))
        self.test.setToolTip(self.tr("Count the samples set aside for testing"))
        self.matrix.set_captions(self.tr("target ↓"), self.tr("predicted →"))
        self.matrix.setAccessibleName(self.tr("Confusion matrix: targets down, predicted across"))
        self.table.setAccessibleName(self.tr("Figures of each class"))
        self.table.setToolTip(
            self.tr(
                "Precision: how much of what was called this class is of it. Recall: how much of "
                "the class was found. F1: their harmonic mean. Support: samples of the class. "
                "– stands for 0/0, and is left out of the mean."
            )
        )
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _arrange(self) -> None:
        self._switch = QWidget()
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self._switch)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in self._buttons.values():
            button.setCheckable(True)
            button.setAutoDefault(False)
            self._group.addButton(button)
            row.addWidget(button, 1)
        self.train.setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        for part in (self._switch, self.matrix, self.telling, self.table):
            column.addWidget(part)

    def _show(self) -> None:
        self._show_matrix()
        self._show_table()
        self._tell()

    def _show_matrix(self) -> None:
        shown = self.shown
        if shown is None or not isinstance(shown.metrics, Classification):
            return
        self.matrix.show_counts(self._names, shown.metrics.confusion, self._cell_of_present(shown))

    def _cell_of_present(self, shown: SetFigures) -> Cell | None:
        row, found = self._present.row, shown.metrics
        if row is None or not isinstance(found, Classification):
            return None
        at = int(np.searchsorted(shown.rows, row))
        if at == len(shown.rows) or shown.rows[at] != row:
            return None
        return int(found.targets[at]), int(found.predicted[at])

    def _show_table(self) -> None:
        shown = self.shown
        if shown is None or not isinstance(shown.metrics, Classification):
            return
        found, numbers = shown.metrics, self._numbers
        figures = np.column_stack([found.precision, found.recall, found.f1]).tolist()
        support = found.support.tolist()
        rows = [
            Row(name, (*(figure_text(numbers, value) for value in values), self._count(count)))
            for name, values, count in zip(self._names, figures, support, strict=True)
        ]
        macro = (found.macro_precision, found.macro_recall, found.macro_f1)
        texts = (*(figure_text(numbers, value) for value in macro), self._count(sum(support)))
        rows.append(Row(self.tr("mean"), texts, is_last=True))
        heads = (self.tr("precision"), self.tr("recall"), self.tr("F1"), self.tr("support"))
        self.table.show_rows(heads, rows)

    def _tell(self) -> None:
        """What the cell under the mouse says; without one, how to read the matrix."""
        shown, cell = self.shown, self.matrix.looked
        if shown is None or not isinstance(shown.metrics, Classification):
            return
        if cell is None:
            self.telling.say(
                self.tr(
                    "The diagonal is right; the dot is the current sample. A click on a cell "
                    "takes its samples in turn."
                )
            )
            return
        target, predicted = cell
        counts = shown.metrics.confusion[target]
        count, total = int(counts[predicted]), int(counts.sum())
        self.telling.say(
            self.tr(
                "Target {target}, predicted {predicted}: {count} of {total} samples ({share})"
            ).format(
                target=self._names[target],
                predicted=self._names[predicted],
                count=self._count(count),
                total=self._count(total),
                share=percent_text(self._numbers, count / total if total else float("nan")),
            )
        )

    def _take(self, target: int, predicted: int) -> None:
        """The next sample of a cell, after the current one, becomes that."""
        shown = self.shown
        if shown is None or not isinstance(shown.metrics, Classification):
            return
        rows = shown.rows[shown.metrics.samples_in(target, predicted)]
        if not len(rows):
            self.telling.say(self.tr("No sample is in this cell."))
            return
        before = -1 if self._present.row is None else self._present.row
        at = int(np.searchsorted(rows, before, side="right")) % len(rows)
        told = self._present.take(int(rows[at]))
        place = self.tr("It is {place} of {count} in this cell.").format(
            place=self._count(at + 1), count=self._count(len(rows))
        )
        self.telling.say(f"{told} {place}")

    def _count(self, count: int) -> str:
        return count_text(self._numbers, count)
