"""The button that starts a job, and while the job works how far it is and how to end it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from mlp_studio.document.job import Job, Progress
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, SPACING


class JobRow(QWidget):
    """Follows one job. What `start` does is for its panel to say."""

    changed = Signal()
    """The job began, ended, was broken off, or its result is of no use any more."""

    def __init__(self, job: Job, progress_text: Callable[[Progress], str] | None = None) -> None:
        super().__init__()
        self._job = job
        self._progress_text = progress_text
        self.was_dropped = False
        """Whether the network changed since the job was last started."""
        self.start, self.cancel = QPushButton(), QPushButton()
        self.progress = QProgressBar()
        self._working = QWidget()
        self._arrange()
        self.cancel.clicked.connect(job.cancel)
        job.started.connect(self._on_started)
        job.advanced.connect(self._show_progress)
        job.dropped.connect(self._on_dropped)
        for signal in (job.finished, job.stopped):
            signal.connect(self.changed)

    def show_state(self, *, ready: bool) -> None:
        """Whether it can be started, and how far it is."""
        running = self._job.running
        self.start.setEnabled(ready and not running)
        self._working.setVisible(running)
        if running:
            self._show_progress()

    def _arrange(self) -> None:
        for button in (self.start, self.cancel):
            button.setMinimumHeight(CONTROL_HEIGHT)
            button.setAutoDefault(False)
        self.progress.setMinimumHeight(CONTROL_HEIGHT)
        self.progress.setTextVisible(self._progress_text is not None)
        row = QHBoxLayout(self._working)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.start)
        column.addWidget(self._working)

    def _on_started(self) -> None:
        self.was_dropped = False
        self.changed.emit()

    def _on_dropped(self) -> None:
        self.was_dropped = True
        self.changed.emit()

    def _show_progress(self) -> None:
        progress = self._job.progress
        self.progress.setRange(0, max(progress.total, 1))
        self.progress.setValue(progress.done)
        if self._progress_text is not None:
            self.progress.setFormat(self._progress_text(progress))
