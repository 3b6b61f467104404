"""The thread that trains: it iterates the trainer, at the speed that is asked for."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from time import perf_counter

from threadpoolctl import threadpool_limits

from mlp_studio.document.run_log import RunLog
from mlp_studio.document.waypoints import Waypoint
from mlp_studio.engine.spec import TrainingSpec
from mlp_studio.engine.splitting import Data
from mlp_studio.engine.tasks import score, task_of
from mlp_studio.engine.trainer import Checkpoint, Run, Snapshot, train
from mlp_studio.project.compile import Compiled

_SHARE = 0.05
"""Of the time is spent on scores, at most."""
_SLICES = 30
"""A second: how often a run that is slowed down shows where it is."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to train, by which settings (`training.epochs` counts from the run's beginning)."""

    compiled: Compiled
    training: TrainingSpec
    checkpoint: Checkpoint | None = None

    def data(self) -> Data:
        return self.compiled.data

    def begin(self, data: Data) -> Run:
        compiled = self.compiled
        return train(
            compiled.network, compiled.parameters, data, self.training, resume=self.checkpoint
        )


class Worker(threading.Thread):
    """Iterates until the run ends or is told to stop, and waits while it is held."""

    def __init__(self, plan: Plan, log: RunLog, speed: float | None) -> None:
        super().__init__(name="training", daemon=True)
        self._plan = plan
        self._task = task_of(plan.compiled.targets)
        self._log = log
        self._speed = speed
        self._next: Plan | None = None
        self._stop_asked = threading.Event()
        self._may_go_on = threading.Event()
        self._may_go_on.set()
        self._woken = threading.Event()
        """Whatever the worker may be waiting for the time of, something changed."""
        self._score_not_before = 0.0
        self._due = 0.0

    def run(self) -> None:
        # One BLAS thread: the window needs the other core, and tiny products are faster on one.
        with threadpool_limits(limits=1, user_api="blas"):
            try:
                self._train()
            except Exception as error:  # noqa: BLE001  # carried to the window's thread and raised there
                self._log.fail(error)

    def hold(self) -> None:
        """Wait after the snapshot at hand until `let_go`."""
        self._may_go_on.clear()

    def let_go(self) -> None:
        self._may_go_on.set()

    def set_speed(self, steps_per_second: float | None) -> None:
        """So many updates a second at most; None for as fast as it can."""
        self._speed = steps_per_second
        self._woken.set()

    def retune(self, training: TrainingSpec) -> None:
        """Go on with other settings after the snapshot at hand."""
        self._next = replace(self._plan, training=training)
        self._woken.set()

    def stop_and_wait(self) -> None:
        self._stop_asked.set()
        self._woken.set()
        self._may_go_on.set()
        self.join()

    def _train(self) -> None:
        data = self._plan.data()
        self._due = perf_counter()
        while True:
            run = self._plan.begin(data)
            is_over = self._iterate(run, data)
            checkpoint = run.checkpoint()
            if self._next is None or is_over:
                break
            self._plan, self._next = replace(self._next, checkpoint=checkpoint), None
            if not checkpoint.steps_done:
                self._log.put_waypoint(Waypoint(checkpoint, self._plan.training))
        self._log.leave(checkpoint)

    def _iterate(self, run: Run, data: Data) -> bool:
        """Whether the run is over; else it is to go on with other settings."""
        step = self._plan.checkpoint.step if self._plan.checkpoint else 0
        self._slice(run)
        for snapshot in run:
            self._log.put(snapshot)
            if snapshot.train_loss is not None:
                self._note(run, snapshot, data)
            self._may_go_on.wait()
            self._wait_for(snapshot.step - step)
            self._slice(run)
            step = snapshot.step
            if self._stop_asked.is_set():
                return True
            if self._next is not None and snapshot.stopped is None:
                return False
        return True

    def _slice(self, run: Run) -> None:
        speed = self._speed
        run.most_steps = None if speed is None else max(1, int(speed / _SLICES))

    def _wait_for(self, steps: int) -> None:
        """Until so many updates are due."""
        if self._speed is None:
            self._due = perf_counter()
            return
        # What was late is not made up for: after a hold the run would leap.
        begun = max(self._due, perf_counter() - 1.0 / _SLICES)
        while (speed := self._speed) is not None and not self._stop_asked.is_set():
            self._due = begun + steps / speed
            left = self._due - perf_counter()
            if left <= 0.0:
                break
            self._woken.wait(left)
            self._woken.clear()

    def _note(self, run: Run, snapshot: Snapshot, data: Data) -> None:
        """Keep the state of a whole epoch, and its scores, where that is due."""
        is_last = snapshot.stopped is not None
        if snapshot.stopped != "diverged" and self._log.wants_waypoint(snapshot.epoch):
            self._log.put_waypoint(Waypoint(run.checkpoint(), self._plan.training))
        begun = perf_counter()
        if begun < self._score_not_before and not is_last:
            return
        network = self._plan.compiled.network
        train_score, test_score, validation_score = (
            float("nan")
            if inputs is None or targets is None
            else score(self._task, network.predict(snapshot.parameters, inputs), targets)
            for inputs, targets in (
                (data.train_inputs, data.train_targets),
                (data.test_inputs, data.test_targets),
                (data.validation_inputs, data.validation_targets),
            )
        )
        self._log.put_score(snapshot.epoch, train_score, test_score, validation_score)
        now = perf_counter()
        self._score_not_before = now + (now - begun) / _SHARE
