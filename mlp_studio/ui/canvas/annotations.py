"""What a position in the pass lets the canvas show: nothing that has not been computed yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.layout import Layout
from mlp_studio.engine.steps import Step
from mlp_studio.engine.trace import Trace, Update

Floats = NDArray[np.float64]
_NEVER = np.iinfo(np.intp).max


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


@dataclass(frozen=True, eq=False)
class Reading:
    """The numbers that are known at one step of a pass; NaN stands for what is not known yet.

    `z`, `a`, `delta` and `active` have one entry per node row of the layout; `role`, `term`,
    `message`, `gradient` and `updated` one per parameter. `loss` and `targets` are None until the
    step that computes the loss.
    """

    layout: Layout
    phase: str
    z: Floats
    a: Floats
    delta: Floats
    active: NDArray[np.bool_]
    role: NDArray[np.int8]
    term: Floats
    message: Floats
    gradient: Floats
    updated: Floats
    loss: float | None
    targets: Floats | None

    def of_layer(self, layer: str) -> slice:
        return self.layout.rows[layer]


def read(
    trace: Trace | None, update: Update | None, steps: Sequence[Step], index: int
) -> Reading | None:
    """What is known at step `index`; None before the first step, or without a trace."""
    if trace is None or not 0 <= index < len(steps):
        return None
    layout = trace.network.layout
    step = steps[index]
    forward, backward, updating = _when(layout, steps)
    active = np.zeros(layout.nodes, dtype=np.bool_)
    active[_rows(layout, step)] = step.phase != "loss"
    loss_known = any(earlier.phase == "loss" for earlier in steps[: index + 1])
    gradient_known = backward[layout.targets] <= index
    updated_known = updating[layout.targets] <= index
    inputs = np.arange(layout.nodes) < layout.input_rows
    return Reading(
        layout=layout,
        phase=step.phase,
        z=_known(trace.z[:, 0], forward <= index),
        a=_known(trace.a[:, 0], (forward <= index) | inputs),
        delta=_known(trace.delta[:, 0], backward <= index),
        active=active,
        role=_roles(layout, step.phase, active),
        term=_known(trace.terms, forward[layout.targets] <= index),
        message=_known(trace.messages, gradient_known),
        gradient=_known(trace.gradient, gradient_known),
        updated=_known(update.parameters if update else trace.parameters, updated_known),
        loss=float(trace.loss) if loss_known else None,
        targets=np.asarray(trace.targets[0], dtype=np.float64) if loss_known else None,
    )


def _when(layout: Layout, steps: Sequence[Step]) -> tuple[NDArray[np.intp], ...]:
    """The step at which each node's z and a, its δ, and its weights' new values appear."""
    when = {
        phase: np.full(layout.nodes, _NEVER, dtype=np.intp)
        for phase in ("forward", "backward", "update")
    }
    for number, step in enumerate(steps):
        if step.phase in when:
            when[step.phase][_rows(layout, step)] = number
    return when["forward"], when["backward"], when["update"]


def _rows(layout: Layout, step: Step) -> slice:
    """The node rows a step computes; those of all layers but the inputs if it names none."""
    if not step.layer:
        return slice(layout.input_rows, layout.nodes)
    rows = layout.rows[step.layer]
    if step.unit is None:
        return rows
    return slice(rows.start + step.unit, rows.start + step.unit + 1)


def _known(values: NDArray[np.floating], known: NDArray[np.bool_]) -> Floats:
    return np.where(known, values, np.nan).astype(np.float64)


def _roles(layout: Layout, phase: str, active: NDArray[np.bool_]) -> NDArray[np.int8]:
    role = np.zeros(layout.size, dtype=np.int8)
    into = active[layout.targets] & layout.exists
    if phase == "forward":
        role[into] = Role.TERM
    elif phase == "backward":
        role[active[layout.sources] & layout.is_weight & layout.exists] = Role.MESSAGE
        role[into] = Role.GRADIENT
    elif phase == "update":
        role[into] = Role.UPDATE
    return role
