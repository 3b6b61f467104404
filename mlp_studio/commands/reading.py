"""Reading what a command was given, and writing its answer."""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.layout import Layout
from mlp_studio.project import importing, projectfile
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.model import Dataset, Project
from mlp_studio.project.problems import Problems


class BadInputError(Exception):
    """What the user gave cannot be used; the message is one line for standard error."""


def load_project(path: Path) -> Project:
    """The project in `path`, in either form. Raises BadInputError."""
    try:
        return projectfile.load(path)
    except projectfile.ProjectFileError as error:
        raise BadInputError(str(error)) from error
    except OSError as error:
        raise BadInputError(f"{path}: cannot be read: {error.strerror or error}") from error


def load_data(path: Path) -> Dataset:
    """The data in an NPZ file, or in a table as far as it can be understood without a person.

    Rows that cannot be used are told on standard error, each with its reason. Raises BadInputError.
    """
    try:
        if path.suffix.lower() == ".npz":
            return importing.from_npz(path)
        content = path.read_bytes()
        read = importing.imported(content, importing.sniffed(content).recipe)
    except importing.ImportTableError as error:
        raise BadInputError(f"{path}: {error}") from error
    except OSError as error:
        raise BadInputError(f"{path}: cannot be read: {error.strerror or error}") from error
    for note in read.dropped:
        place = f"row {note.row}, column {note.column}" if note.column else f"row {note.row}"
        print(f"{path}: {place} is left out: {note.reason}", file=sys.stderr)
    return read.data


def compile_or_fail(project: Project, path: Path) -> Compiled:
    """The project made ready to run. Raises BadInputError naming the first problem."""
    result = compile_project(project)
    if isinstance(result, Problems):
        first, *rest = result.items
        more = f" (and {len(rest)} more)" if rest else ""
        place = f"{first.where}: " if first.where else ""
        raise BadInputError(f"{path}: {place}{first.text}{more}")
    return result


def print_json(answer: dict[str, Any]) -> None:
    """One JSON object on standard output; numbers that are not finite become null."""
    json.dump(_finite(answer), sys.stdout, allow_nan=False, ensure_ascii=False)
    sys.stdout.write("\n")


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _finite(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_finite(each) for each in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def biases_of(layout: Layout, vector: NDArray[Any], layer: str) -> list[float]:
    """The biases of `layer` in a flat parameter vector; empty if it has none."""
    if not layout.spec.layer(layer).bias:
        return []
    biases: list[float] = layout.biases(vector, layer).tolist()
    return biases


def by_name(layout: Layout, vector: NDArray[Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """A flat vector as layers → biases and links → weights, as the contract names them."""
    layers = {
        layer.name: {"biases": biases_of(layout, vector, layer.name)}
        for layer in layout.spec.layers
        if not layer.is_input
    }
    links = {
        link.name: {"weights": layout.weights(vector, link.source, link.target).tolist()}
        for link in layout.spec.links
    }
    return layers, links


def text(value: float | np.floating[Any]) -> str:
    """A number for a person: nine significant digits, signed."""
    return f"{float(value):+.9g}"
