"""From a figure to the step that makes it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from mlp_studio.document.stepper import StepCursor
from mlp_studio.engine.steps import StepList
from mlp_studio.project.worked import Check, Value, step_of


def go_to(cursor: StepCursor, check: Check, value: Value) -> bool:
    """Stand at the step at which a number becomes known; False if no pass was there yet.

    The pass has to have been begun: nothing is learned to get there.
    """
    if not _is_at(cursor, check, value) and not _go_to_pass(cursor, check, value):
        return False
    if cursor.sample != value.sample:
        cursor.set_sample(value.sample)
    place = _place(cursor, value)
    if place is not None:
        cursor.go_to(place)
    return place is not None


def is_current(cursor: StepCursor, check: Check, value: Value) -> bool:
    """Whether the cursor stands at the step that makes a number."""
    return (
        cursor.index >= 0
        and cursor.sample == value.sample
        and _place(cursor, value) == cursor.index
        and _is_at(cursor, check, value)
    )


def _place(cursor: StepCursor, value: Value) -> int | None:
    steps = cursor.steps
    return step_of(steps, value) if isinstance(steps, StepList) else None


def _is_at(cursor: StepCursor, check: Check, value: Value) -> bool:
    """Whether the cursor's pass has the weights that the number belongs to."""
    trace = cursor.trace
    return (
        trace is not None
        and check.knows(value)
        and np.array_equal(trace.parameters, check.parameters(value.after))
    )


def _go_to_pass(cursor: StepCursor, check: Check, value: Value) -> bool:
    """Go to a pass of the past or future that has them; whether there is one."""
    wanted = check.value(replace(value, quantity="loss"))
    for number, record in enumerate(cursor.passes):
        if value.sample in record.samples and record.loss_before == wanted:
            cursor.go_to_moment(int(cursor.pass_starts[number]))
            return _is_at(cursor, check, value)
    return False
