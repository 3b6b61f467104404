"""The weights that every view of learning shows: a run's while it goes on, else the document's."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from mlp_studio.document.document import Document
from mlp_studio.document.order import Order
from mlp_studio.document.training import TrainingRun
from mlp_studio.engine.tasks import Task, task_of
from mlp_studio.project.compile import Compiled

Array = NDArray[Any]
Indices = NDArray[np.intp]


class Samples:
    """The data of a compiled network, in two parts, and what their targets ask for."""

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

    @cached_property
    def train_rows(self) -> Indices:
        """The rows that a run learns from, ascending."""
        return Order.of(self._compiled).rows

    @cached_property
    def test_rows(self) -> Indices:
        """The rows that are set aside, ascending; none without a test set."""
        return np.setdiff1d(np.arange(len(self.inputs)), self.train_rows)


class LiveWeights(QObject):
    """What is there now. Views read it when `changed` says so, and keep none of it for longer."""

    changed = Signal()
    """Other weights, data, or another network: once a frame at most while a run goes on."""
    readable = Signal()
    """As `changed`, but seldom enough to read: for numbers and all that takes longer."""

    def __init__(self, document: Document, run: TrainingRun, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._run = run
        self._samples: tuple[Compiled, Samples] | None = None
        run.advanced.connect(self._on_advanced)
        run.readable.connect(self._on_readable)
        document.compiled_changed.connect(self._on_document)

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
        if self._run.running:
            self.changed.emit()

    def _on_readable(self) -> None:
        if self._run.running:
            self.readable.emit()

    def _on_document(self) -> None:
        self.changed.emit()
        self.readable.emit()
