"""Moving through a pass, and from pass to pass: by steps, at a speed, or straight to a moment."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import (
    QLabel,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.document.stepper import GRANULARITIES, StepCursor
from mlp_studio.engine.steps import Phase, StepList
from mlp_studio.project.edits import EditError
from mlp_studio.ui.panels.attempt import sentence
from mlp_studio.ui.panels.choice import Choice
from mlp_studio.ui.panels.labels import Message, silent
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, MARGIN, SPACING
from mlp_studio.ui.panels.pass_buttons import PassButtons
from mlp_studio.ui.panels.phases import PhaseStrip
from mlp_studio.ui.panels.scrubber import Scrubber
from mlp_studio.ui.panels.speed import SpeedControl
from mlp_studio.ui.panels.step_place import place_text, time_line, widest_place_text
from mlp_studio.ui.panels.wrap import Wrap
from mlp_studio.ui.theme import ThemeModel


class _Place(QLabel):
    """As wide as the widest text it will show: what stands beside must not move with it."""

    def __init__(self) -> None:
        super().__init__()
        self._widest = ""
        self.setWordWrap(True)

    def keep_room_for(self, text: str) -> None:
        if text != self._widest:
            self._widest = text
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._widest) + 2
        return QSize(width, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())


class StepperBar(QWidget):
    """Two rows where there is room for them, otherwise more: the controls, and the time machine."""

    def __init__(
        self, *, cursor: StepCursor, theme: ThemeModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cursor = cursor
        self._buttons = PassButtons(cursor=cursor, theme=theme)
        self.speed = SpeedControl(cursor.player)
        self.granularity = Choice(GRANULARITIES, self._granularity_text)
        self.scope = Choice(("sample", "batch"), self._scope_text)
        self.mean = Choice(("mean", "own"), self._mean_text)
        self.sample = QSpinBox()
        self.phases = PhaseStrip(theme=theme)
        self.slider = Scrubber(theme)
        self.place = _Place()
        self.message = Message()
        self.controls, self.times = Wrap(), Wrap()
        self._arrange()
        self._connect()
        self.retranslate()

    def button(self, name: str) -> QToolButton:
        """The button called to-start, back, play, forward, to-end, finish-layer or finish-phase."""
        return self._buttons[name]

    def retranslate(self) -> None:
        for choice, text in (
            (self.granularity, self.tr("How much a step takes")),
            (self.scope, self.tr("What a pass is computed for")),
            (self.mean, self.tr("Which gradient of the batch is shown")),
        ):
            choice.retranslate()
            choice.setAccessibleName(text)
            choice.setToolTip(text)
        self.slider.setAccessibleName(self.tr("Time machine"))
        self.slider.setToolTip(
            self.tr("Drag to any step of any pass; PageUp and PageDown go by passes")
        )
        self.sample.setAccessibleName(self.tr("Sample"))
        self.sample.setToolTip(self.tr("The sample whose numbers are shown"))
        self._show_pass()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _arrange(self) -> None:
        self.sample.setMinimumHeight(CONTROL_HEIGHT)
        self.sample.setKeyboardTracking(False)
        for choice in (self.granularity, self.scope, self.mean):
            choice.setMinimumHeight(CONTROL_HEIGHT)
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        for thing in (
            self._buttons,
            self.speed,
            self.granularity,
            self.scope,
            self.mean,
            self.sample,
        ):
            self.controls.add(thing)
        self.times.add(self.phases)
        self.times.add(self.slider, elastic=True)
        self.times.add(self.place)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, SPACING, MARGIN, SPACING)
        column.setSpacing(SPACING)
        column.addWidget(self.controls)
        column.addWidget(self.times)
        column.addWidget(self.message)
        column.addStretch()

    def _connect(self) -> None:
        cursor = self._cursor
        self.granularity.chosen.connect(cursor.set_granularity)
        self.scope.chosen.connect(cursor.set_scope)
        self.mean.chosen.connect(self._choose_mean)
        self.sample.valueChanged.connect(self._choose_sample)
        self.slider.wanted.connect(self._travel)
        self.phases.chosen.connect(self._go_to_phase)
        cursor.moved.connect(self._show_step)
        cursor.trace_changed.connect(self._show_pass)
        cursor.timeline_changed.connect(self._show_line)
        self._buttons.refused.connect(self._say)

    def _say(self, error: EditError) -> None:
        self.message.say(sentence(error))

    def _travel(self, moment: int) -> None:
        self._cursor.go_to_moment(min(moment, self._cursor.moments - 1))

    def _choose_mean(self, name: str) -> None:
        self._cursor.set_mean(name == "mean")

    def _choose_sample(self, number: int) -> None:
        if number - 1 < self._cursor.samples:
            self._cursor.set_sample(number - 1)

    def _go_to_phase(self, phase: Phase) -> None:
        steps = self._cursor.steps
        if isinstance(steps, StepList) and (span := steps.span(phase)):
            self._cursor.go_to(span.start)

    def _show_pass(self) -> None:
        """Another trace: other steps, perhaps other samples."""
        cursor = self._cursor
        self.granularity.show_name(cursor.granularity)
        self.scope.show_name(cursor.scope)
        self.mean.show_name("mean" if cursor.mean else "own")
        self.mean.setVisible(cursor.scope == "batch")
        with silent(self.sample):
            self.sample.setRange(1, max(cursor.samples, 1))
            self.sample.setValue(cursor.sample + 1)
        before, after = self.tr("sample {number}/{count}").split("{number}")
        self.sample.setPrefix(before)
        self.sample.setSuffix(after.format(count=cursor.samples))
        is_ready = bool(cursor.steps)
        self.sample.setEnabled(cursor.samples > 1)
        for part in (self.slider, self.phases, self.scope):
            part.setEnabled(is_ready)
        self._show_line()

    def _show_line(self) -> None:
        """There are other passes, or one stands in another."""
        cursor = self._cursor
        self.place.keep_room_for(widest_place_text(cursor))
        self.slider.show_line(time_line(cursor), cursor.moment)
        self._show_step()

    def _show_step(self) -> None:
        cursor = self._cursor
        step = cursor.step
        self.slider.show_moment(cursor.moment)
        self.phases.set_phase("" if step is None else step.phase)
        text = place_text(cursor)
        self.place.setText(text)
        self.slider.setAccessibleDescription(text)
        self.message.say("")
        self._buttons.show_place()

    def _granularity_text(self, name: str) -> str:
        return {
            "term": self.tr("by term"),
            "unit": self.tr("by unit"),
            "layer": self.tr("by layer"),
            "phase": self.tr("by phase"),
            "sample": self.tr("by sample"),
            "batch": self.tr("by batch"),
            "epoch": self.tr("by epoch"),
        }[name]

    def _scope_text(self, name: str) -> str:
        return {"sample": self.tr("one sample"), "batch": self.tr("a batch")}[name]

    def _mean_text(self, name: str) -> str:
        return {"mean": self.tr("mean"), "own": self.tr("this sample")}[name]
