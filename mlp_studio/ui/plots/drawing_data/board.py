"""What is painted on: the data over two columns, or over one with the target by height."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import edits
from mlp_studio.project.classes import LETTERS, Classes, classed, classes_of, target_names
from mlp_studio.project.model import Dataset, Project

Array = NDArray[np.float64]
Indices = NDArray[np.intp]

SHADES = 9
"""Targets that are numbers are shown in so many, the least first."""
NEW_COLUMNS = ("x1", "x2")
MOST_CLASSES = len(LETTERS)
_USUAL_ENDS = ({0.0, 1.0}, {-1.0, 1.0})


@dataclass(frozen=True, slots=True)
class Brush:
    """What new samples are: of class `label`, from 0; where targets are numbers, of `value`."""

    label: int = 0
    value: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """`places` (n, 2) of all samples and their `kinds` (n,): classes, or shades of numbers.

    `up` is None where the target is the height: of a class all samples are equally high. Without
    data, `classes` are those that are drawn first; None for a curve.
    """

    data: Dataset | None
    across: int
    up: int | None
    classes: Classes | None
    places: Array
    kinds: Indices
    ends: tuple[float, float] = (0.0, 0.0)
    """The least and the greatest target, where targets are numbers."""

    @property
    def samples(self) -> int:
        return len(self.places)

    @property
    def is_curve(self) -> bool:
        """Whether the height of a sample is its target, a number."""
        return self.up is None and self.classes is None

    @property
    def names(self) -> tuple[str, str]:
        """What goes to the right and upward; "" upward for the number of a class."""
        columns = NEW_COLUMNS if self.data is None else self.data.columns
        if self.up is not None:
            return columns[self.across], columns[self.up]
        return columns[self.across], "t" if self.data is None else self._target_name(self.data)

    def _target_name(self, data: Dataset) -> str:
        names = target_names(data)
        return names[0] if self.classes is None or len(names) == 1 else ""

    def settled(self, places: ArrayLike, brush: Brush) -> Array:
        """Where samples painted at places (n, 2) come to lie."""
        settled = np.array(places, np.float64).reshape(-1, 2)
        if self.up is None and self.classes is not None:
            settled[:, 1] = _heights(self.classes)[brush.label]
        return settled

    def kind(self, brush: Brush) -> int:
        """What a sample painted now is shown as."""
        if self.classes is not None:
            return brush.label
        if self.is_curve:
            return 0
        return int(_shades(np.array([brush.value]), *self.ends)[0])


def board_of(data: Dataset, pair: tuple[int, int | None] = (0, 1)) -> Board:
    """The board of given data over a pair of columns; the second None for one column."""
    across, up = pair
    classes = _told_apart(data)
    targets = data.targets.values
    ends = float(targets[:, 0].min()), float(targets[:, 0].max())
    if classes is not None:
        kinds = classes.labels(targets)
    elif up is None:
        kinds = np.zeros(data.samples, np.intp)
    else:
        kinds = _shades(targets[:, 0], *ends)
    if up is not None:
        heights = data.inputs.values[:, up]
    else:
        heights = targets[:, 0] if classes is None else _heights(classes)[kinds]
    places = np.column_stack([data.inputs.values[:, across], heights])
    return Board(data, across, up, classes, places, kinds, ends)


def empty_board(classes: Classes | None) -> Board:
    """Nothing drawn yet: classes over two columns, or a curve over one."""
    up = None if classes is None else 1
    return Board(None, 0, up, classes, np.empty((0, 2)), np.empty(0, np.intp))


def painted(project: Project, board: Board, places: ArrayLike, brush: Brush) -> Project:
    """With a sample more at each of the places (n, 2); other columns take their mean."""
    at = board.settled(places, brush)
    data = project.data
    if data is None:
        return edits.set_data(project, _first(board, at, brush))
    inputs = np.tile(data.inputs.values.mean(axis=0), (len(at), 1))
    inputs[:, board.across] = at[:, 0]
    if board.up is not None:
        inputs[:, board.up] = at[:, 1]
    if board.classes is not None:
        targets = np.tile(board.classes.targets[brush.label], (len(at), 1))
    else:
        targets = np.tile(data.targets.values.mean(axis=0), (len(at), 1))
        targets[:, 0] = at[:, 1] if board.is_curve else brush.value
    return edits.add_samples(project, inputs, targets)


def moved(project: Project, board: Board, row: int, place: tuple[float, float]) -> Project:
    """With one sample at another place; its class stays."""
    columns, values = [board.across], [place[0]]
    if board.up is not None:
        columns, values = [board.across, board.up], [*place]
    elif board.is_curve and project.data is not None:
        columns, values = [board.across, len(project.data.columns)], [*place]
    return edits.move_samples(project, [row], columns, [values])


def next_class(classes: Classes) -> str:
    """What one more class is called: as the others are, by letter or by number."""
    if all(name.isdecimal() for name in classes.names):
        return str(max(int(name) for name in classes.names) + 1)
    free = (letter for letter in LETTERS if letter not in classes.names)
    return next(free, str(len(classes) + 1))


def _first(board: Board, at: Array, brush: Brush) -> Dataset:
    if board.classes is None:
        return Dataset(NEW_COLUMNS[:1], FrozenArray(at[:, :1]), FrozenArray(at[:, 1:]))
    return classed(NEW_COLUMNS, at, np.full(len(at), brush.label, np.intp), board.classes)


def _told_apart(data: Dataset) -> Classes | None:
    """The classes; None also for two numbers that only look like them, as of a curve begun."""
    classes = classes_of(data)
    if classes is None or classes.named or classes.targets.shape[1] > 1:
        return classes
    return classes if set(classes.targets[:, 0].tolist()) in _USUAL_ENDS else None


def _heights(classes: Classes) -> Array:
    """The target of each class, or its number from 1 where it has several."""
    if classes.targets.shape[1] == 1:
        return classes.targets[:, 0]
    return np.arange(1.0, len(classes) + 1.0)


def _shades(values: Array, least: float, greatest: float) -> Indices:
    if not greatest > least:
        return np.full(len(values), SHADES // 2, np.intp)
    share = np.clip((values - least) / (greatest - least), 0.0, 1.0)
    return np.minimum((share * SHADES).astype(np.intp), SHADES - 1)
