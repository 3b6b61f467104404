"""What a trace says about one unit, gathered by name: no number is computed anew."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.trace import Trace, Update
from mlp_studio.project.model import Layer, Project
from mlp_studio.ui.naming import unit_name


@dataclass(frozen=True, slots=True)
class Incoming:
    """One weight or bias that leads into a unit. `name` says where it comes from."""

    name: str
    is_bias: bool
    learns: bool
    weight: float
    activation: float
    term: float
    gradient: float
    change: float
    weight_after: float


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One edge that leads out of a unit, and what it carries back."""

    name: str
    weight: float
    delta: float
    message: float


class Reading:
    """A trace and its update, addressed by layer and unit; the trace is of one sample."""

    def __init__(self, project: Project, trace: Trace, update: Update) -> None:
        self.project = project
        self.trace = trace
        self.update = update
        self.layout = trace.network.layout
        self.spec = trace.network.spec
        # A trace makes these anew each time it is asked.
        self.z, self.a, self.delta = trace.z[:, 0], trace.a[:, 0], trace.delta[:, 0]

    @cached_property
    def terms(self) -> NDArray[Any]:
        """w·a of every edge, (P,)."""
        return self.trace.terms

    @cached_property
    def messages(self) -> NDArray[Any]:
        """w·δ of every edge, (P,)."""
        return self.trace.messages

    @property
    def output(self) -> str:
        return self.spec.output.name

    def layer(self, layer_id: str) -> Layer:
        return self.project.layer(layer_id)

    def name_of(self, row: int) -> str:
        """The name of the unit in a node row; "" for the constant 1."""
        for layer_id, rows in self.layout.rows.items():
            if rows.start <= row < rows.stop:
                return unit_name(self.project, self.layer(layer_id), row - rows.start)
        return ""

    def unit(self, layer_id: str, unit: int) -> UnitReading:
        """Everything about one unit of a layer that computes."""
        return UnitReading(self, self.layer(layer_id), unit)

    def units(self, layer_id: str) -> list[UnitReading]:
        return [self.unit(layer_id, unit) for unit in range(self.layer(layer_id).units)]


class UnitReading:
    """The numbers of one unit; what leads in and out is gathered only when asked for."""

    def __init__(self, reading: Reading, layer: Layer, unit: int) -> None:
        self._reading = reading
        self._row = row = reading.layout.rows[layer.id].start + unit
        self.layer = layer
        self.unit = unit
        self.index = str(unit + 1)
        """The unit's index in a formula, from 1."""
        self.activation = reading.spec.layer(layer.id).activation_of(unit)
        self.z = float(reading.z[row])
        self.a = float(reading.a[row])
        self.delta = float(reading.delta[row])

    @property
    def name(self) -> str:
        return unit_name(self._reading.project, self.layer, self.unit)

    @cached_property
    def _parameters(self) -> NDArray[np.intp]:
        """Where the present weights into this unit, and then its bias, stand."""
        layout = self._reading.layout
        indices = layout.incoming(self.layer.id, self.unit)
        return indices[layout.exists[indices]]

    @property
    def fan_in(self) -> int:
        """How many weights and biases lead in."""
        return len(self._parameters)

    @property
    def all_learn(self) -> bool:
        return bool(self._reading.layout.trainable[self._parameters].all())

    @cached_property
    def incoming(self) -> tuple[Incoming, ...]:
        reading, layout = self._reading, self._reading.layout
        before, gradient = reading.trace.parameters, reading.trace.gradient
        return tuple(
            Incoming(
                name=reading.name_of(int(layout.sources[at])),
                is_bias=not layout.is_weight[at],
                learns=bool(layout.trainable[at]),
                weight=float(before[at]),
                activation=float(reading.a[layout.sources[at]]),
                term=float(reading.terms[at]),
                gradient=float(gradient[at]),
                change=float(reading.update.change[at]),
                weight_after=float(reading.update.parameters[at]),
            )
            for at in self._parameters
        )

    @cached_property
    def outgoing(self) -> tuple[Outgoing, ...]:
        reading, layout = self._reading, self._reading.layout
        before = reading.trace.parameters
        return tuple(
            Outgoing(
                name=reading.name_of(int(layout.targets[at])),
                weight=float(before[at]),
                delta=float(reading.delta[layout.targets[at]]),
                message=float(reading.messages[at]),
            )
            for at in np.flatnonzero((layout.sources == self._row) & layout.exists)
        )
