"""`chain`: the chain rule on a graph of formulas."""

from __future__ import annotations

from typing import Any

from mlp_studio.commands.reading import BadInputError, print_json, text
from mlp_studio.engine import chain
from mlp_studio.engine.expressions import ExpressionError


def run(formulas: str, *, at: list[str], as_json: bool) -> int:
    """Evaluate and differentiate `formulas` at the values given as `name=number`."""
    try:
        answer = chain.evaluate(formulas, _values(at))
    except ExpressionError as error:
        raise BadInputError(str(error)) from error
    if as_json:
        print_json(answer)
    else:
        _print_tables(answer)
    return 0


def _values(pairs: list[str]) -> dict[str, float]:
    values: dict[str, float] = {}
    for pair in pairs:
        name, equals, number = pair.partition("=")
        name = name.strip()
        if not equals or not name:
            raise BadInputError(f"--at {pair}: write it as name=number, for example u=2")
        if name in values:
            raise BadInputError(f"--at {pair}: {name} was given a value already")
        try:
            values[name] = float(number)
        except ValueError as error:
            raise BadInputError(f"--at {pair}: {number!r} is not a number") from error
    return values


def _print_tables(answer: dict[str, Any]) -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console()
    values = Table("name", "value", title="Forward")
    for name, value in answer["values"].items():
        values.add_row(name, text(value))
    edges = Table("edge", "local derivative", "value", title="Local derivatives")
    for edge in answer["edges"]:
        edges.add_row(f"{edge['from']} → {edge['to']}", edge["formula"], text(edge["derivative"]))
    sums = Table("input", "path", "product", title=f"∂{answer['output']}/∂input: a sum over paths")
    for name, paths in answer["paths"].items():
        for path in paths:
            sums.add_row(name, " → ".join(path["nodes"]), text(path["product"]))
        sums.add_row(name, "sum", text(answer["gradients"][name]), end_section=True)
    for table in (values, edges, sums):
        console.print(table)
    counts = answer["multiplications"]
    console.print(
        f"Multiplications: {counts['paths']} path by path, "
        f"{counts['backprop']} by reusing the shared parts from the back."
    )
