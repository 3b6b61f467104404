"""What single samples are for, said by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project.edits.by_hand import data_of, rows_in
from mlp_studio.project.model import PARTS, Dataset, Part, Project
from mlp_studio.project.parting import parting_problems, split_of
from mlp_studio.project.rules import check_data


def set_part(project: Project, samples: ArrayLike, part: Part) -> Project:
    """The others stay what they are now, by hand as well.

    Raises EditError without data, for a sample there is not, and if none is left for training.
    """
    data = data_of(project)
    rows = rows_in(data, samples)
    parts = parts_now(project, data).copy()
    parts[rows] = PARTS.index(part)
    return replace(project, data=check_data(replace(data, parts=FrozenArray(parts, np.int8))))


def parts_now(project: Project, data: Dataset) -> NDArray[np.int8]:
    """What each sample is for, as its number in PARTS (samples,), by hand or by the fractions."""
    if data.parts is not None:
        return data.parts.values.astype(np.int8)
    numbers = np.full(data.samples, PARTS.index("train"), np.int8)
    if not parting_problems(data, project.training):
        split = split_of(data, project.training)
        numbers[split.validation] = PARTS.index("validation")
        numbers[split.test] = PARTS.index("test")
    return numbers
