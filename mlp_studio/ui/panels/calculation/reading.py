"""What a trace says about one unit, gathered by name: no number is computed anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.optimizers import Optimizer
from mlp_studio.engine.trace import Trace, Update
from mlp_studio.project.model import Layer, Project
from mlp_studio.ui.naming import unit_name
from mlp_studio.ui.places_of_numbers import Place

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Incoming:
    """One weight or bias that leads into a unit. `name` says where it comes from.

    `gradient` is the one to show: of this sample alone, or the mean over the batch.
    """

    parameter: int
    name: str
    source: tuple[Layer, int] | None
    """Where it comes from; None for a bias."""
    learns: bool
    weight: float
    activation: float
    term: float
    gradient: float
    change: float
    weight_after: float

    @property
    def is_bias(self) -> bool:
        return self.source is None

    @property
    def place(self) -> Place:
        return Place.of_parameter(self.parameter)

    @property
    def source_place(self) -> Place | None:
        return Place.of_unit(self.source[0].id, self.source[1]) if self.source else None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One edge that leads out of a unit, and what it carries back."""

    parameter: int
    target: tuple[Layer, int]
    weight: float
    delta: float
    message: float

    @property
    def place(self) -> Place:
        return Place.of_parameter(self.parameter)

    @property
    def target_place(self) -> Place:
        return Place.of_unit(self.target[0].id, self.target[1])


class Reading:
    """A trace and its update, addressed by layer and unit, as one of its samples sees them.

    `column` is that sample's; `is_mean` tells whether gradients are shown as the mean over the
    batch or as this sample's contribution. `before` is the optimizer as it was.
    """

    def __init__(
        self,
        project: Project,
        trace: Trace,
        update: Update,
        *,
        column: int = 0,
        is_mean: bool = False,
        before: Optimizer | None = None,
    ) -> None:
        self.project = project
        self.trace = trace
        self.update = update
        self.column = column
        self.is_mean = is_mean
        self.before = before
        self.layout = trace.network.layout
        self.spec = trace.network.spec
        # A trace makes these anew each time it is asked.
        self.z, self.a = trace.z[:, column], trace.a[:, column]
        self.delta = trace.delta[:, column]

    @property
    def samples(self) -> int:
        """How many samples the pass is of."""
        return len(self.trace.targets)

    @property
    def targets(self) -> Array:
        """What this sample's outputs should be, (outputs,)."""
        targets: Array = self.trace.targets[self.column]
        return targets

    @property
    def is_batch(self) -> bool:
        return self.samples > 1

    @cached_property
    def terms(self) -> Array:
        """w·a of every edge, (P,)."""
        return self._of_sample(self.trace.terms)

    @cached_property
    def messages(self) -> Array:
        """w·δ of every edge, (P,)."""
        return self._of_sample(self.trace.messages)

    @cached_property
    def gradient(self) -> Array:
        """The gradient to show, (P,)."""
        if self.is_mean or not self.is_batch:
            return self.trace.gradient
        alone = self.delta[self.layout.targets] * self.a[self.layout.sources]
        return np.where(self.layout.exists, alone, 0.0)

    @cached_property
    def slopes(self) -> Array:
        """f′(z) of every unit, (nodes,)."""
        return self.trace.slopes[:, self.column]

    @cached_property
    def arriving(self) -> Array:
        """∂L/∂a of every unit, (nodes,)."""
        return self.trace.arriving[:, self.column]

    @cached_property
    def shares(self) -> Array:
        """What each output adds to the loss of this sample, (outputs,)."""
        return self.trace.loss_shares[:, self.column]

    @property
    def loss(self) -> float:
        """The loss of this sample."""
        return float(self.shares.sum()) if self.is_batch else self.trace.loss

    @cached_property
    def states(self) -> tuple[dict[str, Array], dict[str, Array]]:
        """The optimizer's running averages before the update and after it."""
        after = self.update.optimizer.state()
        if self.before is None:
            return {name: np.zeros_like(values) for name, values in after.items()}, after
        return self.before.state(), after

    @property
    def output(self) -> str:
        return self.spec.output.name

    def layer(self, layer_id: str) -> Layer:
        return self.project.layer(layer_id)

    def where(self, row: int) -> tuple[Layer, int] | None:
        """The layer and unit of a node row; None for the constant 1."""
        for layer_id, rows in self.layout.rows.items():
            if rows.start <= row < rows.stop:
                return self.layer(layer_id), row - rows.start
        return None

    def incoming(self, parameter: int) -> Incoming:
        """One weight or bias and all that goes with it."""
        layout, at = self.layout, parameter
        source = self.where(int(layout.sources[at])) if layout.is_weight[at] else None
        return Incoming(
            parameter=parameter,
            name=unit_name(self.project, *source) if source else "",
            source=source,
            learns=bool(layout.trainable[at]),
            weight=float(self.trace.parameters[at]),
            activation=float(self.a[layout.sources[at]]),
            term=float(self.terms[at]),
            gradient=float(self.gradient[at]),
            change=float(self.update.change[at]),
            weight_after=float(self.update.parameters[at]),
        )

    def outgoing(self, parameter: int) -> Outgoing:
        """One edge and what it carries back. Raises ValueError for a bias of nothing."""
        row = int(self.layout.targets[parameter])
        target = self.where(row)
        if target is None:
            raise ValueError(f"parameter {parameter} leads to no unit")
        return Outgoing(
            parameter=parameter,
            target=target,
            weight=float(self.trace.parameters[parameter]),
            delta=float(self.delta[row]),
            message=float(self.messages[parameter]),
        )

    def unit(self, layer_id: str, unit: int) -> UnitReading:
        """Everything about one unit of a layer that computes, or of an input."""
        return UnitReading(self, self.layer(layer_id), unit)

    def units(self, layer_id: str) -> Iterator[UnitReading]:
        """All units of a layer, made as they are asked for: a page shows few of a wide one."""
        return (self.unit(layer_id, unit) for unit in range(self.layer(layer_id).units))

    def _of_sample(self, carried: Array) -> Array:
        return carried[:, self.column] if self.is_batch else carried


