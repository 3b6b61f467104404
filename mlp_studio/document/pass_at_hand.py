"""The pass that is looked at: its samples, its numbers, its steps, and the step one stands at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from mlp_studio.document.document import Document
from mlp_studio.document.order import Indices, Order, Scope
from mlp_studio.document.replay import Replay
from mlp_studio.document.step_lists import NO_STEPS, StepLists
from mlp_studio.document.timeline import Timeline
from mlp_studio.document.updates import ROOM, Unit, make_pass
from mlp_studio.engine import steps as engine_steps
from mlp_studio.engine.optimizers import Optimizer
from mlp_studio.engine.steps import Step, StepList, place_of
from mlp_studio.engine.trace import Trace, Update
from mlp_studio.project.compile import Compiled

Granularity = Literal["term", "unit", "layer", "phase", "sample", "batch", "epoch"]
GRANULARITIES: tuple[Granularity, ...] = get_args(Granularity)
"""From the finest to the coarsest; the last three take whole passes at a time."""
UNITS: tuple[Unit, ...] = get_args(Unit)
AT_END = 1 << 62
"""Beyond any pass: its last step."""


class PassAtHand(QObject):
    """Follows the document: traces the pass of the place it stands at."""

    about_to_move = Signal()
    """A step is about to be taken: a training run stops now, so that weights stand still."""
    moved = Signal()
    """The index changed; the numbers did not."""
    trace_changed = Signal()
    """There is another trace, or none, or another side of it to be shown: read everything again."""
    timeline_changed = Signal()
    """There are other passes, or the same with other steps, or one stands in another of them."""

    def __init__(
        self, document: Document, parent: QObject | None = None, *, memory: int = ROOM
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._line = Timeline()
        self._replay = Replay(document, self._line, memory)
        self._lists = StepLists()
        self._granularity: Granularity = "unit"
        self._mean = True
        self._index = -1
        self._compiled: Compiled | None = None
        self._order: Order | None = None
        self._optimizer: Optimizer | None = None
        self._trace: Trace | None = None
        self._update: Update | None = None
        self._steps = NO_STEPS
        self._starts: NDArray[np.intp] | None = None
        """The moments that the passes start at, once they are asked for."""
        self._arrive: Callable[[], int] | None = None
        """While the document moves for the cursor: enters the new place and gives the step."""
        document.compiled_changed.connect(self._recompute)
        document.place_changed.connect(self._follow)
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
    def optimizer_before(self) -> Optimizer | None:
        """The optimizer as the update finds it; as it leaves it: `update.optimizer`."""
        return self._optimizer

    @property
    def is_stale(self) -> bool:
        """Whether the document's network is another already than the one that was traced.

        Only while a change is being announced: once all have heard of it the trace is new too.
        """
        return self._compiled is not self._document.compiled

    @property
    def steps(self) -> StepList:
        """The steps of the pass; none while the network has problems."""
        return self._steps

    @property
    def index(self) -> int:
        """The step one stands at; −1 before the first."""
        return self._index

    @property
    def step(self) -> Step | None:
        """The current step, or None before the first."""
        return self._steps[self._index] if 0 <= self._index < len(self._steps) else None

    @property
    def granularity(self) -> Granularity:
        return self._granularity

    @property
    def scope(self) -> Scope:
        """Whether this pass is one sample's or a batch's."""
        return self._line.present.scope

    @property
    def samples(self) -> int:
        """How many samples the data has."""
        return self._order.count if self._order else 0

    @property
    def samples_of_pass(self) -> Indices:
        """The rows of the data that the pass is over, in the order of the trace's columns."""
        return self._line.present.samples

    @property
    def sample(self) -> int:
        """The sample whose z, a and δ are shown, a row of the data."""
        return self._line.present.sample

    @property
    def column(self) -> int:
        """The shown sample's column in the trace."""
        return int(np.flatnonzero(self.samples_of_pass == self.sample)[0])

    @property
    def mean(self) -> bool:
        """Whether a batch's ∂L/∂w are shown as their mean; else those of the shown sample."""
        return self._mean

    @property
    def gradient(self) -> NDArray[Any] | None:
        """The ∂L/∂w to show, (P,): the mean over the pass, or of the shown sample's own loss.

        The mean of the samples' own is the mean. None while the network has problems.
        """
        trace = self._trace
        if trace is None or self._mean or len(self.samples_of_pass) == 1:
            return None if trace is None else trace.gradient
        layout, column = trace.network.layout, self.column
        own: NDArray[Any] = trace.delta[layout.targets, column] * trace.a[layout.sources, column]
        return np.where(layout.exists, own, own.dtype.type(0))

    def set_mean(self, mean: bool) -> None:
        """Show the mean over the pass, or what the shown sample contributes to it."""
        if mean != self._mean:
            self._mean = mean
            self.trace_changed.emit()

    def set_sample(self, sample: int) -> None:
        """Show another sample (from 0): of this batch where it is, else of its own pass's start.

        One that is set aside for testing is in no batch, and nothing changes. Raises IndexError if
        there is no such sample.
        """
        if self._order is None or not 0 <= sample < self.samples:
            raise IndexError(f"there is no sample {sample}; the data has {self.samples}")
        present = self._line.present
        if sample == present.sample:
            return
        if sample in present.samples:
            present.sample = sample
            self.trace_changed.emit()
            return
        samples = self._order.samples(self.scope, sample)
        if sample not in samples:
            self.trace_changed.emit()  # so that whoever asked shows what is shown
            return
        self._index = -1
        self._choose(self.scope, sample, samples)

    def set_scope(self, scope: Scope) -> None:
        """Make this pass the shown sample's, or that of the batch it is in; and those to come."""
        if scope == self.scope or self._order is None:
            return
        samples = self._order.samples(scope, self.sample)
        sample = self.sample if self.sample in samples else int(samples[0])
        self._choose(scope, sample, samples)

    def set_granularity(self, granularity: Granularity) -> None:
        """Take coarser or finer steps, standing at the same moment of the pass."""
        if granularity not in GRANULARITIES:
            raise ValueError(f"there is no granularity {granularity!r}")
        if granularity == self._granularity:
            return
        self._granularity = granularity
        if self._trace is not None:
            before = self._steps
            after = self._lists.of(self._trace.network.layout, self._fineness)
            self._index = place_of(before, self._index, after)
            self._steps = after
        self._announce()

    @property
    def _fineness(self) -> engine_steps.Granularity:
        """The granularity of the steps: what is not one of UNITS is one of the engine's own."""
        return "phase" if self._granularity in UNITS else self._granularity  # type: ignore[return-value]

    def _choose(self, scope: Scope, sample: int, samples: Indices) -> None:
        self._line.choose(self._document, scope, sample, samples)
        self._show()

    def _restart(self) -> None:
        self._index = -1
        self._line.restart()
        self._replay.restart()

    def _recompute(self) -> None:
        """Find the pass again after any change, keeping the place where the network is the same."""
        before = self._compiled.spec if self._compiled else None
        self._compiled = compiled = self._document.compiled
        if self._arrive is not None:
            arrive, self._arrive = self._arrive, None
            self._index = arrive()
        else:
            self._find()
            if self._index != AT_END and (compiled is None or compiled.spec != before):
                self._index = -1
        self._show()

    def _follow(self) -> None:
        """The document may stand in another pass though nothing is computed anew."""
        if self.is_stale or self._arrive is not None:
            return
        before, passes = self._line.present, len(self._line.passes)
        self._find()
        if self._line.present is not before:
            self._show()
        elif len(self._line.passes) != passes:
            self._announce()

    def _find(self) -> None:
        """Find the pass, and the step, that the document stands in."""
        line, before = self._line, self._line.here
        if line.locate(self._document):
            # Coming back over an update one stands where it was made from.
            after = line.present.next
            is_back = line.here < before and after is not None and not line.passes[after].stage
            self._index = AT_END if is_back and self._granularity not in UNITS else -1

    def _show(self) -> None:
        """Make the numbers of the present pass."""
        compiled, present = self._compiled, self._line.present
        if compiled is None:
            self._order = self._optimizer = self._trace = self._update = None
            self._steps, self._index = NO_STEPS, -1
            if not present.is_finished:
                present.layout = None
        else:
            self._trace_pass(compiled)
        self._announce()

    def _announce(self) -> None:
        self._starts = None
        self.trace_changed.emit()
        self.timeline_changed.emit()

    def _trace_pass(self, compiled: Compiled) -> None:
        self._order = order = Order.of(compiled)
        if not self._line.present.is_finished:
            self._renew_samples(order)
            self._line.present.layout = self._lists.shape(compiled.network.layout)
        self._optimizer = self._replay.optimizer(compiled)
        present = self._line.present
        self._trace, self._update = make_pass(
            compiled, compiled.parameters, present.samples, self._optimizer, present.update
        )
        self._steps = self._lists.of(compiled.network.layout, self._fineness)
        self._index = min(self._index, len(self._steps) - 1)

    def _renew_samples(self, order: Order) -> None:
        """The data, or what a batch is, may have changed."""
        present = self._line.present
        sample = present.sample
        if sample >= order.count:
            sample, self._index = 0, -1
        samples = order.samples(present.scope, sample)
        if sample not in samples:
            sample = int(samples[0])
        if sample != present.sample or not np.array_equal(samples, present.samples):
            self._line.choose(self._document, present.scope, sample, samples)
