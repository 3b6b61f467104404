"""The moments of a walk: each sample is looked at, and after a mistake the weights change."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.perceptron import PerceptronWalk


@dataclass(frozen=True, slots=True)
class Moment:
    """A visit looked at, or (`is_update`) its weights changed."""

    visit: int
    is_update: bool


class Moments:
    """Moments 1 … `last` of a walk; 0 is before its first visit."""

    def __init__(self, walk: PerceptronWalk | None) -> None:
        mistakes = np.zeros(0, bool) if walk is None else walk.is_mistake
        repeats = 1 + mistakes.astype(np.intp)
        self._visits: NDArray[np.intp] = np.repeat(np.arange(len(mistakes)), repeats)
        self._is_update = np.zeros(len(self._visits), bool)
        self._is_update[np.cumsum(repeats)[mistakes] - 1] = True
        self._ends = np.cumsum(repeats)

    @property
    def last(self) -> int:
        return len(self._visits)

    def __getitem__(self, place: int) -> Moment | None:
        """None at the start."""
        if not 0 < place <= self.last:
            return None
        return Moment(int(self._visits[place - 1]), bool(self._is_update[place - 1]))

    def end_of(self, visit: int) -> int:
        """The place at which everything about a visit has happened."""
        return int(self._ends[visit]) if len(self._ends) else 0
