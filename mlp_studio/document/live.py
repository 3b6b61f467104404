"""The weights that every view of learning shows: a run's while it goes on, else the document's."""

from __future__ import annotations

from functools import cached_property
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from mlp_studio.document.document import Document
from mlp_studio.document.training import TrainingRun
from mlp_studio.engine.tasks import Task, task_of
from mlp_studio.project.compile import Compiled

CHANGES_EVERY = 1 / 15
"""Seconds between two changes told while a run goes on."""

Array = NDArray[Any]
Indices = NDArray[np.intp]


class Samples:
    """The data of a compiled network, in their parts, and what their targets ask for."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled

    @property
    def inputs(self) -> Array:
        """What the network's input units get, (n, units)."""
        return self._compiled.inputs

    @property
    def targets(self) -> Array:
        return self._compiled.targets

    @cached_property
    def task(self) -> Task:
        return task_of(self.targets)

    @property
    def train_rows(self) -> Indices:
        """The rows that a run learns from, ascending."""
        return self._compiled.split.train

    @property
    def validation_rows(self) -> Indices:
        """The rows that decide when a run stops, ascending; none without a validation part."""
        return self._compiled.split.validation

    @property
    def test_rows(self) -> Indices:
        """The rows that only test, ascending; none without a test part."""
        return self._compiled.split.test


class LiveWeights(QObject):
    """What is there now. Views read it when a signal says so, and keep none of it for longer.

    While a run goes on, its frames are shared out: each brings one of the three signals, so that no
    frame has to draw everything and the window answers soon whatever it is asked.
    """

    moved = Signal()
    """Other weights, in a run: in each frame that the other two leave."""
    changed = Signal()
    """Other weights, data, or another network; every CHANGES_EVERY at most in a run."""
    readable = Signal()
    """As `changed`, but seldom enough to read: for numbers and all that takes longer."""

    def __init__(self, document: Document, run: TrainingRun, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._run = run
        self._samples: tuple[Compiled, Samples] | None = None
        self._not_before = 0.0
        self._has_changed = False
        """In the frame before: where frames are long, the two take turns."""
        run.advanced.connect(self._on_advanced)
        run.readable.connect(self._on_readable)
        document.compiled_changed.connect(self._on_document)
        run.finished.connect(self._on_finished)

    @property
    def compiled(self) -> Compiled | None:
        """The network and its data; None while the network has problems."""
        return self._document.compiled

    @property
    def samples(self) -> Samples | None:
        """The data; None while the network has problems."""
        compiled = self._document.compiled
        if compiled is None:
            return None
        before = self._samples
        same = before is not None and (
            before[0].inputs is compiled.inputs
            and before[0].targets is compiled.targets
            and before[0].training == compiled.training
        )
        if before is None or not same:
            before = self._samples = (compiled, Samples(compiled))
        return before[1]

    @property
    def parameters(self) -> Array | None:
        """The flat vector (P,) to show, read-only; None while the network has problems."""
        compiled = self._document.compiled
        if compiled is None:
            return None
        latest = self._run.latest if self._run.running else None
        return compiled.parameters if latest is None else latest.parameters

    @property
    def is_running(self) -> bool:
        return self._run.running

    def _on_advanced(self) -> None:
        if not self._run.running:
            return
        if self._run.tells_numbers:
            return
        now = perf_counter()
        if now >= self._not_before and not self._has_changed:
            self._not_before, self._has_changed = now + CHANGES_EVERY, True
            self.changed.emit()
        else:
            self._has_changed = False
            self.moved.emit()

    def _on_readable(self) -> None:
        if self._run.running:
            self.readable.emit()

    def _on_finished(self, _reason: str) -> None:
        # A run may end on the weights that are shown already: at rest they are shown finely.
        self._on_document()

    def _on_document(self) -> None:
        self.changed.emit()
        self.readable.emit()
