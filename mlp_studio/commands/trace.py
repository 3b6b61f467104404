"""`trace`: one forward pass, one backward pass and the update it would make."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mlp_studio.commands.reading import (
    BadInputError,
    biases_of,
    compile_or_fail,
    load_project,
    print_json,
    text,
)
from mlp_studio.engine.trace import Trace, Update, trace, update


def run(file: Path, *, sample: int, batch: bool, as_json: bool) -> int:
    """Trace sample number `sample` (from 0), or all samples together."""
    compiled = compile_or_fail(load_project(file), file)
    count = len(compiled.inputs)
    if not batch and not 0 <= sample < count:
        raise BadInputError(
            f"{file}: there is no sample {sample}; the data has samples 0 to {count - 1}"
        )
    rows = slice(None) if batch else slice(sample, sample + 1)
    traced = trace(
        compiled.network, compiled.parameters, compiled.inputs[rows], compiled.targets[rows]
    )
    updated = update(traced, compiled.training)
    answer = describe(traced, updated, None if batch else sample)
    if as_json:
        print_json(answer)
    else:
        _print_tables(answer)
    return 0


def describe(traced: Trace, updated: Update, sample: int | None) -> dict[str, Any]:
    """The answer as the contract spells it; `sample` None means the whole batch."""
    layout, spec = traced.network.layout, traced.network.spec

    def rows(values: Any) -> Any:
        """A batch has one row per sample; a single sample is that row."""
        return values.tolist() if sample is None else values[0].tolist()

    layers = {}
    for layer in spec.layers:
        if layer.is_input:
            continue
        nodes = layout.rows[layer.name]
        layers[layer.name] = {
            "z": rows(traced.z[nodes].T),
            "a": rows(traced.a[nodes].T),
            "delta": rows(traced.delta[nodes].T),
            "biases": biases_of(layout, traced.parameters, layer.name),
            "bias_gradient": biases_of(layout, traced.gradient, layer.name),
            "biases_after": biases_of(layout, updated.parameters, layer.name),
        }
    links = {
        link.name: {
            "weights": layout.weights(traced.parameters, link.source, link.target).tolist(),
            "gradient": layout.weights(traced.gradient, link.source, link.target).tolist(),
            "weights_after": layout.weights(updated.parameters, link.source, link.target).tolist(),
        }
        for link in spec.links
    }
    answer: dict[str, Any] = {
        "sample": sample,
        "input": rows(traced.inputs),
        "target": rows(traced.targets),
        "loss": traced.loss,
        "loss_after": updated.loss_after,
        "layers": layers,
        "links": links,
    }
    if updated.penalty:
        answer["penalty"] = updated.penalty
    return answer


def _print_tables(answer: dict[str, Any]) -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console()
    which = "the whole batch" if answer["sample"] is None else f"sample {answer['sample']}"
    console.print(f"One pass over {which}: input {answer['input']}, target {answer['target']}")
    if answer["sample"] is not None:
        for name, layer in answer["layers"].items():
            table = Table("unit", "z", "a = f(z)", "δ = ∂L/∂z", title=f"Layer {name}")
            for unit, row in enumerate(zip(layer["z"], layer["a"], layer["delta"], strict=True)):
                table.add_row(str(unit + 1), *map(text, row))
            console.print(table)
    for name, link in answer["links"].items():
        table = Table("edge", "w", "∂L/∂w", "w after", title=f"Link {name}")
        columns = (link["weights"], link["gradient"], link["weights_after"])
        for target, rows in enumerate(zip(*columns, strict=True)):
            for source, numbers in enumerate(zip(*rows, strict=True)):
                table.add_row(f"{source + 1} → {target + 1}", *map(text, numbers))
        console.print(table)
    console.print(f"loss {answer['loss']:.9g} → {answer['loss_after']:.9g} after this update")
