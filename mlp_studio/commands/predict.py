"""`predict`: the network's outputs for its own data, or for a CSV file's."""

from __future__ import annotations

import csv
import math
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
from mlp_studio.project.fitting import network_inputs
from mlp_studio.project.model import Dataset, Project


def run(file: Path, *, data: Path | None, as_json: bool) -> int:
    """Print one row of outputs per sample: CSV, or JSON with inputs and outputs."""
    project = load_project(file)
    compiled = compile_or_fail(project, file)
    inputs = compiled.inputs if data is None else _inputs_from(data, project)
    outputs = compiled.network.predict(compiled.parameters, inputs)
    if as_json:
        print_json({"inputs": inputs.tolist(), "outputs": outputs.tolist()})
        return 0
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([f"output{unit + 1}" for unit in range(outputs.shape[1])])
    writer.writerows([repr(value) for value in row] for row in outputs.tolist())
    return 0


def _inputs_from(path: Path, project: Project) -> NDArray[Any]:
    """What the network is fed for the rows of a CSV file, features computed."""
    assert project.data is not None  # a project without data does not compile
    columns = project.data.columns
    rows = np.array(_read_rows(path, columns))
    data = Dataset(columns, FrozenArray(rows), FrozenArray(np.zeros((len(rows), 1))))
    inputs = network_inputs(project, data)
    if isinstance(inputs, tuple):
        raise BadInputError(f"{path}: {inputs[0].text}")
    return inputs


def _read_rows(path: Path, columns: tuple[str, ...]) -> list[list[float]]:
    try:
        with path.open(newline="", encoding="utf-8-sig") as stream:
            reader = csv.reader(stream)
            header = [name.strip() for name in next(reader, [])]
            places = _places(path, header, columns)
            rows = [
                [
                    _number(path, reader.line_num, columns[i], row, places[i])
                    for i in range(len(columns))
                ]
                for row in reader
                if row
            ]
    except OSError as error:
        raise BadInputError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadInputError(f"{path}: is not a CSV file in UTF-8: {error}") from error
    if not rows:
        raise BadInputError(f"{path}: has no rows below its header")
    return rows


def _places(path: Path, header: list[str], columns: tuple[str, ...]) -> list[int]:
    """Where in a row each of the project's columns stands."""
    for name in columns:
        if header.count(name) != 1:
            found = "has no column" if name not in header else "has more than one column"
            raise BadInputError(
                f"{path}: {found} {name!r}; its first line must name the columns "
                f"{', '.join(columns)} (it names {', '.join(header) or 'none'})"
            )
    return [header.index(name) for name in columns]


def _number(path: Path, line: int, column: str, row: list[str], place: int) -> float:
    written = row[place].strip() if place < len(row) else ""
    try:
        value = float(written)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        found = repr(written) if written else "nothing"
        raise BadInputError(
            f"{path}: line {line}, column {column}: expected a number, found {found}"
        )
    return value
