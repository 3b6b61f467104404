"""`predict`: the network's outputs for its own data, or for a file's."""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.commands.reading import (
    BadInputError,
    compile_or_fail,
    load_project,
    print_json,
)
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project.compile import Compiled
from mlp_studio.project.fitting import network_inputs
from mlp_studio.project.importing import ImportTableError
from mlp_studio.project.importing.arrays import inputs_of
from mlp_studio.project.importing.numbers import read_numbers
from mlp_studio.project.model import Dataset, Project


def run(file: Path, *, data: Path | None, as_json: bool) -> int:
    """Print one row of outputs per sample: CSV, or JSON with inputs and outputs."""
    project = load_project(file)
    compiled = compile_or_fail(project, file)
    inputs = compiled.inputs if data is None else _inputs_from(data, project, compiled)
    outputs = compiled.network.predict(compiled.parameters, inputs)
    if as_json:
        # As the data have them, so that they can be asked about again.
        raw = compiled.scaler.raw(inputs)
        print_json({"inputs": raw.tolist(), "outputs": outputs.tolist()})
        return 0
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([f"output{unit + 1}" for unit in range(outputs.shape[1])])
    writer.writerows([repr(value) for value in row] for row in outputs.tolist())
    return 0


def _inputs_from(path: Path, project: Project, compiled: Compiled) -> NDArray[Any]:
    """What the network is fed for the rows of a file: features computed, scaled as its own."""
    assert project.data is not None  # a project without data does not compile
    columns = project.data.columns
    rows = _rows(path, columns)
    data = Dataset(columns, FrozenArray(rows), FrozenArray(np.zeros((len(rows), 1))))
    inputs = network_inputs(project, data)
    if isinstance(inputs, tuple):
        raise BadInputError(f"{path}: {inputs[0].text}")
    return compiled.scaler.scaled(inputs)


def _rows(path: Path, columns: tuple[str, ...]) -> NDArray[np.float64]:
    """(rows, columns) of a table with these names above its columns, or of an NPZ file's X."""
    try:
        if path.suffix.lower() == ".npz":
            return inputs_of(path, len(columns))
        return read_numbers(path.read_bytes(), columns)
    except OSError as error:
        raise BadInputError(f"{path}: cannot be read: {error.strerror or error}") from error
    except ImportTableError as error:
        raise BadInputError(f"{path}: {error}") from error
