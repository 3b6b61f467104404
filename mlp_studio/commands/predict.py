"""`predict`: the network's outputs for its own data, or for a CSV file's."""

from __future__ import annotations

import csv
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

from mlp_studio.commands.reading import (
    BadInputError,
    compile_or_fail,
    load_project,
    print_json,
)
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project.model import Dataset, Project


def run(file: Path, *, data: Path | None, as_json: bool) -> int:
    """Print one row of outputs per sample: CSV, or JSON with inputs and outputs."""
    project = load_project(file)
    compiled = compile_or_fail(project, file)
    inputs = compiled.inputs
    if data is not None:
        inputs = compiled.network_inputs(_read_inputs(data, project))
    outputs = compiled.network.predict(compiled.parameters, inputs)
    if as_json:
        print_json({"inputs": inputs.tolist(), "outputs": outputs.tolist()})
        return 0
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([f"output{unit + 1}" for unit in range(outputs.shape[1])])
    writer.writerows([repr(value) for value in row] for row in outputs.tolist())
    return 0


def _read_inputs(path: Path, project: Project) -> np.ndarray: ...
