"""One number of a trace, and the step at which it becomes known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.layout import Layout
from mlp_studio.engine.steps import NEVER, StepList
from mlp_studio.engine.steps import Quantity as Shown
from mlp_studio.engine.trace import Trace
from mlp_studio.project.worked.example import EDGES, Quantity, Value

Array = NDArray[Any]

_NODES: dict[Quantity, Callable[[Trace], Array]] = {
    "z": lambda trace: trace.z,
    "a": lambda trace: trace.a,
    "slope": lambda trace: trace.slopes,
    "delta": lambda trace: trace.delta,
    "arriving": lambda trace: trace.arriving,
}
_SHOWN: dict[Quantity, Shown] = {
    "z": "z",
    "a": "a",
    "slope": "delta",
    "delta": "delta",
    "arriving": "delta",
    "share": "loss",
    "loss": "loss",
    "term": "term",
    "message": "message",
    "gradient": "gradient",
    "weight": "parameter",
}
"""With which quantity of a StepList each becomes known."""


def value_in(trace: Trace, value: Value) -> float:
    """The number in a trace of its sample alone; a "weight" is the one the pass has.

    Raises KeyError if the network has no such part.
    """
    layout = trace.network.layout
    if value.quantity == "loss":
        return trace.loss
    if value.quantity == "share":
        return float(trace.loss_shares[value.unit, 0])
    if value.quantity in _NODES:
        row = layout.rows[value.layer].start + value.unit
        return float(_NODES[value.quantity](trace)[row, 0])
    parameter = parameter_of(layout, value)
    if value.quantity == "term":
        return float(trace.terms[parameter])
    if value.quantity == "message":
        return float(trace.messages[parameter])
    if value.quantity == "gradient":
        return float(trace.gradient[parameter])
    return float(trace.parameters[parameter])


def parameter_of(layout: Layout, value: Value) -> int:
    """The number of the edge's weight, or of the unit's bias, in the flat vector.

    Raises KeyError if there is none.
    """
    if value.source is None:
        block = layout.blocks[value.layer][-1]
        if not block.has_bias:
            raise KeyError(value.layer)
        return block.start + (value.unit + 1) * block.shape[1] - 1
    layer, unit = value.source
    block = layout.block(layer, value.layer)
    return block.start + value.unit * block.shape[1] + unit


def step_of(steps: StepList, value: Value) -> int | None:
    """The place of the step at which the number becomes known; None if no step shows it.

    What arrives at an input is known with the δ it is made of, for inputs have no step of their
    own; so is the message to one.
    """
    layout, known = steps.layout, steps.when(_SHOWN[value.quantity])
    if value.quantity == "loss":
        places = known
    elif value.quantity == "share":
        places = known[[value.unit]]
    elif value.quantity in EDGES:
        parameter = parameter_of(layout, value)
        places = known[[parameter]]
        if places[0] == NEVER:
            places = steps.when("delta")[layout.targets[[parameter]]]
    else:
        row = layout.rows[value.layer].start + value.unit
        places = known[[row]]
        if row < layout.input_rows:
            places = steps.when("delta")[layout.targets[layout.sources == row]]
    last = int(np.max(places, initial=-1))
    return None if last in (-1, NEVER) else last
