"""Where one stands in a pass: a cursor over the steps of a trace, forward and back in time.

A trace holds every number of the pass as arrays computed once, so going back is the same move as
going forward: only the index changes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from mlp_studio.document.document import Document
from mlp_studio.engine import optimizers
from mlp_studio.engine.optimizers import Optimizer
from mlp_studio.engine.spec import NetworkSpec, OptimizerSpec
from mlp_studio.engine.steps import Granularity, Step, steps
from mlp_studio.engine.trace import Trace, Update, trace, update
from mlp_studio.project import edits
from mlp_studio.project.compile import Compiled
from mlp_studio.project.edits import EditError


@dataclass(frozen=True, slots=True)
class _Pass:
    """A finished pass, kept so that one can step back into it."""

    sample: int
    count: int
    optimizer: Optimizer
    undo_index: int
    """Index of the undo stack once this pass's update was made."""
    has_entry: bool
    """Whether the update changed anything; a zero gradient leaves no undo entry."""


class StepCursor(QObject):
    """Steps through forward, loss, backward and update for one sample after another.

    `index` −1 stands before the first step of the pass. Stepping on from the last step makes the
    update (one undo entry) and begins the next sample's pass; stepping back from the start undoes
    it and returns to the end of the pass before.
    """

    about_to_move = Signal()
    """A step is about to be taken: a training run stops now, so that weights stand still."""
    moved = Signal()
    """The index changed; the numbers did not."""
    trace_changed = Signal()
    """There is another trace, or none; everything is to be read again."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._granularity: Granularity = "unit"
        self._sample = 0
        self._index = -1
        self._count = 0
        self._passes: list[_Pass] = []
        self._optimizer: Optimizer | None = None
        self._rule: tuple[OptimizerSpec, np.dtype[Any]] | None = None
        self._compiled: Compiled | None = None
        self._trace: Trace | None = None
        self._update: Update | None = None
        self._steps: Sequence[Step] = ()
        self._label: Callable[[int], str] = "Update from sample {}".format
        self._updating = False
        document.compiled_changed.connect(self._recompute)
        document.replaced.connect(self._restart)
        self._recompute()

    @property
    def trace(self) -> Trace | None:
        """The numbers of the pass; None while the network has problems."""
        return self._trace

    @property
    def update(self) -> Update | None:
        """The update this pass would make."""
        return self._update

    @property
    def is_stale(self) -> bool:
        """Whether the document's network is another already than the one that was traced.

        Only while a change is being announced: once all have heard of it the trace is new too.
        """
        return self._compiled is not self._document.compiled

    @property
    def steps(self) -> Sequence[Step]:
        return self._steps

    @property
    def index(self) -> int:
        return self._index

    @property
    def step(self) -> Step | None:
        """The current step, or None before the first."""
        return self._steps[self._index] if 0 <= self._index < len(self._steps) else None

    @property
    def sample(self) -> int:
        return self._sample

    @property
    def samples(self) -> int:
        return len(self._compiled.inputs) if self._compiled else 0

    @property
    def granularity(self) -> Granularity:
        return self._granularity

    @property
    def has_updated(self) -> bool:
        """Whether a pass was finished that one can still go back to."""
        return bool(self._passes)

    @property
    def can_go_back(self) -> bool:
        return self._index >= 0 or self._reopenable

    @property
    def can_go_forward(self) -> bool:
        return bool(self._steps)

    def set_label(self, label: Callable[[int], str]) -> None:
        """How the undo entry of the update from sample n (from 1) reads."""
        self._label = label

    def forward(self) -> None:
        """One step on; past the last step, make the update and begin the next sample."""
        if self._index + 1 < len(self._steps):
            self.go_to(self._index + 1)
        elif self._steps:
            self._finish_pass()

    def back(self) -> None:
        """One step back; at the start, undo the update before and stand at its end."""
        if self._index >= 0:
            self.go_to(self._index - 1)
        elif self._reopenable:
            self._reopen_pass()

    def to_start(self) -> None:
        self.go_to(-1)

    def to_end(self) -> None:
        self.go_to(len(self._steps) - 1)

    def go_to(self, index: int) -> None:
        """Stand at step `index` (−1 before the first). Raises IndexError beyond the pass."""
        if not -1 <= index < len(self._steps):
            raise IndexError(f"step {index} is not in a pass of {len(self._steps)} steps")
        self.about_to_move.emit()
        if index != self._index:
            self._index = index
            self.moved.emit()

    def set_sample(self, sample: int) -> None:
        """Trace another sample (from 0), from its start. Raises IndexError if there is none."""
        if not 0 <= sample < self.samples:
            raise IndexError(f"there is no sample {sample}; the data has {self.samples}")
        if sample != self._sample:
            self._sample = sample
            self._index = -1
            self._recompute()

    def set_granularity(self, granularity: Granularity) -> None:
        """Take coarser or finer steps, standing at the same moment of the pass."""
        if granularity == self._granularity:
            return
        here = self.step
        self._granularity = granularity
        if self._trace is not None:
            self._steps = steps(self._trace.network.layout, granularity)
            self._index = -1 if here is None else _last_within(self._steps, here)
        self.trace_changed.emit()

    @property
    def _reopenable(self) -> bool:
        """Whether nothing else was changed since the last update."""
        return (
            bool(self._passes) and self._passes[-1].undo_index == self._document.undo_stack.index()
        )

    def _finish_pass(self) -> None:
        """Make the update and begin the next sample.

        Raises EditError if the update is not finite; then nothing has changed.
        """
        self.about_to_move.emit()
        assert self._compiled is not None
        assert self._update is not None
        assert self._optimizer is not None
        place = (self._sample, self._index, self._count, self._optimizer)
        stack = self._document.undo_stack
        before = stack.index()
        self._updating = True
        self._sample, self._index = (self._sample + 1) % self.samples, -1
        self._count, self._optimizer = self._count + 1, self._update.optimizer
        try:
            self._document.apply(
                self._label(place[0] + 1),
                edits.set_parameters,
                self._compiled.network.layout,
                self._update.parameters,
            )
        except EditError:
            self._sample, self._index, self._count, self._optimizer = place
            raise
        finally:
            self._updating = False
        has_entry = stack.index() != before
        self._passes.append(_Pass(place[0], place[2], place[3], stack.index(), has_entry))
        if has_entry:
            self.moved.emit()  # only now can one go back over the update
        else:
            self._recompute()

    def _reopen_pass(self) -> None:
        self.about_to_move.emit()
        if self._passes[-1].has_entry:
            self._document.undo()
            return
        self._return_to(self._passes.pop())
        self._recompute()
        self.to_end()

    def _return_to(self, finished: _Pass) -> None:
        self._sample, self._count = finished.sample, finished.count
        self._optimizer = finished.optimizer

    def _restart(self) -> None:
        self._sample, self._index, self._count = 0, -1, 0
        self._passes.clear()
        self._optimizer = None

    def _recompute(self) -> None:
        """Trace again after any change, keeping the place where the network is still the same."""
        compiled = self._document.compiled
        before = self._compiled.spec if self._compiled else None
        self._compiled = compiled
        if compiled is None:
            self._trace, self._update, self._steps, self._index = None, None, (), -1
            self._passes.clear()
            self.trace_changed.emit()
            return
        self._keep_place(compiled, before)
        reopened = self._forget_undone_passes()
        self._trace_sample(compiled)
        if reopened:
            self._index = len(self._steps) - 1
        self.trace_changed.emit()

    def _keep_place(self, compiled: Compiled, before: NetworkSpec | None) -> None:
        if compiled.spec != before:
            self._index = -1
            self._passes.clear()
            self._optimizer = None
        if self._sample >= len(compiled.inputs):
            self._sample, self._index = 0, -1
        rule, network = compiled.training.optimizer, compiled.network
        if self._optimizer is None or self._rule != (rule, network.dtype):
            self._optimizer = optimizers.make(rule, network.layout.size, network.dtype)
            self._rule, self._count = (rule, network.dtype), 0

    def _forget_undone_passes(self) -> bool:
        """Return to the pass whose update was just undone, if one was."""
        if self._updating:
            return False
        undone: _Pass | None = None
        while self._passes and self._passes[-1].undo_index > self._document.undo_stack.index():
            undone = self._passes.pop()
        if undone is None:
            return False
        self._return_to(undone)
        return True

    def _trace_sample(self, compiled: Compiled) -> None:
        rows = slice(self._sample, self._sample + 1)
        inputs, targets = compiled.inputs[rows], compiled.targets[rows]
        # Numbers may overflow on purpose (a huge learning rate): they are shown as they come out,
        # and an update that is not finite is refused when it is to be made.
        with np.errstate(all="ignore"):
            self._trace = trace(compiled.network, compiled.parameters, inputs, targets)
            self._update = update(self._trace, compiled.training, self._optimizer, self._count)
        self._steps = steps(compiled.network.layout, self._granularity)
        self._index = min(self._index, len(self._steps) - 1)


def _last_within(candidates: Sequence[Step], here: Step) -> int:
    """The last of `candidates` that lies within, or contains, the moment of `here`."""
    for index in range(len(candidates) - 1, -1, -1):
        step = candidates[index]
        same_phase = step.phase == here.phase
        same_layer = same_phase and (not step.layer or not here.layer or step.layer == here.layer)
        if same_layer and (step.unit is None or here.unit is None or step.unit == here.unit):
            return index
    return -1
