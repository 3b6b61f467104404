"""From pass to pass: making updates, taking them back, and going to any moment of any pass."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from mlp_studio.document.document import Document
from mlp_studio.document.pass_at_hand import AT_END, PassAtHand
from mlp_studio.document.passes import PassRecord
from mlp_studio.document.updates import ROOM, MadePass, Start, Unit, Walk, walk
from mlp_studio.project import edits
from mlp_studio.project.edits import EditError

Label = Callable[[int], str]


class PassToPass(PassAtHand):
    """The line of all passes on the undo history, and the ways along it."""

    def __init__(
        self, document: Document, parent: QObject | None = None, *, memory: int = ROOM
    ) -> None:
        super().__init__(document, parent, memory=memory)
        self._labels: dict[Unit, Label] = {
            "sample": "Update from sample {}".format,
            "batch": "Update from batch {}".format,
            "epoch": "Epoch {}".format,
        }

    def set_label(self, label: Label) -> None:
        """How the undo entry of the update from sample n (from 1) reads."""
        self._labels["sample"] = label

    def set_batch_label(self, label: Label) -> None:
        """How the undo entry of updates from batch n of its epoch (from 1) reads."""
        self._labels["batch"] = label

    def set_epoch_label(self, label: Label) -> None:
        """How the undo entry of the updates of epoch n (from 1) reads."""
        self._labels["epoch"] = label

    def go_to(self, index: int) -> None:
        """Stand at step `index` (−1 before the first). Raises IndexError beyond the pass."""
        if not -1 <= index < len(self._steps):
            raise IndexError(f"step {index} is not in a pass of {len(self._steps)} steps")
        self.about_to_move.emit()
        if index != self._index:
            self._index = index
            self.moved.emit()

    @property
    def has_updated(self) -> bool:
        """Whether a pass was finished that one can still go back to."""
        return self._line.present.previous is not None

    @property
    def passes(self) -> Sequence[PassRecord]:
        """All passes on the undo history, past, present and to be redone, in its order."""
        return self._line.records

    @property
    def pass_number(self) -> int:
        """The place of the present pass among `passes`, from 0."""
        return self._line.here

    @property
    def moments(self) -> int:
        """All steps of all passes, and the start of each."""
        last = self._line.at(len(self._line.passes) - 1)
        return int(self.pass_starts[-1]) + 1 + self._lists.count(last.layout, self._fineness)

    @property
    def moment(self) -> int:
        """Where one stands among the `moments`, from 0."""
        return int(self.pass_starts[self.pass_number]) + 1 + self._index

    @property
    def pass_starts(self) -> NDArray[np.intp]:
        """The moment that each pass starts at, (passes,). Read-only."""
        if self._starts is None:
            line = self._line
            shapes = [line.at(place).layout for place in range(len(line.passes) - 1)]
            lengths = [self._lists.count(shape, self._fineness) + 1 for shape in shapes]
            self._starts = np.cumsum([0, *lengths])
            self._starts.setflags(write=False)
        return self._starts

    def go_to_moment(self, moment: int) -> None:
        """Go to any step of any pass: the document shows exactly what it was there.

        Raises IndexError if there is no such moment.
        """
        if not 0 <= moment < self.moments:
            raise IndexError(f"there is no moment {moment}; the passes have {self.moments}")
        place = int(np.searchsorted(self.pass_starts, moment, side="right")) - 1
        index = moment - int(self.pass_starts[place]) - 1
        if place == self.pass_number:
            self.go_to(index)
            return
        target = self._line.passes[place]
        self._settle()
        # What a run has learned until now is entered, which may drop undone passes.
        if target in self._line.passes:
            self._stand_at(self._line.passes.index(target), index)

    def _settle(self) -> None:
        """Before the document moves: a run ends, and what it learned is put in."""
        self.about_to_move.emit()
        self._document.announce_change()

    def _complete(self, unit: Unit) -> None:
        """Go where so much is complete: along passes made before, then by making the rest."""
        self._settle()
        if not self._steps:
            return
        place, index = self._line.here, self._index
        end, is_complete = self._along(unit)
        if end != place:
            self._stand_at(end, -1, at=self._line.passes[end].joint)
        if is_complete:
            return
        try:
            self._make(unit)
        except EditError:
            if end != place:
                self._stand_at(place, index)
            raise

    def _along(self, unit: Unit) -> tuple[int, bool]:
        """How far towards completing the unit passes are made already; whether all the way."""
        assert self._order is not None
        place, line = self._line.here, self._line
        while (after := line.follower(place)) is not None:
            ends = unit == "sample" or self._order.ends(unit, line.at(place).samples)
            place = after
            if ends:
                return place, True
        return place, False

    def _make(self, unit: Unit) -> None:
        """Make passes with their updates, as one undo entry, until the unit is complete.

        Raises EditError if an update is not finite; then nothing has changed.
        """
        compiled, order, present = self._compiled, self._order, self._line.present
        assert compiled is not None
        assert order is not None
        assert self._trace is not None
        assert self._update is not None
        first = MadePass(present.scope, present.samples, present.update, self._trace, self._update)
        made = walk(compiled, order, first, unit, self._replay.starts)
        self._arrive = partial(self._enter, made, has_entry=True)
        layout = compiled.network.layout
        try:
            self._document.apply_update(
                self._label(unit), edits.set_parameters, layout, made.parameters
            )
            if self._arrive is not None:
                self._arrive = partial(self._enter, made, has_entry=False)
                self._recompute()
        except EditError:
            for each in made.finished:
                self._replay.starts.forget(each.serial)
            raise
        finally:
            self._arrive = None

    def _enter(self, made: Walk, *, has_entry: bool) -> int:
        self._line.finish(self._document, made.finished, has_entry=has_entry)
        self._replay.starts.keep(made.finished[-1].serial, Start(None, made.memory))
        return -1

    def _label(self, unit: Unit) -> str:
        present = self._line.present
        if unit == "epoch":
            return self._labels[unit](present.epoch + 1)
        if unit == "batch" or present.scope == "batch":
            assert self._order is not None
            return self._labels["batch"](self._order.batch_number(present.samples) + 1)
        return self._labels["sample"](present.sample + 1)

    def _reopen(self) -> None:
        """Undo the update before and stand at the end of its pass."""
        previous = self._line.present.previous
        if previous is not None and self._line.present.continues:
            self._stand_at(previous, AT_END)

    def _return_to_start(self, unit: Unit) -> None:
        """Go back to where the unit began, or the one before; as far as nothing else changed."""
        place, has_moved, line = self._line.here, self._index >= 0, self._line
        while not (has_moved and self._begins(unit, place)):
            previous = line.at(place).previous
            if previous is None or not line.at(place).continues:
                break
            place, has_moved = previous, True
        if place == line.here:
            self.go_to(-1)
        else:
            self._stand_at(place, -1)

    def _begins(self, unit: Unit, place: int) -> bool:
        assert self._order is not None
        return unit == "sample" or self._order.begins(unit, self._line.at(place).samples)

    def _stand_at(self, place: int, index: int, *, at: int | None = None) -> None:
        """Go to step `index` of a pass, the document to where that pass is, or to entry `at`."""
        self._settle()
        target = self._line.passes[place]
        self._arrive = partial(self._arrive_at, place, index)
        try:
            if target.stage:
                self._document.show_within(target.index, self._replay.project(place))
            else:
                self._document.go_to(target.index if at is None else at)
            if self._arrive is not None:
                self._recompute()
        finally:
            self._arrive = None

    def _arrive_at(self, place: int, index: int) -> int:
        self._line.stand_at(place)
        self._line.settle(self._document)
        return index
