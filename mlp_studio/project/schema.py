"""The keys of a project file, format version 1, as msgspec checks them.

One class for each object of the format; what they mean is said in `model.py` and `spec.py`. A key
that is not here is an error. In the zipped form an array may be a reference to one of the arrays
beside the JSON.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from mlp_studio.engine.spec import Precision, Rule
from mlp_studio.project.model import Part, Scaling
from mlp_studio.project.recipe import Missing, TaskChoice

FORMAT = "mlp-studio"
FORMAT_VERSION = 1


class ArrayReference(Struct, forbid_unknown_fields=True, frozen=True):
    """Stands in `project.json` for the array of this name in `arrays.npz`."""

    array: str


Matrix = list[list[float]] | ArrayReference
Vector = list[float] | ArrayReference
Flags = list[list[bool]] | ArrayReference


class Initializer(Struct, forbid_unknown_fields=True, frozen=True, omit_defaults=True):
    name: str
    value: float = 0.0
    scale: float = 1.0


class Layer(Struct, forbid_unknown_fields=True, frozen=True, omit_defaults=True):
    id: str
    kind: Literal["input", "dense"]
    units: int
    name: str = ""
    features: list[str] | None = None
    activation: str | None = None
    unit_activations: list[str | None] | None = None
    unit_names: list[str] | None = None
    bias: bool = True
    freeze_biases: bool = False
    biases: Vector | None = None
    initial_biases: Vector | None = None
    initializer: str | Initializer | None = None
    position: tuple[float, float] | None = None
    colour: str = ""


class Link(Struct, forbid_unknown_fields=True, frozen=True, omit_defaults=True):
    source: str
    target: str
    weights: Matrix | None = None
    initial_weights: Matrix | None = None
    mask: Flags | None = None
    frozen: bool | Flags = False


class Network(Struct, forbid_unknown_fields=True, frozen=True):
    layers: list[Layer] = []
    links: list[Link] = []
    loss: str = "half_sse"


class Generator(Struct, forbid_unknown_fields=True, frozen=True, omit_defaults=True):
    name: str
    samples: int = 200
    noise: float = 0.1
    seed: int = 0
    classes: int = 2
    balance: float | None = None
    formula: str = ""


class Recipe(Struct, forbid_unknown_fields=True, frozen=True):
    encoding: str = "utf-8"
    delimiter: str = ","
    header: bool = True
    decimal_comma: bool = False
    missing: Missing = "drop"
    inputs: list[int] = []
    targets: list[int] = []
    one_hot: list[int] = []
    task: TaskChoice = "classification"


class Source(Struct, forbid_unknown_fields=True, frozen=True):
    path: str
    sha256: str
    recipe: Recipe


class Data(Struct, forbid_unknown_fields=True, frozen=True, omit_defaults=True, kw_only=True):
    columns: list[str] | None = None
    inputs: Matrix | None = None
    targets: Matrix | None = None
    generator: Generator | None = None
    classes: list[str] = []
    target_columns: list[str] = []
    parts: list[Part] | None = None
    scaling: Scaling = "none"
    source: Source | None = None


class Optimizer(Struct, forbid_unknown_fields=True, frozen=True):
    name: str = "sgd"
    learning_rate: float = 0.1
    momentum: float | None = None
    beta1: float | None = None
    beta2: float | None = None
    alpha: float | None = None
    epsilon: float | None = None
    weight_decay: float | None = None
    lr_decay: float | None = None


class Schedule(Struct, forbid_unknown_fields=True, frozen=True):
    name: str = "constant"
    warmup_steps: int = 0
    step_size: int = 1000
    gamma: float = 0.5
    total_steps: int = 10_000
    minimum: float = 0.0


class Penalty(Struct, forbid_unknown_fields=True, frozen=True):
    l1: float = 0.0
    l2: float = 0.0


class Training(Struct, forbid_unknown_fields=True, frozen=True):
    rule: Rule = "gradient"
    optimizer: Optimizer = Optimizer()
    schedule: Schedule = Schedule()
    penalty: Penalty = Penalty()
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


class ProjectFile(Struct, forbid_unknown_fields=True, frozen=True):
    format: Literal["mlp-studio"]
    format_version: int
    network: Network
    title: str = ""
    data: Data | None = None
    training: Training = Training()