class UnitReading:
    """The numbers of one unit; what leads in and out is gathered only when asked for."""

    def __init__(self, reading: Reading, layer: Layer, unit: int) -> None:
        self._reading = reading
        self.row = row = reading.layout.rows[layer.id].start + unit
        self.layer = layer
        self.unit = unit
        self.index = str(unit + 1)
        """The unit's index in a formula, from 1."""
        self.activation = reading.spec.layer(layer.id).activation_of(unit)
        self.z = float(reading.z[row])
        self.a = float(reading.a[row])
        self.delta = float(reading.delta[row])
        self.place = Place.of_unit(layer.id, unit)

    @property
    def name(self) -> str:
        return unit_name(self._reading.project, self.layer, self.unit)

    @cached_property
    def parameters(self) -> NDArray[np.intp]:
        """Where the present weights into this unit, and then its bias, stand."""
        layout = self._reading.layout
        indices = layout.incoming(self.layer.id, self.unit)
        return indices[layout.exists[indices]]

    @property
    def fan_in(self) -> int:
        """How many weights and biases lead in."""
        return len(self.parameters)

    @property
    def all_learn(self) -> bool:
        return bool(self._reading.layout.trainable[self.parameters].all())

    @cached_property
    def incoming(self) -> tuple[Incoming, ...]:
        return tuple(map(self._reading.incoming, self.parameters.tolist()))

    @cached_property
    def outgoing(self) -> tuple[Outgoing, ...]:
        layout = self._reading.layout
        leading = np.flatnonzero((layout.sources == self.row) & layout.exists)
        return tuple(map(self._reading.outgoing, leading.tolist()))
