"""The commands that move through a pass and through training, and why they are off when they are.

Named after the transport buttons of a tape recorder.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selection, Unit
from mlp_studio.document.stepper import GRANULARITIES, Scope, StepCursor
from mlp_studio.document.training import TrainingRun
from mlp_studio.project.edits import EditError
from mlp_studio.ui.actions import Actions
from mlp_studio.ui.conventions import problem_text

_SCOPES: tuple[Scope, ...] = ("sample", "batch")


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
        selection: Selection,
        run: TrainingRun,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._document = document
        self._cursor = cursor
        self._selection = selection
        self._run = run
        cursor.about_to_move.connect(run.pause)
        run.started.connect(cursor.player.pause)
        self._label_diary()
        self._connect_actions()
        for signal in (
            *(document.compiled_changed, document.replaced, actions.retranslated),
            *(cursor.moved, cursor.trace_changed, run.started, run.finished),
            *(selection.changed, cursor.player.playing_changed),
        ):
            signal.connect(self._refresh)
        self._refresh()

    def _label_diary(self) -> None:
        """How what is done here reads in the history."""
        self._cursor.set_label(self._update_label)
        self._cursor.set_batch_label(self._batch_label)
        self._cursor.set_epoch_label(self._epoch_label)
        self._document.set_return_label(self._return_label)
        self._run.set_label(self._run_label)

    def _connect_actions(self) -> None:
        cursor, run = self._cursor, self._run
        acts: dict[str, Callable[[], object]] = {
            "step_to_start": cursor.to_start,
            "step_back": cursor.back,
            "step_forward": self._forward,
            "step_to_end": cursor.to_end,
            "finish_layer": self._finish_layer,
            "finish_phase": self._finish_phase,
            "run_to_unit": self._run_to_unit,
            "play": self._play_or_pause,
            "show_mean": self._set_mean,
            "run": self._run_on,
            "run_epoch": self._run_epoch,
            "run_until_converged": run.start_until_converged,
            "pause": run.pause,
        }
        for name, act in acts.items():
            self._actions[name].triggered.connect(act)
        for granularity in GRANULARITIES:
            self._actions[f"by_{granularity}"].triggered.connect(self._set_granularity)
        for scope in _SCOPES:
            self._actions[f"scope_{scope}"].triggered.connect(self._set_scope)
        cursor.player.failed.connect(self._refuse)

    def _forward(self) -> None:
        self._attempt(self._cursor.forward)

    def _finish_layer(self) -> None:
        self._attempt(self._cursor.finish_layer)

    def _finish_phase(self) -> None:
        self._attempt(self._cursor.finish_phase)

    def _run_to_unit(self) -> None:
        unit = self._selected_unit
        if unit is not None:
            self._attempt(lambda: self._cursor.run_to(*unit))

    def _attempt(self, act: Callable[[], None]) -> None:
        try:
            act()
        except EditError as error:
            self._refuse(error)

    def _refuse(self, error: EditError) -> None:
        self.refused.emit(error.translated(QCoreApplication.translate))

    def _play_or_pause(self) -> None:
        player = self._cursor.player
        if player.is_playing:
            player.pause()
        else:
            player.play()
        self._actions["play"].setChecked(player.is_playing)

    def _run_on(self) -> None:
        self._run.start()

    def _run_epoch(self) -> None:
        self._run.start(1)

    def _set_mean(self) -> None:
        self._cursor.set_mean(self._actions["show_mean"].isChecked())

    def _set_granularity(self) -> None:
        for granularity in GRANULARITIES:
            if self._actions[f"by_{granularity}"].isChecked():
                self._cursor.set_granularity(granularity)

    def _set_scope(self) -> None:
        for scope in _SCOPES:
            if self._actions[f"scope_{scope}"].isChecked():
                self._cursor.set_scope(scope)

    @property
    def _selected_unit(self) -> Unit | None:
        """The one unit that is selected and that steps are about; None if there is no such."""
        project = self._document.project
        chosen = self._selection.current.within(project)
        if len(chosen.units) != 1:
            return None
        layer, unit = next(iter(chosen.units))
        return None if project.layer(layer).kind == "input" else (layer, unit)

    def _refresh(self) -> None:
        cursor, running, actions = self._cursor, self._run.running, self._actions
        ready = self._document.compiled is not None
        for name, possible in (
            ("step_to_start", cursor.index >= 0),
            ("step_back", cursor.can_go_back),
            ("step_forward", cursor.can_go_forward),
            ("step_to_end", cursor.index < len(cursor.steps) - 1),
            ("play", cursor.can_go_forward),
            ("finish_layer", cursor.can_go_forward),
            ("finish_phase", cursor.can_go_forward),
            ("run_to_unit", cursor.can_go_forward and self._selected_unit is not None),
            ("show_mean", cursor.scope == "batch"),
            ("run", ready),
            ("run_epoch", ready and not running),
            ("run_until_converged", ready and not running),
        ):
            actions[name].setEnabled(possible)
        actions.choose("granularity", cursor.granularity)
        actions.choose("scope", cursor.scope)
        actions["show_mean"].setChecked(cursor.mean)
        actions["play"].setChecked(cursor.player.is_playing)
        actions["run"].setVisible(not running)
        actions["pause"].setVisible(running)
        self._say_why_not(ready)

    def _say_why_not(self, ready: bool) -> None:
        for name in ("run", "step_forward"):
            tip = self._actions.tip(name)
            if not ready and self._document.problems:
                tip += "\n" + problem_text(self._document.problems[0])
            self._actions[name].setToolTip(tip)

    def _update_label(self, sample: int) -> str:
        return self.tr("Update from sample {sample}").format(sample=sample)

    def _batch_label(self, batch: int) -> str:
        return self.tr("Update from batch {batch}").format(batch=batch)

    def _epoch_label(self, epoch: int) -> str:
        return self.tr("Epoch {epoch}").format(epoch=epoch)

    def _return_label(self, label: str) -> str:
        if not label:
            return self.tr("Back to the beginning")
        return self.tr("Back to “{label}”").format(label=label)

    def _run_label(self, epochs: int) -> str:
        if epochs == 1:
            return self.tr("Train 1 epoch")
        return self.tr("Train {epochs} epochs").format(epochs=epochs)
