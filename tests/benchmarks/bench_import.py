"""Importing a large table: how much longer than reading the same numbers with NumPy alone."""

from __future__ import annotations

import io
from collections.abc import Iterator

import numpy as np

from mlp_studio.project import importing
from tests.benchmarks.harness import Row, ratio

ROWS, COLUMNS = 50_000, 20


def table() -> bytes:
    """Numbers of six digits, the last column a class."""
    rng = np.random.default_rng(0)
    values = rng.normal(size=(ROWS, COLUMNS))
    lines = [",".join(f"x{number}" for number in range(COLUMNS)) + ",kind"]
    lines += [
        ",".join(f"{value:.6g}" for value in row) + f",{at % 3}"
        for at, row in enumerate(values.tolist())
    ]
    return "\n".join(lines).encode()


def rows() -> Iterator[Row]:
    content = table()
    recipe = importing.sniffed(content).recipe

    def imported() -> object:
        return importing.imported(content, recipe)

    def numpy_alone() -> object:
        return np.genfromtxt(io.BytesIO(content), delimiter=",", skip_header=1)

    yield Row(
        f"import of {ROWS:,} × {COLUMNS}: as fast as numpy.genfromtxt, times",
        ratio(imported, numpy_alone, turns=5, seconds=0.1),
        0.5,
        "at_least",
    )
