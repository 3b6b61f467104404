"""How well the network answers, in numbers: of the weights there are at this moment."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.live import LiveWeights
from mlp_studio.document.stepper import StepCursor
from mlp_studio.engine.metrics import Classification
from mlp_studio.engine.tasks import Task
from mlp_studio.project.compile import Compiled
from mlp_studio.ui.conventions import loss_convention
from mlp_studio.ui.counting import count_text
from mlp_studio.ui.naming import unit_name
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.labels import Message, RoleLabel
from mlp_studio.ui.panels.metrics.classes import ClassSection
from mlp_studio.ui.panels.metrics.evaluation import Array, Evaluation, SetFigures, Sets
from mlp_studio.ui.panels.metrics.figure_table import FigureTable, Row
from mlp_studio.ui.panels.metrics.fits import FitSection
from mlp_studio.ui.panels.metrics.part_names import part_names
from mlp_studio.ui.panels.metrics.percent import figure_text, percent_text
from mlp_studio.ui.panels.metrics.present import PresentSample
from mlp_studio.ui.panels.panel import Panel
from mlp_studio.ui.sight import Sight
from mlp_studio.ui.theme import ThemeModel

BUDGET, BUDGET_AT_REST, SLICE = 2e-3, 15e-3, 8e-3
"""Seconds that outputs may take: at a time while a run goes on, at once at rest, and after that."""
_SILENCE = 500
"""Milliseconds without news after which a run may have ended on the weights that are shown."""


class MetricsPanel(Panel):
    """Loss and accuracy or R² of each part of the data, then the matrix or the residuals.

    Of data too large to be computed in a frame, a part while a run goes on, and at rest all of it
    in slices; the panel says so meanwhile. Out of sight it computes nothing.
    """

    def __init__(
        self,
        *,
        document: Document,
        live: LiveWeights,
        cursor: StepCursor,
        theme: ThemeModel,
        numbers: NumberFormat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._live = live
        self._numbers = numbers
        self._compiled: Compiled | None = None
        self._parameters: Array | None = None
        self._evaluation: Evaluation | None = None
        self._was_running = False
        self.sight = Sight(self)
        self.message = Message("muted")
        self.task = RoleLabel("muted")
        self.part = Message("warning")
        self.head = FigureTable(theme)
        present = PresentSample(cursor, numbers, self)
        self.classes = ClassSection(theme, numbers, present)
        self.fits = FitSection(theme, numbers, present)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._arrange()
        self._later.timeout.connect(self._go_on)
        self.sight.changed.connect(self._on_sight)
        live.changed.connect(self._on_changed)
        live.readable.connect(self._refresh)
        cursor.trace_changed.connect(self._mark)
        document.layer_changed.connect(self._rename)
        numbers.changed.connect(self._show)
        self.retranslate()

    def retranslate(self) -> None:
        self.head.setAccessibleName(self.tr("Loss and score of each part of the data"))
        if self.task.text():
            self._name_task()
        self._show()

    def _arrange(self) -> None:
        for part in (self.message, self.task, self.part, self.head, self.classes, self.fits):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _on_sight(self) -> None:
        self._parameters = None
        self._refresh()

    def _on_changed(self) -> None:
        """While a run goes on, `readable` comes often enough."""
        if not self._live.is_running:
            self._refresh()

    def _refresh(self) -> None:
        """Compute for the weights of now, unless that was done already."""
        if not self.sight:
            self._later.stop()
            return
        compiled, parameters, samples = (
            self._live.compiled,
            self._live.parameters,
            self._live.samples,
        )
        is_running = self._live.is_running
        if compiled is None or parameters is None or samples is None:
            self._compiled = self._parameters = self._evaluation = None
            self._later.stop()
            self._show()
            return
        if compiled is not self._compiled or self._evaluation is None:
            self._compiled, self._evaluation = compiled, Evaluation(compiled, samples)
        elif parameters is self._parameters and is_running == self._was_running:
            return
        self._parameters, self._was_running = parameters, is_running
        if is_running:
            self._evaluation.begin_part(parameters, BUDGET)
        else:
            self._evaluation.begin(parameters, BUDGET_AT_REST)
        self._wait()
        self._show()

    def _wait(self) -> None:
        """Come back if not all is known yet, though nothing changes."""
        if self._evaluation is None or self._evaluation.is_complete:
            self._later.stop()
        else:
            self._later.start(_SILENCE if self._was_running else 0)

    def _go_on(self) -> None:
        if self._was_running or self._evaluation is None or not self.sight:
            self._refresh()
            return
        self._evaluation.go_on(SLICE)
        self._wait()
        if self._evaluation.is_complete:
            self._show()

    def _mark(self) -> None:
        if self.sight and self._evaluation is not None:
            self.classes.mark()
            self.fits.mark()

    def _rename(self, _id: str) -> None:
        self._show()

    def _show(self) -> None:
        """Show what is computed; nothing while it is not of the network that there is."""
        if not self.sight:
            return
        evaluation, compiled, samples = self._evaluation, self._compiled, self._live.samples
        if evaluation is None or compiled is None or samples is None:
            self._show_nothing()
            return
        if compiled is not self._live.compiled:
            return
        task = samples.task
        self.message.say("")
        self._name_task()
        self.part.say(self._part_text(evaluation))
        for part, is_there in (
            (self.task, True),
            (self.head, True),
            (self.classes, task.is_classification),
            (self.fits, not task.is_classification),
        ):
            part.setVisible(is_there)
        sets = evaluation.sets()
        self._show_head(sets)
        if task.is_classification:
            self.classes.show_sets(self._class_names(task, compiled), sets)
        else:
            names = self._output_names(compiled)
            self.fits.show_sets(names, sets, is_running=self._was_running)
        if not self._was_running:
            self._describe()

    def _name_task(self) -> None:
        """What is asked for, and what the loss is: known without any outputs."""
        samples = self._live.samples
        if samples is not None:
            self.task.setText(self._task_text(samples.task))
        convention = loss_convention(self._document.project.loss)
        self.head.setToolTip(
            self.tr("Loss: {convention}, without the penalty").format(convention=convention)
        )

    def _show_nothing(self) -> None:
        for part in (self.task, self.part, self.head, self.classes, self.fits):
            part.hide()
        self.classes.clear()
        self.fits.clear()
        has_data = self._document.project.data is not None
        self.message.say(
            self.tr("As soon as the network is complete, its figures stand here.")
            if has_data
            else self.tr("Choose data first: then stands here how well the network answers them.")
        )

    def _describe(self) -> None:
        for part in (self.head, self.classes, self.fits):
            part.describe()

    def _show_head(self, sets: Sets) -> None:
        shown = [figures for _, figures in sets.each()]
        is_classification = isinstance(sets.train.metrics, Classification)
        rows = [
            Row(self.tr("Samples"), tuple(count_text(self._numbers, len(s.rows)) for s in shown)),
            Row(self.tr("Loss"), tuple(figure_text(self._numbers, s.loss) for s in shown)),
            Row(
                self.tr("Accuracy") if is_classification else "R²",
                tuple(self._score_text(s) for s in shown),
            ),
        ]
        self.head.show_rows(part_names(sets.names()), rows)

    def _score_text(self, figures: SetFigures) -> str:
        found = figures.metrics
        if isinstance(found, Classification):
            return percent_text(self._numbers, found.accuracy)
        return figure_text(self._numbers, found.overall.r_squared)

    def _task_text(self, task: Task) -> str:
        if task.kind == "binary":
            return self.tr(
                "Asked for: one of two classes. An output above {threshold} says {high}, else "
                "{low}."
            ).format(
                threshold=self._numbers.exact(task.threshold),
                high=self._numbers.exact(task.high),
                low=self._numbers.exact(task.low),
            )
        if task.kind == "multiclass":
            return self.tr(
                "Asked for: one of {count} classes. The largest output says which."
            ).format(count=count_text(self._numbers, task.classes))
        return self.tr("Asked for: numbers.")

    def _part_text(self, evaluation: Evaluation) -> str:
        if evaluation.is_complete:
            return ""
        text = (
            self.tr("While it runs: of {done} of the {count} samples, spread evenly.")
            if self._was_running
            else self.tr("Of {done} of the {count} samples so far …")
        )
        return text.format(
            done=count_text(self._numbers, evaluation.done),
            count=count_text(self._numbers, evaluation.count),
        )

    def _class_names(self, task: Task, compiled: Compiled) -> tuple[str, ...]:
        data = self._document.project.data
        if data is not None and data.classes:
            return data.classes
        if task.kind == "binary":
            return self._numbers.exact(task.low), self._numbers.exact(task.high)
        return self._output_names(compiled)

    def _output_names(self, compiled: Compiled) -> tuple[str, ...]:
        project = self._document.project
        layer = project.layer(compiled.spec.output.name)
        return tuple(unit_name(project, layer, unit) for unit in range(layer.units))
