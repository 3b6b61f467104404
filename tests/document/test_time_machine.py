"""Whichever way one wanders through the passes, each is found again bit for bit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mlp_studio.document.document import Document
from mlp_studio.document.stepper import GRANULARITIES, StepCursor
from mlp_studio.document.updates import ROOM
from mlp_studio.engine.trace import trace
from mlp_studio.project import edits
from mlp_studio.project.model import Project

State = tuple[Any, ...]
Move = tuple[str, float]


def state(document: Document, cursor: StepCursor) -> State:
    """All that a pass is made of, as bytes."""
    assert document.compiled is not None
    assert cursor.trace is not None
    assert cursor.update is not None
    assert cursor.optimizer_before is not None
    before, after = cursor.optimizer_before.remember(), cursor.update.optimizer.remember()
    return (
        document.compiled.parameters.tobytes(),
        cursor.samples_of_pass.tobytes(),
        cursor.trace.record.tobytes(),
        cursor.update.parameters.tobytes(),
        cursor.update.learning_rate,
        (before[0], before[1].tobytes()),
        (after[0], after[1].tobytes()),
        document.project.training,
    )


class Witness:
    """Sees the state after every move, and knows a pass again that it has seen finished."""

    def __init__(self, document: Document, cursor: StepCursor) -> None:
        self.document, self.cursor = document, cursor
        self.open: tuple[int, State] | None = None
        self.finished: dict[int, State] = {}

    def look(self) -> None:
        cursor = self.cursor
        if self.open is not None:
            serial, then = self.open
            if any(record.serial == serial and record.is_finished for record in cursor.passes):
                self.finished[serial] = then
            self.open = None
        if cursor.trace is None:
            assert self.document.compiled is None
            assert (cursor.index, len(cursor.steps)) == (-1, 0)
            return
        self.check_numbers()
        record, now = cursor.passes[cursor.pass_number], state(self.document, cursor)
        if record.is_finished:
            assert self.finished.setdefault(record.serial, now) == now
        elif not (record.is_draft or self.document.undo_stack.can_redo()):
            self.open = record.serial, now

    def check_numbers(self) -> None:
        document, cursor = self.document, self.cursor
        compiled, rows = document.compiled, cursor.samples_of_pass
        assert compiled is not None
        assert cursor.trace is not None
        assert cursor.update is not None
        assert not cursor.is_stale
        again = trace(
            compiled.network, compiled.parameters, compiled.inputs[rows], compiled.targets[rows]
        )
        assert again.record.tobytes() == cursor.trace.record.tobytes()
        assert -1 <= cursor.index < len(cursor.steps)
        assert cursor.samples_of_pass[cursor.column] == cursor.sample
        place = cursor.pass_number
        assert cursor.moment == cursor.pass_starts[place] + 1 + cursor.index
        assert 0 <= cursor.moment < cursor.moments
        assert len(cursor.pass_starts) == len(cursor.passes)


def share(amount: float, of: int) -> int:
    """Which of so many, the amount being between 0 and 1."""
    return min(int(amount * of), of - 1)


def choose_granularity(document: Document, cursor: StepCursor, amount: float) -> None:
    cursor.set_granularity(GRANULARITIES[share(amount, len(GRANULARITIES))])


def choose_scope(document: Document, cursor: StepCursor, amount: float) -> None:
    cursor.set_scope("batch" if amount < 0.5 else "sample")


def choose_sample(document: Document, cursor: StepCursor, amount: float) -> None:
    if cursor.samples:
        cursor.set_sample(share(amount, cursor.samples))


def go_to_moment(document: Document, cursor: StepCursor, amount: float) -> None:
    cursor.go_to_moment(share(amount, cursor.moments))


def go_to_entry(document: Document, cursor: StepCursor, amount: float) -> None:
    document.go_to(share(amount, document.undo_stack.count() + 1))


def edit_weight(document: Document, cursor: StepCursor, amount: float) -> None:
    document.apply("Weight", edits.set_weight, "x->h", 0, 0, 2 * amount - 1)


def drag_bias(document: Document, cursor: StepCursor, amount: float) -> None:
    document.apply_merged("drag", "Bias", edits.set_bias, "o", 0, amount)
    document.apply_merged("drag", "Bias", edits.set_bias, "o", 0, amount / 2)
    if amount < 0.4:
        document.take_back()
    document.end_merge()


def edit_rate(document: Document, cursor: StepCursor, amount: float) -> None:
    # With a rate of 0 updates change nothing, and leave no entry.
    document.apply("Rate", edits.set_optimizer, learning_rate=round(amount, 1))


def edit_batch(document: Document, cursor: StepCursor, amount: float) -> None:
    document.apply("Batch", edits.set_training, batch_size=1 + share(amount, 4))


def rename(document: Document, cursor: StepCursor, amount: float) -> None:
    document.apply("Name", edits.rename_layer, "h", f"hidden {round(amount, 1)}")


def widen(document: Document, cursor: StepCursor, amount: float) -> None:
    document.apply("Units", edits.set_units, "h", 2 + share(amount, 2))


def cut_or_mend(document: Document, cursor: StepCursor, amount: float) -> None:
    if document.project.has_link("h->o"):
        document.apply("Cut", edits.remove_link, "h->o")
    else:
        document.apply("Mend", edits.add_link, "h", "o")


MOVES: dict[str, Callable[[Document, StepCursor, float], None]] = {
    "forward": lambda document, cursor, amount: cursor.forward(),
    "back": lambda document, cursor, amount: cursor.back(),
    "layer": lambda document, cursor, amount: cursor.finish_layer(),
    "phase": lambda document, cursor, amount: cursor.finish_phase(),
    "unit": lambda document, cursor, amount: cursor.run_to("h", share(amount, 2)),
    "end": lambda document, cursor, amount: cursor.to_end(),
    "undo": lambda document, cursor, amount: document.undo(),
    "redo": lambda document, cursor, amount: document.redo(),
    "moment": go_to_moment,
    "entry": go_to_entry,
    "granularity": choose_granularity,
    "scope": choose_scope,
    "sample": choose_sample,
    "weight": edit_weight,
    "bias": drag_bias,
    "rate": edit_rate,
    "batch": edit_batch,
    "rename": rename,
    "widen": widen,
    "cut or mend": cut_or_mend,
}
moves = st.lists(
    st.tuples(
        st.sampled_from(["forward"] * 6 + ["back"] * 3 + ["moment"] * 3 + list(MOVES)),
        st.floats(0, 1, exclude_max=True),
    ),
    min_size=50,
    max_size=90,
)


def demanding(project: Project, optimizer: str) -> Project:
    """With all that an update depends on besides the gradient."""
    project = edits.set_optimizer(project, name=optimizer)
    project = edits.set_schedule(project, name="exponential", step_size=2)
    project = edits.set_penalty(project, l2=0.01)
    return edits.set_training(project, batch_size=2, clip_norm=0.5)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    moves=moves,
    optimizer=st.sampled_from(["sgd", "momentum", "adam"]),
    memory=st.sampled_from([ROOM, 500]),
)
def test_every_pass_is_found_again_bit_for_bit_however_one_wanders(
    xor: Document, moves: list[Move], optimizer: str, memory: int
) -> None:
    start = demanding(xor.project, optimizer)
    xor.new(start)
    cursor = StepCursor(xor, memory=memory)
    witness = Witness(xor, cursor)
    witness.look()
    for name, amount in moves:
        MOVES[name](xor, cursor, amount)
        witness.look()
    for place in np.random.default_rng(len(moves)).permutation(len(cursor.passes)):
        cursor.go_to_moment(int(cursor.pass_starts[place]))
        assert cursor.pass_number == place
        witness.look()
    xor.go_to(0)
    assert xor.project is start
    xor.go_to(xor.undo_stack.count())
    witness.look()
