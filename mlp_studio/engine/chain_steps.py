"""The chain rule told step by step: forward once, then along the paths or from the back.

Steps are made once, and where one stands follows from them alone: going back is the same move as
going forward.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from mlp_studio.engine.chain import Derivatives, Path
from mlp_studio.engine.formula_graph import Edge

Way = Literal["paths", "reuse"]
WAYS: tuple[Way, ...] = ("paths", "reuse")


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The value of the formula `name`, and the local derivatives along the edges into it."""

    name: str
    edges: tuple[Edge, ...]
    multiplications: int = 0


@dataclass(frozen=True, slots=True)
class AlongPath:
    """One path from the input `name`. `total` is the sum of its products up to this one.

    `is_last`: with it the sum is the gradient. `multiplications` are those of all steps so far.
    """

    name: str
    number: int
    path: Path
    total: float
    is_last: bool
    multiplications: int


@dataclass(frozen=True, slots=True)
class Remainder:
    """The paths from the input `name` that are too many to walk, all at once."""

    name: str
    paths: int
    total: float
    multiplications: int


@dataclass(frozen=True, slots=True)
class FromBack:
    """The gradient δ at `name`: the sum over the edges out of it of δ at their end · slope.

    For the output, which needs none, δ is 1.
    """

    name: str
    edges: tuple[Edge, ...]
    multiplications: int


Step = Evaluation | AlongPath | Remainder | FromBack


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known after some steps, and what the last of them (None at the start) is about.

    `values` are the variables whose value is known; the slopes of the edges into a formula are
    known with its value. `gradients` are ∂output/∂name as far as they have come: complete for the
    names in `complete`, sums over some of the paths for the others.
    """

    step: Step | None
    values: frozenset[str]
    gradients: dict[str, float]
    complete: frozenset[str]
    nodes: frozenset[str]
    edges: frozenset[Edge]

    @property
    def multiplications(self) -> int:
        """Made so far."""
        return self.step.multiplications if self.step else 0


def steps(found: Derivatives, way: Way) -> tuple[Step, ...]:
    """All steps of one way, the evaluations first."""
    graph = found.graph
    forward = (
        Evaluation(name, tuple(edge for edge in graph.edges if edge.target == name))
        for name in graph.order
    )
    return (*forward, *(_along_paths(found) if way == "paths" else _from_back(found)))


def standing(found: Derivatives, done: Sequence[Step]) -> Standing:
    """Where one stands after the steps `done`."""
    values = set(found.graph.inputs)
    gradients: dict[str, float] = {}
    complete: set[str] = set()
    for step in done:
        match step:
            case Evaluation(name):
                values.add(name)
            case AlongPath(name, total=total, is_last=is_last):
                gradients[name] = total
                complete |= {name} if is_last else set()
            case Remainder(name, total=total):
                gradients[name] = total
                complete.add(name)
            case FromBack(name):
                gradients[name] = found.gradients[name]
                complete.add(name)
    last = done[-1] if done else None
    nodes, edges = _lit(last)
    return Standing(last, frozenset(values), gradients, frozenset(complete), nodes, edges)


def _lit(step: Step | None) -> tuple[frozenset[str], frozenset[Edge]]:
    """The variables and edges a step is about."""
    match step:
        case Evaluation(name, edges) | FromBack(name, edges):
            return frozenset({name}), frozenset(edges)
        case AlongPath(path=path):
            return frozenset(path.nodes), frozenset(path.edges)
        case Remainder(name):
            return frozenset({name}), frozenset()
    return frozenset(), frozenset()


def _along_paths(found: Derivatives) -> Iterator[AlongPath | Remainder]:
    made = 0
    for name, paths in found.paths.items():
        omitted = found.paths_omitted[name]
        total = 0.0
        for number, path in enumerate(paths):
            total += path.product
            made += len(path.edges) - 1
            is_last = number + 1 == len(paths) and not omitted
            if is_last:
                # Added up in another order the last digit may differ; there is one gradient.
                total = found.gradients[name]
            yield AlongPath(name, number, path, total, is_last, made)
        if omitted:
            made += found.path_costs[name] - sum(len(path.edges) - 1 for path in paths)
            yield Remainder(name, omitted, found.gradients[name], made)


def _from_back(found: Derivatives) -> Iterator[FromBack]:
    graph, made = found.graph, 0
    outgoing = graph.edges_out_of()
    for name in (*reversed(graph.order), *graph.inputs):
        made += sum(edge.target != graph.output for edge in outgoing[name])
        yield FromBack(name, tuple(outgoing[name]), made)
