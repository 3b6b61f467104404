"""The line at the foot of the window: what is wrong, what is computed, and where it stands."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.stepper import StepCursor
from mlp_studio.document.training import TrainingRun
from mlp_studio.project.model import Project
from mlp_studio.ui.conventions import loss_convention, problem_text
from mlp_studio.ui.live_label import LiveLabel
from mlp_studio.ui.numbers import NumberFormat

_AFFORDABLE = 50_000_000
"""Multiplications of one forward pass over all data that the window may do between two frames."""


class StatusLine(QWidget):
    """Problems · loss convention · seed · epoch · loss · state. Never a stale number."""

    problem_chosen = Signal(str)
    """The layer, link or place a problem belongs to."""

    def __init__(
        self, *, document: Document, cursor: StepCursor, run: TrainingRun, numbers: NumberFormat
    ) -> None:
        super().__init__()
        self._document = document
        self._cursor = cursor
        self._run = run
        self._numbers = numbers
        self._last_end = ""
        self.problems = QToolButton()
        self.problems.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.problems.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._problem_menu = QMenu(self)
        self.problems.setMenu(self._problem_menu)
        self.loss_convention, self.seed = QLabel(), QLabel()
        self.epoch, self.loss, self.state = LiveLabel(), LiveLabel(), LiveLabel()
        self._lay_out()
        # Several signals come with one change; the line is read again once.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        self._listen()
        self.refresh()

    def refresh(self) -> None:
        """Read everything again."""
        self._show_problems()
        project = self._document.project
        self.loss_convention.setText(
            self.tr("loss: {convention}").format(convention=loss_convention(project.loss))
        )
        self.seed.setText(self.tr("seed {seed}").format(seed=project.training.seed))
        self._show_progress()
        for label in (self.epoch, self.loss, self.state):
            label.fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(0)
        parts = (self.problems, self.loss_convention, self.seed, self.epoch, self.loss, self.state)
        for number, part in enumerate(parts):
            if number:
                row.addWidget(QLabel("·"))
            row.addWidget(part)
        row.addStretch()

    def _listen(self) -> None:
        document, run = self._document, self._run
        for signal in (
            *(document.replaced, document.compiled_changed, document.loss_changed),
            *(document.training_changed, run.started, run.cleared, run.place_changed),
            *(self._cursor.moved, self._cursor.trace_changed),
        ):
            signal.connect(self._soon.start)
        self._numbers.changed.connect(self._show_progress)
        run.readable.connect(self._show_progress)
        run.finished.connect(self._remember_end)

    def _remember_end(self, reason: str) -> None:
        self._last_end = reason
        self._soon.start()

    def _show_problems(self) -> None:
        items = self._document.problems
        count = len(items)
        self.problems.setText(
            self.tr("no problems")
            if not count
            else self.tr("1 problem")
            if count == 1
            else self.tr("{count} problems").format(count=count)
        )
        self.problems.setEnabled(bool(items))
        if self.problems.property("problems") != bool(items):
            self.problems.setProperty("problems", bool(items))
            # A style sheet looks at properties only when the widget is polished.
            self.problems.style().polish(self.problems)
        self._problem_menu.clear()
        for problem in items:
            sentence = problem_text(problem)
            action = self._problem_menu.addAction(sentence)
            action.setData(problem.where)
            action.triggered.connect(self._choose_problem)

    def _choose_problem(self) -> None:
        action = self.sender()
        self.problem_chosen.emit(str(getattr(action, "data", str)()))

    def _show_progress(self) -> None:
        latest, shown_epoch = self._run.latest, self._run.shown_epoch
        if latest is not None:
            epoch = f"{latest.epoch if shown_epoch is None else shown_epoch:,}"
        else:
            # Weights that were learned, by a run that is no longer known: nobody counted for them.
            epoch = "—" if _has_learned(self._document.project) else "0"
        self.epoch.setText(self.tr("epoch {epoch}").format(epoch=epoch))
        loss = self._current_loss()
        shown = "—" if loss is None else self._numbers.text(loss)
        self.loss.setText(self.tr("loss {loss}").format(loss=shown))
        self.state.setText(self._state())

    def _current_loss(self) -> float | None:
        """The training loss of the weights on the canvas; None where it is not to be had."""
        history, shown = self._run.history, self._run.shown_epoch
        if len(history):
            place = -1 if shown is None else int(np.searchsorted(history.epochs, shown))
            return float(history.train[place])
        compiled = self._document.compiled
        if compiled is None:
            return None
        if compiled.network.layout.size * len(compiled.inputs) > _AFFORDABLE:
            return None
        return compiled.network.loss_value(compiled.parameters, compiled.inputs, compiled.targets)

    def _state(self) -> str:
        if self._run.running:
            return self.tr("training")
        if self._cursor.index >= 0:
            return self.tr("step {step} of {steps}").format(
                step=self._cursor.index + 1, steps=len(self._cursor.steps)
            )
        if self._run.shown_epoch is not None:
            return self.tr("rewound")
        if self._run.latest is not None and self._last_end == "diverged":
            return self.tr("diverged: try a smaller learning rate")
        if self._run.latest is not None and self._last_end == "converged":
            return self.tr("converged")
        if self._run.latest is not None and self._last_end == "early_stop":
            return self.tr("stopped early")
        return self.tr("at rest")


def _has_learned(project: Project) -> bool:
    return any(link.initial_weights is not None for link in project.links) or any(
        layer.initial_biases is not None for layer in project.layers
    )
