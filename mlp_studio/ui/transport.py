"""The commands that move through a pass and through training, and why they are off when they are.

Named after the transport buttons of a tape recorder.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal

from mlp_studio.document.document import Document
from mlp_studio.document.stepper import StepCursor
from mlp_studio.document.training import TrainingRun
from mlp_studio.engine.steps import Granularity
from mlp_studio.project.edits import EditError
from mlp_studio.ui.actions import Actions
from mlp_studio.ui.conventions import problem_text

_GRANULARITIES: tuple[Granularity, ...] = ("unit", "layer", "phase")


class Transport(QObject):
    """Gives the Train menu its meaning; a step ends a run, since numbers must stand still."""

    refused = Signal(str)
    """Why a command could not be done, in the person's language."""

    def __init__(
        self,
        *,
        actions: Actions,
        document: Document,
        cursor: StepCursor,
        run: TrainingRun,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._document = document
        self._cursor = cursor
        self._run = run
        cursor.about_to_move.connect(run.pause)
        cursor.set_label(self._update_label)
        run.set_label(self._run_label)
        self._connect_actions()
        for signal in (
            *(document.compiled_changed, document.replaced, actions.retranslated),
            *(cursor.moved, cursor.trace_changed, run.started, run.finished),
        ):
            signal.connect(self._refresh)
        self._refresh()

    def _connect_actions(self) -> None:
        actions, cursor, run = self._actions, self._cursor, self._run
        actions["step_to_start"].triggered.connect(cursor.to_start)
        actions["step_back"].triggered.connect(cursor.back)
        actions["step_forward"].triggered.connect(self._forward)
        actions["step_to_end"].triggered.connect(cursor.to_end)
        actions["run"].triggered.connect(run.start)
        actions["pause"].triggered.connect(run.pause)
        for granularity in _GRANULARITIES:
            actions[f"by_{granularity}"].triggered.connect(self._set_granularity)
        actions.choose("granularity", cursor.granularity)

    def _forward(self) -> None:
        try:
            self._cursor.forward()
        except EditError as error:
            self.refused.emit(error.translated(QCoreApplication.translate))

    def _set_granularity(self) -> None:
        for granularity in _GRANULARITIES:
            if self._actions[f"by_{granularity}"].isChecked():
                self._cursor.set_granularity(granularity)

    def _refresh(self) -> None:
        cursor, running = self._cursor, self._run.running
        ready = self._document.compiled is not None
        last = len(cursor.steps) - 1
        for name, possible in (
            ("step_to_start", cursor.index >= 0),
            ("step_back", cursor.can_go_back),
            ("step_forward", cursor.can_go_forward),
            ("step_to_end", cursor.index < last),
            ("run", ready),
        ):
            self._actions[name].setEnabled(possible)
        self._actions["run"].setVisible(not running)
        self._actions["pause"].setVisible(running)
        self._say_why_not(ready)

    def _say_why_not(self, ready: bool) -> None:
        for name in ("run", "step_forward"):
            tip = self._actions.tip(name)
            if not ready and self._document.problems:
                tip += "\n" + problem_text(self._document.problems[0])
            self._actions[name].setToolTip(tip)

    def _update_label(self, sample: int) -> str:
        return self.tr("Update from sample {sample}").format(sample=sample)

    def _run_label(self, epochs: int) -> str:
        if epochs == 1:
            return self.tr("Train 1 epoch")
        return self.tr("Train {epochs} epochs").format(epochs=epochs)
