"""Moving through a pass: to its start, back, on, to its end, or straight to a step."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QSpinBox,
    QToolButton,
    QWidget,
)

from mlp_studio.document.stepper import StepCursor
from mlp_studio.project.edits import EditError
from mlp_studio.ui import icons
from mlp_studio.ui.panels.attempt import sentence
from mlp_studio.ui.panels.labels import Message, silent
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, MARGIN, SPACING, Fold
from mlp_studio.ui.panels.phases import PhaseStrip
from mlp_studio.ui.theme import ThemeModel

_SLIDER_WIDTH = 120
"""The least a slider needs to be aimed at."""


class StepperBar(Fold):
    """One row where there is room for it, otherwise rows under one another."""

    def __init__(
        self, *, cursor: StepCursor, theme: ThemeModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(spacing=SPACING)
        self.setParent(parent)
        self._cursor = cursor
        self._theme = theme
        self._buttons = {name: _button() for name in ("to-start", "back", "forward", "to-end")}
        self.place = QLabel()
        self.phases = PhaseStrip(theme=theme)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setMinimumSize(_SLIDER_WIDTH, CONTROL_HEIGHT)
        self.sample = QSpinBox()
        self.sample.setMinimumHeight(CONTROL_HEIGHT)
        self.sample.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.message = Message()
        self._arrange()
        self._connect()
        self._tint()
        self.retranslate()

    def button(self, name: str) -> QToolButton:
        """The button called to-start, back, forward or to-end."""
        return self._buttons[name]

    def retranslate(self) -> None:
        texts = {
            "to-start": self.tr("To the start of the pass"),
            "back": self.tr("One step back"),
            "forward": self.tr("One step on"),
            "to-end": self.tr("To the end of the pass"),
        }
        for name, text in texts.items():
            self._buttons[name].setToolTip(text)
            self._buttons[name].setAccessibleName(text)
        self.slider.setAccessibleName(self.tr("Step of the pass"))
        self.slider.setToolTip(self.tr("Drag to any step of the pass"))
        self.sample.setAccessibleName(self.tr("Sample"))
        self.sample.setToolTip(self.tr("The sample this pass is computed for"))
        self._show_pass()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _arrange(self) -> None:
        controls = QHBoxLayout()
        controls.setSpacing(4)
        for button in self._buttons.values():
            controls.addWidget(button)
        controls.addSpacing(SPACING)
        controls.addWidget(self.place, stretch=1)
        where = QHBoxLayout()
        where.setSpacing(MARGIN)
        where.addWidget(self.slider, stretch=1)
        where.addWidget(self.sample)
        self.row.setContentsMargins(MARGIN, SPACING, MARGIN, SPACING)
        self.row.addLayout(controls)
        self.row.addWidget(self.phases)
        self.row.addLayout(where, stretch=1)
        self.row.addWidget(self.message)

    def _connect(self) -> None:
        cursor = self._cursor
        self._buttons["to-start"].clicked.connect(cursor.to_start)
        self._buttons["back"].clicked.connect(cursor.back)
        self._buttons["forward"].clicked.connect(self._go_on)
        self._buttons["to-end"].clicked.connect(cursor.to_end)
        self.slider.valueChanged.connect(self._go_to)
        self.sample.valueChanged.connect(self._choose_sample)
        self.phases.chosen.connect(self._go_to_phase)
        cursor.moved.connect(self._show_step)
        cursor.trace_changed.connect(self._show_pass)
        self._theme.changed.connect(self._tint)

    def _go_on(self) -> None:
        try:
            self._cursor.forward()
        except EditError as error:
            self.message.say(sentence(error))

    def _go_to(self, place: int) -> None:
        self._cursor.go_to(place - 1)

    def _choose_sample(self, number: int) -> None:
        self._cursor.set_sample(number - 1)

    def _go_to_phase(self, phase: str) -> None:
        for index, step in enumerate(self._cursor.steps):
            if step.phase == phase:
                self._cursor.go_to(index)
                return

    def _show_pass(self) -> None:
        """Another trace: other steps, perhaps other samples."""
        cursor = self._cursor
        with silent(self.slider, self.sample):
            self.slider.setRange(0, len(cursor.steps))
            self.sample.setRange(1, max(cursor.samples, 1))
            self.sample.setValue(cursor.sample + 1)
        before, after = self.tr("sample {number}/{count}").split("{number}")
        self.sample.setPrefix(before)
        self.sample.setSuffix(after.format(count=cursor.samples))
        self.sample.setEnabled(cursor.samples > 1)
        self.slider.setEnabled(bool(cursor.steps))
        self.phases.setEnabled(bool(cursor.steps))
        self._show_step()

    def _show_step(self) -> None:
        cursor = self._cursor
        with silent(self.slider):
            self.slider.setValue(cursor.index + 1)
        step = cursor.step
        self.phases.set_phase("" if step is None else step.phase)
        self.place.setText(self._place_text())
        self.message.say("")
        self._buttons["to-start"].setEnabled(cursor.index >= 0)
        self._buttons["back"].setEnabled(cursor.can_go_back)
        self._buttons["forward"].setEnabled(cursor.can_go_forward)
        self._buttons["to-end"].setEnabled(cursor.index + 1 < len(cursor.steps))
        self.refold()

    def _place_text(self) -> str:
        count = len(self._cursor.steps)
        if not count:
            return self.tr("nothing to step through yet")
        if self._cursor.index < 0:
            return self.tr("before step 1 of {count}").format(count=count)
        return self.tr("step {number} of {count}").format(
            number=self._cursor.index + 1, count=count
        )

    def _tint(self) -> None:
        names = {"back": "step-back", "forward": "step-forward"}
        for name, button in self._buttons.items():
            button.setIcon(icons.icon(names.get(name, name), self._theme.theme))


def _button() -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setFixedSize(CONTROL_HEIGHT, CONTROL_HEIGHT)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
