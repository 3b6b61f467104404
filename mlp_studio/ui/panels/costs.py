"""What all gradients cost, three ways: multiplications counted, times measured."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.document.checking import BUDGET, CostMeasurement, Measurement
from mlp_studio.document.document import Document
from mlp_studio.document.stepper import StepCursor
from mlp_studio.engine.costs import Costs, Measured, costs
from mlp_studio.engine.layout import Layout
from mlp_studio.ui.counting import count_text, exact_text, ratio_text
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.durations import Durations
from mlp_studio.ui.panels.job_row import JobRow
from mlp_studio.ui.panels.labels import Message, RoleLabel
from mlp_studio.ui.panels.panel import Fold, Panel

WAYS = ("finite_differences", "paths", "backpropagation")
_CHART_HEIGHT = 260


class WayRow(QWidget):
    """One way: its name, what it does, how many multiplications, how long."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.count = QLabel(), _number()
        self.what = RoleLabel("muted")
        self.ratio, self.time = QLabel(), _number()
        self.ratio.setProperty("role", "muted")
        for label in (self.name, self.count):
            label.setProperty("role", "title")
        self._lines = [Fold(), Fold()]
        for line, (left, right) in zip(
            self._lines, ((self.name, self.count), (self.ratio, self.time)), strict=True
        ):
            line.row.addWidget(left)
            line.row.addWidget(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._lines[0])
        column.addWidget(self.what)
        column.addWidget(self._lines[1])

    def refold(self) -> None:
        """The texts are others, or the font."""
        for line in self._lines:
            line.refold()


