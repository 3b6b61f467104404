"""The passes of the undo history in a row, each where it can be come back to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

import numpy as np

from mlp_studio.document.differences import same_computation
from mlp_studio.document.document import Document
from mlp_studio.document.marks import START, Mark, is_there, mark_before, serial_at
from mlp_studio.document.order import Indices, Scope
from mlp_studio.document.passes import Pass, PassRecord
from mlp_studio.document.undo_stack import UndoStack
from mlp_studio.document.updates import Finished, next_serial


class Records(Sequence[PassRecord]):
    """The passes of a line, made as they are asked for."""

    def __init__(self, line: Timeline) -> None:
        self._line = line

    def __len__(self) -> int:
        return len(self._line.passes)

    @overload
    def __getitem__(self, index: int) -> PassRecord: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[PassRecord, ...]: ...
    def __getitem__(self, index: int | slice) -> PassRecord | tuple[PassRecord, ...]:
        if isinstance(index, slice):
            return tuple(self[place] for place in range(len(self))[index])
        place, line = range(len(self))[index], self._line
        return line.at(place).record(is_draft=place == line.here and line.draft is not None)


class Timeline:
    """A line of passes in the order of the undo history, and the one the document stands in.

    A pass ends where an update, or a return into the past, was entered; other changes belong to
    the pass they were made in. Where a pass has its update already, and other samples are chosen
    for it or the document stands where its numbers were others, a draft stands in for it: until
    it is left, or until its own update begins a branch.
    """

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        self.passes = [Pass(START, 0, "sample", np.zeros(1, np.intp), 0)]
        self.here = 0
        self.draft: Pass | None = None
        self._standing: dict[int, list[int]] = {START.serial: [0]}
        """By their mark, the passes that stand at places of the undo stack."""
        self._branches = self._drops = 0

    @property
    def present(self) -> Pass:
        return self.draft or self.passes[self.here]

    @property
    def records(self) -> Records:
        return Records(self)

    def at(self, place: int) -> Pass:
        return self.present if place == self.here else self.passes[place]

    def follower(self, place: int) -> int | None:
        """Where the update of a pass, as it stands, leads to; None if it is not made yet."""
        each = self.at(place)
        is_there = place == self.here or each.continues or each.previous is None
        return each.next if is_there else None

    def stand_at(self, place: int) -> None:
        self.here, self.draft = place, None
        each = self.passes[place]
        if each.previous is not None and each.continues:
            self.passes[each.previous].next = place

    def choose(self, document: Document, scope: Scope, sample: int, samples: Indices) -> None:
        """Make the present pass one over these samples."""
        if self.passes[self.here].is_finished and self.draft is None:
            self.draft = self.present.unfinished()
        present = self.present
        present.scope, present.sample, present.samples = scope, sample, samples
        self._drop_idle_draft(document)

    def locate(self, document: Document) -> bool:
        """Find the pass of the place that the undo stack stands at.

        Gives whether it is another one; the like of one on a new branch is not.
        """
        self._prune(document)
        if document.is_within:
            return False
        index = document.undo_stack.index()
        mark = mark_before(document.undo_stack, index)
        standing = self._standing.get(mark.serial)
        is_another = standing is not None and self.here not in standing
        if standing is None:
            self._branch_off(mark, index, mark.index)
        elif is_another:
            self.stand_at(standing[-1] if standing[-1] < self.here else standing[0])
        self.settle(document)
        return is_another

    def settle(self, document: Document) -> None:
        """Take note of where in its pass the undo stack stands."""
        recorded, index = self.passes[self.here], document.undo_stack.index()
        if not recorded.is_finished:
            recorded.index = index
            return
        if self.draft is None and index != recorded.index:
            self.draft = recorded.unfinished()
        if self.draft is not None:
            self.draft.index = index
            self._drop_idle_draft(document)

    def finish(self, document: Document, made: Sequence[Finished], *, has_entry: bool) -> None:
        """Enter passes whose updates were made just now, and stand at the start of what follows."""
        self._prune(document)
        end = document.undo_stack.index()
        start = end - 1 if has_entry else end
        self._begin(mark_before(document.undo_stack, start), start)
        self.present.stands_after = serial_at(document.undo_stack, start)
        mark = mark_before(document.undo_stack, end)
        for stage, each in enumerate(made, start=1):
            within = has_entry and stage < len(made)
            self._pass_on(each, mark, end, stage if within else 0, has_entry=has_entry)

    def _begin(self, mark: Mark, index: int) -> None:
        """The present pass, or its like on a new branch, starts at this place."""
        present = self.present
        if self.draft is None and not present.stage and present.mark == mark:
            present.index = index
        else:
            self._branch_off(mark, index, index)

    def _branch_off(self, mark: Mark, index: int, joint: int) -> None:
        present, self._branches = self.present, self._branches + 1
        like = Pass(
            mark,
            index,
            present.scope,
            present.samples,
            present.sample,
            number=present.number,
            epoch=present.epoch,
            branch=self._branches,
            update=present.update,
            previous=present.previous,
            origin=self.here,
            joint=joint if present.continues else None,
            rule=present.rule,
            layout=present.layout,
        )
        self._append(like)

    def _pass_on(
        self, finished: Finished, mark: Mark, index: int, stage: int, *, has_entry: bool
    ) -> None:
        before = self.present
        before.loss, before.has_entry = finished.loss, has_entry
        following = Pass(
            mark,
            index,
            before.scope,
            finished.following,
            int(finished.following[0]),
            stage=stage,
            number=before.number + 1,
            epoch=before.epoch + finished.ends_epoch,
            branch=before.branch,
            update=before.update + 1,
            previous=self.here,
            joint=index,
            stands_after=before.stands_after,
            rule=before.rule,
            layout=before.layout,
            serial=finished.serial,
        )
        self._append(following)

    def _append(self, each: Pass) -> None:
        self.passes.append(each)
        place = len(self.passes) - 1
        if not each.stage:
            self._standing.setdefault(each.mark.serial, []).append(place)
        self.stand_at(place)

    def _drop_idle_draft(self, document: Document) -> None:
        """Where the draft is the pass itself, there is none."""
        draft, recorded = self.draft, self.passes[self.here]
        if draft is None or draft.scope != recorded.scope:
            return
        if not np.array_equal(draft.samples, recorded.samples):
            return
        if draft.index == recorded.index or same_computation(
            document.project_at(draft.index), document.project_at(recorded.index)
        ):
            recorded.sample = draft.sample
            self.draft = None

    def _prune(self, document: Document) -> None:
        """Forget passes whose place was dropped from the undo history."""
        if document.drops == self._drops:
            return
        self._drops = document.drops
        stack = document.undo_stack
        gone = self._gone(stack)
        if gone:
            self._forget(gone)
        for each in self.passes:
            # The changes that a pass stood behind may be gone while its mark stays.
            each.index = min(each.index, stack.count())
            while mark_before(stack, each.index) != each.mark:
                each.index -= 1

    def _gone(self, stack: UndoStack) -> set[int]:
        """The places of passes that cannot be come back to."""
        marks = {each.mark for each in self.passes}
        marks = {mark for mark in marks if is_there(stack, mark)}
        gone: set[int] = set()
        open_again: set[int] = set()
        for place, each in enumerate(self.passes):
            if each.mark not in marks or each.previous in gone or each.previous in open_again:
                gone.add(place)
            elif each.is_finished and not each.has_entry and not _still_stands(stack, each):
                open_again.add(place)
        return gone

    def _forget(self, gone: set[int]) -> None:
        present = self.present
        while self.here in gone:
            was = self.passes[self.here]
            self.here, self.draft = (was.previous if was.origin is None else was.origin) or 0, None
        kept = [place for place in range(len(self.passes)) if place not in gone]
        places: dict[int | None, int] = {place: number for number, place in enumerate(kept)}
        self.passes = [self.passes[place] for place in kept]
        self.here = places[self.here]
        followers: dict[int | None, int] = {}
        self._standing = {}
        for number, each in enumerate(self.passes):
            each.previous, each.next = places.get(each.previous), places.get(each.next)
            each.origin = places.get(each.origin)
            followers[each.previous] = number
            if not each.stage:
                self._standing.setdefault(each.mark.serial, []).append(number)
        for number, each in enumerate(self.passes):
            each.next = followers.get(number) if each.next is None else each.next
            if each.next is None and each.loss is not None:
                each.has_entry, each.loss, each.serial = False, None, next_serial()
        if self.draft is not None:
            recorded = self.passes[self.here]
            self.draft.previous, self.draft.serial = recorded.previous, recorded.serial
        elif not self.present.is_finished:
            self.present.scope, self.present.sample = present.scope, present.sample
            self.present.samples = present.samples


def _still_stands(stack: UndoStack, each: Pass) -> bool:
    """Whether the place where an update changed nothing is still there."""
    return serial_at(stack, each.index) == each.stands_after
