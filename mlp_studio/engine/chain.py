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
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import islice
from typing import Any

from mlp_studio.engine.derivatives import derivative, formula_text, value
from mlp_studio.engine.expressions import (
    CONSTANTS,
    FUNCTIONS,
    Expression,
    ExpressionError,
    parse_expression,
    variables,
)

MAX_FORMULAS = 500
MAX_PATHS = 10_000
"""Paths that `evaluate` lists, shared evenly by the inputs; all of them are counted."""

_FORMULA = re.compile(r"\s*(?P<name>[^\W\d]\w*)\s*=(?!=)")


@dataclass(frozen=True, slots=True)
class Edge:
    """The direct dependence of the variable `target` on `source`: one factor of the chain rule."""

    source: str
    target: str
    derivative: Expression


@dataclass(frozen=True, slots=True)
class Graph:
    """Formulas by name, in the order written, and how they hang together.

    `inputs` are the names without a formula, each with its first position in `text`. `order` has
    every formula after those it uses. `edges` go by formula, then by first mention in it.
    """

    text: str
    formulas: dict[str, Expression]
    inputs: dict[str, int]
    order: tuple[str, ...]
    edges: tuple[Edge, ...]
    output: str

    def edges_out_of(self) -> dict[str, list[Edge]]:
        """The edges that start at each variable."""
        outgoing: dict[str, list[Edge]] = {name: [] for name in (*self.inputs, *self.order)}
        for edge in self.edges:
            outgoing[edge.source].append(edge)
        return outgoing


def parse(text: str) -> Graph:
    """The graph of formulas written "z = x*y; x = u + v", separated by semicolons or lines.

    Raises ExpressionError for a formula that cannot be read, two formulas of one name, a circle,
    or other than one output (the formula that no other uses).
    """
    formulas: dict[str, Expression] = {}
    starts: dict[str, int] = {}
    for name, start, expression in _formulas(text):
        if name in formulas:
            raise ExpressionError(f"{name} has a formula already", start, text)
        formulas[name], starts[name] = expression, start
        if len(formulas) > MAX_FORMULAS:
            raise ExpressionError(f"there may be {MAX_FORMULAS} formulas", start, text)
    if not formulas:
        raise ExpressionError("there is no formula; write one such as z = x*y", 0, text)
    uses = {name: variables(expression) for name, expression in formulas.items()}
    order = _order(text, uses)
    output = _output(text, uses, starts)
    inputs: dict[str, int] = {}
    for mentioned in uses.values():
        for name, position in mentioned.items():
            if name not in formulas:
                inputs[name] = min(position, inputs.get(name, position))
    edges = tuple(
        Edge(source, target, derivative(formulas[target], source))
        for target, mentioned in uses.items()
        for source in mentioned
    )
    by_position = dict(sorted(inputs.items(), key=lambda item: item[1]))
    return Graph(text, formulas, by_position, order, edges, output)


def evaluate(text: str, values: Mapping[str, float]) -> dict[str, Any]:
    """Values, local derivatives, paths and gradients, as `chain --json` prints them.

    Where there are more paths than MAX_PATHS allows to list, "paths_omitted" says for each input
    how many are not listed; the gradients and counts are those of all.

    Raises ExpressionError for what `parse` refuses, an input without a value, a value for what is
    no input, and where a formula or a local derivative has no finite value.
    """
    graph = parse(text)
    scope = _values(graph, values)
    slopes = {edge: _slope(graph, edge, scope) for edge in graph.edges}
    outgoing = graph.edges_out_of()
    gradients = _gradients(graph, outgoing, slopes)
    counts = _path_counts(graph, outgoing)
    most = max(1, MAX_PATHS // max(1, len(graph.inputs)))
    paths = {
        name: [
            {"nodes": _nodes(name, path), "product": _product(graph, path, slopes)}
            for path in islice(_paths(name, graph.output, outgoing), most)
        ]
        for name in graph.inputs
    }
    answer: dict[str, Any] = {
        "output": graph.output,
        "values": scope,
        "edges": [
            {
                "from": edge.source,
                "to": edge.target,
                "formula": formula_text(edge.derivative),
                "derivative": slopes[edge],
            }
            for edge in graph.edges
        ],
        "gradients": {name: gradients[name] for name in graph.inputs},
        "paths": paths,
        "multiplications": {
            "paths": sum(counts[name][1] - counts[name][0] for name in graph.inputs),
            "backprop": sum(edge.target != graph.output for edge in graph.edges),
        },
    }
    omitted = {name: counts[name][0] - len(listed) for name, listed in paths.items()}
    if any(omitted.values()):
        answer["paths_omitted"] = {name: count for name, count in omitted.items() if count}
    return answer


def _formulas(text: str) -> Iterator[tuple[str, int, Expression]]:
    """(name, position, expression) of each formula in the text."""
    for piece in re.finditer(r"[^;\n]+", text):
        if not piece.group().strip():
            continue
        head = _FORMULA.match(text, piece.start(), piece.end())
        if head is None:
            start = piece.start() + len(piece.group()) - len(piece.group().lstrip())
            raise ExpressionError("a formula is written name = …", start, text)
        name, start = head.group("name"), head.start("name")
        if name in CONSTANTS or name in FUNCTIONS:
            raise ExpressionError(f"{name} has a meaning already", start, text)
        yield name, start, parse_expression(text, head.end(), piece.end())


def _order(text: str, uses: dict[str, dict[str, int]]) -> tuple[str, ...]:
    sorter: TopologicalSorter[str] = TopologicalSorter(uses)
    try:
        return tuple(name for name in sorter.static_order() if name in uses)
    except CycleError as error:
        circle: list[str] = error.args[1]
        source, target = circle[0], circle[1]
        message = f"the formulas go round in a circle: {' → '.join(circle)}"
        raise ExpressionError(message, uses[target][source], text) from error


def _output(text: str, uses: dict[str, dict[str, int]], starts: dict[str, int]) -> str:
    used = {name for mentioned in uses.values() for name in mentioned}
    outputs = [name for name in uses if name not in used]
    if len(outputs) > 1:
        message = f"only one formula may be used by no other; {' and '.join(outputs)} are not"
        raise ExpressionError(message, starts[outputs[1]], text)
    return outputs[0]


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


def _nodes(start: str, path: tuple[Edge, ...]) -> list[str]:
    return [start, *(edge.target for edge in path)]


def _product(graph: Graph, path: tuple[Edge, ...], slopes: dict[Edge, float]) -> float:
    return _finite(graph, path[0].source, math.prod(slopes[edge] for edge in path))


def _finite(graph: Graph, name: str, number: float) -> float:
    if not math.isfinite(number):
        message = f"the gradient with respect to {name} is too large"
        raise ExpressionError(message, graph.inputs.get(name, 0), graph.text)
    return number
