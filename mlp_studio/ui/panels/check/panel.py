"""The gradient check: backpropagation held against finite differences, edge by edge."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from mlp_studio.document.checking import Findings, GradientCheck, Verdict
from mlp_studio.document.document import Document
from mlp_studio.document.job import Progress
from mlp_studio.document.selection import Selection
from mlp_studio.document.stepper import StepCursor
from mlp_studio.ui.counting import count_text
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.check.worst import MARKS, WorstModel
from mlp_studio.ui.panels.job_row import JobRow
from mlp_studio.ui.panels.labels import Message, RoleLabel
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, Panel
from mlp_studio.ui.panels.rows import RowList
from mlp_studio.ui.parameters import parameter_name, selection_of
from mlp_studio.ui.sight import Sight
from mlp_studio.ui.theme import ThemeModel


class CheckPanel(Panel):
    """Runs the check, says what came of it, and leads to the edges that differ most."""

    findings_shown = Signal(object)
    """The `Findings` to colour the figure by; None for none."""

    def __init__(
        self,
        *,
        document: Document,
        cursor: StepCursor,
        selection: Selection,
        theme: ThemeModel,
        numbers: NumberFormat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._cursor = cursor
        self._selection = selection
        self._numbers = numbers
        self._shown: Findings | None = None
        self.sight = Sight(self)
        self.check = GradientCheck(document, self)
        self.job_row = JobRow(self.check, self._progress_text)
        self.model = WorstModel(document, numbers)
        self.intro = RoleLabel("muted")
        self.of = QComboBox()
        self.of.addItems(["", ""])
        self.message = Message("muted")
        self.verdict = RoleLabel("title")
        self.largest = RoleLabel()
        self.counts = {verdict: RoleLabel(role) for verdict, (_, role) in MARKS.items()}
        self.head = RoleLabel("muted")
        self.rows = RowList(theme)
        self._arrange()
        self._connect()
        self.retranslate()

    def shutdown(self) -> None:
        """Stop the worker; may be called any number of times."""
        self.check.shutdown()

    def retranslate(self) -> None:
        self.intro.setText(
            self.tr(
                "Each weight is moved a little up and a little down, and the loss is computed "
                "anew: the slope has to be what backpropagation says."
            )
        )
        self.of.setAccessibleName(self.tr("Whose gradient is checked"))
        self.job_row.start.setText(self.tr("Check the gradients"))
        self.job_row.cancel.setText(self.tr("Cancel"))
        self.job_row.progress.setAccessibleName(self.tr("How many gradients are checked"))
        self.rows.setAccessibleName(self.tr("The largest differences"))
        self._name_choices()
        self._show()

    def _arrange(self) -> None:
        self.of.setMinimumHeight(CONTROL_HEIGHT)
        self.of.setMinimumWidth(0)
        self.of.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.rows.setModel(self.model)
        top = (self.intro, self.of, self.job_row, self.message)
        for part in (*top, self.verdict, self.largest, *self.counts.values(), self.head):
            self.column.addWidget(part)
        self.column.addWidget(self.rows, 1)
        self._tail = self.column.count()
        self.column.addStretch(0)

    def _connect(self) -> None:
        self.sight.changed.connect(self._light)
        self.job_row.start.clicked.connect(self._start)
        self.job_row.changed.connect(self._show)
        self.of.activated.connect(self._on_choice)
        self.rows.clicked.connect(self._select)
        self.rows.activated.connect(self._select)
        self._cursor.trace_changed.connect(self._follow_sample)
        self._cursor.moved.connect(self._follow_sample)
        self._document.compiled_changed.connect(self._show)
        self._document.layer_changed.connect(self._rename)
        self._numbers.changed.connect(self._show)

    @property
    def _sample(self) -> int | None:
        """The sample that is chosen to be checked; None for all."""
        return self._cursor.sample if self.of.currentIndex() == 0 else None

    def _start(self) -> None:
        if self._document.compiled is not None:
            self.check.start(self._sample)

    def _on_choice(self, _index: int) -> None:
        self._drop_other_sample()
        self._show()

    def _follow_sample(self) -> None:
        self._name_choices()
        self._drop_other_sample()

    def _drop_other_sample(self) -> None:
        """What was found of another sample is not what the choice now says."""
        if self.check.sample != self._sample:
            self.check.drop()

    def _rename(self, _id: str) -> None:
        self.rows.viewport().update()

    def _name_choices(self) -> None:
        names = (
            self.tr("The loss of sample {number}").format(number=self._cursor.sample + 1),
            self.tr("The mean loss of all {count} samples").format(
                count=count_text(self._numbers, self._cursor.samples)
            ),
        )
        for at, name in enumerate(names):
            if self.of.itemText(at) != name:
                self.of.setItemText(at, name)

    def _progress_text(self, progress: Progress) -> str:
        return self.tr("{done} of {total}").format(
            done=count_text(self._numbers, progress.done),
            total=count_text(self._numbers, progress.total),
        )

    def _show(self) -> None:
        running = self.check.running
        findings = None if running else self.check.result
        self.job_row.show_state(ready=self._document.compiled is not None)
        self.message.say(self._sentence())
        parts = (self.verdict, self.largest, *self.counts.values(), self.head, self.rows)
        for part in parts:
            part.setVisible(findings is not None)
        self.column.setStretch(self._tail, 0 if findings is not None else 1)
        self.model.show_findings(findings)
        self._shown = findings
        if findings is not None:
            self._write(findings)
        self._light()

    def _sentence(self) -> str:
        if self._document.compiled is None:
            return self.tr("As soon as the network is complete, its gradients can be checked.")
        if self.job_row.was_dropped and not self.check.running:
            return self.tr("The network changed: what was found no longer holds.")
        return ""

    def _write(self, findings: Findings) -> None:
        differ, total = findings.count(Verdict.DIFFERS), len(findings.parameters)
        text = (
            self.tr("All {total} gradients agree.")
            if not differ
            else self.tr("{differ} of {total} gradients differ.")
        )
        self.verdict.setText(
            text.format(
                total=count_text(self._numbers, total), differ=count_text(self._numbers, differ)
            )
        )
        if total:
            worst = int(findings.worst_first[0])
            self.largest.setText(
                self.tr("Largest relative error: {error} at {name}").format(
                    error=self._numbers.text(float(findings.relative_error[worst])),
                    name=parameter_name(
                        self._document.project, findings.layout, int(findings.parameters[worst])
                    ),
                )
            )
        self._write_counts(findings)
        self.head.setText(
            self.tr(
                "The largest errors, δ·a by backpropagation and ΔL/Δw by differences; a click "
                "selects the edge:"
            )
        )

    def _write_counts(self, findings: Findings) -> None:
        texts = {
            Verdict.AGREES: self.tr("✓ {count} agree: a solid line"),
            Verdict.KINK: self.tr("∧ {count} at a kink of the loss: dots and dashes"),
            Verdict.DIFFERS: self.tr("✗ {count} differ: a dashed line"),
        }
        for verdict, label in self.counts.items():
            count = findings.count(verdict)
            label.setVisible(count > 0)
            label.setText(texts[verdict].format(count=count_text(self._numbers, count)))

    def _select(self, index: QModelIndex) -> None:
        findings = self._shown
        if findings is not None:
            parameter = self.model.parameter(index.row())
            self._selection.set(selection_of(self._document.project, findings.layout, parameter))

    def _light(self) -> None:
        """The figure is coloured while the panel is in sight."""
        self.findings_shown.emit(self._shown if self.sight else None)
