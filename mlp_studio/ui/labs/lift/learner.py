"""A network in training, a few epochs at a time while the window stays awake."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal

from mlp_studio.engine.splitting import Data
from mlp_studio.engine.trainer import Run, Snapshot, Stop, train
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.model import Project
from mlp_studio.project.problems import Problems

Array = NDArray[Any]

EVERY_MS = 33
EPOCHS_AT_ONCE = 3
"""Few enough that the layer is seen to bend, many enough that it has learned in some seconds."""


class Learner(QObject):
    """Holds a run between two ticks of its timer. `moved`: other weights; `changed`: other state.

    The project given must be one that compiles.
    """

    moved = Signal()
    changed = Signal()

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.advance)
        self._take(project)

    @property
    def compiled(self) -> Compiled:
        return self._compiled

    @property
    def parameters(self) -> Array:
        """The weights of now (P,)."""
        return self._latest.parameters

    @property
    def epoch(self) -> int:
        return self._latest.epoch

    @property
    def loss(self) -> float:
        """Over all samples, at the end of the last whole epoch."""
        return self._loss

    @property
    def is_running(self) -> bool:
        return self._timer.isActive()

    @property
    def ending(self) -> Stop | None:
        """Why the run is over; None while it is not."""
        return self._latest.stopped

    def begin(self, project: Project) -> None:
        """Another network, or the same one from its start."""
        self._timer.stop()
        self._run.close()
        self._take(project)
        self.moved.emit()
        self.changed.emit()

    def start(self) -> None:
        if self.ending is None:
            self._timer.start()
            self.changed.emit()

    def pause(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self.changed.emit()

    def advance(self) -> None:
        """Train for EPOCHS_AT_ONCE epochs, or to the end."""
        last = self.epoch + EPOCHS_AT_ONCE
        while self.ending is None and self.epoch < last:
            self._show(next(self._run))
        if self.ending is not None:
            self._timer.stop()
        self.moved.emit()
        if self.ending is not None:
            self.changed.emit()

    def _take(self, project: Project) -> None:
        compiled = compile_project(project)
        if isinstance(compiled, Problems):
            raise ValueError(f"the network cannot run: {compiled}")
        self._compiled = compiled
        data = Data(compiled.inputs, compiled.targets)
        self._run: Run = train(compiled.network, compiled.parameters, data, compiled.training)
        self._loss = float(np.nan)
        self._show(next(self._run))

    def _show(self, snapshot: Snapshot) -> None:
        self._latest = snapshot
        if snapshot.train_loss is not None:
            self._loss = snapshot.train_loss
