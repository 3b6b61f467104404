"""What a network answers to samples, a page of them at a time: no more than somebody looks at."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.project.compile import Compiled

Array = NDArray[Any]

PAGE = 32
"""Samples computed at once: about as many as are in sight."""
_PIECE = 1024
"""Samples computed at once where all are wanted."""


class Answers:
    """Outputs and losses by some parameters (P,); they stay those of that moment."""

    def __init__(self, compiled: Compiled, parameters: Array) -> None:
        self._compiled = compiled
        self._parameters = parameters
        self._pages: dict[int, tuple[Array, Array]] = {}
        self._all: tuple[Array, Array] | None = None

    @property
    def compiled(self) -> Compiled:
        return self._compiled

    @property
    def parameters(self) -> Array:
        return self._parameters

    @property
    def computed(self) -> int:
        """For how many samples at most the answers are known by now."""
        return len(self._compiled.inputs) if self._all else PAGE * len(self._pages)

    def of(self, row: int) -> tuple[Array, float]:
        """The outputs (outputs,) and the loss of one sample."""
        if self._all is not None:
            outputs, losses = self._all
            return outputs[row], float(losses[row])
        page, at = divmod(row, PAGE)
        if page not in self._pages:
            self._pages[page] = self._compute(page * PAGE, PAGE)
        outputs, losses = self._pages[page]
        return outputs[at], float(losses[at])

    def all(self) -> tuple[Array, Array]:
        """The outputs (samples, outputs) and losses (samples,) of all samples."""
        if self._all is None:
            starts = range(0, len(self._compiled.inputs), _PIECE)
            pieces = [self._compute(start, _PIECE) for start in starts]
            outputs, losses = zip(*pieces, strict=True)
            self._all = np.concatenate(outputs), np.concatenate(losses)
        return self._all

    def _compute(self, start: int, count: int) -> tuple[Array, Array]:
        network = self._compiled.network
        inputs = self._compiled.inputs[start : start + count]
        bound = network.bind(self._parameters, len(inputs))
        bound.load(inputs, self._compiled.targets[start : start + count])
        output = network.layout.rows[network.layout.output]
        # A network that diverged has outputs too; infinite is what they are then.
        with np.errstate(all="ignore"):
            bound.forward()
            losses = network.loss.value(
                bound.pre_activations[output],
                bound.outputs,
                bound.targets,
                network.output_activation,
            )
        return bound.outputs.T.copy(), losses
