"""`check`: backpropagation against central differences, for every parameter."""

from __future__ import annotations

from pathlib import Path

from mlp_studio.commands.reading import compile_or_fail, load_project, print_json
from mlp_studio.engine.gradcheck import check
from mlp_studio.engine.layout import Layout

TOLERANCE = 1e-6
"""The largest relative error that still passes."""


def run(file: Path, *, as_json: bool) -> int:
    """Compare over all the data; the answer is no if any parameter is off by more than 1e-6."""
    compiled = compile_or_fail(load_project(file), file)
    result = check(compiled.network, compiled.parameters, compiled.inputs, compiled.targets)
    passed = result.largest <= TOLERANCE
    where = parameter_name(compiled.network.layout, result.worst)
    if as_json:
        print_json(
            {
                "passed": passed,
                "largest_relative_error": result.largest,
                "where": where,
                "backprop": float(result.analytic[result.worst]),
                "central_difference": float(result.numeric[result.worst]),
                "parameters": compiled.network.layout.size,
                "tolerance": TOLERANCE,
            }
        )
    else:
        verdict = "agree" if passed else "DISAGREE"
        print(
            f"Backpropagation and central differences {verdict} on "
            f"{compiled.network.layout.size} parameters: the largest relative error is "
            f"{result.largest:.3g}, at {where} "
            f"({result.analytic[result.worst]:.9g} against {result.numeric[result.worst]:.9g})."
        )
    return 0 if passed else 1


def parameter_name(layout: Layout, parameter: int) -> str:
    """`x->h[1][0]` for a weight (target, source), `h.biases[1]` for a bias."""
    row = int(layout.targets[parameter])
    target = next(name for name, rows in layout.rows.items() if rows.start <= row < rows.stop)
    unit = row - layout.rows[target].start
    if not layout.is_weight[parameter]:
        return f"{target}.biases[{unit}]"
    column = int(layout.sources[parameter])
    source = next(name for name, rows in layout.rows.items() if rows.start <= column < rows.stop)
    return f"{source}->{target}[{unit}][{column - layout.rows[source].start}]"
