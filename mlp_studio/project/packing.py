"""Between the model and the schema of the file; `validity.py` says what a project must keep to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import msgspec
import numpy as np

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.spec import (
    InitializerSpec,
    OptimizerSpec,
    PenaltySpec,
    ScheduleSpec,
    TrainingSpec,
)
from mlp_studio.project import schema
from mlp_studio.project.errors import ProjectFileError
from mlp_studio.project.model import PARTS, Dataset, Generator, Layer, Link, Part, Project, Source

Store = Callable[[FrozenArray], Any]
"""Puts an array away and returns what stands for it in the JSON."""
Fetch = Callable[[schema.ArrayReference], FrozenArray]
"""The array a reference names. Raises ProjectFileError if there is none."""
Read = Callable[[Source], Dataset]
"""The data of a file that a project refers to. Raises ProjectFileError."""


def pack(project: Project, store: Store) -> dict[str, Any]:
    """The project as the objects of JSON."""
    data = project.data
    document = schema.ProjectFile(
        format="mlp-studio",
        format_version=schema.FORMAT_VERSION,
        title=project.title,
        network=schema.Network(
            layers=[_packed_layer(layer, store) for layer in project.layers],
            links=[_packed_link(link, store) for link in project.links],
            loss=project.loss,
        ),
        data=None if data is None else _packed_data(data, store),
        training=msgspec.convert(project.training, schema.Training, from_attributes=True),
    )
    return _tidy(msgspec.to_builtins(document))


def _tidy(document: dict[str, Any]) -> dict[str, Any]:
    """Without the settings that are not set, and with the title where it is read first."""
    training = document["training"]
    training["optimizer"] = _set_ones(training["optimizer"])
    for name, default in (("schedule", schema.Schedule()), ("penalty", schema.Penalty())):
        if training[name] == msgspec.to_builtins(default):
            del training[name]
    head = {key: document[key] for key in ("format", "format_version")}
    title = {"title": document["title"]} if document["title"] else {}
    rest = {key: document[key] for key in ("network", "data") if document[key] is not None}
    return {**head, **title, **rest, "training": _set_ones(training)}


def _set_ones(settings: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in settings.items() if value is not None}


def _packed_layer(layer: Layer, store: Store) -> schema.Layer:
    own, names, features = layer.unit_activations, layer.unit_names, layer.features
    computes = layer.kind != "input"
    return schema.Layer(
        id=layer.id,
        kind=layer.kind,
        units=layer.units,
        name=layer.name,
        features=None if features is None else list(features),
        activation=layer.activation if computes else None,
        unit_activations=None if own is None else list(own),
        unit_names=None if names is None else list(names),
        bias=layer.bias,
        freeze_biases=layer.freeze_biases,
        biases=_stored(layer.biases, store),
        initial_biases=_stored(layer.initial_biases, store),
        initializer=_packed_initializer(layer.initializer) if computes else None,
        position=layer.position,
        colour=layer.colour,
    )


def _packed_initializer(spec: InitializerSpec) -> str | schema.Initializer:
    if spec == InitializerSpec(spec.name):
        return spec.name
    return schema.Initializer(spec.name, spec.value, spec.scale)


def _packed_link(link: Link, store: Store) -> schema.Link:
    return schema.Link(
        source=link.source,
        target=link.target,
        weights=_stored(link.weights, store),
        initial_weights=_stored(link.initial_weights, store),
        mask=_stored(link.mask, store),
        frozen=link.frozen or _stored(link.frozen_edges, store) or False,
    )


def _packed_data(data: Dataset, store: Store) -> schema.Data:
    made, source, parts = data.generator, data.source, data.parts
    if source is not None:
        # What the file says of itself is read there again.
        return schema.Data(
            parts=_part_names(parts),
            scaling=data.scaling,
            source=msgspec.convert(source, schema.Source, from_attributes=True),
        )
    return schema.Data(
        columns=list(data.columns),
        inputs=store(data.inputs),
        targets=store(data.targets),
        generator=None
        if made is None
        else msgspec.convert(made, schema.Generator, from_attributes=True),
        classes=list(data.classes),
        target_columns=list(data.target_columns),
        parts=_part_names(parts),
        scaling=data.scaling,
    )


def _part_names(parts: FrozenArray | None) -> list[Part] | None:
    return None if parts is None else [PARTS[number] for number in parts.tolist()]


def _stored(array: FrozenArray | None, store: Store) -> Any:
    return None if array is None else store(array)


def unpack(document: schema.ProjectFile, fetch: Fetch, read: Read) -> Project:
    """The project a document describes, not yet checked.

    Raises ProjectFileError for rows of unequal length and what `fetch` and `read` refuse.
    """
    network = document.network
    return Project(
        layers=tuple(
            _layer(layer, f"network.layers[{number}]", fetch)
            for number, layer in enumerate(network.layers)
        ),
        links=tuple(
            _link(link, f"network.links[{number}]", fetch)
            for number, link in enumerate(network.links)
        ),
        loss=network.loss,
        data=None if document.data is None else _data(document.data, fetch, read),
        training=_training(document.training),
        title=document.title,
    )


def _layer(layer: schema.Layer, place: str, fetch: Fetch) -> Layer:
    own, names, features = layer.unit_activations, layer.unit_names, layer.features
    default = Layer(layer.id, layer.kind, layer.units)
    return Layer(
        id=layer.id,
        kind=layer.kind,
        units=layer.units,
        name=layer.name,
        features=None if features is None else tuple(features),
        activation=default.activation if layer.activation is None else layer.activation,
        unit_activations=None if own is None else tuple(own),
        unit_names=None if names is None else tuple(names),
        bias=layer.bias,
        freeze_biases=layer.freeze_biases,
        biases=_array(layer.biases, f"{place}.biases", fetch),
        initial_biases=_array(layer.initial_biases, f"{place}.initial_biases", fetch),
        initializer=default.initializer
        if layer.initializer is None
        else _initializer(layer.initializer),
        position=layer.position,
        colour=layer.colour,
    )


def _initializer(packed: str | schema.Initializer) -> InitializerSpec:
    if isinstance(packed, str):
        return InitializerSpec(packed)
    return InitializerSpec(packed.name, packed.value, packed.scale)


def _link(link: schema.Link, place: str, fetch: Fetch) -> Link:
    frozen = link.frozen
    return Link(
        source=link.source,
        target=link.target,
        weights=_array(link.weights, f"{place}.weights", fetch),
        initial_weights=_array(link.initial_weights, f"{place}.initial_weights", fetch),
        mask=_array(link.mask, f"{place}.mask", fetch, bool),
        frozen=frozen if isinstance(frozen, bool) else False,
        frozen_edges=None
        if isinstance(frozen, bool)
        else _array(frozen, f"{place}.frozen", fetch, bool),
    )


def _data(data: schema.Data, fetch: Fetch, read: Read) -> Dataset:
    numbers = None if data.parts is None else [PARTS.index(part) for part in data.parts]
    parts = None if numbers is None else FrozenArray(numbers, np.int8)
    if data.source is not None:
        source = msgspec.convert(data.source, Source, from_attributes=True)
        return replace(read(source), parts=parts, scaling=data.scaling)
    for name in ("inputs", "targets"):
        if getattr(data, name) is None:
            raise ProjectFileError(f"data.{name} is missing: give it, or the source of the data")
    inputs = _array(data.inputs, "data.inputs", fetch)
    targets = _array(data.targets, "data.targets", fetch)
    assert inputs is not None
    assert targets is not None
    columns = data.columns
    if columns is None:
        width = inputs.shape[1] if len(inputs.shape) == 2 else 0
        columns = [f"x{number + 1}" for number in range(width)]
    made = data.generator
    return Dataset(
        columns=tuple(columns),
        inputs=inputs,
        targets=targets,
        generator=None if made is None else msgspec.convert(made, Generator, from_attributes=True),
        classes=tuple(data.classes),
        target_columns=tuple(data.target_columns),
        parts=parts,
        scaling=data.scaling,
    )


def _training(packed: schema.Training) -> TrainingSpec:
    fields = {name: getattr(packed, name) for name in packed.__struct_fields__}
    fields["optimizer"] = OptimizerSpec(**msgspec.structs.asdict(packed.optimizer))
    fields["schedule"] = ScheduleSpec(**msgspec.structs.asdict(packed.schedule))
    fields["penalty"] = PenaltySpec(**msgspec.structs.asdict(packed.penalty))
    return TrainingSpec(**fields)


def _array(
    packed: list[Any] | schema.ArrayReference | None,
    place: str,
    fetch: Fetch,
    dtype: type = np.float64,
) -> FrozenArray | None:
    if packed is None:
        return None
    if isinstance(packed, list):
        try:
            return FrozenArray(packed, dtype)
        except ValueError as error:
            raise ProjectFileError(f"the rows of {place} must be equally long") from error
    array = fetch(packed)
    if array.values.dtype != np.dtype(dtype):
        found = "true or false" if array.values.dtype == np.bool_ else "numbers"
        raise ProjectFileError(f"{place} refers to an array of the wrong kind: it holds {found}")
    return array