class CostsPanel(Panel):
    """Counts at once, measures on demand; `chart` shows below how each way grows."""

    def __init__(
        self,
        *,
        document: Document,
        cursor: StepCursor,
        numbers: NumberFormat,
        chart: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._cursor = cursor
        self._numbers = numbers
        self._counted: tuple[Layout, Costs] | None = None
        self.measurement = CostMeasurement(document, self)
        self.job_row = JobRow(self.measurement)
        self._durations = Durations(numbers, self)
        self.intro = RoleLabel("muted")
        self.ways = {way: WayRow() for way in WAYS}
        self.why = RoleLabel()
        self.message = Message("muted")
        self.same = RoleLabel("muted")
        self.chart = chart
        self._arrange()
        self._connect()
        self.retranslate()

    @property
    def counted(self) -> Costs | None:
        """What is shown; None while the network has problems."""
        compiled = self._document.compiled
        if compiled is None:
            return None
        layout = compiled.network.layout
        if self._counted is None or self._counted[0] is not layout:
            self._counted = (layout, costs(layout))
        return self._counted[1]

    def shutdown(self) -> None:
        """Stop the worker; may be called any number of times."""
        self.measurement.shutdown()

    def retranslate(self) -> None:
        self.intro.setText(
            self.tr("Multiplications for all gradients of this network, on one sample:")
        )
        texts = {
            "finite_differences": (
                self.tr("Perturb each weight"),
                self.tr("two forward passes for each"),
            ),
            "paths": (self.tr("Sum over paths"), ""),
            "backpropagation": (
                self.tr("Backpropagation"),
                self.tr("every δ once"),
            ),
        }
        for way, (name, what) in texts.items():
            self.ways[way].name.setText(name)
            self.ways[way].what.setText(what)
        self.why.setText(
            self.tr(
                "Why backpropagation wins: every δ is computed once and used by all edges that "
                "lead into its unit."
            )
        )
        self.job_row.start.setText(self.tr("Measure the times"))
        self.job_row.cancel.setText(self.tr("Cancel"))
        self.job_row.progress.setAccessibleName(self.tr("How far the measurement is"))
        self._show()

    def _arrange(self) -> None:
        self.chart.setMinimumHeight(_CHART_HEIGHT)
        self.column.addWidget(self.intro)
        self._rules = [_rule() for _ in WAYS]
        for rule, row in zip(self._rules, self.ways.values(), strict=True):
            self.column.addWidget(rule)
            self.column.addWidget(row)
        for part in (self.why, self.job_row, self.message, self.same):
            self.column.addWidget(part)
        self.column.addWidget(self.chart, 1)
        self._tail = self.column.count()
        self.column.addStretch(0)

    def _connect(self) -> None:
        self.job_row.start.clicked.connect(self._measure)
        self.job_row.changed.connect(self._show)
        self._document.compiled_changed.connect(self._show)
        self._numbers.changed.connect(self._show)

    def _measure(self) -> None:
        if self._document.compiled is not None:
            self.measurement.start(self._cursor.sample)

    def _show(self) -> None:
        counted, running = self.counted, self.measurement.running
        for part in (*self._rules, *self.ways.values(), self.why, self.chart):
            part.setVisible(counted is not None)
        self.intro.setVisible(counted is not None)
        self.column.setStretch(self._tail, 0 if counted is not None else 1)
        self.job_row.setVisible(counted is not None)
        self.job_row.show_state(ready=counted is not None)
        self.message.say(self._sentence(counted))
        if counted is None:
            self.same.hide()
            return
        self._write_counts(counted)
        self._write_times(None if running else self.measurement.result)
        for row in self.ways.values():
            row.refold()

    def _sentence(self, counted: Costs | None) -> str:
        if counted is None:
            return self.tr("As soon as the network is complete, its costs are counted here.")
        if self.job_row.was_dropped and not self.measurement.running:
            return self.tr("The network changed: measure again.")
        return ""

    def _write_counts(self, counted: Costs) -> None:
        for way, row in self.ways.items():
            count = getattr(counted, way)
            exact = exact_text(self._numbers, count)
            row.count.setText(count_text(self._numbers, count))
            row.count.setToolTip(self.tr("{count} multiplications").format(count=exact))
            ratio = ratio_text(self._numbers, count, counted.backpropagation)
            is_measure = way == "backpropagation"
            row.ratio.setText(
                self.tr("the measure")
                if is_measure
                else self.tr("{ratio} times as many").format(ratio=ratio)
            )
        paths = self.ways["paths"]
        paths.what.setText(
            self.tr("weight by weight: {count} paths").format(
                count=count_text(self._numbers, counted.path_count)
            )
        )
        paths.what.setToolTip(exact_text(self._numbers, counted.path_count))

    def _write_times(self, result: Measurement | None) -> None:
        self.same.setVisible(result is not None)
        for way, row in self.ways.items():
            row.time.setVisible(result is not None)
            if result is not None:
                row.time.setText(self._time(getattr(result.times, way)))
        if result is None:
            return
        is_estimated = any(getattr(result.times, way).seconds is None for way in self.ways)
        lines = [
            self.tr("Measured on sample {number}.").format(number=result.sample + 1),
            self._difference(
                result.differs_by(result.times.finite_differences),
                self.tr(
                    "Against backpropagation, finite differences are off by at most {difference},"
                ),
            ),
            self._difference(
                result.differs_by(result.times.paths),
                self.tr("sums over paths by at most {difference}."),
            ),
        ]
        if is_estimated:
            lines.append(
                self.tr("≈ is estimated from what was done in {seconds} s.").format(
                    seconds=self._numbers.exact(BUDGET / 2)
                )
            )
        self.same.setText(" ".join(filter(None, lines)))

    def _time(self, way: Measured) -> str:
        text = self._durations.text(way.estimate)
        return f"≈ {text}" if way.seconds is None else text

    def _difference(self, difference: float | None, text: str) -> str:
        if difference is None:
            return ""
        return text.format(difference=self._numbers.text(difference))


def _number() -> QLabel:
    label = QLabel()
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _rule() -> QFrame:
    rule = QFrame()
    rule.setFixedHeight(1)
    rule.setStyleSheet("background: palette(mid);")
    return rule
