"""Fixes for what is missing or wrong in the graph of layers and links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from mlp_studio.project import edits
from mlp_studio.project.arrange import COLUMN_GAP, arrange
from mlp_studio.project.edits.parts import with_layer
from mlp_studio.project.fixes.fix import Fix, Propose
from mlp_studio.project.fixes.suiting import input_units, output_activation, output_units
from mlp_studio.project.model import Layer, Point, Project
from mlp_studio.project.problems import Problem
from mlp_studio.project.translation import QT_TRANSLATE_NOOP


def _empty(project: Project, _: Problem) -> Fix:
    inputs, outputs = input_units(project), output_units(project)
    return Fix(
        QT_TRANSLATE_NOOP("Fixes", "Add layers of size {inputs} and {outputs}"),
        {"inputs": inputs, "outputs": outputs},
        partial(_with_both_ends, inputs=inputs, outputs=outputs),
    )


def _with_both_ends(project: Project, inputs: int, outputs: int) -> Project:
    return _with_output(edits.add_layer(project, "input", inputs), ("x",), outputs)


def _no_input(project: Project, _: Problem) -> Fix:
    fed = {link.target for link in project.links}
    hungry = [layer.id for layer in project.layers if layer.id not in fed]
    units = input_units(project)
    return Fix(
        QT_TRANSLATE_NOOP("Fixes", "Add an input layer of size {units}"),
        {"units": units},
        partial(_with_input, targets=hungry, units=units),
    )


def _with_input(project: Project, targets: Sequence[str], units: int) -> Project:
    layer_id = edits.fresh_layer_id(project, "input")
    position = _beside(project, targets, -COLUMN_GAP)
    project = edits.add_layer(project, "input", units, layer_id=layer_id, position=position)
    for target in targets:
        project = edits.add_link(project, layer_id, target)
    return project


def _no_output(project: Project, _: Problem) -> Fix | None:
    ends = _ends(project)
    inputs = [layer for layer in ends if layer.kind == "input"]
    alone = [layer for layer in ends if layer.kind != "input"]
    if not inputs:
        return None
    if alone:
        return _link(inputs[-1], alone[-1])
    units = output_units(project)
    return Fix(
        QT_TRANSLATE_NOOP("Fixes", "Add an output layer of size {units}"),
        {"units": units},
        partial(_with_output, sources=[layer.id for layer in inputs], units=units),
    )


def _with_output(project: Project, sources: Sequence[str], units: int) -> Project:
    layer_id = edits.fresh_layer_id(project, "output")
    project = edits.add_layer(
        project,
        "output",
        units,
        layer_id=layer_id,
        activation=output_activation(project),
        position=_beside(project, sources, COLUMN_GAP),
    )
    for source in sources:
        project = edits.add_link(project, source, layer_id)
    return project


def _several_outputs(project: Project, problem: Problem) -> Fix:
    fed = {link.target for link in project.links}
    outputs = [layer for layer in _ends(project) if layer.kind != "input" and layer.id in fed]
    places = _places(project)
    last = max(outputs, key=lambda layer: (places[layer.id][0], outputs.index(layer)))
    here = project.layer(problem.where)
    if here is not last:
        return _link(here, last)
    others = [layer for layer in outputs if layer is not last]
    return _links(others, last)


def _input_unused(project: Project, problem: Problem) -> Fix | None:
    fed = {link.target for link in project.links}
    dense = [layer for layer in project.layers if layer.kind != "input"]
    hungry = [layer for layer in dense if layer.id not in fed]
    near = hungry if len(hungry) == 1 else _nearest(project, problem.where, dense, 1.0)
    return _link(project.layer(problem.where), near[0]) if len(near) == 1 else None


def _nothing_flows_in(project: Project, problem: Problem) -> Fix | None:
    sources = {link.source for link in project.links}
    inputs = [layer for layer in project.layers if layer.kind == "input"]
    behind = _reached_from(project, problem.where)
    others = [layer for layer in project.layers if layer.id not in behind]
    # What leads nowhere yet is what most likely was meant to lead here.
    loose = [layer for layer in others if layer.id not in sources]
    near = _nearest(project, problem.where, loose, -1.0)
    if len(near) != 1:
        near = _nearest(project, problem.where, others, -1.0)
    # Where nobody has placed the layers, an unlinked one stands in the first column.
    near = near or (loose if len(loose) == 1 else inputs)
    return _link(near[0], project.layer(problem.where)) if len(near) == 1 else None


def _feature_count(project: Project, problem: Problem) -> Fix:
    layer = project.layer(problem.where)
    return Fix(
        QT_TRANSLATE_NOOP("Fixes", "Let {layer} take the columns"),
        {"layer": layer.title},
        partial(edits.set_features, layer_id=layer.id, features=None),
    )


def _softmax_units(project: Project, problem: Problem) -> Fix:
    layer = project.layer(problem.where)
    return Fix(
        QT_TRANSLATE_NOOP("Fixes", "Give all units of {layer} the same activation"),
        {"layer": layer.title},
        partial(_without_own_activations, layer_id=layer.id),
    )


def _without_own_activations(project: Project, layer_id: str) -> Project:
    return with_layer(project, replace(project.layer(layer_id), unit_activations=None))


def _link(source: Layer, target: Layer) -> Fix:
    return _links([source], target)


def _links(sources: Iterable[Layer], target: Layer) -> Fix:
    sources = list(sources)
    return Fix(
        QT_TRANSLATE_NOOP("Fixes", "Link {source} to {target}"),
        {"source": ", ".join(layer.title for layer in sources), "target": target.title},
        partial(_linked, sources=[layer.id for layer in sources], target=target.id),
    )


def _linked(project: Project, sources: Sequence[str], target: str) -> Project:
    for source in sources:
        project = edits.add_link(project, source, target)
    return project


def _ends(project: Project) -> list[Layer]:
    """The layers that lead nowhere."""
    sources = {link.source for link in project.links}
    return [layer for layer in project.layers if layer.id not in sources]


def _reached_from(project: Project, layer_id: str) -> set[str]:
    """The layer and everything it flows into, however far on."""
    reached: set[str] = set()
    waiting = [layer_id]
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting += [link.target for link in project.links_out_of(here)]
    return reached


def _places(project: Project) -> dict[str, Point]:
    """Where the canvas shows the layers."""
    return {
        layer_id: project.layer(layer_id).position or place
        for layer_id, place in arrange(project).items()
    }


def _nearest(
    project: Project, layer_id: str, candidates: Iterable[Layer], side: float
) -> list[Layer]:
    """The nearest on that side (−1 left, 1 right): none, one, or several that are as near."""
    places = _places(project)
    here = places[layer_id][0]
    away = {layer.id: side * (places[layer.id][0] - here) for layer in candidates}
    nearest = min((gap for gap in away.values() if gap > 0), default=None)
    return [project.layer(each) for each, gap in away.items() if gap == nearest]


def _beside(project: Project, layer_ids: Sequence[str], step: float) -> Point | None:
    """`step` left (below 0) or right of these layers; None where the canvas arranges them."""
    places = [place for each in layer_ids if (place := project.layer(each).position)]
    if not places or len(places) < len(layer_ids):
        return None
    outermost = min if step < 0 else max
    middle = sum(y / len(places) for _, y in places)
    return outermost(x for x, _ in places) + step, middle


STRUCTURE_FIXES: dict[str, Propose] = {
    "empty": _empty,
    "no_input": _no_input,
    "no_output": _no_output,
    "several_outputs": _several_outputs,
    "input_unused": _input_unused,
    "nothing_flows_in": _nothing_flows_in,
    "feature_count": _feature_count,
    "softmax_units": _softmax_units,
}
"""By the code of the problem."""
