"""Start and pause, an epoch, until convergence; how fast; how far; back to the initial weights."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.document.training import STILL, STILL_FOR, TrainingRun
from mlp_studio.ui.counting import count_text
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.durations import Durations
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, SPACING, Fold
from mlp_studio.ui.panels.sliders import StopSlider

FLAT_OUT = 1e9
SPEEDS = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 300.0, 1000.0, FLAT_OUT)
"""Updates a second that can be chosen; the last stands for as fast as it can."""


class RunControls(QWidget):
    """Drives a run. What resetting and drawing weights do is for the panel to say."""

    reset_wanted = Signal()
    redraw_wanted = Signal()

    def __init__(self, run: TrainingRun, numbers: NumberFormat) -> None:
        super().__init__()
        self._run = run
        self._numbers = numbers
        self._durations = Durations(numbers, self)
        self.train, self.one_epoch, self.converge = _button(), _button(), _button()
        self.train.setDefault(True)
        self.reset, self.redraw = _button(), _button()
        self.speed = StopSlider(SPEEDS)
        self.speed_name, self.speed_words = QLabel(), QLabel()
        self.progress = QProgressBar()
        self.time_left = QLabel()
        self.time_left.setProperty("role", "muted")
        self._arrange()
        self._connect()

    def retranslate(self) -> None:
        self.one_epoch.setText(self.tr("One epoch"))
        self.one_epoch.setToolTip(self.tr("Train once through the data, then pause"))
        self.converge.setText(self.tr("Until convergence"))
        self.converge.setToolTip(
            self.tr(
                "Train until the loss is below the limit that is set or no longer improves; if "
                "nothing is set, until it has not fallen by more than {gain} in {count} epochs"
            ).format(gain=self._numbers.exact(STILL), count=STILL_FOR)
        )
        self.reset.setText(self.tr("Same initial weights"))
        self.reset.setToolTip(self.tr("Back to the initial weights: the same run again"))
        self.redraw.setText(self.tr("New initial weights"))
        self.redraw.setToolTip(self.tr("Draw other initial weights, from the next seed"))
        self.speed_name.setText(self.tr("Speed"))
        self.speed.setAccessibleName(self.tr("Speed of training"))
        self.speed.setToolTip(self.tr("From slow motion, update by update, to flat out"))
        self.progress.setAccessibleName(self.tr("How far the run is"))
        for fold in (self._runs, self._again):
            fold.refold()
        self._show_speed()
        self._show_progress()

    def show_state(self, *, ready: bool, has_weights: bool) -> None:
        """What the buttons would do now."""
        running = self._run.running
        self.train.setText(self.tr("Pause") if running else self.tr("Start training"))
        self.train.setEnabled(running or ready)
        for button in (self.one_epoch, self.converge):
            button.setEnabled(ready and not running)
        for button in (self.reset, self.redraw):
            button.setEnabled(has_weights)
        self._show_progress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_room()

    def _arrange(self) -> None:
        self._runs, self._again = Fold(), Fold()
        for button in (self.one_epoch, self.converge):
            self._runs.row.addWidget(button)
        for button in (self.reset, self.redraw):
            self._again.row.addWidget(button)
        self.speed.setMinimumHeight(CONTROL_HEIGHT)
        self.speed_name.setBuddy(self.speed)
        speed = QHBoxLayout()
        speed.setSpacing(SPACING)
        speed.addWidget(self.speed_name)
        speed.addWidget(self.speed, 1)
        speed.addWidget(self.speed_words)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.train)
        column.addWidget(self._runs)
        column.addWidget(self.progress)
        column.addWidget(self.time_left)
        column.addLayout(speed)
        column.addWidget(self._again)

    def _connect(self) -> None:
        run = self._run
        self.train.clicked.connect(self._start_or_pause)
        self.one_epoch.clicked.connect(self._train_one_epoch)
        self.converge.clicked.connect(run.start_until_converged)
        self.reset.clicked.connect(self.reset_wanted)
        self.redraw.clicked.connect(self.redraw_wanted)
        self.speed.value_moved.connect(self._set_speed)
        for signal in (run.readable, run.finished, run.cleared, run.started):
            signal.connect(self._on_run)
        self._numbers.changed.connect(self._show_progress)

    def _on_run(self, _reason: str = "") -> None:
        self._show_progress()

    def _start_or_pause(self) -> None:
        if self._run.running:
            self._run.pause()
        else:
            self._run.start()

    def _train_one_epoch(self) -> None:
        self._run.start(1)

    def _set_speed(self, speed: float) -> None:
        self._run.set_speed(None if speed == FLAT_OUT else speed)
        self._show_speed()

    def _show_speed(self) -> None:
        speed = FLAT_OUT if self._run.speed is None else self._run.speed
        self.speed.show_value(speed)
        text = self._speed_text(speed)
        self.speed_words.setText(text)
        self.speed.setAccessibleDescription(text)
        self._keep_room()

    def _keep_room(self) -> None:
        """The slider must not move with the words."""
        advance = self.speed_words.fontMetrics().horizontalAdvance
        self.speed_words.setMinimumWidth(max(advance(self._speed_text(each)) for each in SPEEDS))

    def _speed_text(self, speed: float) -> str:
        if speed == FLAT_OUT:
            return self.tr("flat out")
        return self.tr("{count}/s").format(count=round(speed))

    def _show_progress(self) -> None:
        run = self._run
        progress, running = run.progress, run.running
        self.progress.setVisible(running)
        self.time_left.setVisible(running)
        if not running:
            return
        total = progress.total
        # Without an end in sight the bar only moves.
        self.progress.setRange(0, 0 if total is None else 1000)
        if total is not None:
            self.progress.setValue(round(1000 * progress.done / max(total, 1)))
        done = count_text(self._numbers, progress.done)
        left = progress.seconds_left
        if total is None:
            text = self.tr("epoch {done}, until it converges").format(done=done)
        elif left is None:
            text = self.tr("epoch {done} of {total}")
        else:
            text = self.tr("epoch {done} of {total}, {time} left")
        self.time_left.setText(
            text.format(
                done=done,
                total=count_text(self._numbers, total or 0),
                time="" if left is None else self._durations.text(left),
            )
        )


def _button() -> QPushButton:
    button = QPushButton()
    button.setMinimumHeight(CONTROL_HEIGHT)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button
