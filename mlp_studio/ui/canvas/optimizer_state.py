"""What an optimizer remembers of each parameter, by the letters of its formulas."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.optimizers import Optimizer

_LETTERS = {
    "momentum_buffer": "b",
    "exp_avg": "m",
    "exp_avg_sq": "v",
    "square_avg": "v",
    "sum": "v",
}
"""PyTorch's names and the letters of the rules in `engine/optimizers.py`."""


class State(NamedTuple):
    """One running average of every parameter, (P,), before an update and after it."""

    letter: str
    before: NDArray[Any]
    after: NDArray[Any]


def states(before: Optimizer | None, after: Optimizer | None) -> tuple[State, ...]:
    """The averages that an update worked with; none of a rule that remembers nothing."""
    if before is None or after is None:
        return ()
    old, new = before.state(), after.state()
    return tuple(
        State(_LETTERS[name], old[name], kept)
        for name, kept in new.items()
        # RMSprop without momentum, and the perceptron rule, never touch theirs.
        if name in _LETTERS and not (np.array_equal(old[name], kept) and not kept.any())
    )
