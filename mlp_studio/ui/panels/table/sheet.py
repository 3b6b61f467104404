"""What the table of the data holds: its columns, and the value of each cell when asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from mlp_studio.project.classes import Classes, classes_of, target_names
from mlp_studio.project.edits.sample_parts import parts_now
from mlp_studio.project.model import Dataset, Project

Kind = Literal["number", "part", "input", "class", "target", "prediction", "loss"]
GIVEN: tuple[Kind, ...] = ("input", "class", "target")
"""What the data hold; the rest follows from it."""

Array = NDArray[Any]
Indices = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Column:
    """`place` is which input or output it is of; `name` is the data's, "" if they have none."""

    kind: Kind
    place: int = 0
    name: str = ""

    @property
    def is_given(self) -> bool:
        return self.kind in GIVEN

    @property
    def is_editable(self) -> bool:
        return self.is_given or self.kind == "part"


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """The data of a project. `labels` are the classes of the samples, `parts` what they are for.

    Both are (samples,); `labels` is None where the targets are numbers.
    """

    data: Dataset
    classes: Classes | None
    labels: Indices | None
    parts: NDArray[np.int8]
    columns: tuple[Column, ...]

    @property
    def samples(self) -> int:
        return self.data.samples

    def number(self, row: int, column: Column) -> float:
        """An input or a target."""
        values = self.data.inputs if column.kind == "input" else self.data.targets
        return float(values.values[row, column.place])

    def class_name(self, row: int) -> str:
        """The class of a sample. There must be classes."""
        assert self.classes is not None
        assert self.labels is not None
        return self.classes.names[int(self.labels[row])]

    def whole(self, column: Column) -> Array:
        """What a column is sorted by, (samples,): a number, part, input, class or target."""
        if column.kind == "part":
            return self.parts
        if column.kind == "class":
            assert self.labels is not None
            return self.labels
        if column.kind in ("input", "target"):
            values = self.data.inputs if column.kind == "input" else self.data.targets
            return values.values[:, column.place]
        return np.arange(self.samples)

    def value_places(self, column: Column) -> int:
        """Where a given column stands in a block of `edits.paste_block`."""
        return column.place if column.kind == "input" else len(self.data.columns) + column.place

    @property
    def given(self) -> tuple[Column, ...]:
        """The columns that a block is pasted into."""
        return tuple(column for column in self.columns if column.is_given)


def sheet_of(project: Project) -> Sheet | None:
    """The project's data as a table; None without any."""
    data = project.data
    if data is None:
        return None
    classes = classes_of(data)
    labels = None if classes is None else classes.labels(data.targets.values)
    columns = _columns(data, classes)
    return Sheet(data, classes, labels, parts_now(project, data), columns)


def _columns(data: Dataset, classes: Classes | None) -> tuple[Column, ...]:
    inputs = [Column("input", place, name) for place, name in enumerate(data.columns)]
    if classes is not None:
        name = data.target_columns[0] if len(data.target_columns) == 1 else ""
        targets, predictions = [Column("class", name=name)], [Column("prediction")]
    else:
        names = target_names(data)
        targets = [Column("target", place, name) for place, name in enumerate(names)]
        several = len(names) > 1
        predictions = [
            Column("prediction", place, name if several else "") for place, name in enumerate(names)
        ]
    return (Column("number"), Column("part"), *inputs, *targets, *predictions, Column("loss"))
