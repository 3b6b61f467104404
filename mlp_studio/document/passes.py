"""A pass, as others may know it and as the timeline keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from mlp_studio.document.marks import Mark
from mlp_studio.document.order import Indices, Scope
from mlp_studio.document.updates import Rule, next_serial
from mlp_studio.engine.layout import Layout


@dataclass(frozen=True, slots=True, eq=False)
class PassRecord:
    """What there is to know of a pass without going there.

    `number` counts, from 0, the passes before it in its branch, `epoch` the epochs; `branch` is 0
    for the first and grows with each branch. `samples` are rows of the data. `loss_before` is
    their mean loss before the update, None while there was none; `has_entry` tells whether the
    update is in the undo history: one that changes nothing (a gradient of 0) leaves no entry.
    `is_draft`: it stands in for a pass that has its update; its own will begin a branch.
    """

    number: int
    epoch: int
    branch: int
    scope: Scope
    samples: Indices
    loss_before: float | None
    has_entry: bool
    is_finished: bool
    is_draft: bool
    serial: int
    """Tells it from every other pass, wherever it comes to stand."""


@dataclass(slots=True, eq=False)
class Pass:
    """A pass on the line, with all that is needed to come back to it.

    `mark` is the entry that parts it from what went before. It stands at `index` of the undo
    stack; where `stage` is not 0, within that entry, so many of its updates made. `update` is the
    number of its update, by which the schedule goes. `previous` and `next` are places on the line.
    """

    mark: Mark
    index: int
    scope: Scope
    samples: Indices
    sample: int
    """The one of its samples that is shown."""
    stage: int = 0
    number: int = 0
    epoch: int = 0
    branch: int = 0
    update: int = 0
    previous: int | None = None
    origin: int | None = None
    """Where on the line the pass is that this one branched off from, if it did."""
    joint: int | None = None
    """The index where the numbers are those that the previous pass's update left, if there is."""
    next: int | None = None
    """Where its update leads to; None while it has none."""
    has_entry: bool = False
    stands_after: int = 0
    """If its update has no entry: the serial number of the one that led to where it was made."""
    loss: float | None = None
    rule: Rule | None = None
    layout: Layout | None = None
    serial: int = field(default_factory=next_serial)
    """Tells it from every other pass; a draft has that of the pass it stands in for."""

    @property
    def is_finished(self) -> bool:
        return self.next is not None

    @property
    def continues(self) -> bool:
        """Whether nothing was changed between the previous pass's update and this pass."""
        return self.stage > 0 or self.index == self.joint

    def unfinished(self) -> Pass:
        """The same pass without its update."""
        return replace(self, next=None, has_entry=False, loss=None)

    def record(self, *, is_draft: bool = False) -> PassRecord:
        return PassRecord(
            self.number,
            self.epoch,
            self.branch,
            self.scope,
            self.samples,
            self.loss,
            self.has_entry,
            self.is_finished,
            is_draft,
            self.serial,
        )
