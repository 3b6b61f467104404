"""The table panel: every sample, what the network answers to it, and how wrong that is."""

from __future__ import annotations

from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.live import LiveWeights
from mlp_studio.document.stepper import StepCursor
from mlp_studio.document.training import TrainingRun
from mlp_studio.project import edits
from mlp_studio.project.model import Part, Project
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.attempt import attempt
from mlp_studio.ui.panels.labels import Message, RoleLabel
from mlp_studio.ui.panels.metrics.present import PresentSample
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, MARGIN, SPACING
from mlp_studio.ui.panels.table.answers import Answers
from mlp_studio.ui.panels.table.commands import SampleCommands
from mlp_studio.ui.panels.table.head import Head
from mlp_studio.ui.panels.table.model import SheetModel
from mlp_studio.ui.panels.table.sheet import Sheet, sheet_of
from mlp_studio.ui.panels.table.sorting import Sorting
from mlp_studio.ui.panels.table.view import SheetView
from mlp_studio.ui.panels.table.wording import Wording
from mlp_studio.ui.sight import Sight
from mlp_studio.ui.theme import ThemeModel


class TablePanel(QWidget):
    """A spreadsheet of the data. Out of sight it computes nothing, in sight only what is seen.

    Going to a row makes its sample the stepper's.
    """

    def __init__(
        self,
        *,
        document: Document,
        cursor: StepCursor,
        live: LiveWeights,
        run: TrainingRun,
        numbers: NumberFormat,
        theme: ThemeModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._cursor = cursor
        self._live = live
        self._run = run
        self._shown: Project | None = None
        self.sight = Sight(self)
        self.wording = Wording(numbers, self)
        self.commands = SampleCommands(document, numbers, self.wording, self)
        self.model = SheetModel(numbers, self.wording, self.commands.enter)
        self.table = SheetView(self.model, self.wording, theme, numbers)
        self.head = Head(theme, numbers, self.table.using)
        self.hint = RoleLabel("muted")
        self.beginning = QPushButton()
        self.beginning.setMinimumHeight(CONTROL_HEIGHT)
        self.message = Message()
        self.note = Message("muted")
        self.aside = Message("muted")
        """Why the row gone to is not the stepper's sample."""
        self._present = PresentSample(cursor, numbers, self)
        self._arrange()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        self.hint.setText(
            self.tr("No data yet: choose a data set, import or paste a table, or begin one here.")
        )
        self.beginning.setText(self.tr("Begin a table"))
        self.head.retranslate()
        self.table.retranslate()
        self.model.announce()
        self._show_chosen()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, SPACING, MARGIN, SPACING)
        column.setSpacing(SPACING)
        column.addWidget(self.head)
        column.addWidget(self.hint)
        column.addWidget(self.beginning, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.table, 1)
        column.addWidget(self.message)
        column.addWidget(self.note)
        column.addWidget(self.aside)
        self._empty_end = column.count()
        column.addStretch(0)
        self._column = column
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        table, document = self.table, self._document
        table.chosen.connect(self._show_chosen)
        table.sample_wanted.connect(self._present_sample)
        table.copying.triggered.connect(self._copy)
        table.pasting.triggered.connect(self._paste)
        table.deleting.triggered.connect(self._delete)
        for part, action in table.uses.items():
            action.triggered.connect(partial(self._use, part))
        table.by_shares.triggered.connect(self._split_by_shares)
        table.header.sorting_asked.connect(self._sort)
        table.header.name_entered.connect(self._rename)
        self.head.adding.clicked.connect(self._add)
        self.head.deleting.clicked.connect(self._delete)
        self.beginning.clicked.connect(self.commands.start)
        self.model.refused.connect(self.message.say)
        self.commands.answered.connect(self.message.say)
        for signal in (document.data_changed, document.training_changed, document.replaced):
            signal.connect(self._refresh)
        self._live.changed.connect(self._on_changed)
        self._live.readable.connect(self._refresh)
        self._cursor.trace_changed.connect(self._mark)
        self.sight.changed.connect(self._refresh)

    def _on_changed(self) -> None:
        """While a run goes on, `readable` comes often enough."""
        if not self._live.is_running:
            self._refresh()

    def _refresh(self) -> None:
        """Show the data of now, and the answers of the weights of now."""
        if not self.sight:
            return
        project, sheet = self._document.project, self.model.sheet
        before = self._shown
        is_other = before is None or (
            before.data is not project.data or before.training != project.training
        )
        if is_other:
            sheet, self._shown = sheet_of(project), project
            self.message.say("")
        answers = self._answers()
        if is_other or answers is not self.model.answers:
            self._show(sheet, answers)

    def _answers(self) -> Answers | None:
        """Those known already, if they still hold; None while the network has problems."""
        compiled, parameters, known = (
            self._live.compiled,
            self._live.parameters,
            self.model.answers,
        )
        if compiled is None or parameters is None:
            return None
        holds = known is not None and (
            known.compiled is compiled and known.parameters is parameters
        )
        return known if holds else Answers(compiled, parameters)

    def _show(self, sheet: Sheet | None, answers: Answers | None) -> None:
        place = self.table.currentIndex()
        row, column = place.row(), place.column()
        self.model.show(sheet, answers)
        is_empty = sheet is None
        self.hint.setVisible(is_empty)
        self.beginning.setVisible(is_empty)
        self.table.setVisible(not is_empty)
        self.head.setVisible(not is_empty)
        self._column.setStretch(self._empty_end, 1 if sheet is None else 0)
        self._mark()
        if sheet is not None and row >= 0 and not self.table.currentIndex().isValid():
            columns = len(sheet.columns)
            self.table.go_to(min(row, sheet.samples - 1), min(column, columns - 1))
        self._show_chosen()

    def _mark(self) -> None:
        """The stepper shows another sample: mark it, and bring it into view unless one works."""
        if not self.sight or self.model.sheet is None:
            return
        current = self._present.row
        self.model.mark(current)
        is_busy = self.table.hasFocus() or self._run.running
        row = None if current is None or is_busy else self.model.row_of(current)
        if row is not None:
            self.table.scrollTo(self.model.index(row, 0))

    def _show_chosen(self) -> None:
        sheet = self.model.sheet
        if sheet is None:
            self.note.say("")
            return
        chosen = self.table.chosen_samples()
        self.head.show_facts(sheet.samples, len(chosen))
        for action in (self.table.copying, self.table.deleting, *self.table.uses.values()):
            action.setEnabled(len(chosen) > 0)
        self.table.by_shares.setEnabled(sheet.data.parts is not None)
        self.note.say(
            ""
            if self.model.answers is not None
            else self.tr("Predictions and losses stand here once the network fits the data.")
        )

    def _present_sample(self, sample: int) -> None:
        if self._present.row is None:
            return
        sentence = self._present.take(sample)
        self.aside.say("" if self._present.row == sample else sentence)

    def _sort(self, sorting: Sorting | None) -> None:
        """Sort the rows; the current cell goes with its sample, and nothing else is selected."""
        place = self.table.currentIndex()
        sample = self.model.sample(place) if place.isValid() else None
        self.model.sort_by(sorting)
        row = None if sample is None else self.model.row_of(sample)
        if row is not None:
            self.table.go_to(row, place.column())

    def _add(self) -> None:
        sheet = self.model.sheet
        if sheet is None:
            return
        count = sheet.samples
        self.commands.add(sheet)
        if self.model.sheet is not None and self.model.sheet.samples > count:
            self.table.go_to(count, 2)
            self.table.setFocus()

    def _delete(self) -> None:
        chosen = self.table.chosen_samples()
        if len(chosen):
            self.commands.delete(chosen)

    def _use(self, part: Part, _checked: bool = False) -> None:
        chosen = self.table.chosen_samples()
        if len(chosen):
            self.commands.put(chosen, part)

    def _split_by_shares(self) -> None:
        label = self.tr("Split by shares again")
        self.message.say(attempt(self._document, label, edits.set_parts, None))

    def _rename(self, section: int, name: str) -> None:
        self.commands.rename(self.model.column(section), name)

    def _copy(self) -> None:
        text = self.commands.clipboard.write(self.model, self.table.chosen_cells())
        QGuiApplication.clipboard().setText(text)

    def _paste(self) -> None:
        sheet, index = self.model.sheet, self.table.currentIndex()
        if sheet is None or not index.isValid():
            return
        chosen = self.table.chosen_cells()
        chosen[index.row(), index.column()] = True
        top, left = np.argwhere(chosen).min(axis=0).tolist()
        columns = [column for column in sheet.columns[left:] if column.is_given]
        if not columns:
            self.message.say(self.tr("Choose a cell of an input or a target to paste from there."))
            return
        places: NDArray[np.intp] = self.model.samples(np.arange(top, sheet.samples))
        self.commands.paste(sheet, places, columns[0], QGuiApplication.clipboard().text())
