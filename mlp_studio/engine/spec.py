"""What a network and a training run are: frozen, made of names and numbers, never of functions.

Shapes follow PyTorch's `nn.Linear.weight`: row j is the destination unit, column k the source.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from typing import Literal

from mlp_studio.engine.arrays import FrozenArray

Rule = Literal["gradient", "perceptron"]
Precision = Literal["float64", "float32"]


class SpecError(ValueError):
    """A network or a training run that cannot exist; the message says what and where."""


@dataclass(frozen=True, slots=True)
class InitializerSpec:
    """How a layer's incoming weights are drawn.

    `value` is used by `constant`; `scale` by `uniform` (the half width) and `normal` (the standard
    deviation). The Xavier, He and LeCun forms take their scale from the fan-in and fan-out.
    """

    name: str = "xavier_uniform"
    value: float = 0.0
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class LayerSpec:
    """A column of units.

    An input layer (`is_input`) has no activation and no bias. `unit_activations` overrides the
    layer's activation unit by unit where it is not None; its length is `units`.
    """

    name: str
    units: int
    is_input: bool = False
    activation: str = "linear"
    unit_activations: tuple[str | None, ...] | None = None
    bias: bool = True
    freeze_biases: bool = False
    initializer: InitializerSpec = InitializerSpec()

    def activation_of(self, unit: int) -> str:
        """The name of the activation unit number `unit` uses."""
        override = self.unit_activations[unit] if self.unit_activations else None
        return override if override is not None else self.activation


@dataclass(frozen=True, slots=True)
class LinkSpec:
    """All edges from one layer to another.

    `mask` and `frozen_edges` are boolean, shaped (target units, source units): an edge whose mask
    is False is absent; a frozen edge keeps its weight while the others learn.
    """

    source: str
    target: str
    mask: FrozenArray | None = None
    frozen: bool = False
    frozen_edges: FrozenArray | None = None

    @property
    def name(self) -> str:
        return f"{self.source}->{self.target}"


@dataclass(frozen=True, slots=True)
class NetworkSpec:
    """A graph of layers without circles. Layers may be listed in any order.

    Raises SpecError for duplicate names, links to unknown layers, a circle (the layers in it are
    named), a layer that is not an input and has nothing flowing in, or other than one output.
    """

    layers: tuple[LayerSpec, ...]
    links: tuple[LinkSpec, ...]
    loss: str = "half_sse"
    order: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """Layer names, inputs first, each after everything that feeds it."""

    def __post_init__(self) -> None:
        by_name = {layer.name: layer for layer in self.layers}
        if len(by_name) != len(self.layers):
            raise SpecError("two layers have the same name")
        if len({link.name for link in self.links}) != len(self.links):
            raise SpecError("two links join the same layers")
        for link in self.links:
            for end in (link.source, link.target):
                if end not in by_name:
                    raise SpecError(
                        f"link {link.name} refers to layer {end!r}, which does not exist"
                    )
            if by_name[link.target].is_input:
                raise SpecError(f"link {link.name} leads into an input layer")
        object.__setattr__(self, "order", self._topological_order(by_name))
        fed = {link.target for link in self.links}
        for layer in self.layers:
            if not layer.is_input and layer.name not in fed:
                raise SpecError(f"layer {layer.name!r} has no incoming link")
        if len(self.outputs) != 1:
            names = ", ".join(self.outputs) or "none"
            raise SpecError(f"exactly one layer must have no outgoing link; found {names}")

    def _topological_order(self, by_name: dict[str, LayerSpec]) -> tuple[str, ...]:
        inputs = [layer.name for layer in self.layers if layer.is_input]
        sorter: TopologicalSorter[str] = TopologicalSorter()
        for layer in self.layers:
            if not layer.is_input:
                sorter.add(layer.name, *inputs)
        for link in self.links:
            sorter.add(link.target, link.source)
        try:
            order = list(sorter.static_order())
        except CycleError as error:
            circle = " -> ".join(reversed(error.args[1]))
            raise SpecError(f"the links form a circle: {circle}") from error
        rest = [name for name in order if not by_name[name].is_input]
        return (*inputs, *rest)

    @property
    def outputs(self) -> tuple[str, ...]:
        """Names of the layers without an outgoing link; a valid spec has exactly one."""
        sources = {link.source for link in self.links}
        return tuple(layer.name for layer in self.layers if layer.name not in sources)

    @property
    def output(self) -> LayerSpec:
        return self.layer(self.outputs[0])

    @property
    def inputs(self) -> tuple[LayerSpec, ...]:
        return tuple(layer for layer in self.layers if layer.is_input)

    def layer(self, name: str) -> LayerSpec:
        """The layer called `name`. Raises KeyError if there is none."""
        for layer in self.layers:
            if layer.name == name:
                return layer
        raise KeyError(name)

    def links_into(self, name: str) -> tuple[LinkSpec, ...]:
        return tuple(link for link in self.links if link.target == name)


@dataclass(frozen=True, slots=True)
class OptimizerSpec:
    """An update rule with PyTorch's conventions and parameter names.

    None means PyTorch's default. `optimizers.py` says which settings each rule knows and raises
    SpecError for one it does not.
    """

    name: str = "sgd"
    learning_rate: float = 0.1
    momentum: float | None = None
    beta1: float | None = None
    beta2: float | None = None
    alpha: float | None = None
    epsilon: float | None = None
    weight_decay: float | None = None
    lr_decay: float | None = None


@dataclass(frozen=True, slots=True)
class ScheduleSpec:
    """The learning rate as a function of the step: see `schedules.py`.

    `name` is constant, step, exponential or cosine; `warmup_steps` precede any of them linearly.
    """

    name: str = "constant"
    warmup_steps: int = 0
    step_size: int = 1000
    gamma: float = 0.5
    total_steps: int = 10_000
    minimum: float = 0.0
    """The fraction of the base rate that cosine ends at."""


@dataclass(frozen=True, slots=True)
class PenaltySpec:
    """l1·Σ|w| + ½·l2·Σw² over the weights, not the biases; reported apart from the loss."""

    l1: float = 0.0
    l2: float = 0.0

    def __bool__(self) -> bool:
        return self.l1 != 0.0 or self.l2 != 0.0


@dataclass(frozen=True, slots=True)
class TrainingSpec:
    """Everything that decides a run besides the network and the data.

    `batch_size` None means the full batch. `clip_norm` bounds the Euclidean norm of the gradient.
    The run ends after `epochs`; earlier when the training loss falls to `converge_below`, or when
    the test loss has not improved by more than `min_delta` for `patience` epochs.
    """

    rule: Rule = "gradient"
    optimizer: OptimizerSpec = OptimizerSpec()
    schedule: ScheduleSpec = ScheduleSpec()
    penalty: PenaltySpec = PenaltySpec()
    clip_norm: float | None = None
    batch_size: int | None = None
    shuffle: bool = True
    epochs: int = 1000
    seed: int = 0
    test_fraction: float = 0.0
    validation_fraction: float = 0.0
    stratified: bool = False
    patience: int | None = None
    min_delta: float = 0.0
    converge_below: float | None = None
    precision: Precision = "float64"
