"""How the data are used: which sample is for what, and how the inputs are scaled."""

from __future__ import annotations

from dataclasses import replace

from numpy.typing import ArrayLike

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project.errors import EditError
from mlp_studio.project.model import Dataset, Project, Scaling
from mlp_studio.project.rules import check_data
from mlp_studio.project.translation import QT_TRANSLATE_NOOP


def set_scaling(project: Project, scaling: Scaling) -> Project:
    """How what flows into the network is scaled. Raises EditError without data."""
    return _with(project, replace(_data(project), scaling=scaling))


def set_parts(project: Project, parts: ArrayLike | None) -> Project:
    """What each sample is for, as its number in PARTS (samples,); None: as the fractions say.

    Raises EditError without data, for other numbers, and if none is left for training.
    """
    chosen = None if parts is None else FrozenArray(parts)
    return _with(project, replace(_data(project), parts=chosen))


def _with(project: Project, data: Dataset) -> Project:
    return replace(project, data=check_data(data))


def _data(project: Project) -> Dataset:
    if project.data is None:
        raise EditError(QT_TRANSLATE_NOOP("EditError", "There are no data yet."))
    return project.data
