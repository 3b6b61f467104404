"""What is missing or wrong in the graph of layers and links itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

import numpy as np

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project.model import Layer, Link, Project
from mlp_studio.project.problems import Problem


def structure_problems(project: Project) -> tuple[Problem, ...]:
    """Everything that keeps the layers and links from being a network, the gravest alone."""
    if not project.layers:
        return (Problem("", "empty"),)
    # References that lead nowhere come first: nothing else can be said until they are right.
    return reference_problems(project) or (
        *_loose_ends(project),
        *_misshapen_layers(project),
        *_misshapen_links(project),
    )


def reference_problems(project: Project) -> tuple[Problem, ...]:
    """Ids that are not unique or lead nowhere; if there are none of those, circles."""
    return tuple(_broken_references(project)) or tuple(_circles(project))


def output_layer(project: Project) -> Layer:
    """The one layer without an outgoing link, in a project without structure problems."""
    sources = {link.source for link in project.links}
    return next(layer for layer in project.layers if layer.id not in sources)


def _broken_references(project: Project) -> Iterator[Problem]:
    kinds = {layer.id: layer.kind for layer in project.layers}
    for layer_id, count in Counter(layer.id for layer in project.layers).items():
        if count > 1:
            yield Problem(layer_id, "duplicate_layer", {"layer": layer_id})
    for link in project.links:
        for end in (link.source, link.target):
            if end not in kinds:
                yield Problem(link.id, "unknown_layer", {"link": link.id, "layer": end})
        if kinds.get(link.target) == "input":
            yield Problem(link.id, "link_into_input", {"link": link.id})
    ends = Counter((link.source, link.target) for link in project.links)
    for (source, target), count in ends.items():
        if count > 1:
            arguments: dict[str, object] = {"source": source, "target": target}
            yield Problem(f"{source}->{target}", "duplicate_link", arguments)


def _circles(project: Project) -> Iterator[Problem]:
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for link in project.links:
        sorter.add(link.target, link.source)
    try:
        sorter.prepare()
    except CycleError as error:
        circle: list[str] = error.args[1][::-1]
        titles = " → ".join(project.layer(layer_id).title for layer_id in circle)
        for layer_id in dict.fromkeys(circle):
            yield Problem(layer_id, "circle", {"circle": titles})


def _loose_ends(project: Project) -> Iterator[Problem]:
    sources = {link.source for link in project.links}
    targets = {link.target for link in project.links}
    inputs = [layer for layer in project.layers if layer.kind == "input"]
    dense = [layer for layer in project.layers if layer.kind != "input"]
    outputs = [layer for layer in dense if layer.id in targets and layer.id not in sources]
    if not inputs:
        yield Problem("", "no_input")
    if not outputs:
        yield Problem("", "no_output")
    for layer in inputs:
        if layer.id not in sources:
            yield Problem(layer.id, "input_unused", {"layer": layer.title})
    for layer in dense:
        if layer.id not in targets:
            yield Problem(layer.id, "nothing_flows_in", {"layer": layer.title})
    if len(outputs) > 1:
        for layer in outputs:
            others = ", ".join(other.title for other in outputs if other is not layer)
            yield Problem(layer.id, "several_outputs", {"layer": layer.title, "others": others})


def _misshapen_layers(project: Project) -> Iterator[Problem]:
    for layer in project.layers:
        if layer.kind == "input":
            if layer.features is not None and len(layer.features) != layer.units:
                arguments = {
                    "layer": layer.title,
                    "units": layer.units,
                    "count": len(layer.features),
                }
                yield Problem(layer.id, "feature_count", arguments)
            continue
        yield from _misshapen(layer.id, layer.title, "biases", layer.biases, (layer.units,))
        own = layer.unit_activations
        if own is not None and len(own) != layer.units:
            yield _wrong_shape(
                layer.id, layer.title, "unit activations", (layer.units,), (len(own),)
            )
        elif own is not None and "softmax" in (layer.activation, *own) and any(own):
            yield Problem(layer.id, "softmax_units", {"layer": layer.title})


def _misshapen_links(project: Project) -> Iterator[Problem]:
    for link in project.links:
        shape = (project.layer(link.target).units, project.layer(link.source).units)
        for what, matrix in _matrices(link):
            yield from _misshapen(link.id, link.id, what, matrix, shape)


def _matrices(link: Link) -> tuple[tuple[str, FrozenArray | None], ...]:
    return (("weights", link.weights), ("mask", link.mask), ("frozen edges", link.frozen_edges))


def _misshapen(
    where: str, owner: str, what: str, matrix: FrozenArray | None, shape: tuple[int, ...]
) -> Iterator[Problem]:
    if matrix is None:
        return
    if matrix.shape != shape:
        yield _wrong_shape(where, owner, what, shape, matrix.shape)
    elif not np.isfinite(matrix.values).all():
        yield Problem(where, "not_finite", {"what": what, "owner": owner})


def _wrong_shape(
    where: str, owner: str, what: str, expected: tuple[int, ...], found: tuple[int, ...]
) -> Problem:
    arguments: dict[str, object] = {
        "what": what,
        "owner": owner,
        "expected": " × ".join(map(str, expected)),
        "found": " × ".join(map(str, found)),
    }
    return Problem(where, "wrong_shape", arguments)
