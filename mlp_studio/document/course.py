"""A run from its first epoch on, over all pauses: what it learned, and where one stands in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from mlp_studio.document.marks import serial_at
from mlp_studio.document.run_log import RunLog, SettingChange
from mlp_studio.document.same_run import same_run
from mlp_studio.document.undo_stack import UndoStack
from mlp_studio.document.worker import Plan
from mlp_studio.engine.trainer import Checkpoint, Snapshot
from mlp_studio.project.compile import Compiled

REPLAY_SECONDS = 0.08
"""What may be computed anew to rewind to an epoch whose state is not kept."""

Vector = NDArray[np.float64]


class LostMomentError(ValueError):
    """A moment of a run that cannot be gone back to."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Epochs that one undo entry stands for: those after `first`, up to `last`."""

    first: int
    last: int
    serial: int


@dataclass(slots=True, eq=False)
class Course:
    """What the window knows of a run besides its log."""

    log: RunLog
    compiled: Compiled
    segments: tuple[Segment, ...] = ()
    committed: Vector | None = None
    """The parameters at its end, as they were put into the document."""
    shown: Checkpoint | None = None
    """The state that was gone back to; None at the end."""
    changed_by: int = 0
    """The undo entry that last changed a setting."""

    def place_of(self, compiled: Compiled) -> bool:
        """Whether a document that compiles to this stands where the course says."""
        at = self.committed if self.shown is None else self.shown.parameters
        return at is not None and self._is_at(compiled, at)

    def end_of(self, compiled: Compiled) -> bool:
        """Whether it stands at the end."""
        return self.committed is not None and self._is_at(compiled, self.committed)

    def _is_at(self, compiled: Compiled, parameters: NDArray[np.floating]) -> bool:
        return same_run(compiled, self.compiled) and np.array_equal(compiled.parameters, parameters)

    def entry_of(self, epoch: int, stack: UndoStack) -> int:
        """The place in the undo history that leads to an epoch. Raises LostMomentError if gone."""
        segment = next(
            (each for each in reversed(self.segments) if each.first < epoch), self.segments[0]
        )
        for index in range(stack.count(), 0, -1):
            if serial_at(stack, index) == segment.serial:
                return index
        raise LostMomentError("the undo history no longer has this part of the run")

    def state_at(self, epoch: int) -> Checkpoint:
        """The run as it was after an epoch; before that, where replaying would take too long."""
        point = self.log.waypoint_before(epoch)
        if point is None:
            raise LostMomentError("no state of the run was kept")
        state, begun = point.checkpoint, perf_counter()
        if state.epoch == epoch:
            return state
        training = replace(point.training, epochs=epoch, patience=None, converge_below=None)
        plan = Plan(self.compiled, training, point.checkpoint)
        replay = plan.begin(plan.data())
        for snapshot in replay:
            if snapshot.train_loss is not None and snapshot.epoch > state.epoch:
                state = replay.checkpoint()
            if perf_counter() - begun > REPLAY_SECONDS:
                break
        replay.close()
        return state

    def branch(self) -> Course:
        """Another one that goes as far as the state that was gone back to."""
        state = self.shown
        if state is None:
            raise ValueError("a course branches where it was gone back to")
        losses = state.losses
        snapshot = Snapshot(
            epoch=state.epoch,
            step=state.step,
            parameters=state.parameters,
            train_loss=losses.train if losses else None,
            test_loss=losses.test if losses else None,
            penalty=0.0,
            validation_loss=losses.validation if losses else None,
        )
        segments = tuple(
            replace(each, last=min(each.last, state.epoch))
            for each in self.segments
            if each.first < state.epoch
        )
        learned = np.asarray(state.parameters, dtype=np.float64)
        return Course(self.log.until(snapshot, state), self.compiled, segments, learned)

    def note_change(self, stack: UndoStack) -> None:
        """The newest entry of the undo history changed a setting."""
        serial, newest = serial_at(stack, stack.index()), self.log.newest()
        changes, epoch = self.log.changes, newest.epoch if newest else 0
        if serial == self.changed_by and changes:
            # One pull at a slider is one change, though it has many values.
            epoch, changes = changes[-1].epoch, changes[:-1]
        self.changed_by = serial
        self.log.changes = (*changes, SettingChange(epoch, stack.undo_text()))
