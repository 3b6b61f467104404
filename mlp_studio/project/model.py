"""The project a person works on: frozen, comparable, sharing structure between versions.

A half-built network is legal here; `compile.py` says what is still missing. Units are numbered
from 0 within their layer; edges are addressed by link id and [target unit, source unit].
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.spec import InitializerSpec, TrainingSpec
from mlp_studio.project.recipe import Recipe

LayerKind = Literal["input", "dense"]
Point = tuple[float, float]
Scaling = Literal["none", "standard", "min_max"]
SCALINGS: tuple[Scaling, ...] = ("none", "standard", "min_max")
Part = Literal["train", "validation", "test"]
PARTS: tuple[Part, ...] = ("train", "validation", "test")
"""What a sample is for; its number in `Dataset.parts` is its place here."""
LAYER_COLOURS = ("orange", "sky", "green", "yellow", "blue", "vermillion", "purple")
"""What a layer can be marked with: Okabe and Ito's, which colour-blind people tell apart."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A column of units on the canvas.

    `biases` None means drawn from the seed. `initial_biases` is what a reset returns to, kept from
    the moment training or a stepped update first changed them; None means the biases are still the
    initial ones. `features` are formulas over the data's columns, for inputs only; None means the
    columns themselves. `bias` False: the units have none. `colour` is one of LAYER_COLOURS, or ""
    for none.
    """

    id: str
    kind: LayerKind
    units: int
    name: str = ""
    features: tuple[str, ...] | None = None
    activation: str = "sigmoid"
    unit_activations: tuple[str | None, ...] | None = None
    unit_names: tuple[str, ...] | None = None
    bias: bool = True
    freeze_biases: bool = False
    biases: FrozenArray | None = None
    initial_biases: FrozenArray | None = None
    initializer: InitializerSpec = field(default_factory=InitializerSpec)
    position: Point | None = None
    colour: str = ""

    @property
    def title(self) -> str:
        return self.name or self.id

    def activation_of(self, unit: int) -> str:
        """The name of the activation that unit number `unit` uses: its own or the layer's."""
        own = self.unit_activations[unit] if self.unit_activations else None
        return own or self.activation


@dataclass(frozen=True, slots=True)
class Link:
    """All edges from one layer to another; at most one link joins two layers.

    `weights` is shaped (target units, source units); None means drawn from the seed.
    `initial_weights` is what a reset returns to (see `Layer.initial_biases`). `mask` and
    `frozen_edges` are boolean and shaped like the weights.
    """

    source: str
    target: str
    weights: FrozenArray | None = None
    initial_weights: FrozenArray | None = None
    mask: FrozenArray | None = None
    frozen: bool = False
    frozen_edges: FrozenArray | None = None

    @property
    def id(self) -> str:
        return f"{self.source}->{self.target}"


@dataclass(frozen=True, slots=True)
class Generator:
    """The recipe a built-in data set was made with (`project/builtin.py`).

    `classes` counts the arms of spirals or the clouds of blobs. `balance` is the share of the
    samples that are of the first class; None: all classes alike. `formula` is the curve of the
    sets that lie about one.
    """

    name: str
    samples: int = 200
    noise: float = 0.1
    seed: int = 0
    classes: int = 2
    balance: float | None = None
    formula: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The file that data came from, where the project refers to it instead of holding them.

    `sha256` is of the file's bytes, in hex; `recipe` says how the file was read.
    """

    path: str
    sha256: str
    recipe: Recipe


@dataclass(frozen=True, slots=True)
class Dataset:
    """`inputs` is (samples, columns), `targets` (samples, outputs); float64.

    `generator` says how the values were made; None means they were given. `classes` are the names
    of the classes, two for one target column, else one for each; none for regression and where
    nobody named them. `target_columns` are the names of what is to be learned: of each target
    column, or one name of the classes together. `parts` puts each sample by hand into PARTS, as
    its number (samples,); None means that the fractions of the training settings do. `scaling`
    says how the values that flow into the network are scaled, fitted on the training samples; the
    values here are never scaled.
    """

    columns: tuple[str, ...]
    inputs: FrozenArray
    targets: FrozenArray
    generator: Generator | None = None
    classes: tuple[str, ...] = ()
    target_columns: tuple[str, ...] = ()
    parts: FrozenArray | None = None
    scaling: Scaling = "none"
    source: Source | None = None

    @property
    def samples(self) -> int:
        return len(self.inputs)


@dataclass(frozen=True, slots=True)
class Project:
    """Everything that is saved, undone and redone."""

    layers: tuple[Layer, ...] = ()
    links: tuple[Link, ...] = ()
    loss: str = "half_sse"
    data: Dataset | None = None
    training: TrainingSpec = field(default_factory=TrainingSpec)
    title: str = ""

    def layer(self, layer_id: str) -> Layer:
        """Raises KeyError if no layer has this id."""
        for layer in self.layers:
            if layer.id == layer_id:
                return layer
        raise KeyError(layer_id)

    def link(self, link_id: str) -> Link:
        """Raises KeyError if no link has this id."""
        for link in self.links:
            if link.id == link_id:
                return link
        raise KeyError(link_id)

    def has_layer(self, layer_id: str) -> bool:
        return any(layer.id == layer_id for layer in self.layers)

    def has_link(self, link_id: str) -> bool:
        return any(link.id == link_id for link in self.links)

    def links_into(self, layer_id: str) -> tuple[Link, ...]:
        return tuple(link for link in self.links if link.target == layer_id)

    def links_out_of(self, layer_id: str) -> tuple[Link, ...]:
        return tuple(link for link in self.links if link.source == layer_id)
