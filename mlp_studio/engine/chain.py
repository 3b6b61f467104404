"""The chain rule on a graph of formulas: along every path, and by reuse from the back.

The gradient of the output with respect to an input is a sum over the paths that lead from one to
the other, of the products of the local derivatives along each. Backpropagation gets the same
numbers with each edge used once. How much that saves is counted, not claimed:

- path by path, a path of k edges costs k − 1 multiplications, added up over all paths of all
  inputs;
- from the back, each edge costs one multiplication, of the gradient at its end by its local
  derivative; those that end at the output cost none, for the gradient there is 1.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from mlp_studio.engine.derivatives import formula_text, value
from mlp_studio.engine.expressions import ExpressionError, variables
from mlp_studio.engine.formula_graph import Edge, Graph, parse

MAX_PATHS = 10_000
"""Paths that `evaluate` lists, shared evenly by the inputs; all of them are counted."""


@dataclass(frozen=True, slots=True)
class Path:
    """Edges that lead from one to the next, and the product of their local derivatives."""

    edges: tuple[Edge, ...]
    product: float

    @property
    def nodes(self) -> tuple[str, ...]:
        """The variables it comes by, both ends among them; none where there is no edge."""
        return tuple(edge.source for edge in self.edges[:1]) + tuple(
            edge.target for edge in self.edges
        )


@dataclass(frozen=True, slots=True)
class Multiplications:
    """What the gradients of all inputs cost each way."""

    paths: int
    backprop: int


@dataclass(frozen=True, slots=True)
class Derivatives:
    """A graph with its numbers.

    `values` and `gradients` (∂output/∂name) are of every variable, `slopes` the local derivative
    of each edge. `paths` are those from each input to the output that are listed, `paths_omitted`
    counts for each input those that are not. `path_costs` are the multiplications of all paths of
    each input, `multiplications` those of all inputs together, each way.
    """

    graph: Graph
    values: dict[str, float]
    slopes: dict[Edge, float]
    gradients: dict[str, float]
    paths: dict[str, tuple[Path, ...]]
    paths_omitted: dict[str, int]
    path_costs: dict[str, int]
    multiplications: Multiplications


def differentiate(
    graph: Graph, values: Mapping[str, float], most_paths: int = MAX_PATHS
) -> Derivatives:
    """The graph's values, local derivatives, paths and gradients at `values` of its inputs.

    At most `most_paths` paths are listed, shared evenly by the inputs; all of them are counted.
    Raises ExpressionError for an input without a value, a value for what is no input, and where a
    formula or a local derivative has no finite value.
    """
    scope = _values(graph, values)
    slopes = {edge: _slope(graph, edge, scope) for edge in graph.edges}
    outgoing = graph.edges_out_of()
    gradients = _gradients(graph, outgoing, slopes)
    counts = _path_counts(graph, outgoing)
    most = max(1, most_paths // max(1, len(graph.inputs)))
    paths = {
        name: tuple(
            Path(path, _product(graph, path, slopes))
            for path in islice(_paths(name, graph.output, outgoing), most)
        )
        for name in graph.inputs
    }
    costs = {name: counts[name][1] - counts[name][0] for name in graph.inputs}
    return Derivatives(
        graph=graph,
        values=scope,
        slopes=slopes,
        gradients=gradients,
        paths=paths,
        paths_omitted={name: counts[name][0] - len(listed) for name, listed in paths.items()},
        path_costs=costs,
        multiplications=Multiplications(
            paths=sum(costs.values()),
            backprop=sum(edge.target != graph.output for edge in graph.edges),
        ),
    )


def evaluate(text: str, values: Mapping[str, float]) -> dict[str, Any]:
    """Values, local derivatives, paths and gradients, as `chain --json` prints them.

    Where there are more paths than MAX_PATHS allows to list, "paths_omitted" says for each input
    how many are not listed; the gradients and counts are those of all.

    Raises ExpressionError for what `parse` and `differentiate` refuse.
    """
    found = differentiate(parse(text), values)
    graph = found.graph
    answer: dict[str, Any] = {
        "output": graph.output,
        "values": found.values,
        "edges": [
            {
                "from": edge.source,
                "to": edge.target,
                "formula": formula_text(edge.derivative),
                "derivative": found.slopes[edge],
            }
            for edge in graph.edges
        ],
        "gradients": {name: found.gradients[name] for name in graph.inputs},
        "paths": {
            name: [{"nodes": list(path.nodes), "product": path.product} for path in paths]
            for name, paths in found.paths.items()
        },
        "multiplications": {
            "paths": found.multiplications.paths,
            "backprop": found.multiplications.backprop,
        },
    }
    if any(found.paths_omitted.values()):
        omitted = found.paths_omitted.items()
        answer["paths_omitted"] = {name: count for name, count in omitted if count}
    return answer


def _values(graph: Graph, given: Mapping[str, float]) -> dict[str, float]:
    """The value of every variable, inputs first, then formulas after what they use."""
    for name, number in given.items():
        if name not in graph.inputs:
            what = "has a formula" if name in graph.formulas else "is in no formula"
            raise ExpressionError(f"{name} {what}, so it takes no value", 0, graph.text)
        if not math.isfinite(number):
            message = f"the value of {name} is not finite"
            raise ExpressionError(message, graph.inputs[name], graph.text)
    for name, position in graph.inputs.items():
        if name not in given:
            raise ExpressionError(f"{name} needs a value", position, graph.text)
    scope = {name: float(given[name]) for name in graph.inputs}
    for name in graph.order:
        scope[name] = value(graph.formulas[name], scope, graph.text)
    return scope


def _slope(graph: Graph, edge: Edge, scope: Mapping[str, float]) -> float:
    try:
        return value(edge.derivative, scope)
    except ExpressionError as error:
        position = variables(graph.formulas[edge.target])[edge.source]
        message = (
            f"the derivative of {edge.target} with respect to {edge.source}, "
            f"{formula_text(edge.derivative)}, has no value here: {error.message}"
        )
        raise ExpressionError(message, position, graph.text) from error


def _gradients(
    graph: Graph, outgoing: dict[str, list[Edge]], slopes: dict[Edge, float]
) -> dict[str, float]:
    """∂output/∂name for every variable, from the back."""
    gradients = {graph.output: 1.0}
    for name in (*reversed(graph.order), *graph.inputs):
        if name != graph.output:
            messages = (gradients[edge.target] * slopes[edge] for edge in outgoing[name])
            gradients[name] = _finite(graph, name, sum(messages))
    return gradients


def _path_counts(graph: Graph, outgoing: dict[str, list[Edge]]) -> dict[str, tuple[int, int]]:
    """For every variable, how many paths lead to the output, and their edges together."""
    counts = {graph.output: (1, 0)}
    for name in (*reversed(graph.order), *graph.inputs):
        if name != graph.output:
            onward = [counts[edge.target] for edge in outgoing[name]]
            paths = sum(count for count, _ in onward)
            counts[name] = (paths, paths + sum(edges for _, edges in onward))
    return counts


def _paths(start: str, output: str, outgoing: dict[str, list[Edge]]) -> Iterator[tuple[Edge, ...]]:
    waiting: list[tuple[Edge, ...]] = [(edge,) for edge in reversed(outgoing[start])]
    while waiting:
        path = waiting.pop()
        here = path[-1].target
        if here == output:
            yield path
        waiting += ((*path, edge) for edge in reversed(outgoing[here]))


def _product(graph: Graph, path: tuple[Edge, ...], slopes: dict[Edge, float]) -> float:
    return _finite(graph, path[0].source, math.prod(slopes[edge] for edge in path))


def _finite(graph: Graph, name: str, number: float) -> float:
    if not math.isfinite(number):
        message = f"the gradient with respect to {name} is too large"
        raise ExpressionError(message, graph.inputs.get(name, 0), graph.text)
    return number
