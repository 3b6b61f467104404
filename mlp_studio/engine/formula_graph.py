"""Formulas that use one another: the graph of variables and local derivatives they make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from mlp_studio.engine.derivatives import derivative
from mlp_studio.engine.expressions import (
    CONSTANTS,
    FUNCTIONS,
    Expression,
    ExpressionError,
    parse_expression,
    variables,
)

MAX_FORMULAS = 500

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
