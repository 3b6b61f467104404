"""What a position in the pass lets the canvas show: nothing that has not been computed yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.document.stepper import StepCursor
from mlp_studio.engine.layout import Layout
from mlp_studio.engine.optimizers import Optimizer
from mlp_studio.engine.steps import Step, StepList
from mlp_studio.engine.trace import Trace, Update
from mlp_studio.ui.canvas.growing import Growing, arriving_so_far, z_so_far
from mlp_studio.ui.canvas.optimizer_state import State, states

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


class Role(IntEnum):
    """What an edge does at the current step."""

    NONE = 0
    TERM = 1
    """Carries w·a into the unit being computed."""
    MESSAGE = 2
    """Carries w·δ back into the unit whose δ is being computed."""
    GRADIENT = 3
    """Receives its ∂L/∂w."""
    UPDATE = 4
    """Changes from its old weight to its new one."""


_ROLES = {
    "term": Role.TERM,
    "message": Role.MESSAGE,
    "gradient": Role.GRADIENT,
    "update": Role.UPDATE,
}
"""Of the one edge a step by term is about."""


@dataclass(frozen=True, eq=False)
class Moment:
    """A step of a pass and all that was computed in it; nothing here depends on what is shown.

    `column` is that of the sample shown in the trace; `gradient` (P,) the one to show, the mean's
    or this sample's, as `is_mean` says. `before` is the optimizer's state before the update.
    """

    trace: Trace
    update: Update | None
    steps: StepList
    index: int
    column: int = 0
    gradient: NDArray[Any] | None = None
    is_mean: bool = True
    before: Optimizer | None = None


def moment_of(cursor: StepCursor) -> Moment | None:
    """Where the cursor stands; None before the first step, or without a trace."""
    trace, steps = cursor.trace, cursor.steps
    if trace is None or cursor.is_stale or not 0 <= cursor.index < len(steps):
        return None
    return Moment(
        trace=trace,
        update=cursor.update,
        steps=steps,
        index=cursor.index,
        column=cursor.column,
        gradient=cursor.gradient,
        is_mean=cursor.mean,
        before=cursor.optimizer_before,
    )


@dataclass(frozen=True, eq=False)
class Reading:
    """The numbers that are known at one step of a pass; NaN stands for what is not known yet.

    `z`, `a`, `delta` and `active` have one entry per node row of the layout; `role`, `term`,
    `message`, `gradient` and `updated` one per parameter; `shares` and `targets` one per output.
    All are of the sample shown, but for the gradient and the new parameters of a batch.
    """

    moment: Moment
    layout: Layout
    step: Step
    z: Floats
    a: Floats
    delta: Floats
    active: Flags
    role: NDArray[np.int8]
    term: Floats
    message: Floats
    gradient: Floats
    updated: Floats
    shares: Floats
    """What each output adds to the loss."""
    targets: Floats
    z_so_far: Growing
    """Sums of terms of units whose z is still to come."""
    arriving_so_far: Growing
    """Sums of messages of units whose δ is still to come."""
    flows: Mapping[Role, NDArray[Any]]
    """What edges carry in the whole pass, (P,) each, known or not: for the scale of widths only."""

    @property
    def phase(self) -> str:
        return self.step.phase

    @property
    def samples(self) -> int:
        """How many samples the pass is over."""
        return len(self.moment.trace.targets)

    @property
    def loss(self) -> float | None:
        """The loss of the sample shown; None until all of it is known."""
        if np.isnan(self.shares).any():
            return None
        return float(self.moment.trace.loss) if self.samples == 1 else float(self.shares.sum())

    @property
    def mean_loss(self) -> float | None:
        """The mean loss of the batch; None until it is known, and for a single sample."""
        if self.samples == 1 or self.loss is None:
            return None
        return float(self.moment.trace.loss)

    @cached_property
    def states(self) -> tuple[State, ...]:
        """What the optimizer remembers, before this update and after it."""
        update = self.moment.update
        return states(self.moment.before, update.optimizer if update else None)

    @property
    def shows_mean(self) -> bool:
        """Whether the gradient is the mean of several samples' δ·a."""
        return self.samples > 1 and self.moment.is_mean

    @property
    def row(self) -> int | None:
        """The node row of the one unit at work; None if that is not one."""
        step = self.step
        return None if step.unit is None else self.layout.rows[step.layer].start + step.unit

    def of_layer(self, layer: str) -> slice:
        return self.layout.rows[layer]


def read(moment: Moment | None) -> Reading | None:
    """What is known at a moment: arrays compared with the place of its step, no loop over steps."""
    if moment is None:
        return None
    trace, index, column = moment.trace, moment.index, moment.column
    when, step = moment.steps.when, moment.steps[index]
    layout = trace.network.layout
    a, delta, weights = trace.a[:, column], trace.delta[:, column], trace.parameters
    gradient = trace.gradient if moment.gradient is None else moment.gradient
    updated = weights if moment.update is None else moment.update.parameters
    flows = {
        Role.TERM: weights * a.take(layout.sources),
        Role.MESSAGE: weights * delta.take(layout.targets) * layout.is_weight,
        Role.GRADIENT: gradient,
        Role.UPDATE: updated - weights,
    }
    term = _known(flows[Role.TERM], when("term") <= index)
    message = _known(flows[Role.MESSAGE], when("message") <= index)
    z_known, delta_known = when("z") <= index, when("delta") <= index
    loss_known = when("loss") <= index
    inputs = np.arange(layout.nodes) < layout.input_rows
    active = _active(layout, step)
    return Reading(
        moment=moment,
        layout=layout,
        step=step,
        z=_known(trace.z[:, column], z_known),
        a=_known(a, (when("a") <= index) | inputs),
        delta=_known(delta, delta_known),
        active=active,
        role=_roles(layout, step, active),
        term=term,
        message=message,
        gradient=_known(gradient, when("gradient") <= index),
        updated=_known(updated, when("parameter") <= index),
        shares=_known(trace.loss_shares[:, column], loss_known),
        targets=_known(trace.targets[column], loss_known),
        z_so_far=z_so_far(layout, step, term, z_known),
        arriving_so_far=arriving_so_far(layout, step, message, delta_known),
        flows=flows,
    )


def _active(layout: Layout, step: Step) -> Flags:
    """The rows a step computes; those of all layers but the inputs if it names none."""
    active = np.zeros(layout.nodes, dtype=np.bool_)
    if step.phase == "loss":
        return active
    if not step.layer:
        active[layout.input_rows :] = True
    elif step.unit is None:
        active[layout.rows[step.layer]] = True
    else:
        active[layout.rows[step.layer].start + step.unit] = True
    return active


def _known(values: NDArray[Any], known: Flags) -> Floats:
    return np.where(known, values, np.nan).astype(np.float64, copy=False)


def _roles(layout: Layout, step: Step, active: Flags) -> NDArray[np.int8]:
    role = np.zeros(layout.size, dtype=np.int8)
    if step.part:
        if step.parameter is not None:
            role[step.parameter] = _ROLES[step.part]
        return role
    into = active[layout.targets] & layout.exists
    if step.phase == "forward":
        role[into] = Role.TERM
    elif step.phase == "backward":
        role[active[layout.sources] & layout.is_weight & layout.exists] = Role.MESSAGE
        role[into] = Role.GRADIENT
    elif step.phase == "update":
        role[into] = Role.UPDATE
    return role
